"""Fields of a QTI item in the places of its stem that are marked for them."""

from lxml import etree

Element = etree._Element
MARK = "\ufdd0"
"""Stands for a gap while a stem becomes HTML: no source may have this character."""


def fill(element: Element, fields: list[Element]) -> None:
    """Put fields in place of marks in the texts of an element, in their order."""
    children = [*element]
    element.text = _put(element, 0, element.text, fields)
    for child in children:
        fill(child, fields)
        child.tail = _put(element, element.index(child) + 1, child.tail, fields)


def _put(parent: Element, at: int, text: str | None, fields: list[Element]) -> str:
    """Insert a field for every mark of a text that stands before a place; what remains of the text."""
    before, *rest = (text or "").split(MARK)
    while rest and fields:
        field = fields.pop(0)
        field.tail = f"{field.tail or ''}{rest.pop(0)}"
        parent.insert(at, field)
        at += 1
    return before
