"""What an SVG may have in it: shapes and text, and nothing that runs, or that comes from elsewhere.

A browser obeys an SVG that is opened by itself as it does a page. So elements
and attributes are looked through as XML, and style sheets as what they may name.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

_RUNNING = frozenset(
    re.findall(
        r"\w+",
        "script foreignobject iframe frame embed object audio video canvas handler listener link meta base",
    )
)
_SVG, _PAGES, _LINKS = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1999/xlink",
)
_XML = "http://www.w3.org/XML/1998/namespace"
_ADDRESSES = frozenset(("href", "src", "data", "action", "formaction", "poster", "srcset"))
_RASTER = r"data:image/(?:png|jpe?g|gif|webp)[;,]"
_WITHIN = re.compile(rf"\s*(?:#|{_RASTER}|$)", re.I)
_FETCHED = re.compile(
    rf"@import|url\(\s*(?![\"']?\s*(?:#|{_RASTER}|data:(?:font|application)/[\w.+-]*font|data:font))"
    r"|image-set\(|src\(|expression\(|javascript:|\\",
    re.I,
)
"""What a style sheet brings from elsewhere; a backslash may write any of it."""
_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^\[\]<>]*>\s*", re.I)


class Unsafe(NamedTuple):
    """What is in an SVG that may not be, and its line."""

    found: str
    line: int


def unsafe(content: bytes) -> Unsafe | None:
    """The first thing that runs or comes from elsewhere; an SVG that is no XML has none."""
    return _Reading(content).found


def bare(content: bytes) -> bytes:
    """An SVG without the line that names its document type, which says nothing to a browser."""
    return _DOCTYPE.sub(b"", content, count=1)


class _Reading:
    """One reading from the first element to the last."""

    def __init__(self, content: bytes) -> None:
        self.found: Unsafe | None = None
        self._style: list[str] | None = None
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._entity
        try:
            self._parser.Parse(content, True)
        except (expat.ExpatError, LookupError, ValueError):
            return

    def _note(self, found: str) -> None:
        if self.found is None:
            self.found = Unsafe(found, self._parser.CurrentLineNumber)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if space == _PAGES or (space in ("", _SVG) and name.lower() in _RUNNING):
            self._note(f"<{name}>")
        for key, value in attributes.items():
            self._attribute(key, value)
        self._style = [] if name.lower() == "style" else self._style

    def _attribute(self, key: str, value: str) -> None:
        space, _, name = key.rpartition(" ")
        if _refused(space, name.lower(), value):
            self._note(f'{name}="{value}"')

    def _end(self, tag: str) -> None:
        if self._style is not None:
            if match := _FETCHED.search("".join(self._style)):
                self._note(match[0])
            self._style = None

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._note(f"<?{target}?>")

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: bool) -> None:
        if has_subset:
            self._note("<!DOCTYPE … [")

    def _entity(self, name: str, *_rest: object) -> None:
        self._note(f"<!ENTITY {name}>")


def _refused(space: str, name: str, value: str) -> bool:
    return (
        name.startswith("on")
        or (space == _XML and name == "base")
        or (space in ("", _LINKS) and name in _ADDRESSES and not _WITHIN.match(value))
        or (name == "attributename" and _animates(value))
        or ((name == "style" or "url(" in value.lower()) and _FETCHED.search(value) is not None)
    )


def _animates(value: str) -> bool:
    """Whether an animation changes where something leads, or what it does."""
    name = value.rpartition(":")[2].strip().lower()
    return name in _ADDRESSES or name.startswith("on")
