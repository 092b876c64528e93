"""One row a kind of source file: which file holds what, what it defines, and where that is shown.

Registers, schemas, references, links in texts and the words of problems follow
from the rows.
"""

from functools import cache
from typing import Any

from ..words import marked as _
from .blueprint import Blueprint
from .chapter import Case, Chapter, Objective, Section
from .competency import Competency, CompetencyGroup, Framework
from .course import Cast, Course, Person
from .glossary import Glossary, Term
from .guide import Guide
from .issuer import Issuer
from .items.bank import Bank
from .items.item import Banked
from .kind import BY_FILE, Kind, Listing, Thing, held
from .medium import Medium
from .notice import Notice
from .quiz import Quiz
from .role import Employer, Families, Family, Role, codes_of, documents_of
from .taxonomy import Node, Taxonomy
from .toolkit import Toolkit
from .topics import Topic, Topics

COURSE = Kind("course", Course, "content/course.yml")

CAST = Kind(
    "cast",
    Cast,
    "content/cast.yml",
    (Thing("person", Person, _("person"), title="name", page="people.md", anchored=True),),
)

GLOSSARY = Kind(
    "glossary",
    Glossary,
    "content/glossary.yml",
    (Thing("term", Term, _("term"), title="term", page="glossary.md", anchored=True, linked=True),),
)

FRAMEWORK = Kind(
    "competencies",
    Framework,
    "content/competencies.yml",
    (
        Thing(
            "competency",
            Competency,
            _("competency"),
            page="competencies/index.md",
            anchored=True,
            linked=True,
        ),
        Thing("competency-group", CompetencyGroup),
    ),
)

CHAPTER = Kind(
    "chapter",
    Chapter,
    "content/chapters/*/chapter.yml",
    (
        Thing("chapter", Chapter, _("chapter"), key=BY_FILE, page="learn/{file}/index.md", linked=True),
        Thing("case", Case, local=True),
    ),
    listed=Listing(COURSE, "chapters"),
)

SECTION = Kind(
    "section",
    Section,
    "content/chapters/*/*.yml",
    (
        Thing("section", Section, _("section"), key=BY_FILE, page="learn/{file}.md", linked=True),
        Thing("objective", Objective, _("objective"), local=True),
    ),
    taken=("index", "recap"),
    listed=Listing(CHAPTER, "sections"),
)

TOPICS = Kind("topics", Topics, "content/topics.yml", (Thing("topic", Topic),))

TAXONOMY = Kind(
    "taxonomy",
    Taxonomy,
    "content/taxonomies/*.yml",
    (
        Thing("taxonomy", Taxonomy, _("taxonomy"), key=BY_FILE, page="taxonomies/{file}.md", linked=True),
        Thing(
            "node",
            Node,
            _("taxonomy node"),
            local=True,
            page="taxonomies/{file}.md",
            anchored=True,
            linked=True,
        ),
    ),
    taken=("index",),
)

TOOLKIT = Kind(
    "toolkit",
    Toolkit,
    "content/toolkits/*.yml",
    (Thing("toolkit", Toolkit, _("toolkit"), key=BY_FILE, page="toolkits/{file}.md", linked=True),),
    taken=("index",),
)

FAMILIES = Kind(
    "families",
    Families,
    "content/roles/families.yml",
    (Thing("family", Family, _("job family")), Thing("employer", Employer, _("employer"))),
)

ROLE = Kind(
    "role",
    Role,
    "content/roles/*.yml",
    (
        Thing("role", Role, _("role"), key=BY_FILE, page="roles/{file}.md", linked=True),
        Thing("role-code", Role, key="code", ids=codes_of),
        Thing("document", Role, _("document of a role"), key=BY_FILE, ids=documents_of, pictured=True),
    ),
    taken=("index", "compare"),
)

GUIDE = Kind(
    "guide",
    Guide,
    "content/guides/*.yml",
    (Thing("guide", Guide, _("guide"), key=BY_FILE, page="guides/{file}.md", linked=True),),
    taken=("index", "codes", "bank", "coverage"),
)

BANK = Kind("bank", Bank, "quizzes/bank/*.yml", (Thing("item", Banked, _("item")),))

QUIZ = Kind(
    "quiz",
    Quiz,
    "quizzes/practice/*.yml",
    (Thing("quiz", Quiz, _("quiz"), key=BY_FILE, page="quizzes/{file}.md", linked=True),),
    taken=("index", "review"),
)

EXAM = Kind(
    "exam",
    Blueprint,
    "quizzes/exams/*.yml",
    (Thing("exam", Blueprint, _("exam"), key=BY_FILE, page="quizzes/exams/{file}.md", linked=True),),
)

NOTICE = Kind(
    "notice",
    Notice,
    "quizzes/notices/*.yml",
    (Thing("notice", Notice, key=BY_FILE),),
)

ISSUER = Kind("issuer", Issuer, "content/issuer.yml")

KINDS = held(
    COURSE,
    CAST,
    GLOSSARY,
    FRAMEWORK,
    CHAPTER,
    SECTION,
    TOPICS,
    TAXONOMY,
    TOOLKIT,
    FAMILIES,
    ROLE,
    GUIDE,
    BANK,
    QUIZ,
    EXAM,
    NOTICE,
    ISSUER,
)
"""The first that matches a path wins, so chapter.yml comes before the sections beside it."""

THINGS = {thing.name: thing for kind in KINDS for thing in kind.things}
PICTURE = Thing("picture", Medium, _("picture"), key="name", pictured=True)
ATTACHMENT = Thing("attachment", Medium, _("attachment"), key="name", linked=True)
MEDIA = (PICTURE, ATTACHMENT)
"""Files beside the sources, by their names in `medium.FOLDER`."""

LINKED = frozenset(thing.name for thing in (*THINGS.values(), *MEDIA) if thing.linked)
"""What a text may link to: `[…](section:risk/internal)`."""

PICTURED = frozenset(thing.name for thing in (*THINGS.values(), *MEDIA) if thing.pictured)
"""What a text may show: a picture, or the first page of a document, `![…](document:role-id)`."""


@cache
def kind_of(file: str) -> Kind[Any] | None:
    """The kind of a source file by its path from the course's folder."""
    return next((kind for kind in KINDS if kind.pattern.fullmatch(file)), None)
