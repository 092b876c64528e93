"""How an actual value becomes points, as every paper with indicators says it."""

from ..model.role import Kpi
from ..words import Words


def directions(words: Words) -> dict[str, str]:
    return {"higher": words("higher is better"), "lower": words("lower is better")}


def limits(kpi: Kpi) -> str:
    """Fewest and most points, such as “60–120”."""
    return f"{kpi.floor}–{kpi.cap}"


def rule(words: Words) -> str:
    """What the direction and the limits of an indicator mean."""
    return words(
        "Points: higher is better, actual ÷ target × 100, the target above 0; lower is better, (2 − actual "
        "÷ target) × 100, and with a target of 0, 100 for an actual 0, else 0. Fewer than the lower limit "
        "count as 0, more than the upper one as the upper one. Where there was nothing to count (divided by "
        "0), the indicator is left out, and the others share its weight in proportion."
    )
