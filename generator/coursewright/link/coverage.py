"""What teaches, tests and needs what; and where nothing does."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from ..diagnostics import Place, Problem
from ..model.chapter import CheckBlock
from ..model.kinds import BANK, ROLE, SECTION, TOPICS
from ..model.medium import FOLDER
from ..model.toolkit import Toolkit
from ..model.walk import instances
from ..validate.sources import Sources
from .links import media_in
from .site import Coverage, Site, SiteFile, SiteItem, SiteQuiz, SiteRole, SiteSection, Stock
from .vault import ReservedItem


def gaps(sources: Sources, site: Site) -> Iterator[Problem]:
    """Warnings: objectives that nothing tests, items that nothing asks."""
    tested = {item.model.objective for item in site.items.values()}
    for id, section in sources.all(SECTION).items():
        for at, objective in enumerate(section.model.objectives):
            if f"{id}/{objective.id}" not in tested:
                place = section.file.place(("objectives", at, "id"))
                yield Problem("CW0406", place, {"id": f"{id}/{objective.id}"})
    yield from _astray(sources)
    yield from unused_media(sources)
    yield from _strangers(sources, site)
    asked = _asked(site)
    for bank in sources.all(BANK).values():
        for name, entries in (("items", bank.model.items), ("made", bank.model.made)):
            for at, entry in enumerate(entries):
                if entry.use == "practice" and entry.id not in asked:
                    yield Problem("CW0407", bank.file.place((name, at, "id")))


def _strangers(sources: Sources, site: Site) -> Iterator[Problem]:
    """Warnings: roles of nobody knows whom, where there are several employers."""
    if len(site.employers) > 1:
        employers = ", ".join(site.employers)
        for loaded in sources.all(ROLE).values():
            if not loaded.model.employer:
                yield Problem("CW0433", loaded.file.place(("title",)), {"employers": employers})


def _astray(sources: Sources) -> Iterator[Problem]:
    """Warnings: topics that went nowhere, and sections that claim one which is said to be elsewhere."""
    loaded = sources.one(TOPICS)
    if loaded is None:
        return
    for at, topic in enumerate(loaded.model.topics):
        if not topic.is_covered:
            values = {"id": topic.id, "title": topic.title}
            yield Problem("CW0434", loaded.file.place(("topics", at, "id")), values)
    taught = {topic.id: topic.sections for topic in loaded.model.topics}
    for id, section in sources.all(SECTION).items():
        for at, claimed in enumerate(section.model.topics):
            if id not in taught.get(claimed, ()):
                values = {"id": claimed, "section": id, "file": loaded.file.path}
                yield Problem("CW0435", section.file.place(("topics", at)), values)


def unused_media(sources: Sources) -> Iterator[Problem]:
    """Warnings: files that no text shows or links to."""
    if not sources.media:
        return
    used = {name for loaded in sources.files() for name in media_in(loaded.model)}
    for name, medium in sources.media.items():
        if name not in used:
            shown = {"picture": f"![…](picture:{name})", "attachment": ""}
            linked = {"picture": "", "attachment": f"[…](attachment:{name})"}
            values = {"name": name, **(shown if medium.is_picture else linked)}
            yield Problem("CW0515", Place(f"{FOLDER}{name}"), values)


def _asked(site: Site) -> set[str]:
    """The items and cases of quizzes and of checks in the text."""
    checks = (block for section in site.sections for _, block in instances(section.model, CheckBlock))
    quizzes = (quiz.model.items for quiz in site.quizzes.values())
    return {id for ids in (*(block.check for block in checks), *quizzes) for id in ids}


def coverage(
    items: Collection[SiteItem],
    quizzes: Collection[SiteQuiz],
    sections: Collection[SiteSection],
    roles: Collection[SiteRole],
    toolkits: Collection[SiteFile[Toolkit]],
    *,
    reserved: Collection[ReservedItem],
) -> Coverage:
    """`reserved` is only counted."""
    return Coverage(
        items_of_node=_grouped((node, item) for item in items for node in item.model.nodes),
        quizzes=tuple(quizzes),
        quizzes_of_item=_grouped((item.id, quiz) for quiz in quizzes for item in quiz.items),
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
        reserved_of_objective=Counter(item.model.objective for item in reserved),
        stock_of_objective=_stock(sections, items, reserved),
    )


def _stock(
    sections: Iterable[SiteSection], items: Iterable[SiteItem], reserved: Iterable[ReservedItem]
) -> dict[str, Stock]:
    practised, kept = _tests(items), _tests(reserved)
    ids = (f"{section.id}/{each.id}" for section in sections for each in section.model.objectives)
    return {id: Stock(practised[id], kept[id]) for id in ids}


def _tests(items: Iterable[SiteItem | ReservedItem]) -> Counter[str]:
    """How many items and cases test each objective."""
    tested = {(item.model.objective, item.case.id if item.case else item.id) for item in items}
    return Counter(objective for objective, _ in tested)


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
