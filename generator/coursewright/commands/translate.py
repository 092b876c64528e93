"""`coursewright translate`: a course's texts out to translators, and how far they are."""

import json
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics.printable import escaped
from ..errors import SourceProblems
from .terminal import _, a_language, course_option, say, turn_to

if TYPE_CHECKING:
    from ..diagnostics import Problem
    from ..load.tree import SourceTree
    from ..translate.status import Status
    from ..validate import Sources


@click.group(help=_("A course in other languages: its texts out to translators, and how far they are."))
def translate() -> None:
    pass


@translate.command(
    short_help=_("Write all texts into a catalog for one language."),
    help=_(
        "Write every text of the course into translations/LANGUAGE.po, a gettext catalog that Poedit, "
        "Weblate and other translators' programs open. One that is there is brought up to date: "
        "translations are kept, those of changed texts are marked “fuzzy”, to be looked at again."
    ),
)
@click.argument("language", metavar="LANGUAGE", callback=a_language)
@course_option
def extract(language: str, root: Path) -> None:
    from ..model.kinds import COURSE
    from ..stage import write_files
    from ..translate.extract import updated
    from ..translate.po_file import PoFile, path_of, read_po_file
    from ..translate.status import status
    from ..translate.text import texts

    sources, tree = _sources(root)
    loaded = sources.one(COURSE)
    assert loaded
    course = loaded.model
    if course.language.lower() == language.lower():
        raise click.BadParameter(_("the course is written in {language}").format(language=language))
    path = path_of(language)
    known = tree.translations.get(path)
    file = read_po_file(path, known) if known is not None else PoFile(path)
    if file.problems:
        raise SourceProblems(file.problems)
    found = list(texts(sources, tree))
    raw = updated(file, found, language, course.title, course.moment.replace(tzinfo=UTC))
    write_files({path: raw}, root)
    counts = status(read_po_file(path, raw), {text.text for text in found})
    say(_said(counts, root), err=True)
    if reserved := _reserved(sources):
        said = _.plural(
            "{count} item in it is reserved for exams: keep the file from those who will sit them.",
            "{count} items in it are reserved for exams: keep the file from those who will sit them.",
            reserved,
        )
        say(said, err=True)


def _reserved(sources: "Sources") -> int:
    """How many questions are reserved for exams."""
    from ..model.kinds import BANK

    banks = sources.all(BANK).values()
    return sum(item.use == "exam" for bank in banks for _path, item, _case in bank.model.questions())


def _sources(root: Path) -> "tuple[Sources, SourceTree]":
    """Sources without an error: the texts of a file that cannot be read would be lost to its catalogs."""
    from ..load import load_tree
    from ..validate import validate_tree

    tree = load_tree(root)
    sources = validate_tree(tree)
    if not sources.sound or sources.language is None:
        raise SourceProblems([*tree.problems, *sources.problems], sources.language)
    turn_to(sources.language)
    return sources, tree


def _said(counts: "Status", root: Path) -> str:
    return _("{file}: {translated} of {texts} texts translated, to be looked at again: {fuzzy}").format(
        **{**asdict(counts), "file": root / counts.file}
    )


@translate.command("status", help=_("Count what is translated into each language of the course."))
@course_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    help=_("A table for people, or json for programs."),
)
def status_(root: Path, style: str) -> None:
    found, problems = _statuses(root)
    if style == "json":
        rows = [{"language": language, **asdict(each), "missing": each.missing} for language, each in found]
        say(json.dumps(rows, ensure_ascii=False, indent=2))
    elif found:
        _print_table(found)
    elif not problems:
        say(_("There is no translation. Begin one with: coursewright translate extract LANGUAGE"))
    if problems:
        raise SourceProblems(problems)


def _statuses(root: Path) -> "tuple[list[tuple[str, Status]], list[Problem]]":
    """Language and counts of every catalog that can be read, and what is wrong with the others."""
    from ..translate.po_file import language_of, read_po_file
    from ..translate.status import status
    from ..translate.text import texts

    sources, tree = _sources(root)
    asked = {text.text for text in texts(sources, tree)}
    files = [read_po_file(path, raw) for path, raw in tree.translations.items()]
    found = [(language_of(file.path), status(file, asked)) for file in files if not file.problems]
    return found, [problem for file in files for problem in file.problems]


def _print_table(found: "list[tuple[str, Status]]") -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE)
    table.add_column(_("language"))
    for name in (_("texts"), _("translated"), _("to be looked at again"), _("not translated")):
        table.add_column(name, justify="right")
    for language, each in found:
        counts = (each.texts, each.translated, each.fuzzy, each.missing)
        table.add_row(escaped(language), *map(str, counts))
    Console().print(table)
