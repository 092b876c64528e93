"""What a trainer says of answers that came: whose a spare code is, which keys of Safe Exam Browser count."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from .given import refuse_unknown
from .terminal import _, say

if TYPE_CHECKING:
    from ..exams.grading.gathering import Gathering, Said
    from ..exams.store import Kept

_KEY = re.compile("[0-9a-f]{64}")
_NUMBER = re.compile(r"\w[\w./-]{0,31}")
"""Nothing that a shell takes for its own."""


def _pairs(_context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each a spare code and a number, with = between them; no code twice."""
    pairs = []
    for text in texts:
        spare, equals, number = (part.strip() for part in text.partition("="))
        if not (spare and equals and number):
            raise click.BadParameter(
                _("“{text}” is not of the kind spare-01=1007, a spare code and a number").format(text=text)
            )
        pairs.append(f"{spare}={number}")
    codes = [pair.partition("=")[0] for pair in dict.fromkeys(pairs)]
    if twice := next((code for code in codes if codes.count(code) > 1), None):
        raise click.BadParameter(_("two candidates are named for {spare}").format(spare=twice))
    return tuple(dict.fromkeys(pairs))


def _keys(_context: click.Context, _parameter: click.Parameter, texts: tuple[str, ...]) -> tuple[str, ...]:
    keys = [text.strip().lower() for text in texts]
    for key in keys:
        if not _KEY.fullmatch(key):
            raise click.BadParameter(
                _("“{key}” is no key of Safe Exam Browser: one has 64 digits and letters from a to f").format(
                    key=key
                )
            )
    return tuple(dict.fromkeys(keys))


_OPTIONS = (
    click.option(
        "--candidate",
        "spares",
        metavar="SPARE=NUMBER",
        multiple=True,
        callback=_pairs,
        help=_("Whose a spare access code is, such as spare-01=1007; once for each code."),
    ),
    click.option(
        "--seb-config-key",
        "config",
        metavar="KEY",
        multiple=True,
        callback=_keys,
        help=_("The Config Key of Safe Exam Browser that candidates had to use; several are any of them."),
    ),
    click.option(
        "--seb-exam-key",
        "exam",
        metavar="KEY",
        multiple=True,
        callback=_keys,
        help=_("A Browser Exam Key of Safe Exam Browser; each version and system has its own."),
    ),
)


def said_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def said_of(kept: "Kept", spares: tuple[str, ...], config: tuple[str, ...], exam: tuple[str, ...]) -> "Said":
    """Raises BadParameter for a code that is no spare one, and SessionDamaged."""
    from ..exams.grading.gathering import Said
    from ..exams.grading.lockdown import Keys
    from ..exams.sealing.publishing import published

    named = dict(pair.split("=", 1) for pair in spares)
    known = {
        admission.admitted[0].number: admission
        for each in (published(kept) if named else ())
        for admission in each.admissions.values()
        if admission.is_spare
    }
    for spare in named:
        if spare not in known:
            refuse_unknown(_("spare code"), spare, known, "--candidate")
    return Said(named, Keys(config, exam))


def as_entry(said: "Said") -> dict[str, Any]:
    """For the journal; nothing of what was not said."""
    keys = {"config": [*said.keys.config], "exam": [*said.keys.exam]}
    return {
        **({"spares": dict(said.spares)} if said.spares else {}),
        **({"seb": keys} if said.keys.is_any else {}),
    }


def say_of_browsers(found: "Gathering") -> None:
    """Whether Safe Exam Browser was checked, where it was named or anybody used it."""
    lockdown = found.lockdown
    if lockdown.right is not None:
        said = _.plural(
            "Safe Exam Browser: the keys are right for {right} of {count} sealed sitting",
            "Safe Exam Browser: the keys are right for {right} of {count} sealed sittings",
            lockdown.sealed,
            right=lockdown.right,
        )
        say(said)
    elif lockdown.came:
        said = _.plural(
            "Safe Exam Browser: {came} of {count} sealed sitting came with its keys, and none was checked; "
            "name them with --seb-config-key or --seb-exam-key",
            "Safe Exam Browser: {came} of {count} sealed sittings came with its keys, and none was checked; "
            "name them with --seb-config-key or --seb-exam-key",
            lockdown.sealed,
            came=lockdown.came,
        )
        say(said, err=True)
    for page in lockdown.pages:
        say(_("Safe Exam Browser showed the page {page}").format(page=page))


def say_of_spares(found: "Gathering") -> None:
    """What to type where each holder of a spare code wrote their number; it is typed into a shell, and what
    they wrote may be anything."""
    told = (each.values for each in found.problems if each.code == "CW1527")
    pairs = [(each["spare"], str(each["claimed"])) for each in told]
    named = [f"--candidate {spare}={number}" for spare, number in pairs if _NUMBER.fullmatch(number)]
    if named:
        said = _("If everyone wrote the right number (compare the slips): {options}")
        say(said.format(options=" ".join(named)), err=True)
