"""A site whose sources changed only within questions, mended without MkDocs.

A question is one `<fieldset class="cw-q">`, staged as it stands in the built
page and left out of the search index. When everything else that is staged is
as it was, the built page needs nothing but the new fieldsets.
"""

import re
from collections.abc import Iterable, Mapping

from ..render.urls import as_built

_QUESTION = re.compile(r'<fieldset class="cw-q" id="([^"]*)".*?</fieldset>', re.S)
STATIC = "docs/"
"""Below it, what is no Markdown is copied into the site as it stands."""

Mend = dict[str, bytes | list[tuple[bytes, bytes]]]
"""Path in the site → its new content, or what to replace by what in it."""


def splice(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Mend | None:
    """What to mend in a site built from `before` to make it that of `after`; None when that needs MkDocs."""
    if before.keys() != after.keys():
        return None
    mend: Mend = {}
    for path, new in after.items():
        old = before[path]
        if new == old:
            continue
        if path.startswith(STATIC) and not path.endswith(".md"):
            mend[path.removeprefix(STATIC)] = new
        elif (page := _page(path)) is None or (changes := _changes(page, old.decode(), new.decode())) is None:
            return None
        else:
            mend[page] = changes
    return mend


def mended(page: bytes, changes: Iterable[tuple[bytes, bytes]]) -> bytes | None:
    """The page with its questions replaced; None when one of them does not stand in it exactly once."""
    for old, new in changes:
        if page.count(old) != 1:
            return None
        page = page.replace(old, new)
    return page


def _page(path: str) -> str | None:
    """The built page of a staged one: a Markdown page, or the questions of a quiz."""
    if path.startswith("overrides/questions/"):
        return f"quizzes/{path.removeprefix('overrides/questions/').removesuffix('.html')}/index.html"
    if not path.endswith(".md"):
        return None
    stem = path.removeprefix("docs/").removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


def _changes(page: str, old: str, new: str) -> list[tuple[bytes, bytes]] | None:
    """The questions that differ, as they stand in the built page, or None when anything else does."""
    if _QUESTION.sub(r"<\1>", old) != _QUESTION.sub(r"<\1>", new):
        return None
    pairs = zip(_QUESTION.finditer(old), _QUESTION.finditer(new), strict=True)
    base = "/".join([".."] * page.count("/")) or "."
    return [
        (as_built(before[0], base).encode(), as_built(after[0], base).encode())
        for before, after in pairs
        if before[0] != after[0]
    ]
