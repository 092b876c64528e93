"""Quotation marks, commas and brackets of any keyboard, and a value with those that YAML takes."""

import re

from .signs import HYPHENS

OPENING, CLOSING = "“”„‟‘’‚「『＂＇«", "“”‟‘’」』＂＇»"
_BRACKETS = "[]【】［］〔〕﹝﹞〖〗（）()﹙﹚｛｝「」『』"
COMMAS = ",，、﹐﹑､;；﹔"
"""Signs between entries of a list, of which the first alone is YAML's."""
_BETWEEN = re.compile(rf"[{COMMAS}\s]+")
_NUMBERED = re.compile(
    rf"(?:^|(?<=\s))(?:\d{{1,2}}[.)．、](?=\D)|[①-⑳]|[一二三四五六七八九十]{{1,2}}、|[{HYPHENS}ー★◆■✓√])\s*"
)
"""What stands before entries elsewhere."""
_WORD = re.compile(r"[A-Za-z0-9][\w./-]*", re.ASCII)


def unquoted(text: str) -> str:
    """What stands within typographic quotation marks, or nothing when there are none around the text."""
    return text[1:-1].strip() if len(text) > 2 and text[0] in OPENING and text[-1] in CLOSING else ""


def as_list(text: str) -> str:
    """A text of words with any kind of comma, space and bracket as the list that was meant, or nothing."""
    bare = _NUMBERED.sub(" ", text.strip()).strip(_BRACKETS)
    words = [word for word in _BETWEEN.split(bare) if word]
    return f"[{', '.join(words)}]" if words and all(map(_WORD.fullmatch, words)) else ""


def quoted(text: str) -> str:
    """A text in quotation marks that YAML takes as it stands."""
    if "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
