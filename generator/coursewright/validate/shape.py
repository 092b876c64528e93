"""pydantic's findings → problems in the author's words, at the author's line."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..diagnostics import Bilingual, Problem, SourceString
from ..diagnostics.nearest import nearest
from ..load.source_file import SourceFile
from ..model.chapter import BLOCKS
from ..model.course import DATE
from ..model.items.bank import ITEM_TYPES
from ..model.text import ID, Source
from ..model.toolkit import PARTS
from ..model.walk import Path
from ..words import marked as _
from ..words.language import TAG, suggested_tag

Model = TypeVar("Model", bound=Source)

_TAGS = {"body": tuple(BLOCKS), "parts": PARTS, "items": tuple(ITEM_TYPES)}
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


def validated(file: SourceFile, model: type[Model]) -> Model | None:
    """The file's data as `model`, or None with the problems added to the file."""
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        file.problems += [
            _problem(file, model, details)
            for details in error.errors(include_url=False)
            if not _echo(details)
        ]
        return None


def _echo(details: ErrorDetails) -> bool:
    """pydantic also counts a list as too short when its entries are invalid; those are reported already."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _problem(file: SourceFile, model: type[Source], details: ErrorDetails) -> Problem:
    path = _path(details["loc"])
    kind = details["type"]
    make = _MAKERS.get(kind)
    if make is None:
        code, values = "CW0213", {"found": details["input"], "pattern": details["msg"]}
    else:
        code, values = make(file, model, path, details)
    if kind == "union_tag_invalid":
        path = (*path, "type")
    return Problem(code, file.place(path, key=kind == "extra_forbidden"), values)


def _path(location: tuple[str | int, ...]) -> Path:
    """pydantic's location without the tags of the unions it went through."""
    path: list[str | int] = []
    for at, step in enumerate(location):
        tags = _TAGS.get(str(location[at - 2]), ()) if at >= 2 and isinstance(location[at - 1], int) else ()
        if step not in tags:
            path.append(step)
    return tuple(path)


Made = tuple[str, dict[str, Any]]
Maker = Callable[[SourceFile, type[Source], Path, ErrorDetails], Made]


def _missing(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
    owner = _model_at(model, file.data, path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner else None
    return "CW0201", {
        "key": path[-1],
        "meaning": Bilingual(field.description) if field and field.description else "",
    }


def _unknown_key(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
    owner = _model_at(model, file.data, path[:-1])
    known = list(owner.model_fields) if owner else []
    return "CW0203", {"key": path[-1], "near": nearest(str(path[-1]), known), "known": ", ".join(known)}


def _wrong_type(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
    found, expected = details["input"], _EXPECTED[details["type"]]
    text = _as_written(file, path) if expected == "str" and isinstance(found, int | float | bool) else ""
    return "CW0202", {
        "expected": SourceString(TYPE_NAMES[expected]),
        "found": SourceString(TYPE_NAMES.get(type(found).__name__, "?")),
        "text": text,
    }


def _not_allowed(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
    context = details.get("ctx", {})
    allowed = str(context.get("expected", context.get("expected_tags", ""))).replace("'", "")
    found = str(context.get("tag", details["input"]))
    return "CW0204", {
        "found": found,
        "near": nearest(found, allowed.replace(" or ", ", ").split(", ")),
        "allowed": allowed,
    }


def _no_tag(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
    """A block of no known kind, or an item without its type."""
    if len(path) >= 2 and path[-2] == "items":
        return "CW0201", {"key": "type", "meaning": ", ".join(ITEM_TYPES)}
    known = _TAGS.get(str(path[-2]) if len(path) >= 2 else "", ())
    keys = details["input"] if isinstance(details["input"], dict) else ()
    near = next((match for key in keys if (match := nearest(str(key), known))), "")
    return "CW0212", {"near": near, "known": ", ".join(known)}


def _too_short(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
    if details["type"] == "string_too_short":
        return "CW0205", {}
    return "CW0208", {"least": details["ctx"]["min_length"]}


def _too_long(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
    code = "CW0206" if details["type"] == "string_too_long" else "CW0209"
    return code, {"most": details["ctx"]["max_length"]}


def _wrong_pattern(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
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


def _out_of_range(file: SourceFile, model: type[Source], path: Path, details: ErrorDetails) -> Made:
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


def _model_at(model: type[Source], data: Any, path: Path) -> type[Source] | None:
    """The model that describes the mapping at `path`, followed through lists and unions."""
    candidates = [model]
    for step in path:
        if isinstance(step, str):
            here = _fitting(candidates, data)
            field = here.model_fields.get(step) if here else None
            candidates = list(_models_in(field.annotation)) if field else []
        data = cast(Any, data)[step] if isinstance(data, dict | list) else None
    return _fitting(candidates, data)


def _models_in(annotation: Any) -> Iterator[type[Source]]:
    if isinstance(annotation, type) and issubclass(annotation, Source):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _fitting(candidates: list[type[Source]], data: Any) -> type[Source] | None:
    """The candidate that shares most keys with the data; an item's type decides first."""
    keys = data if isinstance(data, dict) else {}

    def likeness(model: type[Source]) -> tuple[bool, int]:
        typed = "type" in model.model_fields and keys.get("type") in get_args(
            model.model_fields["type"].annotation
        )
        return typed, len(model.model_fields.keys() & keys.keys())

    return max(candidates, key=likeness, default=None)


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
