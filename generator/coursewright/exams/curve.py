"""The forms of a session as curves: what share of the points is expected at each ability."""

from collections.abc import Sequence
from importlib import resources
from itertools import chain
from math import exp, log

from ..press.fonts import typeface
from ..press.picture import Picture, picture
from ..press.typeset import typeset
from ..styles.tokens import engine_tokens
from ..words import Words
from .session import Session
from .unit import Pooled

ABILITIES = tuple(at / 4 for at in range(-12, 13))
"""In logits from the trained candidate."""

REACHES = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
"""Percentage points up to which differences are drawn."""


def shares(items: Sequence[Pooled]) -> list[float]:
    """The expected share of the points at each ability, from the curves of the items (`Pooled.traits`)."""
    points = sum(item.worth for item in items)
    return [sum(item.worth * _right(item, ability) for item in items) / points for ability in ABILITIES]


def differences(shares: Sequence[Sequence[float]]) -> list[list[float]]:
    """Of each form from the mean of all, in percentage points."""
    means = [sum(each) / len(shares) for each in zip(*shares, strict=True)]
    return [[100 * (share - mean) for share, mean in zip(own, means, strict=True)] for own in shares]


def _right(item: Pooled, ability: float) -> float:
    return 1 / (1 + exp(log((100 - item.facility) / item.facility) - ability))


def curves(session: Session, words: Words) -> Picture:
    """A line a form, and how far each is from the mean of all, for forms that are alike lie on each other."""
    known = {item.id: item for unit in session.pool for item in unit.items}
    own = [shares([known[question.item] for question in form.questions]) for form in session.forms]
    off = differences(own)
    reach = next(each for each in REACHES if each >= max(map(abs, chain(*off))))
    light = engine_tokens()["light"]
    data = {
        "abilities": ABILITIES,
        "forms": [
            {"code": form.code, "shares": each, "differences": its}
            for form, each, its in zip(session.forms, own, off, strict=True)
        ],
        "reach": reach,
        "rows": [(reach, f"+{reach:g}"), (0, "0"), (-reach, f"−{reach:g}")],
        "inks": [light[name] for name in ("primary", "accent", "right", "caution")],
        "axis": words("ability in logits; 0 is a trained candidate"),
        "difference": words("difference from the mean of the forms, in percentage points"),
        "font": typeface(session.language).families,
        "language": session.language.replace("_", "-").partition("-")[0],
    }
    program = resources.files(__package__).joinpath("curve.typ").read_bytes()
    return picture(typeset(program, data, format="png")[0])
