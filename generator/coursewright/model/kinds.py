"""Which file holds what: one row a kind of source file."""

import re
from dataclasses import dataclass, field
from functools import cache

from .chapter import Chapter, Section
from .competency import Framework
from .course import Cast, Course
from .glossary import Glossary
from .guide import Guide
from .items.bank import Bank
from .quiz import Quiz
from .role import Families, Role
from .taxonomy import Taxonomy
from .text import Source
from .toolkit import Toolkit


@dataclass(frozen=True)
class Kind:
    """A kind of source file: its schema's name, its model, where it lives, names that our own pages take."""

    name: str
    model: type[Source]
    pattern: re.Pattern[str] = field(repr=False)
    example: str
    taken: tuple[str, ...] = ()


def _kind(name: str, model: type[Source], path: str, *taken: str) -> Kind:
    """`path` holds `*` for one folder or file name."""
    return Kind(
        name, model, re.compile(re.escape(path).replace(r"\*", r"[^/]+")), path.replace("*", "name"), taken
    )


COURSE = _kind("course", Course, "content/course.yml")
CAST = _kind("cast", Cast, "content/cast.yml")
GLOSSARY = _kind("glossary", Glossary, "content/glossary.yml")
FRAMEWORK = _kind("competencies", Framework, "content/competencies.yml")
CHAPTER = _kind("chapter", Chapter, "content/chapters/*/chapter.yml")
SECTION = _kind("section", Section, "content/chapters/*/*.yml", "index")
TAXONOMY = _kind("taxonomy", Taxonomy, "content/taxonomies/*.yml", "index")
TOOLKIT = _kind("toolkit", Toolkit, "content/toolkits/*.yml", "index")
FAMILIES = _kind("families", Families, "content/roles/families.yml")
ROLE = _kind("role", Role, "content/roles/*.yml", "index", "compare")
GUIDE = _kind("guide", Guide, "content/guides/*.yml", "index", "codes")
BANK = _kind("bank", Bank, "quizzes/bank/*.yml")
QUIZ = _kind("quiz", Quiz, "quizzes/practice/*.yml", "index")

KINDS = (
    COURSE,
    CAST,
    GLOSSARY,
    FRAMEWORK,
    CHAPTER,
    SECTION,
    TAXONOMY,
    TOOLKIT,
    FAMILIES,
    ROLE,
    GUIDE,
    BANK,
    QUIZ,
)
"""The first that matches a path wins, so chapter.yml comes before the sections beside it."""


@cache
def kind_of(file: str) -> Kind | None:
    """The kind of a source file by its path from the course's folder."""
    return next((kind for kind in KINDS if kind.pattern.fullmatch(file)), None)
