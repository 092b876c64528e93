"""Where a model has its strings and its parts, read off the annotations once a class.

Models are made of strings with a mark, of lists, and of other models; every
walk over them follows these plans.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import Tag

from .mark import Mark
from .text import Source


@dataclass(frozen=True)
class Leaf:
    """A string."""

    mark: Mark


@dataclass(frozen=True)
class Each:
    """A list."""

    shape: "Shape"


@dataclass(frozen=True)
class Nested:
    """A mapping that is one of these models.

    `tags` tell them apart, by the value of the key `told_by` if there is one.
    """

    models: tuple[type[Source], ...]
    tags: tuple[str, ...] = ()
    told_by: str = ""

    def tagged(self, tag: str | int) -> "Nested":
        """The model of one tag."""
        return Nested(tuple(model for model, its in zip(self.models, self.tags, strict=True) if its == tag))


Shape = Leaf | Each | Nested


@cache
def plan(model: type[Source]) -> tuple[tuple[str, Shape], ...]:
    """The fields that hold strings or further models, in their order, each with its shape.

    Raises TypeError for a string without a mark: nobody could tell whether to translate it.
    """
    found = ((name, shape_of(model, name)) for name in model.model_fields)
    return tuple((name, shape) for name, shape in found if shape is not None)


@cache
def shape_of(model: type[Source], name: str) -> Shape | None:
    """The shape of one field, or None when it holds numbers, switches or words from a list."""
    field = model.model_fields[name]
    try:
        return _annotated(field.annotation, (*field.metadata, field))
    except TypeError as error:
        raise TypeError(f"{model.__name__}.{name}: {error}") from error


@cache
def models_within(model: type[Source]) -> frozenset[type[Source]]:
    """The model and every model that it may hold at any depth."""
    found: set[type[Source]] = set()
    waiting = [model]
    while waiting:
        if (here := waiting.pop()) not in found:
            found.add(here)
            waiting += [below for _, shape in plan(here) for below in nested_models(shape)]
    return frozenset(found)


def marks_within(model: type[Source]) -> Iterator[Mark]:
    """The mark of every string that a file of this model may hold."""
    shapes = (_entry(shape) for here in models_within(model) for _, shape in plan(here))
    return (shape.mark for shape in shapes if isinstance(shape, Leaf))


def nested_models(shape: Shape) -> tuple[type[Source], ...]:
    """The models that a field of this shape holds, in a list or by itself."""
    entry = _entry(shape)
    return entry.models if isinstance(entry, Nested) else ()


def _entry(shape: Shape) -> Leaf | Nested:
    """What a list holds, whatever lists it lies in."""
    while isinstance(shape, Each):
        shape = shape.shape
    return shape


def _shape(annotation: Any) -> Shape | None:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(args[0], args[1:])
    if origin is tuple:
        inner = _shape(args[0])
        return Each(inner) if inner else None
    if origin in (Union, UnionType):
        return _union([shape for arg in args if arg is not NoneType and (shape := _shape(arg))])
    if isinstance(annotation, type) and issubclass(annotation, Source):
        return Nested((annotation,))
    if annotation is str:
        raise TypeError("a string needs a mark")
    return None


def _annotated(inner: Any, metadata: tuple[Any, ...]) -> Shape | None:
    if marks := [mark for mark in metadata if isinstance(mark, Mark)]:
        return Leaf(marks[-1])
    shape = _shape(inner)
    tags = tuple(str(tag.tag) for tag in metadata if isinstance(tag, Tag))
    told_by = next(
        (key for entry in metadata if isinstance(key := getattr(entry, "discriminator", None), str)), ""
    )
    if isinstance(shape, Nested) and (tags or told_by):
        return Nested(shape.models, tags or _values(shape.models, told_by), told_by)
    return shape


def _values(models: tuple[type[Source], ...], key: str) -> tuple[str, ...]:
    """The words by which each of the models says at `key` which it is."""
    annotations = (model.model_fields[key].annotation for model in models)
    return tuple(str(word) for each in annotations if get_origin(each) is Literal for word in get_args(each))


def _union(shapes: list[Shape]) -> Shape | None:
    if len(shapes) < 2:
        return shapes[0] if shapes else None
    nested = [shape for shape in shapes if isinstance(shape, Nested)]
    if len(nested) < len(shapes):
        raise TypeError("a field is text or a mapping, not both")
    models = tuple(model for shape in nested for model in shape.models)
    return Nested(models, tuple(tag for shape in nested for tag in shape.tags))
