"""For trainers: the items for practice as tables, a page a chapter, and what of the course they cover.

Neither options nor keys are on them. Of what is reserved for exams there are only numbers.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..link.site import Site, SiteChapter, SiteItem
from ..model.chapter import LEVEL_NAMES
from ..model.items.types import TYPE_NAMES
from ..words import Words
from .renderer import Entry, entry, group
from .rendering import Rendering

PAGE = "guides/bank.md"
WIDE = {"hide": ["navigation", "toc"]}
_LINK = re.compile(r"</?a\b[^>]*>")


@dataclass(frozen=True)
class Count:
    """How many items for practice there are of each level, and how many for exams."""

    levels: Mapping[str, int]
    reserved: int

    @property
    def practice(self) -> int:
        return sum(self.levels.values())


def render_bank(rendering: Rendering) -> None:
    site = rendering.site
    if not site.items:
        return
    shared: dict[str, Any] = {"levels": level_names(rendering.words), "counts": _counts(site)}
    title = rendering.words("Item bank")
    rendering.page(PAGE, "bank.html", title, meta=WIDE, summed=summed, page_of=page_of, **shared)
    for chapter in site.chapters:
        _chapter(rendering, chapter, shared)


def bank_nav(rendering: Rendering) -> list[Entry]:
    words, site = rendering.words, rendering.site
    if not site.items:
        return []
    pages = (entry(f"{each.number} {each.model.title}", page_of(each)) for each in site.chapters)
    return [group(words("Item bank"), PAGE, pages)]


def page_of(chapter: SiteChapter) -> str:
    return f"guides/bank/{chapter.id}.md"


def level_names(words: Words) -> dict[str, str]:
    """The levels in their order."""
    return {level: words(name) for level, name in LEVEL_NAMES.items()}


def summed(counts: Mapping[str, Count], chapter: str) -> Count:
    """What all objectives of a chapter have."""
    own = [count for objective, count in counts.items() if objective.startswith(f"{chapter}/")]
    levels = {level: sum(count.levels[level] for count in own) for level in LEVEL_NAMES}
    return Count(levels, sum(count.reserved for count in own))


def _chapter(rendering: Rendering, chapter: SiteChapter, shared: Mapping[str, Any]) -> None:
    coverage = rendering.site.coverage
    sections = (coverage.items_of_section.get(section.id, ()) for section in chapter.sections)
    items = [item for listed in sections for item in listed]
    quizzes = coverage.quizzes_of_item
    rendering.page(
        page_of(chapter),
        "bankchapter.html",
        rendering.words("Items: {title}").format(title=chapter.model.title),
        meta=WIDE,
        index=PAGE,
        chapter=chapter,
        items=items,
        types=_types(items, rendering.words),
        type_of=type_of,
        unlinked=unlinked,
        asked_in={item.id: [quiz.model.title for quiz in quizzes.get(item.id, ())] for item in items},
        **shared,
    )


def type_of(item: SiteItem) -> str:
    """As it is written in a bank."""
    return str(item.model.__dict__["type"])


def unlinked(html: Markup) -> Markup:
    """HTML without its links: a filter looks in a row's first link for a text, if it has one."""
    return Markup(_LINK.sub("", html))  # noqa: S704 - it was safe with them


def _types(items: Iterable[SiteItem], words: Words) -> dict[str, str]:
    """The names of the types that there are, in the order of all types."""
    there = {type_of(item) for item in items}
    return {type: words(name) for type, name in TYPE_NAMES.items() if type in there}


def _counts(site: Site) -> dict[str, Count]:
    """Every objective's, in the order of the course."""
    listed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in site.items.values():
        listed[item.model.objective][item.model.level] += 1
    reserved = site.coverage.reserved_of_objective
    ids = (f"{section.id}/{each.id}" for section in site.sections for each in section.model.objectives)
    return {id: Count({level: listed[id][level] for level in LEVEL_NAMES}, reserved.get(id, 0)) for id in ids}
