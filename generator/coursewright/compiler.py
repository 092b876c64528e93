"""The passes one after another: load → validate → link → render."""

from dataclasses import dataclass
from pathlib import Path

from .diagnostics import Problem, errors_in, in_order
from .errors import SourceProblems
from .link import Site, link_site
from .load import load_tree
from .press.memory import FolderMemory
from .press.press import Press
from .render import (
    OutputTree,
    Renderer,
    competencies,
    glossary,
    guides,
    learning,
    quizzes,
    render_site,
    taxonomies,
    toolkits,
)
from .roles import library
from .validate import validate_tree

WORK = ".coursewright"
"""The folder below a course's for what can be made again."""

RENDERERS: tuple[Renderer, ...] = (
    learning,
    quizzes,
    taxonomies,
    competencies,
    toolkits,
    glossary,
    library,
    guides,
)
"""In the order of the navigation."""


@dataclass(frozen=True)
class Checked:
    """A course that links, and the warnings about it."""

    site: Site
    warnings: list[Problem]


def check_course(root: Path) -> Checked:
    """Load, validate and link the course at `root`.

    Raises SourceProblems with everything that is wrong.
    """
    sources, problems = validate_tree(load_tree(root))
    site = link_site(sources, problems)
    if site is None or errors_in(problems):
        raise SourceProblems(problems, sources.course.model.language if sources.course else None)
    return Checked(site, in_order(problems))


def compile_course(root: Path, *, documents: bool = False) -> tuple[Checked, OutputTree]:
    """The course at `root` as a tree of files, with its documents if asked for.

    Documents are still being printed when this returns. Nothing is written but
    what was printed, to be remembered.
    """
    checked = check_course(root)
    press = Press(FolderMemory(root / WORK / "documents")) if documents else None
    return checked, render_site(checked.site, RENDERERS, press)
