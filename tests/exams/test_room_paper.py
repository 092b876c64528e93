"""What a room has beside the papers: who sits where, who came, what is in the envelope."""

import pytest
from pdfparts import texts, tool
from sessions import DATE, session

from coursewright.exams.room_paper import RoomPaper
from coursewright.exams.seating import Room, seated
from coursewright.exams.session import Session
from coursewright.model.candidate import Candidate
from coursewright.press.document import Document, Table, lines_of
from coursewright.press.pdf import pdf
from trees import ENGLISH


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return session(tmp_path_factory.mktemp("garden"))


def room(seats: list[str], **more: int) -> Room:
    people = [
        Candidate(f"Person {at}", f"{at:03}", "Garden", "North", seat, **more)
        for at, seat in enumerate(seats, 1)
    ]
    return seated(people, "AB")[0]


def documents(made: Session, own: Room) -> dict[str, Document]:
    return RoomPaper(made, own, DATE, ENGLISH).documents(1)


def lines(document: Document) -> list[str]:
    return list(lines_of(document.blocks))


def test_seats_by_row_and_column_are_a_plan(made: Session) -> None:
    plan = documents(made, room(["1-1", "1-2", "2-2"]))["seat-plan-01.pdf"]
    table = next(block for block in plan.blocks if isinstance(block, Table))
    said = [[*lines_of((Table((), (row,), ""),))] for row in table.rows]
    assert said == [["1", "A\nPerson 1\n001", "B\nPerson 2\n002"], ["2", "", "A\nPerson 3\n003"]]


def test_other_seats_are_a_list(made: Session) -> None:
    said = lines(documents(made, room(["2", "1"]))["seat-plan-01.pdf"])
    assert said[-10:] == ["1", "A", "Person 2", "002", "Garden", "2", "B", "Person 1", "001", "Garden"]


def test_wide_rooms_are_a_list_too(made: Session) -> None:
    plan = documents(made, room([f"1-{at}" for at in range(1, 12)]))["seat-plan-01.pdf"]
    assert "Department" in lines(plan)


def test_the_attendance_list_has_what_a_spare_sheet_wants(made: Session) -> None:
    said = lines(documents(made, room(["1"], extra=30))["attendance-01.pdf"])
    assert said[-11:-4] == ["1", "Person 1", "001", "0016", "A", "00001", "+30 minutes"]


def test_the_label_counts_papers_by_form(made: Session) -> None:
    said = lines(documents(made, room(["1", "2", "3"]))["envelope-01.pdf"])
    at = said.index("Returned, unused")
    assert said[at + 1 : at + 3] == ["A", "2"]
    assert said[at + 6 : at + 8] == ["B", "1"]
    assert "A: 2, B: 1" in said


def test_they_are_tagged_and_say_what_they_are(made: Session) -> None:
    for name, document in documents(made, room(["1"])).items():
        printed = pdf(document)
        assert "Tagged:          yes" in tool("pdfinfo", printed), name
        assert document.title.replace(" ", "") in texts(printed)[0]
        assert pdf(document) == printed


def test_hostile_texts_are_only_text(made: Session) -> None:
    own = [Candidate('#panic("x")', "1", "$x$", "*b*", "_1_")]
    for document in documents(made, seated(own, "A")[0]).values():
        assert "*b*" in texts(pdf(document))[0]


def test_a_room_without_a_name_has_none(made: Session) -> None:
    own = seated([Candidate("A", "1")], "A")[0]
    assert documents(made, own)["seat-plan-01.pdf"].title == "Seat plan"
