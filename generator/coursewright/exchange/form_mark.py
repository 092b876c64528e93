"""The mark that a file of items is a form of an exam: which session's, and which form of it, `spring/A`.

Programs keep it with each question as a tag or a cell, or with the file as a keyword or a line.
"""

import re
from unicodedata import normalize

from ..model.text import ID
from .package import Package

TAG = "form"
_FORM = re.compile(rf"{ID}/[A-Za-z]")
_NAMED = "试卷"
_LINE = re.compile(rf"\s*{_NAMED}\s*:\s*({_FORM.pattern})\s*")
_PROPERTIES = "docProps/core.xml"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
MOST_LOOKED_AT = 10
"""Lines from the first among which the mark is."""


def form_of(text: str) -> str:
    """The form that a cell or the text of a tag names; nothing of what others write there."""
    return text.strip() if _FORM.fullmatch(text.strip()) else ""


def line(form: str) -> str:
    """The first line of a text."""
    return f"{_NAMED}：{form}"


def parted(lines: list[str]) -> tuple[str, list[str]]:
    """The form that a text says it is, and the lines with an empty one in the place of that."""
    for at, said in enumerate(lines[:MOST_LOOKED_AT]):
        if found := _LINE.fullmatch(normalize("NFKC", said)):
            return found[1], [*lines[:at], "", *lines[at + 1 :]]
    return "", lines


def keyword(form: str) -> str:
    """Among the properties of a workbook (ECMA-376 part 2, 8)."""
    return f"{TAG}:{form}" if form else ""


def of_workbook(raw: bytes) -> str:
    """The form that a workbook's keywords name. Raises Unreadable."""
    root = Package(raw).tree(_PROPERTIES)
    said = (root.findtext(_KEYWORDS) or "") if root is not None else ""
    name, _colon, form = said.strip().partition(":")
    return form_of(form) if name == TAG else ""
