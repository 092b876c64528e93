"""Practice quizzes.

A quiz's form is a theme template of its own that `quiz.html` includes, not part
of the page's Markdown: it costs Python-Markdown nothing, and neither options
nor keys come into the search index.
"""

from ..link.site import SiteQuiz
from .rendering import Rendering
from .urls import link


def render_quizzes(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if not site.quizzes:
        return
    across = [quiz for quiz in site.quizzes.values() if not quiz.model.chapter]
    rendering.page("quizzes/index.md", "quizzes.html", words("Quizzes"), across=across)
    for quiz in site.quizzes.values():
        _quiz(rendering, quiz)


def _quiz(rendering: Rendering, quiz: SiteQuiz) -> None:
    site = rendering.site
    form = f"forms/{quiz.id}.html"
    rendering.page(
        quiz.target.page,
        "quiz.html",
        quiz.model.title,
        meta={"description": quiz.model.summary, "template": "quiz.html", "form": form, "hide": ["toc"]},
        quiz=quiz,
        chapter=next((chapter for chapter in site.chapters if chapter.id == quiz.model.chapter), None),
        taxonomy=site.taxonomies.get(quiz.model.taxonomy or ""),
    )
    objectives = {item.model.objective: (item.model.objective, item.objective.text, item.section) for item in quiz.items}
    items_of = {id: [item.id for item in quiz.items if item.model.objective == id] for id in objectives}
    reading = rendering.reading(quiz.target.page)
    onward = link(quiz.target.page, _after(rendering, quiz))
    html = rendering.fill("form.html", reading, quiz=quiz, onward=onward, objectives=list(objectives.values()), items_of=items_of)
    rendering.tree.add(f"overrides/{form}", html.replace("{", "&#123;"))  # MkDocs reads the form as a template


def _after(rendering: Rendering, quiz: SiteQuiz) -> str:
    """The page to go on with: the next chapter after a chapter's quiz, else the outline."""
    chapters = rendering.site.chapters
    number = next((chapter.number for chapter in chapters if chapter.id == quiz.model.chapter), len(chapters))
    return chapters[number].target.page if number < len(chapters) else "learn/index.md"
