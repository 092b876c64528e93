"""`coursewright items audit`: flaws, readers who know nothing, answers in the text, coverage."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .table import print_table
from .terminal import Progress, _, check_course, course_option, format_option, report, say

if TYPE_CHECKING:
    from ..audit import Audit
    from ..audit.sitting import Group, Sitting

SHOWN = 3
"""Readers of the whole bank who go by position that are shown, the best first."""


@click.command(
    short_help=_("The whole picture of how good the items are."),
    help=_(
        "Look for flaws in wording, let readers who know nothing sit the bank, and find answers that "
        "stand in the text. What an author waived is counted apart. “coursewright check” tells the same "
        "warnings; here are also the scores of readers by file and by level, of each the best and those that "
        "beat chance, and the coverage."
    ),
)
@click.option("--all", "every", is_flag=True, help=_("Show every reader of every file and every level."))
@course_option
@format_option
def audit(*, every: bool, root: Path, style: str) -> None:
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
    _print_readers(found.sittings, every=every)
    print_coverage(covered(checked.sources, rows(checked.sources, checked.site.groups)))


def _print_rules(found: "Audit") -> None:
    from ..audit.rules import CODES

    standing, waived = (Counter(each.rule for each in part) for part in (found.findings, found.waived))
    heading = (_("rule"), _("code"), _("warnings"), _("waived"))
    counts = ((rule, code, str(standing[rule]), str(waived[rule] or "")) for rule, code in CODES.items())
    print_table(heading, counts, title=_("Rules"), words=2)


def _print_readers(sat: "Sequence[Sitting]", *, every: bool) -> None:
    """A group's readers below its name, each with its figures on one line."""
    from ..audit.sitting import FEWEST

    groups = _groups(sat)
    rows = [row for ranked in groups for row in _rows(ranked if every else _telling(ranked))]
    if rows:
        title = _("Readers who know nothing: score, chance, and Wilson's 95 % interval, in percent")
        heading = (_("reader"), _("questions"), _("score"), _("chance"), _("interval"))
        print_table(heading, rows, title=title, words=1)
    if any(each.wins for each in sat):
        say(_("!: beats chance by more than luck explains"))
    if len(groups) < len({each.group for each in sat}):
        said = _("Of fewer than {count} questions nothing can be said; no reader of them is shown.")
        say(said.format(count=FEWEST))


def _groups(sat: "Sequence[Sitting]") -> "list[list[Sitting]]":
    """The readers of the whole bank, of each level, of each file, the best of each first; who had few
    questions is left out."""
    from ..audit.sitting import FEWEST, FILE, LEVEL, WHOLE

    found: dict[Group, list[Sitting]] = {}
    for each in sorted(sat, key=lambda each: (WHOLE, LEVEL, FILE).index(each.group.kind)):
        if each.count >= FEWEST:
            found.setdefault(each.group, []).append(each)
    return [_without_twins(sorted(own, key=_lead)) for own in found.values()]


def _rows(ranked: "list[Sitting]") -> "Iterator[tuple[str, ...]]":
    yield (ranked[0].group.says.said(_), "", "", "", "")
    for each in ranked:
        yield (f"{'!' if each.wins else ' '} {each.cheater.says.said(_)}", *_scores(each))


def _telling(ranked: "list[Sitting]") -> "list[Sitting]":
    """Of the whole bank every reader, but of those who go by position the best few; else who beats chance,
    and the best."""
    from ..audit.sitting import WHOLE

    if ranked[0].group.kind == WHOLE:
        return _without_patterns(ranked)
    return [each for at, each in enumerate(ranked) if at == 0 or each.wins]


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
    return str(sat.count), *shares, f"{100 * sat.low:.0f}–{100 * sat.high:.0f}"
