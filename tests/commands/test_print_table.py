"""Tables in a terminal of any width: no figure and no word of a heading is cut, and nothing is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.commands.table import print_table

Captured = pytest.CaptureFixture[str]
HEADS = ("", "2027-spring A", "2027-spring B", "2027-autumn A", "2027-autumn B")
ROWS = (("information for trained candidates (0)", "8.68", "8.64", "11.96", "12.01"),)


def printed(capsys: Captured, monkeypatch: pytest.MonkeyPatch, width: int) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    print_table(HEADS, ROWS, words=1)
    return capsys.readouterr().out.splitlines()


def test_all_stands_beside_each_other_where_there_is_room(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, _rule, row = printed(capsys, monkeypatch, 120)
    assert head.split() == " ".join(HEADS).split()
    assert row.split() == " ".join(ROWS[0]).split()


def test_figures_without_room_follow_behind_the_same_words(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = "\n".join(each.rstrip() for each in printed(capsys, monkeypatch, 80)).split("\n\n")
    assert first.splitlines()[0].split() == "2027-spring A 2027-spring B".split()
    assert second.splitlines()[0].split() == "2027-autumn A 2027-autumn B".split()
    for table in (first, second):
        assert table.splitlines()[2].startswith(" information for trained candidates (0) ")


WORD = st.text("abc-现卷", min_size=1, max_size=12)


@given(
    st.lists(st.lists(WORD, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=8),
    st.integers(40, 100),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_word_of_a_heading_and_no_figure_is_cut(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, heads: list[str], width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    capsys.readouterr()
    figures = [f"{at}.{at}%" for at in range(len(heads))]
    print_table(("", *heads), [("row", *figures)], words=1)
    told = capsys.readouterr().out.split()
    assert {word for head in heads for word in head.split()} <= {*told}
    assert {*figures} <= {*told}
