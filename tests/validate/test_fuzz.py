"""Real sources, damaged at random: whatever an author does to a file, problems are told, never raised.

One file at a time is damaged in memory and read anew; all others are read and
validated once. Linking needs all of them, so it runs only when the damaged
file still has a shape, and over the cached models of the others.
"""

import os
import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.compiler import RENDERERS
from coursewright.diagnostics import REPORTS, Problem, in_order
from coursewright.link import Site, link_site
from coursewright.load import SourceFile, SourceTree, load_tree
from coursewright.load.source_file import read_source
from coursewright.render import render_site
from coursewright.validate import Sources, validate_tree
from trees import CHINESE, ENGLISH, ROOT

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""How many to try, new ones each time; without it the same 1,500, so that a commit is judged by itself."""

fuzzed = settings(
    max_examples=EXAMPLES or 1500,
    derandomize=not EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)


@cache
def course() -> tuple[Sources, dict[str, bytes]]:
    """The shipped course as it is: its models, and its files' bytes."""
    tree = load_tree(ROOT)
    return validate_tree(tree), {file: (ROOT / file).read_bytes() for file in tree.files}


@cache
def names() -> list[str]:
    """Every file, small ones first; hypothesis shrinks towards them."""
    return sorted(course()[1], key=lambda file: len(course()[1][file]))


def with_file(document: SourceFile) -> tuple[Sources, list[Problem]]:
    """The course's sources with one file put in the place of its cached model, and that file's problems."""
    tree = SourceTree(files={document.path: document})
    one, cached = validate_tree(tree), course()[0]
    of = {
        kind: {id: loaded for id, loaded in files.items() if loaded.file.path != document.path}
        for kind, files in cached.of.items()
    }
    for kind, files in one.of.items():
        of[kind] = {**of.get(kind, {}), **files}
    return replace(cached, of=of, failed=one.failed, sound=one.sound), [*tree.problems, *one.problems]


def linked(document: SourceFile) -> tuple[Site | None, list[Problem]]:
    sources, problems = with_file(document)
    linking = link_site(sources)
    return linking.linked.site if linking.linked else None, [*problems, *linking.problems]


def assert_told_well(problems: list[Problem], document: SourceFile, raw: bytes) -> None:
    """Every problem of the file has a place in it, and every problem can be put into words."""
    lines = (
        re.split(r"\r\n|\r|\n", document.text)
        if document.text
        else raw.decode("utf-8", "replace").split("\n")
    )
    for problem in problems:
        place = problem.place
        assert place.line >= 1
        assert place.column >= 1
        assert place.width >= 1
        if place.file == document.path:
            assert place.line <= len(lines) + 1
            length = len(lines[place.line - 1]) if place.line <= len(lines) else 0
            assert place.column <= length + 1, problem
            assert (
                problem.code == "CW0103"
                or place.source == (lines[place.line - 1] if place.line <= len(lines) else "")
                or place.source == ""
            )
    for words in (ENGLISH, CHINESE):
        for report in REPORTS.values():
            report(in_order(problems), words)


# damage

Damage = Callable[[str, random.Random], str]
ODD = [
    "\t",
    "\x00",
    "\x07",
    "\x1b",
    "\x7f",
    "\x85",
    "\ufeff",
    "\u2028",
    "\u200b",
    "\u3000",
    "\xa0",
    "\ufffe",
    "\U0001f600",
    "\r",
    "\n",
    ":",
    ": ",
    "- ",
    "#",
    " #",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!x ",
    "!!python/name:os.system ",
    "|",
    ">",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "](",
    "[x](term:",
    "[x](",
    "![",
    "\n# ",
    "<b>",
    "{{",
    "~",
    "\\",
]
VALUES = [
    "",
    "null",
    "true",
    "no",
    "0",
    "-1",
    "1e9",
    "99999999999999999999",
    "[]",
    "{}",
    "[[]]",
    "[a, [b]]",
    "{a: {b: c}}",
    "''",
    '" "',
    "x" * 500,
    "a/b",
    "a/b/c",
    "../..",
    "UPPER",
    "好",
    "2026-02-30",
    "|\n  a\n  b",
    "&a [x]",
    "&a {x: y}",
    "*a",
    "!t [x]",
    "[&a [x], y]",
]


def at_line(change: Callable[[list[str], int, random.Random], None]) -> Damage:
    def damage(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)

    return damage


def swap_lines(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def indent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = " " * chance.randrange(9) + lines[at].lstrip()


def outdent_block(lines: list[str], at: int, chance: random.Random) -> None:
    for number in range(at, min(at + chance.randrange(2, 9), len(lines))):
        lines[number] = "  " + lines[number] if chance.random() < 0.5 else lines[number].removeprefix("  ")


def new_value(lines: list[str], at: int, chance: random.Random) -> None:
    key, colon, _ = lines[at].partition(":")
    lines[at] = (
        f"{key}{colon} {chance.choice(VALUES)}"
        if colon
        else f"{lines[at][: len(lines[at]) // 2]}{chance.choice(VALUES)}"
    )


def new_key(lines: list[str], at: int, chance: random.Random) -> None:
    key, colon, value = lines[at].partition(":")
    lines[at] = f"{key}{chance.choice('xsé 1')}{colon}{value}" if colon else lines[at] + ":"


def swap_values(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    (key, colon, value), (key2, colon2, value2) = lines[at].partition(":"), lines[other].partition(":")
    lines[at], lines[other] = key + colon + value2, key2 + colon2 + value


def delete_lines(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at : at + chance.choice((1, 1, 1, 2, 5))]


def repeat_lines(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at:at] = lines[at : at + chance.choice((1, 1, 2, 5))]


def insert_odd(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at:]


def delete_part(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 2, 7, 40)) :]


def cut_short(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


DAMAGES: list[Damage] = [
    *map(
        at_line,
        (
            swap_lines,
            indent,
            outdent_block,
            new_value,
            new_value,
            new_key,
            swap_values,
            delete_lines,
            repeat_lines,
        ),
    ),
    insert_odd,
    insert_odd,
    delete_part,
    cut_short,
]


def damaged_bytes(raw: bytes, chance: random.Random) -> bytes:
    """What a broken copy or a wrong encoding does."""
    kind = chance.randrange(4)
    at = chance.randrange(len(raw) + 1)
    if kind == 0:
        return raw[:at]
    if kind == 1:
        return raw[:at] + bytes([chance.randrange(256)]) + raw[at:]
    if kind == 2:
        return raw.decode("utf-8", "replace").encode(
            chance.choice(("gbk", "utf-16", "utf-16-le", "utf-8-sig", "big5")), "replace"
        )
    return raw[:at] + raw[at + 1 :]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A source file's path and its damaged bytes."""
    file = draw(st.sampled_from(names()))
    chance = random.Random(draw(st.integers(0, 2**32)))
    text = course()[1][file].decode()
    if len(text) > 4000:  # the head of a long file is as good, and ten times as quick
        text = text[:4000].rsplit("\n", 1)[0] + "\n"
    for _ in range(draw(st.integers(1, 3))):
        text = chance.choice(DAMAGES)(text, chance)
    raw = text.encode("utf-8", "surrogatepass")
    return file, damaged_bytes(raw, chance) if draw(st.integers(0, 7)) == 0 else raw


@fuzzed
@given(damaged())
def test_a_damaged_file_is_told_about_and_never_raises(case: tuple[str, bytes]) -> None:
    file, raw = case
    document = read_source(file, raw)
    if document.usable:
        sources, problems = with_file(document)
        if file not in sources.failed:
            site, problems = linked(document)
            assert site is not None or any(problem.severity == "error" for problem in problems)
    else:
        problems = document.problems
        assert problems
    assert_told_well(problems, document, raw)


@settings(fuzzed, max_examples=10)
@given(st.integers(0, 2**32), st.sampled_from(DAMAGES))
def test_what_links_can_be_rendered(seed: int, damage: Damage) -> None:
    """Damage to words alone mostly leaves a good course; every one of those has pages."""
    chance = random.Random(seed)
    file = chance.choice(names())
    document = read_source(file, damage(course()[1][file].decode(), chance).encode("utf-8", "surrogatepass"))
    site = linked(document)[0] if document.usable else None
    if site is not None:
        assert render_site(site, RENDERERS)


@pytest.mark.parametrize("position", range(0, 120, 6))
def test_a_course_with_one_unreadable_file_still_links_the_others(position: int) -> None:
    file = names()[position % len(names())]
    document = read_source(file, b"a: [")
    site, problems = linked(document)
    assert site is None
    assert_told_well(problems, document, b"a: [")


def test_nothing_is_written_while_sources_are_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = {file: (ROOT / file).stat().st_mtime_ns for file in names()}
    for seed in range(20):
        chance = random.Random(seed)
        file = chance.choice(names())
        linked(read_source(file, insert_odd(course()[1][file].decode(), chance).encode()))
    assert list(tmp_path.iterdir()) == []
    assert {file: (ROOT / file).stat().st_mtime_ns for file in names()} == before
