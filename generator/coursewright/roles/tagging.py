"""Tags for a template whose tags an office program dropped: those of a fresh print that is like it.

Row by row: what stands there as it was printed first; between, rows with the same words beside their
fields; then rows with the same fields. What is like none of those is a copy of one above it.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from ..press.word.package import Filled, Held, Strip, numberless

Key = Callable[[Strip], Hashable]


def with_tags(filled: Filled, fresh: Filled) -> Filled:
    """The template as it is if it has any tags."""
    if any(each.tag for strip in filled.body for each in strip.held):
        return filled
    body = _tagged(_whole(filled.body), (*fresh.heads, *fresh.body))
    return replace(filled, body=body, heads=_tagged(_whole(filled.heads), fresh.heads))


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


def _tagged(strips: Sequence[Strip], fresh: Sequence[Strip]) -> tuple[Strip, ...]:
    found = dict(_aligned(strips, fresh, (_printed, _framed, _names)))
    tagged: list[Strip] = []
    last = -1
    for at, strip in enumerate(strips):
        last = found.get(at, last)
        above = [fresh[to] for to in range(last, -1, -1)] if strip.held else []
        tagged.append(_like(strip, above, is_known=at in found))
    return tuple(tagged)


def _aligned(
    strips: Sequence[Strip], fresh: Sequence[Strip], keys: Sequence[Key]
) -> Iterator[tuple[int, int]]:
    """Place → place of the same in a print, by the first key, and in the gaps by the others."""
    if not keys or not strips or not fresh:
        return
    same = list(map(keys[0], strips)), list(map(keys[0], fresh))
    here, there = 0, 0
    for at, to, size in SequenceMatcher(None, *same, autojunk=False).get_matching_blocks():
        for one, other in _aligned(strips[here:at], fresh[there:to], keys[1:]):
            yield here + one, there + other
        yield from ((at + step, to + step) for step in range(size))
        here, there = at + size, to + size


def _printed(strip: Strip) -> Hashable:
    """A row in which nothing is filled in is like any other."""
    is_blank = strip.held and not any(held.text.split() for held in strip.held)
    return id(strip) if is_blank else (*_framed(strip), *map(_known, strip.held))


def _framed(strip: Strip) -> tuple[Hashable, ...]:
    return numberless(strip.text), *_names(strip)


def _names(strip: Strip) -> tuple[str, ...]:
    return tuple(map(_name, strip.held))


def _like(strip: Strip, above: list[Strip], *, is_known: bool) -> Strip:
    """With the tags of the first one above where it is that one, else of whichever has the same fields."""
    models = above if is_known else [each for each in above if _names(each) == _names(strip)]
    model = [*models[:1], Strip([held for each in reversed(above) for held in each.held])][0]
    tags = _tags(strip.held, model.held)
    return Strip([replace(held, tag=tag) for held, tag in zip(strip.held, tags, strict=True)], strip.text)


def _tags(held: list[Held], fresh: list[Held]) -> list[str]:
    """The same within a row, control by control."""
    if list(map(_name, held)) == list(map(_name, fresh)):
        return [each.tag for each in fresh]
    found: dict[int, int] = {}
    same = list(map(_known, held)), list(map(_known, fresh))
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


def _known(held: Held) -> tuple[str, str]:
    """Some programs fill what is empty with spaces."""
    return _name(held), " ".join(held.text.split())


def _name(held: Held) -> str:
    """Choices and dates lose their titles too."""
    return held.title if held.kind == "text" else held.kind
