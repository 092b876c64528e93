"""An author's Markdown, as the tokens of markdown-it, → blocks of a document.

Every token of CommonMark with tables and strikethrough has its block or its
span; what a parser with further rules makes is refused.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal, cast

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from .document import (
    Block,
    Code,
    Column,
    Divider,
    Figure,
    Heading,
    Item,
    Level,
    Listing,
    Paragraph,
    Quotation,
    Table,
)
from .line import Link, Run, Spans, said
from .picture import Picture

NO_PICTURES: Mapping[str, Picture] = {}

_FIRST = 2
"""The level at which an author's headings begin; level 1 is the page's own."""

_PLAIN = Run("")

_NARROWEST, _WIDEST = 6, 40
"""Share of a column with so many characters in its longest cell, in characters."""

Piece = str | Run | Link
Align = Literal["left", "right", "center"]


def prose(
    tokens: Sequence[Token], *, level: Level = 2, pictures: Mapping[str, Picture] = NO_PICTURES
) -> tuple[Block, ...]:
    """The blocks of a text. Its first level of headings (`##`) becomes `level`.

    `pictures` has those to print, by their addresses; of any other the words are printed.
    Raises ValueError for a token that no rule of CommonMark, tables or strikethrough makes.
    """
    return tuple(_Reader(level, pictures).blocks(SyntaxTreeNode(tokens)))


def line(tokens: Sequence[Token]) -> Spans:
    """The spans of one line of Markdown. Raises ValueError, as `prose` does."""
    return tuple(_spans(SyntaxTreeNode(tokens).children[0].children)) if tokens else ()


class _Reader:
    def __init__(self, level: Level, pictures: Mapping[str, Picture]) -> None:
        self._level = level
        self._pictures = pictures

    def blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        for child in node.children:
            yield from self._block(child)

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node)
            case "heading":
                yield Heading(_line_of(node), self._level_of(node))
            case "bullet_list":
                yield Listing(tuple(map(self._item, node.children)))
            case "ordered_list":
                yield Listing(
                    tuple(map(self._item, node.children)), "number", int(node.attrs.get("start", 1))
                )
            case "blockquote":
                yield Quotation(tuple(self.blocks(node)))
            case "fence" | "code_block":
                yield Code(node.content.rstrip("\n"))
            case "hr":
                yield Divider()
            case "table":
                yield _table(node)
            case _:
                raise ValueError(node.type)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """A picture takes a place of its own, between what is before and behind it."""
        for is_picture, nodes in groupby(node.children[0].children, self._is_picture):
            if is_picture:
                yield from (Figure(self._pictures[str(each.attrs["src"])], each.content) for each in nodes)
            elif spans := _stripped(_spans(nodes)):
                yield Paragraph(spans)

    def _is_picture(self, node: SyntaxTreeNode) -> bool:
        return node.type == "image" and node.attrs["src"] in self._pictures

    def _level_of(self, node: SyntaxTreeNode) -> Level:
        return cast(Level, min(3, max(1, self._level + int(node.tag[1]) - _FIRST)))

    def _item(self, node: SyntaxTreeNode) -> Spans | Item:
        first, *below = [*self.blocks(node)] or [Paragraph(())]
        if isinstance(first, Paragraph):
            return Item(first.line, tuple(below)) if below else first.line
        return Item((), (first, *below))


# lines


def _line_of(node: SyntaxTreeNode) -> Spans:
    return tuple(_spans(node.children[0].children)) if node.children else ()


def _spans(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Piece]:
    return _joined(run for node in nodes for run in _styled(node, _PLAIN))


def _joined(found: Iterable[Run | Link]) -> Iterator[Piece]:
    """Neighbours of one look as one, those without any as text."""
    for look, group in groupby(found, _look):
        if isinstance(look, Link):
            yield from group
        elif text := "".join(cast(Run, run).text for run in group):
            yield text if look == _PLAIN else replace(look, text=text)


def _look(span: Run | Link) -> Run | Link:
    return span if isinstance(span, Link) else replace(span, text="")


def _styled(node: SyntaxTreeNode, look: Run) -> Iterator[Run | Link]:
    """The runs of one node, each with the look of all nodes around it."""
    match node.type:
        case "text" | "image":
            yield replace(look, text=node.content)
        case "softbreak":
            yield replace(look, text=" ")
        case "hardbreak":
            yield replace(look, text="\n")
        case "code_inline":
            yield replace(look, text=node.content, code=True)
        case "strong":
            yield from _inner(node, replace(look, strong=True))
        case "em":
            yield from _inner(node, replace(look, emphasis=True))
        case "s":
            yield from _inner(node, replace(look, struck=True))
        case "link":
            line = tuple(_joined(_inner(node, look)))
            yield Link(cast(tuple[str | Run, ...], line), str(node.attrs["href"]))
        case _:
            raise ValueError(node.type)


def _inner(node: SyntaxTreeNode, look: Run) -> Iterator[Run | Link]:
    return (run for child in node.children for run in _styled(child, look))


def _stripped(spans: Iterable[Piece]) -> Spans:
    """Without the spaces at its ends, which a picture leaves there."""
    line = list(spans)
    if line and isinstance(line[0], str):
        line[0] = line[0].lstrip()
    if line and isinstance(line[-1], str):
        line[-1] = line[-1].rstrip()
    return tuple(filter(None, line))


# tables


def _table(node: SyntaxTreeNode) -> Table:
    head, *bodies = node.children
    titles = [(_line_of(cell), _align(cell)) for cell in head.children[0].children]
    rows = tuple(tuple(map(_line_of, row.children)) for body in bodies for row in body.children)
    shares = [_share([title, *(row[at] for row in rows)]) for at, (title, _) in enumerate(titles)]
    columns = (Column(title, share, align) for (title, align), share in zip(titles, shares, strict=True))
    return Table(tuple(columns), rows, ", ".join(said(title) for title, _ in titles))


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    return "right" if "right" in style else "center" if "center" in style else "left"


def _share(cells: list[Spans]) -> int:
    """By the longest cell, so that a column of words is wider than one of figures."""
    return min(_WIDEST, max(_NARROWEST, *(_width(said(cell)) for cell in cells)))


def _width(text: str) -> int:
    """In half characters of Chinese, which are about a Latin one."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
