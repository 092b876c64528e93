"""`coursewright items audit`: flaws, readers who know nothing, answers in the text, coverage."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .table import print_table
from .terminal import Progress, _, check_course, course_option, format_option, report

if TYPE_CHECKING:
    from ..audit import Audit
    from ..audit.sitting import Sitting

SHOWN = 3
"""Readers of one kind of group that are shown, the best first."""


@click.command(
    short_help=_("The whole picture of how good the items are."),
    help=_(
        "Look for flaws in wording, let readers who know nothing sit the bank, and find answers that "
        "stand in the text. What an author waived is counted apart. “coursewright check” tells the same "
        "warnings; here are also every reader's score by file and by level, and the coverage."
    ),
)
@course_option
@format_option
def audit(root: Path, style: str) -> None:
    from ..audit import audited
    from ..audit.register import covered, rows
    from .items import print_coverage

    with Progress(_("Checking …")):
        checked = check_course(root)
        found = audited(checked.sources)
    report(list(found.problems), style, err=False)
    if style != "text":
        return
    _print_rules(found)
    _print_readers(found.sittings)
    print_coverage(covered(checked.sources, rows(checked.sources, checked.site.groups)))


def _print_rules(found: "Audit") -> None:
    from ..audit.rules import CODES

    standing, waived = (Counter(each.rule for each in part) for part in (found.findings, found.waived))
    heading = (_("rule"), _("code"), _("warnings"), _("waived"))
    counts = ((rule, code, str(standing[rule]), str(waived[rule] or "")) for rule, code in CODES.items())
    print_table(heading, counts, title=_("Rules"), words=2)


def _print_readers(sat: "Sequence[Sitting]") -> None:
    title = _("Readers who know nothing: score, chance, and Wilson's 95 % interval, in percent")
    figures = (_("questions"), _("score"), _("chance"), _("interval"), "")
    found = ((each.group.says.said(_), each.cheater.says.said(_), *_scores(each)) for each in _chosen(sat))
    print_table((_("questions of"), _("reader"), *figures), found, title=title, words=2)


def _chosen(sat: "Sequence[Sitting]") -> "list[Sitting]":
    """For the whole bank every reader, but of those who go by position the best few; else the best few."""
    from ..audit.sitting import FEWEST, FILE, LEVEL, WHOLE

    chosen = []
    enough = sorted((each for each in sat if each.count >= FEWEST), key=_lead)
    for kind in (WHOLE, LEVEL, FILE):
        for group in dict.fromkeys(each.group for each in sat if each.group.kind == kind):
            ranked = _without_twins([each for each in enough if each.group == group])
            chosen += _without_patterns(ranked) if kind == WHOLE else ranked[:SHOWN]
    return chosen


def _without_twins(ranked: "list[Sitting]") -> "list[Sitting]":
    """Who ticks A and E answers as who ticks A where no item has a fifth option: the shorter one is shown."""
    from ..audit.cheaters.position import Positions

    known: set[tuple[bool, int, float, float]] = set()
    kept = []
    for each in ranked:
        is_pattern = isinstance(each.cheater, Positions) and each.cheater.many
        answered = is_pattern, each.count, each.mean, each.chance
        if not (is_pattern and answered in known):
            kept.append(each)
        known.add(answered)
    return kept


def _without_patterns(ranked: "list[Sitting]") -> "list[Sitting]":
    """Of the many who go by position the best few."""
    from ..audit.cheaters.position import Positions

    kept = [each for each in ranked if isinstance(each.cheater, Positions)][:SHOWN]
    return [each for each in ranked if each in kept or not isinstance(each.cheater, Positions)]


def _lead(sat: "Sitting") -> float:
    return sat.chance - sat.low


def _scores(sat: "Sitting") -> tuple[str, ...]:
    shares = (f"{100 * share:.0f}" for share in (sat.mean, sat.chance))
    return str(sat.count), *shares, f"{100 * sat.low:.0f}–{100 * sat.high:.0f}", "!" if sat.wins else ""
