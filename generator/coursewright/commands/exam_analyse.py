"""`coursewright exam analyse`: what results say of the items, and of the next exam."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from ..diagnostics import Place, Problem, errors_in, in_order
from ..errors import SourceProblems
from ..words import Words
from .deed import alone, by_option, deed
from .example import example
from .given import given
from .sources import opened
from .terminal import Progress, _, course_option, format_option, report, say, turn_to

if TYPE_CHECKING:
    from ..exams.analysis.figures import Figures
    from ..exams.analysis.findings import Finding
    from ..exams.analysis.grouping import Grouping
    from ..exams.analysis.taking import Sat
    from ..exams.store import Kept

MOST_TOLD = 5


@click.command(
    "analyse",
    epilog=example("exam analyse 2027-spring", "exam analyse 2027-spring 2027-autumn --group department"),
    short_help=_("Say what the results of sessions tell of their items."),
    help=_(
        "Say of the results of one or more sessions of an exam which items need a look and why, how far "
        "results can be relied on, and how forms compare; keep a report (HTML and PDF) and a table of items "
        "in the folder of each session. It takes 20 candidates, and from 100 on figures are more than rough."
    ),
)
@click.argument("names", metavar="SESSION…", nargs=-1, required=True)
@click.option(
    "--group",
    metavar="COLUMN",
    help=_(
        "Compare groups of candidates with as many points, item by item: department or room of the roster, "
        "or FILE:COLUMN, a table (.xlsx, .csv) with the candidates' numbers and a column of groups."
    ),
)
@click.option(
    "--write-back",
    is_flag=True,
    help=_("Show what the items of the bank would say they showed, for the next exam to be made by."),
)
@click.option("--accept", is_flag=True, help=_("With --write-back: write it into the bank."))
@by_option
@course_option
@format_option
def analyse(
    *,
    names: tuple[str, ...],
    group: str | None,
    write_back: bool,
    accept: bool,
    by: str,
    root: Path,
    style: str,
) -> None:
    if accept and not write_back:
        raise click.UsageError(_("--accept is for --write-back"))
    with alone(root):
        kept = _sessions(root, list(dict.fromkeys(names)))
        turn_to(kept[-1].session.language)
        with Progress(_("Counting …")):
            sat = _sat(kept)
            found = _analysed(kept, sat, group, by, style)
        _tell(kept, *found)
        if write_back:
            _write_back(root, sat, accept, style)


def _sessions(root: Path, names: Sequence[str]) -> "list[Kept]":
    from ..exams.store import in_force

    kept = [in_force(root, name) for name in names]
    if len({each.session.exam for each in kept}) > 1:
        raise click.UsageError(_("these are sessions of different exams; analyse those of one exam together"))
    return kept


def _sat(kept: "Sequence[Kept]") -> "list[Sat]":
    """Raises SourceProblems, with what is wrong with the results of any."""
    from ..exams.analysis.taking import sat

    found, problems = [], []
    with tempfile.TemporaryDirectory(prefix="coursewright-") as folder:
        for each in kept:
            own, wrong = sat(each, Path(folder), Words(each.session.language))
            problems += wrong
            found += [own] if own else []
    if problems:
        raise SourceProblems(problems)
    return found


def _analysed(
    kept: "Sequence[Kept]", sat: "Sequence[Sat]", group: str | None, by: str, style: str
) -> "tuple[Figures, list[Finding]]":
    """Put the report into each session's folder. Raises SourceProblems."""
    from ..exams.analysis.figures import figures
    from ..exams.analysis.findings import findings
    from ..exams.analysis.report import FOLDER
    from ..exams.analysis.report import report as pages
    from ..exams.analysis.subject import subject
    from ..exams.analysis.table import FILE, table
    from ..exams.analysis.taking import taken
    from ..exams.shelf import digests, shelve
    from ..exams.store import add

    words = Words(kept[-1].session.language)
    grouping = _grouping(group, sat) if group else None
    whole, problems = taken(sat, grouping)
    if errors_in(problems):
        raise SourceProblems(problems)
    report(in_order(problems), style)
    entry = deed(by, "analysed", {})
    about = subject([each.session for each in kept], entry["at"][:10], by, __version__, words)
    found = figures(whole)
    files = {**pages(found, about, words), FILE: table(found, words)}
    for each in kept:
        shelve(each.folder, FOLDER, files)
        said = {"what": FOLDER, "sessions": list(about.sessions), "files": digests(FOLDER, files)}
        add(each, {**entry, "about": said})
    return found, findings(found, about.option, _)


def _grouping(group: str, sat: "Sequence[Sat]") -> "Grouping":
    """Raises SourceProblems where there is no such column."""
    from ..exams.analysis.grouping import Grouping
    from ..exams.analysis.taking import KEPT_COLUMNS
    from ..exchange.groups import read_groups

    file, colon, column = group.rpartition(":")
    if colon:
        if not Path(file).exists():
            raise click.BadParameter(_("there is no file “{file}”").format(file=file), param_hint="--group")
        found = read_groups(file, given(Path(file)), column)
        if isinstance(found, Problem):
            raise SourceProblems([found])
        return Grouping(column, file, found)
    if group not in KEPT_COLUMNS:
        known = ", ".join(KEPT_COLUMNS)
        raise SourceProblems([Problem("CW1607", Place(group), {"column": group, "known": known})])
    return Grouping(
        group, group, {number: name for each in sat for number, name in each.columns[group].items()}
    )


def _tell(kept: "Sequence[Kept]", figures: "Figures", found: "Sequence[Finding]") -> None:
    from ..exams.analysis.judged import judged
    from ..exams.analysis.parts import number
    from ..exams.analysis.report import FOLDER

    grave = [finding for finding in found if not finding.is_small]
    for finding in grave[:MOST_TOLD]:
        say(f"{number(finding.item)} {finding.item.id}")
        say(f"  {finding.reasons[0].text}")
    if more := len(grave) - MOST_TOLD if len(grave) > MOST_TOLD else 0:
        say(_.plural("{count} more item needs a look.", "{count} more items need a look.", more))
    for said in judged(figures, _, is_good=not grave):
        say(said)
    for each in kept:
        say(_("The report is in {folder}").format(folder=each.folder / FOLDER))


def _write_back(root: Path, sat: "Sequence[Sat]", accept: bool, style: str) -> None:
    """What was observed, into the bank. Raises SourceProblems where the course has errors."""
    from ..edit.banked import with_items
    from ..exams.analysis.observed import astray, changed, observations
    from ..model.kinds import BANK

    course = opened(root)
    banks = {loaded.file.path: loaded.file for loaded in course.sources.all(BANK).values()}
    found = observations(sat, deed("", "analysed", {})["at"][:10])
    written = {path: file.data.get("items") or [] for path, file in banks.items()}
    report(in_order(astray(written, found)), style)
    files: dict[str, bytes] = {}
    items: dict[str, Any] = {}
    for path, file in banks.items():
        if own := changed(written[path], found):
            files[path] = with_items(file, list(own.values())).encode()
            items |= own
    _say_written(items, accept)
    if files and accept:
        course.write(files)


def _say_written(items: dict[str, Any], accept: bool) -> None:
    if not items:
        say(_("The bank says this already; nothing was written."))
        return
    said = _.plural(
        "{count} item of the bank gets what was observed",
        "{count} items of the bank get what was observed",
        len(items),
    )
    say(f"{said}{_(': ')}{_(', ').join(items)}")
    if not accept:
        say(_("Nothing was written into the bank; --accept writes it."))
