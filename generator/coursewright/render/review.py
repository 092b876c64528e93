"""Review: the page where what was answered comes back, and what it knows of the questions."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..link.site import Site, SiteItem
from ..model.chapter import CheckBlock
from ..model.markup import blocks, words_of
from ..model.walk import instances
from .code import ASSETS
from .markdown import unmarked
from .renderer import Entry, entry
from .rendering import Rendering
from .urls import url_of

PAGE = "quizzes/review.md"


def render(rendering: Rendering) -> None:
    if not rendering.site.quizzes:
        return
    rendering.page(PAGE, "review.html", rendering.words("Spaced review"), meta={"hide": ["toc"]})
    site = rendering.site
    rendering.tree.add(f"{ASSETS}/items.json", _json(_items(site)))
    # Apart, for only the list of mistakes has texts.
    rendering.tree.add(f"{ASSETS}/stems.json", _json({id: _line(site.items[id]) for id in asked_on(site)}))


def nav(rendering: Rendering) -> Iterator[Entry]:
    if rendering.site.quizzes:
        yield entry(rendering.words("Spaced review"), PAGE)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _line(item: SiteItem) -> str:
    """What a list calls a question: the first line of its stem, be it a paragraph, a cell or code."""
    texts = (words_of(token) if token.children else token.content for token in blocks(item.model.stem))
    return next((line.strip() for text in texts for line in text.splitlines() if line.strip()), item.id)


def _items(site: Site) -> dict[str, object]:
    """The page, objective and competencies of every item that is asked; neither texts nor answers."""
    pages = asked_on(site)
    items = [item for item in site.items.values() if item.id in pages]
    of_objective: defaultdict[str, list[SiteItem]] = defaultdict(list)
    for item in items:
        of_objective[item.model.objective].append(item)
    numbers = {chapter.id: chapter.number for chapter in site.chapters}
    objectives = {id: at for at, id in enumerate(of_objective)}
    addresses = list(dict.fromkeys(pages.values()))
    used = {id for item in items for id in item.model.competencies}
    competencies = [id for id in site.competencies if id in used]
    return {
        "pages": [url_of(page) for page in addresses],
        "objectives": [_objective(own, numbers) for own in of_objective.values()],
        "competencies": [(id, site.competencies[id].title) for id in competencies],
        "items": [
            (
                item.id,
                item.model.edition,
                objectives[item.model.objective],
                addresses.index(pages[item.id]),
                [competencies.index(id) for id in item.model.competencies],
            )
            for item in items
        ],
    }


def _objective(items: Sequence[SiteItem], numbers: Mapping[str, int]) -> tuple[str, str, int, list[str]]:
    """What its items test, the address of its section, the number of its chapter, its competencies."""
    section = items[0].section
    competencies = [*section.model.competencies, *(one for item in items for one in item.model.competencies)]
    text, url = unmarked(items[0].objective.text), url_of(section.target.page)
    return text, url, numbers[section.chapter], list(dict.fromkeys(competencies))


def asked_on(site: Site) -> dict[str, str]:
    """The staged page of every item that is asked: of a quiz, else of a section."""
    pages: dict[str, str] = {}
    for quiz in site.quizzes.values():
        for item in quiz.items:
            pages.setdefault(item.id, quiz.target.page)
    for section in site.sections:
        for _, block in instances(section.model, CheckBlock):
            for item in site.asked(block.check):
                pages.setdefault(item.id, section.target.page)
    return pages
