"""Which field each control of a filled template is, also where an office program dropped its tag."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from ..press.word.package import Filled, Held, Strip, whole
from .unread import numberless


def placed(filled: Filled, fresh: Filled) -> Filled:
    """The template with its tags: its own, or those of a fresh print by title, text and order.

    Heads and feet are there but for what the company's own paper says, where that is known.
    """
    return _without_paper(_with_tags(filled, fresh), fresh)


def _without_paper(filled: Filled, fresh: Filled) -> Filled:
    """What the print's head says stands in the text where the paper has a head of its own."""
    ours = {each.tag for strip in fresh.heads for each in strip.held}
    is_own = any(each.tag in ours for strip in filled.body for each in strip.held)
    if is_own and filled.paper is None:
        return replace(filled, heads=())
    paper = {*map(numberless, filled.paper or ())}
    heads = (strip for strip in filled.heads if numberless(whole(strip)) not in paper)
    is_known = filled.paper is not None
    own = (Strip([*_of_head(strip, ours, is_known=is_known)], strip.text) for strip in heads)
    return replace(filled, heads=tuple(own))


def _of_head(strip: Strip, ours: Container[str], *, is_known: bool) -> Iterator[Held]:
    """The print's fields, and those of nobody: of a known paper such as somebody changed."""
    for held in strip.held:
        if held.tag in ours or not held.tag:
            yield held
        elif is_known:
            yield replace(held, tag="")


def _with_tags(filled: Filled, fresh: Filled) -> Filled:
    if any(each.tag for strip in filled.body for each in strip.held):
        return filled
    whole = replace(filled, body=_whole(filled.body), heads=_whole(filled.heads))
    tags = iter(_tags(list(whole.held), list(fresh.held)))
    return replace(whole, body=_tagged(whole.body, tags), heads=_tagged(whole.heads, tags))


def _whole(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """LibreOffice 7.4 saves a control of text as several: the whole, each piece and the whole, the whole."""
    return tuple(Strip(list(_mended(strip.held)), strip.text) for strip in strips)


def _mended(held: list[Held]) -> Iterator[Held]:
    at = 0
    while at < len(held):
        yield held[at]
        at += 1 + _pieces(held[at], held[at + 1 :])


def _pieces(held: Held, behind: list[Held]) -> int:
    """How many controls behind one are pieces of it."""
    whole, count = held.text, 0
    while count < len(behind) and whole and held.kind == "text" and behind[count].title == held.title:
        text = behind[count].text
        if text == whole:
            return count + 1 if count else 0
        if not text.endswith(whole) or text[: -len(whole)].strip() not in whole:
            break
        count += 1
    return count


def _tagged(strips: Sequence[Strip], tags: Iterator[str]) -> tuple[Strip, ...]:
    return tuple(
        Strip([replace(each, tag=next(tags)) for each in strip.held], strip.text) for strip in strips
    )


def _tags(held: list[Held], fresh: list[Held]) -> list[str]:
    """What is as it was printed first; between, by titles in order; a copy is like what is before it."""
    found: dict[int, int] = {}
    same = [(_name(each), each.text) for each in held], [(_name(each), each.text) for each in fresh]
    blocks = SequenceMatcher(None, *same, autojunk=False).get_matching_blocks()
    here, there = 0, 0
    for at, to, size in blocks:
        titles = list(map(_name, held[here:at])), list(map(_name, fresh[there:to]))
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
    likely = (fresh[to].tag for to in range(last, -1, -1) if _name(fresh[to]) == _name(held[at]))
    return next(likely, "")


def _name(held: Held) -> str:
    """Choices and dates lose their titles too."""
    return held.title if held.kind == "text" else held.kind
