"""What a session that contradicts itself is told of, and that a bug of ours is not taken for one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from exam_course import exam_course, make

from coursewright.exams import proof
from coursewright.exams.session import Session
from coursewright.exams.store import Kept, get
from trees import ENGLISH

SAID = "contradicts itself"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    root = exam_course(tmp_path_factory.mktemp("contradiction") / "course")
    make(root)
    return get(root, "spring")


def told(kept: Kept) -> list[str]:
    return [
        said for said in proof.altered(kept, kept.session.solver, datetime.now(UTC), ENGLISH) if SAID in said
    ]


def of_facility(session: Session, percent: int) -> Session:
    first, *others = session.pool
    items = tuple(item._replace(facility=percent) for item in first.items)
    return replace(session, pool=(replace(first, items=items), *others))


def of_unknown_type(session: Session) -> Session:
    units = (
        replace(
            unit,
            items=tuple(item._replace(tested=item.tested._replace(types=("riddle",))) for item in unit.items),
        )
        for unit in session.pool
    )
    return replace(session, pool=tuple(units))


def test_a_session_as_it_was_made_does_not_contradict_itself(kept: Kept) -> None:
    assert told(kept) == []


def test_values_that_nothing_can_be_counted_with_are_told(kept: Kept) -> None:
    for session, error in (
        (of_facility(kept.session, 0), "ZeroDivisionError"),
        (of_facility(kept.session, 101), "ValueError"),
        (of_unknown_type(kept.session), "ValueError"),
    ):
        (said,) = told(replace(kept, session=session))
        assert error in said


@pytest.mark.parametrize("bug", [AttributeError, AssertionError, TypeError, RuntimeError])
def test_a_bug_of_ours_does_not_look_like_a_forged_session(
    kept: Kept, bug: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise bug

    monkeypatch.setattr(proof, "proof", broken)
    with pytest.raises(bug):
        told(kept)


def test_a_unit_without_items_is_damage(kept: Kept) -> None:
    pool = (*kept.session.pool, replace(kept.session.pool[0], items=()))
    assert kept.session.is_whole
    assert not replace(kept.session, pool=pool).is_whole
