"""What the solver proves, against optima that others have published."""

from math import exp

import pytest

from coursewright.program import INFINITY, Program

MINI = [
    (27.78585655205678, -1.8809027772153166),
    (15.452580387788839, 0.8429586493694858),
    (31.015896497551623, 1.1188153821066116),
    (29.874213817022046, 0.7286774314090713),
    (23.134013424321477, -0.48870993104636945),
    (25.193045443517683, 0.4727387366514696),
    (25.663395107692093, -1.1805426840290043),
    (30.218557950278054, -0.36707654182095073),
    (26.616419212609863, -0.5687943442138461),
    (15.355100397532347, 1.353972367231677),
    (65.85163268018914, -0.7587978602036161),
    (35.944000563530764, 2.4992738116329867),
    (78.85030304361095, 1.331657986601915),
    (62.997382101067544, 0.5813641519951166),
    (56.594575873961425, -0.12012427588948514),
    (45.12777765888163, -1.2862968627208249),
    (48.11908305126137, -0.8612431377022923),
    (76.32293417717835, 0.7697703630727991),
    (76.20243695957458, -1.3938882644211226),
    (87.05063316020745, 0.10201223068898678),
    (22.47400170888657, -0.43147144501091117),
    (39.9241493849238, 0.15006394805068798),
    (57.71593277103532, -0.8207105936881672),
    (40.52289182737926, -0.5360696922303387),
    (52.15832013519764, 0.14083641187102072),
    (38.29060447778547, 0.02381910792040904),
    (45.97547999388669, 2.7959533576766686),
    (43.77591566731991, 0.4129828734002509),
    (25.5536284664416, 0.24091746895213437),
    (19.501619383808368, -0.514341144853543),
]
"""Time and difficulty of the 30 items of `items_mini`, the example of the R package eatATA."""


def test_the_most_information_within_a_time_is_that_of_the_package_the_example_is_of() -> None:
    program = Program()
    columns = [program.choice(cost=-information(difficulty)) for _, difficulty in MINI]
    program.row(dict.fromkeys(columns, 1), 10, 10)
    program.row({column: time for column, (time, _) in zip(columns, MINI, strict=True)}, 475, 485)

    found = program.solved()

    assert found.status == "optimal"
    assert -found.objective == pytest.approx(6.729573876, abs=5e-9)
    assert [number for number, column in enumerate(columns, 1) if found.values[column]] == [
        *(8, 14, 15, 20, 22, 24, 25, 26, 28, 29)
    ]


def information(difficulty: float) -> float:
    """At ability 0 in the scale of the normal curve, D = 1.7."""
    right = 1 / (1 + exp(1.7 * difficulty))
    return 1.7**2 * right * (1 - right)


def test_ten_numbers_in_two_sets_are_as_even_as_can_be() -> None:
    numbers = (-4, -4, -2, -2, -1, -1, 20, 20, 0, 0)
    program = Program()
    sets = [[program.choice() for _ in numbers] for _ in range(2)]
    largest = program.column(0, INFINITY, cost=1)
    for pair in zip(*sets, strict=True):
        program.row(dict.fromkeys(pair, 1), 1, 1)
    for columns in sets:
        sums = {column: number for column, number in zip(columns, numbers, strict=True) if number}
        program.row(dict.fromkeys(columns, 1), 5, 5)
        program.row({**sums, largest: -1}, -INFINITY, 0)
        program.row({**sums, largest: 1}, 0, INFINITY)

    found = program.solved()

    assert (found.status, found.objective, found.bound) == ("optimal", 13, 13)


def test_what_cannot_be_is_said_to_be_so() -> None:
    program = Program()
    program.row({program.choice(): 1, program.choice(): 1}, 3, 3)

    assert program.solved().status == "infeasible"


def test_a_search_ends_as_soon_as_it_is_good_enough() -> None:
    program = Program()
    columns = [program.choice(cost=1) for _ in range(40)]
    program.row({column: 2 + at % 3 for at, column in enumerate(columns)}, 31, 31)

    assert program.solved(enough=40).status in ("enough", "optimal")


def test_the_solver_says_nothing_itself(capfd: pytest.CaptureFixture[str]) -> None:
    program = Program()
    program.row({program.choice(cost=-1): 1}, 0, 1)
    program.solved()

    assert capfd.readouterr() == ("", "")
