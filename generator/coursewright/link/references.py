"""What refers: every reference from one source to another, checked where it is written."""

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Problem
from ..model.chapter import CheckBlock, FigureBlock, SceneBlock, Section
from ..model.markup import PICTURED
from ..model.role import Role
from ..model.toolkit import FigurePart
from ..model.walk import Path
from ..validate.sources import Loaded, Sources
from .definitions import Definitions, nodes_below
from .links import links
from .register import Register


def check_references(sources: Sources, known: Definitions) -> None:
    """Adds a problem for every reference to what does not exist, and for reporting lines in a circle."""
    _glossary(sources, known)
    for chapter in sources.chapters.values():
        for at, case in enumerate(chapter.model.cases):
            known.people.all(case.people, chapter.file, ("cases", at, "people"))
    for section in sources.sections.values():
        _section(section, known)
    for taxonomy in sources.taxonomies.values():
        for path, node in nodes_below(taxonomy.model.nodes, ("nodes",)):
            if node.section:
                known.sections.get(node.section, taxonomy.file, (*path, "section"))
    _toolkits(sources, known)
    for role in sources.roles.values():
        _role(role, known)
    _reporting_lines(sources, known)
    _links(sources, known)


def _glossary(sources: Sources, known: Definitions) -> None:
    if glossary := sources.glossary:
        for at, term in enumerate(glossary.model.terms):
            known.terms.all(term.see, glossary.file, ("terms", at, "see"))
            if term.section:
                known.sections.get(term.section, glossary.file, ("terms", at, "section"))


def _section(loaded: Loaded[Section], known: Definitions) -> None:
    file = loaded.file
    known.competencies.all(loaded.model.competencies, file, ("competencies",))
    for at, block in enumerate(loaded.model.body):
        path: Path = ("body", at)
        if isinstance(block, SceneBlock):
            known.people.all(block.scene.people, file, (*path, "scene", "people"))
        elif isinstance(block, FigureBlock):
            register: Register[Any] = known.nodes if "/" in block.figure else known.taxonomies
            register.get(block.figure, file, (*path, "figure"))
        elif isinstance(block, CheckBlock):
            known.practice_items(block.check, file, (*path, "check"))


def _toolkits(sources: Sources, known: Definitions) -> None:
    for toolkit in sources.toolkits.values():
        known.sections.all(toolkit.model.sections, toolkit.file, ("sections",))
        for at, part in enumerate(toolkit.model.parts):
            if isinstance(part, FigurePart):
                known.taxonomies.get(part.figure, toolkit.file, ("parts", at, "figure"))


def _role(loaded: Loaded[Role], known: Definitions) -> None:
    role, file = loaded.model, loaded.file
    if role.reports_to:
        known.roles.get(role.reports_to, file, ("reports_to",))
    known.roles.all(role.career, file, ("career",))
    for at, needed in enumerate(role.competencies):
        known.competencies.get(needed.competency, file, ("competencies", at, "competency"))
    for at, training in enumerate(role.training):
        known.chapters.get(training.chapter, file, ("training", at, "chapter"))


def _reporting_lines(sources: Sources, known: Definitions) -> None:
    above = {id: loaded.model.reports_to for id, loaded in sources.roles.items()}
    reported: set[str] = set()
    for id, superior in above.items():
        line, here = [id], superior
        while here in above and here not in line:
            line.append(here)
            here = above[here]
        if here == id and id not in reported:
            reported.update(line)
            place = sources.roles[id].file.place(("reports_to",))
            known.problems.append(Problem("CW0303", place, {"cycle": " → ".join([*line, id])}))


def _links(sources: Sources, known: Definitions) -> None:
    """Links in texts, such as `[…](section:risk/internal)`."""
    registers: dict[str, Register[Any]] = {
        "chapter": known.chapters,
        "section": known.sections,
        "term": known.terms,
        "taxonomy": known.taxonomies,
        "node": known.nodes,
        "toolkit": known.toolkits,
        "competency": known.competencies,
        "role": known.roles,
        "quiz": known.quizzes,
        "guide": known.guides,
        PICTURED: known.documents,
    }
    for loaded in _files(sources):
        for link in links(loaded.model):
            registers[link.kind].get(link.id, loaded.file, link.path, link.written)


def _files(sources: Sources) -> Iterator[Loaded[Any]]:
    one: list[Loaded[Any] | None] = [
        sources.course,
        sources.cast,
        sources.glossary,
        sources.framework,
        sources.families,
    ]
    yield from (loaded for loaded in one if loaded is not None)
    many: list[dict[str, Any]] = [
        sources.chapters,
        sources.sections,
        sources.taxonomies,
        sources.toolkits,
        sources.roles,
        sources.guides,
        sources.banks,
        sources.quizzes,
    ]
    for group in many:
        yield from group.values()
