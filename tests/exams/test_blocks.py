"""What a form asks to be marked: numbers in columns that give nothing away, gaps and texts to write."""

from pathlib import Path

import pytest
from sessions import session

from coursewright.exams.blocks import Block, Digits, Writing, blocks_of
from trees import ENGLISH, EVERY_TYPE

ONE_GAP = "      - accept: [humus, topsoil]\n        rationale: Leaves rot there.\n"


def blocks(root: Path, *changes: tuple[str, str]) -> dict[str, list[Block]]:
    """Of the first form, by item."""
    bank = EVERY_TYPE
    for old, new in changes:
        assert old in bank
        bank = bank.replace(old, new)
    made = session(root, bank=bank)
    found: dict[str, list[Block]] = {}
    for block in blocks_of(made, made.forms[0], ENGLISH):
        found.setdefault(block.item, []).append(block)
    return found


def value(number: str) -> tuple[str, str]:
    return "value: 50\n", f"value: {number}\n"


@pytest.mark.parametrize(
    ("number", "columns"), [("50", 6), ("-12.345", 7), ("123456789.5", 12), ("12345678901234", 15)]
)
def test_a_number_has_a_column_to_spare(tmp_path: Path, number: str, columns: int) -> None:
    (block,) = blocks(tmp_path, value(number))["exam-depth"]
    assert block.body == Digits("answer", columns, "cm")


def test_all_numbers_have_as_many_columns(tmp_path: Path) -> None:
    gap = "      - number: {value: 3}\n        rationale: Counted.\n"
    clay = "      - accept: [clay]\n        rationale: It holds the water.\n"
    found = blocks(tmp_path, value("1234567.8"), (ONE_GAP, gap), (clay, gap))
    assert [block.body.columns for block in found["exam-words"] if isinstance(block.body, Digits)] == [10, 10]
    assert [block.label for block in found["exam-words"]] == ["4 (1)", "4 (2)"]


def test_a_number_that_is_too_long_is_written(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, value("0.00000000000025"), ("tolerance: 1\n", "tolerance: 0\n"))["exam-depth"]
    assert block.body == Writing("answer", 1, is_gap=True)


def test_a_gap_of_words_beside_a_number_has_both_written(tmp_path: Path) -> None:
    gap = "      - number: {value: 3}\n        rationale: Counted.\n"
    found = blocks(tmp_path, (ONE_GAP, gap))["exam-words"]
    assert [type(block.body) for block in found] == [Writing, Writing]


def test_a_text_has_the_points_of_its_criteria(tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, ("points: 2", "points: 20"))["exam-letter"]
    assert block.body == Writing("", 21, is_gap=False, said="marked out of 21, counted as 3 points")
