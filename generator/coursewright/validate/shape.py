"""pydantic's findings → problems in the author's words, at the author's line."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from unicodedata import normalize

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..diagnostics import Place, Problem, SourceString
from ..diagnostics.nearest import Near, near, nearest
from ..load.marks import COMMAS, as_list, quoted, unquoted
from ..load.slips import colon_slip
from ..load.source_file import SourceFile
from ..model.clock import CLOCK
from ..model.course import DATE
from ..model.items.quantity import UNIT
from ..model.text import ID, Source
from ..model.walk import Path
from ..model.xapi import ADDRESS, ADDRESS_OR_PATH
from ..words import marked as _
from ..words.language import TAG, suggested_tag
from .days import clock_values, day_values
from .located import Located, located
from .mapping import TYPE_NAMES
from .meant import as_decimal, as_flag, as_id, as_named, as_number, as_percent, other_sign

Model = TypeVar("Model", bound=Source)

_PATTERNS = {
    rf"^{ID}$": _("one name, such as first-minute"),
    rf"^{ID}/{ID}$": _("two names with a slash between, such as reception/first-minute"),
    rf"^{ID}/{ID}/{ID}$": _("chapter/section/objective, such as reception/first-minute/ask"),
    rf"^{ID}(?:/{ID})?$": _("a taxonomy, or taxonomy/node, such as request-kinds/elsewhere"),
}
_WRITTEN = {
    UNIT: _("a unit that does not begin with a figure or a sign, such as cm or %"),
    ADDRESS: _("an address without a password, ? or #, such as https://lrs.example/xapi/"),
    ADDRESS_OR_PATH: _(
        "an address without a password, ? or #, such as https://lrs.example/xapi/, or a path such as /xapi/"
    ),
}
_MISPLACED = {"extra_forbidden", "too_short"}
"""Findings that are about a key rather than its value."""

_EXPECTED = {
    "string_type": "str",
    "int_type": "int",
    "float_type": "float",
    "bool_type": "bool",
    "tuple_type": "list",
    "model_type": "dict",
    "model_attributes_type": "dict",
}
_NUMBERS = ("int", "float")


@dataclass(frozen=True)
class Validated(Generic[Model]):
    """A file's data as a model, or None with the problems of its shape, and where they are."""

    model: Model | None
    problems: list[Problem] = field(default_factory=list)
    wrong: list[Path] = field(default_factory=list)
    """Of an unknown key that of the known one it looks most like, if it looks like one."""


def validated(file: SourceFile, model: type[Model]) -> Validated[Model]:
    try:
        return Validated(model.model_validate(file.data))
    except ValidationError as error:
        found = [details for details in error.errors(include_url=False) if not _echo(details)]
        problems = [_problem(file, model, details) for details in found]
        return Validated(None, problems, [_affected(model, details) for details in found])


def _echo(details: ErrorDetails) -> bool:
    """pydantic also counts a list as too short when its entries are invalid; those are reported already."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _affected(model: type[Source], details: ErrorDetails) -> Path:
    at = located(model, details["loc"])
    meant = (
        nearest(at.key, at.owner.model_fields) if details["type"] == "extra_forbidden" and at.owner else ""
    )
    return (*at.path[:-1], meant) if meant else at.path


def _problem(file: SourceFile, model: type[Source], details: ErrorDetails) -> Problem:
    at = located(model, details["loc"])
    kind = details["type"]
    make = _MAKERS.get(kind)
    if make is None:
        code, values = "CW0213", {"found": details["input"], "pattern": at.meaning}
    else:
        code, values = make(file, at, details)
    return Problem(code, file.place(_blamed(at, details), key=kind in _MISPLACED), values)


def _blamed(at: Located, details: ErrorDetails) -> Path:
    """The path of the value that is wrong: of a list that is too long the first entry too many."""
    if details["type"] == "union_tag_invalid":
        return (*at.path, at.union.told_by)
    return (*at.path, details["ctx"]["max_length"]) if details["type"] == "too_long" else at.path


Made = tuple[str, dict[str, Any]]
Maker = Callable[[SourceFile, Located, ErrorDetails], Made]


def _missing(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    return "CW0201", {"key": at.key, "meaning": at.meaning}


def _unknown_key(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    if slip := colon_slip(at.key):
        return slip
    known = list(at.owner.model_fields) if at.owner else []
    word = normalize("NFKC", unquoted(at.key) or at.key)
    return "CW0203", {"key": at.key, "near": near(word, known), "known": SourceString(", ".join(known))}


def _wrong_type(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    found, expected = details["input"], _EXPECTED[details["type"]]
    if isinstance(found, str) and (slip := other_sign(found, expected)):
        return slip
    comment = file.comment_after(at.path)
    is_blank = found is None and not comment
    proper = as_percent(found) if expected == "int" and _is_share(at) else _as_meant(at, found, expected)
    return "CW0202", {
        "expected": SourceString(TYPE_NAMES[expected]),
        "found": SourceString(TYPE_NAMES.get(type(found).__name__, "?")),
        "text": quoted(written)
        if expected == "str" and (written := _as_written(file, at.path, found))
        else "",
        "proper": proper,
        "entry": "- …" if expected == "list" and isinstance(found, str) and not as_list(found) else "",
        "keys": SourceString(", ".join(_first_keys(at))) if expected == "dict" else "",
        "comment": _comment_of(comment) if found is None and comment else "",
        "meaning": at.meaning if is_blank and at.is_needed else "",
        "figures": at.meaning if found is not None and expected in _NUMBERS and not proper else "",
    }


def _is_share(at: Located) -> bool:
    """Whether a number is of a hundred."""
    return at.info is not None and any(getattr(limit, "le", None) == 100 for limit in at.info.metadata)


def _as_meant(at: Located, found: Any, expected: str) -> str:
    """What was probably meant by a value of another type, or nothing."""
    if expected == "list":
        return at.sample or _listed(found)
    if expected == "bool":
        return as_flag(found)
    return {"int": as_number, "float": as_decimal}.get(expected, lambda _: "")(found)


def _listed(found: Any) -> str:
    """One value, or the names between braces, as a list."""
    if isinstance(found, dict) and all(value is None for value in found.values()):
        found = ",".join(found)
    return as_list(found) if isinstance(found, str) else f'["{found}"]' if isinstance(found, float) else ""


def _first_keys(at: Located) -> list[str]:
    """The keys that a mapping begins with here: what it needs, or the kinds of block it may be."""
    if at.union.tags and not at.union.told_by:
        return list(at.union.tags)
    fields = at.union.models[0].model_fields.items() if at.union.models else ()
    return [name for name, info in fields if info.is_required()]


def _comment_of(place: Place) -> str:
    return quoted(place.source[place.column - 1 :].strip())


def _not_allowed(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    context = details.get("ctx", {})
    allowed = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))
    if details["input"] is None:
        return _empty(at)
    found = _as_yaml(context.get("tag", details["input"]))
    if unquoted(found) in allowed:
        return "CW0125", {"found": found, "proper": unquoted(found)}
    said = SourceString(", ".join(allowed))
    meant = as_named(found, allowed) or near(found, allowed)
    return "CW0204", {"found": found, "near": meant, "allowed": said}


def _as_yaml(found: Any) -> str:
    """What was written, as one may write it in YAML."""
    return found if isinstance(found, str) else json.dumps(found, ensure_ascii=False, default=str)


def _no_tag(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    """A block of no known kind, or an item without its type."""
    found, known = details["input"], at.union.tags
    if isinstance(found, str) and (slip := colon_slip(found)):
        return slip
    if at.union.told_by:
        return "CW0201", {"key": at.union.told_by, "meaning": SourceString(", ".join(known))}
    keys = tuple(map(str, found)) if isinstance(found, dict) else ()
    slips = (colon_slip(key) for key in keys)
    if slip := next(filter(None, slips), None):
        return slip
    return "CW0212", {"near": Near(keys, known), "known": SourceString(", ".join(known))}


def _too_short(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    if details["type"] == "string_too_short":
        return _empty(at)
    return "CW0208", {"least": details["ctx"]["min_length"], "meaning": at.meaning}


def _empty(at: Located) -> Made:
    """A text without a word; whether it may be left out says what helps."""
    if isinstance(at.path[-1], int):
        return "CW0205", {"entry": at.path[-1] + 1}
    return "CW0205", {
        "meaning": at.meaning if at.is_needed else "",
        "optional": "" if at.is_needed else at.key,
    }


def _too_long(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    length, most = len(details["input"]), details["ctx"]["max_length"]
    if details["type"] == "string_too_long":
        return "CW0206", {"most": most, "length": length, "meaning": at.meaning}
    return "CW0209", {"most": most, "count": length, "meaning": at.meaning}


def _wrong_pattern(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    pattern, found = str(details["ctx"]["pattern"]), str(details["input"])
    if not found.strip():
        return _empty(at)
    if "\n" in found.strip() and pattern not in _PATTERNS:
        return "CW0211", {"meaning": at.meaning}
    if re.match(pattern, inner := unquoted(found)):
        return "CW0125", {"found": found, "proper": inner if pattern in _PATTERNS else f'"{inner}"'}
    if pattern in _PATTERNS:
        return _no_id(at, found, pattern)
    if pattern == DATE:
        return "CW0408", day_values(found)
    if pattern == CLOCK:
        return "CW0431", clock_values(found)
    if pattern == TAG:
        tags = _("a language's code, with script and region where they matter: zh-CN, en, ja, zh-Hant-HK")
        return "CW0213", {
            "found": found,
            "near": suggested_tag(found.rstrip(f"{COMMAS}。.")),
            "pattern": SourceString(tags),
        }
    return "CW0213", {"found": found, "pattern": SourceString(_WRITTEN.get(pattern, ""))}


def _no_id(at: Located, found: str, pattern: str) -> Made:
    """An id that is none: several of them in one, or one that has to be written otherwise."""
    if (
        isinstance(at.path[-1], int)
        and re.search(f"[{COMMAS}【】［］]", found)
        and (proper := as_list(found))
    ):
        return "CW0124", {"found": found, "proper": proper}
    proper = as_id(found)
    values = {"found": found, "pattern": SourceString(_PATTERNS[pattern])}
    return "CW0207", {**values, "near": proper if re.match(pattern, proper) else ""}


def _out_of_range(file: SourceFile, at: Located, details: ErrorDetails) -> Made:
    context = details["ctx"]
    place = file.place(at.path)
    limits = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<"}
    return "CW0210", {
        "found": place.source[place.column - 1 :][: place.width],  # 1e400 has become infinite
        "meaning": at.meaning,
        "range": " ".join(f"{limits[key]} {context[key]:,.16g}" for key in limits if key in context),
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


def _as_written(file: SourceFile, path: Path, found: Any) -> str:
    """A value that is no text, as it stands in the source; a list or mapping only when it is on one line."""
    place = file.place(path)
    if isinstance(found, bool | int | float):
        return place.source[place.column - 1 : place.column - 1 + place.width]
    rest = place.source[place.column - 1 :].strip()
    return rest if isinstance(found, list | dict) and rest[:1] in ("[", "{") else ""
