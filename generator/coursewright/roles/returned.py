"""A filled job description → the role's source, and what differs from it.

The content controls of the template carry the paths of the fields they hold, such
as `duties.2.standard`. A row that was copied in Word carries the same paths
once more: it is a further entry. A row that was deleted is an entry less.
"""

import re
from collections.abc import Sequence
from difflib import unified_diff
from typing import Any

import yaml

from ..diagnostics import Problem
from ..load.source_file import read_source
from ..model.markup import blocks, is_plain, phrase
from ..model.role import Role
from ..press.document import lines_of, said
from ..press.prose import line, prose
from ..validate.rules import content_problems
from ..validate.shape import validated
from ..validate.wording import wording_problems

Pairs = Sequence[tuple[str, str]]
"""Tag and text of each control, in the order of the document."""

Data = dict[str, Any]

SCHEMA = "# yaml-language-server: $schema=../../schema/role.json\n"
_LISTS = (
    "duties",
    "authority",
    "internal",
    "external",
    "required",
    "preferred",
    "competencies",
    "kpis",
    "redlines",
    "training",
)
_FIXED = ("competencies", "training")
"""Lists whose entries refer to something that the template does not name: rows can go, but not be added."""
_BY_KIND = ("required", "preferred")
"""Lists that the template sorts by kind: they keep the order of the source."""
_TEXTS = ("purpose", "statement")
"""Fields of a role that hold paragraphs."""
_PROSE = ("purpose", "text", "standard", "formula", "change", "statement")
"""Fields that hold an author's Markdown; the others are names and numbers."""

_NUMBER = re.compile("[1-9][0-9]{0,3}")
_SEPARATORS = re.compile(r"\s*[、,，;；]\s*")
_OPENING = re.compile(r"^([0-9]*)([-+=.)])")
"""What would begin a list or underline a heading."""
_MARKS = re.compile(r"([\\`*_\[\]<>&~!|#])")


def role_data(role: Role) -> Data:
    """The role as its source says it: nothing that is left out."""
    return role.model_dump(mode="json", exclude_defaults=True)


def role_yaml(data: Data) -> str:
    """The source file of a role."""
    return SCHEMA + yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)


def filled_data(pairs: Pairs, role: Role) -> Data:
    """The role's data with what the template says put in; what says the same stays as it is written."""
    data = role_data(role)
    old = role_data(role)
    entries: dict[str, list[_Entry]] = {}
    for tag, text in pairs:
        path = tag.split(".")
        if (name := _list_of(path)) is not None:
            _enter(entries.setdefault(name, []), path, name, text)
        elif path[0] in _TEXTS and len(path) == 1 and text.strip():
            data[path[0]] = _written_text(text, data.get(path[0]))
        elif path[0] in Role.model_fields and len(path) == 1:
            _put(data, path[0], text)
        elif path[0] == "document" and len(path) == 2:
            _put(data["document"], path[1], text)
    for name, found in entries.items():
        owner, key = (data["document"], "revisions") if name == "document.revisions" else (data, name)
        before = old["document"].get("revisions", []) if name == "document.revisions" else old.get(name, [])
        owner[key] = _merged(name, found, before)
        if not owner[key]:
            del owner[key]
    return {field: data[field] for field in Role.model_fields if field in data}


def filled_problems(file: str, text: str, language: str) -> list[Problem]:
    """What is wrong with a role's source in a course of that language, as a file by itself."""
    source = read_source(file, text.encode())
    if not source.usable:
        return source.problems
    result = validated(source, Role)
    if result.model is None:
        return result.problems
    content = content_problems(source, result.model)
    return [*result.problems, *content, *wording_problems(source, result.model, language)]


def difference(before: str, after: str, names: tuple[str, str]) -> list[str]:
    """Lines of a unified diff; none when nothing changed."""
    return list(unified_diff(before.splitlines(), after.splitlines(), *names, lineterm="", n=2))


class _Entry:
    """One row of a list as the template has it: its number in the source and its texts."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.texts: dict[str, str] = {}


def _list_of(path: list[str]) -> str | None:
    """The list that a path leads into, when it does: `duties.2.text` or `document.revisions.1.date`."""
    if path[:2] == ["document", "revisions"] and len(path) == 4 and _NUMBER.fullmatch(path[2]):
        return "document.revisions"
    return path[0] if path[0] in _LISTS and 2 <= len(path) <= 3 and _NUMBER.fullmatch(path[1]) else None


def _enter(entries: list[_Entry], path: list[str], name: str, text: str) -> None:
    number = int(path[2 if name == "document.revisions" else 1])
    key = "" if _NUMBER.fullmatch(path[-1]) else path[-1]
    if not entries or entries[-1].number != number or key in entries[-1].texts:
        entries.append(_Entry(number))
    entries[-1].texts[key] = text


def _merged(name: str, found: list[_Entry], before: list[Any]) -> list[Any]:
    """The entries as the template has them; rows without any words are dropped."""
    seen: set[int] = set()
    merged: list[tuple[int, Any]] = []
    for entry in found:
        known = before[entry.number - 1] if entry.number <= len(before) and entry.number not in seen else None
        copied = entry.number in seen or known is None
        seen.add(entry.number)
        if not any(entry.texts.values()) or (copied and name in _FIXED):
            continue
        template = known if known is not None else _kept_by_a_copy(before, entry.number)
        merged.append((entry.number, _filled(template, entry.texts)))
    if name in _BY_KIND:
        merged.sort(key=lambda pair: pair[0])
    return [value for _, value in merged]


def _kept_by_a_copy(before: list[Any], number: int) -> Any:
    """What a copied row has from the original: the kind of a qualification, the period of an indicator."""
    if not before or not isinstance(before[0], dict):
        return {}
    return {
        key: before[min(number, len(before)) - 1].get(key) for key in ("kind", "period") if key in before[0]
    }


def _filled(known: Any, texts: dict[str, str]) -> Any:
    if "" in texts:
        return _written(texts[""], known)
    entry = dict(known)
    for key, text in texts.items():
        _put(entry, key, text)
    return entry


def _put(owner: Data, key: str, text: str) -> None:
    """Set one field from its text; an empty text leaves it out."""
    if key == "aliases":
        names, before = _names(text), owner.pop(key, [])
        if names:
            owner[key] = before if names == _names("、".join(before)) else names
    elif not text.strip():
        owner.pop(key, None)
    elif key in ("weight", "level"):
        owner[key] = _number(text)
    elif key == "essential":
        owner[key] = text != "false"
        if owner[key]:
            del owner[key]
    elif key in _PROSE:
        owner[key] = _written(text, owner.get(key))
    else:
        owner[key] = owner[key] if _same(owner.get(key), text) else " ".join(text.split())


def _names(text: str) -> list[str]:
    return [name for name in _SEPARATORS.split(text.strip()) if name]


def _same(before: Any, text: str) -> bool:
    """Whether a text differs from what was there by nothing but its spaces."""
    return isinstance(before, str) and before.split() == text.split()


def _number(text: str) -> int | str:
    """A whole number, with or without a percent sign; anything else stays for the check to find."""
    bare = text.strip().removesuffix("%").removesuffix("％").strip()
    return int(bare) if bare.isdecimal() and len(bare) <= 9 else text


def _written(text: str, before: Any) -> str:
    """A line as an author writes it: what was there if it says the same, else with its marks made plain."""
    if isinstance(before, str) and _same(said(line(phrase(before))), text):
        return before
    return _plain(text)


def _written_text(text: str, before: Any) -> str:
    """The same for a text: every line of it is a paragraph."""
    if isinstance(before, str) and _same(" ".join(lines_of(prose(blocks(before)))), text):
        return before
    paragraphs = (_plain(each) for each in text.splitlines() if each.strip())
    return "\n\n".join(_OPENING.sub(r"\1\\\2", paragraph) for paragraph in paragraphs)


def _plain(text: str) -> str:
    bare = " ".join(text.split())
    return bare if is_plain(bare) else _MARKS.sub(r"\\\1", bare)


class _Dumper(yaml.SafeDumper):
    """Lists indented below their key, as editors do it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)
