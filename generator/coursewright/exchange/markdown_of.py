"""HTML of other programs → Markdown that renders alike; what Markdown cannot say is named.

White space is as in HTML: a run of it is one space.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ..model.markup import reachable
from .emphasis import EMPHASIS, STRONG, STRUCK, emphasised, signed

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
_BREAK = "\ufdd7"
"""Stands for the end of a line within a paragraph."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MEANING = re.compile(r"[\\`*\]<>~|]|&(?=[#\w]+;)|_+")
_OPENING = re.compile(r"(?m)^(#+(?=\s|$)|=+(?=\s|$)|[-+](?=\s|$)|-{2,}$)")
_NUMBERED = re.compile(r"(?m)^([0-9]{1,9})([.)])(?=\s|$)")
_LIST = re.compile(r"(?:[-*]|[0-9]+[.)])(?:\s|$)")
_INTERRUPTS = re.compile(r"(?:[-*]|[0-9]+[.)])(?:\s|$)|`{3}|> |>$|#|\*\*\*$")
_OUTSIDE = re.compile(r"(?:https?|mailto):", re.I)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\ufdd1-\ufdd7]")
_DEEPEST = 60


@dataclass
class Fragment:
    """How to read pieces of HTML: `picture` names the file of a `src`, or nothing.

    `unread` gathers names of elements that Markdown does not have, `pictures` counts those without a file.
    """

    picture: Callable[[str], str] = lambda src: ""
    unread: set[str] = field(default_factory=set)
    pictures: int = 0

    def of_text(self, html: str) -> str:
        """A text of HTML as Markdown."""
        return "\n\n".join(self.blocks(parsed(html)))

    def of(self, element: etree._Element) -> str:
        """What is in an element, as Markdown."""
        return "\n\n".join(self.blocks(element))

    def blocks(self, element: etree._Element, depth: int = 0) -> list[str]:
        found: list[str] = []
        run = [_text(element.text)]
        for child in element:
            name = name_of(child)
            if name in _BLOCKS and depth < _DEEPEST:
                _append(found, [_paragraph("".join(run))])
                _append(found, self._block(child, name, depth + 1))
                run = []
            elif name:
                run.append(self._inline(child, depth + 1))
            run.append(_text(child.tail))
        _append(found, [_paragraph("".join(run))])
        return found

    def _block(self, element: etree._Element, name: str, depth: int) -> list[str]:
        if name in ("ul", "ol"):
            return [self._list(element, name, depth)]
        if name == "table":
            return [self._table(element, depth)]
        if name == "pre":
            return [_fenced(words_in(element))]
        if name == "hr":
            return ["***"]
        blocks = self.blocks(element, depth)
        if name == "blockquote" and blocks:
            return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))]
        if name[0] == "h" and name[1:].isdecimal():
            words = _one_line(blocks)
            return [f"{'#' * int(name[1])} {words}"] if words else []
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
            _indented(sign, between.join(text)) for sign, text in zip(signs, texts, strict=True)
        )

    def _table(self, element: etree._Element, depth: int) -> str:
        rows = [[cell for cell in row if name_of(cell) in ("td", "th")] for row in _rows(element)]
        rows = [row for row in rows if row]
        if not rows:
            return ""
        width = max(map(len, rows))
        signs = [_aligned(cell) for cell in rows[0]]
        table = [[self._cell(cell, depth) for cell in row] for row in rows]
        lines = [_row(row, width, "") for row in table]
        return "\n".join([lines[0], _row(signs, width, "---"), *lines[1:]])

    def _cell(self, cell: etree._Element, depth: int) -> str:
        if cell.get("colspan", "1") != "1" or cell.get("rowspan", "1") != "1":
            self.unread.add("colspan")
        if any(name_of(below) in ("table", "pre", "ul", "ol") for below in cell.iterdescendants()):
            self.unread.add("table")
        return re.sub(r"(?<!\\)\|", r"\\|", _one_line(self.blocks(cell, depth)))

    def _inline(self, element: etree._Element, depth: int) -> str:
        name = name_of(element)
        if name in _DROPPED:
            return ""
        if name == "br":
            return _BREAK
        if name == "img":
            return self._picture(element)
        if name == "code":
            return _code(words_in(element))
        if depth >= _DEEPEST:
            return _text(words_in(element))
        text = "".join(self._pieces(element, depth))
        if name in _EMPHASES:
            return emphasised(_EMPHASES[name], text)
        if name == "a":
            return _link(element.get("href") or "", text)
        if name not in _PASSED | _BLOCKS:
            self.unread.add(name)
        return text

    def _pieces(self, element: etree._Element, depth: int) -> Iterator[str]:
        yield _text(element.text)
        for child in element:
            if name_of(child):
                yield self._inline(child, depth + 1)
            yield _text(child.tail)

    def _picture(self, element: etree._Element) -> str:
        name = self.picture(element.get("src") or "")
        if not name:
            self.pictures += 1
            return _text(element.get("alt"))
        return f"![{_text(element.get('alt'))}](<picture:{name}>)"


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


def _text(text: str | None) -> str:
    """Text whose signs mean nothing; three underscores are text of their own accord."""
    plain = _SPACE.sub(" ", text or "")
    return _MEANING.sub(
        lambda found: found[0] if len(found[0]) > 2 else "".join(f"\\{sign}" for sign in found[0]), plain
    )


def _paragraph(text: str) -> str:
    """A run of words as a paragraph that begins nothing else."""
    lines = [re.sub(" +", " ", line).strip(" ") for line in signed(text.strip(f" {_BREAK}")).split(_BREAK)]
    whole = _OPENING.sub(r"\\\1", "\\\n".join(lines))
    return _NUMBERED.sub(r"\1\\\2", whole)


def _append(found: list[str], blocks: list[str]) -> None:
    """Blocks after others; a list right behind another of its kind gets the other sign."""
    for block in filter(None, blocks):
        if found and _LIST.match(found[-1]) and _LIST.match(block):
            found.append(_with_other_signs(block) if _kind(found[-1]) == _kind(block) else block)
        else:
            found.append(block)


def _kind(block: str) -> str:
    return block[0] if block[0] in "-*" else block.lstrip("0123456789")[0]


def _with_other_signs(block: str) -> str:
    if block[0] in "-*":
        return re.sub(r"(?m)^[-*](?=\s|$)", "*" if block[0] == "-" else "-", block)
    return re.sub(r"(?m)^([0-9]+)[.)](?=\s|$)", r"\1)", block)


def _indented(sign: str, text: str) -> str:
    """An entry of a list: further lines stand below its first word."""
    first, *rest = text.split("\n")
    lines = [f"{sign}{first}".rstrip(), *(f"{' ' * len(sign)}{line}".rstrip() for line in rest)]
    return "\n".join(lines)


def _one_line(blocks: list[str]) -> str:
    return " ".join(blocks).replace("\\\n", " ").replace("\n", " ")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Rows of a table, not of those in its cells."""
    for child in table:
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if name_of(row) == "tr")


def _row(cells: list[str], width: int, empty: str) -> str:
    return f"| {' | '.join([*cells, *[empty] * (width - len(cells))])} |"


def _aligned(cell: etree._Element) -> str:
    said = f"{cell.get('style', '')} {cell.get('class', '')} {cell.get('align', '')}"
    right, center, left = (side in said for side in ("right", "center", "left"))
    return "---:" if right else ":---:" if center else ":---" if left else "---"


def _fenced(code: str) -> str:
    """A block of code, between more backticks than it has in a row."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", code)), default=0))
    text = code.removeprefix("\n")
    return f"{fence}\n{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{fence}"


def _code(code: str) -> str:
    text = _SPACE.sub(" ", code)
    if not text.strip():
        return text
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _link(href: str, text: str) -> str:
    address = re.sub(r"[\s<>\\]", lambda found: f"%{ord(found[0]):02X}", href.strip())
    is_kept = _OUTSIDE.match(address) and reachable(address) and text.strip()
    return f"[{text}](<{address}>)" if is_kept else text
