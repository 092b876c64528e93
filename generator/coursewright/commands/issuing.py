"""What commands about credentials share: the issuer, its keys and passphrase, and the register."""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import CoursewrightError, SourceProblems
from .terminal import _, turn_to

if TYPE_CHECKING:
    from ..credentials.key_files import SigningKeys
    from ..credentials.register import Entry
    from ..link import Site
    from ..model.issuer import Issuer

PASSPHRASE = "COURSEWRIGHT_PASSPHRASE"  # noqa: S105  the name of a variable
HEAD = "# yaml-language-server: $schema=../schema/issuer.json\n"


class NoIssuer(CoursewrightError):
    """The course has nobody who issues."""

    message = _("the course has no issuer; “coursewright issuer init” makes one")


class RegisterDamaged(CoursewrightError):
    """The register is not what was written."""

    message = _("{detail} was changed by somebody, or is damaged: bring it back from a backup")


keys_option = click.option(
    "--keys",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help=_(
        "Where the private keys are, outside the course; "
        "~/.config/coursewright/issuers/ and the course's id if left out."
    ),
)


def now() -> str:
    """UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def issuer_of(site: "Site") -> "Issuer":
    """Raises NoIssuer."""
    if site.issuer is None:
        raise NoIssuer
    return site.issuer


def read_issuer(root: Path) -> "Issuer":
    """That of the course at `root`, whatever else is wrong there. Raises NoIssuer, SourceProblems."""
    from ..load.source_file import read_source
    from ..model.issuer import Issuer
    from ..model.kinds import ISSUER
    from ..validate.shape import validated
    from .given import given

    path = root / ISSUER.path
    if not path.exists():
        raise NoIssuer
    file = read_source(ISSUER.path, given(path))
    result = validated(file, Issuer) if file.usable else None
    if result is None or result.model is None:
        raise SourceProblems([*file.problems, *(result.problems if result else ())])
    return result.model


def write_issuer(root: Path, issuer: "Issuer") -> str:
    """The path of the file. Raises SourceProblems where the course would not stand with it."""
    from ..compiler import problems_with
    from ..diagnostics import errors_in
    from ..edit.hand import dumped
    from ..model.kinds import ISSUER
    from ..stage import write_files

    text = HEAD + dumped(issuer.model_dump(mode="json", exclude_none=True))
    problems = problems_with(root, ISSUER.path, text)
    if errors_in(problems):
        raise SourceProblems(problems)
    write_files({ISSUER.path: text.encode()}, root)
    return ISSUER.path


def key_folder(root: Path, given: Path | None) -> Path:
    """Raises KeysInTree."""
    from ..credentials.key_files import refuse_shared
    from ..load.source_file import read_source
    from ..model.kinds import COURSE

    if given is None:
        data = read_source(COURSE.path, (root / COURSE.path).read_bytes()).data
        course = data.get("id") if isinstance(data, dict) else ""
        given = Path.home() / ".config" / "coursewright" / "issuers" / str(course)
    refuse_shared(given, root)
    return given


def asked_passphrase(*, is_new: bool = False) -> str:
    """From the environment, or typed unseen; a new one is typed twice. Raises UsageError for a short one."""
    from ..credentials.key_files import SHORTEST

    said = os.environ.get(PASSPHRASE)
    if said is None:
        question = _("New passphrase for the keys") if is_new else _("Passphrase of the keys")
        said = str(click.prompt(question, hide_input=True, confirmation_prompt=is_new))
    if is_new and len(said) < SHORTEST:
        raise click.UsageError(
            _("a passphrase has {count} characters at least; four words or more are good").format(
                count=SHORTEST
            )
        )
    return said


def opened(root: Path, issuer: "Issuer", folder: Path | None) -> "SigningKeys":
    """The private keys that are in use. Raises KeysMissing, WrongPassphrase, KeysElsewhere."""
    from ..credentials.identity import current
    from ..credentials.key_files import KeysElsewhere, KeysMissing, read_keys

    place = key_folder(root, folder)
    latest = latest_keys(place)
    if latest is None:
        raise KeysMissing(str(place))
    keys = read_keys(latest, asked_passphrase())
    try:
        fits = all(current(issuer, curve).jwk == key for curve, key in keys.public.items())
    except LookupError:
        fits = False
    if not fits:
        raise KeysElsewhere(str(latest))
    return keys


def latest_keys(place: Path) -> Path | None:
    """Keys lie in folders of their own: 1, and those of each rotation after it."""
    found = [each for each in place.iterdir() if each.name.isdecimal()] if place.is_dir() else []
    return max(found, key=lambda each: int(each.name), default=None)


def read_register(root: Path) -> "list[Entry]":
    """Raises RegisterDamaged, also where an entry is missing that a session's journal knows."""
    from ..credentials.register import FILE, read

    path = root / FILE
    try:
        entries = read(path.read_bytes()) if path.exists() else []
    except ValueError as error:
        raise RegisterDamaged(str(path)) from error
    if not _heads(root) <= {entry.hash for entry in entries}:
        raise RegisterDamaged(str(path))
    return entries


def _heads(root: Path) -> set[str]:
    """The register as it ended when credentials were issued, by the sessions that can be read."""
    from ..exams.store import get, names

    found: set[str] = set()
    for name in names(root):
        with suppress(CoursewrightError):
            entries = get(root, name).entries
            found |= {str(entry.about["register"]) for entry in entries if "register" in entry.about}
    return found


def write_register(root: Path, entries: "list[Entry]") -> None:
    """Written anew beside it and renamed, so that it is whole or as it was."""
    from ..credentials.register import FILE, written

    write_private(root, {FILE: written(entries)})


def write_private(root: Path, files: Mapping[str, bytes]) -> None:
    """Files below private/, which nobody else may read, each whole or as it was."""
    from ..exams.store import make_private

    make_private(root)
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.{os.getpid():x}.new")
        beside.write_bytes(content)
        os.replace(beside, file)


def turn(site: "Site") -> dict[str, Any]:
    """The light colours of the course's look; the terminal speaks its language from here on."""
    from ..styles.tokens import light_tokens

    turn_to(site.course.language)
    return dict(light_tokens(site.tokens))
