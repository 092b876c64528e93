"""Whether an item has another answer than before; a text that was only worded otherwise is none."""

from collections.abc import Callable
from typing import Any

from . import types
from .draft import Data


def is_rekeyed(old: Data, new: Data) -> bool:
    """Whether who was right about an item may be wrong now, by the data of both."""
    if old["type"] != new["type"]:
        return True
    return old["type"] in _TELLING and _TELLING[old["type"]](old, new)


def _choice(old: Data, new: Data) -> bool:
    """Neither the same options nor those in the same places."""
    before, after = old["options"], new["options"]
    places, texts = ([_right(each, name) for each in (before, after)] for name in (False, True))
    return places[0] != places[1] and texts[0] != texts[1]


def _right(options: list[Data], by_text: bool) -> set[Any]:
    return {each["text"] if by_text else at for at, each in enumerate(options) if each.get("key")}


def _truth(old: Data, new: Data) -> bool:
    return bool(old["answer"] != new["answer"])


def _number(old: Data, new: Data) -> bool:
    return _amount(old["answer"]) != _amount(new["answer"])


def _amount(answer: Data) -> tuple[Any, ...]:
    return answer["value"], answer.get("tolerance", 0), answer.get("unit", "")


def _gaps(old: Data, new: Data) -> bool:
    """A number is another, or a text is no longer accepted."""
    before, after = old["blanks"], new["blanks"]
    return len(before) != len(after) or any(map(_gap, before, after))


def _gap(old: Data, new: Data) -> bool:
    if "number" in old and "number" in new:
        return _amount(old["number"]) != _amount(new["number"])
    return bool(_accepted(old) - _accepted(new))


def _accepted(gap: Data) -> set[str]:
    return {str(gap["number"]["value"])} if "number" in gap else {*map(str, gap["accept"])}


def _order(old: Data, new: Data) -> bool:
    before, after = ([each["text"] for each in data["steps"]] for data in (old, new))
    return [each for each in before if each in after] != [each for each in after if each in before]


def _pairs(old: Data, new: Data) -> bool:
    return _parted(
        *(
            [*((each["match"], [each]) for each in data["pairs"]), (_NOTHING, data.get("others", []))]
            for data in (old, new)
        )
    )


def _categories(old: Data, new: Data) -> bool:
    return _parted(
        *([(each["text"], each.get("examples", [])) for each in data["categories"]] for data in (old, new))
    )


_NOTHING = ""
"""What distractors belong to."""


def _parted(old: list[tuple[str, list[Data]]], new: list[tuple[str, list[Data]]]) -> bool:
    """Whether something belongs now to what something else belonged to, or no longer to nothing."""
    before, after = ({entry["text"]: text for text, all in each for entry in all} for each in (old, new))
    known = {text for text, _ in old}
    both = [(before[text], after[text]) for text in before.keys() & after.keys()]
    return any(one != other and (other in known or one == _NOTHING) for one, other in both)


_TELLING: dict[str, Callable[[Data, Data], bool]] = {
    types.SINGLE: _choice,
    types.MULTIPLE: _choice,
    types.TRUE_FALSE: _truth,
    types.NUMBER: _number,
    types.GAPS: _gaps,
    types.STEPS: _order,
    types.PAIRS: _pairs,
    types.CATEGORIES: _categories,
}
