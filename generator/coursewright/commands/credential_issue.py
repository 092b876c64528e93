"""`coursewright credential issue` and `renew`: signed, with a certificate and a badge, and on record."""

import re
import secrets
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import CoursewrightError
from .deed import alone_with, by_option, deed
from .example import example
from .given import refuse_unknown
from .issuing import (
    issuer_of,
    keys_option,
    now,
    opened,
    read_register,
    turn,
    write_private,
    write_register,
)
from .passed import Candidate, candidates, examination
from .terminal import Progress, _, check_course, course_option, format_option, say

if TYPE_CHECKING:
    from ..credentials.award import Award, Examination, Issued
    from ..credentials.key_files import SigningKeys
    from ..credentials.register import Entry, Record
    from ..model.issuer import Issuer

FOLDER = "private/credentials"
MOST_MONTHS = 600


class NotPassed(CoursewrightError):
    """Somebody is to have a credential who did not pass."""

    message = _("did not pass, and get no credential: {detail}")


class NotGood(CoursewrightError):
    """What was made does not verify: the keys begin later than now, or the status list is damaged."""

    message = _(
        "what would be issued does not verify, and was not written: "
        "see whether this machine's clock is right and content/issuer.yml is whole"
    )


class NothingToRenew(CoursewrightError):
    """A credential that ended by a decision, or that another one took the place of."""

    message = _("{detail} was revoked or replaced already, and is not renewed")


def _addresses(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for address in given:
        if not re.fullmatch(r"https?://[!-~]+", address):
            said = _("“{name}” is no address of a page").format(name=address)
            raise click.BadParameter(said, context, parameter)
    return given


def _months_option(words: str) -> Callable[[Any], Any]:
    """How long it is good, with what is true where it is left out."""
    return click.option(
        "--valid-months", "months", type=click.IntRange(1, MOST_MONTHS), metavar="N", help=words
    )


evidence_option = click.option(
    "--evidence",
    multiple=True,
    callback=_addresses,
    metavar="URL",
    help=_("A page that is further evidence; may be given more than once."),
)


@dataclass(frozen=True)
class Desk:
    """All that is needed to issue for one session."""

    root: Path
    issuer: "Issuer"
    keys: "SigningKeys"
    exam: "Examination"
    colours: Mapping[str, str]
    register: "list[Entry]"


@click.command(
    epilog=example("credential issue 2027-spring --valid-months 36"),
    short_help=_("Issue credentials to those who passed a session."),
    help=_(
        "Issue a credential to everyone who passed SESSION and has none yet: signed twice, with a "
        "certificate and a badge, in private/credentials/SESSION/. Evidence is the session with the digests "
        "of its keys and of its journal; of a person it says the name, and the number if you choose so. A "
        "number that is hashed with a salt can be checked by whoever knows it, and a short one can be found "
        "by trying."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option(
    "--for", "chosen", multiple=True, metavar="NUMBER", help=_("Only for this candidate; may be repeated.")
)
@_months_option(_("How many months it is good; without end if left out."))
@click.option(
    "--name",
    "named",
    type=click.Choice(["yes", "no"]),
    default="yes",
    show_default=True,
    help=_("Whether it says the name."),
)
@click.option(
    "--number",
    "told",
    type=click.Choice(["plain", "hashed", "no"]),
    help=_("How it says the candidate's number; not at all if left out, in clear where there is no name."),
)
@evidence_option
@keys_option
@by_option
@course_option
@format_option
def issue(
    *, name: str, chosen: tuple[str, ...], named: str, told: str | None, root: Path, style: str, **more: Any
) -> None:
    told = told or ("no" if named == "yes" else "plain")
    if named == "no" and told == "no":
        raise click.UsageError(_("a credential says the name, or the number, or both"))
    with alone_with(root, name) as kept:
        kept.refuse_void()
        kept.refuse_damaged()
        people = _to_be_issued(candidates(kept), chosen)
        desk = _desk(root, kept, more)
        known = {record.issued.number for record in _in_force(desk.register, name)}
        fresh = [person for person in people if person.number not in known]
        moment = now()
        taken = {entry.index for entry in desk.register}
        awards = []
        for person in fresh:
            shown = person if named == "yes" else Candidate(person.number, "", True)
            awards.append(_award(shown, told, moment, more["months"], taken))
        _issue(desk, kept, awards, more["by"])
    if many := len(people) - len(fresh):
        said = _.plural(
            "{count} candidate has one already: “coursewright credential renew” makes a new one",
            "{count} candidates have one already: “coursewright credential renew” makes new ones",
            many,
        )
        say(said)
    say(_.plural("{count} credential issued", "{count} credentials issued", len(awards)))
    if awards:
        say(_("They are in {folder}").format(folder=root / FOLDER / name))


def _to_be_issued(found: Sequence[Candidate], chosen: Iterable[str]) -> list[Candidate]:
    """Those who passed, of the chosen ones if there are any. Raises BadParameter, NotPassed."""
    by_number = {person.number: person for person in found}
    for number in chosen:
        refuse_unknown(_("candidate"), number, by_number, "--for")
    if failed := [number for number in chosen if not by_number[number].passed]:
        raise NotPassed(_(", ").join(failed))
    wanted = [by_number[number] for number in dict.fromkeys(chosen)] or found
    return [person for person in wanted if person.passed]


def _desk(root: Path, kept: Any, more: Mapping[str, Any]) -> Desk:
    checked = check_course(root)
    issuer = issuer_of(checked.site)
    colours = turn(checked.site)
    register = read_register(root)
    exam = examination(kept, checked.site, more["evidence"])
    return Desk(root, issuer, opened(root, issuer, more["folder"]), exam, colours, register)


def _in_force(register: "Sequence[Entry]", session: str) -> "list[Record]":
    """What a session's candidates have that was neither revoked nor replaced."""
    from ..credentials.register import records

    return [
        record
        for record in records(register).values()
        if record.issued.session == session and not record.revoked and not record.replaced
    ]


def _award(person: Candidate, told: Any, moment: str, months: int | None, taken: set[int]) -> "Award":
    """With an index that no other has, which counts as taken then."""
    from ..credentials.award import Award
    from ..credentials.status import free_index

    index = free_index(taken)
    taken.add(index)
    return Award(
        id=str(uuid.uuid4()),
        subject=str(uuid.uuid4()),
        index=index,
        number=person.number,
        name=person.name,
        told=told,
        salt=secrets.token_hex(16),
        since=moment,
        until=_months_after(moment, months) if months else None,
    )


def _months_after(moment: str, months: int) -> str:
    """The same day of a later month, or its last one."""
    from calendar import monthrange
    from datetime import datetime

    at = datetime.fromisoformat(moment)
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    day = min(at.day, monthrange(year, month + 1)[1])
    return f"{year:04}-{month + 1:02}-{day:02}{moment[10:]}"


def _months(entry: "Entry") -> int | None:
    """How long a credential was to be good."""
    if not entry.until:
        return None
    (first, second), (year, month) = ((int(at[:4]), int(at[5:7])) for at in (entry.since, entry.until))
    return (year - first) * 12 + month - second


def _issue(desk: Desk, kept: Any, awards: "Sequence[Award]", by: str) -> None:
    """All are signed and printed first; then files, register and journal, in this order."""
    from ..credentials.award import issued
    from ..exams.store import add

    if not awards:
        return
    files: dict[str, bytes] = {}
    entries = []
    with Progress(_("Issuing …")):
        for award in awards:
            made = issued(award, desk.exam, desk.issuer, desk.keys)
            _refuse_doubtful(desk, made)
            own = _files(desk, award, made)
            entries.append(_entry(desk, award, by, own))
            files |= own
    write_private(desk.root, {f"{FOLDER}/{path}": content for path, content in files.items()})
    from ..credentials.register import added

    register = added(desk.register, *entries)
    write_register(desk.root, register)
    about = {"credentials": [entry.id for entry in entries], "register": register[-1].hash}
    add(kept, deed(by, "issued", about))


def _refuse_doubtful(desk: Desk, made: "Issued") -> None:
    """Raises NotGood: nothing leaves this room that would not be believed."""
    from ..credentials.verification import verified

    moment = made.credential.valid_from
    for content in (made.jwt.encode(), made.json):
        if verified(content, desk.issuer, moment).verdict != "valid":
            raise NotGood


def _files(desk: Desk, award: "Award", made: "Issued") -> dict[str, bytes]:
    """By path below the folder of credentials."""
    from ..credentials.badge import badge_png, badge_svg
    from ..credentials.baking import baked_png, baked_svg
    from ..credentials.certificate import Certificate, certificate_pdf

    safe = re.sub(r"[^0-9A-Za-z]+", "-", award.number).strip("-")
    stem = f"{desk.exam.session}/{safe}-{award.id[:8]}"
    svg = badge_svg(made.credential, desk.colours)
    certificate = Certificate(made, desk.issuer, desk.exam.language, desk.colours)
    return {
        f"{stem}.jwt": made.jwt.encode(),
        f"{stem}.json": made.json,
        f"{stem}.pdf": certificate_pdf(certificate),
        f"{stem}.png": baked_png(badge_png(svg, made.credential), made.jwt),
        f"{stem}.svg": baked_svg(svg, made.jwt),
    }


def _entry(desk: Desk, award: "Award", by: str, files: Mapping[str, bytes]) -> "Entry":
    from hashlib import sha256

    from ..credentials.register import Entry

    return Entry(
        at=award.since,
        by=by,
        did="issued",
        id=f"urn:uuid:{award.id}",
        index=award.index,
        session=desk.exam.session,
        number=award.number,
        name=award.name,
        title=desk.exam.title,
        since=award.since,
        until=award.until or "",
        replaces=award.replaces or "",
        told=award.told,
        files={path: sha256(content).hexdigest() for path, content in files.items()},
    )


@click.command(
    epilog=example("credential renew 62c3bc65"),
    short_help=_("Issue a new credential in place of one."),
    help=_(
        "Issue a new credential to whom ID was issued, with new dates, which says what it replaces. ID is "
        "that of “coursewright credential list”, or its first eight characters. The old one stays good until "
        "it ends, unless you revoke it."
    ),
)
@click.argument("id", metavar="ID")
@_months_option(_("How many months it is good; as long as the old one was if left out."))
@evidence_option
@keys_option
@by_option
@course_option
@format_option
def renew(id: str, root: Path, style: str, **more: Any) -> None:
    from dataclasses import replace

    from .credential_list import named

    old = named(read_register(root), id)
    if old.revoked or old.replaced:
        raise NothingToRenew(old.issued.id)
    with alone_with(root, old.issued.session) as kept:
        kept.refuse_void()
        kept.refuse_damaged()
        desk = _desk(root, kept, more)
        person = Candidate(old.issued.number, old.issued.name, True)
        taken = {entry.index for entry in desk.register}
        months = more["months"] or _months(old.issued)
        award = _award(person, old.issued.told, now(), months, taken)
        _issue(desk, kept, [replace(award, replaces=old.issued.id)], more["by"])
    said = _("{new} replaces {old}, which stays good until it ends or is revoked")
    say(said.format(new=f"urn:uuid:{award.id}", old=old.issued.id))
    say(_("They are in {folder}").format(folder=root / FOLDER / old.issued.session))
