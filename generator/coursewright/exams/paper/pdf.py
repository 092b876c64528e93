"""A form on paper as tagged PDF (PDF/UA-1): its data for the program `paper.typ`."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from importlib import resources
from math import inf
from typing import Any, assert_never
from unicodedata import east_asian_width

import typst

from ...press.document import Block, Code, Document, Figure, Heading, Level, Paragraph, lines_of
from ...press.fitted import WIDTH
from ...press.line import Control, Spans, said
from ...press.pdf import page_data
from ...press.pdf_block import BlockData
from ...press.pdf_line import CHARACTER
from ...press.pdf_text import printable
from ...press.picture import NotAPicture
from ...press.typeset import laid_out, typeset
from ...words.language import Language
from .shown import (
    Answer,
    Asking,
    Blocks,
    Cover,
    Group,
    Lettered,
    Options,
    Pairing,
    Paper,
    Part,
    Places,
    Room,
    Steps,
)

Data = dict[str, Any]

PROGRAM = "paper.typ"

LARGE = 16 / 10.5
"""Large print has text of 16 pt."""

GAP = 8
"""Pieces of 6 mm of a line to write on."""

SHORT = 40
"""Lines that any page has room for, pictures and room to write left out."""

NUMBER, LETTER = 9.0, 7.0
"""Width of a question's number and of an option's letter in mm."""


def pdf(document: Document, paper: Paper, *, large: bool) -> bytes:
    """The paper, its cover first; `document` is what stands on every page.

    The same paper gives the same bytes. Raises NotAPicture when a picture is damaged.
    """
    made, is_rtl = _PaperData(LARGE if large else 1), Language(document.language).direction == "rtl"
    data = {**page_data(document), **made.data(paper), "large": large, "blank": GAP, "is_rtl": is_rtl}
    try:
        return typeset(_program(), data, date=document.date)[0]
    except typst.TypstError as error:
        if made.has_pictures:
            raise NotAPicture from error
        raise


def place() -> Spans:
    """A line to write on."""
    return (Control("gap", ""),)


@cache
def _program() -> bytes:
    return laid_out(resources.files(__package__).joinpath(PROGRAM).read_bytes())


class _PaperData:
    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._width = WIDTH / scale
        self._blocks = BlockData()

    @property
    def has_pictures(self) -> bool:
        return self._blocks.has_pictures

    def data(self, paper: Paper) -> Data:
        return {
            "scale": self._scale,
            "cover": self._cover(paper.cover),
            "parts": [self._part(part) for part in paper.parts],
            "labels": {name: self._said(label) for name, label in asdict(paper.labels).items()},
        }

    def _cover(self, cover: Cover) -> Data:
        said = self._said
        return {
            "course": said(cover.course),
            "title": said(cover.title),
            "form": said(cover.form),
            "session": said(cover.session),
            "facts": [[said(name), said(value)] for name, value in cover.facts],
            "blanks": [said(name) for name in cover.blanks],
            "rules_title": said(cover.rules_title),
            "rules": [said(rule) for rule in cover.rules],
        }

    def _part(self, part: Part) -> Data:
        return {
            "title": self._heading(part.title, 1),
            "note": self._said(part.note),
            "groups": [self._group(group) for group in part.groups],
        }

    def _group(self, group: Group) -> Data:
        return {
            "title": self._heading(group.title, 2),
            "said": self._said(group.said),
            "stimulus": self._flow(group.stimulus, self._width - NUMBER),
            "questions": [self._asking(asking) for asking in group.questions],
        }

    def _asking(self, asking: Asking) -> Data:
        width = self._width - NUMBER
        return {
            "number": f"{asking.number}.",
            "stem": self._flow(asking.whole, width),
            "is_gapped": asking.is_gapped,
            "answer": [] if asking.answer == Places(()) else [self._answer(asking.answer, width - LETTER)],
            "is_long": self._scale**2 * _lines(asking) > SHORT,
        }

    def _answer(self, answer: Answer, width: float) -> Data:
        match answer:
            case Options(options):
                return {"kind": "options", "entries": self._lettered(options, width)}
            case Steps(steps):
                return {"kind": "steps", "entries": self._lettered(steps, width)}
            case Pairing(things, targets):
                return {
                    "kind": "pairing",
                    "things": [self._flow(blocks, width / 2) for blocks in things],
                    "entries": self._lettered(targets, width / 2),
                }
            case Places(units):
                return {"kind": "places", "units": [self._said(unit) for unit in units]}
            case Room(lines):
                return {"kind": "room", "lines": lines}
            case unknown:
                assert_never(unknown)

    def _lettered(self, entries: Sequence[Lettered], width: float) -> list[Data]:
        return [
            {"letter": f"{letter}.", "blocks": self._flow(blocks, width), "is_line": _is_line(blocks)}
            for letter, blocks in entries
        ]

    def _heading(self, text: str, level: Level) -> list[Data]:
        return self._flow((Heading((text,), level),), self._width)

    def _flow(self, blocks: Blocks, width: float) -> list[Data]:
        return list(self._blocks.data(blocks, width))

    def _said(self, text: str) -> str:
        return printable(text, self._width)


def _is_line(blocks: Blocks) -> bool:
    """Whether it may fit beside others: what has too many Chinese characters alone need not be measured."""
    if len(blocks) != 1 or not isinstance(paragraph := blocks[0], Paragraph):
        return False
    wide = sum(east_asian_width(char) in "WF" for char in said(paragraph.line))
    return wide * CHARACTER <= WIDTH / 2


def _lines(asking: Asking) -> float:
    """At most so many lines, were every line of text half empty; without end for what may be higher."""
    blocks = [*asking.whole, *_answer_blocks(asking.answer)]
    if any(isinstance(block, Figure | Code) for block in blocks) or isinstance(asking.answer, Room):
        return inf
    return sum(1.5 + 2 * len(text) * CHARACTER / WIDTH + text.count("\n") for text in lines_of(tuple(blocks)))


def _answer_blocks(answer: Answer) -> Iterator[Block]:
    match answer:
        case Options(entries) | Steps(entries):
            yield from (block for entry in entries for block in entry.blocks)
        case Pairing(things, targets):
            yield from (block for blocks in things for block in blocks)
            yield from (block for entry in targets for block in entry.blocks)
