"""What a filled template says beside its fields: nothing reads it, so it must be named."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..press.word.package import OBJECT, Filled, Held, Strip, numberless

MARK = "confirm."
"""How the tags of marks begin, which settle what was a proposal."""

_FIRST = re.compile(r"^[0-9]+\s*")
"""The number of a row, which may be counted anew."""
_MOST_COMPARED = 400
"""Lines of a head with lines of its paper; more are in no file of ours."""


Added = tuple[str, str]
"""What was written, and the tag of a field beside which it stands; that is empty in a row of none."""


def added(filled: Filled, fresh: Filled) -> Iterator[Added]:
    """Text that was written outside of every field, in the order of the template."""
    homes = _homes((*fresh.body, *fresh.heads))  # what heads a page is above the text in some templates
    yield from _added(filled.body, fresh.body, homes, _unnumbered)
    yield from ((note, "") for note in filled.notes if note)
    yield from _added(filled.heads, fresh.heads, homes, _said, filled.paper or ())


def struck(filled: Filled, fresh: Filled) -> Iterator[str]:
    """Text that somebody struck through, which deletes nothing."""
    return _more(filled.struck, fresh.struck)


def hidden(filled: Filled, fresh: Filled) -> Iterator[str]:
    """Text that nobody sees in the template, and that is read like any other."""
    return _more(filled.hidden, fresh.hidden)


def _more(texts: Iterable[str], printed: Iterable[str]) -> Iterator[str]:
    left = Counter(texts) - Counter(printed)
    return (text for text in left if text.strip())


def removed(filled: Filled, fresh: Filled) -> Iterator[str]:
    """Text of the print that is no longer there, but for that of rows which were deleted whole."""
    there = Counter(map(_unnumbered, filled.body))
    homes = _homes(filled.body)
    for strip in fresh.body:
        own = [homes[held.tag] for held in strip.held if held.tag in homes]
        if own:
            yield from _words(_parted(own[0].text, strip.text))
        elif not strip.held:
            there[_unnumbered(strip)] -= 1
            yield from _words(strip.text) if there[_unnumbered(strip)] < 0 else ()


def restored(filled: Filled, fresh: Filled) -> Filled:
    """The template with the fields of rows that have other words in their place: those are not deleted."""
    owners = {_owner(held.tag) for held in filled.held}
    body = [Strip([*strip.held], strip.text) for strip in filled.body]
    for at, strip in enumerate(fresh.body):
        gone = [held for held in strip.held if _is_row(held.tag) and _owner(held.tag) not in owners]
        gone = [held for held in gone if not held.tag.startswith(MARK)]
        if gone and (place := _typed_over(at, fresh.body, filled.body)) is not None:
            _put_back(gone, strip, body[place])
    return replace(filled, body=tuple(body))


def missing(filled: Filled, fresh: Filled, whole: Filled) -> Iterator[Held]:
    """Fields whose control is gone, though what it belongs to is there; `whole` is what is restored."""
    stays = {held.tag for held in whole.held}
    tags = {held.tag for held in filled.held}
    owners = {_owner(tag) for tag in tags}
    for strip in (*fresh.body, *fresh.heads):
        others = {held.tag for held in strip.held if not held.tag.startswith(MARK)}
        for held in strip.held:
            is_mark = held.tag.startswith(MARK)
            is_left = bool(others & tags) or not others if is_mark else _owner(held.tag) in owners
            is_left = is_left or held.tag in stays
            if held.tag not in tags and (is_left or not (is_mark or _is_row(held.tag))):
                yield held


def _typed_over(at: int, fresh: Sequence[Strip], body: Sequence[Strip]) -> int | None:
    """Which strip of a template has words of its own where a printed one stood."""
    places = {held.tag: place for place in reversed(range(len(body))) for held in body[place].held}
    own = [places[held.tag] for held in fresh[at].held if held.tag in places]
    for place in own[:1] or _between(at, fresh, body, places):
        if any(_words(_parted(fresh[at].text, body[place].text))):
            return place
    return None


def _between(
    at: int, fresh: Sequence[Strip], body: Sequence[Strip], places: Mapping[str, int]
) -> Iterator[int]:
    """Strips that nobody printed, between the nearest fields around a printed one."""
    before, behind = (
        [places[held.tag] for strip in strips for held in strip.held if held.tag in places]
        for strips in (fresh[:at], fresh[at + 1 :])
    )
    printed, tags = set(map(_said, fresh)), {held.tag for strip in fresh for held in strip.held}
    for place in range(before[-1] + 1 if before else 0, behind[0] if behind else len(body)):
        if _said(body[place]) not in printed and not any(held.tag in tags for held in body[place].held):
            yield place


def _put_back(gone: Iterable[Held], printed: Strip, strip: Strip) -> None:
    """Fields of a printed strip into what became of it, before those that they stood before."""
    tags = [held.tag for held in printed.held]
    for held in gone:
        later = tags[tags.index(held.tag) + 1 :]
        places = (place for place, each in enumerate(strip.held) if each.tag in later)
        strip.held.insert(next(places, len(strip.held)), held)


def _added(
    strips: Iterable[Strip],
    fresh: Iterable[Strip],
    homes: Mapping[str, Strip],
    said: Callable[[Strip], str],
    paper: Sequence[str] = (),
) -> Iterator[Added]:
    """`said` is what a row without fields is known by, `paper` what it may have said before."""
    printed = Counter(map(said, fresh))
    strips = list(strips)
    paper = paper if len(strips) * len(paper) <= _MOST_COMPARED else ()
    for strip in strips:
        own = [held.tag for held in strip.held if held.tag in homes]
        if own:
            text, before = _without_logo(strip), _without_logo(homes[own[0]])
            yield from ((words, own[0]) for words in _words(_parted(before, text)))
        else:
            printed[said(strip)] -= 1
            now = min((strip.text, *(_parted(each, strip.text) for each in paper)), key=len)
            yield from ((words, "") for words in _words(now) if printed[said(strip)] < 0)
        alone = (held for held in strip.held if not held.tag and held.text.strip())
        yield from ((f"{held.title} {held.text}".strip(), "") for held in alone)


def _without_logo(strip: Strip) -> str:
    """Beside the company stands its logo, on paper of ours or in a browser's file."""
    is_head = any(held.tag == "company" for held in strip.held)
    return " ".join(strip.text.replace(OBJECT, " ").split()) if is_head else strip.text


def _said(strip: Strip) -> str:
    return numberless(strip.text)


def _unnumbered(strip: Strip) -> str:
    """Rows may be counted anew; any other number in the text is what somebody wrote."""
    return _FIRST.sub("", strip.text)


def _homes(strips: Iterable[Strip]) -> dict[str, Strip]:
    """Tag → the first strip that has it."""
    homes: dict[str, Strip] = {}
    for strip in strips:
        for held in strip.held:
            homes.setdefault(held.tag, strip)
    return homes


def _parted(before: str, now: str) -> str:
    """What `now` has between the beginning and the end that both have."""
    if _FIRST.match(before) and _FIRST.match(now):
        before, now = _FIRST.sub("", before), _FIRST.sub("", now)
    start, most = 0, min(len(before), len(now))
    while start < most and before[start] == now[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == now[-1 - end]:
        end += 1
    return now[start : len(now) - end]


def _words(text: str) -> Iterator[str]:
    if text.strip(" %—\u3000"):
        yield text.strip()


def _owner(tag: str) -> str:
    """The row that a tag is of, or the field."""
    return tag.rpartition(".")[0] if tag.count(".") > 1 else tag


def _is_row(tag: str) -> bool:
    name = tag.split(".")
    return len(name) > 1 and (name[0] != "document" or len(name) > 2)
