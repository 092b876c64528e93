"""QTI 3.0 and 2.1: packages by the rules, scored by another's program, and what comes back."""

import io
import re
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from course_parcel import course_parcel
from exchange_laws import comes_back
from exchanged_banks import banks
from exchanging import Write, came_back, parcel, said
from hypothesis import HealthCheck, given, settings
from importing import codes
from lxml import etree
from playwright.sync_api import Browser
from qti_reader import Reader, as_qti, share
from responding import responses

from coursewright.exchange.formats import read, skipping
from coursewright.exchange.html_tree import words_in
from coursewright.exchange.posed import Parcel, Posed
from coursewright.exchange.qti_names import named, plain_name
from coursewright.exchange.qti_package import MOST_OF_A_PART, qti3, qti21
from coursewright.model.items.bank import Bank
from coursewright.model.items.interaction import AskedChoice
from coursewright.model.medium import Medium
from coursewright.scoring.scoring import score
from pictures import png
from trees import ENGLISH, EVERY_TYPE

pytest_plugins = ["site_fixtures"]

VERSIONS = pytest.mark.parametrize("write", [qti3, qti21])
EACH = 8
A_THOUSANDTH = 0.00051
"""The reader rounds what it divides to three places."""


def package(write: Write, *, bank: str = "", media: dict[str, Medium] | None = None) -> ZipFile:
    whole = parcel(Bank.model_validate(yaml.safe_load(bank)), media) if bank else course_parcel()
    return ZipFile(io.BytesIO(write(whole, ENGLISH).content))


def a_part() -> Parcel:
    """Every fifth of the course's items, and its cases, which are whole."""
    posed = [each for at, each in enumerate(course_parcel().posed) if at % 5 == 0 or each.material]
    return replace(course_parcel(), posed=posed)


def of_every_type(each: int) -> list[Posed]:
    """Items of the course: of every type so many, from all of its chapters."""
    types: dict[type, list[Posed]] = {}
    for posed in course_parcel().posed:
        types.setdefault(type(posed.item), []).append(posed)
    return [posed for all in types.values() for posed in all[:: -(-len(all) // each)]]


def test_another_program_comes_to_our_points_over_every_type(chromium: Browser) -> None:
    archive = package(qti3)
    with closing(chromium.new_page()) as page:
        reader = Reader(page)
        counted = 0
        for posed in of_every_type(EACH):
            tries = responses(posed.asked, posed.id)
            xml = archive.read(f"items/{posed.id}.xml").decode()
            found = reader.scored(xml, [as_qti(posed.asked, each) for each in tries])
            for response, (points, raw, said) in zip(tries, found, strict=True):
                own = score(posed.asked, response)
                assert max(0, raw) == own.points, (posed.id, response)
                assert abs(points - share(own.points, own.of)) < A_THOUSANDTH, (posed.id, response)
                if isinstance(posed.asked, AskedChoice) and response:
                    assert [id.removeprefix("_") for id in said] == response
                counted += 1
        assert counted > 10 * EACH
        assert reader.errors == []


@VERSIONS
def test_a_package_names_all_that_is_in_it_and_nothing_else(write: Write) -> None:
    picture = Medium(name="Bild 1 甲.PNG", content=png(2, 2))
    pictured = EVERY_TYPE.replace("Which comes first?", "'![First](<picture:Bild 1 甲.PNG>)'")
    archive = package(write, bank=pictured, media={picture.name: picture})
    names = archive.namelist()
    assert names[0] == "imsmanifest.xml"
    assert all(re.fullmatch(r"[a-z0-9./-]+", name) for name in names)
    manifest = etree.fromstring(archive.read("imsmanifest.xml"))
    files = [str(each.get("href")) for each in named(manifest, "file")]
    assert sorted(files) == sorted(set(names) - {"imsmanifest.xml"})
    assert [name for name in names if name.startswith("media/")]
    references = {str(each.get("identifierref")) for each in named(manifest, "dependency")}
    assert references <= {str(each.get("identifier")) for each in named(manifest, "resource")}


@VERSIONS
def test_the_same_questions_give_the_same_bytes(write: Write) -> None:
    assert write(a_part(), ENGLISH).content == write(a_part(), ENGLISH).content


@VERSIONS
def test_a_part_of_a_test_is_not_too_large_and_cases_stay_whole(write: Write) -> None:
    archive = package(write)
    test = etree.fromstring(archive.read("test.xml"))
    parts = [len([*named(part, "assessmentItemRef")]) for part in named(test, "testPart")]
    assert sum(parts) == len(course_parcel().posed)
    assert max(parts) <= MOST_OF_A_PART
    paths = {str(each.get("href")) for each in named(test, "assessmentItemRef")}
    assert paths <= {*archive.namelist()}


def test_every_identifier_is_one() -> None:
    """Letters, digits and `_ - .`, and no digit first (QTI 3.0, 2.11.1.15)."""
    archive = package(qti3)
    for name in archive.namelist():
        for element in etree.fromstring(archive.read(name)).iter():
            if isinstance(element.tag, str) and (id := element.get("identifier")):
                assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", id), (name, id)


def test_2_1_has_the_names_of_2_1() -> None:
    archive = package(qti21)
    item = etree.fromstring(archive.read("items/competencies-layers.xml"))
    assert etree.QName(item).namespace == "http://www.imsglobal.org/xsd/imsqti_v2p1"
    assert not any("qti-" in str(each.tag) for each in item.iter())
    assert {"assessmentItem", "itemBody", "choiceInteraction"} <= {plain_name(each) for each in item.iter()}
    assert [each.get("maxChoices") for each in named(item, "choiceInteraction")] == ["1"]


@VERSIONS
@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(data=banks)
def test_what_is_written_comes_back(write: Write, data: dict[str, Any]) -> None:
    comes_back(data, write, "a.zip", {})


HOSTILE = """
items:
  - {id: h, type: single-choice, objective: soil/layers/name, level: recall, explanation: "]]>", options: [
      {text: "]]> <script>alert(1)</script> 🌱", key: true, rationale: a},
      {text: "\\u202bשלום\\u202c", rationale: b}],
      stem: "<img src=x onerror=alert(1)> ]]> </qti-item-body>"}
"""


@VERSIONS
def test_hostile_text_stays_text(write: Write) -> None:
    item = etree.fromstring(package(write, bank=HOSTILE).read("items/h.xml"))
    assert not [*named(item, "script", "img")]
    assert "<script>alert(1)</script>" in words_in(next(named(item, "simpleChoice")))


FOREIGN = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="choice" title="x">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
<correctResponse><value>ChoiceA</value></correctResponse></responseDeclaration>
<itemBody><p>Look at the <b>text</b>.</p><choiceInteraction responseIdentifier="RESPONSE" shuffle="false">
<prompt>What does it say?</prompt>
<simpleChoice identifier="ChoiceA">Stay
<feedbackInline outcomeIdentifier="F" identifier="ChoiceA">Yes</feedbackInline>
</simpleChoice><simpleChoice identifier="ChoiceB">Go</simpleChoice></choiceInteraction></itemBody>
</assessmentItem>"""


def test_what_other_people_write_is_read() -> None:
    (draft,) = read("a.xml", FOREIGN.encode(), None, ENGLISH).drafts
    assert draft.data["stem"] == "Look at the **text**.\n\nWhat does it say?"
    assert draft.data["options"] == [{"text": "Stay", "rationale": "Yes", "key": True}, {"text": "Go"}]
    assert (draft.data["shuffle"], draft.data["unexplained"]) == (False, True)


def test_an_interaction_that_no_item_has_is_told() -> None:
    raw = FOREIGN.replace("choiceInteraction", "hotspotInteraction").encode()
    assert codes("a.xml", raw) == ["CW1053 1:1"]


@pytest.mark.parametrize(("write", "way"), [(qti3, "downgrade"), (qti21, "upgrade")])
def test_a_converter_of_other_people_makes_the_other_version_of_it(
    write: Write, way: str, tmp_path: Path
) -> None:
    """It is GPL-3 and has a process of its own, in tests only."""
    before, after = tmp_path / "before.zip", tmp_path / "after.zip"
    raw = write(a_part(), ENGLISH).content
    before.write_bytes(raw)
    command = [str(Path(sys.executable).parent / "qti-convert"), way, str(before), str(after)]
    subprocess.run(command, check=True, capture_output=True)
    first, second = (
        {item.id: said(item) for item in came_back("a.zip", content)} for content in (raw, after.read_bytes())
    )
    assert first == second


@pytest.mark.parametrize(("behind", "unit"), [("kg", "kg"), ("，请写整数。", None)])
def test_a_sentence_behind_a_number_is_no_unit(behind: str, unit: str | None) -> None:
    item = f"""<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="x">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="float">
<correctResponse><value>5</value></correctResponse></responseDeclaration>
<itemBody><p>How much? <textEntryInteraction responseIdentifier="RESPONSE"/>
<span class="unit">{behind}</span>
</p></itemBody></assessmentItem>"""
    (draft,) = read("a.xml", item.encode(), None, ENGLISH).drafts
    assert draft.data["answer"].get("unit") == unit
    assert (behind in draft.data["stem"]) == (unit is None)


SHOWN = """<rubricBlock view="candidate"><p>Use the map.</p></rubricBlock>
<rubricBlock view="scorer"><p>Two points.</p></rubricBlock>"""
SOLUTION = (
    "<feedbackBlock outcomeIdentifier='S' identifier='s' showHide='show'><p>It is Stay.</p></feedbackBlock>"
)
MODAL = """<modalFeedback outcomeIdentifier="F" identifier="yes" showHide="show">Well done.</modalFeedback>"""


def test_what_is_shown_afterwards_gives_nothing_away_and_what_candidates_read_stays() -> None:
    """The text of an item has what its candidates see before they answer, and the rest is told."""
    raw = FOREIGN.replace("<itemBody>", f"<itemBody>{SHOWN}").replace(
        "</itemBody>", f"{SOLUTION}</itemBody>{MODAL}"
    )
    reading = read("a.xml", raw.encode(), None, ENGLISH)
    (draft,) = reading.drafts
    assert draft.data["stem"] == "Use the map.\n\nLook at the **text**.\n\nWhat does it say?"
    assert draft.data["explanation"] == "It is Stay."
    told = [problem.values["column"] for problem in reading.problems if problem.code == "CW1014"]
    assert told == ["Two points.", "Well done."]


@pytest.mark.parametrize(
    ("entries", "accepted", "told"),
    [('<mapEntry mapKey="Leeds" mappedValue="0.5"/>', ["York"], ["CW1055"]), ("", ["York"], [])],
)
def test_what_is_only_partly_right_in_a_gap_is_told(
    entries: str, accepted: list[str], told: list[str]
) -> None:
    item = f"""<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="x">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string">
<correctResponse><value>York</value></correctResponse>
<mapping><mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="york" mappedValue="0.5"/>
{entries}</mapping>
</responseDeclaration>
<itemBody><p>This sun of <textEntryInteraction responseIdentifier="RESPONSE"/>;</p></itemBody>
</assessmentItem>"""
    reading = read("a.xml", item.encode(), None, ENGLISH)
    assert reading.drafts[0].data["blanks"][0]["accept"] == accepted
    assert [problem.code for problem in reading.problems] == told


@pytest.mark.parametrize("body", ["<extendedTextInteraction responseIdentifier='R'/>", "<p>{{x}}</p>"])
def test_what_no_item_can_be_made_of_is_left_out_with_skip(body: str) -> None:
    """A text that nothing says how to judge, and an item whose numbers are drawn when it is asked."""
    drawn = (
        '<templateDeclaration identifier="x" cardinality="single" baseType="integer"/>' if "x" in body else ""
    )
    raw = FOREIGN.replace("<itemBody>", f"{drawn}<itemBody>")
    if not drawn:
        raw = raw[: raw.index("<itemBody>")] + f"<itemBody>{body}</itemBody></assessmentItem>"
    reading = skipping(read("a.xml", raw.encode(), None, ENGLISH))
    assert reading.drafts == []
    assert [problem.code for problem in reading.problems] == ["CW1054"]
