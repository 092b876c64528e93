"""Home, the outline, chapters and sections."""

from collections.abc import Iterator

from ..link.site import SiteChapter, SiteSection
from .renderer import Entry, entry, group
from .rendering import Rendering


def render(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    wide = {"hide": ["navigation", "toc"]}
    rendering.page(
        "index.md", "home.html", site.course.title, meta={**wide, "description": site.course.sentence}
    )
    rendering.page("learn/index.md", "learn.html", words("Learn"))
    if site.people:
        rendering.page("people.md", "people.html", words("People in the cases"))
    for chapter in site.chapters:
        _chapter(rendering, chapter)
        for section in chapter.sections:
            _section(rendering, chapter, section)


def nav(rendering: Rendering) -> Iterator[Entry]:
    site, words = rendering.site, rendering.words
    people = [entry(words("People in the cases"), "people.md")] if site.people else []
    yield entry(words("Home"), "index.md")
    yield group(words("Learn"), "learn/index.md", [*map(_listed, site.chapters), *people])


def _listed(chapter: SiteChapter) -> Entry:
    sections = (
        entry(f"{section.number} {section.model.title}", section.target.page) for section in chapter.sections
    )
    return group(f"{chapter.number} {chapter.model.title}", chapter.target.page, sections)


def _chapter(rendering: Rendering, chapter: SiteChapter) -> None:
    site = rendering.site
    rendering.page(
        chapter.target.page,
        "chapter.html",
        chapter.model.title,
        explain=True,
        meta={"description": chapter.model.summary},
        chapter=chapter,
        quizzes=site.quizzes_of_chapter(chapter.id),
        roles=site.coverage.roles_of_chapter.get(chapter.id, ()),
    )


def _section(rendering: Rendering, chapter: SiteChapter, section: SiteSection) -> None:
    coverage, words = rendering.site.coverage, rendering.words
    rendering.page(
        section.target.page,
        "section.html",
        section.model.title,
        explain=True,
        meta={"description": section.model.summary},
        chapter=chapter,
        section=section,
        quizzes=coverage.quizzes_of_items(coverage.items_of_section.get(section.id, ())),
        toolkits=coverage.toolkits_of_section.get(section.id, ()),
        notes={
            "term": words("Term"),
            "source": words("Source"),
            "caution": words("Caution"),
            "key": words("Key point"),
        },
        tools={"script": words("Words to say"), "table": words("Table"), "checklist": words("Checklist")},
    )
