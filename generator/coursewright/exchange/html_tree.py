"""HTML of other programs as a tree, whatever is wrong with it."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\ufdd1-\ufdd7]")


def parsed(html: str) -> etree._Element:
    """The body of a piece of HTML, whatever is wrong with it; an empty one where nothing can be read."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    text = f"<html><body>{_UNFIT.sub(chr(0xFFFD), html)}</body></html>"
    try:
        root = etree.fromstring(text, parser)
    except (etree.LxmlError, ValueError):
        root = None
    body = None if root is None else root.find("body")
    return etree.Element("body") if body is None else body


def words_in(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(map(str, element.itertext()))


def line_of(element: etree._Element) -> int:
    """The line of its file where an element begins."""
    line: Any = element.sourceline
    return max(1, line or 1)


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace, in lower case; nothing for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Rows of a table, not of those in its cells."""
    for child in table:
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if name_of(row) == "tr")


def alignment_of(cell: etree._Element) -> str:
    """What a table of Markdown has below the head of a cell's column."""
    said = f"{cell.get('style', '')} {cell.get('class', '')} {cell.get('align', '')}"
    right, center, left = (side in said for side in ("right", "center", "left"))
    return "---:" if right else ":---:" if center else ":---" if left else "---"
