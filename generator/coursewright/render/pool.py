"""What a mock exam may be drawn from, for the browser: ids and where things are, neither texts nor keys."""

from collections.abc import Mapping

from ..link.blueprints import fits, measured
from ..link.site import Site, SiteExam, SiteItem
from .urls import url_of


def pool(site: Site, exam: SiteExam, pages: Mapping[str, str]) -> dict[str, object]:
    """Lists refer to one another by place; `pages` has the staged page of every item.

    A unit is a list of items: id, edition, section, page, competencies, and the demands it counts for.
    """
    items = [item for unit in exam.units for item in unit]
    sections = {item.section.id: item.section for item in items}
    chapters = [
        chapter for chapter in site.chapters if any(chapter.id == each.chapter for each in sections.values())
    ]
    tested = {id for item in items for id in item.model.competencies}
    competencies = [id for id in site.competencies if id in tested]
    addresses = list(dict.fromkeys(pages[item.id] for item in items))
    numbers = [chapter.id for chapter in chapters]
    places = _Places(list(sections), addresses, competencies)
    return {
        "minutes": exam.model.minutes,
        "cut": exam.model.cut,
        "total": exam.model.items,
        "demands": [(demand.least, demand.most) for demand in exam.model.demands],
        "chapters": [(chapter.model.title, url_of(chapter.target.page)) for chapter in chapters],
        "sections": [
            (numbers.index(each.chapter), f"{each.number} {each.model.title}", url_of(each.target.page))
            for each in sections.values()
        ],
        "competencies": [_competency(site, id) for id in competencies],
        "pages": [url_of(page) for page in addresses],
        "units": [[places.listed(exam, item, pages[item.id]) for item in unit] for unit in exam.units],
        "drawn": exam.drawn,
    }


class _Places:
    """Where something stands in its list."""

    def __init__(self, *lists: list[str]) -> None:
        self._sections, self._pages, self._competencies = (
            {id: at for at, id in enumerate(each)} for each in lists
        )

    def listed(self, exam: SiteExam, item: SiteItem, page: str) -> tuple[object, ...]:
        return (
            item.id,
            item.model.edition,
            self._sections[item.section.id],
            self._pages[page],
            [self._competencies[id] for id in item.model.competencies],
            [at for at, demand in enumerate(exam.model.demands) if fits(demand, measured(item))],
        )


def _competency(site: Site, id: str) -> tuple[str, str]:
    target = site.target("competency", id)
    return target.title, f"{url_of(target.page)}#{target.anchor}"
