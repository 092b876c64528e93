"""`coursewright exam print`: a session's papers and keys, into its folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .deed import alone_with, by_option, deed
from .example import example
from .terminal import Progress, _, course_option, report, say

if TYPE_CHECKING:
    from ..exams.store import Kept


@click.command(
    "print",
    epilog=example("exam print 2027-spring --large"),
    short_help=_("Print a session's papers and keys as PDF."),
    help=_(
        "Print the forms of SESSION into its folder papers/: of every form the paper as tagged PDF with a "
        "cover, and its keys with reasons and rules of scoring as another. They are made of what the session "
        "keeps, never of the bank as it is now: the same files every time. Each is entered into the "
        "session's journal with its SHA-256. Files of papers/ that somebody changed are not written over."
    ),
)
@click.argument("name", metavar="SESSION")
@click.option(
    "--large", is_flag=True, help=_("Every paper in large print too: text of 16 pt, options in one column.")
)
@click.option(
    "--docx", is_flag=True, help=_("Every paper as a Word file too, for a trainer who must edit it.")
)
@by_option
@course_option
def print_papers(*, name: str, large: bool, docx: bool, by: str, root: Path) -> None:
    with alone_with(root, name) as kept:
        kept.refuse_void()
        _print(kept, large, docx, by)


def _print(kept: "Kept", large: bool, docx: bool, by: str) -> None:
    from ..diagnostics import Place, Problem
    from ..exams.paper.papers import Order, Papers
    from ..exams.shelf import PAPERS, digests
    from ..exams.store import add, refuse_changed
    from ..press.packages import makers
    from ..stage import add_files
    from ..words import Words

    papers = Papers(kept, Words(kept.session.language))
    with Progress(_("Printing …")) as progress:
        files = papers.files(
            Order(large, docx), lambda file: progress(_("Printing {name} …").format(name=file))
        )
        missing = papers.unprintable()
    paths = {f"{PAPERS}/{file}": content for file, content in files.items()}
    folder = kept.folder / PAPERS
    refuse_changed(kept, paths)
    add_files(files, folder)
    add(kept, deed(by, "printed", {"press": makers(), "files": digests(PAPERS, files)}))
    if missing:
        report([Problem("CW0721", Place(str(folder)), {"characters": " ".join(missing)})], "text")
    said = _.plural("{count} file in {folder}", "{count} files in {folder}", len(files), folder=folder)
    say(said, err=True)
    say(_("The keys are confidential: keep the files that end in -keys apart from the papers."), err=True)
