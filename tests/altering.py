"""Every way to change one value of a JSON document: another value, another type, and none."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Altered:
    """`path` leads to what was changed, `way` says how."""

    path: Path
    way: str
    data: Any

    def __str__(self) -> str:
        return f"{'/'.join(map(str, self.path))} {self.way}"


def alterations(data: Any) -> Iterator[Altered]:
    """Of every object, list and value in a document."""
    for path in _paths(data, ()):
        value = _at(data, path)
        for way, other in (("altered", _other(value)), ("retyped", _retyped(value))):
            yield Altered(path, way, _put(data, path, other))
        yield Altered(path, "removed", _without(data, path))


def _paths(data: Any, path: Path) -> Iterator[Path]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from _paths(value, (*path, key))


def _other(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return f"{value}x"
        case list():
            return [*value, *value, "x"]
        case dict():
            return {**value, "x": "x"}
    return "x"


def _retyped(value: Any) -> Any:
    if isinstance(value, dict):
        return [*value.values()]
    return {"0": value} if isinstance(value, list) else [value]


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def _put(data: Any, path: Path, value: Any) -> Any:
    copy = deepcopy(data)
    _at(copy, path[:-1])[path[-1]] = value
    return copy


def _without(data: Any, path: Path) -> Any:
    copy = deepcopy(data)
    del _at(copy, path[:-1])[path[-1]]
    return copy
