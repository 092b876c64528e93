"""Files that pages load: browser modules with their words, styles, tokens, the catalogue, the theme, schemas."""

import json
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from ..link.site import SiteQuiz
from ..styles.tokens import tokens_css
from .rendering import Rendering
from .urls import url_of

ASSETS = "docs/assets/coursewright"


def render_assets(rendering: Rendering) -> None:
    package = resources.files("coursewright")
    for path, file in _modules(package.joinpath("browser")):
        if path != "words.mjs":
            rendering.tree.add(f"{ASSETS}/{path}", file.read_bytes())
    styles = "".join(file.read_text("utf-8") for file in _files(package.joinpath("styles"), ".css"))
    rendering.tree.add(f"{ASSETS}/coursewright.css", styles)
    for file in _files(package.joinpath("theme"), ".html"):
        rendering.tree.add(f"overrides/{file.name}", file.read_bytes())
    rendering.tree.add(f"{ASSETS}/words.mjs", _words(rendering, package))
    rendering.tree.add(f"{ASSETS}/tokens.css", tokens_css(rendering.site.tokens, rendering.site.course.title))
    rendering.tree.add(
        f"{ASSETS}/catalogue.json",
        json.dumps(_catalogue(rendering), ensure_ascii=False, separators=(",", ":")),
    )


def _files(folder: Traversable, ending: str) -> list[Traversable]:
    return sorted(
        (file for file in folder.iterdir() if file.name.endswith(ending)), key=lambda file: file.name
    )


def _modules(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """Modules with their paths below the folder."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _modules(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(".mjs"):
            yield f"{path}{entry.name}", entry


def _words(rendering: Rendering, package: Traversable) -> str:
    """The browser's words in the course's language, as a module."""
    sources = json.loads(package.joinpath("browser", "words.json").read_text("utf-8"))
    words = {key: rendering.words(source) for key, source in sources.items()}
    return f"export default {json.dumps(words, ensure_ascii=False, indent=1)};\n"


def _catalogue(rendering: Rendering) -> dict[str, object]:
    """What the course holds, for the learner's progress; no options and no keys."""
    site = rendering.site
    asked: dict[str, dict[str, int]] = {chapter.id: {} for chapter in site.chapters}
    for item in site.items.values():
        if item.id in site.coverage.quizzes_of_item:
            asked[item.section.chapter][item.id] = item.model.edition
    chapters = [
        {
            "id": chapter.id,
            "number": chapter.number,
            "title": chapter.model.title,
            "url": url_of(chapter.target.page),
            "sections": [
                {"id": section.id, "title": section.model.title, "url": url_of(section.target.page)}
                for section in chapter.sections
            ],
            "items": list(asked[chapter.id].items()),
            "quizzes": [_listed(quiz) for quiz in site.quizzes_of_chapter(chapter.id)],
        }
        for chapter in site.chapters
    ]
    across = [_listed(quiz) for quiz in site.quizzes.values() if not quiz.model.chapter]
    return {"chapters": chapters, "quizzes": across}


def _listed(quiz: SiteQuiz) -> dict[str, object]:
    return {"id": quiz.id, "title": quiz.model.title, "url": url_of(quiz.target.page), "cut": quiz.model.cut}
