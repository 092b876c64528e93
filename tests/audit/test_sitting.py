"""Scores of readers who know nothing, in groups, against chance."""

from pathlib import Path

import pytest
from audits import audit_of
from hypothesis import given
from hypothesis import strategies as st

from banks import bank, choice, many, statement
from coursewright.audit.cheaters.longest import Longest
from coursewright.audit.cheaters.position import Positions
from coursewright.audit.sitting import Group, wilson
from trees import ENGLISH

TOP_HEAVY = [
    many(f"m{n}", f"{stem}?", [f"{w}{n}" for w in ("Ape", "Bee", "Cod", "Dog")], (0, 2))
    for n, stem in enumerate(("What", "Who", "Where", "When", "Why", "How"))
]


def test_a_reader_is_scored_by_the_rules_in_every_group(tmp_path: Path) -> None:
    items = [choice("a", "Which?", ["Clay and loam", "Sand"]), choice("b", "What?", ["Ice", "Glass and tin"])]
    (sat,) = (
        each
        for each in audit_of(tmp_path, bank(*items)).sittings
        if each.cheater == Longest() and each.group == Group("file", "more")
    )
    assert (sat.count, sat.mean, sat.chance) == (2, 0.5, 0.5)


def test_parts_of_points_count(tmp_path: Path) -> None:
    cheater = Positions((0, 1, 2), many=True)
    sat = {
        each.group: each for each in audit_of(tmp_path, bank(*TOP_HEAVY)).sittings if each.cheater == cheater
    }
    assert sat[Group("file", "more")].mean == 0.5


def test_a_pattern_that_wins_is_told_once_with_its_interval(tmp_path: Path) -> None:
    audit = audit_of(tmp_path, bank(*TOP_HEAVY))
    told = [each.problem.message(ENGLISH) for each in audit.findings if each.rule == "guessable"]
    assert told == [
        "a reader who knows nothing scores 86 % in the whole bank, by chance 21 %: always ticks A, C"
    ]


def test_a_pattern_that_wins_in_one_file_is_told_there(tmp_path: Path) -> None:
    elsewhere = [
        many(f"o{n}", f"{stem} now?", [f"{w}{n}" for w in ("Elk", "Fox", "Gnu", "Hen")], keys)
        for n, (stem, keys) in enumerate(
            zip("abcdefghijkl", [(1,), (3,), (1, 3), (0, 1), (2, 3), (1, 2)] * 2, strict=True)
        )
    ]
    files = {**bank(*TOP_HEAVY), "quizzes/bank/other.yml": "items:\n" + "".join(elsewhere)}
    told = [each for each in audit_of(tmp_path, files).findings if each.rule == "guessable"]
    assert [each.place.file for each in told] == ["quizzes/bank/more.yml"]


def test_a_pattern_that_wins_everywhere_is_told_where_it_wins_most(tmp_path: Path) -> None:
    less = [
        many(f"l{n}", f"Why {n}?", [f"{w}{n}" for w in "ABCD"], keys)
        for n, keys in enumerate([(0, 2), (1, 3)])
    ]
    files = {**bank(*TOP_HEAVY), "quizzes/bank/above.yml": "items:\n" + "".join(less)}
    (told,) = (each for each in audit_of(tmp_path, files).findings if each.rule == "guessable")
    assert (told.place.file, told.owner) == ("quizzes/bank/more.yml", None)
    assert "in the whole bank" in told.problem.message(ENGLISH)


def test_few_questions_prove_nothing(tmp_path: Path) -> None:
    audit = audit_of(tmp_path, bank(*(statement(f"s{n}", f"C {n}.", holds=False) for n in range(3))))
    assert not any(each.rule == "guessable" for each in audit.findings)


def test_the_same_bank_gives_the_same_scores(tmp_path: Path) -> None:
    first, second = (audit_of(tmp_path / name, bank(*TOP_HEAVY)) for name in ("one", "two"))
    assert first.sittings == second.sittings


@pytest.mark.parametrize(("share", "count", "low", "high"), [(0.5, 10, 0.237, 0.763), (0, 20, 0, 0.161)])
def test_the_interval_is_that_of_wilson(share: float, count: int, low: float, high: float) -> None:
    assert wilson(share, count) == pytest.approx((low, high), abs=0.001)


@given(st.floats(0, 1), st.integers(1, 5000))
def test_the_interval_holds_the_mean_within_bounds(share: float, count: int) -> None:
    low, high = wilson(share, count)
    assert 0 <= low <= share <= high <= 1
