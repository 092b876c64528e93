"""Filling in gaps: fields within the stem, or one behind it."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from ...model.gap import BLANKS
from ...model.items.interaction import AskedGaps, Gap, Mistake, Number, Texts
from ...scoring.gaps import as_read
from ...words import Words
from ...writing.script import in_scripts, variants
from ..markdown import Reading, block
from .parts import Parts, said

_MARK = "\ufdd0"
"""Stands for a gap while the stem becomes HTML: no source may have this character."""


def gaps(asked: AskedGaps, stem: str, reading: Reading, words: Words) -> Parts:
    fields = [_field(gap, at, words) for at, gap in enumerate(asked.interaction.gaps, 1)]
    filled, left = _filled(block(BLANKS.sub(_MARK, stem), reading), fields)
    shown = " ".join(field + _whole(unit) for field, unit in left)
    controls = f'<p class="cw-gaps">{shown}</p>\n' if left else ""
    any_order = asked.interaction.any_order
    return Parts(
        "gaps",
        words("(in any order)") if any_order else "",
        controls,
        "".join(
            _reason(gap, asked.key[gap.id], reading, words) for gap in asked.interaction.gaps if asked.key
        ),
        (" data-any-order" if any_order else "") + _variants(asked.key.values()),
        filled if len(left) < len(fields) else "",
    )


def _field(gap: Gap, number: int, words: Words) -> tuple[str, str]:
    """Where to type, and the unit behind it."""
    name = escape(words("Gap {number}").format(number=number))
    unit = f" {escape(gap.unit)}" if gap.unit else ""
    return f'<input data-id="{gap.id}" aria-label="{name}">', unit


def _whole(unit: str) -> str:
    """A unit that is not parted at the end of a line, as Chinese may be between any two signs."""
    text = unit.lstrip()
    kept = f'<span class="cw-unit">{text}</span>' if len(text) > 1 else text
    return unit[: len(unit) - len(text)] + kept


def _filled(html: str, fields: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
    """The stem with a field for every gap that is no part of an address, and the fields without a gap.

    A unit with which the stem goes on stands there once.
    """
    left = list(fields)
    units = sorted({re.escape(unit.strip()) for _, unit in fields}, key=len, reverse=True)
    tag_or_gap = re.compile(rf"<[^>]*>|{_MARK}(\s*(?:{'|'.join(units)}))?")

    def put(found: re.Match[str]) -> str:
        if found[0][0] == _MARK and left:
            said = found[1] or ""
            field, unit = left.pop(0)
            is_said = said.strip().startswith(unit.strip())
            return field + (_whole(said) if is_said else _whole(unit) + said)
        return found[0].replace(_MARK, "___")

    return tag_or_gap.sub(put, html), left


def _reason(gap: Gap, expected: Texts | Number, reading: Reading, words: Words) -> str:
    answer, key, rest = _told(gap, expected, reading, words)
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in key.items() if value)
    return f'<li data-id="{gap.id}"{data}><b>{escape(answer)}</b> {said(gap.rationale, reading)}{rest}'


def _told(
    gap: Gap, expected: Texts | Number, reading: Reading, words: Words
) -> tuple[str, dict[str, str], str]:
    """What is right as a person reads it; and what the browser does; other wordings, or known mistakes."""
    if isinstance(expected, Texts):
        first, *others = expected.accepted
        also = words("Also: {others}").format(others=" / ".join(others))
        small = f" <small>{escape(also)}</small>" if others else ""
        return first, {"also": "\n".join(_forms(expected)[1:])}, small
    answer = expected.value + ("" if gap.unit[:1] in ("", "%", "‰", "°") else " ") + gap.unit
    tolerance = expected.tolerance if expected.tolerance != "0" else ""
    key = {"value": expected.value, "tolerance": tolerance, "unit": gap.unit}
    known = "".join(_mistake(mistake, reading, words) for mistake in expected.mistakes)
    return answer, key, known


def _mistake(mistake: Mistake, reading: Reading, words: Words) -> str:
    found = words("With {answer}:").format(answer=mistake.value)
    return f'<div data-value="{mistake.value}">{escape(found)} {said(mistake.rationale, reading)}</div>'


def _forms(expected: Texts) -> list[str]:
    """Every text that differs from the others as the browser reads it, in every script."""
    forms = [form for text in expected.accepted for form in in_scripts(text)]
    return list({as_read(form): form for form in reversed(forms)}.values())[::-1]


def _variants(key: Iterable[Texts | Number]) -> str:
    found = variants(as_read(form) for one in key if isinstance(one, Texts) for form in _forms(one))
    return f' data-variants="{found}"' if found else ""
