"""Waivers: which findings an author has waived, and which waivers say nothing."""

from collections.abc import Iterator, Sequence

from ..diagnostics import Problem, SourceString
from ..diagnostics.nearest import near
from ..load.source_file import SourceFile
from ..model.kinds import BANK, CHAPTER, kind_of
from ..model.waiver import Waiver
from ..model.walk import Path
from ..validate.sources import Sources
from ..words import marked as _
from .finding import Finding
from .rules import CODES, MISPLACED, NEEDLESS, OF_A_CHAPTER, OF_A_FILE, UNKNOWN

IN_ITEM, IN_BANK, IN_CHAPTER = (
    _("in the item, beside its “type”"),
    _("at the head of the file of the bank, before “items”"),
    _("at the head of the chapter's chapter.yml"),
)
"""Where a rule can be waived."""


def waived(sources: Sources, found: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that stand, and those that were waived."""
    rules = {(file.path, path, waiver.rule) for file, path, _at, waiver in _waivers(sources)}
    dropped = [each for each in found if each.owner and (*each.owner, each.rule) in rules]
    gone = set(map(id, dropped))
    return [each for each in found if id(each) not in gone], dropped


def waiver_problems(sources: Sources, found: Sequence[Finding]) -> Iterator[Problem]:
    """Waivers of rules that there are not, and of rules that found nothing."""
    fired = {(*each.owner, each.rule) for each in found if each.owner}
    for file, path, at, waiver in _waivers(sources):
        place = file.place((*path, "waive", at, "rule"))
        if waiver.rule not in CODES:
            values = {
                "rule": waiver.rule,
                "near": near(waiver.rule, CODES),
                "rules": SourceString(", ".join(CODES)),
            }
            yield Problem(UNKNOWN, place, values)
        elif (proper := _proper_place(waiver.rule)) != _place_of(file, path):
            yield Problem(MISPLACED, place, {"rule": waiver.rule, "where": SourceString(proper)})
        elif (file.path, path, waiver.rule) not in fired:
            yield Problem(NEEDLESS, place, {"rule": waiver.rule})


def _proper_place(rule: str) -> str:
    if rule in OF_A_CHAPTER:
        return IN_CHAPTER
    return IN_BANK if rule in OF_A_FILE else IN_ITEM


def _place_of(file: SourceFile, path: Path) -> str:
    if path:
        return IN_ITEM
    return IN_CHAPTER if kind_of(file.path) is CHAPTER else IN_BANK


def _waivers(sources: Sources) -> Iterator[tuple[SourceFile, Path, int, Waiver]]:
    for file, path, waive in _lists(sources):
        yield from ((file, path, at, each) for at, each in enumerate(waive))


def _lists(sources: Sources) -> Iterator[tuple[SourceFile, Path, tuple[Waiver, ...]]]:
    for chapter in sources.all(CHAPTER).values():
        yield chapter.file, (), chapter.model.waive
    for bank in sources.all(BANK).values():
        yield bank.file, (), bank.model.waive
        yield from ((bank.file, path, item.waive) for path, item, _case in bank.model.questions())
