"""Where something stands: in the template as people find it there, in the source at the author's line."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.walk import Path
from ..words import Words
from .returned import ROW, Returned
from .rows import LISTS, Side
from .unread import MARK
from .vocabulary import lists, named


class Pointer:
    """Names fields of a template that came back: the list, the row and the column, or the field's title."""

    def __init__(self, words: Words, form: Returned) -> None:
        self._words = words
        self._form = form

    def where(self, tag: str) -> str:
        """The field with this tag."""
        if tag.startswith(MARK):
            name = named(tag.removeprefix(MARK), self._words)
            words = self._words
            return words("{field} ({mark})").format(field=name, mark=words("Proposal"))
        title, known, found = self._form.titles.get(tag, ""), lists(self._words), ROW.fullmatch(tag)
        if found is None or found[1] not in known:
            return title or tag
        row = self._form.row_of(found[1], found[2])
        return self._cell(known[found[1]], row, title) if row else known[found[1]]

    def beside(self, tag: str) -> str:
        """The row or the place of what stands beside a field, as a sentence; nothing for no field."""
        known, found = lists(self._words), ROW.fullmatch(tag)
        if found is None or found[1] not in known:
            return self._in_template(self.where(tag))
        row = self._form.row_of(found[1], found[2])
        return self._in_template(self._cell(known[found[1]], row, "") if row else known[found[1]])

    def _in_template(self, where: str) -> str:
        words = self._words
        return words("in the template: {where}").format(where=where) if where else ""

    def _cell(self, list: str, row: int, column: str) -> str:
        words = self._words
        place = words("{list}, row {row}").format(list=list, row=row)
        return words(", ").join(filter(None, (place, column)))

    def note(self, path: Path, result: Side) -> str:
        """The place of a path of the new source, whose rows are those of `result`, as a sentence."""
        words = self._words
        name = next((each for each in LISTS if tuple(each.split(".")) == path[: each.count(".") + 1]), "")
        steps = path[name.count(".") + 1 :] if name else ()
        tag = name or ".".join(map(str, path))
        single = lists(words).get(tag, "") or self._form.titles.get(tag, "")
        where = self._row(name, steps, [*result.lists[name]]) if steps else single
        return self._in_template(where)

    def _row(self, name: str, steps: Path, keys: list[str]) -> str:
        """A row by its number in the template, or where it has none, in the list."""
        row, column = int(steps[0]), str(steps[1]) if len(steps) > 1 else ""
        number = self._form.row_of(name, keys[row]) if row < len(keys) else 0
        titles = {
            tag.rpartition(".")[2]: title for tag, title in self._form.titles.items() if tag.startswith(name)
        }
        return self._cell(lists(self._words)[name], number or row + 1, titles.get(column, ""))


def places(file: SourceFile) -> dict[tuple[int, int], Path]:
    """Line and column → the path of what stands there: of a value, else of a key; the nearest to the top."""
    found: dict[tuple[int, int], Path] = {}
    paths = [(), *_paths(file.data, ())]
    for key in (False, True):
        for path in paths:
            place = file.place(path, key=key)
            found.setdefault((place.line, place.column), path)
    return found


def path_of(found: Mapping[tuple[int, int], Path], problem: Problem) -> Path:
    """The path of what a problem is about; of what is missing, where it would be."""
    path = found.get((problem.place.line, problem.place.column), ())
    return (*path, str(problem.values["key"])) if problem.code == "CW0201" else path


def _paths(data: Any, path: Path) -> Iterator[Path]:
    if path:
        yield path
    steps: Mapping[Any, Any] = (
        data if isinstance(data, dict) else dict(enumerate(data)) if isinstance(data, list) else {}
    )
    for step, value in steps.items():
        yield from _paths(value, (*path, step))


def old_lines(before: str, after: str) -> dict[int, int]:
    """Line of the new text → the author's own, both from 1; what is new is at the line it stands behind."""
    found: dict[int, int] = {}
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        for at in range(start, end):
            found[at + 1] = max(1, min(first + at - start + 1, last) if last > first else first)
    return found if before else {}
