"""`coursewright package`: practice for learning platforms, cards and texts of items."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import Place, Problem, SourceString, errors_in
from ..diagnostics.nearest import nearest
from ..errors import SourceProblems
from ..model.items.types import TYPE_NAMES
from .taking import LEVELS
from .terminal import _, check_course, course_option, report, say

if TYPE_CHECKING:
    from ..compiler import Checked
    from ..exchange.lesson import Lesson
    from ..link.site import Site, SiteItem
    from ..model.items.case import CaseItem
    from ..render.practice import Adapter

MOST = 200
"""Questions of one package: platforms keep 250 interactions, and a person has one evening."""
USUAL_CUT = 80
"""Percent, for what is no quiz of the course."""

Items = tuple["SiteItem", ...]


@dataclass(frozen=True)
class Options:
    """What is packed: the id of a quiz and what the file is to be called inside, or nothing but a name."""

    quiz: str | None
    name: str


def scorm12(checked: "Checked", items: Items, options: Options) -> bytes:
    from ..exchange.scorm12 import scorm12

    return scorm12(_lesson(checked, items, options, "scorm12"))


def scorm2004(checked: "Checked", items: Items, options: Options) -> bytes:
    from ..exchange.scorm2004 import scorm2004

    return scorm2004(_lesson(checked, items, options, "scorm2004"))


def cmi5(checked: "Checked", items: Items, options: Options) -> bytes:
    from ..exchange.cmi5 import cmi5

    return cmi5(_lesson(checked, items, options, "cmi5"))


def anki(checked: "Checked", items: Items, options: Options) -> bytes:
    from ..exchange.anki import Deck, Note, anki
    from ..render.flashcards import flashcards

    site = checked.site
    cards, media = flashcards(site, items)
    notes = [Note(card.id, card.front, card.back, card.tags) for card in cards]
    title = site.quizzes[options.quiz].model.title if options.quiz else site.course.title
    return anki(Deck(options.name, site.course.id, title, site.course.moment, notes, media))


def markdown(checked: "Checked", items: Items, options: Options) -> bytes:
    from ..exchange.markdown import markdown
    from ..words import Words

    site = checked.site
    title = site.quizzes[options.quiz].model.title if options.quiz else site.course.title
    return markdown(title, items, Words(site.course.language)).encode()


def csv(checked: "Checked", items: Items, options: Options) -> bytes:
    from ..exchange.csv import csv
    from ..model.items.bank import Bank
    from ..render.cells import csv_bytes
    from ..words import Words

    chosen = _as_written(checked, [item.id for item in items])
    return csv_bytes(csv(Bank(items=tuple(chosen)), Words(checked.site.course.language)))


def _as_written(checked: "Checked", ids: Sequence[str]) -> "list[Any]":
    """Items as their authors wrote them, of cases the chosen questions, in the order of `ids`."""
    from ..model.items.bank import Bank
    from ..model.items.case import CaseItem
    from ..model.kinds import BANK

    groups = checked.site.groups
    found: dict[int, Any] = {}
    for bank in checked.sources.all(BANK).values():
        for item in Bank.model_validate(bank.file.data).items:
            its = [each.id for each in groups.get(item.id, ())] or [item.id]
            if not (chosen := {*its} & {*ids}):
                continue
            found[min(map(ids.index, chosen))] = _part(item, chosen) if isinstance(item, CaseItem) else item
    return [found[at] for at in sorted(found)]


def _part(case: "CaseItem", chosen: set[str]) -> "CaseItem":
    return case.model_copy(update={"items": tuple(each for each in case.items if each.id in chosen)})


Packer = Callable[["Checked", Items, Options], bytes]
FORMATS: dict[str, tuple[str, Packer]] = {
    "scorm12": ("SCORM 1.2", scorm12),
    "scorm2004": ("SCORM 2004", scorm2004),
    "cmi5": ("cmi5", cmi5),
    "anki": ("Anki", anki),
    "markdown": ("Markdown", markdown),
    "csv": ("CSV", csv),
}
"""Name → what people call it, and what makes the file."""
LESSONS = ("scorm12", "scorm2004", "cmi5")
READ = ("markdown", "csv")
"""For trainers: whoever opens them reads the answers."""


def _lesson(checked: "Checked", items: Items, options: Options, adapter: "Adapter") -> "Lesson":
    from ..exchange.lesson import Lesson
    from ..render.practice import Asking, practice

    site = checked.site
    course = site.course
    quiz = site.quizzes[options.quiz].model if options.quiz else None
    title, summary = (quiz.title, quiz.summary) if quiz else (course.title, "")
    cut = quiz.cut if quiz else USUAL_CUT
    activity = f"{_activities(site)}{options.name}"
    asking = Asking(options.name, title, summary, cut, activity, items)
    files = practice(site, asking, adapter)
    return Lesson(options.name, course.id, title, summary, course.language, cut, activity, files)


def _activities(site: "Site") -> str:
    """What the addresses of quizzes begin with: as the course tells an employer, else a name of its own."""
    xapi = site.course.xapi
    return (
        f"{xapi.activities.rstrip('/')}/quizzes/" if xapi else f"urn:coursewright:{site.course.id}:quizzes:"
    )


@click.command(
    short_help=_("Pack practice for a learning platform, or cards and texts of items."),
    help=_(
        "Write items for practice to FILE in FORMAT, one of: {formats}. All of them are written, or those "
        "of a quiz, a chapter, a type, a level. What FORMAT cannot hold is listed, and nothing is written, "
        "unless --skip leaves it out. scorm12, scorm2004 and cmi5 are quizzes for learning platforms, which "
        "are told every answer and the result; nearly every platform reads scorm12. anki is a deck of cards, "
        "which is brought up to date when it is imported again. The file has the answers in it."
    ).format(formats=", ".join(FORMATS)),
)
@click.argument("format", type=click.Choice(tuple(FORMATS)), metavar="FORMAT")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--quiz", metavar="ID", help=_("The items of this quiz, in its order, with its cut score."))
@click.option("--chapter", metavar="ID", help=_("Items that test an objective of this chapter."))
@click.option("--type", "type", type=click.Choice([*TYPE_NAMES]), help=_("Items of this type."))
@click.option("--level", type=click.Choice(LEVELS), help=_("Items of this level."))
@click.option("--skip", is_flag=True, help=_("Leave out items that FORMAT cannot hold."))
@course_option
def package(
    *,
    format: str,
    file: Path,
    quiz: str | None,
    chapter: str | None,
    type: str | None,
    level: str | None,
    skip: bool,
    root: Path,
) -> None:
    from ..stage import write_files

    if quiz and (chapter or type or level):
        raise click.UsageError(_("--quiz and a choice of items of the bank exclude one another"))
    checked = check_course(root)
    items = _chosen(checked.site, quiz, chapter, type, level)
    name = quiz or "-".join(filter(None, (chapter, type, level))) or "bank"
    left = {item.id for item in items} & {*_unfit(checked, items, format)}
    fit = tuple(item for item in items if item.id not in left)
    problems = [*_problems(format, str(file), left, fit, skip=skip)]
    if errors_in(problems):
        raise SourceProblems(problems, checked.site.course.language)
    content = FORMATS[format][1](checked, fit, Options(quiz, name))
    report(problems, "text")
    write_files({file.name: content}, file.parent)
    say(_.plural("{count} item in {file}", "{count} items in {file}", len(fit), file=file), err=True)


def _problems(format: str, file: str, left: set[str], fit: Items, *, skip: bool) -> Iterator[Problem]:
    title = FORMATS[format][0]
    if left:
        values = {"format": title, "ids": SourceString(", ".join(sorted(left)))}
        yield Problem("CW1061" if skip else "CW1060", Place(file), values)
    if format in READ:
        yield Problem("CW1020", Place(file))
    if format in LESSONS and len(fit) > MOST:
        yield Problem("CW1062", Place(file), {"count": len(fit), "most": MOST})


def _unfit(checked: "Checked", items: Items, format: str) -> Sequence[str]:
    from ..render.practice import unfit
    from ..words import Words

    if format == "csv":
        return ()
    words = Words(checked.site.course.language)
    return unfit(checked.site, items, words, can_show=format != "markdown")


def _chosen(
    site: "Site", quiz: str | None, chapter: str | None, type: str | None, level: str | None
) -> Items:
    if quiz:
        _refuse_unknown(quiz, [*site.quizzes], "--quiz", _("quiz"))
        return site.quizzes[quiz].items
    if chapter:
        _refuse_unknown(chapter, [each.id for each in site.chapters], "--chapter", _("chapter"))
    found = tuple(
        item
        for item in site.items.values()
        if chapter in (None, item.section.chapter)
        and level in (None, item.model.level)
        and type in (None, getattr(item.model, "type", None), "case" if item.case else None)
    )
    if not found:
        raise click.UsageError(_("there are no such items"))
    return found


def _refuse_unknown(id: str, known: Sequence[str], hint: str, noun: str) -> None:
    if id not in known:
        near = nearest(id, known)
        meant = "; " + _("did you mean “{near}”?").format(near=near) if near else ""
        said = _("there is no {kind} “{id}”").format(kind=noun, id=id)
        raise click.BadParameter(said + meant, param_hint=hint)
