"""What authors may and may not write in Markdown.

The renderer is safe whatever comes: this is where an author is told of
something that would not work, at its own line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from ..diagnostics import Place, Problem, SourceString
from ..load.source_file import SourceFile
from ..model.kinds import LINKED, PICTURED
from ..model.mark import LINE
from ..model.markup import tokens_of
from ..model.walk import Path, Spot
from .addresses import address_problems
from .emphasis import Shown, shown_asterisks
from .html import first_tag, raised
from .line_starts import may_start, started_lines
from .links import leading, link_problems
from .shows_nothing import may_show_nothing, nothing_shown
from .tables import broken_tables

_WORTH_PARSING = re.compile(r"[\[<#|｜$【［]|\*\*|\\[(\[]|^ {0,3}=+\s*$", re.M)
_MAY_MARK = re.compile(r"[#`*\[<$]")
_HEADING = re.compile(r"#{1,6}\s")
_MARKS = re.compile(r"^#{1,6}\s|`[^`]+`|\*\*[^*]*(?:\*\*)?|!?\[[^\[\]]*\]\([^()]*\)")
"""What is written for Markdown, and hardly for any other reason."""

_FORMULA = re.compile(r"(\${1,2})([^$\n]{1,400})\1|(\\\()([^\n]{1,200}?)\\\)|(\\\[)([^\]\n]{1,200})\\\]")
_SIGNS = re.compile(r"[\\^_{}=]")
"""Of which a formula has one; money between dollars, and brackets that are meant, have none."""

_MERGED = re.compile(r"^<{7}(?: [^\n]*)?$", re.M)
_WIDE_LINK = re.compile(
    r"!?[\[【［]([^\[\]【】［］\n]*)([\]】］]\s?[(（]\s*)([a-z]+)(\s*[:：]\s*)([^()（）\s]*)\s*[)）]"
)
_WIDE = re.compile("[【［】］（）：]")
_SCHEMES = frozenset((*LINKED, *PICTURED, "http", "https", "mailto"))


def markdown_problems(file: SourceFile, texts: Iterable[Spot], *, role: bool) -> Iterator[Problem]:
    """Problems of every text of a file, which may be a role's, each judged as its field is shown."""
    for spot in texts:
        if spot.mark.markdown:
            if _is_worth_parsing(spot.text):
                yield from _parsed(file, spot, role=role)
        elif _MAY_MARK.search(spot.text):
            yield from _unparsed(file, spot, _MARKS.search(spot.text))
            yield from _tags(file, spot.path, spot.text, {"plain": first_tag(spot.text)})
            yield from _formulas(file, spot.path, spot.text)


def _is_worth_parsing(text: str) -> bool:
    return _WORTH_PARSING.search(text) is not None or may_start(text) or may_show_nothing(text)


def _unparsed(file: SourceFile, spot: Spot, match: re.Match[str] | None) -> Iterator[Problem]:
    """Marks where there is no Markdown."""
    if match:
        found = match[0].strip()
        yield Problem("CW0506", file.place_of(spot.path, found), {"found": found})


def _parsed(file: SourceFile, spot: Spot, *, role: bool) -> Iterator[Problem]:
    path, text, mark = spot
    tokens = tokens_of(text, mark)
    if unseen := nothing_shown(file, spot, tokens):
        yield unseen
        return
    if mark is LINE:
        yield from _unparsed(file, spot, _HEADING.match(text))
    if any(token.type == "heading_open" and token.tag == "h1" for token in tokens):
        yield Problem("CW0502", file.place_of(path, _first_heading(text)))
    for token in leading(tokens):
        yield from address_problems(file, spot, token, role=role)
    yield from link_problems(file, spot, tokens)
    for broken in broken_tables(text, tokens):
        values = {"reason": SourceString(broken.reason), "rule": broken.rule, "escaped": broken.escaped}
        yield Problem("CW0507", file.place_of(path, broken.line), values)
    for started in started_lines(tokens):
        place = replace(file.place_of(path, started.line), width=len(started.line))
        yield Problem("CW0519", place, {"found": started.line, "proper": started.proper})
    for token in tokens:
        if token.type == "inline":
            yield from _written(file, path, token)


def _written(file: SourceFile, path: Path, token: Token) -> Iterator[Problem]:
    """What of one paragraph or line would be shown as it is written."""
    children: Sequence[Token] = token.children or ()
    written = "\n".join(child.content for child in children if child.type == "text")
    source = token.content
    for child in children:
        if child.type == "code_inline":
            source = source.replace(child.content, "")
    for shown in shown_asterisks(token.content, children):
        yield Problem(
            "CW0505", _place_of(file, path, shown), {"found": shown.found, shown.hint: shown.proper}
        )
    if "<<<<<<<" in written and (mark := _MERGED.search(written)):
        yield Problem("CW0518", file.place_of(path, mark[0]), {"found": mark[0]})
    if tag := first_tag(written):
        yield from _tags(file, path, source, {"markdown": tag})
    yield from _formulas(file, path, source)
    yield from _wide_links(file, path, source)


def _place_of(file: SourceFile, path: Path, shown: Shown) -> Place:
    """The asterisks that failed, by what follows them on their line, of which a file may have less."""
    words = shown.tail, shown.tail[: shown.width + 4], "*" * shown.width
    return replace(file.place_of_any(path, *words), width=shown.width)


def _tags(file: SourceFile, path: Path, source: str, hints: dict[str, str]) -> Iterator[Problem]:
    if tag := first_tag(source):
        values = {"found": tag, **({"raised": proper} if (proper := raised(source)) else hints)}
        yield Problem("CW0504", file.place_of(path, tag), values)


def _formulas(file: SourceFile, path: Path, source: str) -> Iterator[Problem]:
    """The first formula: LaTeX between dollars, or between brackets that have a backslash each."""
    matches = (
        match for match in _FORMULA.finditer(source) if match[3] or _SIGNS.search(match[2] or match[6])
    )
    if match := next(matches, None):
        yield Problem("CW0508", file.place_of(path, match[0]), {"found": match[0]})


def _wide_links(file: SourceFile, path: Path, source: str) -> Iterator[Problem]:
    for match in _WIDE_LINK.finditer(source):
        words, kind, rest = match[1], match[3], match[5]
        is_broken = _WIDE.search(match[0].replace(words, "", 1)) or re.search(
            r"\s\(|\s", match[2].rstrip() + match[4]
        )
        if kind in _SCHEMES and is_broken:
            proper = f"{'!' * match[0].startswith('!')}[{words}]({kind}:{rest})"
            yield Problem("CW0509", file.place_of(path, match[0]), {"found": match[0], "proper": proper})


def _first_heading(text: str) -> str:
    """The line that makes a heading of the first level, as far as one line tells."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        bare = line.lstrip(" \t>-+*0123456789.)")
        if re.match(r"#(?!#)(\s|$)", bare):
            return line.strip()
        if re.fullmatch(r" {0,3}=+\s*", line) and at:
            return lines[at - 1].strip()
    return ""
