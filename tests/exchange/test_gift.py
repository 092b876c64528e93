"""GIFT: what is written, what an independent parser reads of it, and what comes back."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from course_parcel import course_parcel
from exchange_laws import comes_back
from exchanged_banks import banks
from exchanging import came_back, parcel
from hypothesis import HealthCheck, given, settings
from importing import codes

from coursewright.exchange.formats import read
from coursewright.exchange.gift import gift, question
from coursewright.exchange.posed import Posed
from coursewright.model.items.bank import Bank
from coursewright.model.items.interaction import AskedChoice, AskedGaps, AskedMatch
from trees import ENGLISH, EVERY_TYPE

NODE = shutil.which("node")
READER = Path(__file__).parent / "parse_gift.mjs"


def parsed(raw: bytes) -> list[dict[str, Any]]:
    """The questions as gift-pegjs reads them."""
    assert NODE
    done = subprocess.run([NODE, str(READER)], input=raw, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return [each for each in found if each["type"] != "Category"]


def written(text: str) -> list[str]:
    return [
        question(each, lambda what: None) for each in parcel(Bank.model_validate(yaml.safe_load(text))).posed
    ]


GENERAL = "objective: soil/layers/name, level: recall, explanation: e"
ESCAPES = f"""
items:
  - {{id: zh-1, type: single-choice, {GENERAL}, stem: "利率~5% {{年化}} = 单利: 哪一项对?", options: [
      {{text: "A=B", key: true, rationale: "对: 见 §1"}}, {{text: "C~D", rationale: "错 #1"}},
      {{text: "E{{F}}", rationale: "错"}}]}}
  - {{id: tf-1, type: true-false, {GENERAL}, stem: "1+1:=2", answer: true}}
"""


def test_signs_of_the_format_carry_a_backslash() -> None:
    choice, truth = written(ESCAPES)
    assert choice == (
        "::zh-1::[markdown]利率\\~5% \\{年化\\} \\= 单利\\: 哪一项对? {\n=A\\=B#对\\: 见 §1\n~C\\~D#错 \\#1\n"
        "~E\\{F\\}#错\n####e\n}"
    )
    assert truth == "::tf-1::[markdown]1+1\\:\\=2 {TRUE####e}"
    first, second = parsed(gift(parcel(Bank.model_validate(yaml.safe_load(ESCAPES))), ENGLISH).content)
    assert [each["text"]["text"] for each in first["choices"]] == ["A=B", "C~D", "E{F}"]
    assert [each["feedback"]["text"] for each in first["choices"]] == ["对: 见 §1", "错 #1", "错"]
    assert [each["isCorrect"] for each in first["choices"]] == [True, False, False]
    assert (first["stem"]["text"], second["stem"]["text"]) == ("利率~5% {年化} = 单利: 哪一项对?", "1+1:=2")
    assert first["tags"] == ["objective:soil/layers/name", "level:recall"]


def test_a_choice_of_all_that_apply_has_weights_of_moodle_even_with_one_key() -> None:
    text = f"""
items:
  - {{id: m, type: multiple-choice, {GENERAL}, stem: q, unexplained: true, options: [
      {{text: a, key: true}}, {{text: b}}, {{text: c}}, {{text: d}}]}}
"""
    assert written(text) == [
        "::m::[markdown]q {\n~%100%a\n~%-33.33333%b\n~%-33.33333%c\n~%-33.33333%d\n####e\n}"
    ]


def _agrees(posed: Posed, found: dict[str, Any]) -> None:
    """That an independent parser reads the kind of question and what is right in it."""
    assert (found["title"], found["id"]) == (posed.id, posed.id)
    match posed.asked:
        case AskedChoice(interaction, key) if found["type"] == "TF":
            assert found["isTrue"] == ("true" in key)
        case AskedChoice(interaction, key):
            assert found["type"] == "MC"
            right = [each["isCorrect"] or (each["weight"] or 0) > 0 for each in found["choices"]]
            assert right == [option.id in key for option in interaction.options]
            assert any(each["isCorrect"] for each in found["choices"]) != interaction.many
        case AskedGaps():
            assert found["type"] in ("Numerical", "Short")
        case AskedMatch(interaction):
            assert found["type"] == "Matching"
            things = [pair for pair in found["matchPairs"] if pair["subquestion"]["text"]]
            assert len(things) == len(interaction.things)
        case _:
            assert found["type"] == "Essay"


def test_an_independent_parser_reads_the_whole_course() -> None:
    whole = course_parcel()
    sent = gift(whole, ENGLISH)
    left = {id for ids in sent.ledger.left.values() for id in ids}
    posed = {each.id: each for each in whole.posed if each.id not in left}
    found = parsed(sent.content)
    assert [each["title"] for each in found] == list(posed)
    assert len(found) > 300
    for each in found:
        _agrees(posed[each["title"]], each)


LOST = {"options": {"fixed"}, "things": {"reasons"}, "criteria": {"criteria", "sample"}}


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(banks)
def test_what_is_written_comes_back(data: dict[str, Any]) -> None:
    comes_back(data, gift, "a.gift", LOST)


def test_what_cannot_travel_is_named() -> None:
    ledger = gift(parcel(Bank.model_validate(yaml.safe_load(EVERY_TYPE))), ENGLISH).ledger
    assert ledger.left == {
        "steps to put in order": ["soil-order"],
        "several gaps in one question": ["soil-words"],
    }


FOREIGN = r"""
// other people's
$CATEGORY: $course$/top/Soil

::Q1::Grant is {~buried =entombed ~living} in Grant's tomb.

Who is buried? {=Grant =Ulysses S. Grant#Right}

When was he born? {#1822:5}

Between 1 and 5? {#1..5}

Match. {
  =cat -> cat food
  =dog -> dog food
  ####Animals
}

[html]<b>Two</b> &amp; more {~%50%a#one ~%50%b ~%-100%c ####Both}

Sun rises in the East.{T#no#yes}

Write. {}

A description only.
"""


def test_what_other_people_write_is_read() -> None:
    reading = read("a.gift", FOREIGN.encode(), None, ENGLISH)
    found = [draft.data for draft in reading.drafts]
    assert [each["type"] for each in found] == [
        *("single-choice", "fill-in", "numeric", "numeric", "matching", "multiple-choice", "true-false"),
    ]
    assert found[0]["stem"] == "Grant is ___ in Grant's tomb."
    assert found[1]["stem"] == "Who is buried? ___"
    assert found[2]["answer"] == {"value": 1822, "tolerance": 5}
    assert found[3]["answer"] == {"value": 3, "tolerance": 2}
    assert found[5]["stem"] == "**Two** & more"
    assert [option.get("key", False) for option in found[5]["options"]] == [True, True, False]
    assert found[6]["explanation"] == "yes"
    assert ["explanation" in each for each in found] == [False, False, False, False, True, True, True]
    assert [(problem.code, problem.place.line) for problem in reading.problems] == [("CW1053", 23)]


@pytest.mark.parametrize("text", ["::a::q {=b", "::a::}{"])
def test_a_missing_brace_is_told(text: str) -> None:
    assert any(code.startswith("CW1058") for code in codes("a.gift", text.encode()))


def test_a_case_comes_back_as_one() -> None:
    found = came_back(
        "a.gift", gift(parcel(Bank.model_validate(yaml.safe_load(EVERY_TYPE))), ENGLISH).content
    )
    assert [item.id for item in found][-2:] == ["soil-bed-cause", "soil-bed-cure"]
    reading = read(
        "a.gift",
        gift(parcel(Bank.model_validate(yaml.safe_load(EVERY_TYPE))), ENGLISH).content,
        None,
        ENGLISH,
    )
    assert {draft.data.get("case") for draft in reading.drafts} == {None, "soil-bed"}
    material = next(draft.data for draft in reading.drafts if "case" in draft.data)
    assert material["title"] == "A wet bed"
    assert "| Monday | 3 cm |" in material["stimulus"]


@pytest.mark.parametrize(
    ("behind", "stem", "unit"),
    [
        ("元", "利息是___", "元"),
        (" 个百分点", "利息是___", "个百分点"),
        (" kg.", "利息是___.", "kg"),
        ("元。", "利息是___。", "元"),
        (" 万元，请写整数。", "利息是___，请写整数。", "万元"),
        (" ，请写整数。", "利息是___ ，请写整数。", None),
        ("（请写整数）", "利息是___（请写整数）", None),
        (" 请写整数", "利息是___ 请写整数", None),
        (" 万元（请写整数）", "利息是___（请写整数）", "万元"),
        (" and not a cent more", "利息是___ and not a cent more", None),
    ],
)
def test_behind_a_number_a_unit_is_one_and_the_sentence_stays(
    behind: str, stem: str, unit: str | None
) -> None:
    """The text after a numeric blank is lost in no case: it is the unit, or it is in the stem."""
    (draft,) = read("a.gift", f"利息是{{#12:0####e}}{behind}".encode(), None, ENGLISH).drafts
    assert (draft.data["stem"], draft.data["answer"].get("unit")) == (stem, unit)


@pytest.mark.parametrize(
    ("answers", "accepted", "told"),
    [
        ("=Nazareth =%75%Nazereth#Nearly. =%25%Bethlehem", ["Nazareth"], ["CW1055", "CW1055"]),
        ("=Frog#Good! =%50%Cat =%0%*#Completely wrong", ["Frog"], ["CW1055", "CW1014"]),
        ("=%50%a =%50%b", ["a", "b"], ["CW1055", "CW1055"]),
        ("=no one#Yes. =nobody#So it is.", ["no one", "nobody"], ["CW1014"]),
        ("=[plain]two\nlines", ["two lines"], []),
    ],
)
def test_what_is_only_partly_right_is_not_accepted(
    answers: str, accepted: list[str], told: list[str]
) -> None:
    reading = read("a.gift", f"Who? {{{answers} ####e}}".encode(), None, ENGLISH)
    (draft,) = reading.drafts
    assert draft.data["blanks"][0]["accept"] == accepted
    assert [problem.code for problem in reading.problems] == told
