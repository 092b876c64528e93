"""Results of a session graded again for `exam verify`: of what is kept, and of the files that came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..words import Words
from .terminal import _

if TYPE_CHECKING:
    from ..exams.binding import Binding
    from ..exams.grading.gathering import Gathering, Roster, Said
    from ..exams.grading.grading import Graded
    from ..exams.grading.outcome import Outcome
    from ..exams.journal import Entry
    from ..exams.store import Kept


_STRANGE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What grading raises for answers that it never wrote: whoever wrote them into the tables is told of."""


@dataclass
class ResultsChecked:
    """`wrong` is what is not as it follows, `unchecked` what nobody can tell here, `notes` what was done."""

    wrong: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def results_checked(kept: "Kept", held: "Binding", answers: Sequence[Path]) -> ResultsChecked:
    """Nothing where there are no results, or where they are not what was written: that is told already."""
    from ..exams.grading.grading import RESULTS
    from ..exams.store import FileChanged, SessionDamaged
    from .outcomes import NotGraded, outcome_of

    checked = ResultsChecked()
    entry = next((each for each in reversed(kept.entries) if each.about.get("what") == RESULTS), None)
    try:
        kept.refuse_damaged()
        outcome = outcome_of(kept)
    except (NotGraded, FileChanged):
        return checked
    except SessionDamaged as error:
        checked.wrong.append(str(error))
        return checked
    if entry:
        _Check(kept, outcome, entry, entry in held.entries, checked).run(answers)
    return checked


@dataclass(frozen=True)
class _Check:
    kept: "Kept"
    outcome: "Outcome"
    entry: "Entry"
    is_bound: bool
    checked: ResultsChecked

    def run(self, answers: Sequence[Path]) -> None:
        import duckdb

        from ..exams.grading.grading import RESULTS
        from ..exams.grading.redone import misstated, unlike
        from ..exams.grading.ruling import rulings
        from .outcomes import graded_again, judgments_of

        try:
            made = graded_again(self.kept, judgments_of(self.kept))
        except (*_STRANGE, duckdb.Error):
            self.checked.wrong.append(
                _("the answers in {folder} cannot be graded again").format(folder=RESULTS)
            )
            return
        told = [*misstated(self.kept, self.outcome, rulings(self.kept.entries)), *unlike(self.kept, made)]
        self.checked.wrong += [_(each.said).format(**each.values) for each in told]
        self.checked.wrong += [
            _("{file} is not what follows from the results").format(file=name) for name in self._unlike(made)
        ]
        said = _.plural(
            "Results: {count} candidate was graded again, from the answers that are kept",
            "Results: {count} candidates were graded again, from the answers that are kept",
            len(made.standings),
        )
        self.checked.notes.append(said)
        if answers:
            self._read(answers)
        elif self.outcome.sources:
            self.checked.notes.append(
                _("The files that answers came in were not read again; name them with --answers")
            )

    def _unlike(self, made: "Graded") -> Iterator[str]:
        """Files for people, where the same programs wrote them; a workbook is as its list."""
        from ..exams.grading.grading import RESULTS
        from ..exams.grading.ledger import XLSX
        from ..press.packages import makers
        from .outcomes import shown

        if (self.entry.version, self.entry.about.get("press")) != (__version__, makers()):
            told = self.checked.notes if self.is_bound else self.checked.unchecked
            told.append(
                _("not compared, for another version wrote them: lists, reports and letters of the results")
            )
            return
        for name, content in shown(made).items():
            file = self.kept.folder / RESULTS / name
            there = file.read_bytes() if file.is_file() else b""
            if there != content and not (name == XLSX and _cells(there) == (_cells(content) or ())):
                yield f"{RESULTS}/{name}"

    def _read(self, answers: Sequence[Path]) -> None:
        """Grade what came once more, as it was accepted, and hold it against what is kept."""
        from ..exams.grading.grading import Basis, graded
        from ..exams.grading.redone import unlike
        from ..exams.grading.ruling import rulings
        from .exam_grade import gathering
        from .outcomes import judgments_of

        people = self._roster()
        found = gathering(self.kept, answers, people, _said(self.kept))
        self.checked.wrong += self._other_files(found)
        basis = Basis(__version__, rulings(self.kept.entries), judgments_of(self.kept))
        made = graded(self.kept, found, people, basis, Words(self.kept.session.language))
        for each in unlike(self.kept, made, is_from_files=True):
            self.checked.wrong.append(_("read again, {what}").format(what=_(each.said).format(**each.values)))
        said = _.plural(
            "Results: {count} candidate was graded again, from the files that answers came in",
            "Results: {count} candidates were graded again, from the files that answers came in",
            len(made.standings),
        )
        self.checked.notes.append(said)

    def _other_files(self, found: "Gathering") -> Iterator[str]:
        """By what is in them, wherever they lie now."""
        given = {each.digest for each in found.sources}
        graded = {each.digest: each.file for each in self.outcome.sources}
        for digest, file in graded.items():
            if digest not in given:
                said = _(
                    "{file} was graded, and is not among the files that were given: name it with --answers "
                    "as well"
                )
                yield said.format(file=file)
        for each in found.sources:
            if each.digest not in graded:
                yield _("{file} was never graded as it is").format(file=each.file)

    def _roster(self) -> "Roster":
        """Those who were to sit, as results keep them."""
        from ..exams.grading.gathering import Roster
        from ..exams.grading.grading import RESULTS
        from ..exams.grading.standing import standings
        from ..model.candidate import Candidate
        from .answers import roster_of

        sat = [
            Candidate(each.name, each.candidate, each.department, each.room)
            for each in standings(self.kept.folder / RESULTS)
        ]
        others = [*self.outcome.absent, *self.outcome.undecided]
        was_known = all(each.code != "CW1512" for each in self.outcome.findings)
        people = {each.number: each for each in (*sat, *others)} if was_known else {}
        return Roster(people, roster_of(self.kept, None).assigned)


def _said(kept: "Kept") -> "Said":
    """What the trainer said when it was graded last."""
    from ..exams.grading.gathering import Said
    from ..exams.grading.lockdown import Keys

    graded = [entry.about for entry in kept.entries if entry.did == "graded" and "listing" in entry.about]
    about = graded[-1] if graded else {}
    keys = about.get("seb", {})
    return Said(about.get("spares", {}), Keys(tuple(keys.get("config", ())), tuple(keys.get("exam", ()))))


def _cells(content: bytes) -> list[list[str]] | None:
    """What stands in a workbook, whatever wrote it; None where it is none."""
    from ..exchange.sheet import Unreadable
    from ..exchange.workbook import sheets

    try:
        return [[cell.text for cell in row] for sheet in sheets(content) for row in sheet.rows]
    except Unreadable:
        return None
