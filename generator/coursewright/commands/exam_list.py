"""`coursewright exam list`: the sessions of a course, and what became of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import PROBLEMS, CoursewrightError, SourceProblems
from .carrying import say_capacity
from .table import print_table
from .terminal import _, check_course, course_option, say

if TYPE_CHECKING:
    from ..exams.journal import Entry
    from ..exams.store import Kept

DAY = len("2000-01-01")


@click.command(
    "list",
    short_help=_("List the sessions of the course, and what became of them."),
    help=_(
        "List the sessions of the course, and what became of them. Notices are shared with the course, and "
        "sessions are on the machine of whoever made them: those that were announced and are not here are "
        "named too, for nothing can be compared with their notices here. Says of every exam how many more "
        "sessions the bank carries at most."
    ),
)
@course_option
def list_sessions(root: Path) -> None:
    from ..exams.store import names

    known = names(root)
    if not known:
        say(_("There is no session yet: “coursewright exam make EXAM NAME” makes one."))
    failed = _list(root, known)
    _say_capacities(root)
    if elsewhere := sorted(_announced(root) - {*known}):
        said = _("announced, and not kept on this machine: {names}")
        say(said.format(names=_(", ").join(elsewhere)))
    if failed:
        raise click.exceptions.Exit(PROBLEMS)


def _say_capacities(root: Path) -> None:
    """Of all exams with rules for forms, where the course has no errors."""
    from ..exams.exposure import exposure
    from ..model.kinds import EXAM

    try:
        checked = check_course(root)
    except SourceProblems:
        say(_("How many more sessions the bank carries is not counted: the course has errors."))
        return
    uses = exposure(root).uses
    for id, blueprint in checked.vault.all(EXAM).items():
        if blueprint.forms:
            say_capacity(checked, id, blueprint, uses)


def _list(root: Path, known: list[str]) -> bool:
    """Returns whether some cannot be read."""
    errors: list[CoursewrightError] = []
    decided = _decided(root, errors)
    rows = [row for name in known if (row := _row(root, name, decided.get(name), errors))]
    if rows:
        print_table((_("session"), _("exam"), _("forms"), _("made"), _("since then")), rows)
    for error in errors:
        say(f"✗ {error.said(_)}", err=True)
    return bool(errors)


def _decided(root: Path, errors: list[CoursewrightError]) -> "dict[str, Entry]":
    """About sessions that cannot be read."""
    from ..exams.aside import set_aside

    try:
        return set_aside(root)
    except CoursewrightError as error:
        errors.append(error)
        return {}


def _announced(root: Path) -> set[str]:
    """Sessions that have a notice, whatever it says."""
    from ..model.kinds import NOTICE

    return {NOTICE.id_of(path.relative_to(root).as_posix()) for path in root.glob(NOTICE.path)}


def _row(root: Path, name: str, aside: "Entry | None", errors: list[CoursewrightError]) -> list[str] | None:
    """Of a session that cannot be read nothing, and why is added to the errors, unless it was set aside."""
    from ..exams.store import get

    try:
        return _listed(get(root, name))
    except CoursewrightError as error:
        if aside:
            said = _("set aside, for it cannot be read: {reason}").format(
                reason=aside.about.get("reason", "")
            )
            return [name, "", "", "", f"{said}\n{aside.at[:DAY]} {aside.by}"]
        errors.append(error)
        return None


def _listed(kept: "Kept") -> list[str]:
    session, first = kept.session, kept.entries[0]
    codes = " ".join(form.code for form in session.forms)
    return [_named(kept), session.exam, codes, f"{first.at[:DAY]}\n{first.by}", "\n".join(_since(kept))]


def _named(kept: "Kept") -> str:
    """By its folder, for that is how commands call it; a copy still calls itself as the original does."""
    name, folder = kept.session.name, kept.folder.name
    said = _("calls itself “{name}”").format(name=name)
    return name if folder == name else f"{folder}\n{said}"


def _since(kept: "Kept") -> Iterator[str]:
    """What was done with it, a line a kind of deed: how often, and when last."""
    days: dict[str, list[str]] = {}
    for entry in kept.entries[1:]:
        days.setdefault(_did(entry), []).append(entry.at[:DAY])
    for said, own in days.items():
        yield f"{said} ×{len(own)} {max(own)}" if len(own) > 1 else f"{said} {own[0]}"


def _did(entry: "Entry") -> str:
    """With what it was done to."""
    from ..exams.journal import DEEDS
    from ..exams.shelf import PAPERS, SHEETS

    if entry.did == "printed" and entry.about.get("what") == SHEETS:
        return _("printed answer sheets")
    if entry.did == "printed" and any(path.startswith(f"{PAPERS}/") for path in entry.about.get("files", {})):
        return _("printed papers")
    format = entry.about.get("format") if entry.did == "exported" else None
    return f"{_(DEEDS[entry.did])} {format}" if isinstance(format, str) else _(DEEDS[entry.did])
