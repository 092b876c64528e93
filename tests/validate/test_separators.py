"""Entries between brackets that a full-width comma made one text."""

from pathlib import Path

import pytest

from trees import BANK, ENGLISH, EVERY_TYPE, ITEMS, TAXONOMY, changed, problems_of, with_quiz_of


def hints(root: Path, accepted: str) -> list[list[str]]:
    files = with_quiz_of(ITEMS, EVERY_TYPE)
    files[BANK] = files[BANK].replace("[humus, topsoil]", accepted)
    return [problem.hints(ENGLISH) for problem in problems_of(root, files) if problem.code == "CW0426"]


@pytest.mark.parametrize(
    ("accepted", "proper"),
    [
        ("[一处，两处]", "一处, 两处"),
        ("[一处、两处]", "一处, 两处"),
        ("[\n        一处， 两处, 三处]", "一处, 两处"),
    ],
)
def test_an_unquoted_entry_with_another_comma_is_told(accepted: str, proper: str, tmp_path: Path) -> None:
    ((first, second),) = hints(tmp_path, accepted)
    assert first.endswith(f": {proper}")
    assert "quotation marks" in second


@pytest.mark.parametrize(
    "accepted", ["['一处，两处']", '["一处、两处"]', "\n        - 一处，两处", "[一处, 两处]"]
)
def test_a_quoted_entry_or_one_on_a_line_of_its_own_is_one(accepted: str, tmp_path: Path) -> None:
    assert hints(tmp_path, accepted) == []


def test_cells_are_counted_anyway(tmp_path: Path) -> None:
    assert problems_of(tmp_path, changed(TAXONOMY, "[dark, brown]", "[dark，black, brown]")) == []
