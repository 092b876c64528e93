"""One walk over any model: strings with path and mark, parts by kind, texts put in their place."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from coursewright.model.kinds import KINDS, kind_of
from coursewright.model.mark import CODE, LINE, NAME, PLAIN, TEXT, Mark
from coursewright.model.plan import marks_within, plan
from coursewright.model.taxonomy import Node
from coursewright.model.text import Plain, Source
from coursewright.model.walk import Path, instances, prose, replaced, spots
from trees import BANK, COURSE, GLOSSARY, QUIZ, ROLE, SECTION, TAXONOMY, TOOLKIT

SOURCES = [file for file in COURSE if kind_of(file)]


def model_of(file: str) -> Source:
    kind = kind_of(file)
    assert kind is not None
    model: type[Source] = kind.model
    return model.model_validate(yaml.safe_load(COURSE[file]))


def leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The strings of a file as YAML has them."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from leaves(value, (*path, at))
    elif isinstance(data, str):
        yield path, data


FROM_A_LIST = {
    "kind",
    "type",
    "level",
    "use",
    "side",
    "grade",
    "audience",
    "period",
    "proposals",
    "kty",
    "crv",
}
"""Keys whose values are words from a list: neither prose nor ids."""


@pytest.mark.parametrize("file", SOURCES)
def test_the_walk_finds_every_string_of_a_file_at_its_place(file: str) -> None:
    found = [(spot.path, spot.text) for spot in spots(model_of(file))]
    written = [
        (path, text)
        for path, text in leaves(yaml.safe_load(COURSE[file]))
        if not {step for step in path[-2:] if isinstance(step, str)} & FROM_A_LIST
    ]
    assert sorted(found, key=str) == sorted(written, key=str)
    assert found


@pytest.mark.parametrize(
    ("file", "path", "mark"),
    [
        ("content/course.yml", ("title",), PLAIN),
        ("content/course.yml", ("date",), CODE),
        ("content/course.yml", ("language",), CODE),
        (SECTION, ("topics", 0), CODE),
        (SECTION, ("body", 0, "text"), TEXT),
        (SECTION, ("body", 1, "scene", "title"), PLAIN),
        (SECTION, ("body", 4, "figure"), NAME),
        (GLOSSARY, ("terms", 0, "aliases", 0), PLAIN),
        (GLOSSARY, ("terms", 0, "english"), CODE),
        (TAXONOMY, ("nodes", 0, "children", 0, "definition"), LINE),
        (TAXONOMY, ("comparison", "rows", 0, "cells", 1), LINE),
        (TOOLKIT, ("code",), CODE),
        (TOOLKIT, ("parts", 3, "sheet", "rows", 0, "cells", 1), LINE),
        (BANK, ("items", 0, "options", 1, "rationale"), TEXT),
        (BANK, ("items", 1, "if_true"), TEXT),
        (ROLE, ("code",), CODE),
        (ROLE, ("document", "version"), CODE),
        (ROLE, ("document", "effective"), PLAIN),
        (ROLE, ("document", "revisions", 0, "date"), CODE),
        (ROLE, ("document", "revisions", 0, "change"), LINE),
    ],
)
def test_a_string_is_what_its_type_says(file: str, path: Path, mark: Mark) -> None:
    assert {spot.path: spot.mark for spot in spots(model_of(file))}[path] == mark


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_string_of_every_kind_has_a_mark(kind: Any) -> None:
    assert list(marks_within(kind.model))


def test_a_string_without_a_mark_is_told_to_whoever_writes_the_model() -> None:
    class Careless(Source):
        title: Plain
        notes: tuple[str, ...] = ()

    with pytest.raises(TypeError, match=r"Careless\.notes: a string needs a mark"):
        plan(Careless)


def test_prose_is_what_people_read() -> None:
    assert [spot.text for spot in prose(model_of(QUIZ))] == ["Soil quiz", "All about soil."]


def test_parts_come_with_their_paths_parents_first() -> None:
    assert [(path, node.id) for path, node in instances(model_of(TAXONOMY), Node)] == [
        (("nodes", 0), "humus"),
        (("nodes", 0, "children", 0), "mor"),
        (("nodes", 1), "loam"),
    ]


def test_a_model_is_a_part_of_itself() -> None:
    quiz = model_of(QUIZ)
    assert list(instances(quiz, type(quiz))) == [((), quiz)]
    assert list(instances(quiz, Node)) == []


@pytest.mark.parametrize("file", SOURCES)
def test_texts_are_replaced_and_nothing_else(file: str) -> None:
    before = model_of(file)
    texts = {spot.path: f"{spot.text} again" for spot in prose(before)}
    after = replaced(before, texts)
    assert type(after) is type(before)
    assert list(spots(after)) == [
        spot._replace(text=texts.get(spot.path, spot.text)) for spot in spots(before)
    ]
    assert replaced(after, {spot.path: spot.text for spot in prose(before)}) == before


def test_a_model_without_new_texts_is_the_same() -> None:
    quiz = model_of(QUIZ)
    assert replaced(quiz, {}) == quiz


@pytest.mark.parametrize(
    "path", [("nothing",), ("items", 9), ("cut",), ("taxonomy", "more"), ("items", "one"), ("items",)]
)
def test_a_path_without_a_text_is_an_error_of_ours(path: Path) -> None:
    with pytest.raises(LookupError):
        replaced(model_of(QUIZ), {path: "new"})
