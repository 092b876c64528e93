"""Practice quizzes.

A quiz's questions are a theme template of their own that `page.html` includes, not part
of the page's Markdown: it costs Python-Markdown nothing, and neither options
nor keys come into the search index.
"""

from collections.abc import Iterator

from ..link.site import SiteQuiz
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


def nav(rendering: Rendering) -> Iterator[Entry]:
    if quizzes := rendering.site.quizzes.values():
        pages = (entry(quiz.model.title, quiz.target.page) for quiz in quizzes)
        yield group(rendering.words("Quizzes"), "quizzes/index.md", pages)


def _quiz(rendering: Rendering, quiz: SiteQuiz) -> None:
    site = rendering.site
    questions = f"questions/{quiz.id}.html"
    rendering.page(
        quiz.target.page,
        "quiz.html",
        quiz.model.title,
        meta={
            "description": quiz.model.summary,
            "questions": questions,
            "hide": ["toc"],
        },
        quiz=quiz,
        chapter=next((chapter for chapter in site.chapters if chapter.id == quiz.model.chapter), None),
        taxonomy=site.taxonomies.get(quiz.model.taxonomy or ""),
    )
    objectives = {
        item.model.objective: (item.model.objective, item.objective.text, item.section) for item in quiz.items
    }
    items_of = {id: [item.id for item in quiz.items if item.model.objective == id] for id in objectives}
    reading = rendering.reading(quiz.target.page)
    onward = link(quiz.target.page, _after(rendering, quiz))
    html = rendering.fill(
        "questions.html",
        reading,
        quiz=quiz,
        onward=onward,
        objectives=list(objectives.values()),
        items_of=items_of,
    )
    rendering.tree.add(f"overrides/{questions}", html.replace("{", "&#123;"))  # MkDocs reads it as a template


def _after(rendering: Rendering, quiz: SiteQuiz) -> str:
    """The page to go on with: the next chapter after a chapter's quiz, else the outline."""
    chapters = rendering.site.chapters
    number = next((chapter.number for chapter in chapters if chapter.id == quiz.model.chapter), len(chapters))
    return chapters[number].target.page if number < len(chapters) else "learn/index.md"
