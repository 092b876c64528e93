"""`coursewright new chapter`, `section`, `item`, `exam` and `role`: parts of a course that is there."""

from collections import Counter
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics.nearest import nearest
from ..model.items.bank import ITEM_TYPES
from .sources import Course, an_id, opened, understood
from .terminal import _, check_course, course_option
from .titles import a_line, title_of

if TYPE_CHECKING:
    from ..link import Site

MOST_OF_A_NEW_EXAM = 40
"""Items."""


@click.command(help=_("Add a chapter with a first section to the course: ID names its folder."))
@click.argument("id", metavar="ID", callback=an_id(1))
@click.option("--title", metavar="TITLE", callback=a_line, help=_("Its title; the id if left out."))
@click.option(
    "--section", default="first", metavar="ID", callback=an_id(1), help=_("Id of its first section.")
)
@course_option
def chapter(id: str, title: str | None, section: str, root: Path) -> None:
    from ..edit.added import Adding
    from ..model.kinds import CHAPTER, SECTION

    course = understood(root)
    course.need()
    course.refuse_taken("chapter", id, "ID")
    course.refuse_place(CHAPTER, id, "ID")
    course.refuse_place(SECTION, f"{id}/{section}", "--section")
    course.add(Adding(course.sources, course.raw).chapter(id, title or title_of(id, "en"), section))


@click.command(help=_("Add a section to a chapter: CHAPTER/ID names its file."))
@click.argument("id", metavar="CHAPTER/ID", callback=an_id(2))
@click.option("--title", metavar="TITLE", callback=a_line, help=_("Its title; the id if left out."))
@course_option
def section(id: str, title: str | None, root: Path) -> None:
    from ..edit.added import Adding
    from ..model.kinds import CHAPTER, SECTION

    course = understood(root)
    chapter, _slash, name = id.partition("/")
    course.need(CHAPTER.file_of(chapter))
    course.refuse_unknown("chapter", chapter, "CHAPTER/ID")
    course.refuse_taken("section", id, "CHAPTER/ID")
    course.refuse_place(SECTION, id, "CHAPTER/ID")
    course.add(Adding(course.sources, course.raw).section(id, title or title_of(name, "en")))


@click.command(help=_("Add an item to the item bank, with the words to replace in it."))
@click.argument("id", metavar="ID", callback=an_id(1))
@click.option(
    "--objective",
    metavar="CHAPTER/SECTION/OBJECTIVE",
    required=True,
    callback=an_id(3),
    help=_("The objective it tests."),
)
@click.option(
    "--type",
    "type_",
    type=click.Choice(tuple(ITEM_TYPES)),
    default=next(iter(ITEM_TYPES)),
    help=_("Its type."),
)
@click.option(
    "--bank", metavar="NAME", callback=an_id(1), help=_("File of the bank; the chapter's if left out.")
)
@click.option(
    "--quiz",
    metavar="NAME",
    callback=an_id(1),
    help=_("A quiz to add it to, made if there is none of a like name."),
)
@course_option
def item(*, id: str, objective: str, type_: str, bank: str | None, quiz: str | None, root: Path) -> None:
    from ..edit.added import Adding
    from ..model.kinds import BANK, QUIZ

    course = understood(root)
    _need_of_an_item(course, objective, quiz)
    course.refuse_taken("item", id, "ID")
    course.refuse_unknown("objective", objective, "--objective")
    chosen = bank or objective.partition("/")[0]
    if chosen not in course.sources.all(BANK):
        course.refuse_place(BANK, chosen, "--bank")
    if quiz and quiz not in course.sources.all(QUIZ):
        _refuse_misspelt(course, quiz)
        course.refuse_place(QUIZ, quiz, "--quiz")
    course.add(Adding(course.sources, course.raw).item(id, type_, objective, chosen, quiz))


def _refuse_misspelt(course: Course, quiz: str) -> None:
    """Raises BadParameter for a quiz that looks like one that is there, and does not say that it is more."""
    near = nearest(quiz, course.known["quiz"])
    if near and not quiz.startswith(f"{near}-"):
        course.refuse_unknown("quiz", quiz, "--quiz")


def _need_of_an_item(course: Course, objective: str, quiz: str | None) -> None:
    """Raises SourceProblems for what is broken of the banks, the quiz, and the section of an objective."""
    from ..model.kinds import BANK, QUIZ, SECTION, kind_of

    files = [file for file in course.tree.files if kind_of(file) is BANK]
    if quiz:
        files.append(QUIZ.file_of(quiz))
    if objective not in course.known["objective"]:
        files.append(SECTION.file_of(objective.rpartition("/")[0]))
    course.need(*files)


@click.command(
    help=_("Add the blueprint of an exam: ID names its file. It demands items of every chapter that has any.")
)
@click.argument("id", metavar="ID", callback=an_id(1))
@click.option("--title", metavar="TITLE", callback=a_line, help=_("Its title; the id if left out."))
@course_option
def exam(id: str, title: str | None, root: Path) -> None:
    from ..edit.added import Adding
    from ..model.kinds import EXAM

    course = opened(root)
    course.refuse_taken("exam", id, "ID")
    course.refuse_place(EXAM, id, "ID")
    counts = _spread(check_course(root).site)
    if not counts:
        raise click.UsageError(_("there is nothing to ask yet: no quiz and no check asks an item"))
    course.write(Adding(course.sources, course.raw).exam(id, title or title_of(id, "en"), counts))


def _spread(site: "Site") -> dict[str, int]:
    """Chapter → how many items to ask, a unit of each chapter in turn, so that an exam can be drawn."""
    from ..link.blueprints import asked_units

    own: dict[str, list[list[str]]] = {chapter.id: [] for chapter in site.chapters}
    for unit in asked_units(site):
        own[unit[0].section.chapter].append([item.section.chapter for item in unit])
    counts: Counter[str] = Counter()
    for chapters in filter(None, chain.from_iterable(zip_longest(*own.values()))):
        if counts.total() + len(chapters) <= MOST_OF_A_NEW_EXAM:
            counts.update(chapters)
    return {id: counts[id] for id in own if counts[id]}


@click.command(help=_("Add a job description: ID names its file."))
@click.argument("id", metavar="ID", callback=an_id(1))
@click.option("--title", metavar="TITLE", callback=a_line, help=_("Its title; the id if left out."))
@click.option(
    "--code",
    metavar="CODE",
    callback=a_line,
    help=_("Its code, such as RM-01; the next free number if left out."),
)
@click.option("--family", metavar="ID", callback=an_id(1), help=_("Its job family; the first if left out."))
@course_option
def role(id: str, title: str | None, code: str | None, family: str | None, root: Path) -> None:
    from ..edit.added import Adding
    from ..model.kinds import FAMILIES, ROLE, kind_of

    course = understood(root)
    course.need(FAMILIES.path, *(file for file in course.tree.files if kind_of(file) is ROLE))
    course.refuse_taken("role", id, "ID")
    course.refuse_place(ROLE, id, "ID")
    if family:
        course.refuse_unknown("family", family, "--family")
    chosen = code or _code(set(course.known["role-code"]))
    course.add(Adding(course.sources, course.raw).role(id, title or title_of(id, "en"), chosen, family))


def _code(taken: set[str]) -> str:
    """The first code of new roles that is free."""
    codes = (f"NEW-{number:02}" for number in range(1, 10_000))
    return next(code for code in codes if code.casefold() not in taken)


PARTS = (chapter, section, item, exam, role)
