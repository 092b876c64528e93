"""The matrix competency × role, with the chapters that teach, as a page and as tables to download."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..link.site import Site, SiteRole
from ..words import Words
from .cells import csv_bytes
from .levels import level_words
from .markdown import unmarked
from .rendering import Rendering

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FOLDER = "competencies"
PAGE = f"{FOLDER}/matrix.md"
Row = Sequence[str]


def render_matrix(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    roles = [role for role in site.roles.values() if role.model.competencies]
    needed = {(entry.competency, role.id): entry for role in roles for entry in role.model.competencies}
    taught = {
        id: list(dict.fromkeys(section.chapter for section in sections))
        for id, sections in site.coverage.sections_of_competency.items()
    }
    rendering.page(
        PAGE,
        "matrix.html",
        words("Competency matrix"),
        meta={"hide": ["navigation", "toc"]},
        roles=roles,
        needed=needed,
        taught=taught,
        chapters={chapter.id: chapter for chapter in site.chapters},
    )
    rows = matrix_rows(site, words, roles)
    rendering.tree.add(f"docs/{FOLDER}/matrix.csv", csv_bytes(rows))
    rendering.tree.add(
        f"docs/{FOLDER}/matrix.xlsx",
        as_xlsx(rows, _legend(site, words), (words("Matrix"), words("Levels")), site),
    )


def matrix_rows(site: Site, words: Words, roles: Sequence[SiteRole]) -> list[Row]:
    """A heading, then a competency a row: title, group, chapters that teach it, and what each role needs."""
    assert site.framework is not None
    numbers = {chapter.id: chapter.number for chapter in site.chapters}
    needs = {
        (entry.competency, role.id): level_words(site, words, entry)
        for role in roles
        for entry in role.model.competencies
    }
    rows: list[Row] = [
        [
            words("Competency"),
            words("Group"),
            words("Taught in"),
            *(f"{role.model.code} {role.model.title}" for role in roles),
        ]
    ]
    for group in site.framework.groups:
        for competency in group.competencies:
            sections = site.coverage.sections_of_competency.get(competency.id, ())
            chapters = dict.fromkeys(
                words("Ch. {number}").format(number=numbers[section.chapter]) for section in sections
            )
            cells = (needs.get((competency.id, role.id), "") for role in roles)
            rows.append([competency.title, group.title, words(", ").join(chapters), *cells])
    return rows


def _legend(site: Site, words: Words) -> list[Row]:
    assert site.framework is not None
    levels = [
        [f"{number} {level.name}", unmarked(level.description)]
        for number, level in enumerate(site.framework.levels, 1)
    ]
    return [[words("Level"), words("What it means")], *levels]


def as_xlsx(rows: Sequence[Row], legend: Sequence[Row], names: tuple[str, str], site: Site) -> bytes:
    """A workbook of the matrix and of what its levels mean: every cell text, its only date the edition's."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    book.set_properties(
        {"title": site.course.title, "author": site.course.owner, "created": site.course.moment}
    )
    for name, table, widths in ((names[0], rows, (22, 14, 18, 15)), (names[1], legend, (22, 80))):
        _sheet(book, name, table, widths)
    book.close()
    return file.getvalue()


def _sheet(book: "Workbook", name: str, rows: Sequence[Row], widths: Sequence[int]) -> None:
    """One table, heading and first column always in sight; the last width holds for all that remain."""
    sheet = book.add_worksheet(name)
    plain_cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#8A949A"}
    head, cell = (
        book.add_format({**plain_cell, "bold": True, "bg_color": "#F7F5F0"}),
        book.add_format(plain_cell),
    )
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(at, column, text, cell if at and column else head)
    last = len(rows[0]) - 1
    for column in range(last + 1):
        sheet.set_column(column, column, widths[min(column, len(widths) - 1)])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows) - 1, last)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
