"""The sound entries of a file that is a list of things: one that is wrong hides nothing of the others."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..load.mark import Mark
from ..load.source_file import SourceFile
from ..model.walk import Path


def salvaged(file: SourceFile, wrong: Iterable[Path]) -> SourceFile | None:
    """The file without the entries of its lists that have something wrong below them; every other one stands
    where it stood. None where something else is wrong, or nothing is left."""
    dropped: defaultdict[str, set[int]] = defaultdict(set)
    for path in wrong:
        match path:
            case (str(name), int(at), *_):
                dropped[name].add(at)
            case _:
                return None
    if not (isinstance(file.data, dict) and file.mark and isinstance(file.mark.parts, dict)):
        return None
    if any(len(dropped[name]) == len(file.data[name]) for name in dropped):
        return None
    marks = {name: _mark(mark, dropped.get(name, ())) for name, mark in file.mark.parts.items()}
    return replace(file, data=_data(file.data, dropped), mark=replace(file.mark, parts=marks))


def _data(data: Mapping[str, Any], dropped: Mapping[str, Collection[int]]) -> dict[str, Any]:
    return {
        name: _without(value, dropped.get(name, ())) if isinstance(value, list) else value
        for name, value in data.items()
    }


def _mark(mark: Mark, dropped: Collection[int]) -> Mark:
    return replace(mark, parts=_without(mark.parts, dropped)) if isinstance(mark.parts, list) else mark


def _without(entries: list[Any], dropped: Collection[int]) -> list[Any]:
    return [entry for at, entry in enumerate(entries) if at not in dropped]
