"""`coursewright exam verify`: whether a session is what was made, and what was published of it."""

import re
import shlex
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import __version__
from .deed import alone, end_begun
from .example import example
from .notices import against_notice, announced_journal
from .results_again import results_checked
from .table import print_table
from .terminal import Progress, _, course_option, say

if TYPE_CHECKING:
    from ..exams.binding import Binding
    from ..exams.reprint import Difference, Maker
    from ..exams.store import Kept


def _a_digest(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    digest = text and text.strip().lower()
    if digest and not re.fullmatch("[0-9a-f]{64}", digest):
        raise click.BadParameter(_("a digest has 64 digits and letters from a to f"))
    return digest


@click.command(
    epilog=example("exam verify 2027-spring"),
    short_help=_("Say whether a session is still what was made, and its forms fair."),
    help=_(
        "Count again, from what the session keeps, whether its forms meet the blueprint, how much they share "
        "and how alike they are; draw them again by the seed; print again what was printed, and compare it "
        "byte by byte; grade again the answers that are kept, and compare the results; compare files with "
        "the journal, keys with items, and session and journal with the public notice. Says everything that "
        "was changed, up to which entry the notice binds the journal, and what could not be checked: it ends "
        "with 0 only where all could be. Whoever may write here can change the notice too: what a kept page "
        "or a print of the notice says, --commitment and --journal compare with, and what came of "
        "candidates, --answers."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option(
    "--commitment",
    metavar="DIGEST",
    callback=_a_digest,
    help=_("The commitment that was published, from a notice that was kept elsewhere."),
)
@click.option(
    "--journal",
    metavar="DIGEST",
    callback=_a_digest,
    help=_(
        "The journal's digest that was published, from such a notice; or one that was noted later: it binds "
        "the entries up to its own."
    ),
)
@click.option(
    "--answers",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help=_("A file or folder of answers that was graded, to be read and graded again; several of them."),
)
@course_option
def verify(
    name: str, commitment: str | None, journal: str | None, answers: tuple[Path, ...], root: Path
) -> None:
    from ..exams.binding import binding
    from ..exams.proof import altered
    from ..exams.reprint import MISSING, differences
    from ..exams.store import get

    _say_aside(root, name)
    with alone(root), Progress(_("Counting again …")) as progress:
        end_begun(root, name)
        kept = get(root, name)
        held = binding(kept, {*filter(None, (journal, announced_journal(root, name)))})
        printed = list(
            differences(kept, held, lambda file: progress(_("Printing {name} …").format(name=file)))
        )
        verdicts = [(each, each.verdict(held, _here())) for each in printed]
        results = results_checked(kept, held, answers)
        wrong = [
            *altered(kept, solver(), datetime.now(UTC), _),
            *_gone(kept, [each.file for each, _verdict in verdicts if each.said == MISSING]),
            *(_(each.said).format(file=each.file) for each, verdict in verdicts if verdict == "changed"),
            *against_notice(root, kept),
            *_unlike(kept, commitment, journal),
            *results.wrong,
        ]
    _say_open(root, name)
    for each in wrong:
        say(f"✗ {each}", err=True)
    unchecked = [
        *_unchecked(kept, held, [each for each, verdict in verdicts if verdict == "unchecked"]),
        *results.unchecked,
    ]
    for each in unchecked:
        say(f"? {each}", err=True)
    if wrong:
        raise click.ClickException(_("this session is not what was made"))
    print_proof(kept)
    _say_held(kept, held)
    for note in results.notes:
        say(note)
    as_bound = [each for each, verdict in verdicts if verdict == "as bound"]
    if unchecked:
        raise click.ClickException(
            _("not everything could be checked, so nobody can tell from here whether something was changed")
        )
    _say_as_bound(kept, as_bound)
    _say_whole(kept, held, journal)


def _say_aside(root: Path, name: str) -> None:
    """What a person decided of a session that could not be read."""
    from ..exams.aside import AsideDamaged, set_aside

    try:
        entry = set_aside(root).get(name)
    except AsideDamaged as error:
        say(error.said(_), err=True)
        return
    if entry:
        said = _("{by} set this session aside on {day}, for it could not be read: {reason}")
        say(said.format(by=entry.by, day=entry.at[:10], reason=entry.about.get("reason", "")), err=True)


def _gone(kept: "Kept", missing: "Sequence[str]") -> Iterator[str]:
    """Without what is told to be missing in the folder where it was moved to."""
    from ..exams.binding import gone
    from ..exams.shelf import original

    told = {*map(original, missing)}
    for name, number in gone(kept):
        if name not in told:
            said = _("{file}, as entry {number} of the journal has it, is gone")
            yield said.format(file=name, number=number)


def _unlike(kept: "Kept", commitment: str | None, journal: str | None) -> Iterator[str]:
    if commitment not in (None, kept.commitment):
        said = _("the keys are not those of the commitment that you gave: theirs is {digest}")
        yield said.format(digest=kept.commitment)
    if journal and journal not in {entry.hash for entry in kept.entries}:
        yield _("the journal has no entry with the digest that you gave: it was changed or cut since")


def _say_open(root: Path, name: str) -> None:
    """Nothing was changed by it, and somebody may have read the keys."""
    from ..exams.store import open_to_others

    if folders := open_to_others(root, name):
        said = _("others on this machine may look into the session; to shut it type: {command}")
        command = shlex.join(["chmod", "700", *map(str, folders)])
        say(f"{_('warning')}{_(': ')}{said.format(command=command)}", err=True)


def _unchecked(kept: "Kept", held: "Binding", differences: "Sequence[Difference]") -> Iterator[str]:
    """What cannot be compared here, and that nothing outside the folder holds."""
    for maker, files in _by_maker(differences):
        if maker is None:
            said = _("{files}: could not be checked, for the journal does not say what was announced then")
            yield said.format(files=files)
        else:
            said = _(
                "{files}: could not be checked, for here it is printed otherwise, and that another version "
                "printed it only entries say that nothing binds. They say {made}; here is {here}. Verify "
                "with that version, or give --journal with a digest that was noted after the printing"
            )
            yield said.format(files=files, made=maker, here=_here())
    if kept.session.solver != solver() and not held.entries:
        said = _("the forms were not drawn again: they were made with {made}, and here is {here}")
        yield said.format(made=kept.session.solver, here=solver())


def _say_held(kept: "Kept", held: "Binding") -> None:
    """Up to where the journal cannot be another, and what that leaves open."""
    from ..exams.binding import held_by_none
    from ..exams.journal import DEEDS

    if not held.entries:
        say(
            _(
                "Nothing binds this session yet: it was not announced, and whoever can write into its folder "
                "can write all of it anew. Announce it before the exam."
            )
        )
        return
    last = held.entries[-1]
    said = _(
        "The notice, or the digest given with --journal, binds the journal up to entry {number} "
        "({did}, {day})."
    )
    say(said.format(number=last.number, did=_(DEEDS[last.did]), day=last.at[: len("2000-01-01")]))
    later = len(kept.entries) - held.number
    open = _.plural(
        "{count} later entry is not bound; whether entries were cut off behind the bound one does not show.",
        "{count} later entries are not bound; whether some were cut off behind the bound one does not show.",
        later,
    )
    say(open if later else _("Whether entries behind that one were cut off does not show."))
    if loose := held_by_none(kept, held):
        said = _(
            "Nothing but those later entries says what was in these folders, so they may be others: {folders}"
        )
        say(said.format(folders=_(", ").join(f"{name}/" for name in loose)))
    say(
        _(
            "To bind more, announce the session again before the exam; later, keep the digest of the last "
            "entry elsewhere, and compare with it: --journal"
        )
    )


def _say_whole(kept: "Kept", held: "Binding", noted: str | None) -> None:
    """`noted` is a digest of the journal that somebody kept elsewhere: nothing behind it was cut off."""
    if not held.entries:
        said = _("What is in the folder agrees with itself. Commitment to the keys: {digest}")
    elif held.number < len(kept.entries):
        said = _("Up to entry {number} nothing was changed. Commitment to the keys: {digest}")
    elif noted == kept.entries[-1].hash:
        said = _("Nothing was changed. Commitment to the keys: {digest}")
    else:
        said = _(
            "Up to entry {number}, the last that there is, nothing was changed. "
            "Commitment to the keys: {digest}"
        )
    say(said.format(digest=kept.commitment, number=held.number))
    say(_("The journal's last entry: {digest}").format(digest=kept.entries[-1].hash))
    if unknown := kept.entries[0].about.get("uncounted"):
        said = _("Made without counting what these sessions used, for they could not be read: {names}")
        say(said.format(names=_(", ").join(map(str, unknown))))
    if kept.is_void:
        say(_("The session “{name}” is void").format(name=kept.session.name))


def _say_as_bound(kept: "Kept", differences: "Sequence[Difference]") -> None:
    """What is not made again here, and is what it was when the journal was bound."""
    for maker, files in _by_maker(differences):
        if maker is None:
            said = _(
                "what they were when the journal was bound, and not printed again, for the journal does not "
                "say what was announced then: {files}"
            )
        else:
            said = _(
                "what they were when the journal was bound, and not printed again, for they were printed "
                "with {made}, and here is {here}: {files}"
            )
        say(said.format(files=files, made=maker, here=_here()))
    if kept.session.solver != solver():
        said = _("the forms were not drawn again: they were made with {made}, and here is {here}")
        say(said.format(made=kept.session.solver, here=solver()))


def _by_maker(differences: "Sequence[Difference]") -> "Iterator[tuple[Maker | None, str]]":
    for maker in dict.fromkeys(each.maker for each in differences):
        yield maker, _(", ").join(each.file for each in differences if each.maker == maker)


def _here() -> "Maker":
    from ..exams.reprint import Maker
    from ..press.packages import makers

    return Maker(__version__, makers())


def print_proof(kept: "Kept") -> None:
    from ..exams.report import sections

    for section in sections(kept.session, _):
        print_table(section.heading, section.rows, title=section.title, words=1)


def solver() -> str:
    from importlib.metadata import version

    return f"HiGHS {version('highspy')}"
