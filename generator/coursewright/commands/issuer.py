"""`coursewright issuer`: one identity that issues credentials, its keys, and their rotation."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import CoursewrightError
from .example import example
from .issuing import (
    asked_passphrase,
    key_folder,
    keys_option,
    latest_keys,
    now,
    opened,
    read_issuer,
    read_register,
    write_issuer,
)
from .terminal import _, check_course, course_option, format_option, say
from .titles import a_line

if TYPE_CHECKING:
    from ..credentials.key_files import SigningKeys
    from ..model.issuer import Issuer, IssuerKey

HELP = "\n\n".join(
    (
        _(
            "Who issues the course's credentials: an identity of two keys, one for JWTs (ES256), one for "
            "JSON (Ed25519). The private halves are encrypted under a passphrase, in a folder outside the "
            "course that only you can read; the public half is content/issuer.yml, which the site publishes."
        ),
        _(
            "Back up the folder and the passphrase apart from one another, such as on two sticks in two "
            "safes: without both nothing can be issued or revoked any more, and nobody can bring them back. "
            "To restore, copy the folder to where it was, or name it with --keys."
        ),
    )
)

_SITE = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~-]*)*")
"""Of which a did:web can be made without another spelling."""


class IssuerTaken(CoursewrightError):
    """There is an issuer already."""

    message = _("{detail} is there already; “coursewright issuer rotate” changes its keys")


@click.group(short_help=_("Who issues credentials: identity, keys, rotation."), help=HELP)
def issuer() -> None:
    pass


def _an_address(context: click.Context, parameter: click.Parameter, address: str | None) -> str | None:
    if address is None:
        return None
    if not _SITE.fullmatch(address):
        said = _("“{name}” is no address of a site: https://, a host of Latin letters, and a path")
        raise click.BadParameter(said.format(name=address), context, parameter)
    return address if address.endswith("/") else f"{address}/"


@issuer.command(
    epilog=example("issuer init --site https://intranet.example.com/training/"),
    short_help=_("Make the issuer and its keys."),
    help="\n\n".join(
        (
            _(
                "Make the identity that issues, once for a course: two private keys, encrypted, outside the "
                "course, and content/issuer.yml with the public ones and an empty list of revocations. With "
                "did:web the identity is the site's address, and anyone can look its keys up there; with "
                "did:key it is the key itself, for a course whose site the public does not see."
            ),
            _("Back up the folder that is named at the end, and the passphrase apart from it."),
        )
    ),
)
@click.option(
    "--name",
    metavar="TEXT",
    callback=a_line,
    help=_("Name on the certificates; the course's owner if left out."),
)
@click.option(
    "--site",
    metavar="URL",
    callback=_an_address,
    help=_("Address of the site; site_url of mkdocs.yml if left out."),
)
@click.option(
    "--did",
    "method",
    type=click.Choice(["web", "key"]),
    default="web",
    show_default=True,
    help=_("Kind of identity: the address of the site, or the key itself."),
)
@keys_option
@course_option
@format_option
def init(
    *, name: str | None, site: str | None, method: str, folder: Path | None, root: Path, style: str
) -> None:
    from ..credentials.key_files import KeysTaken, new_keys, write_keys
    from ..model.kinds import ISSUER

    checked = check_course(root)
    if checked.site.issuer:
        raise IssuerTaken(ISSUER.path)
    address = _an_address(click.get_current_context(), _site_option(), site or _site_url(checked.site.config))
    if address is None:
        raise click.UsageError(_("say where the site will be: --site URL, or site_url in mkdocs.yml"))
    if method == "web" and not address.startswith("https:"):
        raise click.UsageError(_("did:web needs an https address; use --did key"))
    place = key_folder(root, folder)
    if latest_keys(place):
        raise KeysTaken(str(place))
    keys = new_keys()
    made = _made(name or checked.site.course.owner, address, method, keys)
    write_keys(place / "1", keys, asked_passphrase(is_new=True))
    path = write_issuer(root, made)
    say(_("The private keys are in {folder}").format(folder=place))
    _say_back_up()
    say(_("Written: {file}").format(file=path))
    say(_("Identity: {did}").format(did=made.did))
    said = _(
        "Name on the certificates: {name}. For another one, delete {file} and {folder} before anything is "
        "issued, and do this again with --name"
    )
    say(said.format(name=made.name, file=path, folder=place))
    say(_("Build the site anew and publish it, so that everybody can verify."))


def _say_back_up() -> None:
    said = _("Back up that folder, and apart from it the passphrase: without both nothing can be issued")
    say(said)


def _site_option() -> click.Parameter:
    return next(each for each in click.get_current_context().command.params if each.name == "site")


def _site_url(config: object) -> str | None:
    return str(config["site_url"]) if isinstance(config, dict) and config.get("site_url") else None


def _made(name: str, site: str, method: str, keys: "SigningKeys") -> "Issuer":
    from ..credentials.identity import did_of, did_web
    from ..credentials.status import status_list
    from ..model.issuer import Issuer, StatusList

    moment = now()
    did = did_web(site) if method == "web" else ""
    own = _public(keys, did, 1, moment)
    empty = StatusList(document="-", token="-")  # noqa: S106  what the list replaces at once
    made = Issuer(name=name, did=did or did_of(own[1]), site=site, keys=own, status=empty)
    return made.model_copy(update={"status": status_list(made, keys, (), moment)})


def _public(keys: "SigningKeys", did: str, number: int, since: str) -> "tuple[IssuerKey, ...]":
    """Of a did:web, or where that is empty each of its own did:key."""
    from ..credentials.identity import did_key_method
    from ..model.issuer import IssuerKey

    names = {"P-256": f"es256-{number}", "Ed25519": f"ed25519-{number}"}
    return tuple(
        IssuerKey(id=f"{did}#{names[curve]}" if did else did_key_method(key), jwk=key, since=since)
        for curve, key in keys.public.items()
    )


@issuer.command(
    short_help=_("Show the issuer and its keys."),
    help=_(
        "Show the identity that issues, its keys with the times in which they sign, and what was revoked."
    ),
)
@course_option
def show(root: Path) -> None:
    from ..credentials.status import status_bits
    from .table import print_table

    own = read_issuer(root)
    say(own.name)
    say(_("Identity: {did}").format(did=own.did))
    say(_("Page that verifies: {address}").format(address=own.verify_address))
    rows = [
        [key.id.partition("#")[2][:24], key.jwk.crv, key.since, key.until or _("in use")] for key in own.keys
    ]
    print_table((_("key"), _("curve"), _("from"), _("until")), rows)
    bits, listed = status_bits(own)
    if bits is None:
        say(_("The status list is not signed by the issuer: nothing can be said of revocations"), err=True)
        raise click.exceptions.Exit(1)
    count = sum(byte.bit_count() for byte in bits)
    revoked = _.plural("{count} credential is revoked", "{count} credentials are revoked", count)
    say(_("{revoked}; the list is of {date}").format(revoked=revoked, date=listed[:10]))


@issuer.command(
    short_help=_("Exchange the keys for new ones."),
    help="\n\n".join(
        (
            _(
                "Make new keys, which sign from now on, and end the old ones now. What the old ones signed "
                "stays good, for their public halves stay in content/issuer.yml with the time of their end. "
                "The old private keys stay in the folder; destroy them if you like, nothing needs them. "
                "Where a key was stolen, rotate at once: fingerprints of all that the register has are put "
                "beside the old keys, and whatever else is signed with them is told as forged, whatever date "
                "it has. That takes the whole private/credentials/; a credential that was issued elsewhere "
                "with these keys, or is missing there, would be told as forged as well, so nothing is put "
                "there where something is missing."
            ),
            _("Back up the folder again."),
        )
    ),
)
@keys_option
@course_option
@format_option
def rotate(folder: Path | None, root: Path, style: str) -> None:
    from ..credentials.key_files import new_keys, write_keys
    from ..credentials.status import revoked_of

    old = read_issuer(root)
    opened(root, old, folder)
    place = key_folder(root, folder)
    latest = latest_keys(place)
    number = int(latest.name) + 1 if latest else 1
    keys = new_keys()
    revoked = revoked_of(old)
    signed = _signed(root, old, revoked)
    made = _rotated(_with_lists(old, signed), keys, number, revoked)
    write_keys(place / str(number), keys, asked_passphrase(is_new=True))
    path = write_issuer(root, made)
    say(_("The new private keys are in {folder}").format(folder=place / str(number)))
    _say_back_up()
    say(_("Written: {file}").format(file=path))
    _say_listed(signed)


def _signed(root: Path, old: "Issuer", revoked: list[int]) -> "Mapping[str, Sequence[str]] | None":
    """Fingerprints of all that the keys signed, by their ids; None where not all of it is here."""
    from ..credentials.issued_files import fingerprints
    from .credential_issue import FOLDER

    register = read_register(root)
    if not register or not {*revoked} <= {entry.index for entry in register}:
        return None
    try:
        return fingerprints(register, root / FOLDER, old)
    except ValueError:
        return None


def _with_lists(old: "Issuer", signed: "Mapping[str, Sequence[str]] | None") -> "Issuer":
    """What an ended key has on its list already stays as it is."""
    if signed is None:
        return old
    keys = [
        key if key.signed is not None else key.model_copy(update={"signed": tuple(signed.get(key.id, ()))})
        for key in old.keys
    ]
    return old.model_copy(update={"keys": tuple(keys)})


def _say_listed(signed: "Mapping[str, Sequence[str]] | None") -> None:
    if signed is None:
        said = _(
            "What the old keys signed is not all on record in private/credentials/: what a thief of them "
            "signs with an earlier date cannot be told from it"
        )
        say(said, err=True)
        return
    said = _.plural(
        "{count} signature of the old keys is on record; any other is told as forged",
        "{count} signatures of the old keys are on record; any other is told as forged",
        sum(map(len, signed.values())),
    )
    say(said)


def _rotated(old: "Issuer", keys: "SigningKeys", number: int, revoked: list[int]) -> "Issuer":
    from ..credentials.identity import did_of
    from ..credentials.status import status_list

    moment = now()
    is_web = old.did.startswith("did:web:")
    fresh = _public(keys, old.did if is_web else "", number, moment)
    ended = tuple(key if key.until else key.model_copy(update={"until": moment}) for key in old.keys)
    did = old.did if is_web else did_of(fresh[1])
    made = old.model_copy(update={"did": did, "keys": (*ended, *fresh)})
    return made.model_copy(update={"status": status_list(made, keys, revoked, moment)})
