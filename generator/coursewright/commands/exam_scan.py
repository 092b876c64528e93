"""`coursewright exam scan`: answer sheets that were scanned, read into the session's folder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import Place, Problem
from ..errors import PROBLEMS, SourceProblems
from .deed import alone_with, by_option, deed
from .example import example
from .given import given, refuse
from .table import print_table
from .terminal import Progress, _, course_option, report, say, turn_to

if TYPE_CHECKING:
    from ..exams.scanning.account import Account, Status
    from ..exams.scanning.doubts import Doubt
    from ..exams.scanning.pictures import Source
    from ..exams.scanning.printed import Printings
    from ..exams.scanning.readings import Copy, Readings
    from ..exams.store import Kept

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(
    "scan",
    epilog=example(
        "exam scan 2027-spring scans/*.pdf", "exam scan 2027-spring --decisions decisions-2027-spring.json"
    ),
    short_help=_("Read scanned answer sheets of a session."),
    help=_(
        "Read the answer sheets of SESSION from FILES: PDF, TIFF, PNG or JPEG, mixed, in any order, turned "
        "in any way; give all of them each time. Every page is accounted for. What is doubtful stands in "
        "scans/review.html of the session's folder: open it in a browser, decide by keyboard, save, and hand "
        "in what was saved with --decisions. Ends with 1 while anything is open. Readings are in "
        "scans/readings.json, from which “coursewright exam grade” takes the answers."
    ),
)
@click.argument("name", metavar="SESSION")
@click.argument("files", metavar="[FILES]…", nargs=-1, type=_FILE)
@click.option(
    "--decisions",
    type=_FILE,
    metavar="FILE",
    help=_("What was decided in the review page, by whom --by names."),
)
@click.option(
    "--double",
    is_flag=True,
    help=_(
        "Two people decide, neither of whom sees what the other chose; a third pass ends what they differ in."
    ),
)
@click.option(
    "--accept",
    is_flag=True,
    help=_("The pages that cannot be read, are foreign or missing were seen: such sheets are not graded."),
)
@by_option
@course_option
def scan(
    *,
    name: str,
    files: Sequence[Path],
    decisions: Path | None,
    double: bool,
    accept: bool,
    by: str,
    root: Path,
) -> None:
    with alone_with(root, name) as kept:
        turn_to(kept.session.language)
        kept.refuse_void()
        kept.refuse_damaged()
        is_done = _Desk(kept, by, accept).work(files, decisions, double)
    if not is_done:
        click.get_current_context().exit(PROBLEMS)


class _Desk:
    """One run: what is there by now, what is new, and what is written of both."""

    def __init__(self, kept: "Kept", by: str, accept: bool) -> None:
        from ..exams.scanning.printed import printings

        self._kept = kept
        self._by = by
        self._accept = accept
        self._printings: Printings = printings(kept)
        if not self._printings:
            refuse("CW1413", kept.folder, session=kept.session.name)

    def work(self, files: Sequence[Path], decisions: Path | None, double: bool) -> bool:
        """Whether nothing is open in the end."""
        from ..exams.scanning.readings import cuts_of, readings

        before = readings(self._kept)
        if not files and before is None:
            refuse("CW1414", self._kept.folder, session=self._kept.session.name)
        if files:
            sources, copies = _sources(files)
            found = replace(self._scanned(sources, before, double), copies=copies)
            cuts = self._cuts(found, sources)
        else:
            assert before
            found, cuts = replace(before, is_double=before.is_double or double), cuts_of(self._kept)
        if decisions:
            found = self._decided(found, decisions)
        is_accepted = self._accept or (not files and self._is_no_worse(found, before))
        return self._written(replace(found, is_accepted=is_accepted), cuts)

    def _is_no_worse(self, found: "Readings", before: "Readings | None") -> bool:
        """Whether all that is wrong was accepted already."""
        from ..exams.scanning.faults import faults

        if before is None or not before.is_accepted:
            return False
        accepted = faults(before.account(self._kept, self._printings))
        return all(each in accepted for each in faults(found.account(self._kept, self._printings)))

    def _scanned(self, sources: "Sequence[Source]", before: "Readings | None", double: bool) -> "Readings":
        """Read anew; what was decided of the same pages of the same files stands."""
        from ..exams.scanning.account import Account
        from ..exams.scanning.reading import scan_all
        from ..exams.scanning.readings import FORMAT, Readings, entries_about

        spots = {key: own for each in self._printings.values() for key, own in each.spots.items()}
        total = sum(source.pages for source in sources)
        with Progress(_("Reading …")) as progress:
            said = _("Reading page {at} of {count} …")
            pages = scan_all(sources, spots, lambda at: progress(said.format(at=at, count=total)))
        fresh = Account(self._kept.session, self._printings, pages, {})
        entered = entries_about(before.entered, {each.id for each in fresh.doubts}) if before else ()
        is_double = double or bool(before and before.is_double)
        return Readings(FORMAT, self._kept.session.name, is_double, self._accept, tuple(pages), entered)

    def _cuts(self, found: "Readings", sources: "Sequence[Source]") -> dict[str, list[str]]:
        from ..exams.scanning.account import Account
        from ..exams.scanning.cutting import address, cut_outs

        fresh = Account(self._kept.session, self._printings, found.scanned, {})
        with Progress(_("Cutting out what is doubtful …")):
            made = cut_outs(fresh, {source.digest: source for source in sources})
        return {id: [address(each) for each in cuts] for id, cuts in made.items()}

    def _decided(self, found: "Readings", file: Path) -> "Readings":
        """With what a person handed in. Raises SourceProblems."""
        from ..exams.scanning.deciding import Entered, decision_file

        try:
            handed_in = decision_file(given(file))
        except ValueError:
            refuse("CW1409", file)
        if handed_in.session != found.session:
            refuse("CW1410", file, found=handed_in.session, session=found.session)
        account = found.account(self._kept, self._printings)
        doubts = {doubt.id: doubt for doubt in account.doubts}
        roster = {number for each in self._printings.values() for number in each.by_number}
        if problems := [*_impossible(file, handed_in.decisions, doubts, roster)]:
            raise SourceProblems(problems)
        if found.desk.has_decided(self._by, handed_in.decisions):
            refuse("CW1412", file, by=self._by)
        at = str(deed(self._by, "scanned", {})["at"])
        entered: Entered = Entered(self._by, at, handed_in.decisions)
        return replace(found, entered=(*found.entered, entered))

    def _written(self, found: "Readings", cuts: Mapping[str, Sequence[str]]) -> bool:
        from ..exams.scanning.faults import faults
        from ..exams.scanning.readings import CUTS, FILE, FOLDER, REVIEW, cuts_bytes, readings_bytes
        from ..exams.scanning.review import review_page
        from ..exams.scanning.sittings import sittings
        from ..exams.shelf import digests, shelve
        from ..exams.store import add, refuse_changed
        from ..words import Words

        account = found.account(self._kept, self._printings)
        wrong = faults(account)
        disputed = found.desk.disputed
        doubts = [doubt for doubt in account.open if doubt.id in disputed] or list(account.open)
        files = {FILE: readings_bytes(found, account), CUTS: cuts_bytes(cuts)}
        if doubts:
            files[REVIEW] = review_page(account, doubts, cuts, Words(self._kept.session.language))
        refuse_changed(self._kept, {f"{FOLDER}/{name}": content for name, content in files.items()})
        folder = shelve(self._kept.folder, FOLDER, files)
        counts = _counts(account, found.copies)
        about = {"what": FOLDER, "pages": counts, "open": len(account.open), "files": digests(FOLDER, files)}
        add(self._kept, deed(self._by, "scanned", about))
        report(wrong, "text")
        _tell_copies(found.copies)
        _tell(account, counts, len([*sittings(account)]))
        _tell_open(account.open, disputed, folder / REVIEW)
        if wrong and not found.is_accepted:
            say(_("Look at what is listed above; if it stays so, say --accept."), err=True)
        return not account.open and (found.is_accepted or not wrong)


def _sources(files: Sequence[Path]) -> "tuple[list[Source], tuple[Copy, ...]]":
    """Each once, and what is the same as one of them. Raises SourceProblems, for all that are no pictures."""
    from ..exams.scanning.pictures import NoPicture, Source, source
    from ..exams.scanning.readings import Copy

    found: dict[str, Source] = {}
    copies, problems = [], []
    for file in files:
        try:
            one = source(file)
        except NoPicture:
            problems.append(Problem("CW1401", Place(str(file))))
            continue
        first = found.setdefault(one.digest, one)
        if first is not one:
            copies.append(Copy(one.file, first.file, one.pages))
    if problems:
        raise SourceProblems(problems)
    return [*found.values()], tuple(copies)


def _impossible(
    file: Path, chosen: Mapping[str, Sequence[str]], doubts: "Mapping[str, Doubt]", roster: set[str]
) -> Iterable[Problem]:
    for id, values in chosen.items():
        if id not in doubts or not doubts[id].allows(values, roster):
            yield Problem("CW1411", Place(str(file)), {"id": id, "chosen": ", ".join(values) or "–"})


def _counts(account: "Account", copies: "Iterable[Copy]") -> "dict[Status, int]":
    """Pages of every file that was handed in."""
    from ..exams.scanning.account import STATUSES

    counts = {status: account.statuses.count(status) for status in STATUSES}
    counts["duplicate"] += sum(copy.pages for copy in copies)
    return counts


def _tell_copies(copies: "Iterable[Copy]") -> None:
    for copy in copies:
        told = _.plural(
            "{file} is the same file as {other}: its {count} page is a duplicate",
            "{file} is the same file as {other}: its {count} pages are duplicates",
            copy.pages,
            file=copy.file,
            other=copy.of,
        )
        say(told)


def _tell(account: "Account", counts: "Mapping[Status, int]", sheets: int) -> None:
    names = {
        "read": _("read"),
        "review": _("to review"),
        "unreadable": _("unreadable"),
        "foreign": _("foreign"),
        "blank": _("blank"),
        "duplicate": _("duplicate"),
    }
    rows = [*((names[status], str(count)) for status, count in counts.items())]
    rows.append((_("pages in all"), str(sum(counts.values()))))
    print_table((_("pages"), ""), rows, words=1)
    seen = {account.candidate(key) for key in account.sheets}
    absent = sum(number not in seen for each in account.printings.values() for number in each.by_number)
    say(_.plural("{count} sheet can be graded", "{count} sheets can be graded", sheets))
    if absent:
        say(_.plural("{count} candidate has no sheet", "{count} candidates have no sheet", absent))


def _tell_open(doubts: "Sequence[Doubt]", disputed: Iterable[str], page: Path) -> None:
    if not doubts:
        return
    said = _.plural(
        "{count} doubt is open: decide it in {page}, then hand in what you saved with --decisions",
        "{count} doubts are open: decide them in {page}, then hand in what you saved with --decisions",
        len(doubts),
        page=page,
    )
    say(said, err=True)
    if differing := len({*disputed}):
        told = _.plural(
            "of {count} two people chose otherwise: a third pass decides it",
            "of {count} two people chose otherwise: a third pass decides them",
            differing,
        )
        say(told, err=True)
