"""What one content control of a DOCX holds (ECMA-376 part 1, 17.5.2).

Elements are matched by their local names, because Word's “Strict Open XML” writes
the same ones in another namespace.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .span import date_parts

BREAK = "\x1e"
"""Between paragraphs; no XML contains it."""

_ROOM = "\u2003\u3000 年月日-"
"""What a date shows while nothing is filled in."""
_NUMBERS = re.compile("[0-9]{1,4}")
_FOREIGN = ("docPartObj", "docPartList", "group", "citation", "bibliography", "equation", "picture")


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


def held(properties: etree._Element | None, said: str) -> Held:
    """A control by its properties, and by what is said within it, paragraphs parted by BREAK."""
    tag, title = value(_property(properties, "tag")), value(_property(properties, "alias"))
    kind = _kind(properties)
    return Held(tag, title, _held(properties, said, kind), kind)


def is_foreign(properties: etree._Element | None) -> bool:
    """Whether a control is of an office program's own, such as a table of contents."""
    if properties is None or any(value(properties.find(f"{{*}}{name}")) for name in ("tag", "alias")):
        return False
    return any(properties.find(f"{{*}}{name}") is not None for name in _FOREIGN)


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute, in whichever namespace it is."""
    found = (
        []
        if element is None
        else [text for key, text in element.attrib.items() if etree.QName(key).localname == name]
    )
    return str(found[0]) if found else ""


def is_on(element: etree._Element | None) -> bool:
    """An on-off property: present without a value means on (17.17.4)."""
    return element is not None and value(element) not in ("0", "false", "off")


def _kind(properties: etree._Element | None) -> str:
    if properties is None:
        return "rich"
    if words := [value(entry, "displayText") for entry in _entries(properties)]:
        return "\n".join(words)
    names = {"date": "date", "checkbox": "box", "text": "text"}
    return next((kind for name, kind in names.items() if properties.find(f"{{*}}{name}") is not None), "rich")


def _entries(properties: etree._Element) -> Iterator[etree._Element]:
    for kind in ("dropDownList", "comboBox"):
        yield from properties.iterfind(f"{{*}}{kind}/{{*}}listItem")


def _held(properties: etree._Element | None, said: str, kind: str) -> str:
    text = said.removeprefix(BREAK).replace(BREAK, "\n")
    if properties is None:
        return text
    if is_on(properties.find("{*}showingPlcHdr")):
        return ""
    if (box := properties.find("{*}checkbox")) is not None and len(text.strip()) <= 1:
        return "true" if is_on(box.find("{*}checked")) else "false"
    if kind == "date" and not text.strip(_ROOM):
        return ""
    for entry in _entries(properties):
        if text.strip() == value(entry, "displayText").strip():
            return value(entry, "value")
    date = value(properties.find("{*}date"), "fullDate")[:10]
    return date if _says(text, date) else text


def _says(text: str, date: str) -> bool:
    """Whether the words that show are those of the stored date; whoever types leaves an old one behind."""
    return (parts := date_parts(date)) is not None and {*map(int, _NUMBERS.findall(text))} == {*parts}


def _property(properties: etree._Element | None, name: str) -> etree._Element | None:
    return None if properties is None else properties.find(f"{{*}}{name}")
