"""Styles without what only authors read: comments, indentation, empty lines. No string changes."""

import re

_STRING = r'"(?:\\[\s\S]|[^"\\\n])*"|' + r"'(?:\\[\s\S]|[^'\\\n])*'"
_BLOCK = r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/"
_STYLE = re.compile(rf"(?P<kept>{_STRING}|url\([^\"')]*\))|(?P<space>(?:\s+|{_BLOCK})+)")


def stripped_style(text: str) -> str:
    return _STYLE.sub(lambda found: found["kept"] or _end(found["space"]), text).strip() + "\n"


def _end(space: str) -> str:
    return "\n" if "\n" in space else space and " "
