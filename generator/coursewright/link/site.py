"""The linked course. Nothing in it refers to anything that is not in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ..model.blueprint import Blueprint
from ..model.chapter import Chapter, Objective, Section
from ..model.competency import Competency, Framework
from ..model.course import Course, Person
from ..model.glossary import Term
from ..model.guide import AUDIENCES, Guide
from ..model.issuer import Issuer
from ..model.items.case import CaseItem
from ..model.items.item import ItemSource
from ..model.kind import Kind
from ..model.kinds import GUIDE, TOOLKIT
from ..model.medium import Medium
from ..model.notice import Notice
from ..model.quiz import Quiz
from ..model.role import Employer, Family, Role
from ..model.taxonomy import Node, Taxonomy
from ..model.text import Source
from ..model.toolkit import Toolkit
from ..model.topics import Topic

Model = TypeVar("Model", bound=Source)


@dataclass(frozen=True)
class Target:
    """Something that can be linked to: its title and where it is shown.

    `page` is the staged Markdown file, `anchor` an id on it or empty.
    """

    kind: str
    id: str
    title: str
    page: str
    anchor: str = ""


@dataclass(frozen=True)
class SiteFile(Generic[Model]):
    """A source file that has a page of its own, with no more than is in it."""

    id: str
    model: Model
    target: Target


@dataclass(frozen=True)
class SiteSection:
    id: str
    number: str
    chapter: str
    model: Section
    minutes: int
    target: Target


@dataclass(frozen=True)
class SiteChapter:
    id: str
    number: int
    model: Chapter
    sections: tuple[SiteSection, ...]
    target: Target

    @property
    def minutes(self) -> int:
        return sum(section.minutes for section in self.sections)


@dataclass(frozen=True)
class SiteItem:
    """An item for practice with the section that teaches it, and the case that it is part of.

    An item reserved for exams is a `ReservedItem` and cannot be here.
    """

    model: ItemSource
    section: SiteSection
    objective: Objective
    case: CaseItem | None = None

    @property
    def id(self) -> str:
        return self.model.id

    @property
    def identity(self) -> str:
        """What is asked, as a digest: it changes with the question and not with the language."""
        return self.model.identity


@dataclass(frozen=True)
class SiteQuiz:
    id: str
    model: Quiz
    items: tuple[SiteItem, ...]
    target: Target

    @property
    def raised(self) -> list[tuple[str, int]]:
        """Its items of a later edition than the first, each with its edition."""
        return [(item.id, item.model.edition) for item in self.items if item.model.edition > 1]


@dataclass(frozen=True)
class SiteNotice:
    """The notice of a session, whose name is its id."""

    id: str
    model: Notice


@dataclass(frozen=True)
class SiteExam:
    """An exam with what it can be drawn from: each unit is an item, or the questions of a case.

    `drawn` are the places of units that meet every demand of its blueprint, none where only forms for a
    session can; `notices` are those of its sessions, the last day first.
    """

    id: str
    model: Blueprint
    units: tuple[tuple[SiteItem, ...], ...]
    drawn: tuple[int, ...]
    target: Target
    notices: tuple[SiteNotice, ...] = ()

    @property
    def is_practised(self) -> bool:
        """Whether there are a mock exam and a sample paper of it."""
        return bool(self.drawn)


@dataclass(frozen=True)
class SiteTaxonomy:
    id: str
    model: Taxonomy
    nodes: Mapping[str, Node]
    target: Target


@dataclass(frozen=True)
class SiteRole:
    id: str
    model: Role
    family: Family
    target: Target


@dataclass(frozen=True)
class Stock:
    """How many items there are, where a case is one for each objective that its questions test."""

    practice: int
    reserved: int


@dataclass(frozen=True)
class Coverage:
    """What teaches, tests and needs what; values keep the order of the course."""

    items_of_node: Mapping[str, tuple[SiteItem, ...]]
    quizzes: tuple[SiteQuiz, ...]
    quizzes_of_item: Mapping[str, tuple[SiteQuiz, ...]]
    items_of_section: Mapping[str, tuple[SiteItem, ...]]
    sections_of_competency: Mapping[str, tuple[SiteSection, ...]]
    items_of_competency: Mapping[str, tuple[SiteItem, ...]]
    roles_of_competency: Mapping[str, tuple[SiteRole, ...]]
    roles_of_chapter: Mapping[str, tuple[SiteRole, ...]]
    reports_of_role: Mapping[str, tuple[SiteRole, ...]]
    origins_of_role: Mapping[str, tuple[SiteRole, ...]]
    toolkits_of_section: Mapping[str, tuple[SiteFile[Toolkit], ...]]
    reserved_of_objective: Mapping[str, int] = field(default_factory=dict)
    """How many items there are beside those for practice, and nothing else about them."""
    stock_of_objective: Mapping[str, Stock] = field(default_factory=dict)
    """Of every objective, in the order of the course."""

    def quizzes_of_items(self, items: tuple[SiteItem, ...]) -> list[SiteQuiz]:
        """The quizzes that ask any of these items, each once, in their own order."""
        found = {quiz.id for item in items for quiz in self.quizzes_of_item.get(item.id, ())}
        return [quiz for quiz in self.quizzes if quiz.id in found]


@dataclass(frozen=True)
class Site:
    """What may be published. `reserved` says how many items there are beside `items`, in the vault."""

    course: Course
    people_introduction: str | None
    people: Mapping[str, Person]
    chapters: tuple[SiteChapter, ...]
    terms: Mapping[str, Term]
    framework: Framework | None
    issuer: Issuer | None
    competencies: Mapping[str, Competency]
    taxonomies: Mapping[str, SiteTaxonomy]
    families: tuple[Family, ...]
    roles: Mapping[str, SiteRole]
    items: Mapping[str, SiteItem]
    groups: Mapping[str, tuple[SiteItem, ...]]
    quizzes: Mapping[str, SiteQuiz]
    files: Mapping[Kind[Any], Mapping[str, SiteFile[Any]]]
    targets: Mapping[str, Target]
    coverage: Coverage
    reserved: int = 0
    config: Mapping[str, Any] = field(default_factory=dict)
    tokens: Mapping[str, Any] = field(default_factory=dict)
    overrides: Mapping[str, bytes] = field(default_factory=dict)
    media: Mapping[str, Medium] = field(default_factory=dict)
    exams: Mapping[str, SiteExam] = field(default_factory=dict)
    employers: Mapping[str, Employer] = field(default_factory=dict)
    """Whose posts the roles are; none where all are of one company."""
    topics: tuple[Topic, ...] = ()

    def all(self, kind: Kind[Model]) -> Mapping[str, SiteFile[Model]]:
        """The files of a kind by id, of any kind whose files have pages."""
        return self.files.get(kind, {})

    @property
    def toolkits(self) -> Mapping[str, SiteFile[Toolkit]]:
        return self.all(TOOLKIT)

    @property
    def guides(self) -> list[SiteFile[Guide]]:
        """Guides by their readers, and by the place that each asks for."""
        return sorted(
            self.all(GUIDE).values(),
            key=lambda guide: (AUDIENCES.index(guide.model.audience), guide.model.order, guide.id),
        )

    @property
    def sections(self) -> Iterator[SiteSection]:
        return (section for chapter in self.chapters for section in chapter.sections)

    def asked(self, ids: Iterable[str]) -> tuple[SiteItem, ...]:
        """The items of these ids in their order; for that of a case or a making all of its own."""
        return in_turn(ids, self.items, self.groups)

    def target(self, kind: str, id: str) -> Target:
        return self.targets[f"{kind}:{id}"]

    def exams_of_chapters(self, ids: Iterable[str]) -> tuple[SiteExam, ...]:
        """Exams that examine one of these chapters; one that names none examines all."""
        own = {*ids}
        exams = (
            exam for exam in self.exams.values() if not exam.model.chapters or own & {*exam.model.chapters}
        )
        return tuple(exams) if own else ()

    def quizzes_of_chapter(self, chapter: str) -> list[SiteQuiz]:
        return [quiz for quiz in self.quizzes.values() if quiz.model.chapter == chapter]


def in_turn(
    ids: Iterable[str], items: Mapping[str, SiteItem], groups: Mapping[str, tuple[SiteItem, ...]]
) -> tuple[SiteItem, ...]:
    """The items of some ids in their order; for the id of a case or a making all of its own."""
    return tuple(item for id in ids for item in groups.get(id) or (items[id],))
