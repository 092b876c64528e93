"""Pages: templates filled from the site, as Markdown files for MkDocs.

A page is HTML blocks between Markdown headings: MkDocs makes its table of
contents and its search index from the headings, and nothing of ours passes
through Python-Markdown's rules.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from html import escape
from importlib import resources
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FunctionLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from ..diagnostics import Place, Problem, SourceProblems
from ..link.site import Site, Target
from ..words import Words
from .documents.papers import Paper
from .glosses import Glosses, glosses
from .markdown import Heading, Reading, as_heading, block, inline, parts, plain
from .output import OutputTree
from .questions import question
from .urls import link, relative

PAGES = "pages/"
OWN_PAGES = "site_overrides/pages/"


class Rendering:
    """One run: the site, the tree it is rendered into, the documents of its roles, and what every renderer shares."""

    def __init__(self, site: Site, tree: OutputTree, papers: Mapping[str, Sequence[Paper]]) -> None:
        self.site = site
        self.tree = tree
        self.papers = papers
        self.pictures = {paper.key: paper.path("png") for each in papers.values() for paper in each}
        self.pictured: set[str] = set()
        self.words = Words(site.course.language)
        self.glosses = _glosses(site)
        self.templates = _environment(_own_templates(site.overrides))

    def page(
        self, path: str, template: str, title: str, *, explain: bool = False, meta: Mapping[str, Any] | None = None, **values: Any
    ) -> None:
        """Add the page at `path`, such as `learn/risk/internal.md`.

        `explain` links glossary terms at first use; `meta` is front matter.
        """
        reading = self.reading(path, explain=explain)
        body = self.fill(template, reading, title=title, **values)
        front = {"title": title, **(meta or {})}
        front = {key: escape(value) if isinstance(value, str) else value for key, value in front.items()}  # Material shows it as it is
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
        self.tree.add(f"docs/{path}", "\n".join(["---", *lines, "---", as_heading(1, title), body.strip(), ""]))

    def reading(self, page: str, *, explain: bool = False) -> Reading:
        explained = self.glosses if explain else None
        return Reading(page, self.site.targets, explained, papers=self.pictures, pictured=self.pictured)

    def fill(self, template: str, reading: Reading, **values: Any) -> str:
        """A template's text with the functions that depend on the page."""
        ask = partial(question, reading=reading, words=self.words)
        try:
            return self.templates.get_template(template).render(**_functions(reading), _=self.words, site=self.site, question=ask, **values)
        except Exception as error:
            if (place := _place_in_own(error)) is None:
                raise
            raise SourceProblems([Problem("CW0606", place, {"problem": str(error)})]) from error


def _functions(reading: Reading) -> dict[str, Callable[..., Any]]:
    """What a template may call. `to` gives the address of a target, `at` of a staged page, `file` of any other file."""

    def to(target: Target) -> str:
        return link(reading.page, target.page, target.anchor)

    return {
        "to": to,
        "ref": lambda kind, id: to(reading.targets[f"{kind}:{id}"]),
        "at": lambda page, anchor="": link(reading.page, page, anchor),
        "file": lambda path: relative(reading.page, path),
        "md": partial(block, reading=reading),
        "line": partial(inline, reading=reading),
        "unmarked": plain,
        "flow": lambda text: [_flow(part) for part in parts(text, reading)],
        "heading": as_heading,
    }


def _flow(part: Heading | Markup) -> Markup:
    if isinstance(part, Heading):
        return as_heading(part.level, part.text, part.anchor)
    return Markup('\n<div class="cw-text">\n{}</div>\n').format(part)


def _glosses(site: Site) -> Glosses | None:
    names: dict[str, tuple[str, str]] = {}
    for term in site.terms.values():
        meaning = plain(term.definition)
        for name in (term.term, *term.aliases):
            names.setdefault(name, (term.id, meaning))
    return glosses(names)


def _own_templates(overrides: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    return tuple((name.removeprefix(PAGES), raw.decode()) for name, raw in sorted(overrides.items()) if name.startswith(PAGES))


@lru_cache(maxsize=4)
def _environment(own: tuple[tuple[str, str], ...]) -> Environment:
    """The course's own page templates first, then the engine's; kept while a server rebuilds."""
    mine = dict(own)
    return Environment(
        loader=FunctionLoader(lambda name: (mine[name], OWN_PAGES + name, None) if name in mine else _engine_template(name)),
        autoescape=True,
        bytecode_cache=FileSystemBytecodeCache(),  # compiled templates, in the user's temporary folder
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _place_in_own(error: Exception) -> Place | None:
    """Where a page template of the course is wrong, or None when the error is not in one."""
    if isinstance(error, TemplateSyntaxError) and error.filename and error.filename.startswith(OWN_PAGES):
        return Place(error.filename, error.lineno)
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(OWN_PAGES)]
    return Place(frames[-1].filename, frames[-1].lineno or 1) if frames else None


def _engine_template(name: str) -> str | None:
    file = resources.files("coursewright").joinpath("pages", name)
    return file.read_text("utf-8") if file.is_file() else None
