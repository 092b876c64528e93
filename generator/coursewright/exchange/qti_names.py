"""QTI 3.0 and 2.1 (1EdTech): the same elements, `qti-item-body` in the one and `itemBody` in the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_CAPITAL = re.compile(r"(?<=[a-z0-9])[A-Z]")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Version:
    """One version, with its namespaces and what its packages call their parts."""

    number: str
    item: str
    manifest: str
    metadata: str
    is_kebab: bool
    item_type: str
    test_type: str
    schema: str

    def make(self, name: str, /, *children: "etree._Element | str", **attributes: str) -> etree._Element:
        """An element by its name in 2.1, in this version, with children or a text in it."""
        space: Any = {None: self.item}
        element = etree.Element(self.tag(name), nsmap=space)
        for key, value in attributes.items():
            element.set(_kebab(key) if self.is_kebab else key, value)
        for child in children:
            if isinstance(child, str):
                element.text = child
            else:
                element.append(child)
        return element

    def tag(self, name: str) -> str:
        """The full name of an element by that in 2.1."""
        return f"{{{self.item}}}{f'qti-{_kebab(name)}' if self.is_kebab else name}"

    def html(self, html: str) -> list[etree._Element]:
        """XHTML blocks as elements of an item."""
        root = etree.fromstring(f'<div xmlns="{self.item}">{html}</div>')
        for element in root.iter():
            self._fit(element)
        return [*_blocks(root)]

    def _fit(self, element: etree._Element) -> None:
        """2.1 knows no style and no start of a list; both have a class that says the same."""
        name = etree.QName(element).localname
        if name == "s":
            element.tag = f"{{{self.item}}}span"
            element.set("style", "text-decoration:line-through")
        if not self.is_kebab:
            for name in {"start", "style"} & {*map(str, element.keys())}:
                said = str(element.attrib.pop(name))
                if name == "style":
                    element.set("class", said.partition(":")[2])


def _kebab(name: str) -> str:
    return _CAPITAL.sub(lambda found: f"-{found[0]}", name).lower()


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """The elements below one; words beside them are a paragraph."""
    if (root.text or "").strip():
        paragraph = etree.Element(root.tag.replace("div", "p"))
        paragraph.text = root.text
        yield paragraph
    for child in root:
        child.tail = "\n"
        yield child


_IMS = "http://www.imsglobal.org/xsd"
V3 = Version(
    "3.0",
    f"{_IMS}/imsqtiasi_v3p0",
    f"{_IMS}/qti/qtiv3p0/imscp_v1p1",
    "http://ltsc.ieee.org/xsd/LOM",
    True,
    "imsqti_item_xmlv3p0",
    "imsqti_test_xmlv3p0",
    "QTI Package",
)
V21 = Version(
    "2.1",
    f"{_IMS}/imsqti_v2p1",
    f"{_IMS}/imscp_v1p1",
    "http://ltsc.ieee.org/xsd/LOM",
    False,
    "imsqti_item_xmlv2p1",
    "imsqti_test_xmlv2p1",
    "QTIv2.1 Package",
)


def identifier(id: str) -> str:
    """An id of ours as an identifier there, which begins with no digit."""
    return id if id[0].isalpha() else f"_{id}"


def own_id(identifier: str) -> str:
    return identifier.removeprefix("_")


def plain_name(element: etree._Element) -> str:
    """What an element is called in 2.1, whichever version it is of."""
    tag = element.tag
    name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
    return re.sub(r"-([a-z])", lambda found: found[1].upper(), name.removeprefix("qti-"))


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name in 2.1."""
    return element.get(name) or element.get(_kebab(name)) or ""


def named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of these names below one, in order."""
    return (each for each in root.iter() if plain_name(each) in names)
