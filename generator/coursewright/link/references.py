"""What refers: every reference from one source to another, checked where it is written.

Types say what a string refers to (`model/references.py`), and links say it
themselves; here is besides what neither can say.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.blueprint import FormRules
from ..model.chapter import CheckBlock, FigureBlock
from ..model.items.case import CaseItem
from ..model.items.item import ItemSource
from ..model.kinds import BANK, EXAM, KINDS, QUIZ, ROLE, SECTION, TAXONOMY
from ..model.mark import Refers
from ..model.taxonomy import Node
from ..model.walk import Path, instances
from ..validate.sources import Loaded, Sources
from .definitions import Definitions
from .links import links_in
from .register import Register


def reference_problems(sources: Sources, known: Definitions) -> Iterator[Problem]:
    """Every reference to something that does not exist, or that exists and is not for this."""
    for kind in KINDS:
        for loaded in sources.all(kind).values():
            yield from _unknown(loaded, known)
    for loaded in sources.rests:
        yield from _unknown(loaded, known)
    yield from _figures(sources, known)
    yield from _comparisons(sources, known)
    yield from _reserved(sources, known)
    yield from _reporting_lines(sources)


def _unknown(loaded: Loaded[Any], known: Definitions) -> Iterator[Problem]:
    for spot in loaded.spots:
        if isinstance(spot.mark, Refers):
            yield from known[spot.mark.name].unknown(spot.text, loaded.file, spot.path)
        elif spot.mark.markdown:
            for link in links_in(spot):
                yield from known[link.kind].unknown(link.id, loaded.file, spot.path, link.written)


def _figures(sources: Sources, known: Definitions) -> Iterator[Problem]:
    """A figure is of a taxonomy or, with a slash, of one branch of it."""
    for section in sources.all(SECTION).values():
        for path, block in instances(section.model, FigureBlock):
            register = known["node" if "/" in block.figure else "taxonomy"]
            yield from register.unknown(block.figure, section.file, (*path, "figure"))


def _comparisons(sources: Sources, known: Definitions) -> Iterator[Problem]:
    """What a taxonomy compares are its own nodes."""
    for taxonomy in sources.all(TAXONOMY).values():
        own = Register(known["node"].thing, partial=False)
        own.things.update({node.id: node for _, node in instances(taxonomy.model, Node)})
        if comparison := taxonomy.model.comparison:
            for at, column in enumerate(comparison.columns):
                yield from own.unknown(column, taxonomy.file, ("comparison", "columns", at))


def _reserved(sources: Sources, known: Definitions) -> Iterator[Problem]:
    """Items reserved for exams that are used for practice, and questions torn from their case."""
    within = {
        item.id: case.id
        for bank in sources.all(BANK).values()
        for _, case in instances(bank.model, CaseItem)
        for item in case.items
    }
    for file, path, id in _practised(sources):
        item = known["item"].things.get(id)
        if id in within:
            yield Problem("CW0307", file.place(path), {"id": id, "case": within[id]})
        elif isinstance(item, ItemSource | CaseItem) and item.use == "exam":
            yield Problem("CW0306", file.place(path), {"id": id})
    for file, path, id in _examined(sources):
        item = known["item"].things.get(id)
        if id in within:
            yield Problem("CW1113", file.place(path), {"id": id, "case": within[id]})
        elif isinstance(item, ItemSource | CaseItem) and item.use == "practice":
            yield Problem("CW1112", file.place(path), {"id": id})


def _examined(sources: Sources) -> Iterator[tuple[SourceFile, Path, str]]:
    """Every item that the forms of an exam must have, or must not."""
    for exam in sources.all(EXAM).values():
        for _, rules in instances(exam.model, FormRules):
            lists = ("anchors", rules.anchors), ("pinned", rules.pinned), ("banned", rules.banned)
            enemies = ((("enemies", at), group) for at, group in enumerate(rules.enemies))
            for where, ids in (*(((name,), ids) for name, ids in lists), *enemies):
                yield from ((exam.file, ("forms", *where, at), id) for at, id in enumerate(ids))


def _practised(sources: Sources) -> Iterator[tuple[SourceFile, Path, str]]:
    """Every item of a quiz or of a check in the text."""
    for quiz in sources.all(QUIZ).values():
        for at, id in enumerate(quiz.model.items):
            yield quiz.file, ("items", at), id
    for section in sources.all(SECTION).values():
        for path, block in instances(section.model, CheckBlock):
            for at, id in enumerate(block.check):
                yield section.file, (*path, "check", at), id


def _reporting_lines(sources: Sources) -> Iterator[Problem]:
    """Roles that report to one another in a circle."""
    roles = sources.all(ROLE)
    above = {id: loaded.model.reports_to for id, loaded in roles.items()}
    for circle in _circles(above):
        place = roles[circle[0]].file.place(("reports_to",))
        yield Problem("CW0303", place, {"cycle": " → ".join([*circle, circle[0]])})


def _circles(above: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Every circle of ids of which each leads to one other, from its first in the order of all."""
    place = {id: number for number, id in enumerate(above)}
    walked: set[str] = set()
    for id in above:
        line: dict[str, int] = {}
        here: str | None = id
        while here in place and here not in walked:
            walked.add(here)
            line[here] = len(line)
            here = above[here]
        if here in line:
            circle = list(line)[line[here] :]
            first = circle.index(min(circle, key=place.__getitem__))
            yield [*circle[first:], *circle[:first]]
