"""`coursewright exam verify`: whether a session is what was made, and what was published of it."""

import re
import shlex
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import __version__
from .deed import alone
from .example import example
from .notices import against_notice
from .table import print_table
from .terminal import Progress, _, course_option, say

if TYPE_CHECKING:
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
        "byte by byte; compare files with the journal, keys with items, and session and journal with the "
        "public notice. Says everything that was changed. Whoever may write here can change the notice too: "
        "what a kept page or a print of the notice says, --commitment and --journal compare with."
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
    help=_("The journal's digest that was published, from such a notice."),
)
@course_option
def verify(name: str, commitment: str | None, journal: str | None, root: Path) -> None:
    from ..exams.proof import altered
    from ..exams.reprint import differences
    from ..exams.store import get

    with alone(root), Progress(_("Counting again …")) as progress:
        kept = get(root, name)
        printed = list(differences(kept, lambda file: progress(_("Printing {name} …").format(name=file))))
        wrong = [
            *altered(kept, solver(), datetime.now(UTC), _),
            *(_(each.said).format(file=each.file) for each in printed if each.maker == _here()),
            *against_notice(root, kept),
            *_unlike(kept, commitment, journal),
        ]
    _say_open(root, name)
    for each in wrong:
        say(f"✗ {each}", err=True)
    if wrong:
        raise click.ClickException(_("this session is not what was made"))
    print_proof(kept)
    _say_whole(kept)
    _say_uncompared([each for each in printed if each.maker != _here()])


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


def _say_whole(kept: "Kept") -> None:
    from ..exams.publication import published

    if kept.session.solver != solver():
        said = _("the forms were not drawn again: they were made with {made}, and here is {here}")
        say(said.format(made=kept.session.solver, here=solver()))
    say(_("Nothing was changed. Commitment to the keys: {digest}").format(digest=kept.commitment))
    say(_("The journal's last entry: {digest}").format(digest=kept.entries[-1].hash))
    if not published(kept):
        say(_("The session was not announced: nothing outside its folder was there to compare with."))
    if kept.is_void:
        say(_("The session “{name}” is void").format(name=kept.session.name))


def _say_uncompared(differences: "Sequence[Difference]") -> None:
    """Files that are not what this machine prints, and need not be: another program may have printed them."""
    for maker in dict.fromkeys(each.maker for each in differences):
        files = _(", ").join(each.file for each in differences if each.maker == maker)
        if maker is None:
            said = _("not compared, for the journal does not say what was announced then: {files}")
        else:
            said = _("not compared, for they were printed with {made}, and here is {here}: {files}")
        say(said.format(files=files, made=maker, here=_here()))


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
