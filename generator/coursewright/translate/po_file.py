"""One gettext catalog of a course (PO, GNU gettext manual 3): what it says, and where."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser

from ..diagnostics import Place, Problem
from ..load.tree import TRANSLATIONS
from ..model.characters import from_windows, is_unseen, named, unfit

_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?{_STRING}|)\s*")
"""What a line of a catalog can be; Babel takes others too, and makes of them what it can."""

_CLOSE = re.compile(r"^(msg\w+(?:\[\d+\])?)(?=\")")
"""A keyword with no space behind it, which gettext takes and Babel does not."""
_UNREAD = re.compile(r'\s*"(?:Plural-Forms|POT-Creation-Date|PO-Revision-Date):')
"""Lines of the head that Babel may stop at and nobody here reads."""

_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\""})


def path_of(language: str) -> str:
    return f"{TRANSLATIONS}/{language}.po"


def language_of(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".po")


class _Read(Catalog):
    """A catalog that remembers which of its entries came a second time."""

    def __init__(self) -> None:
        self.again: list[tuple[Message, Message]] = []
        super().__init__()

    def __setitem__(self, id: Any, message: Message) -> None:
        if id and (first := self.get(id, message.context)):
            self.again.append((first, message))
        super().__setitem__(id, message)


@dataclass
class PoFile:
    """A catalog and what is wrong with it, so that nothing need be raised for a translator's mistake."""

    path: str
    text: str = ""
    catalog: Catalog = field(default_factory=Catalog)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def lines(self) -> list[str]:
        return re.split(r"\r\n|\r|\n", self.text)

    @cached_property
    def messages(self) -> Mapping[str, Message]:
        """Source text → its entry, translated or not."""
        plain = (message for message in self.catalog if message.context is None)
        return {message.id: message for message in plain if isinstance(message.id, str) and message.id}

    def translation(self, text: str) -> str | None:
        """The translation of a source text; None where there is none, or one that is in doubt (fuzzy)."""
        message = self.messages.get(text)
        if message is None or message.fuzzy or not isinstance(message.string, str):
            return None
        return None if is_unseen(message.string) else message.string.strip("\n") or None

    def unfit(self) -> Iterator[Problem]:
        """Translations with characters that no text may have."""
        for source in self.messages:
            if char := unfit(self.translation(source) or ""):
                values = {"character": named(char), "near": from_windows(char)}
                yield Problem("CW0115", self.place_of(source), values)

    def place_of(self, text: str, words: str = "") -> Place:
        """Where the translation of a source text stands, or `words` within it."""
        numbers = list(self._translation_lines(text))
        written = words.translate(_ESCAPES)
        for number in numbers if words else ():
            if (column := self.lines[number].find(written)) >= 0:
                return Place(self.path, number + 1, column + 1, len(written), self.lines[number])
        first = numbers[0] if numbers else 0
        return Place(self.path, first + 1, 1, 1, self.lines[first])

    def _translation_lines(self, text: str) -> Iterator[int]:
        """The lines of an entry's translation, counted from 0."""
        begun = False
        for number in range(self.messages[text].lineno or 0, len(self.lines)):
            line = self.lines[number]
            begun = begun or line.startswith("msgstr")
            if begun and not line.startswith(("msgstr", '"')):
                return
            if begun:
                yield number


def read_po_file(path: str, raw: bytes) -> PoFile:
    """Decode and parse one catalog. Every problem is in the result; nothing is raised."""
    try:
        file = PoFile(path, raw.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return PoFile(
            path, problems=[Problem("CW0103", Place(path, line), {"byte": f"0x{raw[error.start]:02X}"})]
        )
    odd = next((number for number, line in enumerate(file.lines) if not _LINE.fullmatch(line)), None)
    try:
        if odd is None:
            _parse(file)
    except PoFileError as error:
        odd = min(error.lineno, len(file.lines) - 1)
    file.problems += file.unfit()
    if odd is not None:
        file.problems.append(Problem("CW0801", _at(file, odd)))
    return file


def _parse(file: PoFile) -> None:
    """Raises PoFileError at the first line that Babel cannot read."""
    lines = [_CLOSE.sub(r"\1 ", line) for line in file.lines]
    try:
        file.catalog = read = _parsed(lines)
    except PoFileError:
        file.catalog = read = _parsed(list(_without_unread(lines)))
    for first, second in read.again:
        line = second.lineno or 1
        file.problems.append(Problem("CW0805", _at(file, line - 1), {"line": first.lineno}))


def _parsed(lines: Sequence[str]) -> _Read:
    catalog = _Read()
    PoFileParser(catalog, abort_invalid=True).parse(f"{line}\n" for line in lines)
    return catalog


def _without_unread(lines: Sequence[str]) -> Iterator[str]:
    """The lines, with empty strings where the head says what nobody here reads."""
    dropped = False
    for line in lines:
        dropped = (dropped and line.startswith('"')) or bool(_UNREAD.match(line))
        yield '""' if dropped else line
        dropped = dropped and not line.rstrip().endswith(r'\n"')


def _at(file: PoFile, line: int) -> Place:
    return Place(file.path, line + 1, 1, max(1, len(file.lines[line])), file.lines[line])
