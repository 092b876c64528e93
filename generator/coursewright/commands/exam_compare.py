"""`coursewright exam compare`: what two sessions have in common, and how alike their forms are."""

from pathlib import Path

import click

from .example import example
from .table import print_table
from .terminal import _, course_option


@click.command(
    "compare",
    epilog=example("exam compare 2027-spring 2027-autumn"),
    short_help=_("Say what two sessions share, and how alike they are."),
    help=_(
        "Count the items that each form of FIRST shares with each form of SECOND, those that were changed "
        "in between apart, and set beside each other what is expected of a trained candidate."
    ),
)
@click.argument("first", metavar="FIRST")
@click.argument("second", metavar="SECOND")
@course_option
def compare(first: str, second: str, root: Path) -> None:
    from ..exams.comparing import compared
    from ..exams.store import get

    for section in compared(get(root, first).session, get(root, second).session, _):
        print_table(section.heading, section.rows, title=section.title, words=1)
