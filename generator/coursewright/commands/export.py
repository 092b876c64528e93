"""`coursewright export`: a quiz, a part of the bank or a form of an exam, for other people's programs."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import Place, Problem, SourceString, errors_in
from ..diagnostics.nearest import nearest
from ..errors import SourceProblems
from ..model.items.types import TYPE_NAMES
from .taking import LEVELS
from .terminal import _, check_course, course_option, report, say

if TYPE_CHECKING:
    from ..compiler import Checked
    from ..exams.session import Frozen, Session
    from ..exchange.posed import Parcel, Posed, Sent
    from ..link import Site
    from ..link.site import SiteItem
    from ..words import Words

FORMATS = {
    "moodle-xml": ("moodle_xml.moodle_xml", "Moodle XML"),
    "gift": ("gift.gift", "GIFT"),
    "qti3": ("qti_package.qti3", "QTI 3.0"),
    "qti21": ("qti_package.qti21", "QTI 2.1"),
}
"""Name → a module of `exchange/` and in it a function `(Parcel, Words) -> Sent`, and its title."""

PRIVATE = "private"


@click.command(
    short_help=_("Write questions for a learning platform or another program."),
    help=_(
        "Write questions to FILE in FORMAT, one of: {formats}. All items for practice are written, or those "
        "of a quiz, a chapter, a type, a level; or a form of an exam's session, which is written below "
        "private/ only. What FORMAT cannot hold is listed, and nothing is written, unless --skip leaves it "
        "out. The file has the answers in it."
    ).format(formats=", ".join(FORMATS)),
)
@click.argument("format", type=click.Choice(tuple(FORMATS)), metavar="FORMAT")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option("--quiz", metavar="ID", help=_("The items of this quiz, in its order."))
@click.option("--chapter", metavar="ID", help=_("Items that test an objective of this chapter."))
@click.option("--type", "type", type=click.Choice([*TYPE_NAMES]), help=_("Items of this type."))
@click.option("--level", type=click.Choice(LEVELS), help=_("Items of this level."))
@click.option(
    "--form",
    metavar="SESSION/FORM",
    help=_("A form of an exam's session, such as spring/A: its items, in its order, with its points."),
)
@click.option("--skip", is_flag=True, help=_("Leave out items that FORMAT cannot hold."))
@course_option
def export(
    *,
    format: str,
    file: Path,
    quiz: str | None,
    chapter: str | None,
    type: str | None,
    level: str | None,
    form: str | None,
    skip: bool,
    root: Path,
) -> None:
    from ..words import Words

    checked = check_course(root)
    words = Words(checked.site.course.language)
    if sum(map(bool, (quiz, form, chapter or type or level))) > 1:
        raise click.UsageError(_("--quiz, --form and a choice of items of the bank exclude one another"))
    if form:
        parcel = _form(root, checked, form, words)
        _refuse_public(root, file)
    else:
        parcel = public(checked.site, words, quiz, {"chapter": chapter, "type": type, "level": level})
    _write(file, format, parcel, skip=skip, words=words)


def _write(file: Path, format: str, parcel: "Parcel", *, skip: bool, words: "Words") -> None:
    from ..stage import write_files

    writer, title = FORMATS[format]
    module, _dot, name = writer.partition(".")
    write: Callable[[Parcel, Words], Sent] = getattr(import_module(f"..exchange.{module}", __package__), name)
    sent = write(parcel, words)
    problems = [*_problems(sent, str(file), title, skip=skip), Problem("CW1020", Place(str(file)))]
    if errors_in(problems):
        raise SourceProblems(problems)
    report(problems, "text")
    write_files({file.name: sent.content}, file.parent)
    say(_.plural("{count} item in {file}", "{count} items in {file}", sent.count, file=file), err=True)


def _problems(sent: "Sent", file: str, title: str, *, skip: bool) -> Iterator[Problem]:
    """What is not in the file, with the ids of its items."""
    kinds = (("CW1051" if skip else "CW1050", sent.ledger.left), ("CW1052", sent.ledger.lost))
    for code, ledger in kinds:
        for what, ids in ledger.items():
            values = {"what": SourceString(what), "ids": SourceString(", ".join(ids)), "format": title}
            yield Problem(code, Place(file), values)


def _refuse_public(root: Path, file: Path) -> None:
    """What is reserved goes nowhere but below the folder that neither git nor anyone else reads."""
    if not file.resolve().is_relative_to((root / PRIVATE).resolve()):
        said = _("a form is written below {folder} only").format(folder=root / PRIVATE)
        raise click.BadParameter(said, param_hint="FILE")


def _parcel(site: "Site", id: str, title: str, posed: "list[Posed]") -> "Parcel":
    from ..exchange.names import Names
    from ..exchange.posed import Parcel

    if not posed:
        raise click.UsageError(_("there are no such items"))
    about = site.course
    names = Names(about.title, about.owner, about.language, about.moment, {}, {})
    return Parcel(id, title, posed, names, site.media)


# for practice


def public(site: "Site", words: "Words", quiz: str | None, wanted: dict[str, str | None]) -> "Parcel":
    if quiz:
        _refuse_unknown(quiz, site.quizzes, "--quiz", _("quiz"))
        chosen = site.quizzes[quiz]
        return _parcel(site, quiz, chosen.model.title, [_posed(site, each, words) for each in chosen.items])
    if chapter := wanted["chapter"]:
        _refuse_unknown(chapter, [each.id for each in site.chapters], "--chapter", _("chapter"))
    items = [item for item in site.items.values() if _is_wanted(item, wanted)]
    id = "-".join(filter(None, wanted.values())) or "bank"
    return _parcel(site, id, site.course.title, [_posed(site, each, words) for each in items])


def _is_wanted(item: "SiteItem", wanted: dict[str, str | None]) -> bool:
    types = {getattr(item.model, "type", ""), "case" if item.case else ""}
    return (
        wanted["chapter"] in (None, item.section.chapter)
        and (wanted["type"] is None or wanted["type"] in types)
        and wanted["level"] in (None, item.model.level)
    )


def _refuse_unknown(id: str, known: object, hint: str, noun: str) -> None:
    ids = list(known)  # type: ignore[call-overload]
    if id not in ids:
        near = nearest(id, ids)
        meant = "; " + _("did you mean “{near}”?").format(near=near) if near else ""
        raise click.BadParameter(
            _("there is no {kind} “{id}”").format(kind=noun, id=id) + meant, param_hint=hint
        )


def _posed(site: "Site", item: "SiteItem", words: "Words") -> "Posed":
    from ..exchange.posed import Material, Posed

    case, section = item.case, item.section
    chapter = next(each for each in site.chapters if each.id == section.chapter)
    place = "/".join(map(_flat, (chapter.model.title, section.model.title)))
    material = Material(case.id, case.title or "", case.stimulus) if case else None
    return Posed(item.model, item.model.asked(words), place, material)


def _flat(title: str) -> str:
    return title.replace("/", "／")


# of an exam


def _form(root: Path, checked: "Checked", name: str, words: "Words") -> "Parcel":
    from dataclasses import replace

    from ..exams.store import MEDIA, get
    from ..model.medium import Medium

    id, _slash, code = name.partition("/")
    kept = get(root, id)
    session = kept.session
    _refuse_unknown(code, [form.code for form in session.forms], "--form", _("form"))
    form = next(form for form in session.forms if form.code == code)
    posed = [_laid(session, question, words) for question in form.questions]
    parcel = _parcel(checked.site, f"{id}-{code.lower()}", f"{session.blueprint.title} {code}", posed)
    folder = kept.folder / MEDIA
    files = folder.iterdir() if folder.is_dir() else ()
    media = {file.name: Medium(name=file.name, content=file.read_bytes()) for file in files}
    return replace(parcel, media=media)


def _laid(session: "Session", question: object, words: "Words") -> "Posed":
    from ..exams.form import Question
    from ..exchange.posed import Material, Posed, laid

    assert isinstance(question, Question)
    item: Frozen = session.items[question.item]
    asked = laid(item.model.asked(words), question.entries, question.targets)
    case = session.cases.get(item.case or "")
    material = Material(item.case or "", case.title or "", case.text) if case else None
    place = "/".join(map(_flat, (session.chapters.get(item.chapter, item.chapter), item.section_title)))
    return Posed(item.model, asked, place, material, question.worth, is_laid=True)
