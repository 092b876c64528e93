"""Real sources, damaged at random: whatever an author does to a file, problems are told, never raised.

Most damage is done to small courses with one of everything, which are validated
and linked anew each time; of the shipped course, with its long texts and its
many references, a sample is enough.
"""

import os
import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from damages import DAMAGES, broken_copy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.compiler import RENDERERS
from coursewright.diagnostics import REPORTS, Problem, in_order
from coursewright.link import Site, link_site
from coursewright.load import SourceFile, SourceTree, load_tree
from coursewright.load.source_file import read_source
from coursewright.render import render_site
from coursewright.validate import validate_tree
from trees import CHINESE, COURSE, ENGLISH, ROOT, contents

BICYCLE = ROOT / "tests" / "cases" / "bicycle"
SMALL = ("garden", "bicycle")
LONG = 4000
"""Characters that are read of a file: its head is as good as the whole, and ten times as quick."""

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""How many of each, new ones each time; without it the same ones, so that a commit is judged by itself."""


def fuzzed(examples: int) -> settings:
    return settings(
        max_examples=EXAMPLES or examples,
        derandomize=not EXAMPLES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )


@cache
def course(name: str) -> SourceTree:
    if name != "garden":
        return load_tree(BICYCLE if name == "bicycle" else ROOT)
    files = {path: read_source(path, text.encode()) for path, text in COURSE.items()}
    return SourceTree(config=files.pop("mkdocs.yml"), files=files)


@cache
def paths(name: str) -> list[str]:
    """Every file of a course, small ones first: hypothesis shrinks towards them."""
    return sorted(course(name).files, key=lambda path: len(course(name).files[path].text))


def head(text: str) -> str:
    return text if len(text) <= LONG else text[:LONG].rsplit("\n", 1)[0] + "\n"


@st.composite
def damaged(draw: st.DrawFn, name: str, *first: str) -> tuple[str, bytes]:
    """The path of a file of a course and its bytes, with the `first` damage and up to two more."""
    path = draw(st.sampled_from(paths(name)))
    chance = random.Random(draw(st.integers(0, 2**32)))
    text = head(course(name).files[path].text)
    for damage in (*first, *draw(st.lists(st.sampled_from(list(DAMAGES)), max_size=2))):
        text = DAMAGES[damage](text, chance)
    return path, text.encode("utf-8", "surrogatepass")


def linked(name: str, file: SourceFile) -> tuple[Site | None, list[Problem]]:
    """A course with one file in the place of its own."""
    tree = course(name)
    changed = replace(tree, files={**tree.files, file.path: file})
    sources = validate_tree(changed)
    linking = link_site(sources)
    site = linking.linked.site if linking.linked else None
    return site, [*changed.problems, *sources.problems, *linking.problems]


def assert_course_told(name: str, path: str, raw: bytes) -> None:
    """The course has a site, or errors that say why not."""
    file = read_source(path, raw)
    site, problems = linked(name, file)
    assert site is not None or any(problem.severity == "error" for problem in problems)
    assert_told_well(problems, file, raw)


def assert_told_well(problems: list[Problem], file: SourceFile, raw: bytes) -> None:
    """Every problem has a place, those of the file one within it, and can be put into words."""
    lines = re.split(r"\r\n|\r|\n", file.text) if file.text else raw.decode("utf-8", "replace").split("\n")
    for problem in problems:
        place = problem.place
        assert min(place.line, place.column, place.width) >= 1
        if place.file == file.path:
            line = (*lines, "")[place.line - 1]
            assert place.column <= len(line) + 1, problem
            assert problem.code == "CW0103" or place.source in (line, "")
    for words in (ENGLISH, CHINESE):
        for report in REPORTS.values():
            report(in_order(problems), words)


@pytest.mark.parametrize("damage", DAMAGES)
@fuzzed(60)
@given(st.data())
def test_a_damaged_file_is_told_about_and_never_raises(damage: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(SMALL))
    assert_course_told(name, *data.draw(damaged(name, damage)))


@fuzzed(60)
@given(st.data())
def test_a_broken_copy_is_told_about_and_never_raises(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(SMALL))
    path, raw = data.draw(damaged(name))
    assert_course_told(name, path, broken_copy(raw, random.Random(data.draw(st.integers(0, 2**32)))))


@fuzzed(150)
@given(damaged("shipped", "new_value"))
def test_a_damaged_file_of_the_shipped_course_is_told_about(case: tuple[str, bytes]) -> None:
    file = read_source(*case)
    sources = validate_tree(SourceTree(files={file.path: file}))
    assert_told_well(sources.problems, file, case[1])


@fuzzed(8)
@given(damaged("shipped", "swap_values"))
def test_the_shipped_course_with_a_damaged_file_is_told_about(case: tuple[str, bytes]) -> None:
    assert_course_told("shipped", *case)


@pytest.mark.parametrize("name", SMALL)
@fuzzed(60)
@given(st.data())
def test_what_links_can_be_rendered(name: str, data: st.DataObject) -> None:
    """Damage to words alone mostly leaves a good course; every one of those has pages."""
    path, raw = data.draw(damaged(name, "insert_odd"))
    site, _ = linked(name, read_source(path, raw))
    if site is not None:
        assert render_site(site, RENDERERS)


@pytest.mark.parametrize("path", paths("bicycle"))
def test_a_course_with_one_unreadable_file_still_links_the_others(path: str) -> None:
    file = read_source(path, b"a: [")
    site, problems = linked("bicycle", file)
    assert site is None
    assert {problem.place.file for problem in problems} == {path}
    assert_told_well(problems, file, b"a: [")


def test_nothing_is_written_while_sources_are_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = contents(BICYCLE / "content")
    for path in paths("bicycle"):
        linked("bicycle", read_source(path, b"a: ["))
    assert contents(tmp_path) == {}
    assert contents(BICYCLE / "content") == before
