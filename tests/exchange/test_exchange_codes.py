"""Every code of files of items: one smallest file that gets it, at its row and column."""

import pytest
from importing import codes, table

from coursewright.diagnostics import as_text, in_order
from coursewright.diagnostics.codes import RULES
from coursewright.exchange.formats import read
from snapshots import assert_kept
from trees import CHINESE, ENGLISH

HEAD = ("type", "stem", "A", "B", "answer", "explanation")
FINE = ("single choice", "q", "a", "b", "A", "e")
OWN = (*HEAD, "more settings")


def rows(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> bytes:
    return table(head, *rows)


CASES: list[tuple[str, str, bytes, list[str]]] = [
    ("CW0901", "a.xlsx", b"PK", ["CW0901 1:1"]),
    ("CW0902", "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ["CW0902 1:1"]),
    (
        "CW0903",
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        ["CW0903 1:1"],
    ),
    ("CW0904", "a.csv", rows(*[FINE] * 20_001), ["CW0904 1:1"]),
    ("CW0905", "a.csv", table(("a", "b")), ["CW0905 1:1"]),
    ("CW0906", "a.csv", rows(("singel choice", *FINE[1:])), ["CW0906 2:1"]),
    ("CW0907", "a.csv", rows(("", "q", "a", "b", "", "e")), ["CW0907 2:1"]),
    ("CW0908", "a.csv", rows((*FINE[:4], "D", "e")), ["CW0908 2:5"]),
    ("CW0909", "a.csv", rows((*FINE[:4], "AB", "e")), ["CW0909 2:5"]),
    ("CW0910", "a.csv", rows((*FINE[:5], "")), ["CW0910 2:6"]),
    ("CW0913", "a.csv", table((*HEAD[:4], "C", *HEAD[4:]), (*FINE[:3], "", "c", "A", "e")), ["CW0913 2:2"]),
    ("CW0914", "a.csv", table((*HEAD, "colour"), (*FINE, "red")), ["CW0914 1:7"]),
    ("CW0917", "a.csv", table((*HEAD, "stem"), FINE), ["CW0917 1:7"]),
    ("CW0918", "a.txt", "about\n1. q\nA. a\nB. b\n答案：A\n解析：e".encode(), ["CW0918 1:1"]),
    ("CW0923", "a.csv", table(OWN, (*FINE, '{"options": {"9": {}}}')), ["CW0923 2:7"]),
    ("CW0924", "a.csv", rows(("categorise", "q", "a", "b", "A: x", "e")), ["CW0924 2:4"]),
    ("CW0927", "a.txt", "1. q\nA. a\nB. b\n答案：A\n答案：B\n解析：e".encode(), ["CW0927 5:1"]),
    ("CW0930", "a.csv", table(OWN, (*FINE, '{"stem": "r", "was": {"stem": "0"}}')), ["CW0930 2:7"]),
]

ELSEWHERE = {
    "CW0911": "test_workbook.py", "CW0912": "test_workbook.py", "CW0919": "test_sheet_reading.py",
    "CW0922": "test_sheet_reading.py",
    "CW0915": "test_exporting.py", "CW0920": "test_exporting.py", "CW0921": "test_exporting.py",
    "CW0929": "test_exporting.py", "CW0916": "test_items_commands.py", "CW0925": "test_items_commands.py",
    "CW0926": "test_items_commands.py", "CW0928": "test_items_commands.py",
}  # fmt: skip
"""What takes a workbook, or a course, to show."""


def test_every_code_has_a_case() -> None:
    known = {code for code, *_ in CASES} | {*ELSEWHERE}
    assert known == {code for code in RULES if code.startswith("CW09")}


@pytest.mark.parametrize(("code", "name", "raw", "found"), CASES, ids=[code for code, *_ in CASES])
def test_a_code_stands_where_it_belongs(code: str, name: str, raw: bytes, found: list[str]) -> None:
    assert codes(name, raw) == found


def test_the_report_of_every_code() -> None:
    made = {
        f"{words.language}/{code}.txt": as_text(in_order(read(name, raw, None, words).problems), words)
        for words in (ENGLISH, CHINESE)
        for code, name, raw, _ in CASES
    }
    assert_kept("exchange/codes", made)
