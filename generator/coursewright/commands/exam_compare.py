"""`coursewright exam compare`: what two sessions have in common, and how alike their forms are."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .example import example
from .table import print_table
from .terminal import _, course_option, say

if TYPE_CHECKING:
    from ..exams.store import Kept


@click.command(
    "compare",
    epilog=example("exam compare 2027-spring 2027-autumn"),
    short_help=_("Say what two sessions share, and how alike they are."),
    help=_(
        "Count the items that each form of FIRST shares with each form of SECOND, those that were changed "
        "in between apart, and set beside each other what is expected of a trained candidate. Says so where "
        "one of them is void, or both are the same."
    ),
)
@click.argument("first", metavar="FIRST")
@click.argument("second", metavar="SECOND")
@course_option
def compare(first: str, second: str, root: Path) -> None:
    from ..exams.comparing import compared
    from ..exams.store import get

    both = (get(root, first), get(root, second))
    for section in compared(both[0].session, both[1].session, _):
        print_table(section.heading, section.rows, title=section.title, words=1)
    _say_void(both)
    if both[0].folder.resolve() == both[1].folder.resolve():
        say(_("Both are the session “{name}”: it was compared with itself").format(name=first))
    elif both[0].keys == both[1].keys:
        said = _("“{first}” and “{second}” have the same key file: one is a copy of the other")
        say(said.format(first=first, second=second))


def _say_void(both: "tuple[Kept, ...]") -> None:
    """Once, and with the reason: its items count as used, and its results do not."""
    for kept in {kept.folder: kept for kept in both if kept.is_void}.values():
        name = kept.folder.name
        said = (
            _("The session “{name}” is void: {reason}")
            if kept.void_reason
            else _("The session “{name}” is void")
        )
        say(said.format(name=name, reason=kept.void_reason))
