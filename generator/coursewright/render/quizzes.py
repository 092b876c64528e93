"""Practice quizzes.

A quiz's questions are a theme template of their own that `page.html` includes, not part
of the page's Markdown: it costs Python-Markdown nothing, and neither options
nor keys come into the search index.
"""

from collections.abc import Iterator

from ..link.site import SiteQuiz
from . import exams, review
from .renderer import Entry, entry, group
from .rendering import Rendering
from .urls import link


def render(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if not site.quizzes:
        return
    across = [quiz for quiz in site.quizzes.values() if not quiz.model.chapter]
    rendering.page("quizzes/index.md", "quizzes.html", words("Quizzes"), across=across)
    for quiz in site.quizzes.values():
        _quiz(rendering, quiz)
    review.render(rendering)
    exams.render(rendering)


def nav(rendering: Rendering) -> Iterator[Entry]:
    if quizzes := rendering.site.quizzes.values():
        pages = (entry(quiz.model.title, quiz.target.page) for quiz in quizzes if not quiz.model.chapter)
        own = [*review.nav(rendering), *exams.nav(rendering), *pages]
        yield group(rendering.words("Quizzes"), "quizzes/index.md", own)


def _quiz(rendering: Rendering, quiz: SiteQuiz) -> None:
    site = rendering.site
    questions = f"questions/{quiz.id}.html"
    html = _questions(rendering, quiz)
    rendering.page(
        quiz.target.page,
        "quiz.html",
        quiz.model.title,
        meta={
            "description": quiz.model.summary,
            "questions": questions,
            "hide": ["toc"],
        },
        included=html,
        quiz=quiz,
        chapter=next((chapter for chapter in site.chapters if chapter.id == quiz.model.chapter), None),
        taxonomy=site.taxonomies.get(quiz.model.taxonomy or ""),
    )
    rendering.tree.add(f"overrides/{questions}", html.replace("{", "&#123;"))  # MkDocs reads it as a template


def _questions(rendering: Rendering, quiz: SiteQuiz) -> str:
    objectives = {
        item.model.objective: (item.model.objective, item.objective.text, item.section) for item in quiz.items
    }
    page, title = _after(rendering, quiz)
    return rendering.fill(
        "questions.html",
        rendering.reading(quiz.target.page),
        quiz=quiz,
        onward=link(quiz.target.page, page),
        onward_title=title,
        objectives=list(objectives.values()),
        items_of={id: [item.id for item in quiz.items if item.model.objective == id] for id in objectives},
    )


def _after(rendering: Rendering, quiz: SiteQuiz) -> tuple[str, str]:
    """The page to go on with, and its title: the next chapter after a chapter's quiz, else the outline."""
    chapters, words = rendering.site.chapters, rendering.words
    number = next((chapter.number for chapter in chapters if chapter.id == quiz.model.chapter), len(chapters))
    if number == len(chapters):
        return "learn/index.md", words("Learn")
    after = chapters[number]
    return after.target.page, words("{number}. {title}").format(number=after.number, title=after.model.title)
