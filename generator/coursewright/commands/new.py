"""`coursewright new`: a course to begin with, and parts of one."""

import os
import re
import secrets
import shlex
import sys
from collections import Counter
from collections.abc import Callable
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import Place, Problem
from ..diagnostics.printable import escaped
from ..model.items.bank import ITEM_TYPES
from .sources import an_id, opened
from .terminal import _, check_course, course_option, say

if TYPE_CHECKING:
    from ..link import Site

STARTERS = ("zh-CN", "en")
"""Languages that there is a starter course in."""

COURSE = "course"

MOST_OF_A_NEW_EXAM = 40
"""Items."""


class NewFolder(click.Path):
    """A folder by its name, which is not left empty: to a path that would be this folder."""

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> Any:
        if value == "":
            self.fail(_("it is empty: name the new folder"), parameter, context)
        return super().convert(value, parameter, context)


class Beginning(click.Group):
    """`new DIR` is short for `new course DIR`."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in (*self.commands, *context.help_option_names):
            args = [COURSE, *args]
        return super().parse_args(context, args)


def a_line(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    """The callback of a title or a code: what a source takes for one line with something to read in it."""
    from ..model.characters import is_unseen, unfit
    from ..model.text import MOST_OF_A_LINE

    if text is None or (
        len(text.splitlines()) == 1 and len(text) <= MOST_OF_A_LINE and not (is_unseen(text) or unfit(text))
    ):
        return text
    said = _("write one line with something to read in it, of at most {most} characters")
    raise click.BadParameter(said.format(most=MOST_OF_A_LINE))


def an_url(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    """The callback of the address of a site; none is known where it is empty."""
    from ..validate.config import SITE_ADDRESS

    if not text or SITE_ADDRESS.fullmatch(text):
        return text
    problem = Problem("CW0611", Place(""), {"found": text})
    raise click.BadParameter("; ".join((problem.message(_), *problem.hints(_))))


@click.group(
    cls=Beginning,
    short_help=_("Make a course, or a part of one."),
    help=_(
        "Make a small working course in the new folder DIR: coursewright new DIR. "
        "In the folder of a course, add a chapter, a section, an item, an exam or a role to it."
    ),
)
def new() -> None:
    pass


@new.command(COURSE, help=_("Make a small working course in the new folder DIR, to change and grow."))
@click.argument("folder", metavar="DIR", type=NewFolder(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(STARTERS),
    default=_.language.replace("_", "-"),
    help=_("Language of the new course."),
)
@click.option(
    "--title",
    metavar="TITLE",
    callback=a_line,
    help=_("Title of the course; made of the folder's name if left out."),
)
@click.option(
    "--id",
    "id",
    metavar="ID",
    callback=an_id(1),
    help=_(
        "Id of the course, under which learners' records are kept; made of the folder's name if left out."
    ),
)
@click.option(
    "--site-url",
    metavar="URL",
    callback=an_url,
    help=_("Where the site will be published; may be written later."),
)
def course(folder: Path, language: str, title: str | None, id: str | None, site_url: str | None) -> None:
    from ..starter import Beginnings, example_title, start_course

    name = folder.resolve().name
    own = id_of(name) or f"course-{secrets.token_hex(3)}"
    proposed = _title(name, language) or example_title(language)
    if sys.stdin.isatty() and sys.stdout.isatty():
        title = title or _asked(_("Title of the course"), proposed, a_line)
        id = id or _asked(_("Its id, for learners' records"), own, an_id(1))
        site_url = site_url or _asked(_("Address of the site, if it is known"), "", an_url)
    chosen = Beginnings(title or proposed, id or own, site_url or "")
    start_course(folder, language, chosen)
    say(
        _("A course is ready in {folder}: “{title}”, with the id {id}.").format(
            folder=folder, title=chosen.title, id=chosen.id
        )
    )
    say(_("Next:"))
    say(f"  cd {_quoted(str(folder))}\n  coursewright serve --open")


def _asked(question: str, proposed: str, check: Callable[..., Any]) -> str:
    """An answer that the callback of an option takes."""
    return str(
        click.prompt(
            question,
            default=proposed,
            show_default=bool(proposed),
            value_proc=lambda text: check(click.get_current_context(), None, text),
        )
    )


def _title(name: str, language: str) -> str:
    """A title made of a folder's name, or nothing: a name in Latin letters is none for a Chinese course."""
    words = re.sub(r"[-_]+", " ", name).strip()
    if escaped(words) != words:
        return ""
    return "" if name.isascii() and language != "en" else words[:1].upper() + words[1:]


def id_of(name: str) -> str:
    """An id made of a name: its Latin letters, or the initials of its Chinese characters; it may be empty."""
    from ..render.initials import initial
    from ..validate.meant import as_id

    latin = as_id(name).replace("/", "-").strip("-")
    initials = "".join(letter for letter in map(initial, name) if letter != "#").lower()
    return latin or initials


def _quoted(folder: str) -> str:
    """A folder's name for the command line."""
    if os.name == "nt":
        return f'"{folder}"' if re.search(r"[^\w./\\:-]", folder) else folder
    return shlex.quote(folder) if re.search(r"[^\w./-]", folder) else folder


@new.command(help=_("Add a chapter with a first section to the course: ID names its folder."))
@click.argument("id", metavar="ID", callback=an_id(1))
@click.option("--title", metavar="TITLE", callback=a_line, help=_("Its title; the id if left out."))
@click.option(
    "--section", default="first", metavar="ID", callback=an_id(1), help=_("Id of its first section.")
)
@course_option
def chapter(id: str, title: str | None, section: str, root: Path) -> None:
    from ..edit.added import Adding
    from ..model.kinds import CHAPTER, SECTION

    course = opened(root)
    course.refuse_taken("chapter", id, "ID")
    course.refuse_place(CHAPTER, id, "ID")
    course.refuse_place(SECTION, f"{id}/{section}", "--section")
    course.write(Adding(course.sources, course.raw).chapter(id, title or _title(id, "en"), section))


@new.command(help=_("Add a section to a chapter: CHAPTER/ID names its file."))
@click.argument("id", metavar="CHAPTER/ID", callback=an_id(2))
@click.option("--title", metavar="TITLE", callback=a_line, help=_("Its title; the id if left out."))
@course_option
def section(id: str, title: str | None, root: Path) -> None:
    from ..edit.added import Adding
    from ..model.kinds import SECTION

    course = opened(root)
    chapter, _slash, name = id.partition("/")
    course.refuse_unknown("chapter", chapter, "CHAPTER/ID")
    course.refuse_taken("section", id, "CHAPTER/ID")
    course.refuse_place(SECTION, id, "CHAPTER/ID")
    course.write(Adding(course.sources, course.raw).section(id, title or _title(name, "en")))


@new.command(help=_("Add an item to the item bank, with the words to replace in it."))
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
@click.option("--quiz", metavar="NAME", callback=an_id(1), help=_("A quiz to add it to."))
@course_option
def item(*, id: str, objective: str, type_: str, bank: str | None, quiz: str | None, root: Path) -> None:
    from ..edit.added import Adding
    from ..model.kinds import BANK, QUIZ

    course = opened(root)
    course.refuse_taken("item", id, "ID")
    course.refuse_unknown("objective", objective, "--objective")
    chosen = bank or objective.partition("/")[0]
    if chosen not in course.sources.all(BANK):
        course.refuse_place(BANK, chosen, "--bank")
    if quiz and quiz not in course.sources.all(QUIZ):
        course.refuse_place(QUIZ, quiz, "--quiz")
    course.write(Adding(course.sources, course.raw).item(id, type_, objective, chosen, quiz))


@new.command(
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
    course.write(Adding(course.sources, course.raw).exam(id, title or _title(id, "en"), counts))


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


@new.command(help=_("Add a job description: ID names its file."))
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
    from ..model.kinds import ROLE

    course = opened(root)
    course.refuse_taken("role", id, "ID")
    course.refuse_place(ROLE, id, "ID")
    if family:
        course.refuse_unknown("family", family, "--family")
    chosen = code or _code(set(course.known["role-code"]))
    course.write(Adding(course.sources, course.raw).role(id, title or _title(id, "en"), chosen, family))


def _code(taken: set[str]) -> str:
    """The first code of new roles that is free."""
    codes = (f"NEW-{number:02}" for number in range(1, 10_000))
    return next(code for code in codes if code.casefold() not in taken)
