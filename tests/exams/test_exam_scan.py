"""`coursewright exam scan`: what it says, what it writes, and what people decide."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filled import ROSTER, Pile, kept, pile, save, scan, some_marks, spare_marks
from scan_desk import doubts, hand_in, sat, the, two_marks
from sessions import NAME, session
from spoilt import torn

from coursewright.commands.main import run
from coursewright.exams.scanning.sittings import gathered
from coursewright.exams.shelf import changed, unknown

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def sheets(tmp_path: Path, capsys: Captured) -> Pile:
    session(tmp_path)
    made = pile(tmp_path)
    capsys.readouterr()
    return made


def test_all_is_read(sheets: Pile, capsys: Captured) -> None:
    pages = [page for serial in (1, 2, 3, 4) for page in sheets.sheet(serial, some_marks(sheets, serial))]
    pages.append(np.full_like(pages[0], 255))
    assert scan(sheets, save(sheets.root / "all.pdf", pages)) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert " read           8 \n" in told.out
    assert " blank          1 \n" in told.out
    assert " pages in all   9 \n" in told.out
    assert told.out.endswith("4 sheets can be graded\n")
    assert [each.candidate for each in sat(sheets)] == ["00101", "00102", "00103", "00104"]
    entry = the(sheets).entries[-1]
    assert (entry.did, entry.by, entry.about["pages"]["read"], entry.about["open"]) == (
        "scanned",
        "Ann",
        8,
        0,
    )
    assert {*entry.about["files"]} == {"scans/readings.json", "scans/cut-outs.json"}
    assert [*changed(the(sheets).folder, the(sheets).entries)] == []
    assert [*unknown(the(sheets).folder, the(sheets).entries)] == []


def test_a_file_that_came_twice_is_named_and_counted(sheets: Pile, capsys: Captured) -> None:
    own = save(sheets.root / "own.pdf", sheets.sheet(1, some_marks(sheets, 1)))
    other = sheets.root / "other.pdf"
    other.write_bytes(own.read_bytes())
    assert scan(sheets, own, other, own) == 0
    told = capsys.readouterr().out
    for file in (other, own):
        assert f"{file} is the same file as {own}: its 2 pages are duplicates\n" in told
    assert " read           2 \n" in told
    assert " duplicate      4 \n" in told
    assert " pages in all   6 \n" in told
    assert "1 sheet can be graded\n" in told
    assert the(sheets).entries[-1].about["pages"]["duplicate"] == 4
    assert [(each["file"], each["of"], each["pages"]) for each in kept(sheets)["copies"]] == [
        (str(other), str(own), 2),
        (str(own), str(own), 2),
    ]


def test_a_session_whose_sheets_were_scanned_is_still_what_was_made(sheets: Pile, capsys: Captured) -> None:
    assert scan(sheets, two_marks(sheets)) == 1
    (doubt,) = doubts(sheets)
    assert hand_in(sheets, {doubt["id"]: []}, "Ben") == 0
    assert run(["exam", "verify", NAME, "--course", str(sheets.root)]) == 0
    file = the(sheets).folder / "scans/readings.json"
    file.write_bytes(file.read_bytes().replace(b'"Ben"', b'"Eve"'))
    capsys.readouterr()
    assert run(["exam", "verify", NAME, "--course", str(sheets.root)]) == 1
    assert "scans/readings.json" in capsys.readouterr().err


def test_every_bubble_is_on_record(sheets: Pile) -> None:
    assert scan(sheets, two_marks(sheets)) == 1
    found = kept(sheets)
    fields = [field for page in found["pages"] for field in page["fields"]]
    assert sum(len(field["values"]) for field in fields) == sum(
        len(sheets.bubbles(1, page)) for page in (1, 2)
    )
    first = fields[0]
    assert (first["field"], first["bands"], first["by"]) == ("choice/1//0/0", "#?", "")
    assert first["greys"][0] > 60 > first["greys"][1] > 20


def test_a_doubt_is_decided_by_a_person(sheets: Pile, capsys: Captured) -> None:
    assert scan(sheets, two_marks(sheets)) == 1
    assert "1 doubt is open: decide it in" in capsys.readouterr().err
    assert sat(sheets) == []
    (doubt,) = doubts(sheets)
    assert doubt["what"] == "Question 1: what is marked?"
    assert doubt["proposal"] == [doubt["options"][0]["value"]]
    assert doubt["cuts"][0].startswith("data:image/jpeg;base64,")
    other = doubt["options"][1]["value"]
    assert [each.code for each in gathered(the(sheets)).problems] == ["CW1416"]
    assert hand_in(sheets, {doubt["id"]: [other]}, "Ben") == 0
    assert gathered(the(sheets)).sittings == sat(sheets)
    assert gathered(the(sheets)).problems == []
    assert sat(sheets)[0].answers["exam-top"] == [other]
    field = kept(sheets)["pages"][0]["fields"][0]
    assert (field["marks"], field["by"]) == ([other], "Ben")
    assert not (the(sheets).folder / "scans/review.html").exists()


def test_what_was_decided_stands_when_the_same_file_is_read_again(sheets: Pile) -> None:
    file = two_marks(sheets)
    assert scan(sheets, file) == 1
    (doubt,) = doubts(sheets)
    assert hand_in(sheets, {doubt["id"]: []}, "Ben") == 0
    assert scan(sheets, file) == 0
    assert "exam-top" not in sat(sheets)[0].answers


def test_two_people_decide_and_a_third_pass_where_they_differ(sheets: Pile, capsys: Captured) -> None:
    assert scan(sheets, two_marks(sheets), options=("--double", "--by", "Ann")) == 1
    page = (the(sheets).folder / "scans/review.html").read_bytes()
    (doubt,) = doubts(sheets)
    one, other = (option["value"] for option in doubt["options"])
    assert hand_in(sheets, {doubt["id"]: [one]}, "Ben") == 1
    assert (the(sheets).folder / "scans/review.html").read_bytes() == page, "the second is blind to the first"
    capsys.readouterr()
    assert hand_in(sheets, {doubt["id"]: [one]}, "Ben") == 1
    assert "error[CW1412]: “Ben” was the first to decide these" in capsys.readouterr().err
    assert hand_in(sheets, {doubt["id"]: [other]}, "Cleo") == 1
    assert "of 1 two people chose otherwise: a third pass decides it" in capsys.readouterr().err
    assert sat(sheets) == []
    assert hand_in(sheets, {doubt["id"]: [other]}, "Dan") == 0
    assert kept(sheets)["pages"][0]["fields"][0]["by"] == "Ben, Cleo, Dan"


def test_two_people_who_agree_are_enough(sheets: Pile) -> None:
    assert scan(sheets, two_marks(sheets), options=("--double", "--by", "Ann")) == 1
    (doubt,) = doubts(sheets)
    assert hand_in(sheets, {doubt["id"]: doubt["proposal"]}, "Ben") == 1
    assert hand_in(sheets, {doubt["id"]: doubt["proposal"]}, "Cleo") == 0
    assert kept(sheets)["pages"][0]["fields"][0]["by"] == "Ben, Cleo"


def test_a_page_that_came_twice_marked_otherwise(sheets: Pile) -> None:
    marks = some_marks(sheets, 1)
    first, second = sheets.sheet(1, marks)
    empty = sheets.sheet(1, {})[0]
    assert scan(sheets, save(sheets.root / "twice.tif", [empty, first, second])) == 1
    (doubt,) = doubts(sheets)
    assert (doubt["kind"], doubt["proposal"], len(doubt["cuts"])) == ("twice", None, 2)
    assert hand_in(sheets, {doubt["id"]: [doubt["options"][1]["value"]]}, "Ben") == 0
    assert [page["status"] for page in kept(sheets)["pages"]] == ["duplicate", "read", "read"]
    assert "exam-top" in sat(sheets)[0].answers


def told_of(sheets: Pile, capsys: Captured, pages: Sequence[Any]) -> str:
    """What is wrong with these pages, which is accepted then: no sheet that is not whole is graded."""
    file = save(sheets.root / "pages.tif", pages)
    assert scan(sheets, file) == 1
    told = capsys.readouterr().err
    assert scan(sheets, file, options=("--accept", "--by", "Ann")) == 0
    return told


def test_one_side_of_sheets_that_have_two(sheets: Pile, capsys: Captured) -> None:
    fronts = [sheets.sheet(serial, some_marks(sheets, serial))[0] for serial in (1, 2, 3)]
    told = told_of(sheets, capsys, fronts)
    assert "warning[CW1405]: of all sheets only the front was scanned: 3 lack their back" in told
    assert "CW1404" not in told
    assert sat(sheets) == []


def test_a_feeder_that_took_two_sheets(sheets: Pile, capsys: Captured) -> None:
    one, two, three = (sheets.sheet(serial, some_marks(sheets, serial)) for serial in (1, 2, 3))
    told = told_of(sheets, capsys, [one[0], two[1], *three])
    assert "warning[CW1406]: page 2 follows on a page of another sheet" in told
    assert "scan the sheets 1 and 2 again, one at a time" in told
    assert [each.candidate for each in sat(sheets)] == ["00103"]


def test_a_page_that_is_missing_is_told(sheets: Pile, capsys: Captured) -> None:
    one, two = (sheets.sheet(serial, some_marks(sheets, serial)) for serial in (1, 2))
    told = told_of(sheets, capsys, [*two, one[1]])
    assert "warning[CW1404]: sheet 1 of 00101 Ann Ash lacks page 1" in told


def test_a_page_that_cannot_be_read_is_told(sheets: Pile, capsys: Captured) -> None:
    first, second = sheets.sheet(1, some_marks(sheets, 1))
    told = told_of(sheets, capsys, [torn(torn(first), "bottom-left"), second])
    assert "warning[CW1402]: page 1 cannot be read: fewer than three corners are seen" in told
    assert "warning[CW1404]: sheet 1 of 00101 Ann Ash lacks page 1" in told
    assert sat(sheets) == []


def test_a_candidate_with_two_sheets_is_told(sheets: Pile, capsys: Captured) -> None:
    ann = sheets.printed.by_number["00101"]
    pages = [*sheets.sheet(1, some_marks(sheets, 1)), *sheets.sheet(5, spare_marks(sheets, ann.marks, "A"))]
    assert "warning[CW1407]: 00101 Ann Ash handed in 2 sheets: 1, 5" in told_of(sheets, capsys, pages)


def test_a_sheet_without_a_mark_is_told(sheets: Pile, capsys: Captured) -> None:
    told = told_of(sheets, capsys, sheets.sheet(1, {}))
    assert "warning[CW1415]: sheet 1 of 00101 Ann Ash has not one mark" in told


def test_a_sheet_that_is_nobodys(sheets: Pile, capsys: Captured) -> None:
    marks = spare_marks(sheets, "999999", "A")
    assert scan(sheets, save(sheets.root / "nobody.tif", sheets.sheet(5, marks))) == 1
    (doubt,) = doubts(sheets)
    assert (doubt["kind"], doubt["options"], doubt["proposal"]) == ("number", [], None)
    capsys.readouterr()
    assert hand_in(sheets, {doubt["id"]: ["aside"]}, "Ben") == 1
    assert "warning[CW1408]: sheet 5 is nobody's" in capsys.readouterr().err


def test_what_was_accepted_stands_until_something_else_is_wrong(sheets: Pile, capsys: Captured) -> None:
    marks = spare_marks(sheets, "999999", "A")
    file = save(sheets.root / "few.tif", [*sheets.sheet(5, marks), sheets.sheet(1, some_marks(sheets, 1))[0]])
    assert scan(sheets, file, options=("--accept", "--by", "Ann")) == 1
    (doubt,) = doubts(sheets)
    assert hand_in(sheets, {doubt["id"]: ["aside"]}, "Ben") == 1
    assert "CW1408" in capsys.readouterr().err
    assert hand_in(sheets, {doubt["id"]: ["00102"]}, "Ben", "--accept") == 0
    assert scan(sheets) == 0
    assert [each.candidate for each in sat(sheets)] == ["00102"]


def test_a_page_of_another_session_is_told(sheets: Pile, capsys: Captured, tmp_path: Path) -> None:
    other = tmp_path / "other"
    session(other)
    strange = pile(other, spare=0)
    own = sheets.sheet(1, some_marks(sheets, 1))
    told = told_of(sheets, capsys, [*own, strange.sheet(1, {})[1]])
    assert "warning[CW1403]: page 3 is no answer sheet of this session; its code says “CWA0" in told
    assert "warning[CW1402]" not in told


def test_sheets_that_were_printed_before_are_read_as_well(sheets: Pile) -> None:
    old = sheets.sheet(1, some_marks(sheets, 1))
    roster = sheets.root / "roster.csv"
    roster.write_text(ROSTER + "Eve Elm,00105\n", "utf-8")
    again = ["exam", "sheets", NAME, "--roster", str(roster), "--by", "Ann", "--course", str(sheets.root)]
    assert run(again) == 0
    assert scan(sheets, save(sheets.root / "old.tif", old)) == 0
    assert [each.candidate for each in sat(sheets)] == ["00101"]
