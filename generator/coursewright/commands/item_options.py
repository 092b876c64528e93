"""Options that say which items are meant, shared by every command that takes some."""

from collections.abc import Callable
from typing import Any

import click

from ..model.items.types import TYPE_NAMES
from .terminal import _, course_option

LEVELS = ("recall", "understand", "apply", "analyse")
USES = ("practice", "exam", "all")

_CHOOSING = (
    click.option("--quiz", metavar="ID", help=_("The items of this quiz, in its order.")),
    click.option("--chapter", metavar="ID", help=_("Items that test an objective of this chapter.")),
    click.option("--type", type=click.Choice([*TYPE_NAMES]), help=_("Items of this type.")),
    click.option("--level", type=click.Choice(LEVELS), help=_("Items of this level.")),
    click.option(
        "--bank", "banks", multiple=True, metavar="NAME", help=_("Items of this bank; may be given again.")
    ),
    click.option(
        "--use",
        type=click.Choice(USES),
        help=_(
            "Items for practice, which are meant if left out, those reserved for exams, or all. "
            "What is reserved is written below private/ only."
        ),
    ),
    click.option(
        "--form",
        metavar="SESSION/FORM",
        help=_(
            "A form of an exam's session, such as spring/A: its items, in its order, with its points. It is "
            "written below private/ only, and entered into the session's journal."
        ),
    ),
    click.option("--skip", is_flag=True, help=_("Leave out what the format cannot hold.")),
    click.option(
        "--by",
        metavar="NAME",
        envvar="COURSEWRIGHT_BY",
        help=_(
            "With --form: who does this, for the session's journal; asked for if left out (COURSEWRIGHT_BY)."
        ),
    ),
    course_option,
)


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that takes items, in the order of its help."""
    for option in reversed(_CHOOSING):
        command = option(command)
    return command
