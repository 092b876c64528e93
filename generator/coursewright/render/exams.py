"""Exams: a page that says what each examines, and below it one to rehearse it.

The mock exam is drawn in the browser (`browser/exam/`) from a file of what may be drawn. That has
neither questions nor keys: they are fetched from the pages that ask them.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..link.site import Site, SiteExam, Target
from ..model.blueprint import Demand
from ..model.items.types import TYPE_NAMES
from ..words import Words
from .bank import level_names
from .code import ASSETS, DOCS
from .markdown import unmarked
from .pool import pool
from .renderer import Entry, entry, group
from .rendering import Rendering
from .review import asked_on

KINDS = ("chapter", "objective", "competency", "level", "type")
"""What a demand may be about."""


@dataclass(frozen=True)
class Row:
    """A demand as people read it: what it is about, with where that is shown, and how many items."""

    about: list[tuple[str, Target | None]]
    count: str


def render(rendering: Rendering) -> None:
    pages = asked_on(rendering.site)
    for exam in rendering.site.exams.values():
        _exam(rendering, exam)
        if not exam.is_practised:
            continue
        _mock(rendering, exam)
        _sample(rendering, exam)
        data = json.dumps(pool(rendering.site, exam, pages), ensure_ascii=False, separators=(",", ":"))
        rendering.tree.add(f"{DOCS}{pool_of(exam)}", data)


def nav(rendering: Rendering) -> Iterator[Entry]:
    for exam in rendering.site.exams.values():
        if not exam.is_practised:
            yield entry(exam.model.title, exam.target.page)
            continue
        mock = entry(_mock_title(exam, rendering.words), mock_page(exam))
        sample = entry(_sample_title(exam, rendering.words), sample_page(exam))
        yield group(exam.model.title, exam.target.page, [mock, sample])


def mock_page(exam: SiteExam) -> str:
    return exam.target.page.replace(".md", "/mock.md")


def sample_page(exam: SiteExam) -> str:
    return exam.target.page.replace(".md", "/sample.md")


def pool_of(exam: SiteExam) -> str:
    """Where the site has what an exam may be drawn from."""
    return f"{ASSETS.removeprefix(DOCS)}/exam-{exam.id}.json"


def _mock_title(exam: SiteExam, words: Words) -> str:
    return words("Mock exam: {title}").format(title=exam.model.title)


def _sample_title(exam: SiteExam, words: Words) -> str:
    return words("Sample paper: {title}").format(title=exam.model.title)


def _exam(rendering: Rendering, exam: SiteExam) -> None:
    words, model = rendering.words, exam.model
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for demand in model.demands:
        groups[_kind(demand, words)].append(_row(rendering.site, demand, words))
    rendering.page(
        exam.target.page,
        "exam.html",
        model.title,
        meta={"description": model.summary},
        groups=groups,
        type_names=TYPE_NAMES,
        exam=exam,
        mock=mock_page(exam),
        sample=sample_page(exam),
    )


def _mock(rendering: Rendering, exam: SiteExam) -> None:
    rendering.page(
        mock_page(exam),
        "mock.html",
        _mock_title(exam, rendering.words),
        meta={"description": exam.model.summary, "hide": ["navigation", "toc"]},
        pool=pool_of(exam),
        exam=exam,
    )


def _sample(rendering: Rendering, exam: SiteExam) -> None:
    """One draw on paper, of items for practice; as those of a quiz its questions are not in the search."""
    page, name = sample_page(exam), f"questions/sample-{exam.id}.html"
    items = [item for at in exam.drawn for item in exam.units[at]]
    html = rendering.fill("samplequestions.html", rendering.reading(page), items=items)
    title = _sample_title(exam, rendering.words)
    meta = {"description": exam.model.summary, "questions": name, "hide": ["toc"]}
    rendering.page(page, "sample.html", title, meta=meta, included=html, exam=exam)
    rendering.tree.add(f"overrides/{name}", html.replace("{", "&#123;"))  # MkDocs reads it as a template


def _row(site: Site, demand: Demand, words: Words) -> Row:
    about: list[tuple[str, Target | None]] = []
    for kind, id in (("chapter", demand.chapter), ("competency", demand.competency)):
        if id:
            target = site.target(kind, id)
            about.append((target.title, target))
    if demand.objective:
        about.append(_objective(site, demand.objective))
    if demand.level:
        about.append((level_names(words)[demand.level], None))
    if demand.type:
        about.append((words(TYPE_NAMES[demand.type]), None))
    return Row(about, _count(demand, words))


def _points(demand: Demand, words: Words) -> str:
    least, most = demand.min_points or 0, demand.max_points
    if most is None:
        return words("at least {least} points").format(least=least)
    return words("{least} to {most} points").format(least=least, most=most)


def _kind(demand: Demand, words: Words) -> str:
    """What the demand is made by, as a heading."""
    names = (
        words("Chapter"),
        words("Objective"),
        words("Competency"),
        words("Cognitive level"),
        words("Type"),
    )
    said = [name for kind, name in zip(KINDS, names, strict=True) if getattr(demand, kind)]
    return words(", ").join(said)


def _objective(site: Site, ref: str) -> tuple[str, Target]:
    id, _, name = ref.rpartition("/")
    section = next(section for section in site.sections if section.id == id)
    texts = (unmarked(objective.text) for objective in section.model.objectives if objective.id == name)
    return next(texts), section.target


def _count(demand: Demand, words: Words) -> str:
    """How many items, or of the real exam how many points where no number of items is said."""
    if demand.items is None and demand.min is None and demand.max is None:
        return _points(demand, words)
    least, most = demand.least, demand.most
    if most == 0:
        return words("not examined")
    if most is None:
        return words("at least {least}").format(least=least)
    if not least:
        return words("at most {most}").format(most=most)
    return str(least) if least == most else words("{least} to {most}").format(least=least, most=most)
