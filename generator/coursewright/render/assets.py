"""Files that pages load: the code, the catalogue, the theme."""

import json
from importlib import resources

from ..link.site import SiteQuiz, SiteSection
from .code import ASSETS, DOCS, files_below
from .rendering import Rendering
from .urls import url_of


def render_assets(rendering: Rendering) -> None:
    code = rendering.code
    for path, content in code.files.items():
        rendering.tree.add(DOCS + code.address(path), content)
    for path, file in files_below(resources.files("coursewright").joinpath("theme")):
        if path.endswith(".html"):
            rendering.tree.add(f"overrides/{path}", file.read_bytes())
    catalogue = json.dumps(_catalogue(rendering), ensure_ascii=False, separators=(",", ":"))
    rendering.tree.add(f"{ASSETS}/catalogue.json", catalogue)


def _catalogue(rendering: Rendering) -> dict[str, object]:
    """What the course holds, for the learner's progress; no questions."""
    site = rendering.site
    chapters = [
        {
            "id": chapter.id,
            "number": chapter.number,
            "title": chapter.model.title,
            "url": url_of(chapter.target.page),
            "sections": [_section(section) for section in chapter.sections],
            "quizzes": [_listed(quiz) for quiz in site.quizzes_of_chapter(chapter.id)],
        }
        for chapter in site.chapters
    ]
    across = [_listed(quiz) for quiz in site.quizzes.values() if not quiz.model.chapter]
    exams = [
        {"id": exam.id, "title": exam.model.title, "cut": exam.model.cut} for exam in site.exams.values()
    ]
    return {"chapters": chapters, "quizzes": across, "exams": exams}


def _section(section: SiteSection) -> dict[str, object]:
    title, url = section.model.title, url_of(section.target.page)
    return {"id": section.id, "title": title, "url": url, "minutes": section.minutes}


def _listed(quiz: SiteQuiz) -> dict[str, object]:
    title, url = quiz.model.title, url_of(quiz.target.page)
    listed: dict[str, object] = {"id": quiz.id, "title": title, "url": url, "cut": quiz.model.cut}
    listed["questions"] = len(quiz.items)
    return {**listed, "raised": quiz.raised} if quiz.raised else listed
