"""Pages: templates filled from the site, as Markdown files for MkDocs.

A page is HTML blocks between Markdown headings: MkDocs makes its table of
contents and its search index from the headings, and nothing of ours passes
through Python-Markdown's rules.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from functools import lru_cache, partial
from html import escape
from importlib import resources
from traceback import FrameSummary, extract_tb
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from ..diagnostics import Place, Problem
from ..diagnostics.printable import escaped
from ..errors import SourceProblems
from ..link.site import Site, Target
from ..model.markup import on_one_line
from ..model.settings import offline_of
from ..press.document import Document
from ..press.icon import Icon, icon_png
from ..press.press import Memory, Press
from ..words import Language, Words
from .code import code_of
from .compiled import CompiledTemplates
from .glosses import Glosses, glosses
from .markdown import PageHeading, Reading, as_heading, block, inline, parts, picture_path, unmarked
from .output import OutputTree
from .questions import questions
from .urls import ROOT, link

PAGES = "pages/"
OWN_PAGES = "site_overrides/pages/"
EVERYWHERE = "<cw-search>"
"""What the theme has on every page."""
REPORTING = "<cw-xapi>"
"""And of a course that can tell an employer what was learnt."""


class Rendering:
    """One run: the site, the tree it is rendered into, the press, and what every renderer shares."""

    def __init__(self, site: Site, press: Press | None = None, compiled: Memory | None = None) -> None:
        self.site = site
        self.tree = OutputTree()
        self._press = press
        self._ordered: dict[str, Document] = {}
        self._pictured: set[str] = set()
        self.bodies: dict[str, tuple[str, str]] = {}
        """The title and the body of every page so far."""
        self.preloads: dict[str, list[str]] = {}
        """Addresses of modules by what a page says it needs."""
        self.language = Language(site.course.language)
        self.words = Words(site.course.language)
        self.code = code_of(site, self.words, compiled)
        self.glosses = _glosses(site)
        own = _own_templates(site.overrides)
        self._own_templates = [name for name, _ in own]
        self.templates = _environment(own)
        self.templates.bytecode_cache = CompiledTemplates(compiled)

    def page(
        self,
        path: str,
        template: str,
        title: str,
        *,
        explain: bool = False,
        meta: Mapping[str, Any] | None = None,
        included: str = "",
        **values: Any,
    ) -> None:
        """Add the page at `path`, such as `learn/risk/internal.md`.

        `explain` links glossary terms at first use; `meta` is front matter; `included` is HTML
        that the theme adds to the page.
        """
        reading = self.reading(path, explain=explain)
        body = self.fill(template, reading, title=title, **values)
        self.bodies[path] = title, body
        front = {"title": title, "template": "page.html", "code": self._code(body + included), **(meta or {})}
        front = {
            key: escape(value) if isinstance(value, str) else value for key, value in front.items()
        }  # Material shows it as it is
        lines = [f"{key}: {escaped(json.dumps(value, ensure_ascii=False))}" for key, value in front.items()]
        self.tree.add(
            f"docs/{path}", "\n".join(["---", *lines, "---", as_heading(1, title), body.strip(), ""])
        )

    def _code(self, html: str) -> str:
        """The name under which the configuration lists the modules of a page with this HTML."""
        reporting = REPORTING if self.site.course.xapi else ""
        entries = self.code.entries(EVERYWHERE + reporting + html)
        name = " ".join(entries)
        if name not in self.preloads:
            self.preloads[name] = self.code.needed_by(entries)
        return name

    def order(self, key: str, document: Document, stem: str, *endings: str) -> list[Future[bytes]]:
        """Have a document printed as `<stem>.<ending>`; a text may show its first page by its `key`.

        Without a press nothing is printed and nothing comes back.
        """
        self._ordered[key] = document
        orders = self._press.order(document, *endings) if self._press else []
        for ending, content in zip(endings, orders, strict=bool(orders)):
            self.tree.promise(f"docs/{stem}.{ending}", content)
        return orders

    def bind(self, path: str, make: Callable[[], bytes]) -> None:
        """A file at `path` that is made of documents; `make` may wait for them."""
        if self._press:
            self.tree.promise(f"docs/{path}", self._press.bind(make))

    def draw(self, path: str, icon: Icon) -> None:
        """Have an icon drawn to `path`. Without a press nothing is drawn."""
        if self._press:
            said = repr(icon).encode(errors="backslashreplace")
            self.tree.promise(f"docs/{path}", self._press.picture(said, partial(icon_png, icon)))

    def finish(self) -> None:
        """Order the pictures that texts show; no document can be ordered after them."""
        if self._press is None:
            return
        for key in sorted(self._pictured):
            (content,) = self._press.order(self._ordered[key], "png")
            self.tree.promise(f"docs/{picture_path(key)}", content)
        self._press.close()

    def reading(self, page: str, *, explain: bool = False) -> Reading:
        explained = self.glosses if explain else None
        return Reading(page, self.site.targets, explained, pictured=self._pictured, media=self.site.media)

    def fill(self, template: str, reading: Reading, **values: Any) -> str:
        """A template's text with the functions that depend on the page."""
        ask = partial(questions, reading=reading, words=self.words)
        try:
            return self.templates.get_template(template).render(
                **_functions(reading),
                _=self.words,
                plural=self.words.plural,
                site=self.site,
                english="" if self.language.subtags[0] == "en" else "en",
                questions=ask,
                is_kept=offline_of(self.site.config),
                **values,
            )
        except Exception as error:
            if (place := _place_in_own(error, self._own_templates)) is None:
                raise
            raise SourceProblems([Problem("CW0606", place, {"problem": str(error)})]) from error


def _functions(reading: Reading) -> dict[str, Callable[..., Any]]:
    """What a template may call: `to` addresses a target, `at` a staged page, `file` any other file."""

    def to(target: Target) -> str:
        return link(reading.page, target.page, target.anchor)

    return {
        "to": to,
        "ref": lambda kind, id: to(reading.targets[f"{kind}:{id}"]),
        "at": lambda page, anchor="": link(reading.page, page, anchor),
        "file": lambda path: ROOT + path,
        "md": partial(block, reading=reading),
        "line": partial(inline, reading=reading),
        "unmarked": unmarked,
        "on_one_line": on_one_line,
        "flow": lambda text: [_flow(part) for part in parts(text, reading)],
        "heading": as_heading,
    }


def _flow(part: PageHeading | Markup) -> Markup:
    if isinstance(part, PageHeading):
        return as_heading(part.level, part.text, part.anchor)
    return Markup('\n<div class="cw-text">\n{}</div>\n').format(part)


def _glosses(site: Site) -> Glosses | None:
    names: dict[str, tuple[str, str]] = {}
    for term in site.terms.values():
        meaning = unmarked(term.definition)
        for name in (term.term, *term.aliases):
            names.setdefault(name, (term.id, meaning))
    return glosses(names)


def _own_templates(overrides: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.removeprefix(PAGES), raw.decode())
        for name, raw in sorted(overrides.items())
        if name.startswith(PAGES)
    )


@lru_cache(maxsize=4)
def _environment(own: tuple[tuple[str, str], ...]) -> Environment:
    """The course's own page templates first, then the engine's; kept while a server rebuilds."""
    mine = dict(own)
    return Environment(
        loader=FunctionLoader(
            lambda name: (mine[name], OWN_PAGES + name, None) if name in mine else _engine_template(name)
        ),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _place_in_own(error: Exception, own: Sequence[str]) -> Place | None:
    """Where a page template of the course is wrong, or None when the error is not in one."""
    if isinstance(error, TemplateSyntaxError) and error.filename and error.filename.startswith(OWN_PAGES):
        return Place(error.filename, error.lineno)
    frames = extract_tb(error.__traceback__)
    if mine := [frame for frame in frames if frame.filename.startswith(OWN_PAGES)]:
        return Place(mine[-1].filename, mine[-1].lineno or 1)
    return next((Place(OWN_PAGES + name) for name in own if _is_used(name, frames)), None)


def _is_used(name: str, frames: Iterable[FrameSummary]) -> bool:
    """Whether a template of ours that failed takes something from the one of this name."""
    failed = {frame.filename.removeprefix(PAGES) for frame in frames if frame.filename.startswith(PAGES)}
    return any(name in (_engine_source(template) or "") for template in failed)


def _engine_template(name: str) -> tuple[str, str, None] | None:
    source = _engine_source(name)
    return None if source is None else (source, PAGES + name, None)


def _engine_source(name: str) -> str | None:
    file = resources.files("coursewright").joinpath("pages", name)
    return file.read_text("utf-8") if file.is_file() else None
