"""The formats of files of items: which of them a file is in, and what reads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from ..diagnostics import Place, Problem
from ..model.medium import Medium
from ..words import Words
from . import form_mark
from .columns import columns
from .draft import Reading
from .encoding import table, text_of
from .gift_read import GiftReader, is_gift
from .html_tree import name_of
from .known import Known
from .lines import ended_alike
from .moodle_read import MoodleReader
from .package import Package
from .pictures import Pictures
from .qti_package import MANIFEST
from .qti_read import QtiReader
from .sheet import Unreadable
from .table import TableReader
from .text_form import TextReader
from .word_text import WordText
from .workbook import sheets
from .xml import is_xml, tree

XLSX, KAOSHIBAO, CHAOXING, CSV, TEXT, WORD = "xlsx", "kaoshibao", "chaoxing", "csv", "text", "word"
GIFT, MOODLE, QTI, QTI21 = "gift", "moodle-xml", "qti3", "qti21"
ENDINGS = {".xlsx": XLSX, ".xlsm": XLSX, ".csv": CSV, ".tsv": CSV, ".txt": TEXT, ".docx": WORD, ".gift": GIFT}

_ZIPPED = b"PK"
_IS_OWN = {XLSX: True, KAOSHIBAO: False, CHAOXING: False}
"""What somebody who names a format says of its texts."""


def format_of(name: str) -> str | None:
    """The format that the ending of a file's name stands for."""
    return ENDINGS.get(PurePath(name).suffix.lower())


@dataclass(frozen=True)
class _File:
    """`name` is what it is called in messages; with `is_own` texts of a table are Markdown."""

    name: str
    raw: bytes
    words: Words
    pictures: Pictures
    is_own: bool | None
    known: Known | None


def read(
    name: str,
    raw: bytes,
    format: str | None,
    words: Words,
    media: Mapping[str, Medium] | None = None,
    *,
    known: Known | None = None,
) -> Reading:
    """The items of a file, whatever is wrong with it among the problems; `media` are the course's.

    Of those that are `known`, tables and texts leave as it is what they have no place for.
    """
    pictures = Pictures(media or {})
    try:
        file = _File(name, raw, words, pictures, _IS_OWN.get(format or ""), known)
        return replace(_READERS[format or found_in(name, raw)](file), media=pictures.new)
    except Unreadable as reason:
        return Reading([], [Problem(reason.code, Place(name, *reason.place), reason.values)])


def skipping(reading: Reading) -> Reading:
    """The same without an error for questions of a kind that no item has: they are left out."""
    problems = [
        replace(problem, code="CW1054") if problem.code == "CW1053" else problem
        for problem in reading.problems
    ]
    return replace(reading, problems=problems)


def found_in(name: str, raw: bytes) -> str:
    """The format of a file by its content, and by its name where that leaves it open. Raises Unreadable."""
    if raw.startswith(_ZIPPED):
        if MANIFEST in Package(raw).names:
            return QTI
        return WORD if format_of(name) == WORD else XLSX
    if raw[:4] == b"\xd0\xcf\x11\xe0":
        return XLSX
    if is_xml(raw):
        return MOODLE if name_of(tree(raw)) == "quiz" else QTI
    known = format_of(name)
    if known == GIFT or (known != CSV and is_gift(text_of(raw))):
        return GIFT
    return known if known in (CSV, TEXT) else CSV if _is_table(raw) else TEXT


def _is_table(raw: bytes) -> bool:
    return columns(table(raw)) is not None


def _workbook(file: _File) -> Reading:
    found = TableReader(file.name, file.words, file.is_own, file.known).reading(sheets(file.raw))
    return _formed(found, form_mark.of_workbook(file.raw))


def _table(file: _File) -> Reading:
    return TableReader(file.name, file.words, file.is_own, file.known).reading([table(file.raw)])


def _text(file: _File) -> Reading:
    lines = ended_alike(text_of(file.raw)).split("\n")
    return _lines(file, lines, {})


def _lines(file: _File, lines: list[str], bold: Mapping[int, Sequence[bool]]) -> Reading:
    form, rest = form_mark.parted(lines)
    return _formed(TextReader(file.name, file.words, file.known).reading(rest, bold), form)


def _formed(reading: Reading, form: str) -> Reading:
    """The same as a form, if the file says that it is one; else what its items say stays."""
    for draft in reading.drafts if form else ():
        draft.form = form
    return reading


def _gift(file: _File) -> Reading:
    return GiftReader(file.name, file.words).reading(text_of(file.raw))


def _moodle(file: _File) -> Reading:
    return MoodleReader(file.name, file.words, file.pictures).reading(tree(file.raw))


def _qti(file: _File) -> Reading:
    reader = QtiReader(file.name, file.words, file.pictures)
    if file.raw.startswith(_ZIPPED):
        return reader.package(Package(file.raw))
    return reader.reading(tree(file.raw))


def _word(file: _File) -> Reading:
    text = WordText(file.raw)
    found = _lines(file, text.lines, text.bold)
    for number, lost in text.lost.items():
        place = Place(file.name, number, source=text.lines[number - 1])
        found.problems.append(Problem("CW1045", place, {"found": lost}))
    if text.pictures:
        found.problems.append(Problem("CW1022", Place(file.name), {"count": text.pictures}))
    return found


_READERS: dict[str, Callable[[_File], Reading]] = {
    XLSX: _workbook,
    KAOSHIBAO: _workbook,
    CHAOXING: _workbook,
    CSV: _table,
    TEXT: _text,
    WORD: _word,
    GIFT: _gift,
    MOODLE: _moodle,
    QTI: _qti,
    QTI21: _qti,
}
