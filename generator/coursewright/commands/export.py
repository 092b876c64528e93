"""`coursewright export` and `items export`: questions of the course for other people's programs."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from ..diagnostics import Place, Problem, SourceString, errors_in
from ..errors import SourceProblems
from .choosing import Chosen, Wanted, chosen
from .deed import author
from .formats import FORMATS, Format, format_of
from .item_options import choosing
from .terminal import _, check_course, report, say

if TYPE_CHECKING:
    from ..exchange.posed import Sent
    from ..link import Site
    from ..render.practice import Adapter
    from ..words import Words

MOST_NAMED = 12
"""Ids of items of which something is lost."""
FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")


@click.command(
    short_help=_("Write questions for a learning platform or another program."),
    help=_(
        "Write questions to FILE in FORMAT. All items for practice are written, or those of a quiz, a "
        "chapter, a type, a level, a bank; or a form of an exam's session. What FORMAT cannot hold is "
        "listed, and nothing is written, unless --skip leaves it out. The file has the answers in it."
    )
    + "\n\n\b\n"
    + "\n".join(f"{name:<12}{_(format.about)}" for name, format in FORMATS.items()),
)
@click.argument("format", type=click.Choice([*FORMATS]), metavar="FORMAT")
@FILE
@choosing
def export(*, format: str, file: Path, root: Path, **wanted: Any) -> None:
    _export(format, file, root, Wanted(**wanted))


@click.command(
    "export",
    short_help=_("Write questions to a file, by its ending."),
    help=_(
        "Write questions to FILE, as “coursewright export” does: .xlsx is our own workbook, which carries "
        "everything, .csv a table, .txt and .docx a text, .md Markdown, .xml Moodle XML, .gift GIFT, .apkg a "
        "deck for Anki. --format says what else it is to be. The file has the answers in it."
    ),
)
@FILE
@click.option(
    "--format",
    type=click.Choice([*FORMATS]),
    metavar="FORMAT",
    help=_("What to write, as “coursewright export” names it; told by the ending of FILE if left out."),
)
@choosing
def export_items(*, format: str | None, file: Path, root: Path, **wanted: Any) -> None:
    found = format or format_of(file.name)
    if found is None:
        said = _("the ending of FILE does not say which; choose among {names}")
        raise click.BadParameter(said.format(names=", ".join(FORMATS)), param_hint="--format")
    _export(found, file, root, Wanted(**wanted))


def _export(name: str, file: Path, root: Path, wanted: Wanted) -> None:
    from ..words import Words
    from .exam_parcel import enter

    checked = check_course(root)
    words = Words(checked.site.course.language)
    found = chosen(root, checked, wanted, words)
    _refuse_reserved(FORMATS[name], found, root, file)
    sent = sent_as(name, checked.site, found, words)
    problems = [*_problems(sent, str(file), FORMATS[name], skip=wanted.skip)]
    if errors_in(problems):
        raise SourceProblems(problems, checked.site.course.language)
    report(problems, "text")
    if not sent.count:
        raise click.ClickException(_("nothing is left to write"))
    by = author(wanted.by) if found.kept else ""
    _write(file, sent, root, found)
    if found.kept:
        enter(root, found, by, name, file)


def _refuse_reserved(format: Format, found: Chosen, root: Path, file: Path) -> None:
    from .exam_parcel import refuse_public

    if not found.is_reserved:
        return
    if format.is_practice:
        said = _(
            "{format} is practice, with the answers in the learner's hands: it takes no form of an exam, and "
            "nothing that is reserved for exams"
        )
        raise click.UsageError(said.format(format=_(format.title)))
    refuse_public(root, file)


def sent_as(name: str, site: "Site", found: Chosen, words: "Words") -> "Sent":
    """What goes out in a format, and what of it the format cannot hold."""
    from .practice import practised

    format = FORMATS[name]
    module, _dot, function = format.writer.partition(".")
    write = getattr(import_module(f"..exchange.{module}", __package__), function)
    if format.is_practice:
        adapter = cast("Adapter", name) if format.takes == "lesson" else None
        return practised(site, found, write, words, adapter)
    sent: Sent = write(found.parcel, words)
    return sent


def _problems(sent: "Sent", file: str, format: Format, *, skip: bool) -> Iterator[Problem]:
    """What is not in the file, with the ids of its items; that all answers are; that it has too many."""
    from .practice import MOST

    for what, ids in sent.ledger.left.items():
        yield _unfit("CW1051" if skip else "CW1050", file, format, what, ", ".join(ids))
    for what, ids in sent.ledger.lost.items():
        yield _unfit("CW1052", file, format, what, _some(ids))
    if not format.is_practice:
        yield Problem("CW1020", Place(file))
    if format.takes == "lesson" and sent.count > MOST:
        yield Problem("CW1062", Place(file), {"count": sent.count, "most": MOST})


def _unfit(code: str, file: str, format: Format, what: str, ids: str) -> Problem:
    """`ids` are told whole, for they are no text of an author's that may be cut short."""
    values = {"what": what, "ids": ids, "format": format.title}
    return Problem(code, Place(file), {name: SourceString(said) for name, said in values.items()})


def _some(ids: Sequence[str]) -> str:
    """The first ids, and how many follow: of a whole bank everything may lose its rationales."""
    named, more = ", ".join(ids[:MOST_NAMED]), len(ids) - MOST_NAMED
    return named if more <= 0 else _("{ids} and {count} more").format(ids=named, count=more)


def _write(file: Path, sent: "Sent", root: Path, found: Chosen) -> None:
    from ..exams.store import make_private
    from ..stage import write_files

    if found.is_reserved:
        make_private(root, found.kept.folder.name if found.kept else "")
    write_files({file.name: sent.content}, file.parent)
    say(_.plural("{count} item in {file}", "{count} items in {file}", sent.count, file=file), err=True)
