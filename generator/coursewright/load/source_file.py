"""One YAML file → plain data with a place for every value.

Built from libyaml's events rather than from PyYAML's constructor, because the
sources are a stricter language than YAML: no aliases (so no bombs), no tags
(so no code), no duplicate keys, keys are text, and only YAML 1.2's plain
`true`, `false`, `null` and numbers mean something other than text (so that
`no`, `on` and `12:30` are what the author wrote).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..diagnostics import Place, Problem
from ..model.characters import from_windows, hidden, is_suspect, is_unseen, named, unfit
from ..model.walk import Path
from .decoding import decoded
from .folding import unfolded
from .mark import Mark, below
from .merges import conflict
from .plain_value import plain_value
from .quoting import escape_of, meant_as_text, taken_in
from .signs import half_width, may_have_signs, odd_space, tight_hyphen, wide_block, wide_hyphen
from .syntax import character_problem, is_misled, slipped, syntax_problem

MOST_BYTES = 4 * 1024 * 1024
DEEPEST = 40

_COMMENT = re.compile(r"\s*(\s#.*)")


@dataclass
class SourceFile:
    """A source file: its data and its problems side by side, so that one bad file hides no other."""

    path: str
    text: str = ""
    data: Any = None
    mark: Mark | None = None
    problems: list[Problem] = field(default_factory=list)
    has_comments: bool = False
    _lines: list[str] | None = None

    @property
    def usable(self) -> bool:
        return self.mark is not None and not self.problems

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """The place of the value at `path`, or of its key; of the nearest parent when it is missing."""
        mark, whole = self._mark(path[:-1] if key else path)
        if key and whole and path and mark is not None and mark.keys:
            mark = mark.keys.get(str(path[-1]), mark)
        return self._place(mark)

    def comment_after(self, path: Path) -> Place | None:
        """Where a comment follows the unquoted text at `path` on its last line."""
        mark, whole = self._mark(path)
        return self._place(mark.comment) if whole and mark and mark.comment else None

    def _mark(self, path: Path) -> "tuple[Mark | None, bool]":
        """The mark at a path, or that of its nearest parent; and whether it is there."""
        mark = self.mark
        for step in path:
            if mark and isinstance(mark.parts, list) and isinstance(step, str):
                continue  # a list that stands for a mapping, whose one key it leaves out
            part = below(mark, step)
            if part is None:
                return mark, False
            mark = part
        return mark, True

    def place_of(self, path: Path, words: str) -> Place:
        """The place of `words` inside the text at `path`, for a link in a long paragraph."""
        start = self.place(path)
        for number in range(start.line, min(start.line + 2000, len(self.lines) + 1)):
            source = self.lines[number - 1]
            column = source.find(words, start.column - 1 if number == start.line else 0)
            if column >= 0:
                return Place(self.path, number, column + 1, len(words), source)
        return start

    def place_of_any(self, path: Path, *words: str) -> Place:
        """The place of the first of these words that are inside the text at `path` as they are here."""
        places = ((self.place_of(path, each), each) for each in words)
        found = (place for place, each in places if place.source.startswith(each, place.column - 1))
        return next(found, self.place(path))

    @property
    def lines(self) -> list[str]:
        if self._lines is None:
            text = self.text
            self._lines = re.split(r"\r\n|\r|\n", text) if "\r" in text else text.split("\n")
        return self._lines

    def _place(self, mark: Mark | None) -> Place:
        if mark is None:
            return Place(self.path)
        return self.at(mark.line, mark.column, mark.width)

    def stopped(self, problem: Problem) -> None:
        """Note why the file cannot be read any further, which may have been noted in part already."""
        if any(is_misled(problem, by) for by in self.problems):
            return
        starts = [(each.code, each.place.line) for each in (*self.problems, problem)]
        at = starts.index(starts[-1])
        self.problems[at : at + 1] = [problem]

    def at(self, line: int, column: int, width: int = 1) -> Place:
        """A place by line and column counted from 0."""
        source = self.lines[line] if line < len(self.lines) else ""
        return Place(self.path, line + 1, column + 1, max(1, width), source)


def read_source(path: str, raw: bytes) -> SourceFile:
    """Decode and parse one file. Every problem is in the result; nothing is raised."""
    file = SourceFile(path)
    if len(raw) > MOST_BYTES:
        file.problems.append(Problem("CW0107", Place(path), {"size": f"{len(raw) / 1048576:.1f}"}))
        return file
    if (text := decoded(file, raw)) is None:
        return file
    file.text = text
    if slip := conflict(text):
        file.problems.append(slipped(file, slip))
        return file
    try:
        _Builder(file).build()
    except yaml.MarkedYAMLError as error:
        file.stopped(syntax_problem(file, error))
    except yaml.YAMLError:
        file.problems.append(character_problem(file))
    except _Stop:
        pass
    if file.mark is None and not file.problems:
        file.problems.append(Problem("CW0109", Place(path)))
    return file


class _Stop(Exception):
    """The file cannot be read any further; the problem is already noted."""


class _Builder:
    """Turns a stream of parser events into data and marks."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self._suspect = is_suspect(file.text)
        self._has_signs = may_have_signs(file.text)
        self.events: Iterator[Any] = iter(yaml.CSafeLoader(file.text).get_event, None)

    def build(self) -> None:
        event = next(self.events)
        while not isinstance(event, yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if self.file.mark is not None:
                    self._problem("CW0110", event)
                    raise _Stop
                data, mark = self._node(next(self.events), 0)
                self.file.data, self.file.mark = data, mark
            event = next(self.events)

    def _node(self, event: Any, depth: int) -> tuple[Any, Mark]:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        mark = Mark(start.line, start.column, width)
        kind = type(event)
        if event.anchor is not None:
            self._refuse_meaning("CW0108", event)
        if kind is yaml.AliasEvent:
            return None, mark
        if kind is yaml.ScalarEvent:
            mark.comment = self._comment(event)
            return self._scalar(event), mark
        if depth >= DEEPEST:
            self._problem("CW0111", event)
            raise _Stop
        if event.tag is not None:
            self._problem("CW0112", event, tag=event.tag)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(mark, depth)
        return self._mapping(mark, depth)

    def _scalar(self, event: Any) -> Any:
        if event.tag is not None:
            self._refuse_meaning("CW0112", event, tag=event.tag)
        if self._has_signs:
            is_entry = event.style == "" and event.value.startswith("-")
            self._refuse_signs(event, event.value[1:2] if is_entry else "")
        start, end = event.start_mark.line, event.end_mark.line
        if start < end and (slip := taken_in(self.file.lines, event)):
            self.file.problems.append(slipped(self.file, slip))
        folded = self._source(event)
        value = unfolded(event.value, folded) if folded else event.value
        if self._suspect:
            self._refuse_unfit(event, value)
        if not event.implicit[0] or event.style not in (None, ""):
            return value
        return plain_value(value)

    def _refuse_meaning(self, code: str, event: Any, **values: Any) -> None:
        """An anchor, an alias or a tag, unless a text was meant to begin with its sign."""
        if slip := meant_as_text(self.file.text, self.file.lines, event):
            self.file.problems.append(slipped(self.file, slip))
        else:
            self._problem(code, event, **values)

    def _refuse_unfit(self, event: Any, value: str, char: str = "") -> None:
        if char := unfit(value) or char:
            said = {"character": named(char), "near": from_windows(char)}
            if event.style == '"' and (escape := escape_of(self._written(event), char)):
                self._problem("CW0139", event, escape=escape, **said)
            else:
                self._problem("CW0115", event, **said)
        elif is_unseen(value) and not value.isspace():
            self._problem("CW0205", event)

    def _written(self, event: Any) -> str:
        """A scalar as it stands in the source."""
        start, end = event.start_mark, event.end_mark
        lines = self.file.lines[start.line : end.line + 1]
        lines[-1] = lines[-1][: end.column]
        lines[0] = lines[0][start.column :]
        return "\n".join(lines)

    def _refuse_signs(self, event: Any, spaced: str) -> None:
        """A space of another kind in `spaced`; a hyphen, or the sign of a text, that is none to YAML."""
        if character := odd_space(spaced):
            self._problem("CW0122", event, character=character)
        start, lines = event.start_mark, self.file.lines
        line = lines[start.line] if event.style == "" and start.line < len(lines) else ""
        if found := wide_hyphen(line, start.column):
            self._problem("CW0132", event, found=found, proper=f"- {line[start.column + 1 :].strip()}")
        if tight_hyphen(line, start.column):
            self._problem("CW0134", event, proper=f"- {line[start.column + 1 :].strip()}")
        if found := wide_block(line, start.column):
            self._problem("CW0133", event, found=found, proper=half_width(found))

    def _comment(self, event: Any) -> Mark | None:
        """The comment that ends an unquoted text."""
        end = event.end_mark
        if event.style not in (None, "") or end.line >= len(self.file.lines):
            return None
        line = self.file.lines[end.line]
        match = _COMMENT.fullmatch(line, max(0, end.column)) if "#" in line else None
        if match is None:
            return None
        self.file.has_comments = True
        return Mark(end.line, match.start(1) + 1, len(match[1]) - 1)

    def _source(self, event: Any) -> list[str]:
        """The lines of a scalar, from its first character to its last; none where nothing folds."""
        start, end, quoted = event.start_mark, event.end_mark, event.style in ("'", '"')
        if start.line == end.line or event.style == "|":
            return []
        lines = self.file.lines[start.line : end.line + 1]
        lines[-1] = lines[-1][: end.column - quoted]
        lines[0] = lines[0][start.column + quoted :]
        return lines

    def _sequence(self, mark: Mark, depth: int) -> tuple[list[Any], Mark]:
        data: list[Any] = []
        marks: list[Mark] = []
        while type(event := next(self.events)) is not yaml.SequenceEndEvent:
            value, part = self._node(event, depth + 1)
            data.append(value)
            marks.append(part)
        mark.parts = marks
        return data, mark

    def _mapping(self, mark: Mark, depth: int) -> tuple[dict[str, Any], Mark]:
        data: dict[str, Any] = {}
        marks: dict[str, Mark] = {}
        keys: dict[str, Mark] = {}
        while type(event := next(self.events)) is not yaml.MappingEndEvent:
            key = self._key(event)
            value, part = self._node(next(self.events), depth + 1)
            if key in data:
                first = self.file._place(keys[key])
                self._problem("CW0113", event, key=key, line=first.line)
                continue
            data[key] = value
            marks[key] = part
            keys[key] = Mark(event.start_mark.line, event.start_mark.column, len(key))
        mark.parts, mark.keys = marks, keys
        return data, mark

    def _key(self, event: Any) -> str:
        if type(event) is not yaml.ScalarEvent:
            self._problem("CW0114", event)
            raise _Stop
        if event.anchor is not None or event.tag is not None:
            self._problem("CW0108" if event.anchor is not None else "CW0112", event, tag=event.tag)
        if self._suspect:
            self._refuse_unfit(event, event.value, hidden(event.value))
        if self._has_signs:
            self._refuse_signs(event, event.value)
        return str(event.value)

    def _problem(self, code: str, event: Any, **values: Any) -> None:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        self.file.problems.append(Problem(code, self.file.at(start.line, start.column, width), values))
