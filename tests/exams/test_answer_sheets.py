"""Answer sheets: what is drawn is where the layout says, and every page says whose it is."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfparts import texts
from scanned import MM, codes, copied, darkness, off, pages, ring, turned
from sessions import candidates, printing, session

from coursewright.exams.form import Question
from coursewright.exams.key import lettered
from coursewright.exams.layout import Variant
from coursewright.exams.printing import ASSIGNMENT_FILE, LAYOUT_FILE, SHEETS_FILE, Printing
from coursewright.exams.session import Session
from coursewright.model.candidate import Candidate
from coursewright.model.items.interaction import Choice, Gaps, Interaction, Match, Order
from trees import ENGLISH

INNER = 0.7


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return session(tmp_path_factory.mktemp("garden"))


@pytest.fixture(scope="module")
def printed(made: Session) -> Printing:
    return printing(made, count=2, spare=1)


@pytest.fixture(scope="module")
def files(printed: Printing) -> dict[str, bytes]:
    return printed.files()


@pytest.fixture(scope="module")
def layout(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[LAYOUT_FILE])
    return found


@pytest.fixture(scope="module")
def scanned(files: dict[str, bytes]) -> list[Any]:
    return pages(files[SHEETS_FILE])


def sheets(layout: dict[str, Any]) -> list[tuple[str, bool, int, int, list[dict[str, Any]]]]:
    """Form, spare or not, serial, page and bubbles of each page in the order of the file."""
    kinds = [("A", False), ("B", False), ("", True)]
    own = {(each["form"], each["spare"]): each["pages"] for each in layout["sheets"]}
    return [
        (form, spare, serial, number, page["bubbles"])
        for serial, (form, spare) in enumerate(kinds, 1)
        for number, page in enumerate(own[form, spare], 1)
    ]


def test_every_bubble_is_drawn_where_the_layout_says(layout: dict[str, Any], scanned: list[Any]) -> None:
    radius = layout["radius"]
    for page, (*_, bubbles) in zip(scanned, sheets(layout), strict=True):
        assert bubbles
        for each in bubbles:
            assert ring(page, each["x"], each["y"], radius) > 0.3, each
            assert darkness(page, each["x"], each["y"], radius * INNER) < 0.2, each
        for each in bubbles[::5]:
            assert off(page, each["x"], each["y"], radius) <= 0.15, each


def test_nothing_else_has_the_look_of_a_bubble(layout: dict[str, Any], scanned: list[Any]) -> None:
    """Half way between two bubbles of a row there is white."""
    for page, (*_, bubbles) in zip(scanned, sheets(layout), strict=True):
        for one, other in pairwise(bubbles):
            if one["y"] == other["y"] and 6 < other["x"] - one["x"] < 7:
                assert darkness(page, (one["x"] + other["x"]) / 2, one["y"], 0.5) < 0.02


def test_references_are_filled_and_empty(layout: dict[str, Any], scanned: list[Any]) -> None:
    for page in scanned:
        for each in layout["references"]:
            dark = darkness(page, each["x"], each["y"], layout["radius"] * INNER)
            assert dark > 0.97 if each["is_filled"] else 0.05 < dark < 0.15
            assert off(page, each["x"], each["y"], layout["radius"]) <= 0.15 or each["is_filled"]


@pytest.mark.parametrize("is_turned", [False, True])
def test_every_page_says_where_its_corners_are_and_whose_it_is(
    layout: dict[str, Any], scanned: list[Any], files: dict[str, bytes], is_turned: bool
) -> None:
    tag = json.loads(files[ASSIGNMENT_FILE])["tag"]
    for page, (form, spare, serial, number, _) in zip(scanned, sheets(layout), strict=True):
        found = {each.text: each for each in codes(turned(page) if is_turned else page)}
        assert found.pop(f"CW{form or 'Z'}{int(spare)}{tag}{number:03}{serial:05}")
        assert {*found} == {f"{rune['rune']:03}" for rune in layout["runes"]}
        for rune in layout["runes"]:
            each = found[f"{rune['rune']:03}"]
            wanted = (rune["x"], rune["y"])
            if is_turned:
                wanted = (layout["width"] - rune["x"], layout["height"] - rune["y"])
            assert abs(each.x - wanted[0]) < 0.3
            assert abs(each.y - wanted[1]) < 0.3


def test_a_copier_without_greys_leaves_all_of_it(layout: dict[str, Any], scanned: list[Any]) -> None:
    for page, (*_, bubbles) in zip(scanned, sheets(layout), strict=True):
        bare = np.where(page < 128, 0, 255).astype(np.uint8)
        assert len(codes(bare)) == len(layout["runes"]) + 1
        for each in bubbles:
            assert ring(bare, each["x"], each["y"], layout["radius"]) > 0.5, each
            assert darkness(bare, each["x"], each["y"], layout["radius"] * INNER) > 0.01, each


def test_the_third_copy_of_a_copy_is_known(layout: dict[str, Any], scanned: list[Any]) -> None:
    for seed, page in enumerate(scanned):
        assert len(codes(copied(page, 3, seed))) == len(layout["runes"]) + 1


def test_squares_of_the_code_are_a_millimetre_or_more(layout: dict[str, Any], scanned: list[Any]) -> None:
    """Nineteen a side: the row through the middle of its first squares changes no more often."""
    code = layout["code"]
    left, top = ((code[name] - code["side"] / 2) * MM for name in "xy")
    row = scanned[0][int(top + 0.6 * MM), int(left) : int(left + code["side"] * MM)] < 128
    lengths = np.diff(np.flatnonzero(np.diff(row.astype(int))))
    assert code["side"] / 19 >= 1
    assert min(lengths) / MM >= 1


def test_bubbles_of_every_type(made: Session, layout: dict[str, Any]) -> None:
    """By ids, in the order of the form."""
    own = next(each for each in layout["sheets"] if each["form"] == "B" and not each["spare"])
    bubbles = [bubble for page in own["pages"] for bubble in page["bubbles"]]
    asked = made.asked(ENGLISH)
    for number, question in enumerate(made.forms[1].questions, 1):
        found = [each for each in bubbles if each["item"] == question.item]
        meant = [(each["entry"], each["column"], each["value"], each["shown"]) for each in found]
        assert meant == expected(question, asked[question.item].interaction), question.item
        assert {each["number"] for each in found} == {number}


def expected(question: Question, interaction: Interaction) -> list[tuple[str, int, str, str]]:
    entries, targets = lettered(question.entries).items(), lettered(question.targets).items()
    match interaction:
        case Choice():
            return [("", 0, id, letter) for letter, id in entries]
        case Order():
            return [(str(place), 0, id, letter) for place in range(1, 5) for letter, id in entries]
        case Match():
            return [(thing, 0, id, letter) for thing in question.entries for letter, id in targets]
        case Gaps((gap,)):
            digits = [(column, value) for column in range(1, 7) for value in ".0123456789"]
            shown = {".": "•"}
            marks = ((gap.id, column, value, shown.get(value, value)) for column, value in digits)
            return [(gap.id, 0, "-", "−"), *marks]
        case Gaps(gaps):
            return [(gap.id, 0, value, value) for gap in gaps for value in "01"]
        case _:
            return [("", 0, value, value) for value in "0123"]


def test_a_spare_sheet_is_for_any_form_where_forms_are_marked_alike(layout: dict[str, Any]) -> None:
    spare = [each for each in layout["sheets"] if each["spare"]]
    assert [each["form"] for each in spare] == [""]
    first = spare[0]["pages"][0]["bubbles"]
    numbers = [(each["column"], each["value"]) for each in first if each["kind"] == "number"]
    assert numbers == [
        (column, str(digit)) for column in range(layout["number"]["digits"]) for digit in range(10)
    ]
    assert [each["value"] for each in first if each["kind"] == "form"] == ["A", "B"]
    assert {each["item"] for page in spare[0]["pages"] for each in page["bubbles"]} == {""}


def test_a_spare_sheet_says_what_is_to_be_marked_first(made: Session, tmp_path: Path) -> None:
    any_form = printing(made, spare=1)
    said = [text.text for text in any_form.pages[Variant("", True)][0].texts]
    assert "2. Ask the invigilator for your number to mark: the attendance list has it, 6 digits." in said
    assert "4. Fill in the form of your paper below: its letter is on the cover." in said
    mixed = printing(session(tmp_path, "{count: 2, overlap: 11, order: mixed}"), spare=1)
    own = [text.text for text in mixed.pages[Variant("B", True)][0].texts]
    assert "4. Compare: the letter on your paper's cover is the one at the top of this sheet." in own
    assert not any(each.kind == "form" for each in mixed.pages[Variant("B", True)][0].bubbles)
    plain = [text.text for text in any_form.pages[Variant("A", False)][0].texts]
    assert not any("invigilator" in text for text in plain)


def test_spare_sheets_are_of_each_form_where_forms_are_marked_in_other_ways(tmp_path: Path) -> None:
    mixed = session(tmp_path, "{count: 2, overlap: 11, order: mixed}")
    found = [variant for variant in printing(mixed, spare=2).pages if variant.is_spare]
    assert [variant.form for variant in found] == ["A", "B"]


def test_every_sheet_begins_on_a_page_of_its_own_when_both_sides_are_printed(tmp_path: Path) -> None:
    """A sheet of one page has an empty back."""
    short = session(
        tmp_path, "{count: 2, overlap: 11, banned: [exam-letter, exam-words, exam-depth]}", items=8
    )
    own = printing(short, count=2, spare=1)
    document = pages(own.files()[SHEETS_FILE])
    assert [len(made) for made in own.pages.values()] == [1] * len(own.pages)
    assert [len(codes(page)) for page in document] == [5, 0] * (len(document) // 2)
    assert all((page == 255).all() for page in document[1::2])
    assert own.paper == len(document)


def test_the_same_input_gives_the_same_bytes(made: Session, files: dict[str, bytes]) -> None:
    assert printing(made, count=2, spare=1).files() == files


def test_another_roster_has_another_tag(made: Session) -> None:
    assert printing(made, count=2).tag != printing(made, count=3).tag


def test_who_has_which_sheet_is_kept(files: dict[str, bytes]) -> None:
    kept = json.loads(files[ASSIGNMENT_FILE])
    assert [(each["name"], each["form"], each["serial"]) for each in kept["candidates"]] == [
        ("Candidate 1", "A", 1), ("Candidate 2", "B", 2),
    ]  # fmt: skip
    assert kept["spare"] == [{"form": "", "serial": 3}]


DPI = 51
"""Two pixels a mm."""
NAME_END, CODE_END, HEAD_END = 210, 66, 120
"""The name ends before this column, the code and the rest of the head above these rows."""
HOSTILE = [
    '#panic("x")', "$x$ _a_ *b* `c` <d> @e", '"; DROP', "#let it = 1", "\\u{202e}", "עברית العربية",
    "名" * 300, "a" * 500,
]  # fmt: skip


def around(made: Session, name: str) -> list[Any]:
    """The pages of a candidate of this name: what is beside the name and below it."""
    document = printing(made, people=[Candidate(name, "1"), *candidates(1)]).files()[SHEETS_FILE]
    scanned = pages(document, dpi=DPI)
    return [part for page in scanned for part in (page[CODE_END:, NAME_END:], page[HEAD_END:])]


def are_alike(one: list[Any], other: list[Any]) -> bool:
    return all(np.array_equal(*pair) for pair in zip(one, other, strict=True))


@pytest.fixture(scope="module")
def harmless(made: Session) -> list[Any]:
    return around(made, "Ann")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_text(made: Session, harmless: list[Any], name: str) -> None:
    assert are_alike(around(made, name), harmless)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1, max_size=60))
def test_no_name_moves_anything(made: Session, harmless: list[Any], name: str) -> None:
    assert are_alike(around(made, name), harmless)


def test_a_name_is_printed_as_it_is_written(made: Session) -> None:
    document = printing(made, people=[Candidate(HOSTILE[1], "007")]).files()[SHEETS_FILE]
    said = texts(document)[0]
    assert HOSTILE[1].replace(" ", "") in said
    assert "007" in said
