"""What a room has beside the papers: who sits where, who came, what is in the envelope."""

import re
from typing import Any

import pytest
from pdfparts import texts, tool
from sessions import DATE, session

from coursewright.exams.appointment import Appointment
from coursewright.exams.room_paper import RoomPaper
from coursewright.exams.seating import Room, seated
from coursewright.exams.session import Session
from coursewright.model.candidate import Candidate
from coursewright.press.document import Document, Table, lines_of
from coursewright.press.pdf import pdf
from coursewright.words import Words
from trees import CHINESE, ENGLISH


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return session(tmp_path_factory.mktemp("garden"))


def room(seats: list[str], **more: int) -> Room:
    people = [
        Candidate(f"Person {at}", f"{at:03}", "Garden", "North", seat, **more)
        for at, seat in enumerate(seats, 1)
    ]
    return seated(people, "AB")[0]


def paper(made: Session, own: Room) -> RoomPaper:
    return RoomPaper(made, own, DATE, ENGLISH)


def lines(document: Document) -> list[str]:
    return list(lines_of(document.blocks))


def test_seats_by_row_and_column_are_a_plan(made: Session) -> None:
    plan = paper(made, room(["1-1", "1-2", "2-2"])).seat_plan()
    table = next(block for block in plan.blocks if isinstance(block, Table))
    said = [[*lines_of((Table((), (row,), ""),))] for row in table.rows]
    assert said == [["1", "A\nPerson 1\n001", "B\nPerson 2\n002"], ["2", "", "A\nPerson 3\n003"]]


def test_other_seats_are_a_list(made: Session) -> None:
    said = lines(paper(made, room(["2", "1"])).seat_plan())
    assert said[-10:] == ["1", "A", "Person 2", "002", "Garden", "2", "B", "Person 1", "001", "Garden"]


def test_wide_rooms_are_a_list_too(made: Session) -> None:
    plan = paper(made, room([f"1-{at}" for at in range(1, 12)])).seat_plan()
    assert "Department" in lines(plan)


def test_the_attendance_list_has_what_a_spare_sheet_wants(made: Session) -> None:
    said = lines(paper(made, room(["1"], extra=30)).attendance())
    assert said[-11:-4] == ["1", "Person 1", "001", "0016", "A", "00001", "+30 minutes"]


def test_there_is_a_column_for_more_time_where_somebody_has_some(made: Session) -> None:
    assert "Extra time" not in lines(paper(made, room(["1", "2"])).attendance())


def named(name: str) -> Room:
    return seated([Candidate(name, "20240001", "Garden", "North", "1-05", 30)], "A")[0]


@pytest.mark.parametrize("name", ["阿不都热依木江", "欧阳修远上官婉儿", "阿不都热依木·买买提"])
def test_a_long_name_stands_on_one_line(made: Session, name: str) -> None:
    said = tool("pdftotext", pdf(RoomPaper(made, named(name), DATE, CHINESE).attendance()), "-layout")
    assert name in said


def test_a_name_beyond_measure_leaves_room_to_sign(made: Session) -> None:
    own = RoomPaper(made, named("名" * 60), DATE, CHINESE).attendance()
    table = next(block for block in own.blocks if isinstance(block, Table))
    shares = [column.share for column in table.columns]
    assert sum(shares) == 170
    assert shares[-1] >= 28


CROWDED = (
    "Maximiliana Bartholomew-Montgomery Senior",
    "欧阳修远" * 10,
    "Wolfeschlegelsteinhausenbergerdorffsmith",
)


@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["en", "zh_CN"])
@pytest.mark.parametrize("number", ["1004", "440106199001011234", "GZ-MW-2024000131", "9" * 24])
@pytest.mark.parametrize("name", CROWDED)
def test_a_long_name_goes_on_below_and_no_number_does(
    made: Session, name: str, number: str, words: Words
) -> None:
    people = [
        Candidate(name, number, "Garden", "North", "12-05", 30),
        Candidate("A", number[:-1] + "5", seat="1"),
    ]
    own = seated(people, "A")
    marked = [place.marked for room in own for place in room.places]
    for each in own:
        said = tool("pdftotext", pdf(RoomPaper(made, each, DATE, words).attendance()), "-layout").split()
        for place in each.places:
            assert {place.candidate.number, place.marked, f"{place.serial:05}"} <= {*said}
    assert len({*marked}) == 2


APPOINTMENT = Appointment("2026-12-20", "09:00", "Old greenhouse")


def label(made: Session, seats: list[str], **more: Any) -> list[str]:
    """What the printed label says, line by line."""
    made_of = RoomPaper(made, room(seats), DATE, ENGLISH, **more).files(1)["envelope-01.pdf"]
    return [" ".join(line.split()) for line in tool("pdftotext", made_of(), "-layout").splitlines() if line]


def test_the_label_counts_papers_by_form(made: Session) -> None:
    said = label(made, ["1", "2", "3"])
    assert "Papers, form A 2" in said
    assert "Papers, form B 1" in said
    assert not any("Spare" in line for line in said)


def test_the_label_says_which_exam_it_is_and_when_and_where(made: Session) -> None:
    said = label(made, ["1"], appointment=APPOINTMENT)
    assert {"Spade exam", "spring North", "2026-12-20 09:00, 30 minutes", "Old greenhouse 1"} <= {*said}


def test_the_label_has_places_for_what_was_not_announced(made: Session) -> None:
    said = label(made, ["1"])
    assert "Date Time" in said
    assert not any("30 minutes" in line for line in said)


def test_the_label_counts_spare_sheets(made: Session) -> None:
    assert "Spare sheets 3" in label(made, ["1"], spare={"": 3})
    apart = label(made, ["1"], spare={"A": 2, "B": 2}, is_only_room=False)
    assert "Spare sheets, form A of 2 in all" in apart
    assert "Spare sheets, form B of 2 in all" in apart


def test_the_label_is_large_and_in_a_frame_on_one_page(made: Session) -> None:
    printed = RoomPaper(made, room(["1", "2"]), DATE, ENGLISH).files(1)["envelope-01.pdf"]()
    assert len(texts(printed)) == 1
    assert "page1of1" not in texts(printed)[0]
    box = re.search(
        r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Spade<', tool("pdftotext", printed, "-bbox")
    )
    assert box
    assert float(box[2]) - float(box[1]) > 25


def test_they_are_tagged_and_say_what_they_are(made: Session) -> None:
    titles = {"seat-plan-01.pdf": "Seatplan", "attendance-01.pdf": "Attendancelist"}
    for name, make in paper(made, room(["1"])).files(1).items():
        printed = make()
        assert "Tagged:          yes" in tool("pdfinfo", printed), name
        assert titles.get(name, "Labeloftheenvelope") in texts(printed)[0]
        assert make() == printed


def test_hostile_texts_are_only_text(made: Session) -> None:
    own = [Candidate('#panic("x")', "1", "$x$", "*b*", "_1_")]
    for make in paper(made, seated(own, "A")[0]).files(1).values():
        assert "*b*" in texts(make())[0]


def test_a_room_without_a_name_has_none(made: Session) -> None:
    own = seated([Candidate("A", "1")], "A")[0]
    assert paper(made, own).seat_plan().title == "Seat plan"
