"""Sheets of items → drafts: a row a question, whoever's headers stand above it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from string import ascii_uppercase

from ..diagnostics import Place, Problem, errors_in
from ..diagnostics.nearest import near
from ..words import Words
from .columns import KNOWN, Columns, by_letter, columns, header
from .draft import Reading, Record
from .examples import is_example
from .meaning import Known, Meaning
from .prose import bolder
from .sheet import EMPTY, Cell, Sheet
from .spot import MOST_SHOWN, Spot, number
from .text_options import listed

EXAMPLES = ("示例", "Examples")
"""The sheet of our template that shows how; what else stands in it is told, and not read."""

_PROSE = ("stem", "explanation", "stimulus", "rationale")
"""Fields in which bold type means something, as in options and what is said of them."""

_BESIDE = ({"填写说明", "目标"}, {"Explanations", "Objectives"})
"""Sheets that every workbook of ours has, and that have no items."""


def _places(found: Columns) -> frozenset[str]:
    """What a sheet has a place for, as `Record.said`; a column of options has one for all."""
    options = ascii_uppercase if "options" in found.fields else found.options
    return frozenset([*found.fields, *options, *(f"{letter}?" for letter in found.reasons)])


def _with_items(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets without those that our own workbook has for its readers."""
    names = {sheet.name for sheet in sheets}
    beside = [name for own in _BESIDE if own <= names for name in own]
    return [sheet for sheet in sheets if sheet.name not in beside]


def _is_example(sheet: Sheet, found: Columns | None) -> bool:
    """Whether a sheet is that of our template which shows how, whatever became of the others."""
    return sheet.name in EXAMPLES and found is not None and found.is_own


class TableReader:
    """Reads the sheets of one file; `name` is what it is called in messages.

    With `is_own` its texts are Markdown or are not; if it is None its headers tell.
    """

    def __init__(
        self, name: str, words: Words, is_own: bool | None = None, known: Known | None = None
    ) -> None:
        self._name = name
        self._words = words
        self._is_own = is_own
        self._meaning = Meaning(words, known)
        self._problems: list[Problem] = []

    def reading(self, sheets: Iterable[Sheet]) -> Reading:
        """The items of all sheets that have headers."""
        headed = [(sheet, columns(sheet)) for sheet in _with_items(list(sheets))]
        self._tell_beside_examples(headed)
        headed = [(sheet, found) for sheet, found in headed if not _is_example(sheet, found)]
        tables = [(sheet, found) for sheet, found in headed if found]
        if self._is_own is not None:
            tables = [(sheet, replace(found, is_own=self._is_own)) for sheet, found in tables]
        tables = [table for table in tables if table[1].is_own] or tables
        records = [record for table in tables for record in self._records(*table)]
        drafts = [*self._meaning.drafts(records)]
        read = [sheet for sheet, _ in tables]
        self._tell_unread(sheet for sheet, _ in headed if sheet not in read)
        if not drafts and not errors_in([*self._problems, *self._meaning.problems]):
            self._problems.append(Problem("CW1005", Place(self._name)))
        return Reading(drafts, [*self._problems, *self._meaning.problems])

    def _tell_unread(self, sheets: Iterable[Sheet]) -> None:
        """Sheets with something in them that nobody reads."""
        for sheet in sheets:
            if not sheet.shown:
                self._problems.append(Problem("CW1034", Place(self._name), {"sheet": sheet.name}))
            elif sheet.name and sheet.is_table:
                self._problems.append(Problem("CW1035", Place(self._name), {"sheet": sheet.name}))

    def _tell_beside_examples(self, headed: Iterable[tuple[Sheet, Columns | None]]) -> None:
        """Rows that somebody added to the sheet of the examples."""
        for sheet, found in headed:
            if not found or not _is_example(sheet, found):
                continue
            if others := [at + 1 for at in self._filled_rows(sheet, found)]:
                spot = self._spot(sheet, found, others[0] - 1, found.fields["stem"])
                rows = ", ".join(map(str, others[:MOST_SHOWN])) + (" …" if len(others) > MOST_SHOWN else "")
                self._tell("CW1078", spot, sheet=sheet.name, rows=rows)

    def _filled_rows(self, sheet: Sheet, found: Columns) -> list[int]:
        """Those below the headers with something in them that is none of our examples."""
        rows = range(found.row + 1, len(sheet.rows))
        filled = (at for at in rows if any(not cell.is_empty for cell in sheet.rows[at]))
        return [at for at in filled if not is_example(*self._known_by(sheet, found, at))]

    def _known_by(self, sheet: Sheet, found: Columns, at: int) -> list[str]:
        columns = (found.fields.get(name) for name in ("id", "stem", "answer"))
        return ["" if each is None else self._cell(sheet, at, each).text for each in columns]

    def _records(self, sheet: Sheet, found: Columns) -> Iterator[Record]:
        self._tell_columns(sheet, found)
        if found.is_own and (missing := [*found.options.keys() - found.reasons.keys()]):
            names = ", ".join(header(f"{letter}?", self._words) for letter in sorted(missing, key=number))
            self._tell("CW1041", self._spot(sheet, found, found.row, 0), columns=names)
        kept = self._filled_rows(sheet, found)
        if hidden := [at + 1 for at in kept if at + 1 in sheet.hidden]:
            spot = self._spot(sheet, found, hidden[0] - 1, 0)
            self._tell("CW1019", spot, rows=", ".join(map(str, hidden[:12])))
        if merged := [area for last, area in sheet.merged if last > found.row + 1]:
            areas = ", ".join(merged[:12]) + (" …" if len(merged) > 12 else "")
            self._tell("CW1036", self._spot(sheet, found, found.row, 0), areas=areas)
        if sheet.pictures:
            self._tell("CW1022", self._spot(sheet, found, found.row, 0), count=sheet.pictures)
        for at in kept:
            before = len(self._problems)
            record = self._record(sheet, found, at)
            is_told = errors_in(self._problems[before:]) > 0  # what is missing, that is
            if not is_told:
                yield record

    def _tell_columns(self, sheet: Sheet, found: Columns) -> None:
        for column in found.repeated:
            self._tell("CW1017", self._spot(sheet, found, found.row, column), column=found.header(column))
        rows = range(found.row + 1, len(sheet.rows))
        for column in range(max(map(len, sheet.rows), default=0)):
            filled = (at for at in rows if not self._cell(sheet, at, column).is_empty)
            if (first := next(filled, None)) is None:
                continue
            if column in found.unknown:
                spot = self._spot(sheet, found, found.row, column)
                name = found.header(column)
                self._tell("CW1014", spot, column=name, near=near(name, KNOWN))
            elif not found.header(column):
                spot = self._spot(sheet, found, first, column)
                self._tell("CW1014", spot, column=spot.text)

    def _record(self, sheet: Sheet, found: Columns, at: int) -> Record:
        def spots(names: Iterable[tuple[str, int]]) -> dict[str, Spot]:
            return {
                name: self._filled(sheet, found, at, column, is_prose=name in _PROSE or name[:1].isupper())
                for name, column in names
                if self._said(sheet, found, at, column)
            }

        options = spots(by_letter(found.options))
        if cell := spots([each for each in found.fields.items() if each[0] == "options"]).get("options"):
            options |= {letter: replace(cell, text=text) for letter, text in listed(cell.text).items()}
        headers = {name: self._spot(sheet, found, at, column) for name, column in found.fields.items()}
        return Record(
            spots(found.fields.items()),
            options,
            spots(by_letter(found.reasons)),
            self._spot(sheet, found, at, found.fields["stem"]),
            found.is_own,
            headers,
            _places(found),
        )

    def _said(self, sheet: Sheet, found: Columns, at: int, column: int) -> bool:
        """Whether a cell has a text; what has none that anybody meant is told."""
        cell = self._cell(sheet, at, column)
        if cell.fault and column != found.fields.get("ignored"):
            code, values = cell.fault
            self._tell(code, self._spot(sheet, found, at, column), **values)
        return bool(cell.text)

    def _cell(self, sheet: Sheet, at: int, column: int) -> Cell:
        row = sheet.rows[at]
        return row[column] if column < len(row) else EMPTY

    def _spot(self, sheet: Sheet, found: Columns, at: int, column: int) -> Spot:
        place = Place(self._name, at + 1, column + 1)
        text = self._cell(sheet, at, column).text
        return Spot(place, sheet.name, found.header(column), text if found.is_own else text.strip())

    def _filled(self, sheet: Sheet, found: Columns, at: int, column: int, *, is_prose: bool) -> Spot:
        """A cell with a text; what is bold in prose stays so, in a sheet of ours by the signs for that.

        Where these would make something else of its own signs the cell stays as it is, and that is told.
        """
        spot, bold = self._spot(sheet, found, at, column), self._cell(sheet, at, column).bold
        if not bold or not is_prose:
            return spot
        if not found.is_own:
            return replace(spot, bold=bold)
        text = bolder(spot.text, bold)
        if text is None:
            parts = ", ".join(bold.text[start:end].strip() for start, end in bold.places)
            self._tell("CW1086", spot, found=parts)
        return spot if text is None else replace(spot, text=text)

    def _tell(self, code: str, spot: Spot, **values: object) -> None:
        self._problems.append(spot.problem(code, self._words, **values))
