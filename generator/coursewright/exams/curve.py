"""The forms of a session as curves: what share of the points is expected at each ability."""

from collections.abc import Sequence
from importlib import resources
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


def shares(items: Sequence[Pooled]) -> list[float]:
    """The expected share of the points at each ability, from the curves of the items (`Pooled.traits`)."""
    points = sum(item.worth for item in items)
    return [sum(item.worth * _right(item, ability) for item in items) / points for ability in ABILITIES]


def _right(item: Pooled, ability: float) -> float:
    return 1 / (1 + exp(log((100 - item.facility) / item.facility) - ability))


def curves(session: Session, words: Words) -> Picture:
    """A line a form, told apart by colour and by dashes."""
    known = {item.id: item for unit in session.pool for item in unit.items}
    light = engine_tokens()["light"]
    data = {
        "abilities": ABILITIES,
        "forms": [
            {"code": form.code, "shares": shares([known[question.item] for question in form.questions])}
            for form in session.forms
        ],
        "inks": [light[name] for name in ("primary", "accent", "right", "caution")],
        "axis": words("ability in logits; 0 is a trained candidate"),
        "font": typeface(session.language).families,
        "language": session.language.replace("_", "-").partition("-")[0],
    }
    program = resources.files(__package__).joinpath("curve.typ").read_bytes()
    return picture(typeset(program, data, format="png")[0])
