"""Answer sheets as scanners, copiers and phones leave them: what is read is what was filled in."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from filled import (
    Marks,
    Pile,
    account,
    chosen,
    counted,
    filled,
    pile,
    sat,
    save,
    some_marks,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scanned import Grey, copied, turned
from sessions import session
from spoilt import lined, one_bit, photographed, scaled, skewed, squeezed, torn

from coursewright.exams.scanning.darkness import inked
from coursewright.exams.scanning.deciding import Decision
from coursewright.exams.scanning.fields import bounds, read
from coursewright.exams.scanning.registration import registered
from coursewright.exams.scanning.sittings import sittings
from coursewright.exams.sitting import Sitting


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Pile:
    root = tmp_path_factory.mktemp("garden")
    session(root)
    return pile(root)


ANSWERED = {
    "exam-top", "exam-which", "exam-dark", "exam-depth", "exam-pairs", "exam-order", "exam-kinds",
    "exam-bed-cause", "exam-bed-cure",
}  # fmt: skip


def plain(sheets: Pile, tmp_path: Path, marks: Marks) -> Sitting:
    return sat(account(sheets, save(tmp_path / "plain.tif", sheets.sheet(1, marks))))


FAULTS: dict[str, Callable[[Grey], Grey]] = {
    "150 dpi": lambda page: scaled(page, 150),
    "100 dpi": lambda page: scaled(page, 100),
    "300 dpi": lambda page: scaled(page, 300),
    "one bit": one_bit,
    "three copies": lambda page: copied(page, 3, 4),
    "JPEG at 20": squeezed,
    "upside down": turned,
    "on its side": lambda page: np.ascontiguousarray(np.rot90(page)),
    "askew": lambda page: skewed(page, 2.5),
    "a line": lambda page: lined(page, 120),
    "phone": photographed,
    "phone, from another side": lambda page: photographed(page, 5),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_a_machine_does_to_a_page_changes_nothing(sheets: Pile, tmp_path: Path, fault: str) -> None:
    marks = some_marks(sheets, 1)
    wanted = plain(sheets, tmp_path, marks)
    assert {*wanted.answers} == ANSWERED
    assert {*wanted.marks} == {"exam-words", "exam-letter"}
    pages = [FAULTS[fault](page) for page in sheets.sheet(1, marks)]
    found = account(sheets, save(tmp_path / "bad.tif", pages))
    assert counted(found) == {"read": 2}, found.scanned
    assert (sat(found).answers, sat(found).marks) == (wanted.answers, wanted.marks)
    assert (sat(found).candidate, sat(found).name, sat(found).form) == ("00101", "Ann Ash", "A")


def test_what_is_pale_is_put_before_a_person(sheets: Pile, tmp_path: Path) -> None:
    """No answer of a pale pencil is lost, and none is taken for sure."""
    marks = some_marks(sheets, 1)
    found = account(sheets, save(tmp_path / "pale.tif", sheets.sheet(1, marks, pencil=190)))
    assert counted(found) == {"review": 2}
    assert {doubt.kind for doubt in found.doubts} == {"marks"}
    decided = {doubt.id: Decision(doubt.proposal or (), "Ben") for doubt in found.doubts}
    done = account(sheets, tmp_path / "pale.tif", decisions=decided)
    assert counted(done) == {"read": 2}
    assert sat(done).answers == plain(sheets, tmp_path, marks).answers


def test_a_pencil_that_is_not_pale_is_read(sheets: Pile, tmp_path: Path) -> None:
    marks = some_marks(sheets, 1)
    found = account(sheets, save(tmp_path / "soft.tif", sheets.sheet(1, marks, pencil=150)))
    assert counted(found) == {"read": 2}


@pytest.mark.parametrize("fault", ["plain", "three copies", "JPEG at 20", "one bit", "phone"])
def test_what_is_blank_stays_blank(sheets: Pile, tmp_path: Path, fault: str) -> None:
    pages = [FAULTS.get(fault, lambda page: page)(page) for page in sheets.sheet(1, {})]
    found = account(sheets, save(tmp_path / "blank.tif", pages))
    assert counted(found) == {"read": 2}
    assert sat(found).answers == {}
    assert sat(found).marks == {}


@pytest.mark.parametrize("corner", ["top-left", "bottom-left", "bottom-right"])
def test_a_page_without_a_corner_is_read_and_reviewed(sheets: Pile, tmp_path: Path, corner: str) -> None:
    marks = some_marks(sheets, 1)
    first, second = sheets.sheet(1, marks)
    found = account(sheets, save(tmp_path / "torn.tif", [first, torn(second, corner)]))
    assert counted(found) == {"read": 1, "review": 1}
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.proposal) == ("corners", ("kept",))
    kept = account(sheets, tmp_path / "torn.tif", decisions={doubt.id: Decision(("kept",), "Ben")})
    assert sat(kept).answers == plain(sheets, tmp_path, marks).answers
    aside = account(sheets, tmp_path / "torn.tif", decisions={doubt.id: Decision(("aside",), "Ben")})
    assert counted(aside) == {"read": 1, "unreadable": 1}
    assert not [*sittings(aside)]


def test_a_page_with_two_corners_is_unreadable(sheets: Pile, tmp_path: Path) -> None:
    first, second = sheets.sheet(1, {})
    found = account(sheets, save(tmp_path / "torn.tif", [torn(torn(first), "bottom-left"), second]))
    assert counted(found) == {"read": 1, "unreadable": 1}
    assert found.scanned[0].why == "corners"


def test_pages_come_in_any_order_and_format(sheets: Pile, tmp_path: Path) -> None:
    marks = {serial: some_marks(sheets, serial) for serial in (1, 2, 3)}
    one, two, three = (sheets.sheet(serial, own) for serial, own in marks.items())
    files = [
        save(tmp_path / "a.pdf", [two[1], turned(one[0])]),
        save(tmp_path / "b.png", [scaled(one[1], 150)]),
        save(tmp_path / "c.jpg", [three[1]]),
        save(tmp_path / "d.tif", [three[0], turned(two[0])]),
    ]
    found = account(sheets, *files)
    assert counted(found) == {"read": 6}
    by_candidate = {each.candidate: each for each in sittings(found)}
    assert [(each, by_candidate[each].form) for each in sorted(by_candidate)] == [
        ("00101", "A"), ("00102", "B"), ("00103", "A"),
    ]  # fmt: skip
    origin = by_candidate["00102"].origin
    assert (origin.way, origin.file, origin.place) == ("sheet", str(files[3]), "2")
    assert by_candidate["00101"].answers == plain(sheets, tmp_path, marks[1]).answers


def test_every_page_is_accounted_for(sheets: Pile, tmp_path: Path) -> None:
    first, second = sheets.sheet(1, some_marks(sheets, 1))
    other = sheets.sheet(2, {})
    white = np.full_like(first, 255)
    together = np.concatenate([scaled(first, 100), scaled(other[0], 100)], 1)
    written = filled(white, sheets.bubbles(1, 1))
    pages = [first, white, turned(first), second, written, together, second[:, : second.shape[1] // 2]]
    found = account(sheets, save(tmp_path / "all.tif", pages))
    assert found.statuses == [
        "read", "blank", "duplicate", "read", "unreadable", "unreadable", "unreadable",
    ]  # fmt: skip
    assert [page.why for page in found.scanned[4:]] == ["bare", "two", "bare"]


def test_a_sheet_of_another_printing_is_foreign(sheets: Pile, tmp_path: Path) -> None:
    other = tmp_path / "other"
    session(other)
    strange = pile(other, spare=0)
    found = account(sheets, save(tmp_path / "strange.tif", strange.sheet(1, {})))
    assert counted(found) == {"foreign": 2}


Rows = list[int]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    picks=st.lists(st.booleans(), min_size=200, max_size=200),
    pencil=st.integers(20, 150),
    seed=st.integers(0, 9),
)
def test_what_is_read_is_what_was_filled(sheets: Pile, picks: Sequence[bool], pencil: int, seed: int) -> None:
    """Any bubbles of any page, by any pencil that is not pale, however the page lies."""
    serial, page, grey = sheets.blank[seed]
    bubbles = sheets.bubbles(serial, page)
    marked = [bubble for bubble, is_marked in zip(bubbles, picks, strict=False) if is_marked]
    picture = skewed(filled(grey, marked, pencil), seed * 3 - 10)
    found = registered(picture)
    projection = np.array(found.projection).reshape(3, 3)
    dark = inked(picture, projection, [(bubble.x, bubble.y) for bubble in bubbles])
    limits = bounds(dark.empty, dark.filled)
    bands = [limits.band(value) for value in dark.greys]
    assert bands == ["marked" if bubble in marked else "empty" for bubble in bubbles]


@given(empty=st.integers(0, 40), more=st.integers(35, 100))
def test_bounds_are_bounded(empty: int, more: int) -> None:
    """White is never a mark and black always one, whatever the references are."""
    limits = bounds(empty, min(100, empty + more))
    assert limits.band(17) == "empty"
    assert limits.band(51) == "marked"
    assert limits.doubtful < limits.marked


def test_a_full_bubble_is_never_withdrawn_and_a_rubbed_out_one_is_seen(sheets: Pile) -> None:
    row = next(each for each in sheets.printed.fields[sheets.variant(1)][0] if each.number == 2)
    limits = bounds(9, 100)
    assert read(row, [95, 9, 9], limits, True).marks == (row.values[0],)
    both = read(row, [95, 90, 9], limits, True)
    assert (both.marks, both.is_sure) == (tuple(row.values[:2]), True)
    rubbed = read(row, [95, 40, 9], limits, True)
    assert (rubbed.marks, rubbed.is_sure) == ((row.values[0],), False)
    single = read(row, [40, 95, 9], limits, False)
    assert (single.marks, single.is_sure) == ((row.values[1],), False)
    two = read(row, [95, 90, 9], limits, False)
    assert (two.marks, two.is_sure) == (tuple(row.values[:2]), False)


def test_a_gap_amid_digits_is_put_before_a_person(sheets: Pile, tmp_path: Path) -> None:
    marks = some_marks(sheets, 1)
    gap = next(place for place in marks if place[0] == "digit" and place[3] == 3)
    found = account(sheets, save(tmp_path / "gap.tif", sheets.sheet(1, {**marks, gap: []})))
    (doubt,) = found.doubts
    assert doubt.field
    assert (doubt.field.kind, doubt.field.column, doubt.proposal) == ("digit", 3, ())


def test_chosen_bubbles_are_those_that_are_meant(sheets: Pile) -> None:
    """What these tests fill in is what they say."""
    marks = some_marks(sheets, 1)
    both = [bubble for page in (1, 2) for bubble in chosen(sheets.bubbles(1, page), marks)]
    assert len(both) == len(marks)
