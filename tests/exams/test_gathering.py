"""Everything that came back, held against the roster and against itself, whichever way it came."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sessions import session

from coursewright.diagnostics.codes import RULES
from coursewright.exams.grading.gathering import Gatherer, Gathering, Roster
from coursewright.exams.session import Session
from coursewright.exams.sitting import Gathered, Holder, Origin, Sitting, Way
from coursewright.model.candidate import Candidate
from trees import ENGLISH

TESTS = Path(__file__).parent.parent
PEOPLE = {number: Candidate(f"Name {number}", number) for number in ("001", "002", "003")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return session(tmp_path_factory.mktemp("garden"))


def sat(number: str, form: str = "A", way: Way = "table", file: str = "a", **more: Any) -> Sitting:
    answers = more.pop("answers", {"exam-top": ["qaeg"]})
    return Sitting(number, form, answers, Origin(way, file, "1", "0"), **more)


def gathered(made: Session, *sittings: Sitting, assigned: dict[str, str] | None = None) -> Gathering:
    asked = made.asked(ENGLISH)
    roster = Roster(PEOPLE, assigned or {})
    return Gatherer(made, asked, roster).gathering([Gathered(sittings, [])], [])


def codes(found: Gathering) -> list[str]:
    return [problem.code for problem in found.problems if problem.code not in ("CW1521", "CW1522")]


def test_what_a_browser_sent_is_an_answer_or_told(made: Session) -> None:
    sent = {
        "exam-top": ["qaeg"],
        "exam-which": ["none"],
        "exam-order": {"a": 1},
        "exam-letter": {"text": "Roots.", "met": ["vxsn", "oyw2"]},
        "exam-nothing": ["x"],
    }
    found = gathered(made, sat("001", way="sealed", answers=sent))
    assert codes(found) == ["CW1523"] * 4
    assert found.counted[0].answers == {"exam-top": ["qaeg"]}


def test_another_form_than_was_given_out_is_told_and_counts(made: Session) -> None:
    found = gathered(made, sat("001", "B"), assigned={"001": "A"})
    assert codes(found) == ["CW1516"]
    assert [each.form for each in found.counted] == ["B"]


def test_a_form_that_nobody_made_does_not_count(made: Session) -> None:
    found = gathered(made, sat("001", "Q", way="sealed"))
    assert codes(found) == ["CW1508"]
    assert (found.counted, [each.number for each in found.undecided]) == ([], ["001"])


def test_who_handed_in_nothing_handed_in(made: Session) -> None:
    found = gathered(made, sat("001", answers={}))
    assert codes(found) == ["CW1520"]
    assert len(found.counted) == 1


def test_points_of_a_marker_may_come_in_a_file_of_their_own(made: Session) -> None:
    found = gathered(made, sat("001"), sat("001", file="b", answers={}, marks={"exam-letter": 2}))
    assert codes(found) == []
    assert found.counted[0].marks == {"exam-letter": 2}
    twice = gathered(
        made,
        sat("001"),
        *(sat("001", file=f"{points}", answers={}, marks={"exam-letter": points}) for points in (1, 2)),
    )
    assert codes(twice) == ["CW1519"]


def test_without_a_roster_that_is_said(made: Session) -> None:
    found = Gatherer(made, {}, Roster({}, {})).gathering([Gathered([sat("9")], [])], [])
    assert codes(found) == ["CW1512"]


SITTINGS = st.lists(
    st.builds(
        lambda number, form, file, chosen: sat(
            number, form, file=file + chosen[0], answers={"exam-top": chosen}
        ),
        st.sampled_from(["001", "1", "002", "009", ""]),
        st.sampled_from("ABQ"),
        st.sampled_from("ab"),
        st.sampled_from([["qaeg"], ["hmwu"]]),
    ),
    max_size=7,
).map(
    lambda sittings: [
        replace(each, origin=replace(each.origin, place=str(at))) for at, each in enumerate(sittings, 1)
    ]
)
"""Each in a row of its own, as no table has two in one."""


@given(sittings=SITTINGS, chance=st.randoms())
def test_nobody_is_dropped_and_the_order_is_irrelevant(
    made: Session, sittings: list[Sitting], chance: Any
) -> None:
    """Whoever is on the roster counts, is absent, or is told; whatever came counts, or is told."""
    found = gathered(made, *sittings)
    shuffled = [*sittings]
    chance.shuffle(shuffled)
    again = gathered(made, *shuffled)
    assert (again.listing, again.counted, again.problems) == (found.listing, found.counted, found.problems)
    everyone = [each.candidate for each in found.counted]
    everyone += [each.number for each in (*found.absent, *found.undecided)]
    assert sorted(everyone) == sorted(PEOPLE)
    told = {problem.place.file for problem in found.problems} | {each.origin.file for each in found.counted}
    assert {each.origin.file for each in sittings} <= told


def test_a_listing_is_another_if_anything_of_it_is(made: Session) -> None:
    first = gathered(made, sat("001"))
    assert gathered(made, sat("002")).listing != first.listing
    assert replace(first, problems=first.problems[1:]).listing != first.listing


def test_every_code_of_answers_is_tested() -> None:
    files = [*(TESTS / "exams").glob("test_*.py"), TESTS / "exchange/test_answer_files.py"]
    said = "".join(file.read_text("utf-8") for file in files)
    assert [code for code in RULES if code.startswith("CW15") and code not in said] == []


def test_how_long_it_took_is_told_once(made: Session) -> None:
    """Of what was sealed the opening tells it, which knows the time that the access code gave."""
    long: Any = {"began": "2026-03-01T09:00:00+00:00", "ended": "2026-03-01T09:45:00+00:00"}
    assert codes(gathered(made, sat("001", **long))) == ["CW1517"]
    assert codes(gathered(made, sat("001", way="sealed", **long))) == []


def test_a_spare_code_counts_under_its_name_where_nobody_is_on_a_list(made: Session) -> None:
    sitting = sat("spare-01", way="sealed", name="Spare 01", holder=Holder("7", "Cleo"))
    found = Gatherer(made, made.asked(ENGLISH), Roster({}, {})).gathering([Gathered([sitting], [])], [])
    assert codes(found) == ["CW1512", "CW1528"]
    assert [(each.candidate, each.name) for each in found.counted] == [("spare-01", "Cleo")]
