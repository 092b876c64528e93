"""Sources in which every reference leads somewhere → `Site` and `Vault`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from ..model.course import Course
from ..model.items.case import CaseItem
from ..model.items.item import ItemSource
from ..model.kind import Kind
from ..model.kinds import (
    BANK,
    CAST,
    CHAPTER,
    FAMILIES,
    FRAMEWORK,
    GLOSSARY,
    ISSUER,
    KINDS,
    QUIZ,
    ROLE,
    SECTION,
    TAXONOMY,
    TOOLKIT,
    TOPICS,
)
from ..model.medium import Medium
from ..model.taxonomy import Node
from ..model.walk import instances
from ..validate.sources import Sources
from .coverage import coverage
from .reading import minutes
from .site import (
    Site,
    SiteChapter,
    SiteFile,
    SiteItem,
    SiteQuiz,
    SiteRole,
    SiteSection,
    SiteTaxonomy,
    Target,
    in_turn,
)
from .vault import ReservedItem, Vault

Targets = Mapping[str, Target]
Items = TypeVar("Items", SiteItem, ReservedItem)
Asked = Callable[[Iterable[str]], tuple[SiteItem, ...]]


@dataclass(frozen=True)
class Linked:
    """A course of which everything is known: what may be published, and what may not."""

    site: Site
    vault: Vault


def assembled(
    sources: Sources,
    targets: Targets,
    course: Course,
    made: Mapping[str, tuple[ItemSource, ...]],
    media: Mapping[str, Medium],
) -> Linked:
    """Both halves; every reference in the sources must be to something that is there.

    `made` has the items of every making by its id, `media` the files to show and hand out by their names.
    """
    chapters = tuple(_chapters(sources, targets, course))
    sections = {section.id: section for chapter in chapters for section in chapter.sections}
    asked = _asked(sources, made)
    items = dict(_items(asked, sections, SiteItem, "practice"))
    reserved = dict(_items(asked, sections, ReservedItem, "exam"))
    groups = _groups(items, made)
    quizzes = _in_order(_quizzes(sources, targets, partial(in_turn, items=items, groups=groups)), chapters)
    roles = list(_roles(sources, targets))
    files = {kind: _files(sources, targets, kind) for kind in KINDS if kind.itself and kind.itself.page}
    files[TOOLKIT] = dict(sorted(files[TOOLKIT].items(), key=lambda toolkit: toolkit[1].model.code))
    cast, framework, glossary = sources.one(CAST), sources.one(FRAMEWORK), sources.one(GLOSSARY)
    competencies = (
        [each for group in framework.model.groups for each in group.competencies] if framework else []
    )
    families, issuer, topics = sources.one(FAMILIES), sources.one(ISSUER), sources.one(TOPICS)
    site = Site(
        course=course,
        people_introduction=cast.model.introduction if cast else None,
        people={person.id: person for person in cast.model.people} if cast else {},
        chapters=chapters,
        terms={term.id: term for term in glossary.model.terms} if glossary else {},
        framework=framework.model if framework else None,
        competencies={competency.id: competency for competency in competencies},
        taxonomies={taxonomy.id: taxonomy for taxonomy in _taxonomies(sources, targets)},
        issuer=issuer.model if issuer else None,
        families=families.model.families if families else (),
        roles={role.id: role for role in sorted(roles, key=lambda role: role.model.code)},
        items=items,
        groups=groups,
        quizzes={quiz.id: quiz for quiz in quizzes},
        files=files,
        targets=targets,
        coverage=coverage(
            items.values(),
            quizzes,
            sections.values(),
            roles,
            files[TOOLKIT].values(),
            reserved=reserved.values(),
        ),
        reserved=len(reserved),
        config=sources.config,
        tokens=sources.tokens,
        overrides=sources.overrides,
        media=dict(media),
        employers={each.id: each for each in families.model.employers} if families else {},
        topics=topics.model.topics if topics else (),
    )
    return Linked(site, Vault(reserved, {kind: _models(sources, kind) for kind in KINDS}))


def _chapters(sources: Sources, targets: Targets, course: Course) -> Iterator[SiteChapter]:
    for number, id in enumerate(course.chapters, 1):
        chapter = sources.all(CHAPTER)[id].model
        sections = tuple(
            _section(sources, targets, f"{id}/{name}", f"{number}.{at}")
            for at, name in enumerate(chapter.sections, 1)
        )
        yield SiteChapter(id, number, chapter, sections, targets[f"chapter:{id}"])


def _section(sources: Sources, targets: Targets, id: str, number: str) -> SiteSection:
    chapter, model = id.rpartition("/")[0], sources.all(SECTION)[id].model
    return SiteSection(id, number, chapter, model, minutes(model), targets[f"section:{id}"])


def _asked(
    sources: Sources, made: Mapping[str, tuple[ItemSource, ...]]
) -> list[tuple[ItemSource, CaseItem | None]]:
    """Every item of every bank, with its case; behind those of a bank what it has made."""
    found: list[tuple[ItemSource, CaseItem | None]] = []
    for bank in sources.all(BANK).values():
        found += [(item, case) for _, item, case in bank.model.questions()]
        found += [(item, None) for making in bank.model.made for item in made[making.id]]
    return found


def _items(
    asked: Iterable[tuple[ItemSource, CaseItem | None]],
    sections: Mapping[str, SiteSection],
    item: type[Items],
    use: str,
) -> Iterator[tuple[str, Items]]:
    """Items of one use, each with what it tests."""
    objectives = {
        f"{section.id}/{objective.id}": (section, objective)
        for section in sections.values()
        for objective in section.model.objectives
    }
    for model, case in asked:
        if model.use == use:
            yield model.id, item(model, *objectives[model.objective], case)


def _groups(
    items: Mapping[str, SiteItem], made: Mapping[str, tuple[ItemSource, ...]]
) -> dict[str, tuple[SiteItem, ...]]:
    """The questions of every case, and the items of every making, by its id."""
    cases = {case.id: case.items for case in (item.case for item in items.values()) if case}
    return {id: tuple(items[each.id] for each in group) for id, group in (cases | dict(made)).items()}


def _quizzes(sources: Sources, targets: Targets, asked: Asked) -> Iterator[SiteQuiz]:
    for id, loaded in sources.all(QUIZ).items():
        yield SiteQuiz(id, loaded.model, asked(loaded.model.items), targets[f"quiz:{id}"])


def _in_order(quizzes: Iterable[SiteQuiz], chapters: Iterable[SiteChapter]) -> list[SiteQuiz]:
    """Chapter quizzes in the order of chapters, then the others by id."""
    number = {chapter.id: chapter.number for chapter in chapters}
    last = len(number) + 1
    return sorted(quizzes, key=lambda quiz: (number.get(quiz.model.chapter or "", last), quiz.id))


def _roles(sources: Sources, targets: Targets) -> Iterator[SiteRole]:
    families = sources.one(FAMILIES)
    by_id = {family.id: family for family in families.model.families} if families else {}
    for id, loaded in sources.all(ROLE).items():
        yield SiteRole(id, loaded.model, by_id[loaded.model.family], targets[f"role:{id}"])


def _taxonomies(sources: Sources, targets: Targets) -> Iterator[SiteTaxonomy]:
    for id, loaded in sources.all(TAXONOMY).items():
        nodes = {node.id: node for _, node in instances(loaded.model, Node)}
        yield SiteTaxonomy(id, loaded.model, nodes, targets[f"taxonomy:{id}"])


def _files(sources: Sources, targets: Targets, kind: Kind[Any]) -> dict[str, SiteFile[Any]]:
    return {
        id: SiteFile(id, loaded.model, targets[f"{kind.name}:{id}"])
        for id, loaded in sources.all(kind).items()
    }


def _models(sources: Sources, kind: Kind[Any]) -> dict[str, Any]:
    return {id: loaded.model for id, loaded in sources.all(kind).items()}
