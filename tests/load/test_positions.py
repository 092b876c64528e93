"""Where each value and each key of a file stands."""

import pytest

from coursewright.load.source_file import SourceFile, read_source

NESTED = """\
title: 标题
objectives:
  - id: one
    text: "在引号里"
  - id: two
    text: |
      第一行
      第二行
flow: {a: [1, 二], b: x}
"""


def read() -> SourceFile:
    return read_source("file.yml", NESTED.encode())


@pytest.mark.parametrize(
    ("path", "line", "column", "width"),
    [
        (("title",), 1, 8, 2),
        (("objectives", 0), 3, 5, 1),
        (("objectives", 0, "text"), 4, 11, 6),
        (("objectives", 1, "id"), 5, 9, 3),
        (("objectives", 1, "text"), 6, 11, 1),
        (("flow", "a", 1), 9, 15, 1),
        (("flow", "b"), 9, 22, 1),
        (("objectives", 1, "missing"), 5, 5, 1),
        (("objectives", 7), 3, 3, 1),
        (("nothing", "at", "all"), 1, 1, 1),
        ((), 1, 1, 1),
    ],
)
def test_the_place_of_a_value(path: tuple[str | int, ...], line: int, column: int, width: int) -> None:
    place = read().place(path)
    assert (place.line, place.column, place.width) == (line, column, width)


@pytest.mark.parametrize(
    ("path", "line", "column", "width"),
    [
        (("title",), 1, 1, 5),
        (("objectives", 1, "text"), 6, 5, 4),
        (("flow", "b"), 9, 19, 1),
        (("objectives", 1, "missing"), 5, 5, 1),
        (("nothing", "here"), 1, 1, 1),
    ],
)
def test_the_place_of_a_key(path: tuple[str | int, ...], line: int, column: int, width: int) -> None:
    place = read().place(path, key=True)
    assert (place.line, place.column, place.width) == (line, column, width)


def test_the_place_of_words_inside_a_block() -> None:
    document = read()
    place = document.place_of(("objectives", 1, "text"), "二行")
    assert (place.line, place.column, place.width, place.source) == (8, 8, 2, "      第二行")
    assert document.place_of(("title",), "not there").line == 1
