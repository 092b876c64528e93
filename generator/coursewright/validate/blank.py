"""Keys behind which nothing stands: where they may be left out, YAML and the models take that in silence."""

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Bilingual, Problem
from ..load.source_file import SourceFile
from ..model.text import Source
from ..model.walk import Path


def blank_problems(file: SourceFile, model: Source) -> Iterator[Problem]:
    """Problems of a file whose shape is right."""
    for path, owner in _blanks(model, file.data, ()):
        meaning = Bilingual(owner.model_fields[str(path[-1])].description or "")
        yield Problem("CW0214", file.place(path, key=True), {"key": path[-1], "meaning": meaning})


def _blanks(value: Any, data: Any, path: Path) -> Iterator[tuple[Path, type[Source]]]:
    if isinstance(value, Source) and isinstance(data, dict):
        for key, below in data.items():
            if below is None:
                yield (*path, key), type(value)
            else:
                yield from _blanks(value.__dict__[key], below, (*path, key))
    elif isinstance(value, tuple) and isinstance(data, list):
        for at, (each, below) in enumerate(zip(value, data, strict=False)):
            yield from _blanks(each, below, (*path, at))
