"""Every string of a model with its path: one walk for whoever checks, links, measures or translates texts."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar

from .mark import Mark
from .plan import Each, Leaf, Shape, models_within, nested_models, plan
from .text import Source

Path = tuple[str | int, ...]
"""Keys and positions from the top of a file, the same in the source and in its model."""

Model = TypeVar("Model", bound=Source)


class Spot(NamedTuple):
    """A string, where it stands, and what it is."""

    path: Path
    text: str
    mark: Mark


def spots(model: Source, path: Path = ()) -> list[Spot]:
    """Every string of the model that is no number and no word from a list, in the order of the fields."""
    found: list[Spot] = []
    _gather(model, path, found)
    return found


def prose(model: Source) -> Iterator[Spot]:
    """What people read: everything that is translated, and nothing else."""
    return (spot for spot in spots(model) if spot.mark.prose)


def instances(model: Source, kind: type[Model], path: Path = ()) -> Iterator[tuple[Path, Model]]:
    """Every part of the model, or the model itself, that is of a kind, with its path; parents first."""
    if isinstance(model, kind):
        yield path, model
    for name, shape in _ways(type(model), kind):
        yield from _within(model.__dict__[name], shape, kind, (*path, name))


def replaced(model: Model, texts: Mapping[Path, str]) -> Model:
    """The model with other strings at some of its paths; nothing is checked again.

    Raises LookupError for a path at which the model has no string.
    """
    tree: dict[str | int, Any] = {}
    for path, text in texts.items():
        below = tree
        for step in path[:-1]:
            below = below.setdefault(step, {})
        below[path[-1]] = text
    return _rebuilt(model, tree)  # type: ignore[no-any-return]  # a model stays what it is


def _gather(model: Source, path: Path, found: list[Spot]) -> None:
    values = model.__dict__
    for name, shape in plan(type(model)):
        if (value := values[name]) is not None and value != ():
            _gather_below(value, shape, (*path, name), found)


def _gather_below(value: Any, shape: Shape, path: Path, found: list[Spot]) -> None:
    if isinstance(shape, Leaf):
        found.append(Spot(path, value, shape.mark))
    elif isinstance(shape, Each):
        for at, part in enumerate(value):
            if part is not None:
                _gather_below(part, shape.shape, (*path, at), found)
    else:
        _gather(value, path, found)


@cache
def _ways(model: type[Source], kind: type[Source]) -> tuple[tuple[str, Shape], ...]:
    """The fields below which there can be parts of a kind."""
    return tuple((name, shape) for name, shape in plan(model) if _leads(shape, kind))


def _leads(shape: Shape, kind: type[Source]) -> bool:
    return any(issubclass(found, kind) for below in nested_models(shape) for found in models_within(below))


def _within(value: Any, shape: Shape, kind: type[Model], path: Path) -> Iterator[tuple[Path, Model]]:
    if value is None:
        return
    if isinstance(shape, Each):
        for at, part in enumerate(value):
            yield from _within(part, shape.shape, kind, (*path, at))
    else:
        yield from instances(value, kind, path)


def _rebuilt(value: Any, tree: Any) -> Any:
    """The value with what the tree says put in its place."""
    if isinstance(tree, str):
        if not isinstance(value, str):
            raise LookupError(f"no text to replace by {tree!r}")
        return tree
    if isinstance(value, tuple):
        parts = dict(enumerate(value))
        return tuple({**parts, **{at: _rebuilt(parts[at], below) for at, below in tree.items()}}.values())
    if not isinstance(value, Source):
        raise LookupError(f"nothing below {value!r}")
    return value.model_copy(
        update={name: _rebuilt(value.__dict__[name], below) for name, below in tree.items()}
    )
