"""Asterisks that are shown because they make nothing bold, and what to write for them.

CommonMark opens no emphasis before a punctuation mark that follows a letter, and
closes none behind one that a letter follows (0.31.2, 6.2), which in a language
without spaces is wherever bold words stand within quotation marks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markdown_it.token import Token

from ..model.markup import inline_tokens, phrase

_ROUNDS = 20
"""As many slips are told of one paragraph."""
_BOUND = r"[^\w\[\]()`<>!\\&*~$]*"
_PARTS = re.compile(rf"({_BOUND})(.*?)({_BOUND})", re.S)
_SKELETON = re.compile(r"[*\s]+")


class Shown(NamedTuple):
    """A slip: from the asterisks to the line's end, how many they are, what is written, and what to write.

    `hint` names the way in which `proper` mends it.
    """

    tail: str
    width: int
    found: str
    hint: str
    proper: str


class _Run(NamedTuple):
    start: int
    end: int
    failed: bool


def shown_asterisks(source: str, children: Sequence[Token]) -> Iterator[Shown]:
    """Every slip of one paragraph, each as it stands when those before it are mended."""
    if not any(child.type == "text" and "*" in child.content for child in children):
        return
    for _ in range(_ROUNDS):
        runs = _runs(source)
        at = next((at for at, run in enumerate(runs) if run.failed), None)
        if at is None:
            return
        start, end, hint, proper = _mended(source, runs, at)
        run = runs[at]
        tail = source[run.start :].split("\n", 1)[0]
        yield Shown(tail, run.end - run.start, source[start:end], hint, proper)
        source = source[:start] + proper + source[end:]


def _mended(source: str, runs: Sequence[_Run], at: int) -> tuple[int, int, str, str]:
    """The part of the source to replace, how it is mended, and what mends it."""
    for first, last in ((at, at + 1), (at - 1, at)):
        if first < 0 or last == len(runs):
            continue
        start, end = runs[first].start, runs[last].end
        inner = source[runs[first].end : runs[last].start]
        for hint, proper in _ways(inner, source[:start][-1:], source[end:][:1]):
            if _mends(source, source[:start] + proper + source[end:], start + len(proper)):
                return start, end, hint, proper
    run = runs[at]
    return run.start, run.end, "escaped", "\\*" * (run.end - run.start)


def _ways(inner: str, before: str, after: str) -> Iterator[tuple[str, str]]:
    """What bold words could be written as: punctuation outside, or spaces around."""
    match = _PARTS.fullmatch(inner)
    if match is None or not match[2]:
        return
    lead, core, trail = match.groups()
    if not (set(lead + trail) - {" "}):
        yield "unclosed", f"{lead}**{core}**{trail}"
    elif not set(lead + trail) & set(core):
        yield "outside", f"{lead}**{core}**{trail}"
    bold = f"**{inner.strip()}**"
    yield "spaced", f"{' ' * _is_letter(before)}{bold}{' ' * _is_letter(after)}"


def _is_letter(char: str) -> bool:
    return re.match(r"\w", char) is not None


def _mends(source: str, mended: str, end: int) -> bool:
    """Whether nothing fails up to `end` any more, and the paragraph says the same."""
    return _skeleton(source) == _skeleton(mended) and not any(
        run.failed and run.start < end for run in _runs(mended)
    )


def _skeleton(source: str) -> list[tuple[str, str]]:
    """What a paragraph says besides its emphasis."""
    parts = [
        (child.type, child.content)
        for child in inline_tokens(phrase(source))
        if child.markup not in ("*", "**")
    ]
    return [
        (kind, _SKELETON.sub("", "".join(content for _, content in group)))
        for kind, group in groupby(parts, key=lambda part: part[0].replace("softbreak", "text"))
    ]


def _runs(source: str) -> list[_Run]:
    """Every run of asterisks that could be emphasis; it failed when two of it are shown, or one beside it."""
    states = _states(inline_tokens(phrase(source)))
    places = [match.start() for match in re.finditer(r"\*", source)]
    if len(states) != len(places):
        return []  # one is written as a code: nothing can be said of the others
    kept = [
        (place, state)
        for place, state in zip(places, states, strict=True)
        if state and not _is_escaped(source, place)
    ]
    runs: list[list[tuple[int, str]]] = []
    for place, state in kept:
        if runs and runs[-1][-1][0] == place - 1:
            runs[-1].append((place, state))
        else:
            runs.append([(place, state)])
    return [_Run(run[0][0], run[-1][0] + 1, _has_failed("".join(state for _, state in run))) for run in runs]


def _has_failed(states: str) -> bool:
    return states.count("-") > 1 or {"-", "e"} <= set(states)


def _is_escaped(source: str, place: int) -> bool:
    before = source[:place]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _states(children: Iterable[Token]) -> list[str]:
    """Of each asterisk in order: `-` shown, `e` or `s` an end of emphasis, nothing where it is neither."""
    states: list[str] = []
    behind = 0
    for child in children:
        if child.markup in ("*", "**") and child.nesting:
            states += "se"[len(child.markup) == 1] * len(child.markup)
        elif child.type == "text":
            states += "-" * child.content.count("*")
        elif child.type == "link_open":
            behind = 0 if child.markup == "autolink" else _in_address(child)
        else:
            passive = behind if child.type == "link_close" else child.content.count("*")
            states += [""] * (passive + _in_address(child))
    return states


def _in_address(token: Token) -> int:
    """Asterisks of an address and of its title, which stand behind a link's words."""
    return sum(str(token.attrs.get(name, "")).count("*") for name in ("href", "src", "title"))
