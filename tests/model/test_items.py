"""Items: ids that are made, identity, what each type asks, what no schema can say."""

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from coursewright.model.items.bank import ITEM_TYPES, Bank
from coursewright.model.items.entry import EntrySource, with_ids
from coursewright.model.items.fill_in import FillIn
from coursewright.model.items.interaction import AskedOrder, Choice, Texts
from coursewright.model.items.item import ItemSource
from coursewright.model.items.ordering import Ordering
from coursewright.scoring import score
from coursewright.words import Words
from trees import BANK, COURSE, ENGLISH, Files, brief, changed, entries_of, problems_of, site_of

KINDS = {
    "single-choice",
    "multiple-choice",
    "true-false",
    "fill-in",
    "numeric",
    "matching",
    "ordering",
    "categorise",
    "case",
    "short-answer",
}


def item(**content: Any) -> ItemSource:
    """One item of the content given, as validation leaves it."""
    general = {"id": "a", "objective": "a/b/c", "level": "recall", "stem": "s", "explanation": "e"}
    (found,) = (
        each
        for _, each, _ in Bank.model_validate({"items": [{**general, **content}]}).completed().questions()
    )
    return found


def options(*texts: str, keys: int = 1, ids: Mapping[str, str] = {}) -> list[dict[str, Any]]:
    """Options with these texts, the first `keys` of them right; `ids` are given by text."""
    return [
        {"text": text, "rationale": "r", "key": at < keys, "id": ids.get(text)}
        for at, text in enumerate(texts)
    ]


def ids_of(*texts: str, ids: Mapping[str, str] = {}) -> list[str]:
    asked = item(type="single-choice", options=options(*texts, ids=ids))
    return [entry.id for entry in entries_of(asked)]


# the union


def test_types_are_those_of_the_union() -> None:
    assert ITEM_TYPES.keys() == KINDS


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_type_is_one_file(name: str) -> None:
    assert ITEM_TYPES[name].__module__ == f"coursewright.model.items.{name.replace('-', '_')}"


# ids


def test_an_id_is_made_of_the_text() -> None:
    assert ids_of("one", "two") == ["o2jm", "h7cm"]
    assert ids_of("zero", "two", "one")[1:] == ["h7cm", "o2jm"]


def test_the_layout_of_a_text_makes_no_other_id() -> None:
    assert ids_of("one  two\n", "b") == ids_of("one\ntwo", "b")


def test_the_author_may_give_an_id() -> None:
    assert ids_of("one", "two", ids={"two": "second"}) == ["o2jm", "second"]


def test_an_id_that_another_has_already_is_made_longer() -> None:
    assert ids_of("one", "two", ids={"two": "o2jm"}) == ["o2jmh", "o2jm"]


def test_ids_differ_and_do_not_depend_on_order() -> None:
    chance = random.Random(5)
    for _ in range(200):
        texts = [f"option {chance.randrange(10**6)}" for _ in range(8)]
        shuffled = chance.sample(texts, 8)
        made = dict(zip(texts, ids_of(*texts), strict=True))
        assert len(set(made.values())) == len(set(texts))
        assert made == dict(zip(shuffled, ids_of(*shuffled), strict=True))


def test_entries_that_read_the_same_still_get_ids() -> None:
    same = EntrySource(id=None, text="a", rationale="r")
    assert [len(entry.id or "") for entry in with_ids((same, same))] == [52, 52]


def test_true_and_false_have_the_same_ids_in_every_language() -> None:
    asked = item(type="true-false", answer=False, if_true="t", if_false="f")
    for words, texts in ((ENGLISH, ["True", "False"]), (Words("zh_CN"), ["对", "错"])):
        interaction, key = asked.asked(words).interaction, asked.asked(words).key
        assert isinstance(interaction, Choice)
        assert [(entry.id, entry.text, entry.rationale) for entry in interaction.options] == [
            ("true", texts[0], "t"),
            ("false", texts[1], "f"),
        ]
        assert not interaction.many
        assert key == frozenset({"false"})


def test_an_item_asks_nothing_before_its_entries_have_ids() -> None:
    raw = {"id": "a", "objective": "a/b/c", "level": "recall", "stem": "s", "explanation": "e"}
    bank = Bank.model_validate({"items": [{**raw, "type": "single-choice", "options": options("b", "c")}]})
    with pytest.raises(ValueError, match="no id yet"):
        next(item for _, item, _ in bank.questions()).asked(ENGLISH)


@pytest.mark.parametrize(("name", "many"), [("single-choice", False), ("multiple-choice", True)])
def test_a_choice_asks_its_options_in_order(name: str, many: bool) -> None:
    asked = item(type=name, options=options("x", "y", "z", ids={"x": "k", "y": "l", "z": "m"})).asked(ENGLISH)
    assert isinstance(asked.interaction, Choice)
    assert [entry.id for entry in asked.interaction.options] == ["k", "l", "m"]
    assert asked.interaction.many == many
    assert asked.key == frozenset({"k"})


# ordering


def ordering(*texts: str, id: str = "a") -> ItemSource:
    steps = [{"text": text, "rationale": "r"} for text in texts]
    return item(type="ordering", id=id, steps=steps)


def shown(asked: ItemSource) -> tuple[list[str], list[str]]:
    """Ids of the steps as they are shown, and as they should stand."""
    order = asked.asked(ENGLISH)
    assert isinstance(order, AskedOrder)
    return [step.id for step in order.interaction.steps], list(order.key)


def test_steps_are_right_in_the_order_of_the_source() -> None:
    texts = ["one", "two", "three", "four"]
    asked = ordering(*texts)
    named = {entry.id: entry.text for entry in entries_of(asked)}
    assert [named[id] for id in shown(asked)[1]] == texts


@pytest.mark.parametrize("steps", range(3, 9))
def test_steps_are_shown_half_in_order_so_that_neither_leaving_nor_turning_them_round_pays(
    steps: int,
) -> None:
    for number in range(40):
        asked = ordering(*(f"step {at}" for at in range(steps)), id=f"item-{number}")
        now, key = shown(asked)
        assert sorted(now) == sorted(key)
        assert now != key
        for response in (now, now[::-1]):
            reached = score(asked.asked(ENGLISH), response)
            assert reached.points <= 1, "at most the one pair that cannot be evened out"


def test_steps_are_shown_the_same_in_every_build_and_differently_in_every_item() -> None:
    texts = [f"step {at}" for at in range(8)]
    orders = {tuple(shown(ordering(*texts, id=f"item-{number}"))[0]) for number in range(20)}
    assert len(orders) > 15
    assert shown(ordering(*texts)) == shown(ordering(*texts))


def test_a_translated_order_is_shown_as_its_source() -> None:
    source = ordering("one", "two", "three")
    assert isinstance(source, Ordering)
    german = [step.model_copy(update={"text": f"{step.text} auf Deutsch"}) for step in source.steps]
    assert shown(source.model_copy(update={"steps": tuple(german)})) == shown(source)


def test_two_steps_are_no_order() -> None:
    raw = {"id": "a", "objective": "a/b/c", "level": "recall", "stem": "s", "explanation": "e"}
    steps = [{"text": text, "rationale": "r"} for text in ("one", "two")]
    with pytest.raises(ValidationError, match="at least 3"):
        Bank.model_validate({"items": [{**raw, "type": "ordering", "steps": steps}]})


# rules


@pytest.mark.parametrize("keys", [1, 2, 3])
def test_a_multiple_choice_may_have_any_number_of_keys(keys: int) -> None:
    assert list(item(type="multiple-choice", options=options("a", "b", "c", keys=keys)).faults()) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("text: Rock", "text: Humus", "CW0405 11:15"),
        ("text: Rock", "text: |\n          Hu\n          mus", ""),
        ("text: Clay", "text: |\n          Humus", "CW0405 34:15"),
        ("text: Rock", "id: a\n        text: Rock", ""),
        (
            "text: Gravel",
            "{text: Gravel, id: a, rationale: r}\n"
            "      - {text: Sand, id: a, rationale: r}\n"
            "      - text: Silt",
            "CW0305",
        ),
    ],
)
def test_entries_are_told_apart(tmp_path: Path, old: str, new: str, problem: str) -> None:
    found = brief(problems_of(tmp_path, changed(BANK, old, new)))
    assert [line for line in found if "CW0" in line] == found


@pytest.mark.parametrize(
    ("second", "others", "paths"),
    [
        ({"match_id": "a"}, [], [("pairs", 1, "match_id")]),
        ({}, [{"text": "z", "id": "a"}], [("others", 0, "id")]),
        ({"match_id": "b"}, [{"text": "z", "id": "c"}], []),
    ],
)
def test_two_targets_have_no_id_in_common(
    second: dict[str, Any], others: list[dict[str, Any]], paths: list[tuple[str | int, ...]]
) -> None:
    pairs = [{"text": "1", "match": "x", "match_id": "a"}, {"text": "2", "match": "y", **second}]
    made = item(type="matching", pairs=pairs, others=others, unexplained=True)
    assert [(fault.code, fault.path) for fault in made.faults()] == [("CW0305", path) for path in paths]


# identity


ALIKE = {"text": "The same", "rationale": "Why."}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ordering", {"steps": [ALIKE] * 4}),
        ("matching", {"pairs": [{**ALIKE, "match": "One"}] * 3, "others": []}),
        ("matching", {"pairs": [{**ALIKE, "match": "The same"}] * 2, "others": [ALIKE]}),
        ("categorise", {"categories": [{"text": "One", "examples": [ALIKE] * 2}] * 2}),
        ("single-choice", {"options": [{**ALIKE, "key": True}] * 3}),
        ("multiple-choice", {"options": [ALIKE] * 3}),
    ],
)
def test_an_item_whose_parts_are_all_alike_is_told_and_keeps_nobody_waiting(
    tmp_path: Path, name: str, content: dict[str, Any]
) -> None:
    """An identity is taken of it too, before anybody knows that it is wrong."""
    alike = {
        "id": "alike",
        "type": name,
        "objective": "soil/layers/name",
        "level": "recall",
        "stem": "Which?",
        "explanation": "Because.",
        **content,
    }
    bank = json.dumps({"items": [alike]})
    problems = problems_of(tmp_path, {**COURSE, "quizzes/bank/alike.yml": bank})
    assert "CW0405" in {problem.code for problem in problems}


def identities(root: Path, files: Files) -> dict[str, str]:
    return {item.id: item.identity for item in site_of(root, files).items.values()}


SAME = [
    changed(BANK, "rationale: It is made of leaves.", "rationale: Because."),
    changed(BANK, "explanation: Leaves fall on top.", "explanation: Other words."),
    changed(BANK, "if_true: It is.", "if_true: Yes."),
    changed(BANK, "level: recall", "level: analyse"),
    changed(BANK, "level: recall", "edition: 2\n    level: recall"),
    changed(BANK, "    nodes: [soils/humus]\n", ""),
    {"quizzes/bank/soil.yml": "# a comment\n" + COURSE[BANK]},
    {"quizzes/bank/soil.yml": None, "quizzes/bank/other.yml": COURSE[BANK]},
    {BANK: yaml.safe_dump(yaml.safe_load(COURSE[BANK]), sort_keys=False)},
    {"content/course.yml": COURSE["content/course.yml"].replace("language: en", "language: zh-CN")},
]
DIFFERENT = [
    (changed(BANK, "stem: What lies on top?", "stem: What lies at the top?"), "soil-top"),
    (changed(BANK, "text: Rock", "text: Stone"), "soil-top"),
    (changed(BANK, "text: Rock", "id: rock\n        text: Rock"), "soil-top"),
    (
        changed(
            BANK,
            "        key: true\n        rationale: It is made of leaves.\n      - text: Rock\n",
            "        rationale: It is made of leaves.\n      - text: Rock\n        key: true\n",
        ),
        "soil-top",
    ),
    (changed(BANK, "answer: true", "answer: false"), "soil-dark"),
    (changed(BANK, "stem: Humus is dark.", "stem: Humus is light."), "soil-dark"),
]


@pytest.mark.parametrize("files", SAME)
def test_identity_survives_edits_of_what_is_not_asked(tmp_path: Path, files: Files) -> None:
    before = identities(tmp_path / "a", {})
    assert before == identities(tmp_path / "b", files)
    assert all(len(identity) == 16 for identity in before.values())


@pytest.mark.parametrize(("files", "id"), DIFFERENT)
def test_identity_changes_with_what_is_asked(tmp_path: Path, files: Files, id: str) -> None:
    before, after = identities(tmp_path / "a", {}), identities(tmp_path / "b", files)
    assert [item for item in before if before[item] != after[item]] == [id]


def test_another_right_order_is_another_question() -> None:
    assert ordering("one", "two", "three").identity != ordering("two", "one", "three").identity


def test_a_translation_keeps_ids_and_identity() -> None:
    source = item(type="single-choice", options=options("one", "two"))
    translated = source.model_copy(update={"stem": "eins oder zwei?"})
    assert translated.identity == source.identity
    assert entries_of(translated) == entries_of(source)


# editions


def test_an_edition_is_one_unless_the_author_says_so() -> None:
    assert item(type="true-false", answer=True, if_true="t", if_false="f").edition == 1


@pytest.mark.parametrize("edition", ["0", "-1", "1.5", '"2"', "true"])
def test_an_edition_is_a_whole_number_from_one(tmp_path: Path, edition: str) -> None:
    (problem,) = problems_of(tmp_path, changed(BANK, "level:", f"edition: {edition}\n    level:"))
    assert problem.code in ("CW0202", "CW0210")


def test_true_or_false_has_both_rationales_or_is_unexplained(tmp_path: Path) -> None:
    bare = changed(BANK, "    if_true: It is.\n", "")
    assert brief(problems_of(tmp_path / "a", bare)) == [f"CW0424 {BANK}:21:5"]
    unexplained = changed(BANK, "    if_true: It is.\n", "    unexplained: true\n")
    assert brief(problems_of(tmp_path / "b", unexplained)) == [f"CW0420 {BANK}:22:5"]


def test_gaps_with_the_same_words_before_them_are_told_apart() -> None:
    """As in a row of gaps with commas between: each has its own answer."""
    blanks = [{"accept": [word], "rationale": "r"} for word in ("one", "two", "three")]
    item = FillIn.model_validate(
        {
            "id": "row",
            "type": "fill-in",
            "objective": "a/b/c",
            "level": "recall",
            "stem": "Count: ___, ___, ___.",
            "blanks": blanks,
            "explanation": "e",
        }
    ).identified()
    asked = item.asked(str)

    assert len({gap.id for gap in asked.interaction.gaps}) == 3
    keys = [key.accepted for key in asked.key.values() if isinstance(key, Texts)]
    assert keys == [("one",), ("two",), ("three",)]


def test_two_categories_with_one_id_are_told() -> None:
    categories = [{"id": "a", "text": "x", "examples": [ALIKE]}, {"id": "a", "text": "y"}]
    more = [{"text": "z", "examples": [{**ALIKE, "text": "Other"}]}]
    made = item(type="categorise", categories=[*categories, *more])
    assert [(each.code, each.path) for each in made.faults()] == [("CW0305", ("categories", 1, "id"))]
