"""What people do to a filled template in Word."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree
from wordparts import W, edited, parts_of, value, zipped

Change = Callable[[etree._Element], None]


def hand(raw: bytes, *changes: Change) -> bytes:
    """The file as Word saves it after all of them."""
    for change in changes:
        raw = edited(raw, change)
    return raw


def hand_head(raw: bytes, *changes: Change) -> bytes:
    """The same in the head of every page."""
    parts = parts_of(raw)
    for name in (name for name in parts if name.startswith("word/header")):
        root = etree.fromstring(parts[name])
        for change in changes:
            change(root)
        parts[name] = etree.tostring(root)
    return zipped(parts)


def control(root: etree._Element, tag: str, at: int = 0) -> etree._Element:
    return [each for each in root.iter(f"{W}sdt") if value(each.find(f"{W}sdtPr/{W}tag")) == tag][at]


def row(root: etree._Element, tag: str, at: int = 0) -> etree._Element:
    return next(each for each in control(root, tag, at).iterancestors(f"{W}tr"))


def fill(tag: str, text: str, at: int = 0) -> Change:
    """Type into a field; a line break is what Enter makes there."""

    def change(root: etree._Element) -> None:
        place = control(root, tag, at)
        properties, content = place.find(f"{W}sdtPr"), place.find(f"{W}sdtContent")
        assert properties is not None
        assert content is not None
        for shown in properties.findall(f"{W}showingPlcHdr"):
            properties.remove(shown)
        content[:] = [_run(text)]

    return change


def choose(tag: str, value_: str, at: int = 0) -> Change:
    """Pick an entry of a list by its stored value."""

    def change(root: etree._Element) -> None:
        entries = control(root, tag, at).iter(f"{W}listItem")
        words = next(value(each, "displayText") for each in entries if value(each, "value") == value_)
        fill(tag, words, at)(root)

    return change


def delete_row(tag: str) -> Change:
    def change(root: etree._Element) -> None:
        gone = row(root, tag)
        parent = gone.getparent()
        assert parent is not None
        parent.remove(gone)

    return change


def copy_row(tag: str, *, above: bool = False) -> Change:
    def change(root: etree._Element) -> None:
        own = row(root, tag)
        own.addprevious(deepcopy(own)) if above else own.addnext(deepcopy(own))

    return change


def delete_control(tag: str, typed: str = "") -> Change:
    """Delete a field with what it holds, and type in its place."""

    def change(root: etree._Element) -> None:
        gone = control(root, tag)
        parent = gone.getparent()
        assert parent is not None
        gone.addprevious(_run(typed))
        parent.remove(gone)

    return change


def type_behind(tag: str, text: str) -> Change:
    def change(root: etree._Element) -> None:
        control(root, tag).addnext(_run(text))

    return change


def new_paragraph(tag: str, text: str) -> Change:
    """Enter behind a field, and a further line."""

    def change(root: etree._Element) -> None:
        paragraph = next(each for each in control(root, tag).iterancestors(f"{W}p"))
        fresh = deepcopy(paragraph)
        for part in fresh.findall(f"{W}sdt") + fresh.findall(f"{W}r"):
            fresh.remove(part)
        fresh.append(_run(text))
        paragraph.addnext(fresh)

    return change


def overtype(old: str, new: str) -> Change:
    """Change words that stand in no field."""

    def change(root: etree._Element) -> None:
        found = next(each for each in root.iter(f"{W}t") if each.text == old)
        found.text = new

    return change


def drop_tags(root: etree._Element) -> None:
    """As LibreOffice 7.4 saves: aliases stay, tags do not."""
    for tag in list(root.iter(f"{W}tag")):
        parent = tag.getparent()
        assert parent is not None
        parent.remove(tag)


def strike(tag: str) -> Change:
    """Strike through what a field says."""

    def change(root: etree._Element) -> None:
        for run in control(root, tag).iter(f"{W}r"):
            run.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{W[1:-1]}"><w:strike/></w:rPr>'))

    return change


def _run(text: str) -> etree._Element:
    made = etree.Element(f"{W}r")
    for at, line in enumerate(text.split("\n")):
        if at:
            etree.SubElement(made, f"{W}br")
        etree.SubElement(made, f"{W}t").text = line
    return made
