"""HTML of other programs → Markdown that renders alike; what Markdown cannot say is named.

White space is as in HTML: a run of it is one space.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from . import marks
from .emphasis import EMPHASIS, STRONG, STRUCK, emphasised
from .html_tree import alignment_of, name_of, parsed, rows_of, words_in

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
_PASSED = frozenset(
    ["span", "font", "small", "big", "label", "u", "ins", "mark", "abbr", "cite", "q", "tbody"]
)
_DROPPED = frozenset(["script", "style", "head", "template", "noscript", "title"])
_EMPHASES = {
    **dict.fromkeys(("strong", "b"), STRONG),
    **dict.fromkeys(("em", "i"), EMPHASIS),
    **dict.fromkeys(("s", "del", "strike"), STRUCK),
}
_INTERRUPTS = re.compile(r"(?:[-*]|[0-9]+[.)])(?:\s|$)|`{3}|> |>$|#|\*\*\*$")
_DEEPEST = 60
_LARGEST = 2
"""Of headings within a text; that above it is the page's."""


@dataclass
class Fragment:
    """How to read pieces of HTML: `picture` names the file of a `src`, or nothing.

    `unread` gathers names of elements that Markdown does not have.
    """

    picture: Callable[[str], str]
    unread: set[str] = field(default_factory=set)

    def of_text(self, html: str) -> str:
        """A text of HTML as Markdown."""
        return "\n\n".join(self.blocks(parsed(html)))

    def of(self, element: etree._Element) -> str:
        """What is in an element, as Markdown."""
        return "\n\n".join(self.blocks(element))

    def blocks(self, element: etree._Element, depth: int = 0) -> list[str]:
        found: list[str] = []
        run = [marks.plain(element.text)]
        for child in element:
            name = name_of(child)
            if name in _BLOCKS and depth < _DEEPEST:
                marks.append(found, [marks.paragraph("".join(run))])
                marks.append(found, self._block(child, name, depth + 1))
                run = []
            elif name:
                run.append(self._inline(child, depth + 1))
            run.append(marks.plain(child.tail))
        marks.append(found, [marks.paragraph("".join(run))])
        return found

    def _block(self, element: etree._Element, name: str, depth: int) -> list[str]:
        if name in ("ul", "ol"):
            return [self._list(element, name, depth)]
        if name == "table":
            return [self._table(element, depth)]
        if name == "pre":
            return [marks.fenced(words_in(element))]
        if name == "hr":
            return ["***"]
        blocks = self.blocks(element, depth)
        if name == "blockquote" and blocks:
            return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))]
        if name[0] == "h" and name[1:].isdecimal():
            words = marks.one_line(blocks)
            return [f"{'#' * max(_LARGEST, int(name[1]))} {words}"] if words else []
        return blocks

    def _list(self, element: etree._Element, name: str, depth: int) -> str:
        start = element.get("start") or ""
        number = int(start) if start.isascii() and start.isdecimal() and len(start) < 9 else 1
        rows = [each for each in element if name_of(each) == "li"]
        texts = [self.blocks(row, depth) for row in rows]
        has_paragraphs = any(name_of(below) == "p" for row in rows for below in row)
        is_loose = has_paragraphs or any(not _INTERRUPTS.match(each) for text in texts for each in text[1:])
        between = "\n\n" if is_loose else "\n"
        signs = ["- " if name == "ul" else f"{number + at}. " for at in range(len(rows))]
        return between.join(
            marks.indented(sign, between.join(text)) for sign, text in zip(signs, texts, strict=True)
        )

    def _table(self, element: etree._Element, depth: int) -> str:
        rows = [[cell for cell in row if name_of(cell) in ("td", "th")] for row in rows_of(element)]
        rows = [row for row in rows if row]
        if not rows:
            return ""
        width = max(map(len, rows))
        signs = [alignment_of(cell) for cell in rows[0]]
        table = [[self._cell(cell, depth) for cell in row] for row in rows]
        lines = [marks.row(row, width, "") for row in table]
        return "\n".join([lines[0], marks.row(signs, width, "---"), *lines[1:]])

    def _cell(self, cell: etree._Element, depth: int) -> str:
        if cell.get("colspan", "1") != "1" or cell.get("rowspan", "1") != "1":
            self.unread.add("colspan")
        if any(name_of(below) in ("table", "pre", "ul", "ol") for below in cell.iterdescendants()):
            self.unread.add("table")
        return re.sub(r"(?<!\\)\|", r"\\|", marks.one_line(self.blocks(cell, depth)))

    def _inline(self, element: etree._Element, depth: int) -> str:
        name = name_of(element)
        if name in _DROPPED:
            return ""
        if name == "br":
            return marks.BREAK
        if name == "img":
            return self._picture(element)
        if name == "code":
            return marks.code(words_in(element))
        if depth >= _DEEPEST:
            return marks.plain(words_in(element))
        text = "".join(self._pieces(element, depth))
        if name in _EMPHASES:
            return emphasised(_EMPHASES[name], text)
        if name == "a":
            return marks.link(element.get("href") or "", text)
        if name not in _PASSED | _BLOCKS:
            self.unread.add(name)
        return text

    def _pieces(self, element: etree._Element, depth: int) -> Iterator[str]:
        yield marks.plain(element.text)
        for child in element:
            if name_of(child):
                yield self._inline(child, depth + 1)
            yield marks.plain(child.tail)

    def _picture(self, element: etree._Element) -> str:
        """A picture with words for it, of which its name is better than nothing; or the words alone."""
        name, words = self.picture(element.get("src") or ""), marks.plain(element.get("alt")).strip()
        if not name:
            return words
        return f"![{words or marks.plain(name.rpartition('.')[0])}](<picture:{name}>)"
