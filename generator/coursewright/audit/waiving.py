"""Waivers: which findings an author has waived, and which waivers say nothing."""

from collections.abc import Iterator, Sequence

from ..diagnostics import Problem
from ..diagnostics.nearest import near
from ..load.source_file import SourceFile
from ..model.chapter import Chapter
from ..model.items.bank import Bank
from ..model.kinds import BANK, CHAPTER
from ..model.text import Source
from ..model.walk import Path
from ..model.waiver import Waiver
from ..validate.sources import Sources
from .finding import Finding
from .rules import CODES, NEEDLESS, UNKNOWN


def waived(sources: Sources, found: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand, and those that were waived."""
    rules = {(file.path, path, waiver.rule) for file, path, _, waiver in _waivers(sources)}
    dropped = [each for each in found if (*each.owner, each.rule) in rules]
    gone = set(map(id, dropped))
    return [each for each in found if id(each) not in gone], dropped


def waiver_problems(sources: Sources, found: Sequence[Finding]) -> Iterator[Problem]:
    """Waivers of rules that there are not, and of rules that found nothing."""
    fired = {(*each.owner, each.rule) for each in found}
    for file, path, at, waiver in _waivers(sources):
        place = file.place((*path, "waive", at, "rule"))
        if waiver.rule not in CODES:
            values = {"rule": waiver.rule, "near": near(waiver.rule, CODES), "rules": ", ".join(CODES)}
            yield Problem(UNKNOWN, place, values)
        elif (file.path, path, waiver.rule) not in fired:
            yield Problem(NEEDLESS, place, {"rule": waiver.rule})


def _waivers(sources: Sources) -> Iterator[tuple[SourceFile, Path, int, Waiver]]:
    for kind in (BANK, CHAPTER):
        for loaded in sources.all(kind).values():
            for path, part in _parts(loaded.model):
                waive: tuple[Waiver, ...] = part.__dict__["waive"]
                yield from ((loaded.file, path, at, each) for at, each in enumerate(waive))


def _parts(model: Bank | Chapter) -> Iterator[tuple[Path, Source]]:
    yield (), model
    if isinstance(model, Bank):
        yield from ((path, item) for path, item, _ in model.questions())
