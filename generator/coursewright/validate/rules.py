"""Rules of content that hold within one file and that a schema cannot say."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import inf
from typing import Any

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.blueprint import Blueprint
from ..model.chapter import Chapter
from ..model.course import Course
from ..model.issuer import Issuer
from ..model.items.bank import Bank
from ..model.names import repeated
from ..model.notice import Notice
from ..model.quiz import Quiz
from ..model.role import Role
from ..model.taxonomy import Taxonomy
from ..model.text import Source
from ..model.toolkit import Sheet, Toolkit
from ..model.walk import Path, instances, spots
from ..words.language import is_language, suggested_tag
from .comments import comment_problems
from .days import day_values, is_no_day
from .issuers import issuer_problems
from .markdown import markdown_problems
from .reporting import reporting_problems
from .separators import separator_problems
from .unwritten import unwritten_problems

Rule = Callable[[SourceFile, Any], Iterator[Problem]]


def content_problems(file: SourceFile, model: Source) -> Iterator[Problem]:
    """Problems of a file whose shape is right."""
    yield from _text_problems(file, model)
    for _, rule in _RULES.get(type(model), ()):
        yield from rule(file, model)


def remaining_problems(file: SourceFile, rest: Source, wrong: Sequence[Path]) -> Iterator[Problem]:
    """Problems of what is right in a file of which something is wrong at these paths: see `remains`.

    A rule about fields of which something is wrong says nothing.
    """
    yield from _text_problems(file, rest)
    fields = {path[0] for path in wrong}
    for read, rule in _RULES.get(type(rest), ()):
        if fields.isdisjoint(read):
            yield from rule(file, rest)
    if isinstance(rest, Bank):
        yield from _remaining_faults(file, rest, wrong)


def _text_problems(file: SourceFile, model: Source) -> Iterator[Problem]:
    texts = spots(model)
    yield from markdown_problems(file, texts, role=isinstance(model, Role))
    yield from comment_problems(file, texts)
    yield from unwritten_problems(file, texts)
    yield from separator_problems(file, texts)


def _remaining_faults(file: SourceFile, rest: Bank, wrong: Sequence[Path]) -> Iterator[Problem]:
    for at, item in enumerate(rest.items or ()):
        its = [path[2:] for path in wrong if path[:2] == ("items", at)]
        for fault in item.remaining(its) if item and its else ():
            place = file.place(("items", at, *fault.path), key=fault.key)
            yield Problem(fault.code, place, fault.values)


def _date(file: SourceFile, course: Course) -> Iterator[Problem]:
    try:
        date.fromisoformat(course.date)
    except ValueError:
        yield Problem("CW0408", file.place(("date",)), day_values(course.date))


def _notice_days(file: SourceFile, notice: Notice) -> Iterator[Problem]:
    for name in ("date", "announced"):
        written = getattr(notice, name)
        try:
            date.fromisoformat(written)
        except ValueError:
            yield Problem("CW0408", file.place((name,)), day_values(written))


def _language(file: SourceFile, course: Course) -> Iterator[Problem]:
    if not is_language(course.language):
        near = suggested_tag(course.language)
        yield Problem("CW0410", file.place(("language",)), {"found": course.language, "near": near})


def _reporting(file: SourceFile, course: Course) -> Iterator[Problem]:
    if course.xapi:
        yield from reporting_problems(file, course.xapi)


def _bank(file: SourceFile, bank: Bank) -> Iterator[Problem]:
    if not bank.items and not bank.made:
        yield Problem("CW0208", file.place(("items",)), {"least": 1, "meaning": ""})
    for name, entries in (("items", bank.items), ("made", bank.made)):
        for at, entry in enumerate(entries):
            for fault in entry.faults():
                place = file.place((name, at, *fault.path), key=fault.key)
                yield Problem(fault.code, place, fault.values)
    yield from _unexplained(file, bank)


def _unexplained(file: SourceFile, bank: Bank) -> Iterator[Problem]:
    """Said once a file, at the first of them."""
    found = [path for path, item, _ in bank.questions() if item.unexplained]
    if found:
        place = file.place((*found[0], "unexplained"), key=True)
        yield Problem("CW0420", place, {"count": len(found)})


def _weights(name: str) -> Rule:
    def rule(file: SourceFile, role: Role) -> Iterator[Problem]:
        entries = getattr(role, name)
        total = sum(entry.weight for entry in entries)
        if entries and total != 100:
            values = {"sum": total, "difference": f"{100 - total:+d}"}
            yield Problem("CW0403", file.place((name,), key=True), values)

    return rule


def _competencies(file: SourceFile, role: Role) -> Iterator[Problem]:
    yield from _repeated(file, ("competencies",), tuple(each.competency for each in role.competencies))


def _superior(file: SourceFile, role: Role) -> Iterator[Problem]:
    if role.reports_to and role.superior:
        yield Problem("CW0432", file.place(("superior",)))


def _training(file: SourceFile, role: Role) -> Iterator[Problem]:
    yield from _repeated(file, ("training",), tuple(each.chapter for each in role.training))


def _demands(file: SourceFile, blueprint: Blueprint) -> Iterator[Problem]:
    for at, demand in enumerate(blueprint.demands):
        place = file.place(("demands", at))
        limits = (demand.min, demand.max)
        is_of_points = (demand.min_points, demand.max_points) != (None, None)
        if (demand.items is None) == (limits == (None, None)) and (demand.items or not is_of_points):
            yield Problem("CW1101", place)
        elif demand.most is not None and demand.least > demand.most:
            yield Problem("CW1102", place, {"least": demand.least, "most": demand.most})
        if (demand.min_points or 0) > (demand.max_points or inf):
            yield Problem("CW1108", place, {"least": demand.min_points, "most": demand.max_points})
        if not demand.is_of_something:
            yield Problem("CW1103", place)


def _forms(file: SourceFile, blueprint: Blueprint) -> Iterator[Problem]:
    """An item that has to be there and must not."""
    forms = blueprint.forms
    if forms is None:
        return
    needed = {*forms.anchors, *forms.pinned}
    for at, id in enumerate(forms.banned):
        if id in needed:
            yield Problem("CW1109", file.place(("forms", "banned", at)), {"id": id})
    for at, id in enumerate(forms.pinned):
        if id in forms.anchors:
            yield Problem("CW1110", file.place(("forms", "pinned", at)), {"id": id})
    for at, group in enumerate(forms.enemies):
        together = [id for id in group if id in forms.anchors]
        if len(together) > 1:
            place = file.place(("forms", "enemies", at))
            yield Problem("CW1111", place, {"id": together[0], "other": together[1]})


def _days(file: SourceFile, role: Role) -> Iterator[Problem]:
    """A day may be said in words, but not be one that never comes."""
    control = role.document
    written: list[tuple[Path, str]] = [
        (("effective",), control.effective or ""),
        *((("revisions", at, "date"), row.date) for at, row in enumerate(control.revisions)),
        *((("confirmations", at, "date"), row.date) for at, row in enumerate(control.confirmations)),
    ]
    for path, text in written:
        if is_no_day(text):
            yield Problem("CW0408", file.place(("document", *path)), day_values(text))


def _taxonomy(file: SourceFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    if taxonomy.comparison is None:
        return
    columns = len(taxonomy.comparison.columns)
    for at, row in enumerate(taxonomy.comparison.rows):
        if len(row.cells) != columns:
            yield _uneven(file, ("comparison", "rows", at, "cells"), len(row.cells), columns)


def _toolkit(file: SourceFile, toolkit: Toolkit) -> Iterator[Problem]:
    for path, sheet in instances(toolkit, Sheet):
        for at, row in enumerate(sheet.rows):
            if len(row.cells) != len(sheet.columns):
                yield _uneven(file, (*path, "rows", at), len(row.cells), len(sheet.columns))
    for one in repeated(toolkit.called()):
        yield Problem("CW0305", file.place((*one.path, "id")), {"id": one.id})
    yield from _nameless(file, toolkit)


def _nameless(file: SourceFile, toolkit: Toolkit) -> Iterator[Problem]:
    """Said once a file, at the first of those without an id."""
    nameless = [one for one in toolkit.called() if one.id is None]
    if nameless:
        yield Problem("CW0411", file.place(nameless[0].path), {"count": len(nameless)})


def _uneven(file: SourceFile, path: Path, found: int, expected: int) -> Problem:
    return Problem("CW0404", file.place(path), {"found": found, "expected": expected})


def _repeated(file: SourceFile, path: Path, ids: tuple[str, ...]) -> Iterator[Problem]:
    for at, id in enumerate(ids):
        if id in ids[:at]:
            yield Problem("CW0305", file.place((*path, at)), {"id": id})


def _listed(name: str) -> Rule:
    return lambda file, model: _repeated(file, (name,), getattr(model, name))


_RULES: dict[type[Source], tuple[tuple[tuple[str, ...], Rule], ...]] = {
    Course: (
        (("date",), _date),
        (("language",), _language),
        (("chapters",), _listed("chapters")),
        (("xapi",), _reporting),
    ),
    Issuer: ((("keys",), issuer_problems),),
    Notice: ((("date", "announced"), _notice_days),),
    Chapter: ((("sections",), _listed("sections")),),
    Quiz: ((("items",), _listed("items")),),
    Bank: ((("items", "made"), _bank),),
    Blueprint: (
        (("chapters",), _listed("chapters")),
        (("demands",), _demands),
        (("forms",), _forms),
    ),
    Role: (
        (("duties",), _weights("duties")),
        (("kpis",), _weights("kpis")),
        (("competencies",), _competencies),
        (("training",), _training),
        (("exams",), _listed("exams")),
        (("reports_to", "superior"), _superior),
        (("document",), _days),
    ),
    Taxonomy: ((("comparison",), _taxonomy),),
    Toolkit: ((("parts",), _toolkit),),
}
"""The rules of each kind of file, each with the fields that it reads."""
