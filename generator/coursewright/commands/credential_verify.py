"""`coursewright credential verify`: what a file is worth, in plain words, without a network."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import PROBLEMS
from .example import example
from .given import given
from .issuing import now, read_issuer, read_register
from .terminal import _, course_option, say

if TYPE_CHECKING:
    from ..credentials.credential import Credential
    from ..credentials.verification import Finding

DAY = len("2000-01-01")
PICTURED = ("PDF", "PNG", "SVG")
"""What shows something beside what it carries."""


@click.command(
    epilog=example("credential verify certificate.pdf"),
    short_help=_("Say whether a file is a good credential of this course's issuer."),
    help=_(
        "Say of each FILE (PDF, PNG, SVG, JSON or JWT) whether it is a good credential: by the issuer's keys "
        "and status list in content/issuer.yml alone, without a network. A file cannot vouch for itself: "
        "keys that it brings along prove nothing. Exit code 1 unless all are good."
    ),
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(exists=True, path_type=Path)
)
@course_option
def verify(files: tuple[Path, ...], root: Path) -> None:
    from ..credentials.verification import SAID, verified

    issuer, moment = read_issuer(root), now()
    known = _known(root)
    good = True
    for file in files:
        content = given(file)
        finding = verified(content, issuer, moment)
        good = good and finding.verdict == "valid"
        say(_told(str(file), _(SAID[finding.verdict])))
        for line in _facts(finding):
            say(f"  {line}")
        if finding.credential and finding.kind in PICTURED and sha256(content).hexdigest() not in known:
            told = _("What the page or the picture shows is not signed: compare it with the lines above.")
            say(f"  {told}")
    if not good:
        raise click.exceptions.Exit(PROBLEMS)


def _known(root: Path) -> set[str]:
    """Digests of the files that were issued, where the register is."""
    return {digest for entry in read_register(root) for digest in (entry.files or {}).values()}


def _facts(finding: "Finding") -> Iterator[str]:
    if credential := finding.credential:
        yield from _claims(credential)
        if finding.listed:
            yield _("Status list of {date}").format(date=finding.listed[:DAY])


def _claims(credential: "Credential") -> Iterator[str]:
    for identity in credential.credential_subject.identifier:
        noun = _("Name") if identity.identity_type == "name" else _("Number")
        yield _told(noun, _("hashed with a salt") if identity.hashed else identity.identity_hash)
    yield _told(_("Achievement"), credential.achievement.name)
    yield _told(_("Issuer"), f"{credential.issuer.name} ({credential.issuer.id})")
    until = credential.valid_until[:DAY] if credential.valid_until else _("without end")
    yield _told(_("Valid from – until"), f"{credential.valid_from[:DAY]} – {until}")
    for evidence in credential.evidence:
        yield _told(_("Evidence"), evidence.narrative or evidence.id)
    yield _told(_("Credential"), credential.id)


def _told(name: str, value: str) -> str:
    return name + _(": ") + value
