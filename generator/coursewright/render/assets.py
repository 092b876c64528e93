"""Files that pages load: browser modules with their words, styles, tokens, the catalogue, the theme."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

from ..link.site import SiteQuiz
from ..styles.tokens import tokens_css
from ..words import Words
from .rendering import Rendering
from .stripped import stripped_module, stripped_style
from .urls import url_of

DOCS = "docs/"
ASSETS = f"{DOCS}assets/coursewright"
WORDS = "words.json"


@dataclass(frozen=True)
class Code:
    """Modules and styles as they are sent, by their path below `folder`.

    The folder is named after what is in it: a module that a browser has kept of
    another build never meets one of this.
    """

    folder: str
    files: Mapping[str, bytes]

    def address(self, path: str) -> str:
        """From the root of the site."""
        return f"{self.folder}/{path}"


def render_assets(rendering: Rendering) -> None:
    code = code_of(rendering)
    for path, content in code.files.items():
        rendering.tree.add(DOCS + code.address(path), content)
    for path, file in _files(resources.files("coursewright").joinpath("theme")):
        if path.endswith(".html"):
            rendering.tree.add(f"overrides/{path}", file.read_bytes())
    catalogue = json.dumps(_catalogue(rendering), ensure_ascii=False, separators=(",", ":"))
    rendering.tree.add(f"{ASSETS}/catalogue.json", catalogue)


def code_of(rendering: Rendering) -> Code:
    files = {
        **_engine_code(),
        **dict(_words(rendering.words)),
        "tokens.css": tokens_css(rendering.site.tokens, rendering.site.course.title).encode(),
    }
    return Code(f"{ASSETS.removeprefix(DOCS)}/{_digest(files)}", files)


def _digest(files: Mapping[str, bytes]) -> str:
    digest = sha256()
    for path, content in files.items():
        digest.update(f"{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:12]


@cache
def _engine_code() -> Mapping[str, bytes]:
    """What is the same in every course."""
    package = resources.files("coursewright")
    modules = {
        path: file.read_text("utf-8")
        for path, file in _files(package.joinpath("browser"))
        if path.endswith(".mjs")
    }
    styles = "".join(
        file.read_text("utf-8") for path, file in _files(package.joinpath("styles")) if path.endswith(".css")
    )
    stripped = {path: stripped_module(text).encode() for path, text in modules.items()}
    return {**stripped, "coursewright.css": stripped_style(styles).encode()}


def _words(words: Words) -> Iterator[tuple[str, bytes]]:
    """What each folder of the browser says in the course's language, as modules."""
    for path, file in _files(resources.files("coursewright").joinpath("browser")):
        if path.endswith(WORDS):
            listed = json.loads(file.read_text("utf-8"))
            said = {key: _said(source, words) for key, source in listed.items()}
            module = f"export default {json.dumps(said, ensure_ascii=False, separators=(',', ':'))};\n"
            yield path.replace(".json", ".mjs"), module.encode()


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """Every file below a folder with its path from there."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry


def _said(source: str | dict[str, str], words: Words) -> str | dict[str, str]:
    """A word, or the forms of one that goes with a count."""
    return words(source) if isinstance(source, str) else words.plurals(source["one"], source["other"])


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
