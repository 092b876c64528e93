"""What options are worth, as shares of a question's points, and which shares Moodle allows."""

from collections.abc import Mapping
from fractions import Fraction

from ..model.items.interaction import AskedChoice
from ..words import marked as _
from .posed import Left

ALLOWED = (
    *("100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25"),
    *("20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"),
)
"""In percent, to the letter, each but 0 with either sign (`question_bank::fraction_options_full`)."""

_NEAR = Fraction(1, 10_000)


def percent(share: Fraction) -> str:
    """The allowed percentage of a share from -1 to 1. Raises Left where none is near."""
    sign = "-" if share < 0 else ""
    for allowed in ALLOWED:
        if abs(abs(share) * 100 - Fraction(allowed)) <= _NEAR:
            return sign + allowed if allowed != "0" else allowed
    raise Left(_("options of a worth that Moodle does not allow"))


def decided(asked: AskedChoice) -> Mapping[str, Fraction]:
    """What each option of a choice of many adds, as `scoring/choice.py`: 1/K of K keys, -1/D of D others."""
    keys = len(asked.key)
    others = max(1, len(asked.interaction.options) - keys)
    return {
        option.id: Fraction(1, keys) if option.id in asked.key else Fraction(-1, others)
        for option in asked.interaction.options
    }
