"""For trainers: what became of every topic and of every objective, and how many items test it.

Items for practice are named; of what is reserved for exams there are only numbers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..link.site import Site, SiteChapter, SiteItem, SiteSection, Stock
from ..model.chapter import Objective
from ..model.topics import Topic
from .bank import WIDE, page_of
from .renderer import Entry, entry
from .rendering import Rendering

PAGE = "guides/coverage.md"


@dataclass(frozen=True)
class Aim:
    """An objective with what teaches and tests it."""

    section: SiteSection
    model: Objective
    items: Sequence[SiteItem]
    stock: Stock

    @property
    def id(self) -> str:
        return f"{self.section.id}/{self.model.id}"


@dataclass(frozen=True)
class Covered:
    """A topic with the objectives of the sections that teach it."""

    model: Topic
    sections: tuple[SiteSection, ...]
    aims: Sequence[Aim]


def render_coverage(rendering: Rendering) -> None:
    site = rendering.site
    aims = _aims(site)
    topics, beside = _topics(site, aims)
    rendering.page(
        PAGE,
        "coverage.html",
        rendering.words("Coverage of the course"),
        meta=WIDE,
        aims=aims,
        topics=topics,
        beside=beside,
        total=total,
        page_of=page_of,
    )


def coverage_nav(rendering: Rendering) -> list[Entry]:
    return [entry(rendering.words("Coverage of the course"), PAGE)]


def total(aims: Iterable[Aim]) -> Stock:
    """What some objectives have together."""
    stocks = [aim.stock for aim in aims]
    return Stock(sum(stock.practice for stock in stocks), sum(stock.reserved for stock in stocks))


def _aims(site: Site) -> dict[str, list[Aim]]:
    """The objectives of every chapter by its id."""
    tested: defaultdict[str, list[SiteItem]] = defaultdict(list)
    for item in site.items.values():
        tested[item.model.objective].append(item)
    return {chapter.id: list(_aims_of(site, chapter, tested)) for chapter in site.chapters}


def _aims_of(site: Site, chapter: SiteChapter, tested: Mapping[str, list[SiteItem]]) -> Iterator[Aim]:
    for section in chapter.sections:
        for objective in section.model.objectives:
            id = f"{section.id}/{objective.id}"
            yield Aim(section, objective, tested.get(id, ()), site.coverage.stock_of_objective[id])


def _topics(site: Site, aims: dict[str, list[Aim]]) -> tuple[dict[str, list[Covered]], list[Covered]]:
    """The topics by the chapter that teaches each first, and those that no section teaches."""
    sections = {section.id: section for section in site.sections}
    of_section: defaultdict[str, list[Aim]] = defaultdict(list)
    for aim in (aim for listed in aims.values() for aim in listed):
        of_section[aim.section.id].append(aim)
    taught: defaultdict[str, list[Covered]] = defaultdict(list)
    beside: list[Covered] = []
    for topic in site.topics:
        own = tuple(sections[id] for id in dict.fromkeys(topic.sections))
        found = Covered(topic, own, [aim for section in own for aim in of_section[section.id]])
        (taught[own[0].chapter] if own else beside).append(found)
    return taught, beside
