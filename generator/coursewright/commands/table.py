"""Tables in the terminal."""

from collections.abc import Iterable, Sequence

from ..diagnostics.printable import escaped


def print_table(
    heading: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "", words: int | None = None
) -> None:
    """Print a table below its title, the first `words` columns to the left and figures to the right; without
    `words` all to the left. What is too wide goes on below."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, show_edge=False)
    for at, name in enumerate(heading):
        table.add_column(name, justify="left" if words is None or at < words else "right", overflow="fold")
    for row in rows:
        table.add_row(*(Text(escaped(cell)) for cell in row))
    console = Console()
    if title:
        console.print(Text(f"\n{title}", style="italic"))
    console.print(table)
