"""Figures equal those that are known of public data, and those of an independent implementation."""

import girth
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from patterns import LSAT6, LSAT7, made, scores

from coursewright.exams.analysis.ability import abilities, fits
from coursewright.exams.analysis.characteristic import characteristics
from coursewright.exams.analysis.discrimination import discrimination
from coursewright.exams.analysis.distribution import distribution
from coursewright.exams.analysis.facility import facility
from coursewright.exams.analysis.interval import of_correlation, of_share
from coursewright.exams.analysis.rasch import calibrated, counts
from coursewright.exams.analysis.reliability import reliability
from coursewright.exams.analysis.scores import Scores

Matrix = NDArray[np.float64]
KNOWN: dict[tuple[int, ...], tuple[float, list[float], list[float], list[float]]] = {
    LSAT6: (
        0.2949972, [0.924, 0.709, 0.553, 0.763, 0.870], [0.112833, 0.153178, 0.172779, 0.144428, 0.121596],
        [0.275356, 0.237584, 0.216799, 0.245933, 0.266294],
    ),
    LSAT7: (
        0.4534087, [0.828, 0.658, 0.772, 0.606, 0.843], [0.245732, 0.246674, 0.313179, 0.222751, 0.174786],
        [0.395975, 0.393831, 0.345391, 0.414601, 0.438462],
    ),
}  # fmt: skip


def told(form: Scores) -> list[float]:
    found = [discrimination(item, [form]) for item in form.items]
    assert all(found)
    return [each.value for each in found if each]


@pytest.mark.parametrize("data", KNOWN)
def test_figures_of_public_data(data: tuple[int, ...]) -> None:
    form = scores(data)
    alpha, shares, values, without = KNOWN[data]
    relied = reliability(form)

    assert relied.is_dichotomous
    assert relied.alpha == pytest.approx(alpha, abs=5e-8)
    assert [facility(item, [form]).share for item in form.items] == pytest.approx(shares, abs=1e-12)
    assert told(form) == pytest.approx(values, abs=5e-7)
    assert [*relied.without.values()] == pytest.approx(without, abs=5e-7)


def test_the_standard_error_of_measurement() -> None:
    assert reliability(scores(LSAT6)).error == pytest.approx(0.86907, abs=5e-6)


def test_rasch_s_own_model() -> None:
    found = calibrated(counts(scores(LSAT6).matrix), 1.0)

    assert found
    assert found.likelihood == pytest.approx(-2473.0538, abs=5e-5)
    easiness = [2.871971, 1.063029, 0.257611, 1.388059, 2.218778]
    assert found.easiness.tolist() == pytest.approx(easiness, abs=1e-6)


@pytest.mark.parametrize(
    ("data", "slope", "likelihood"), [(LSAT6, 0.755135, -2466.9376), (LSAT7, 1.011268, -2664.9009)]
)
def test_a_slope_of_its_own(data: tuple[int, ...], slope: float, likelihood: float) -> None:
    found = calibrated(counts(scores(data).matrix))

    assert found
    assert found.spread == pytest.approx(slope, abs=1.5e-6)
    assert found.likelihood == pytest.approx(likelihood, abs=5e-5)


@pytest.mark.parametrize("data", KNOWN)
def test_an_independent_implementation(data: tuple[int, ...]) -> None:
    form = scores(data)
    classical = girth.classical_test_statistics(form.matrix.T.astype(int))
    one = girth.onepl_mml(form.matrix.T.astype(int))
    found = calibrated(counts(form.matrix))

    assert told(form) == pytest.approx(classical["Item-Score Correlation"].tolist(), abs=1e-9)
    assert [*reliability(form).without.values()] == pytest.approx(
        classical["Cronbach Alpha"].tolist(), abs=1e-9
    )
    assert found
    assert found.spread == pytest.approx(float(one["Discrimination"]), abs=5e-4)
    assert (-found.easiness).tolist() == pytest.approx(
        (one["Difficulty"] * one["Discrimination"]).tolist(), abs=5e-4
    )


def test_wilson_s_interval() -> None:
    """Newcombe, Statistics in Medicine 17, 1998, 857-872, table I: 81 of 263, and 0 of 20."""
    assert of_share(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert of_share(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)


def test_fisher_s_interval() -> None:
    assert of_correlation(0.5, 97) == pytest.approx((0.3366, 0.6341), abs=5e-5)
    assert of_correlation(0.5, 0) == (-1, 1)
    assert of_correlation(1.0, 10) == (1, 1)


def test_what_cannot_be_said_is_none() -> None:
    same = made([[1, 0, 1]] * 30)
    assert discrimination("i0", [same]) is None
    assert reliability(same).alpha is None
    assert distribution(same).skew is None
    assert calibrated(counts(same.matrix)) is None

    one = made([[0], [1]] * 20)
    assert reliability(one).alpha is None
    assert discrimination("i0", [one]) is None


def test_an_item_that_all_or_none_got_right() -> None:
    random = np.random.default_rng(1)
    matrix = (random.random((50, 4)) < 0.6).astype(float)
    matrix[:, 1], matrix[:, 2] = 1, 0
    form = made(matrix)

    assert facility("i1", [form]).interval.high == 1
    assert facility("i2", [form]).interval.low == 0
    assert discrimination("i1", [form]) is None
    assert reliability(form).alpha is not None


def test_a_void_item_is_in_no_total() -> None:
    form = scores(LSAT6)
    void = Scores("A", form.items, np.array([1.0, 1, 0, 1, 1]), form.matrix)
    short = made(np.delete(form.matrix, 2, 1))

    assert reliability(void).alpha == pytest.approx(reliability(short).alpha)
    assert void.items[2] not in reliability(void).without
    rest = form.matrix @ np.array([1.0, 1, 0, 1, 1])
    assert told(void)[2] == pytest.approx(np.corrcoef(form.matrix[:, 2], rest)[0, 1])


def test_partial_credit_and_points() -> None:
    """Against correlations of the textbook, column by column."""
    random = np.random.default_rng(2)
    matrix = random.integers(0, 4, (80, 6)) / 3
    worth = np.array([1.0, 2, 3, 1, 2, 4])
    form = made(matrix, worth)
    points = matrix * worth
    rest = [points.sum(1) - points[:, at] for at in range(6)]

    assert not reliability(form).is_dichotomous
    assert told(form) == pytest.approx([np.corrcoef(matrix[:, at], rest[at])[0, 1] for at in range(6)])
    variances, total = points.var(axis=0, ddof=1), points.sum(1).var(ddof=1)
    assert reliability(form).alpha == pytest.approx(6 / 5 * (1 - variances.sum() / total))


def test_over_forms_sums_are_those_within_them() -> None:
    """A harder form makes no item tell people apart."""
    random = np.random.default_rng(3)
    one = made((random.random((300, 8)) < 0.8).astype(float))
    other = made((random.random((300, 8)) < 0.2).astype(float), form="B")

    found = discrimination("i0", [one, other])
    assert found
    assert abs(found.value) < 0.15
    assert found.interval.low < 0 < found.interval.high


def matrices() -> st.SearchStrategy[Matrix]:
    sizes = st.tuples(st.integers(4, 40), st.integers(2, 7), st.integers(0, 2**32 - 1))
    return sizes.map(lambda each: np.random.default_rng(each[2]).integers(0, 2, each[:2]).astype(float))


@given(matrices(), st.randoms(use_true_random=False))
def test_the_order_of_candidates_means_nothing(matrix: Matrix, chance: object) -> None:
    order = [*range(len(matrix))]
    chance.shuffle(order)  # type: ignore[attr-defined]
    form, mixed = made(matrix), made(matrix[order])

    assert mixed.thirds.tolist() == form.thirds[order].tolist()
    assert reliability(mixed).alpha == pytest.approx(reliability(form).alpha)
    for item in form.items:
        assert facility(item, [mixed]) == pytest.approx(facility(item, [form]))
        one, other = discrimination(item, [form]), discrimination(item, [mixed])
        assert (one is None) == (other is None)
        assert not one or not other or one.value == pytest.approx(other.value)


@given(matrices())
def test_recoding_right_as_wrong_turns_signs(matrix: Matrix) -> None:
    form, turned = made(matrix), made(1 - matrix)

    assert reliability(turned).alpha == pytest.approx(reliability(form).alpha)
    for item in form.items:
        one, other = discrimination(item, [form]), discrimination(item, [turned])
        assert not one or not other or one.value == pytest.approx(other.value)
        assert facility(item, [turned]).share == pytest.approx(1 - facility(item, [form]).share)


@given(matrices())
def test_figures_stay_in_their_bounds(matrix: Matrix) -> None:
    form = made(matrix)
    for item in form.items:
        easy, tells = facility(item, [form]), discrimination(item, [form])
        assert 0 <= easy.interval.low <= easy.share <= easy.interval.high <= 1
        assert not tells or -1 <= tells.interval.low <= tells.value <= tells.interval.high <= 1
    assert sum(distribution(form).columns) == len(matrix)
    shapes = characteristics([form])
    assert all(sum(shape.counts) == len(matrix) for shape in shapes.values())


def test_abilities_rise_and_items_that_behave_fit() -> None:
    random = np.random.default_rng(4)
    easiness = np.linspace(-2, 2, 30)
    matrix = random.random((3000, 30)) < 1 / (1 + np.exp(-(random.normal(size=3000)[:, None] + easiness)))
    found = calibrated(counts(matrix.astype(float)))

    assert found
    assert found.spread == pytest.approx(1, abs=4 * found.spread_error)
    assert (np.abs(found.easiness - easiness) < 4.5 * found.errors).all()
    assert (np.diff(abilities(found.easiness)) > 0).all()
    assert all(0.85 < fit.infit < 1.15 for fit in fits(found, matrix.astype(float)))


def test_an_item_answered_by_chance_misfits() -> None:
    random = np.random.default_rng(5)
    matrix = (random.random((3000, 20)) < 1 / (1 + np.exp(-1.5 * random.normal(size=3000)[:, None]))).astype(
        float
    )
    matrix[:, 3] = random.random(3000) < 0.5
    found = calibrated(counts(matrix))

    assert found
    infits = [fit.infit for fit in fits(found, matrix)]
    assert max(infits) == infits[3] > 1.2
