"""One row a kind of source file: what must hold for every row, whichever is added."""

import re
from collections import Counter
from typing import Annotated, Any

import pytest

from coursewright.load.tree import ROOTS
from coursewright.model import kinds
from coursewright.model.kind import BY_FILE, Kind, Thing, held
from coursewright.model.kinds import KINDS, LINKED, PICTURED, THINGS, kind_of
from coursewright.model.mark import Refers
from coursewright.model.plan import marks_within
from coursewright.model.schema import schema_files
from coursewright.model.text import Id, Plain, Source
from trees import COURSE, ENGLISH, ROOT

each_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
each_thing = pytest.mark.parametrize("thing", THINGS.values(), ids=list(THINGS))


@each_kind
def test_a_kind_has_its_schema(kind: Kind[Any]) -> None:
    assert f"{kind.name}.json" in schema_files()


@each_kind
def test_a_kind_is_found_by_its_own_example(kind: Kind[Any]) -> None:
    assert kind_of(kind.example) is kind
    assert kind.example.startswith(ROOTS)


@each_kind
def test_the_small_course_has_a_file_of_the_kind(kind: Kind[Any]) -> None:
    assert [file for file in COURSE if kind_of(file) is kind]


@each_kind
def test_an_id_is_made_of_the_path_and_the_path_of_the_id(kind: Kind[Any]) -> None:
    parts = [f"part-{at}" for at in range(kind.path.count("*"))]
    file = kind.file_of("/".join(parts))
    assert kind.id_of(file) == "/".join(parts)
    assert ("*" in kind.path) == bool(parts)
    assert "*" not in file


@each_kind
def test_a_file_that_is_a_thing_is_called_as_its_kind(kind: Kind[Any]) -> None:
    """So that `kind:id` is where a renderer finds the page of a file."""
    assert kind.itself is None or kind.itself.name == kind.name


@each_kind
def test_what_has_a_page_has_taken_names_beside_it(kind: Kind[Any]) -> None:
    """A folder of pages has an index that coursewright makes."""
    if kind.itself and re.fullmatch(r"\w+/\{file\}\.md", kind.itself.page):
        assert "index" in kind.taken


@each_thing
def test_what_can_be_referred_to_has_a_name_in_problems(thing: Thing) -> None:
    named = {mark.name for kind in KINDS for mark in marks_within(kind.model) if isinstance(mark, Refers)}
    assert bool(thing.noun) == (thing.name in named | LINKED | PICTURED)


@each_thing
def test_the_name_in_problems_is_in_the_catalogs(thing: Thing) -> None:
    from coursewright.words import Words

    assert not thing.noun or Words("zh_CN")(thing.noun) != thing.noun
    assert ENGLISH(thing.noun) == thing.noun


@each_thing
def test_what_texts_link_to_has_a_page(thing: Thing) -> None:
    assert thing.page or not thing.linked
    assert thing.page.format(file="id") == thing.page.replace("{file}", "id")
    assert thing.title in thing.model.model_fields or not thing.page


def test_a_thing_whose_page_is_that_of_its_file_stands_at_an_anchor() -> None:
    pages = Counter(thing.page for thing in THINGS.values() if thing.page and not thing.anchored)
    assert [page for page, count in pages.items() if count > 1] == []


def test_link_words_are_those_of_the_guides() -> None:
    """The guide that teaches them shows every one."""
    text = "".join(file.read_text("utf-8") for file in (ROOT / "content/guides").glob("*.yml"))
    assert sorted(word for word in LINKED | PICTURED if f"{word}:" not in text) == []


def test_only_one_file_of_a_kind_without_a_star() -> None:
    single = [kind for kind in KINDS if "*" not in kind.path]
    assert [kind.id_of(kind.path) for kind in single] == [""] * len(single)


# rows that do not hold


class Leaf(Source):
    id: Id
    title: Plain


class Tree(Source):
    title: Plain
    of: Annotated[Id, Refers("nothing-at-all")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (Kind("tree", Tree, "content/tree.yml"), "Tree refers to 'nothing-at-all', which no row defines"),
        (
            Kind("leaf", Leaf, "content/leaf.yml", (Thing("bud", Tree),)),
            "there is no Tree in a file of the kind 'leaf'",
        ),
        (Kind("course", Leaf, "content/leaf.yml"), "two rows are called 'course'"),
        (Kind("leaf", Leaf, "content/leaf.yml", (Thing("term", Leaf),)), "two rows are called 'term'"),
    ],
)
def test_a_row_that_does_not_hold_is_refused(row: Kind[Any], message: str) -> None:
    with pytest.raises(LookupError, match=message):
        held(*KINDS, row)


def test_the_rows_are_held_when_they_are_imported() -> None:
    assert held(*kinds.KINDS) == kinds.KINDS


# ids


@pytest.mark.parametrize(
    ("thing", "ids"),
    [
        (Thing("leaf", Leaf), ["one"]),
        (Thing("leaf", Leaf, local=True), ["file/one"]),
        (Thing("leaf", Leaf, key=BY_FILE), ["file"]),
        (Thing("leaf", Leaf, key="title"), ["One"]),
        (
            Thing("leaf", Leaf, key=BY_FILE, ids=lambda file, leaf: [file, f"{file}.{leaf.id}"]),
            ["file", "file.one"],
        ),
    ],
)
def test_how_ids_are_composed(thing: Thing, ids: list[str]) -> None:
    assert list(thing.ids_of("file", Leaf(id="one", title="One"))) == ids


def test_the_only_file_of_a_kind_adds_nothing_to_ids() -> None:
    assert list(Thing("leaf", Leaf, local=True).ids_of("", Leaf(id="one", title="One"))) == ["one"]
