"""Reading time: at a pace for study, and never less for more text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.link.reading import minutes
from coursewright.model.guide import Guide

texts = st.text(min_size=1, max_size=200)


def guide(text: str) -> Guide:
    return Guide(title="a", summary="b", audience="hr", body=text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("字", 1),
        ("字" * 340, 1),
        ("字" * 351, 2),
        ("word " * 190, 1),
        ("word " * 400, 3),
        ("字" * 350 + "word " * 100, 2),
    ],
)
def test_reading_time_at_a_pace_for_study(text: str, expected: int) -> None:
    assert minutes(guide(text)) == expected


@given(texts, texts)
def test_more_text_never_takes_less_time(text: str, more: str) -> None:
    assert minutes(guide(f"x{text}")) <= minutes(guide(f"x{text} {more}"))


@given(texts)
def test_reading_takes_whole_minutes_and_at_least_one(text: str) -> None:
    assert isinstance(minutes(guide(f"x{text}")), int)
    assert minutes(guide(f"x{text}")) >= 1
