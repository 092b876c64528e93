"""Groups of the same ability, and forms through the items that both ask."""

from math import log, sqrt

import numpy as np
import pytest
from numpy.typing import NDArray
from patterns import made

from coursewright.exams.analysis.differential import Groups, differentials
from coursewright.exams.analysis.equating import line, shift
from coursewright.exams.analysis.scale import scaled
from coursewright.exams.analysis.scores import Scores


def sat(
    count: int, easiness: NDArray[np.float64], ability: float = 0, seed: int = 1, against: float = 0
) -> tuple[Scores, Groups]:
    """Every second candidate is of a group for which the first item is harder by so many logits."""
    random = np.random.default_rng(seed)
    group = (np.arange(count) % 2).astype(np.int8)
    logits = random.normal(ability, 1, count)[:, None] + easiness
    logits[:, 0] -= against * group
    return made(random.random((count, len(easiness))) < 1 / (1 + np.exp(-logits))), group


def test_the_odds_ratio_of_a_worked_table() -> None:
    """Two strata, counted by hand: right and wrong of the reference, then of the group."""
    tables = [(40, 10, 30, 20), (30, 20, 10, 40)]
    rows, groups = [], []
    for stratum, (right, wrong, its_right, its_wrong) in enumerate(tables):
        for count, score, group in ((right, 1, 0), (wrong, 0, 0), (its_right, 1, 1), (its_wrong, 0, 1)):
            # The second, which is not judged, makes up for the first, so that points say the stratum.
            rows += [[score, (1 - score) / 2, stratum]] * count
            groups += [group] * count
    found = differentials([made(rows, [1, 2, 1])], [np.array(groups, dtype=np.int8)])["i0"]

    odds = (40 * 20 + 30 * 40) / (10 * 30 + 20 * 10)
    assert found.delta == pytest.approx(-2.35 * log(odds))
    expected = sum(50 * (a + c) / 100 for a, _, c, _ in tables)
    variance = sum(50 * 50 * (a + c) * (b + d) / (100**2 * 99) for a, b, c, d in tables)
    assert found.chi == pytest.approx((abs(70 - expected) - 0.5) ** 2 / variance)
    assert found.grade == "C"
    one = [(a * d / 100, b * c / 100, (a + d) / 100, (b + c) / 100) for a, b, c, d in tables]
    up, down = sum(each[0] for each in one), sum(each[1] for each in one)
    spread = (
        sum(p * r for r, _, p, _ in one) / (2 * up**2)
        + sum(p * s + q * r for r, s, p, q in one) / (2 * up * down)
        + sum(q * s for _, s, _, q in one) / (2 * down**2)
    )
    assert found.error == pytest.approx(2.35 * sqrt(spread))


def test_what_is_harder_for_a_group_is_found_and_nothing_else() -> None:
    form, groups = sat(4000, np.linspace(-1.5, 1.5, 30), against=1.0)
    found = differentials([form], [groups])

    assert found["i0"].grade == "C"
    assert found["i0"].delta < -1.5
    assert {each.grade for item, each in found.items() if item != "i0"} == {"A"}


def test_a_weaker_group_alone_is_no_fault_of_items() -> None:
    strong, _ = sat(2000, np.zeros(25), ability=0.6)
    weak, _ = sat(2000, np.zeros(25), ability=-0.6, seed=2)
    form = made(np.vstack([strong.matrix, weak.matrix]))
    found = differentials([form], [np.repeat([0, 1], 2000).astype(np.int8)])

    assert {each.grade for each in found.values()} == {"A"}


def test_groups_exchanged_turn_the_sign() -> None:
    form, groups = sat(1000, np.zeros(12), against=0.5)
    one = differentials([form], [groups])["i0"]
    other = differentials([form], [(1 - groups).astype(np.int8)])["i0"]

    assert other.delta == pytest.approx(-one.delta)
    assert other.error == pytest.approx(one.error)
    assert other.grade == one.grade


def test_whoever_is_in_neither_group_is_left_out() -> None:
    form, groups = sat(600, np.zeros(10), against=0.5)
    more = made(np.vstack([form.matrix, np.ones((50, 10))]))
    left = np.concatenate([groups, np.full(50, -1)]).astype(np.int8)

    assert differentials([more], [left]) == differentials([form], [groups])


def test_partial_credit_is_not_judged() -> None:
    form, groups = sat(300, np.zeros(6))
    matrix = form.matrix.copy()
    matrix[:, 2] = matrix[:, 2] / 2

    assert "i2" not in differentials([made(matrix)], [groups])


def forms(gap: float, shared: int, harder: float = 0) -> tuple[Scores, Scores]:
    """Two forms of 30 that share some items; the second is harder in the others, and sat by weaker people."""
    easiness = np.random.default_rng(9).normal(0, 0.8, 30)
    one, _ = sat(6000, easiness)
    other, _ = sat(6000, np.append(easiness[:shared], easiness[shared:] - harder), -gap, seed=2)
    names = tuple(f"i{at}" if at < shared else f"j{at}" for at in range(30))
    return one, Scores("B", names, other.worth, other.matrix)


def test_the_same_items_need_no_equating() -> None:
    one, other = forms(0.5, 30)
    found = line(other, one)

    assert found
    assert (found.way, found.slope, found.base) == ("same", 1, 0)


def test_tucker_takes_weaker_people_for_what_they_are() -> None:
    """The forms are as hard as each other: a score is about the same on both, though the means differ."""
    one, other = forms(0.5, 15)
    found = line(other, one)

    assert found
    assert found.way == "tucker"
    assert len(found.anchors) == 15
    assert one.totals.mean() - other.totals.mean() > 2
    assert found.of(18) == pytest.approx(18, abs=0.8)
    assert found.back(found.of(18)) == pytest.approx(18)


def test_tucker_finds_that_a_form_is_harder() -> None:
    one, other = forms(0, 15, harder=0.8)
    found = line(other, one)

    assert found
    assert found.of(18) - 18 == pytest.approx(one.totals.mean() - other.totals.mean(), abs=0.4)


def test_tucker_by_the_definition() -> None:
    """Kolen and Brennan's equations, with the synthetic population of both groups."""
    one, other = forms(0.3, 12)
    found = line(other, one)
    x, v = other.totals, other.matrix[:, :12].sum(1)
    y, u = one.totals, one.matrix[:, :12].sum(1)
    gamma = [np.cov(x, v, ddof=0)[0, 1] / v.var(), np.cov(y, u, ddof=0)[0, 1] / u.var()]
    mean = x.mean() - gamma[0] * (v.mean() - u.mean()) / 2, y.mean() + gamma[1] * (v.mean() - u.mean()) / 2
    spread = (
        x.var() - gamma[0] ** 2 * (v.var() - u.var()) / 2 + (gamma[0] * (v.mean() - u.mean())) ** 2 / 4,
        y.var() + gamma[1] ** 2 * (v.var() - u.var()) / 2 + (gamma[1] * (v.mean() - u.mean())) ** 2 / 4,
    )

    assert found
    assert found.slope == pytest.approx(sqrt(spread[1] / spread[0]))
    assert found.of(mean[0]) == pytest.approx(mean[1])


def test_without_common_items_chance_has_to_have_decided() -> None:
    one, other = forms(0, 0)
    found = line(other, one)

    assert found
    assert (found.way, found.anchors, found.is_thin) == ("random", (), True)
    assert found.of(other.totals.mean()) == pytest.approx(one.totals.mean())


def test_few_common_items_are_told() -> None:
    found = line(*reversed(forms(0, 3)))

    assert found
    assert (found.way, found.is_thin) == ("tucker", True)


def test_constant_totals_have_no_line() -> None:
    assert line(made([[1, 1]] * 9, form="B"), Scores("A", ("x", "y"), np.ones(2), np.ones((9, 2)))) is None


def test_a_scale_is_shifted_by_the_mean_of_what_is_common() -> None:
    found = shift({"a": 1.0, "b": 0.0, "c": 5.0}, {"a": 2.0, "b": 0.8})

    assert found
    assert found[0] == pytest.approx(0.9)
    assert found[1] == pytest.approx({"a": -0.1, "b": 0.1})
    assert shift({"a": 1.0}, {"b": 1.0}) is None


def test_forms_are_on_one_scale() -> None:
    """What stands in both has the difficulty of the first; weaker people are placed below."""
    one, other = forms(0.7, 15)
    locations, models = scaled([one, other])

    means = [sum(at * many for at, many in models[form].people) / 6000 for form in ("A", "B")]
    assert means[0] == pytest.approx(0, abs=0.08)
    assert means[1] == pytest.approx(-0.7, abs=0.12)
    assert all(abs(each.drift) < 0.3 for each in locations.values())
    assert locations["j20"].difficulty == pytest.approx(locations["i20"].difficulty, abs=0.25)


def test_too_few_for_a_model() -> None:
    form, _ = sat(199, np.zeros(20))
    assert scaled([form]) == ({}, {})
