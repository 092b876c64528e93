"""What an exam's blueprint wants each objective to have, and the objectives that have less."""

from collections.abc import Iterator

from ..diagnostics import Problem
from ..model.blueprint import Blueprint
from ..model.kinds import EXAM, SECTION
from ..validate.sources import Loaded, Sources
from .site import Site


def minimum_problems(sources: Sources, site: Site) -> Iterator[Problem]:
    """Errors at objectives that have fewer items than an exam of their chapter wants."""
    for id, loaded in sources.all(EXAM).items():
        if loaded.model.minimum is not None:
            yield from _short(sources, site, id, loaded)


def _short(sources: Sources, site: Site, exam: str, loaded: Loaded[Blueprint]) -> Iterator[Problem]:
    chapters, minimum = loaded.model.chapters, loaded.model.minimum
    sections = (each for each in site.sections if not chapters or each.chapter in chapters)
    for section in sections:
        file = sources.all(SECTION)[section.id].file
        for at, objective in enumerate(section.model.objectives):
            id = f"{section.id}/{objective.id}"
            stock = site.coverage.stock_of_objective[id]
            for code, use in (("CW1130", "practice"), ("CW1131", "reserved")):
                found, wanted = getattr(stock, use), getattr(minimum, use)
                if found < wanted:
                    place = loaded.file.place(("minimum", use))
                    where = f"{place.file}:{place.line}"
                    values = {"id": id, "found": found, "wanted": wanted, "exam": exam, "where": where}
                    yield Problem(code, file.place(("objectives", at, "id")), values)
