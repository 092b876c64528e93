"""Home, the outline, chapters and sections."""

from collections.abc import Iterable, Iterator

from ..link.site import SiteChapter, SiteQuiz, SiteSection
from ..words import Words
from . import standing
from .renderer import Entry, entry, group
from .rendering import Rendering


def render(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    wide = {"hide": ["navigation", "toc"]}
    rendering.page(
        "index.md", "home.html", site.course.title, meta={**wide, "description": site.course.sentence}
    )
    standing.render(rendering)
    rendering.page("learn/index.md", "learn.html", words("Learn"))
    if site.people:
        rendering.page("people.md", "people.html", words("People in the cases"))
    for chapter in site.chapters:
        _chapter(rendering, chapter)
        for section in chapter.sections:
            _section(rendering, chapter, section)
        if chapter.model.recap:
            _recap(rendering, chapter)


def nav(rendering: Rendering) -> Iterator[Entry]:
    site, words = rendering.site, rendering.words
    people = [entry(words("People in the cases"), "people.md")] if site.people else []
    yield entry(words("Home"), "index.md")
    yield from standing.nav(rendering)
    chapters = [_listed(words, chapter, site.quizzes_of_chapter(chapter.id)) for chapter in site.chapters]
    yield group(words("Learn"), "learn/index.md", [*chapters, *people])


def recap_of(chapter: SiteChapter) -> str:
    """The page of a chapter's summary."""
    return f"learn/{chapter.id}/recap.md"


def _listed(words: Words, chapter: SiteChapter, quizzes: Iterable[SiteQuiz]) -> Entry:
    """After a chapter's last section come its summary and its quiz, so that the way on leads through them."""
    sections = (
        entry(f"{section.number} {section.model.title}", section.target.page) for section in chapter.sections
    )
    recap = [entry(words("One-page summary"), recap_of(chapter))] if chapter.model.recap else []
    asked = (entry(quiz.model.title, quiz.target.page) for quiz in quizzes)
    return group(f"{chapter.number} {chapter.model.title}", chapter.target.page, [*sections, *recap, *asked])


def _chapter(rendering: Rendering, chapter: SiteChapter) -> None:
    site = rendering.site
    listed = (site.coverage.toolkits_of_section.get(section.id, ()) for section in chapter.sections)
    toolkits = {toolkit.id: toolkit for found in listed for toolkit in found}
    rendering.page(
        chapter.target.page,
        "chapter.html",
        chapter.model.title,
        explain=True,
        meta={"description": chapter.model.summary},
        chapter=chapter,
        recap=recap_of(chapter),
        quizzes=site.quizzes_of_chapter(chapter.id),
        toolkits=toolkits.values(),
        roles=site.coverage.roles_of_chapter.get(chapter.id, ()),
    )


def _recap(rendering: Rendering, chapter: SiteChapter) -> None:
    title = rendering.words("One-page summary: {title}").format(title=chapter.model.title)
    page = recap_of(chapter)
    rendering.page(page, "recap.html", title, explain=True, meta={"hide": ["toc"]}, chapter=chapter)


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
        recap=recap_of(chapter) if section == chapter.sections[-1] and chapter.model.recap else "",
        then=rendering.site.quizzes_of_chapter(chapter.id) if section == chapter.sections[-1] else (),
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
