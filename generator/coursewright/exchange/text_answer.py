"""Answers and letters that people write into a text: `（ B ）` in a stem, `A. …` in the cell of an option."""

import re
from collections.abc import Mapping

from .answers import chosen, verdict
from .face import in_one_width

_INSIDE = re.compile(r"[(（]\s*((?:对|错|√|×|正确|错误)\s*|[A-HＡ-Ｈa-h][A-HＡ-Ｈa-h\s,，、]*)[)）]")
_LETTERED = re.compile(r"\s*[(（]?([A-HＡ-Ｈ])\s*[、.．:：)）]\s*(\S.*)", re.S)


def inside(stem: str) -> re.Match[str] | None:
    """The last answer in brackets."""
    found = [*_INSIDE.finditer(stem)]
    return found[-1] if found else None


def blanked(answer: re.Match[str]) -> str:
    """The text around an answer in brackets, which are left."""
    return f"{answer.string[: answer.start()]}（ ）{answer.string[answer.end() :]}"


def is_same(answer: str, other: str) -> bool:
    """Whether two spellings mean the same."""
    return _meant(answer) == _meant(other)


def _meant(answer: str) -> object:
    keys, judged = chosen(answer), verdict(answer)
    if judged is None and keys is None:
        return in_one_width(answer).split()
    return judged if judged is not None else keys and sorted(keys)


def unlettered(options: Mapping[str, str]) -> dict[str, str]:
    """The texts without their own letters, where all begin with theirs."""
    found = {letter: _LETTERED.fullmatch(text) for letter, text in options.items()}
    if not all(each and _is(each[1], letter) for letter, each in found.items()):
        return dict(options)
    return {letter: each[2] for letter, each in found.items() if each}


def _is(written: str, letter: str) -> bool:
    return written == letter or ord(written) - 0xFEE0 == ord(letter)
