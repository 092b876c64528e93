"""The unit behind a number in files of other people, in which as often as not the sentence goes on there."""

import re

_UNIT = re.compile(
    r"[^\s\d.,+;:!?。，、；：！？…-][^\s;:!?。，、；：！？…]*(?:[ \u00a0][^\s;:!?。，、；：！？…]+){0,2}"
)
"""At most three words, without the signs of a sentence and nothing that a number could go on with."""
_MOST = 20
_ON = r"(?:请|答|填|写|保留|精确|注|是|为|的|了|和|与|或|即|等|which\b|is\b|are\b|and\b|please\b)"
"""How a text begins that goes on with the sentence, or tells what to do."""
_ADDRESSED = re.compile(_ON, re.I)
_BRACKETED = re.compile(rf"[(（\[【]{_ON}", re.I)
_BEFORE = re.compile(rf"[;:!?。，、；：！？…]|\.\s|\.$|{_BRACKETED.pattern}", re.I)
"""What a unit ends at, where a sentence goes on behind it or is over."""
_HAN = re.compile("[\u3400-\u9fff]")
_MOST_HAN = 6
"""Of a unit in Chinese, such as 元/平方公里; 个百分点 has four."""


def is_unit(text: str) -> bool:
    """Whether a text may be the unit of a number: 万元, %, 个百分点, kg, sq. m."""
    return (
        len(text) <= _MOST
        and _UNIT.fullmatch(text) is not None
        and _ADDRESSED.match(text) is None
        and _BRACKETED.search(text) is None
        and len(_HAN.findall(text)) <= _MOST_HAN
    )


def unit_of(behind: str) -> tuple[str, str]:
    """The unit with which the text behind a number begins, or none, and what follows it."""
    text = behind.strip()
    if is_unit(text) and not text.endswith("."):
        return text, ""
    end = _BEFORE.search(text)
    if end and is_unit(unit := text[: end.start()]):
        return unit, text[end.start() :]
    return "", behind
