"""The text of a source file, changed at places; everything else stays as it is, byte for byte."""

import re
from codecs import BOM_UTF8
from itertools import accumulate

from ..diagnostics import Place
from ..load.lines import lines_of
from ..load.source_file import SourceFile
from ..model.walk import Path


class SourceText:
    """Changes are noted first and made at once, so that places stay those of the text as it was read."""

    def __init__(self, file: SourceFile, raw: bytes) -> None:
        self._file = file
        self._mark = BOM_UTF8 if raw.startswith(BOM_UTF8) else b""
        self._starts = [0, *accumulate(len("".join(line)) for line in lines_of(file.text))]
        self._changes: dict[tuple[int, int], str] = {}

    def replace(self, place: Place, old: str, new: str) -> None:
        """Put `new` in the place of the first `old` at or after a place."""
        start = self._file.text.index(old, self.offset(place))
        self._changes[start, start + len(old)] = new

    def substitute(self, pattern: "re.Pattern[str]", new: str) -> None:
        """Put `new` wherever the text matches."""
        for match in pattern.finditer(self._file.text):
            self._changes[match.span()] = match.expand(new)

    def put(self, match: "re.Match[str]", new: str) -> None:
        """Put `new` in the place of what was found in the text."""
        self._changes[match.span()] = new

    def add_entry(self, path: Path, entry: str) -> None:
        """Add a word to the end of the list at `path`, written as the entries before it are.

        The list must have an entry.
        """
        last = self._last(path)
        before = last.source[: last.column - 1]
        if re.fullmatch(r"\s*- +", before):
            self._insert(self._starts[last.line], self._line_end(last.line), f"{before}{entry}")
        else:
            end = self.offset(last) + last.width
            self._changes[end, end] = f", {entry}"

    def append(self, text: str) -> None:
        """Add lines to the end."""
        self._insert(len(self._file.text), self._line_end(1), text.rstrip("\n"))

    def column_of(self, path: Path) -> int:
        """Spaces before the value at a path."""
        return self._file.place(path).column - 1

    @property
    def changes(self) -> int:
        return len(self._changes)

    def content(self) -> bytes:
        """The text with all changes made."""
        text = self._file.text
        for (start, end), new in sorted(self._changes.items(), reverse=True):
            text = text[:start] + new + text[end:]
        return self._mark + text.encode()

    def _last(self, path: Path) -> Place:
        """The place of the last entry of a list."""
        value = self._file.data
        for step in path:
            value = value[step]
        return self._file.place((*path, len(value) - 1))

    def _insert(self, at: int, end: str, text: str) -> None:
        """Whole lines at the start of a line."""
        opened = "" if not at or self._file.text[at - 1] in "\r\n" else end
        lines = end.join(text.split("\n"))
        self._changes[at, at] = self._changes.get((at, at), "") + f"{opened}{lines}{end}"

    def _line_end(self, line: int) -> str:
        ended = self._file.text[self._starts[line - 1] : self._starts[line]]
        return next((end for end in ("\r\n", "\r", "\n") if ended.endswith(end)), "\n")

    def offset(self, place: Place) -> int:
        """Where a place is in the text."""
        return self._starts[place.line - 1] + place.column - 1
