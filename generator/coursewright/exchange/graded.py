"""What graders see of a question to write: a table of criteria of our own, and a sample answer behind it."""

import re
from collections.abc import Iterator

from lxml import etree

from .html_tree import name_of, words_in
from .hypertext import CRITERIA
from .markdown_of import Fragment

_NUMBER = re.compile(r"[0-9]{1,4}")


def graded(body: etree._Element, fragment: Fragment) -> tuple[str, list[tuple[str, int]]]:
    """The sample (Markdown), and the criteria with their points."""
    tables = [each for each in body.iter() if name_of(each) == "table" and each.get("class") == CRITERIA]
    criteria = [found for table in tables for found in _criteria(table, fragment)]
    for table in tables:
        if (parent := table.getparent()) is not None:
            parent.remove(table)
    return fragment.of(body), criteria


def _criteria(table: etree._Element, fragment: Fragment) -> Iterator[tuple[str, int]]:
    for row in table.iter():
        cells = [cell for cell in row if name_of(cell) == "td"] if name_of(row) == "tr" else []
        if len(cells) == 2:
            points = _NUMBER.search(words_in(cells[0]))
            yield fragment.of(cells[1]), int(points[0]) if points else 1
