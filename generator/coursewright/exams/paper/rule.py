"""How each shape is scored, in words: what `scoring/` does, for whoever marks by hand or is asked why."""

from collections import Counter
from typing import assert_never

from ...model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
)
from ...words import Words
from ..marks import converted


def rule(asked: Asked, worth: int, words: Words) -> str:
    """The rule for a question of so many points."""
    match asked:
        case AskedChoice(interaction, key):
            wrong = len(interaction.options) - len(key)
            return _choice(len(key), wrong, words) if interaction.many else words("All points for the key.")
        case AskedOrder(_, key):
            said = words(
                "Pairs of steps in the right order less pairs in the wrong order, of {pairs}, are the share "
                "of the points; never below 0. Steps left out earn nothing."
            )
            return said.format(pairs=len(key) * (len(key) - 1) // 2)
        case AskedMatch(_, key):
            return _match(len(Counter(key.values())), words)
        case AskedGaps():
            return _gaps(asked, words)
        case AskedWritten():
            said = words("A person finds each criterion met or not, and adds up the points of those met.")
            share = converted(asked, worth, words)
            return " ".join(filter(None, (said, share and words("({points})").format(points=share))))
        case unknown:
            assert_never(unknown)


def _choice(keys: int, wrong: int, words: Words) -> str:
    if not wrong:
        return words("Each right choice earns 1/{keys} of the points.").format(keys=keys)
    said = words(
        "Each right choice earns 1/{keys} of the points, each wrong one costs 1/{wrong} of them; "
        "never below 0."
    )
    return said.format(keys=keys, wrong=wrong)


def _match(targets: int, words: Words) -> str:
    said = words(
        "Each of the {targets} letters that something belongs to counts alike, shared by all that belongs to "
        "it. What has its own letter earns its share, a wrong letter costs 1/{others} of that, no letter "
        "nothing; never below 0."
    )
    return said.format(targets=targets, others=max(targets - 1, 1))


def _gaps(asked: AskedGaps, words: Words) -> str:
    gaps, any_order = asked.interaction.gaps, asked.interaction.any_order
    share = words("Each gap earns 1/{gaps} of the points.").format(gaps=len(gaps))
    told = [
        words("All points for what is accepted.") if len(gaps) == 1 else share,
        words("The answers may change places; each counts once.") if any_order else "",
        words("A number is right in any notation, with or without its unit; another unit is wrong.")
        if any(gap.is_number for gap in gaps)
        else "",
        words("Width, case, punctuation, script and spaces make no difference.")
        if not all(gap.is_number for gap in gaps)
        else "",
    ]
    return " ".join(filter(None, told))
