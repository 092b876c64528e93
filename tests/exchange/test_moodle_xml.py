"""Moodle XML: by Moodle's rules, with pictures, and what comes back."""

import re
from base64 import b64decode
from fractions import Fraction
from typing import Any

import pytest
import yaml
from course_parcel import course_parcel
from exchange_laws import comes_back
from exchanged_banks import banks
from exchanging import parcel
from hypothesis import HealthCheck, given, settings
from importing import codes
from lxml import etree

from coursewright.exchange.cloze import REASONS
from coursewright.exchange.formats import read
from coursewright.exchange.moodle_xml import moodle_xml
from coursewright.exchange.posed import Left
from coursewright.exchange.shares import ALLOWED, percent
from coursewright.model.items.bank import Bank
from coursewright.model.medium import Medium
from pictures import png
from trees import ENGLISH, EVERY_TYPE

GENERAL = "objective: soil/layers/name, level: recall, explanation: e, unexplained: true"
UNITS = "units: they stand behind the gap as text"


def tree(text: str, media: dict[str, Medium] | None = None) -> etree._Element:
    """The questions of a bank, as Moodle reads them."""
    return etree.fromstring(
        moodle_xml(parcel(Bank.model_validate(yaml.safe_load(text)), media), ENGLISH).content
    )


def choosing(type: str, keys: int, others: int) -> str:
    options = [f"{{text: k{at}, key: true}}" for at in range(keys)] + [
        f"{{text: d{at}}}" for at in range(others)
    ]
    return f"items:\n  - {{id: m, type: {type}, {GENERAL}, stem: q, options: [{', '.join(options)}]}}\n"


@pytest.mark.parametrize(
    ("type", "keys", "others", "single", "key", "distractor"),
    [
        ("single-choice", 1, 3, "true", "100", "0"),
        ("multiple-choice", 1, 3, "false", "100", "-33.33333"),
        ("multiple-choice", 2, 2, "false", "50", "-50"),
        ("multiple-choice", 3, 2, "false", "33.33333", "-50"),
        ("multiple-choice", 3, 3, "false", "33.33333", "-33.33333"),
        ("multiple-choice", 6, 2, "false", "16.66667", "-50"),
        ("multiple-choice", 7, 1, "false", "14.28571", "-100"),
    ],
)
def test_fractions_are_of_moodles_list(
    type: str, keys: int, others: int, single: str, key: str, distractor: str
) -> None:
    question = tree(choosing(type, keys, others))[1]
    assert question.findtext("single") == single
    assert [answer.get("fraction") for answer in question.iter("answer")] == [key] * keys + [
        distractor
    ] * others


def test_a_share_that_moodle_does_not_allow_is_refused() -> None:
    assert [percent(Fraction(-1, at)) for at in (1, 3, 7, 8, 9)] == [
        *("-100", "-33.33333", "-14.28571", "-12.5", "-11.11111")
    ]
    with pytest.raises(Left):
        percent(Fraction(1, 13))


NEEDED = ("name/text", "questiontext/text", "generalfeedback/text", "defaultgrade", "penalty", "idnumber")


def test_the_whole_course_keeps_moodles_rules() -> None:
    whole = course_parcel()
    sent = moodle_xml(whole, ENGLISH)
    questions = [each for each in etree.fromstring(sent.content) if each.get("type") != "category"]
    assert len(questions) == sent.count > 380
    for question in questions:
        assert all(question.find(path) is not None for path in NEEDED), etree.tostring(question)
        assert all(
            element.get("format") == "html" for element in question.iter("questiontext", "generalfeedback")
        )
        if question.get("type") != "ordering":
            fractions = {(answer.get("fraction") or "").lstrip("-") for answer in question.iter("answer")}
            assert fractions - {""} <= {*ALLOWED}
    numbers = [question.findtext("idnumber") for question in questions]
    assert len({*numbers}) == len(numbers)


def test_the_same_questions_give_the_same_bytes() -> None:
    assert moodle_xml(course_parcel(), ENGLISH).content == moodle_xml(course_parcel(), ENGLISH).content


PICTURED = f"""
items:
  - {{id: p, type: single-choice, {GENERAL}, stem: "![Layers](<picture:the layers.png>)", options: [
      {{text: "![One](<picture:the layers.png>)", key: true}}, {{text: b}}]}}
"""


def test_pictures_are_in_the_file() -> None:
    picture = Medium(name="the layers.png", content=png(2, 2))
    question = tree(PICTURED, {picture.name: picture})[1]
    assert 'src="@@PLUGINFILE@@/the%20layers.png" alt="Layers"' in (
        question.findtext("questiontext/text") or ""
    )
    for place in (question.find("questiontext/file"), question.find("answer/file")):
        assert place is not None
        assert (place.get("name"), place.get("encoding")) == ("the layers.png", "base64")
        assert b64decode(place.text or "") == picture.content


HOSTILE = f"""
items:
  - {{id: h, type: single-choice, {GENERAL}, options: [
      {{text: "]]> <script>alert(1)</script> &amp; 🌱", key: true}}, {{text: "\\u202bשלום\\u202c"}}],
      stem: "<img src=x onerror=alert(1)> ]]> </text></question>"}}
"""


def test_hostile_text_stays_text() -> None:
    question = tree(HOSTILE)[1]
    texts = [text.text or "" for text in question.iter("text")]
    assert not any(re.search(r"<(?:script|img|/question)", text) for text in texts)
    assert "&lt;/text&gt;&lt;/question&gt;" in texts[1]


LOST = {"options": {"fixed"}, "things": {"reasons"}, "steps": {"reasons"}}


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(banks)
def test_what_is_written_comes_back(data: dict[str, Any]) -> None:
    comes_back(data, moodle_xml, "a.xml", LOST, (REASONS, UNITS))


def test_every_type_travels() -> None:
    sent = moodle_xml(parcel(Bank.model_validate(yaml.safe_load(EVERY_TYPE))), ENGLISH)
    assert sent.ledger.left == {}
    types = [question.get("type") for question in etree.fromstring(sent.content)]
    assert {*types} == {
        *("category", "multichoice", "truefalse", "matching", "ordering", "cloze", "numerical", "essay")
    }


FOREIGN = """<?xml version="1.0"?>
<quiz>
<question type="category"><category><text>$course$/top/Soil</text></category></question>
<question type="multichoice"><name><text>Q 1</text></name>
 <questiontext format="moodle_auto_format"><text>Which *one*?</text></questiontext>
 <generalfeedback format="html"><text><![CDATA[<p>Because <sup>2</sup></p>]]></text></generalfeedback>
 <single>true</single><answer fraction="100"><text>a</text><feedback><text>yes</text></feedback></answer>
 <answer fraction="50"><text>b</text></answer></question>
<question type="ddwtos"><name><text>drag</text></name></question>
<question type="cloze"><questiontext><text>{1:SA:=a~%50%b#no} {2:NM:=3:1}</text></questiontext>
 <generalfeedback><text>e</text></generalfeedback></question>
</quiz>
"""


def test_what_other_people_write_is_read() -> None:
    reading = read("a.xml", FOREIGN.encode(), None, ENGLISH)
    first, second = (draft.data for draft in reading.drafts)
    assert first["stem"] == r"Which \\*one\\*?".replace("\\\\", "\\")
    assert first["explanation"] == "Because 2"
    assert second["blanks"] == [{"accept": ["a"]}, {"number": {"value": 3, "tolerance": 1}}]
    told = {(problem.code, problem.place.line) for problem in reading.problems}
    assert told == {("CW1055", 8), ("CW1056", 4), ("CW1053", 9)}


@pytest.mark.parametrize(
    "raw", [b"<quiz><question>", b"<quiz>&x;</quiz>", b'<!DOCTYPE a [<!ENTITY x "y">]><quiz/>']
)
def test_damaged_xml_is_told(raw: bytes) -> None:
    assert codes("a.xml", raw)[0].startswith("CW1057")


def test_gaps_within_a_text_come_back_without_the_scripts_of_their_answers() -> None:
    accepts = [f"一群客户{at}" for at in "甲乙丙丁戊己"]
    blanks = f"[{{accept: [{', '.join(accepts)}]}}, {{accept: [银行]}}]"
    text = f"items:\n  - {{id: m, type: fill-in, {GENERAL}, stem: 'a ___ b ___', blanks: {blanks}}}\n"
    raw = moodle_xml(parcel(Bank.model_validate(yaml.safe_load(text))), ENGLISH).content
    (draft,) = read("m.xml", raw, None, ENGLISH).drafts

    assert "羣" in raw.decode()
    assert draft.data["blanks"] == [{"accept": accepts}, {"accept": ["银行"]}]


NUMERICAL = """<quiz><question type="numerical"><name><text>a</text></name>
<questiontext format="html"><text>How deep?</text></questiontext>
<generalfeedback format="html"><text>e</text></generalfeedback>
<answer fraction="100"><text>5</text><tolerance>0</tolerance></answer>
<units>{units}</units></question></quiz>"""


@pytest.mark.parametrize(
    ("units", "unit", "told"),
    [(["cm"], "cm", []), (["cm", "m"], "cm", ["m"]), (["，请写整数。"], None, ["，请写整数。"])],
)
def test_a_unit_is_one_and_what_is_none_is_told(units: list[str], unit: str | None, told: list[str]) -> None:
    said = "".join(f"<unit><multiplier>1</multiplier><unit_name>{each}</unit_name></unit>" for each in units)
    reading = read("a.xml", NUMERICAL.format(units=said).encode(), None, ENGLISH)
    assert reading.drafts[0].data["answer"].get("unit") == unit
    assert [each.values["column"] for each in reading.problems if each.code == "CW1014"] == told
