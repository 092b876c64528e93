"""A bank for practice beside the same items that are reserved, which may not read alike."""

import re

_ITEM = re.compile(r"(?m)^(?=  - id: )")
_PROSE = re.compile(
    r"(?m)^( +(?:- )?(?:stem|text|match|rationale|explanation|if_true|if_false|sample|stimulus|title): )(.+)$"
)
_BLOCK = re.compile(r"(?m)^ +[^:\n-]+:?$|^ +\|.+$")
_WORD = re.compile(r"[A-Za-z]{3,}")


def reworded(bank: str) -> str:
    """The bank in other words, each word backwards, but for what of it is reserved."""
    return "".join(item if "    use: exam" in item else _backwards(item) for item in _ITEM.split(bank))


def _backwards(item: str) -> str:
    told = _PROSE.sub(lambda line: line[1] + _turned(line[2]), item)
    return _BLOCK.sub(lambda line: line[0] if _is_key(line[0]) else _turned(line[0]), told)


def _is_key(line: str) -> bool:
    return line.endswith(":") and line.strip(" :").islower()


def _turned(text: str) -> str:
    return _WORD.sub(lambda word: word[0][::-1], text)
