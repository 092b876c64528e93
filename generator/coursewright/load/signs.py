"""Signs that YAML takes, without a word, for something else than their author: for a text, or for a key."""

import re

ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
"""Spaces that are none to YAML."""
COLONS = "：∶︰﹕꞉։︓ː"
"""Signs that look like a colon and end no key."""
HYPHENS = "－−–—‐‑⸺―─﹘﹣⁃•●▪·・"
"""Signs that look like a hyphen, or stand where one does, and begin no entry."""
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_WIDE_HYPHEN = re.compile(rf"\s*([{HYPHENS}])[ {ODD_SPACES}]+\S")
_LONG_HYPHEN = re.compile(rf"[{HYPHENS}][ {ODD_SPACES}]+\S")
TIGHT_HYPHEN = re.compile(r"^[ ]*(-)(?=[^\W\d])", re.M)
WIDE_BLOCK = re.compile(r"(?:^|[:-])[ ]*([｜＞][-+－＋0-9]*)[ ]*(?:#.*)?$", re.M)
_HALF_WIDTH = str.maketrans("｜＞＋－", "|>+-")


def may_have_signs(text: str) -> bool:
    """Whether one of the four below may find something in a file; in most there is nothing."""
    signs = (_ODD_SPACE, _LONG_HYPHEN, TIGHT_HYPHEN)
    return "｜" in text or "＞" in text or any(sign.search(text) for sign in signs)


def odd_space(text: str) -> str:
    """The first space in a key, or behind the hyphen of an entry, that YAML does not take for one."""
    match = _ODD_SPACE.search(text)
    return f"U+{ord(match[0]):04X}" if match else ""


def wide_hyphen(line: str, column: int) -> str:
    """The sign at which an entry begins, when it is no hyphen but a longer one, first on its line."""
    match = _WIDE_HYPHEN.match(line)
    return match[1] if match and match.start(1) == column else ""


def tight_hyphen(line: str, column: int) -> bool:
    """Whether what begins there, first on its line, begins with a hyphen and no space."""
    match = TIGHT_HYPHEN.match(line)
    return match is not None and match.start(1) == column


def wide_block(line: str, column: int) -> str:
    """The full-width sign of a text of several lines that stands alone at the end of its line."""
    match = WIDE_BLOCK.search(line)
    return match[1] if match and match.start(1) == column else ""


def half_width(sign: str) -> str:
    return sign.translate(_HALF_WIDTH)
