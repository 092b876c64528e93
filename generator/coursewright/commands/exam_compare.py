"""`coursewright exam compare`: what two sessions have in common, and how alike their forms are."""

from pathlib import Path

import click

from .terminal import _, course_option


@click.command(
    "compare",
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
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    from ..exams.comparing import compared
    from ..exams.store import get

    console = Console()
    for section in compared(get(root, first).session, get(root, second).session, _):
        table = Table(box=SIMPLE, show_edge=False, title=section.title, title_justify="left")
        for at, name in enumerate(section.heading):
            table.add_column(name, justify="right" if at else "left", overflow="fold")
        for row in section.rows:
            table.add_row(*row)
        console.print(table)
