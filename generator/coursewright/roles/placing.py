"""Which field of a role each control of a filled template is, also where an office program dropped its tag."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from ..press.word.package import Filled, Held, Strip


def placed(filled: Filled, fresh: Filled) -> Filled:
    """The template with its tags: its own, or those of a fresh print by title, text and order."""
    if any(each.tag for strip in filled.body for each in strip.held):
        return filled
    tags = iter(_tags(list(filled.held), list(fresh.held)))
    return Filled(_tagged(filled.body, tags), _tagged(filled.heads, tags), filled.source)


def _tagged(strips: Sequence[Strip], tags: Iterator[str]) -> tuple[Strip, ...]:
    return tuple(
        Strip([replace(each, tag=next(tags)) for each in strip.held], strip.text) for strip in strips
    )


def _tags(held: list[Held], fresh: list[Held]) -> list[str]:
    """What is as it was printed first; between, by titles in order; a copy is like what is before it."""
    found: dict[int, int] = {}
    same = [(each.title, each.text) for each in held], [(each.title, each.text) for each in fresh]
    blocks = SequenceMatcher(None, *same, autojunk=False).get_matching_blocks()
    here, there = 0, 0
    for at, to, size in blocks:
        titles = [each.title for each in held[here:at]], [each.title for each in fresh[there:to]]
        for within in SequenceMatcher(None, *titles, autojunk=False).get_matching_blocks():
            found |= {here + within.a + n: there + within.b + n for n in range(within.size)}
        found |= {at + n: to + n for n in range(size)}
        here, there = at + size, to + size
    return [_tag(at, held, fresh, found) for at in range(len(held))]


def _tag(at: int, held: list[Held], fresh: list[Held], found: dict[int, int]) -> str:
    if at in found:
        return fresh[found[at]].tag
    before = (found[earlier] for earlier in range(at - 1, -1, -1) if earlier in found)
    last = next(before, -1)
    likely = (fresh[to].tag for to in range(last, -1, -1) if fresh[to].title == held[at].title)
    return next(likely, "")
