"""What somebody filled into a document: the content controls of a DOCX (ECMA-376 part 1, 17.5.2).

Elements are matched by their local names, because Word's “Strict Open XML” writes
the same ones in another namespace. Every element is visited once.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from .opened import NotADocument, Parts
from .span import date_parts

KEPT = "urn:coursewright:source"
"""The namespace of the part that keeps what a document was made of (`Document.source`)."""

MOST_CONTROLS = 2_000
DEEPEST = 4
"""Controls within controls; ours have none."""

_ROOM = "\u2003\u3000 年月日-"
"""What a date shows while nothing is filled in."""
_NUMBERS = re.compile("[0-9]{1,4}")
_BREAK = "\x1e"  # between paragraphs; no XML contains it
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_SKIPPED = frozenset({"pPr", "rPr", "tcPr", "tblPr", "sdtPr", "moveFrom", "del", "rt", "Fallback"})
"""Properties, text that tracked changes took away, readings above characters, copies for old readers."""


@dataclass(frozen=True)
class Held:
    """A control: its tag, which some office programs drop, its title, and what it holds.

    A choice gives its stored value, a date YYYY-MM-DD, a box "true" or "false", text
    its lines; a control that shows its placeholder gives "".
    """

    tag: str
    title: str
    text: str
    kind: str = "text"
    """“text”, “rich” for one with a look of its own, “date”, “box”, or the words of a choice."""


@dataclass
class Strip:
    """A row of a table, or a paragraph outside of tables: the controls in it and the text beside them."""

    held: list[Held] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True)
class Filled:
    """A document that came back: strips in the order of the text, those of heads and feet, what was kept.

    `notes` are comments, footnotes and endnotes; `struck` is text that is struck through.
    """

    body: tuple[Strip, ...]
    heads: tuple[Strip, ...]
    source: str
    properties: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()

    @property
    def held(self) -> Iterator[Held]:
        return (held for strip in (*self.body, *self.heads) for held in strip.held)


def filled(docx: bytes) -> Filled:
    """What a document holds. A tag comes as often as the file has it: a row copied in Word repeats those
    of the row it was made from. Raises NotADocument.
    """
    parts = Parts(docx)
    heads = tuple(strip for head in parts.heads for strip in _Reader().strips(head))
    notes = tuple(strip.text for note in parts.notes for strip in _Reader().strips(note) if strip.text)
    reader = _Reader()
    body, properties = reader.strips(parts.body), _properties(parts.properties)
    return Filled(body, heads, _kept(parts.kept), properties, notes, tuple(reader.struck))


def controls(docx: bytes) -> list[tuple[str, str]]:
    """(tag, text) of every control with a tag, in the order of the text, then of heads and feet.

    Raises NotADocument.
    """
    return [(held.tag, held.text) for held in filled(docx).held if held.tag]


def _properties(roots: list[etree._Element]) -> dict[str, str]:
    """Custom properties (22.3): texts by their names."""
    return {
        each.get("name", ""): "".join(map(str, each.itertext()))
        for root in roots
        for each in root.iter("{*}property")
    }


def _kept(roots: list[etree._Element]) -> str:
    return next((root.text or "" for root in roots if root.tag == f"{{{KEPT}}}source"), "")


class _Reader:
    """One walk over a part."""

    def __init__(self) -> None:
        self._strips: list[Strip] = []
        self._strip: Strip | None = None
        self._beside: list[str] = []
        self._open: list[list[str]] = []
        self._count = 0
        self.struck: list[str] = []

    def strips(self, root: etree._Element) -> tuple[Strip, ...]:
        self._walk(root)
        return tuple(strip for strip in self._strips if strip.held or strip.text)

    def _walk(self, node: etree._Element) -> None:
        for child in node:
            name = etree.QName(child).localname
            if name == "t":
                self._say(child.text or "")
            elif name in _SIGNS:
                self._say(_SIGNS[name])
            elif name not in _SKIPPED:
                self._enter(name, child)

    def _enter(self, name: str, node: etree._Element) -> None:
        if name == "r" and _is_struck(node):
            self.struck.append("".join(text.text or "" for text in node.iterfind("{*}t")))
        if name == "sdt":
            self._control(node)
        elif name == "p":
            with self._within_strip():
                self._say(_BREAK)
                self._walk(node)
        elif name != "tr":
            self._walk(node)
        elif node.find("{*}trPr/{*}del") is None:
            with self._within_strip():
                self._walk(node)

    @contextmanager
    def _within_strip(self) -> Iterator[Strip]:
        """The strip that is open, or a new one."""
        if self._strip is not None:
            yield self._strip
            return
        self._strip, self._beside = Strip(), []
        yield self._strip
        self._strip.text = " ".join("".join(self._beside).replace(_BREAK, " ").split())
        self._strips.append(self._strip)
        self._strip = None

    def _say(self, text: str) -> None:
        for buffer in self._open or [self._beside]:
            buffer.append(text)

    def _control(self, node: etree._Element) -> None:
        properties, content = node.find("{*}sdtPr"), node.find("{*}sdtContent")
        if content is None:
            return
        tag, title = _value(_property(properties, "tag")), _value(_property(properties, "alias"))
        kind = _kind(properties)
        if not tag and not title and _is_foreign(properties):
            self._walk(content)
            return
        self._count += 1
        if self._count > MOST_CONTROLS or len(self._open) >= DEEPEST:
            raise NotADocument
        with self._within_strip() as strip:
            at = len(strip.held)
            said: list[str] = []
            self._open.append(said)
            self._walk(content)
            self._open.pop()
            strip.held.insert(at, Held(tag, title, _held(properties, "".join(said), kind), kind))


def _kind(properties: etree._Element | None) -> str:
    if properties is None:
        return "rich"
    if words := [_value(entry, "displayText") for entry in _entries(properties)]:
        return "\n".join(words)
    names = {"date": "date", "checkbox": "box", "text": "text"}
    return next((kind for name, kind in names.items() if properties.find(f"{{*}}{name}") is not None), "rich")


def _is_foreign(properties: etree._Element | None) -> bool:
    """Whether it is of an office program's own, such as a table of contents."""
    own = ("docPartObj", "docPartList", "group", "citation", "bibliography", "equation", "picture")
    return properties is not None and any(properties.find(f"{{*}}{name}") is not None for name in own)


def _entries(properties: etree._Element) -> Iterator[etree._Element]:
    for kind in ("dropDownList", "comboBox"):
        yield from properties.iterfind(f"{{*}}{kind}/{{*}}listItem")


def _held(properties: etree._Element | None, said: str, kind: str) -> str:
    if properties is None or _on(properties.find("{*}showingPlcHdr")):
        return ""
    if (box := properties.find("{*}checkbox")) is not None:
        return "true" if _on(box.find("{*}checked")) else "false"
    text = said.removeprefix(_BREAK).replace(_BREAK, "\n")
    if kind == "date" and not text.strip(_ROOM):
        return ""
    for entry in _entries(properties):
        if text.strip() == _value(entry, "displayText").strip():
            return _value(entry, "value")
    date = _value(properties.find("{*}date"), "fullDate")[:10]
    return date if _says(text, date) else text


def _says(text: str, date: str) -> bool:
    """Whether the words that show are those of the stored date; whoever types leaves an old one behind."""
    return (parts := date_parts(date)) is not None and {*map(int, _NUMBERS.findall(text))} == {*parts}


def _property(properties: etree._Element | None, name: str) -> etree._Element | None:
    return None if properties is None else properties.find(f"{{*}}{name}")


def _value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute, in whichever namespace it is."""
    found = (
        []
        if element is None
        else [text for key, text in element.attrib.items() if etree.QName(key).localname == name]
    )
    return str(found[0]) if found else ""


def _is_struck(run: etree._Element) -> bool:
    """Single or double (17.3.2.37, 17.3.2.9)."""
    return any(_on(run.find(f"{{*}}rPr/{{*}}{name}")) for name in ("strike", "dstrike"))


def _on(element: etree._Element | None) -> bool:
    """An on-off property: present without a value means on (17.17.4)."""
    return element is not None and _value(element) not in ("0", "false", "off")
