"""`coursewright exam regrade`: an item that does not count, or a second answer; first whom it changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import PROBLEMS
from .deed import alone_with, by_option, deed
from .exam_grade import SHORT, say_results
from .example import example
from .table import print_table
from .terminal import Progress, _, course_option, say, turn_to
from .titles import a_line

if TYPE_CHECKING:
    from ..exams.grading.change import Change
    from ..exams.grading.grading import Graded
    from ..exams.grading.meaning import Unclear
    from ..exams.grading.naming import Named
    from ..exams.grading.ruling import Ruling, Rulings
    from ..exams.grading.standing import Standing
    from ..exams.store import Kept


@click.command(
    "regrade",
    epilog=example(
        'exam regrade 2027-spring --void A8 --reason "Two meanings."',
        'exam regrade 2027-spring --accept-key A3=B --reason "Both are right."',
    ),
    short_help=_("Void an item, or accept a second answer, and grade again."),
    help=_(
        "Rule about items of a session after the exam, and grade again by it. ITEM is an id, or A3 for "
        "question 3 of form A. What changes for whom is shown first; nothing is written until the listing is "
        "accepted by the code that it ends with. The ruling is an entry of the journal on top of the keys, "
        "which stay as they were committed to. A void item has no points for anybody: percentages are of "
        "what remains."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option("--void", "void", metavar="ITEM", multiple=True, help=_("This item does not count."))
@click.option(
    "--accept-key",
    "second",
    metavar="ITEM=ANSWER",
    multiple=True,
    help=_("This answer is right as well, by the letters of the form, such as A3=B."),
)
@click.option(
    "--withdraw", metavar="ITEM", multiple=True, help=_("What was ruled about this item holds no longer.")
)
@click.option(
    "--reason", required=True, metavar="TEXT", callback=a_line, help=_("Why, for the journal and the report.")
)
@click.option("--accept", metavar="CODE", help=_("The code of the listing that you have seen."))
@by_option
@course_option
def regrade(
    *,
    name: str,
    void: tuple[str, ...],
    second: tuple[str, ...],
    withdraw: tuple[str, ...],
    reason: str,
    accept: str | None,
    by: str,
    root: Path,
) -> None:
    if not (void or second or withdraw):
        raise click.UsageError(_("say what is ruled: --void, --accept-key or --withdraw"))
    with alone_with(root, name) as kept:
        turn_to(kept.session.language)
        kept.refuse_void()
        kept.refuse_damaged()
        said = _Said(kept, reason)
        ruled = [
            *(said.withdrawn(item) for item in withdraw),
            *(said.void(item) for item in void),
            *(said.accepted(each) for each in second),
        ]
        _regrade(kept, ruled, accept, by)


class _Said:
    """Rulings as they were said on the command line, each on top of what held before."""

    def __init__(self, kept: "Kept", reason: str) -> None:
        from ..exams.grading.ruling import rulings
        from ..words import Words

        self._session = kept.session
        self._asked = kept.session.asked(Words(kept.session.language))
        self._held = rulings(kept.entries)
        self._reason = reason

    def void(self, text: str) -> "Ruling":
        from ..exams.grading.ruling import Ruling

        return self._put(Ruling(self._named(text, "--void").item, is_void=True, reason=self._reason))

    def withdrawn(self, text: str) -> "Ruling":
        from ..exams.grading.ruling import Ruling

        return self._put(Ruling(self._named(text, "--withdraw").item, reason=self._reason))

    def accepted(self, text: str) -> "Ruling":
        from ..exams.grading.meaning import Unclear
        from ..exams.grading.naming import answer_named
        from ..exams.grading.ruling import Ruling, with_accepted

        item, _equals, answer = text.partition("=")
        named = self._named(item, "--accept-key")
        try:
            response = answer_named(named, self._asked, answer)
        except Unclear as unclear:
            said = _unclear(unclear).format(found=unclear.text, wanted=unclear.wanted, item=item.strip())
            raise click.BadParameter(said, param_hint="--accept-key") from unclear
        held = self._held.get(named.item, Ruling(named.item))
        return self._put(with_accepted(held, response, self._reason))

    def _put(self, ruling: "Ruling") -> "Ruling":
        self._held[ruling.item] = ruling
        return ruling

    def _named(self, text: str, hint: str) -> "Named":
        from ..exams.grading.naming import named
        from .given import refuse_unknown

        found = named(self._session, text.strip())
        if found is None:
            refuse_unknown(_("item"), text, self._session.items, hint)
        assert found
        return found


def _unclear(unclear: "Unclear") -> str:
    """What is wrong with a further key, with places for what was found and wanted, and for the item."""
    from ..exams.grading.meaning import Twofold
    from ..exams.grading.naming import NoNumber, Partial

    match unclear:
        case Twofold():
            return _(
                "“{found}” is more than one answer, and this question takes one; if each is right, "
                "say it for each, such as: --accept-key {item}=A --accept-key {item}=B"
            )
        case Partial():
            return _(
                "“{found}” is a part of an answer; a key has all steps or things, as the one that holds: "
                "{wanted}"
            )
        case NoNumber():
            return _("“{found}” is no number in the unit that is asked for; the one of the key is: {wanted}")
    return _("“{found}” is no answer to this question; an answer would be: {wanted}")


def _regrade(kept: "Kept", ruled: "Sequence[Ruling]", accept: str | None, by: str) -> None:
    from ..exams.grading.change import changes
    from ..exams.grading.ruling import rulings
    from ..exams.session import digest
    from .outcomes import put_results

    held = rulings(kept.entries)
    wanted = held | {each.item: each for each in ruled}
    wanted = {item: each for item, each in wanted.items() if not each.is_withdrawn}
    _refuse_nothing_left(kept, wanted)
    with Progress(_("Grading …")):
        before, after = _graded(kept, held), _graded(kept, wanted)
    found = [*changes(before.standings, after.standings)]
    rows = [each.as_data() for each in {each.item: each for each in ruled}.values()]
    code = digest([rows, [[each.after.candidate, each.after.percent] for each in found]])[:SHORT]
    _list(found, len(after.standings))
    if accept != code:
        say(
            _("Nothing was written. If this is as it should be, say so with: --accept {code}").format(
                code=code
            )
        )
        raise click.exceptions.Exit(PROBLEMS)
    about = {"rulings": rows, "changed": len(found), "flipped": sum(each.flips for each in found)}
    put_results(after, lambda files: deed(by, "regraded", {**about, **files}))
    say_results(after)


def _refuse_nothing_left(kept: "Kept", wanted: "Rulings") -> None:
    """Raises UsageError where a form would have no item that counts."""
    void = {item for item, ruling in wanted.items() if ruling.is_void}
    for form in kept.session.forms:
        if void.issuperset(question.item for question in form.questions):
            said = _("no item of form {code} would count; declare the session void instead: “exam void”")
            raise click.UsageError(said.format(code=form.code))


def _graded(kept: "Kept", held: "Rulings") -> "Graded":
    from dataclasses import replace

    from ..exams.grading.grading import regraded
    from ..exams.grading.outcome import as_rows
    from ..words import Words
    from .outcomes import outcome_of

    outcome = replace(outcome_of(kept), rulings=as_rows(held))
    return regraded(kept, outcome, held, Words(kept.session.language), [])


def _list(found: "Sequence[Change]", count: int) -> None:
    if found:
        heading = (
            _("number"),
            _("name"),
            _("result"),
            _("before"),
            _("after"),
            _("points before"),
            _("after"),
        )
        print_table(heading, map(_row, found), words=3)
    flipped = [each for each in found if each.flips]
    passing = sum(each.after.passed is True for each in flipped)
    said = _.plural(
        "{changed} of {count} result changes; {passing} pass by it, {failing} no longer do",
        "{changed} of {count} results change; {passing} pass by it, {failing} no longer do",
        count,
        changed=len(found),
        passing=passing,
        failing=len(flipped) - passing,
    )
    say(said)


def _row(change: "Change") -> tuple[str, ...]:
    before, after = change.before, change.after
    verdict = _verdict(before) if not change.flips else f"{_verdict(before)} → {_verdict(after)}"
    return (
        before.candidate, before.name, verdict, f"{before.percent:.2f} %", f"{after.percent:.2f} %",
        f"{round(before.points, 2):g}/{before.worth}", f"{round(after.points, 2):g}/{after.worth}",
    )  # fmt: skip


def _verdict(one: "Standing") -> str:
    if one.passed is None:
        return _("not yet marked")
    return _("passed") if one.passed else _("not passed")
