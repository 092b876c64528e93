"""Moodle's questions within a text (“Embedded Answers (Cloze)”): `{1:SHORTANSWER:=a~=b#why}` for every gap.

What would end an answer is a character reference, which Moodle decodes. It decodes what is said of one as
well, so a rationale whose HTML has references of its own cannot stand there.
"""

import re
from collections.abc import Callable, Iterator

from ..model.items.interaction import AskedGaps, Gap, Number, Texts
from ..words import marked as _
from .hypertext import Writing, block
from .posed import Left
from .wordings import listed

_RESERVED = re.compile(r"[\\{}#~/\"'<>&*]")
_ENDING = re.compile(r"[~{}\\]")
_TAG_OR_MARK = re.compile("<[^>]*>|\ufdd0")
_QUESTION = re.compile(r"\{(\d*):(\w+):((?:[^{}\\]|\\.)*)\}", re.S)

REASONS = _("rationales of gaps that have signs of HTML")


def cloze(html: str, asked: AskedGaps, writing: Writing) -> str:
    """A text with U+FDD0 for every gap, with the questions in their places. Raises Left."""
    gaps = [_question(gap, asked.key[gap.id], writing) for gap in asked.interaction.gaps]
    left = iter(gaps)
    text = _TAG_OR_MARK.sub(lambda found: next(left, "___") if found[0] == "\ufdd0" else found[0], html)
    if next(left, None):
        raise Left(_("gaps within an address"))
    return text


def _question(gap: Gap, expected: Texts | Number, writing: Writing) -> str:
    why = _feedback(gap.rationale, writing)
    if isinstance(expected, Texts):
        return f"{{1:SHORTANSWER:{'~'.join(f'={_typed(text)}{why}' for text in listed(expected))}}}"
    if gap.unit:
        writing.note(_("units: they stand behind the gap as text"))
    unit = f" {_referred(gap.unit)}" if gap.unit else ""
    return f"{{1:NUMERICAL:{'~'.join(_amounts(expected, why, writing))}}}{unit}"


def _amounts(expected: Number, why: str, writing: Writing) -> Iterator[str]:
    yield f"={expected.value}:{expected.tolerance}{why}"
    for mistake in expected.mistakes:
        yield f"%0%{mistake.value}:0{_feedback(mistake.rationale, writing)}"


def _typed(text: str) -> str:
    """What is right, letter for letter: a star would stand for anything."""
    return _referred(text.replace("*", "\\*"))


def _referred(text: str) -> str:
    return _RESERVED.sub(lambda found: f"&#{ord(found[0])};", text)


def _feedback(rationale: str | None, writing: Writing) -> str:
    if not rationale:
        return ""
    html = block(rationale, Writing(writing.note)).replace("\n", " ")
    html = html if "=" in html else html.replace("&quot;", '"').replace("&#x27;", "'")
    if "&" in html:
        writing.note(REASONS)
        return ""
    return "#" + _ENDING.sub(lambda found: f"&#{ord(found[0])};", html)


def parted(html: str, put: Callable[[str, str], str | None]) -> str:
    """A cloze text with something else for each of its questions.

    `put` is given a question's kind and its answers; for None the question stays as text.
    """

    def changed(found: re.Match[str]) -> str:
        made = put(found[2].upper(), found[3])
        return found[0] if made is None else made

    return _QUESTION.sub(changed, html)
