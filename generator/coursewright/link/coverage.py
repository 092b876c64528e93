"""What teaches, tests and needs what; and where nothing does."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ..diagnostics import Problem
from ..model.chapter import CheckBlock
from ..validate.sources import Sources
from .definitions import Definitions
from .site import Coverage, SiteChapter


def gaps(sources: Sources, known: Definitions) -> Iterator[Problem]:
    """Warnings: objectives that nothing tests, items that nothing asks."""
    items = [item for item in known.items.things.values() if item.model.use == "practice"]
    tested = {item.model.objective for item in items}
    for id, loaded in sources.sections.items():
        for at, objective in enumerate(loaded.model.objectives):
            if f"{id}/{objective.id}" not in tested:
                yield Problem(
                    "CW0406", loaded.file.place(("objectives", at, "id")), {"id": f"{id}/{objective.id}"}
                )
    asked = {item.id for quiz in known.quizzes.things.values() for item in quiz.items}
    for section in sources.sections.values():
        asked.update(
            id for block in section.model.body if isinstance(block, CheckBlock) for id in block.check
        )
    for bank in sources.banks.values():
        for at, item in enumerate(bank.model.items):
            if item.id not in asked and item.use == "practice":
                yield Problem("CW0407", bank.file.place(("items", at, "id")), {"id": item.id})


def coverage(known: Definitions, chapters: list[SiteChapter]) -> Coverage:
    items = [item for item in known.items.things.values() if item.model.use == "practice"]
    roles = list(known.roles.things.values())
    sections = [section for chapter in chapters for section in chapter.sections]
    toolkits = known.toolkits.things.values()
    return Coverage(
        items_of_node=_grouped((node, item) for item in items for node in item.model.nodes),
        quizzes_of_item=_grouped(
            (item.id, quiz) for quiz in known.quizzes.things.values() for item in quiz.items
        ),
        items_of_section=_grouped((item.section.id, item) for item in items),
        sections_of_competency=_grouped(
            (id, section) for section in sections for id in section.model.competencies
        ),
        items_of_competency=_grouped((id, item) for item in items for id in item.model.competencies),
        roles_of_competency=_grouped(
            (needed.competency, role) for role in roles for needed in role.model.competencies
        ),
        roles_of_chapter=_grouped(
            (training.chapter, role) for role in roles for training in role.model.training
        ),
        reports_of_role=_grouped((role.model.reports_to or "", role) for role in roles),
        origins_of_role=_grouped((id, role) for role in roles for id in role.model.career),
        toolkits_of_section=_grouped(
            (section, toolkit) for toolkit in toolkits for section in toolkit.model.sections
        ),
    )


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
