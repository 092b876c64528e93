"""A site whose sources changed only within questions, mended without MkDocs.

A question is a `<fieldset class="cw-q">` with whatever fieldsets are in it, or its row
`<tr class="cw-row">` in a table of the bank: staged as it stands in the built page and
left out of the search index. When everything else that is staged is as it was, the built
page needs nothing but the new questions.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from ..render.urls import as_built

_FIELD = re.compile(r'<fieldset class="cw-q" (id="[^"]*")|</?fieldset\b')
_ROW = re.compile(r'<tr class="cw-row" (id="[^"]*").*?</tr>\n', re.S)
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


def built_path(path: str) -> str | None:
    """Where in the site a staged file is, if it is a page or a file of it."""
    if path.startswith(STATIC) and not path.endswith(".md"):
        return path.removeprefix(STATIC)
    return _page(path) if path.startswith(STATIC) else None


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
    before, after = _questions(old), _questions(new)
    if _around(old, before) != _around(new, after):
        return None
    base = "/".join([".."] * page.count("/")) or "."
    pairs = [(old[one], new[other]) for one, other in zip(before, after, strict=True)]
    return [
        (as_built(one, base).encode(), as_built(other, base).encode()) for one, other in pairs if one != other
    ]


def _questions(html: str) -> list[slice]:
    """Where each question stands, as a field or as a row."""
    rows = (slice(*row.span()) for row in _ROW.finditer(html))
    return sorted([*_fields(html), *rows], key=lambda found: found.start)


def _fields(html: str) -> Iterator[slice]:
    """Where each field of a question stands, those within another one left out."""
    start, depth = 0, 0
    for tag in _FIELD.finditer(html):
        if not depth and not tag[1]:
            continue
        start = start if depth else tag.start()
        depth += -1 if tag[0].startswith("</") else 1
        if not depth:
            yield slice(start, tag.end() + 1)


def _around(html: str, questions: list[slice]) -> str:
    """The page with nothing of its questions but their ids, in their places."""
    starts = [0, *(question.stop for question in questions)]
    ends = [*(question.start for question in questions), len(html)]
    between = (html[start:end] for start, end in zip(starts, ends, strict=True))
    ids = [
        found[1]
        for question in questions
        if (found := _FIELD.match(html, question.start) or _ROW.match(html, question.start))
    ]
    return "\0".join([*between, *ids])
