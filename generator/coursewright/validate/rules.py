"""Rules of content that hold within one file and that a schema cannot say."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.chapter import Chapter
from ..model.course import Course
from ..model.items.bank import Bank
from ..model.names import repeated
from ..model.quiz import Quiz
from ..model.role import DocumentControl, Role
from ..model.taxonomy import Taxonomy
from ..model.text import Source
from ..model.toolkit import Sheet, Toolkit
from ..model.walk import Path, instances
from ..words.language import is_language, suggested_tag
from .comments import comment_problems
from .days import day_values, is_no_day
from .markdown import markdown_problems
from .reporting import reporting_problems


def content_problems(file: SourceFile, model: Source) -> Iterator[Problem]:
    """Problems of a file whose shape is right."""
    yield from markdown_problems(file, model)
    yield from comment_problems(file, model)
    rule: Callable[[SourceFile, Any], Iterator[Problem]] | None = _RULES.get(type(model))
    if rule is not None:
        yield from rule(file, model)


def _course(file: SourceFile, course: Course) -> Iterator[Problem]:
    try:
        date.fromisoformat(course.date)
    except ValueError:
        yield Problem("CW0408", file.place(("date",)), day_values(course.date))
    if not is_language(course.language):
        near = suggested_tag(course.language)
        yield Problem("CW0410", file.place(("language",)), {"found": course.language, "near": near})
    yield from _repeated(file, ("chapters",), course.chapters)
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


def _role(file: SourceFile, role: Role) -> Iterator[Problem]:
    for name, entries in (("duties", role.duties), ("kpis", role.kpis)):
        total = sum(entry.weight for entry in entries)
        if entries and total != 100:
            yield Problem(
                "CW0403", file.place((name,), key=True), {"sum": total, "difference": f"{100 - total:+d}"}
            )
    yield from _repeated(file, ("competencies",), tuple(each.competency for each in role.competencies))
    yield from _repeated(file, ("training",), tuple(each.chapter for each in role.training))
    yield from _days(file, role.document)


def _days(file: SourceFile, control: DocumentControl) -> Iterator[Problem]:
    """A day may be said in words, but not be one that never comes."""
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


def _listed(name: str) -> Callable[[SourceFile, Any], Iterator[Problem]]:
    return lambda file, model: _repeated(file, (name,), getattr(model, name))


_RULES: dict[type[Source], Callable[[SourceFile, Any], Iterator[Problem]]] = {
    Course: _course,
    Chapter: _listed("sections"),
    Quiz: _listed("items"),
    Bank: _bank,
    Role: _role,
    Taxonomy: _taxonomy,
    Toolkit: _toolkit,
}
