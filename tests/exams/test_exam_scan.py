"""`coursewright exam scan`: what it says, what it writes, what two people decide, and what it refuses."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filled import NAME, ROSTER, Pile, kept, pile, save, scan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sessions import session
from test_scanning import some_marks, spare_marks

from coursewright.commands.main import run
from coursewright.exams.scanning.pictures import NoPicture, picture, source
from coursewright.exams.scanning.printed import printings
from coursewright.exams.scanning.readings import readings
from coursewright.exams.scanning.sittings import sittings
from coursewright.exams.shelf import changed, unknown
from coursewright.exams.sitting import Sitting
from coursewright.exams.store import Kept, get

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def sheets(tmp_path: Path, capsys: Captured) -> Pile:
    session(tmp_path)
    made = pile(tmp_path)
    capsys.readouterr()
    return made


def the(sheets: Pile) -> Kept:
    return get(sheets.root, NAME)


def sat(sheets: Pile) -> list[Sitting]:
    found = readings(the(sheets))
    assert found
    return [*sittings(found.account(the(sheets), printings(the(sheets))))]


def doubts(sheets: Pile) -> list[dict[str, Any]]:
    """As the review page has them."""
    page = (the(sheets).folder / "scans/review.html").read_text("utf-8")
    data = page.partition('id="data">')[2].partition("</script>")[0]
    found: list[dict[str, Any]] = json.loads(data)["doubts"]
    return found


def saved(sheets: Pile, chosen: Mapping[str, Sequence[str]], name: str = "decisions.json") -> Path:
    file = sheets.root / name
    file.write_text(json.dumps({"format": 1, "session": NAME, "decisions": chosen}), "utf-8")
    return file


def hand_in(sheets: Pile, chosen: Mapping[str, Sequence[str]], by: str, *more: str) -> int:
    return scan(sheets, options=("--decisions", str(saved(sheets, chosen)), "--by", by, *more))


def two_marks(sheets: Pile) -> Path:
    """A sheet with both options of question 1 marked, one of them rubbed out for the most part."""
    marks = some_marks(sheets, 1)
    own = next(each for each in sheets.printed.fields[sheets.variant(1)][0] if each.number == 1)
    pages = sheets.sheet(1, {**marks, ("choice", 1, "", 0): own.values[:1]})
    lighter = sheets.sheet(1, {("choice", 1, "", 0): own.values[1:2]}, pencil=185)
    return save(sheets.root / "two.tif", [np.minimum(pages[0], lighter[0]), pages[1]])


def test_all_is_read(sheets: Pile, capsys: Captured) -> None:
    pages = [page for serial in (1, 2, 3, 4) for page in sheets.sheet(serial, some_marks(sheets, serial))]
    assert scan(sheets, save(sheets.root / "all.pdf", pages)) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert " read           8 \n" in told.out
    assert " pages in all   8 \n" in told.out
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
    assert hand_in(sheets, {doubt["id"]: [other]}, "Ben") == 0
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


def refused(sheets: Pile, capsys: Captured, code: str) -> None:
    assert f"error[{code}]" in capsys.readouterr().err
    assert not (the(sheets).folder / "scans").exists()


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\n%broken", b"II*\0broken", b"GIF89a", b"\xff\xd8\xff\xe0"]
)
def test_what_is_no_picture_is_refused(sheets: Pile, capsys: Captured, content: bytes) -> None:
    file = sheets.root / "bad.pdf"
    file.write_bytes(content)
    good = save(sheets.root / "good.tif", sheets.sheet(1, {}))
    assert scan(sheets, good, file) == 1
    refused(sheets, capsys, "CW1401")


def test_what_was_not_scanned_or_printed(sheets: Pile, capsys: Captured) -> None:
    assert scan(sheets) == 1
    refused(sheets, capsys, "CW1414")
    (the(sheets).folder / "sheets").rename(sheets.root / "sheets")
    assert scan(sheets) == 1
    refused(sheets, capsys, "CW1413")


def test_a_layout_that_was_changed_is_not_read_by(sheets: Pile, capsys: Captured) -> None:
    file = the(sheets).folder / "sheets/layout.json"
    file.write_bytes(file.read_bytes().replace(b'"x": 2', b'"x": 3', 1))
    assert scan(sheets, save(sheets.root / "good.tif", sheets.sheet(1, {}))) == 1
    assert "layout.json is damaged" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[]", "CW1409"),
        ("{", "CW1409"),
        ('{"format": 2, "session": "spring", "decisions": {}}', "CW1409"),
        ('{"format": 1, "session": "autumn", "decisions": {}}', "CW1410"),
        ('{"format": 1, "session": "spring", "decisions": {"x": []}}', "CW1411"),
    ],
)
def test_decisions_that_are_none(sheets: Pile, capsys: Captured, content: str, code: str) -> None:
    assert scan(sheets, two_marks(sheets)) == 1
    before = kept(sheets)
    file = sheets.root / "decisions.json"
    file.write_text(content, "utf-8")
    capsys.readouterr()
    assert scan(sheets, options=("--decisions", str(file), "--by", "Ben")) == 1
    assert f"error[{code}]" in capsys.readouterr().err
    assert kept(sheets) == before


def test_only_what_can_be_chosen_is_taken(sheets: Pile, capsys: Captured) -> None:
    assert scan(sheets, two_marks(sheets)) == 1
    (doubt,) = doubts(sheets)
    for chosen in (["zzzz"], [doubt["options"][0]["value"]] * 2):
        assert hand_in(sheets, {doubt["id"]: chosen}, "Ben") == 1
        assert "CW1411" in capsys.readouterr().err


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    grey = np.full((300, 212), 255, np.uint8)
    names = ("a.pdf", "a.tif", "a.png", "a.jpg")
    return {name: save(folder / name, [grey, grey]).read_bytes() for name in names}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_is_a_bug(whole: dict[str, bytes], tmp_path: Path, data: st.DataObject) -> None:
    """A file that is cut, or has other bytes, is no picture, or has pages that are none."""
    name = data.draw(st.sampled_from(sorted(whole)))
    content = bytearray(whole[name][: data.draw(st.integers(0, len(whole[name])))])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8)):
        if content:
            content[at % len(content)] = byte
    file = tmp_path / name
    file.write_bytes(content)
    try:
        found = source(file)
        for page in range(1, min(found.pages, 3) + 1):
            assert picture(found, page).ndim == 2
    except NoPicture:
        pass
