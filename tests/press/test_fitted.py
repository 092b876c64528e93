"""How wide the columns of a table are on paper."""

from coursewright.press.document import Column, Table
from coursewright.press.fitted import WIDTH, fitted


def shares(*columns: tuple[str, int], rows: tuple[tuple[str, ...], ...] = ()) -> list[int]:
    table = Table(
        tuple(Column((title,), share) for title, share in columns),
        tuple(tuple((cell,) for cell in row) for row in rows),
        "table",
    )
    printed = fitted(table)
    return [column.share for column in printed.columns]


def test_columns_that_hold_their_words_stay_as_they_are() -> None:
    assert shares(("考核指标", 10), ("Data", 90)) == [10, 90]


def test_a_column_gets_room_for_its_longest_word_from_those_that_have_some_to_spare() -> None:
    narrow, wide = shares(("Need", 8), ("Remark", 92), rows=(("essential", "none"),))
    assert narrow >= 22
    assert narrow + wide in range(int(WIDTH) - 1, int(WIDTH) + 2)


def test_addresses_and_tables_without_room_change_nothing() -> None:
    assert shares(("Link", 10), ("About", 90), rows=(("a" * 40, ""),)) == [10, 90]
    assert shares(*((f"Qualification{at}", 1) for at in "abcdefghij")) == [1] * 10
