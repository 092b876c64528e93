"""What of a file is right where something else in it is wrong: it is no model, but can be walked like one."""

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter

from ..model.plan import Each, Leaf, Nested, Shape, shape_of
from ..model.text import Source, without_blanks
from ..model.walk import Path

Tree = dict[str | int, Any]
"""Step → what is wrong below it, and nothing below what is wrong itself."""


def remains(model: type[Source], data: Any, wrong: Iterable[Path]) -> Any:
    """The model without what is wrong at these paths.

    There, and where something is missing, is None; prose that is there and no text is empty.
    """
    return _part(model, data, _tree(wrong))


def _tree(wrong: Iterable[Path]) -> Tree:
    tree: Tree = {}
    for path in wrong:
        below = tree
        for step in path:
            below = below.setdefault(step, {})
    return tree


def _part(model: type[Source], data: Any, wrong: Tree) -> Source | None:
    if not isinstance(data, dict):
        return None
    data = without_blanks(model, data)
    part = model.__new__(model)
    values = {name: _value(model, name, data, wrong) for name in model.model_fields}
    object.__setattr__(part, "__dict__", values)
    object.__setattr__(part, "__pydantic_fields_set__", data.keys() & values.keys())
    return part


def _value(model: type[Source], name: str, data: dict[str, Any], wrong: Tree) -> Any:
    info, shape = model.model_fields[name], shape_of(model, name)
    if wrong.get(name):
        return _below(shape, data.get(name), wrong[name])
    if name in wrong:
        is_there = (
            isinstance(shape, Leaf) and shape.mark.prose and not (info.is_required() and name not in data)
        )
        return "" if is_there else None
    if name in data:
        return _adapter(model, name).validate_python(data[name])
    return info.get_default(call_default_factory=True)


def _below(shape: Shape | None, data: Any, wrong: Tree) -> Any:
    if isinstance(shape, Each) and isinstance(data, list):
        return tuple(_entry(shape.shape, data[at], wrong.get(at)) for at in range(len(data)))
    if isinstance(shape, Nested):
        return _part(_model_of(shape, data), data, wrong)
    return None


def _entry(shape: Shape, data: Any, wrong: Tree | None) -> Any:
    """An entry of a list; `wrong` is None where nothing is, and empty where the entry itself is wrong."""
    if wrong == {}:
        return None
    if wrong:
        return _below(shape, data, wrong)
    return data if isinstance(shape, Leaf) else _below(shape, data, {})


def _model_of(shape: Nested, data: Any) -> type[Source]:
    """The model that a mapping is of, which its tag tells."""
    if not shape.tags:
        return shape.models[0]
    tag = data[shape.told_by] if shape.told_by else next(tag for tag in shape.tags if tag in data)
    return shape.tagged(tag).models[0]


@cache
def _adapter(model: type[Source], name: str) -> "TypeAdapter[Any]":
    info = model.model_fields[name]
    kind: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    return TypeAdapter(kind)
