"""pydantic's findings → problems in the author's words, at the author's line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..diagnostics import Bilingual, Problem, SourceString
from ..diagnostics.nearest import Near, near
from ..load.source_file import SourceFile
from ..model.course import DATE
from ..model.plan import Each, Nested, Shape, shape_of
from ..model.text import ID, Source
from ..model.walk import Path
from ..words import marked as _
from ..words.language import TAG, suggested_tag

Model = TypeVar("Model", bound=Source)

_PATTERNS = {
    rf"^{ID}$": "name",
    rf"^{ID}/{ID}$": "first/second",
    rf"^{ID}/{ID}/{ID}$": "chapter/section/objective",
    rf"^{ID}(?:/{ID})?$": "taxonomy / taxonomy/node",
}

TYPE_NAMES = {
    "str": _("text"),
    "int": _("a whole number"),
    "float": _("a number"),
    "bool": _("true or false"),
    "list": _("a list"),
    "dict": _("a mapping"),
    "NoneType": _("nothing"),
}
_EXPECTED = {
    "string_type": "str",
    "int_type": "int",
    "bool_type": "bool",
    "tuple_type": "list",
    "model_type": "dict",
    "model_attributes_type": "dict",
}


@dataclass(frozen=True)
class Validated(Generic[Model]):
    """A file's data as a model, or None with the problems of its shape."""

    model: Model | None
    problems: list[Problem] = field(default_factory=list)


def validated(file: SourceFile, model: type[Model]) -> Validated[Model]:
    try:
        return Validated(model.model_validate(file.data))
    except ValidationError as error:
        found = [details for details in error.errors(include_url=False) if not _echo(details)]
        return Validated(None, [_problem(file, model, details) for details in found])


def _echo(details: ErrorDetails) -> bool:
    """pydantic also counts a list as too short when its entries are invalid; those are reported already."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


@dataclass(frozen=True)
class _Located:
    """Where in a file a finding is: its path, the model that has the last key, and what may stand there."""

    path: Path
    owner: type[Source] | None
    shape: Shape | None

    @property
    def key(self) -> str:
        return str(self.path[-1])

    @property
    def union(self) -> Nested:
        """The models that there can be."""
        return self.shape if isinstance(self.shape, Nested) else Nested(())

    def below(self, step: str | int) -> "_Located":
        """One step on in pydantic's location; the tag of a union is a step, but none of the path."""
        if self.union.tags:
            return _Located(self.path, self.owner, self.union.tagged(step))
        owner = next(iter(self.union.models), None)
        entry = self.shape.shape if isinstance(self.shape, Each) else None
        known = owner is not None and step in owner.model_fields
        return _Located((*self.path, step), owner, shape_of(owner, str(step)) if owner and known else entry)


def _located(model: type[Source], location: tuple[str | int, ...]) -> _Located:
    return reduce(_Located.below, location, _Located((), None, Nested((model,))))


def _problem(file: SourceFile, model: type[Source], details: ErrorDetails) -> Problem:
    at = _located(model, details["loc"])
    kind = details["type"]
    make = _MAKERS.get(kind)
    if make is None:
        code, values = "CW0213", {"found": details["input"], "pattern": details["msg"]}
    else:
        code, values = make(file, at, details)
    path = (*at.path, at.union.told_by) if kind == "union_tag_invalid" else at.path
    return Problem(code, file.place(path, key=kind == "extra_forbidden"), values)


Made = tuple[str, dict[str, Any]]
Maker = Callable[[SourceFile, _Located, ErrorDetails], Made]


def _missing(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    info = at.owner.model_fields.get(at.key) if at.owner else None
    meaning = Bilingual(info.description) if info and info.description else ""
    return "CW0201", {"key": at.key, "meaning": meaning}


def _unknown_key(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    known = list(at.owner.model_fields) if at.owner else []
    return "CW0203", {"key": at.key, "near": near(at.key, known), "known": ", ".join(known)}


def _wrong_type(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    found, expected = details["input"], _EXPECTED[details["type"]]
    text = _as_written(file, at.path) if expected == "str" and isinstance(found, int | float | bool) else ""
    return "CW0202", {
        "expected": SourceString(TYPE_NAMES[expected]),
        "found": SourceString(TYPE_NAMES.get(type(found).__name__, "?")),
        "text": text,
    }


def _not_allowed(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    context = details.get("ctx", {})
    allowed = str(context.get("expected", context.get("expected_tags", ""))).replace("'", "")
    found = str(context.get("tag", details["input"]))
    return "CW0204", {
        "found": found,
        "near": near(found, allowed.replace(" or ", ", ").split(", ")),
        "allowed": allowed,
    }


def _no_tag(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    """A block of no known kind, or an item without its type."""
    known = at.union.tags
    if at.union.told_by:
        return "CW0201", {"key": at.union.told_by, "meaning": ", ".join(known)}
    keys = details["input"] if isinstance(details["input"], dict) else ()
    return "CW0212", {"near": Near(tuple(map(str, keys)), known), "known": ", ".join(known)}


def _too_short(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    if details["type"] == "string_too_short":
        return "CW0205", {}
    return "CW0208", {"least": details["ctx"]["min_length"]}


def _too_long(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    code = "CW0206" if details["type"] == "string_too_long" else "CW0209"
    return code, {"most": details["ctx"]["max_length"]}


def _wrong_pattern(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    pattern, found = str(details["ctx"]["pattern"]), str(details["input"])
    if pattern in _PATTERNS:
        return "CW0207", {"found": found, "pattern": _PATTERNS[pattern]}
    if not found.strip():
        return "CW0205", {}
    if "\n" in found:
        return "CW0211", {}
    if pattern == DATE:
        return "CW0408", {"found": found}
    if pattern == TAG:
        tags = _("a language's code, with script and region where they matter: zh-CN, en, ja, zh-Hant-HK")
        return "CW0213", {"found": found, "near": suggested_tag(found), "pattern": SourceString(tags)}
    return "CW0213", {"found": found, "pattern": ""}


def _out_of_range(file: SourceFile, at: _Located, details: ErrorDetails) -> Made:
    context = details["ctx"]
    limits = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<"}
    return "CW0210", {
        "found": details["input"],
        "range": " ".join(f"{limits[key]} {context[key]}" for key in limits if key in context),
    }


_MAKERS: dict[str, Maker] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    **dict.fromkeys(_EXPECTED, _wrong_type),
    "literal_error": _not_allowed,
    "union_tag_invalid": _not_allowed,
    "union_tag_not_found": _no_tag,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_pattern_mismatch": _wrong_pattern,
    **dict.fromkeys(("greater_than_equal", "less_than_equal", "greater_than", "less_than"), _out_of_range),
}


def _as_written(file: SourceFile, path: Path) -> str:
    place = file.place(path)
    return place.source[place.column - 1 : place.column - 1 + place.width]


def not_a_mapping(file: SourceFile, path: Path) -> Problem:
    """The problem of a value that should be a mapping and is not."""
    value = file.data
    for step in path:
        value = value[step]
    found = TYPE_NAMES.get(type(value).__name__, "?")
    return Problem(
        "CW0202",
        file.place(path),
        {"expected": SourceString(TYPE_NAMES["dict"]), "found": SourceString(found), "text": ""},
    )
