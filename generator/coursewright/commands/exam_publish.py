"""`coursewright exam publish`: a session as a sealed exam for the browser, with access codes."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from .deed import alone_with, by_option, deed
from .exam_sheets import MOST_SPARE, candidates_of
from .example import example
from .terminal import Progress, _, course_option, say, turn_to
from .titles import a_line

if TYPE_CHECKING:
    from ..exams.sealing.admission import Admission
    from ..exams.sealing.package import Terms
    from ..exams.store import Kept

_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9._~:/@%+\[\]-]+")
"""What a policy can name: nothing in it ends a source or begins another."""


def _moment(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    """UTC; what says no zone is of this machine's."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text.strip()).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError) as error:
        said = _("“{text}” is no time; write it as 2027-03-01 09:00, or with its zone 2027-03-01T09:00+08:00")
        raise click.BadParameter(said.format(text=text)) from error


def _folder(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    """The address of a folder, without its last slash."""
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        is_sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        is_sound = False
    if not is_sound or not _PLAIN_ADDRESS.fullmatch(text):
        said = _("“{text}” is no address of a folder, such as https://exam.example.com/drop")
        raise click.BadParameter(said.format(text=text))
    return text.rstrip("/")


@click.command(
    "publish",
    epilog=example(
        "exam publish 2027-spring --roster roster.xlsx",
        'exam publish 2027-spring --roster roster.xlsx --opens "2027-03-20 09:00"',
    ),
    short_help=_("Publish a session as a sealed exam for the browser."),
    help=_(
        "Seal the forms of SESSION, so that only access codes open them, and make of them in the session's "
        "folder web/: a folder site/ for a web server, the same exam as one single file that needs no "
        "server, and slips with the codes to hand out. Nothing of it says what is right. Answers come back "
        "sealed for the key in web/, which never leaves this machine. Neighbours have different forms. What "
        "was published before is kept beside it; its codes do not open the new exam."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option(
    "--roster",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help=_("Who sits the exam: .xlsx or .csv, as for answer sheets."),
)
@click.option(
    "--codes",
    "sharing",
    type=click.Choice(["candidate", "room"]),
    default="candidate",
    show_default=True,
    help=_("An access code for each candidate, or one for each room, in which all give their number."),
)
@click.option(
    "--spare",
    type=click.IntRange(0, MOST_SPARE),
    default=0,
    metavar="N",
    help=_("So many codes besides, for who is not in the roster; on their slips there is room for a name."),
)
@click.option(
    "--drop",
    callback=_folder,
    metavar="URL",
    help=_("A folder of a web server that takes answers by PUT, and that nobody can list or read."),
)
@click.option(
    "--address",
    callback=a_line,
    metavar="TEXT",
    help=_("Where candidates find the exam, for the slips."),
)
@click.option(
    "--opens", callback=_moment, metavar="TIME", help=_("Not to be begun before: 2027-03-01 09:00.")
)
@click.option("--closes", callback=_moment, metavar="TIME", help=_("Answers count until: 2027-03-01 11:30."))
@by_option
@course_option
def publish(
    *,
    name: str,
    roster: Path | None,
    sharing: str,
    spare: int,
    drop: str | None,
    address: str | None,
    opens: str | None,
    closes: str | None,
    by: str,
    root: Path,
) -> None:
    from ..exams.sealing.package import Terms

    if roster is None and not spare:
        raise click.UsageError(
            _("say who sits the exam: --roster FILE, or how many codes there are: --spare N")
        )
    if opens and closes and opens >= closes:
        raise click.UsageError(_("--closes must be later than --opens"))
    with alone_with(root, name) as kept:
        turn_to(kept.session.language)
        kept.refuse_void()
        kept.refuse_damaged()
        admissions = _admissions(kept, roster, sharing, spare)
        _publish(kept, admissions, Terms(opens, closes, drop), address or "", by)


def _admissions(kept: "Kept", roster: Path | None, sharing: str, spare: int) -> "list[Admission]":
    from ..exams.sealing.admission import admissions
    from ..exams.sealing.code import MOST
    from ..exams.seating import seated
    from ..words import Words

    forms = [form.code for form in kept.session.forms]
    people = candidates_of(roster) if roster else []
    if len(people) + spare > MOST:
        said = _("{count} access codes are more than one exam can have: at most {most}")
        raise click.ClickException(said.format(count=len(people) + spare, most=f"{MOST:,}"))
    rooms = seated(people, forms) if people else []
    kind = "room" if sharing == "room" else "candidate"
    return admissions(rooms, kind, spare, forms, Words(kept.session.language))  # type: ignore[arg-type]


def _publish(kept: "Kept", admissions: "list[Admission]", terms: "Terms", address: str, by: str) -> None:
    from ..exams.deposit import deposit
    from ..exams.sealing.package import digest_of
    from ..exams.sealing.page import PACKAGE
    from ..exams.sealing.publishing import SECRET, SITE, Publication
    from ..exams.shelf import WEB, digests
    from ..words import Words

    entry = deed(by, "sealed", {})
    publication = Publication(
        kept, admissions, terms, address, entry["at"][:10], Words(kept.session.language)
    )
    done = 0
    with Progress(_("Sealing …")) as progress:

        def count() -> None:
            nonlocal done
            done += 1
            progress(_("Sealing: {done} of {count} …").format(done=done, count=len(admissions)))

        files = publication.files(count)
    package = json.loads(files[f"{SITE}/{PACKAGE}"])
    about = {"what": WEB, "package": digest_of(package), "kid": package["key"]["kid"]}
    entry["about"] = {**about, "files": digests(WEB, files)}
    folder = deposit(kept, WEB, files, entry, SECRET)
    said = _.plural(
        "{count} access code, in {folder}",
        "{count} access codes, in {folder}",
        len(admissions),
        folder=folder,
    )
    say(said)
    _say_what_next(kept.session.name, folder)


def _say_what_next(name: str, folder: Path) -> None:
    say(_("For a web server: copy {folder}").format(folder=folder / "site"))
    say(_("Without one: hand out {file}").format(file=folder / f"{name}.html"))
    say(_("Print and cut: {file}").format(file=folder / "slips.pdf"))
    say(
        _(
            "Keep the rest of {folder} to yourself: it has the codes, and the key that opens the answers."
        ).format(folder=folder),
        err=True,
    )
