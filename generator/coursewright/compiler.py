"""The passes one after another: load → validate → translate → link → render."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .credentials import publication
from .diagnostics import Problem, in_order
from .errors import SourceProblems
from .link import Site, link_site
from .link.anchors import anchor_problems
from .link.vault import Vault
from .load import load_tree
from .load.source_file import read_source
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
    verify,
)
from .roles import library
from .translate import catalogs, translate
from .validate import Sources, validate_tree

WORK = ".coursewright"
"""The folder below a course's for what can be made again."""

DOCUMENTS, TEMPLATES = "documents", "templates"
"""In it: what was printed, and what was compiled."""

RENDERERS: tuple[Renderer, ...] = (
    learning,
    quizzes,
    taxonomies,
    competencies,
    toolkits,
    glossary,
    library,
    guides,
    verify,
    publication,
)
"""In the order of the navigation."""


@dataclass(frozen=True)
class Checked:
    """A course that links, what of it is reserved for exams, its sources untranslated, and the warnings."""

    site: Site
    vault: Vault
    sources: Sources
    warnings: list[Problem]


def check_course(root: Path, language: str | None = None) -> Checked:
    """Load, validate and link the course at `root`, in another language than its own if one is given.

    Raises SourceProblems with everything that is wrong.
    """
    return _checked(root, language)[0]


def _checked(root: Path, language: str | None) -> tuple[Checked, Sources]:
    tree = load_tree(root)
    sources = validate_tree(tree)
    if tree.has_gaps:
        raise SourceProblems([*tree.problems, *sources.problems], sources.language)
    files = catalogs(tree)
    translated = translate(sources, files, language)
    linking = link_site(translated, sources, files.values())
    problems = [*tree.problems, *sources.problems, *translated.problems, *linking.problems]
    if linking.linked is None:
        raise SourceProblems(problems, sources.language)
    return Checked(linking.linked.site, linking.linked.vault, sources, in_order(problems)), translated


def problems_with(root: Path, file: str, text: str) -> list[Problem]:
    """Everything that would be wrong with the course at `root` if one of its files said `text`."""
    return problems_after(root, {file: text})


def problems_after(
    root: Path, texts: Mapping[str, str], media: Mapping[str, bytes] | None = None
) -> list[Problem]:
    """Everything that would be wrong with the course at `root` if some files, by path, said `texts`.

    `media` are further files to show, by name.
    """
    tree = load_tree(root)
    tree.media.update(media or {})
    for file, text in texts.items():
        tree.files[file] = read_source(file, text.encode())
    sources = validate_tree(tree)
    linking = link_site(sources, catalogs=catalogs(tree).values())
    return in_order([*tree.problems, *sources.problems, *linking.problems])


def compile_course(
    root: Path, language: str | None = None, *, documents: bool = False
) -> tuple[Checked, OutputTree]:
    """The course at `root` as a tree of files, with its documents if asked for.

    Documents are still being printed when this returns. Nothing is written but what
    can be made again, to be remembered: without documents only where there is a folder for it.
    """
    checked, sources = _checked(root, language)
    work = root / WORK
    memory = FolderMemory(work / DOCUMENTS / checked.site.course.language)
    press = Press(memory) if documents else None
    compiled = FolderMemory(work / TEMPLATES) if documents or work.is_dir() else None
    tree = render_site(checked.site, RENDERERS, press, compiled)
    return replace(checked, warnings=in_order([*checked.warnings, *_astray(sources, checked, tree)])), tree


def _astray(sources: Sources, checked: Checked, tree: OutputTree) -> Iterator[Problem]:
    pages = {path.removeprefix("docs/"): raw for path, raw in tree.pages.items() if path.endswith(".md")}
    return anchor_problems(sources, checked.site.targets, pages)
