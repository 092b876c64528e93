"""From an assignment follows the printing that it is of, whatever the roster was."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sessions import NAME, session

from coursewright.exams.assigned import printed_again
from coursewright.exams.printing import ASSIGNMENT_FILE, LAYOUT_FILE, printing_of
from coursewright.exams.seating import seated
from coursewright.exams.store import Kept, get
from coursewright.model.candidate import Candidate

NUMBERS = st.one_of(
    st.from_regex(r"[0-9]{3}", fullmatch=True), st.from_regex(r"[A-C0-9]{1,3}", fullmatch=True)
)
SEATS = st.sampled_from(["", "1", "2", "10", "A1", "B2", "1-02", "3排5座"])
PEOPLE = st.builds(
    Candidate,
    name=st.sampled_from(["张三", "Ann", "李四"]),
    number=NUMBERS,
    department=st.sampled_from(["", "Garden"]),
    room=st.sampled_from(["", "2", "10", "二"]),
    seat=SEATS,
    extra=st.integers(0, 60),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    root: Path = tmp_path_factory.mktemp("assigned") / "course"
    session(root)
    return get(root, NAME)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PEOPLE, min_size=1, max_size=9, unique_by=lambda each: each.number), st.integers(0, 2))
def test_an_assignment_gives_its_printing(kept: Kept, people: list[Candidate], spare: int) -> None:
    rooms = seated(people, [form.code for form in kept.session.forms])
    printing = printing_of(kept, rooms, spare, None)
    made = printing.records()
    again = printed_again(kept, made[ASSIGNMENT_FILE], None)

    assert again.rooms == rooms
    assert again.tag == printing.tag
    assert again.records() == made
    assert made.keys() == {ASSIGNMENT_FILE, LAYOUT_FILE}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": 1}', b"\xff"])
def test_what_is_no_assignment_is_refused(kept: Kept, content: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        printed_again(kept, content, None)
