"""Verbs with which a duty begins: a list a language, one verb a line; which list, a text's writing tells.

A text in a writing system that has no list is not judged.
"""

import re
from functools import cache
from importlib import resources

LISTED = ("zh", "en")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WHEN = re.compile(r"每(?:两|半)?个?[日天周月季年][度初末]?|定期|按[日周月季年时期]度?|及时|主动|负责")
"""How often or how, which Chinese puts before the verb."""

_WORD = re.compile(r"[A-Za-z-]+")


def begins_with_verb(text: str) -> bool:
    """Whether a duty begins with a verb of its language's list, as far as there is one."""
    bare = text.strip().lstrip("*_“\"'（(")
    if _HAN.match(bare):
        return _WHEN.sub("", bare).startswith(("把", "将", *_verbs("zh")))
    word = _WORD.match(bare)
    return word is None or any(form in _verbs("en") for form in _base_forms(word[0].lower()))


def _base_forms(word: str) -> tuple[str, ...]:
    """The word, and what it may be the third person of: leads, watches, carries."""
    return word, word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"


def examples(text: str) -> str:
    """A few verbs in the language of the text."""
    return "制定、分析、组织、维护、编写" if _HAN.search(text) else "plan, analyse, lead, keep, write"


@cache
def _verbs(language: str) -> tuple[str, ...]:
    file = resources.files("coursewright").joinpath("validate", "verbs", f"{language}.txt")
    return tuple(file.read_text("utf-8").split("\n")[:-1])
