"""Options of unequal form: the one that is longer, ends otherwise, or is of another kind draws the eye."""

import re
from collections.abc import Iterator, Sequence

from ...diagnostics import SourceString
from ...words import marked as _
from ..finding import Finding, about
from ..question import Choosable, Question
from ..wording import ending, has_inner_stop, length

LONGER = 1.3
"""How much longer than every distractor a key must be to stick out …"""
LETTERS = 4
"""… and by how many letters at least: short texts differ by chance."""

_BLOCKS = re.compile(r"```|^\s*\||^\s*[-*] ", re.M)


def findings(question: Question) -> Iterator[Finding]:
    yield from _longest(question)
    raw = [option.text for option in getattr(question.asked.interaction, "options", ())]
    if question.options and (how := _uneven(question.options, raw)):
        yield about(question, "uneven-options", "options", how[0], "text", how=SourceString(how[1]))


def _longest(question: Question) -> Iterator[Finding]:
    keys, others = question.keys, question.distractors
    if not keys or not others:
        return
    shortest = min(length(option.text) for option in keys)
    longest = max(length(option.text) for option in others)
    if shortest >= LONGER * longest and shortest >= longest + LETTERS:
        yield about(question, "longest-key", "options", keys[0].at, "text", length=shortest, next=longest)


def _uneven(options: Sequence[Choosable], raw: Sequence[str]) -> tuple[int, str] | None:
    """The first option of another form than most, and how it differs."""
    forms = (
        (_ending(options, ".。;；"), _("some end with a full stop and some do not")),
        (_ending(options, "?？!！"), _("some end with a question or exclamation mark and some do not")),
        ([_BLOCKS.search(text) is not None for text in raw], _("some have a list, a table or code")),
    )
    return next(((at, how) for values, how in forms if (at := _odd(values)) is not None), None)


def _ending(options: Sequence[Choosable], signs: str) -> list[bool]:
    """Which options end with one of some signs; nothing of whole passages, for they may end with a name."""
    is_passage = any(has_inner_stop(option.text) for option in options)
    return [] if is_passage else [ending(option.text) in {*signs} for option in options]


def _odd(values: Sequence[bool]) -> int | None:
    """The position of the first value that fewest have, or None when all are the same."""
    if len(set(values)) < 2:
        return None
    return min(range(len(values)), key=lambda at: (values.count(values[at]), at))
