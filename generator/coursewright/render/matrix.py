"""The matrix competency × role, with the chapters that teach, as a page and as tables to download."""

from collections.abc import Sequence

from ..link.site import Site, SiteRole
from ..press.cells import csv_bytes
from ..words import Words
from .levels import level_words
from .markdown import unmarked
from .rendering import Rendering
from .workbook import Sheet, workbook

FOLDER = "competencies"
PAGE = f"{FOLDER}/matrix.md"


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
    sheets = (
        Sheet(words("Matrix"), rows, (22, 14, 18, 15)),
        Sheet(words("Levels"), _legend(site, words), (22, 80)),
    )
    course = site.course
    rendering.tree.add(
        f"docs/{FOLDER}/matrix.xlsx", workbook(sheets, course.title, course.owner, course.moment)
    )


Row = Sequence[str]


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
