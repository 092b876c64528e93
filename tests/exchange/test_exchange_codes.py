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


def listed(answers: str, *, twice: bool = False) -> bytes:
    """A text whose answers stand in a list below."""
    return ("1. q\nA. a\nB. b\n" * (1 + twice) + f"参考答案\n{answers}\n").encode()


CASES: list[tuple[str, str, bytes, list[str]]] = [
    ("CW1001", "a.xlsx", b"PK", ["CW1001 1:1"]),
    ("CW1002", "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ["CW1002 1:1"]),
    (
        "CW1003",
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        ["CW1003 1:1"],
    ),
    ("CW1004", "a.csv", rows(*[FINE] * 20_001), ["CW1004 1:1"]),
    ("CW1005", "a.csv", table(("a", "b")), ["CW1005 1:1"]),
    (
        "CW1018",
        "a.txt",
        b"Dear all\nNo questions here.\n",
        ["CW1018 1:1", "CW1018 2:1", "CW1005 1:1"],
    ),
    ("CW1006", "a.csv", rows(("singel choice", *FINE[1:])), ["CW1006 2:1"]),
    ("CW1007", "a.csv", rows(("", "q", "", "", "", "e")), ["CW1007 2:1"]),
    ("CW1008", "a.csv", rows((*FINE[:4], "D", "e")), ["CW1008 2:5"]),
    ("CW1009", "a.csv", rows((*FINE[:4], "AB", "e")), ["CW1009 2:5"]),
    ("CW1010", "a.csv", rows((*FINE[:4], "", "e")), ["CW1010 2:5"]),
    ("CW1013", "a.csv", table((*HEAD[:4], "C", *HEAD[4:]), (*FINE[:3], "", "c", "A", "e")), ["CW1013 2:2"]),
    ("CW1014", "a.csv", table((*HEAD, "colour"), (*FINE, "red")), ["CW1014 1:7"]),
    ("CW1017", "a.csv", table((*HEAD, "stem"), FINE), ["CW1017 1:7"]),
    ("CW1018", "a.txt", "about\n1. q\nA. a\nB. b\n答案：A\n解析：e".encode(), ["CW1018 1:1"]),
    ("CW1023", "a.csv", table(OWN, (*FINE, '{"options": {"9": {}}}')), ["CW1041 1:1", "CW1023 2:7"]),
    ("CW1024", "a.csv", rows(("categorise", "q", "a", "b", "A: x", "e")), ["CW1024 2:4"]),
    ("CW1027", "a.txt", "1. q\nA. a\nB. b\n答案：A\n答案：B\n解析：e".encode(), ["CW1027 5:1"]),
    ("CW1031", "a.csv", rows((*FINE[:4], "AA", "e")), ["CW1031 2:5"]),
    ("CW1032", "a.csv", rows(("numeric", "q", "", "", "1e400 cm", "e")), ["CW1032 2:5"]),
    ("CW1033", "a.csv", rows(("numeric", "q", "", "", "see the book", "e")), ["CW1033 2:5"]),
    ("CW1038", "a.csv", table((*OWN, "case title"), (*FINE, "", "t")), ["CW1041 1:1", "CW1038 2:8"]),
    ("CW1041", "a.csv", table((*OWN, "why B"), (*FINE, "", "r")), ["CW1041 1:1"]),
    ("CW1037", "a.txt", "1. q (B)?\nA. a\nB. b\n答案：A\n解析：e".encode(), ["CW1037 1:1"]),
    ("CW1079", "a.txt", listed("1.A 2.B"), ["CW1079 5:5"]),
    ("CW1080", "a.txt", listed("1.A", twice=True), ["CW1080 8:1", "CW1083 1:1"]),
    ("CW1081", "a.txt", listed("1-2 ABC"), ["CW1081 5:1", "CW1083 1:1"]),
    ("CW1082", "a.txt", listed("1.A\nsee the book"), ["CW1082 6:1"]),
    ("CW1083", "a.txt", listed("2.A"), ["CW1079 5:1", "CW1083 1:1"]),
    ("CW1084", "a.txt", listed("1.A\n1.B"), ["CW1084 6:1"]),
    ("CW1085", "a.csv", table(("stem", "选项", "answer"), ("q", "a; b", "A")), ["CW1085 2:2"]),
    ("CW1087", "a.csv", rows(("fill-in", "q __", "", "", "colour/color", "e")), ["CW1087 2:5"]),
    ("CW1044", "a.csv", rows(FINE, ("", f'"{"q" * 200_000}', "a", "b", "A", "e")), ["CW1044 3:1"]),
    ("CW1071", "a.csv", rows(("single choice", "q", "2", "1", "2", "e")), ["CW1071 2:5"]),
    (
        "CW1053",
        "a.xml",
        b"<quiz><question type='ddwtos'/></quiz>",
        ["CW1053 1:1"],
    ),
    (
        "CW1055",
        "a.gift",
        b"q {=a#r ~%50%b#s\n####e}",
        ["CW1055 1:1"],
    ),
    ("CW1056", "a.gift", b"[html]<sup>2</sup> {T#a#b####e}", ["CW1056 1:1"]),
    ("CW1057", "a.xml", b"<quiz>\n <question>", ["CW1057 2:12"]),
    (
        "CW1059",
        "a.xml",
        b'<quiz><question type="truefalse"><questiontext format="html"><text>&lt;img alt="a" '
        b'src="@@PLUGINFILE@@/a.png"&gt;</text><file name="a.png" encoding="base64">QQ==</file>'
        b"</questiontext><generalfeedback><text>e</text></generalfeedback></question></quiz>",
        ["CW1059 1:1"],
    ),
    ("CW1058", "a.gift", b"::q::Which? {=a ~b", ["CW1058 1:1"]),
    (
        "CW1030",
        "a.csv",
        table(OWN, (*FINE, '{"stem": "r", "was": {"stem": "0"}}')),
        ["CW1041 1:1", "CW1030 2:7"],
    ),
]

ELSEWHERE = {
    "CW1011": "test_workbook.py", "CW1012": "test_workbook.py", "CW1019": "test_sheet_reading.py",
    "CW1022": "test_sheet_reading.py", "CW1034": "test_sheet_reading.py", "CW1035": "test_sheet_reading.py",
    "CW1036": "test_sheet_reading.py", "CW1042": "test_sheet_reading.py",
    "CW1043": "test_workbook.py", "CW1045": "test_looks.py",
    "CW1016": "test_items_commands.py", "CW1020": "test_items_commands.py",
    "CW1025": "test_items_commands.py", "CW1026": "test_items_commands.py",
    "CW1028": "test_items_commands.py", "CW1039": "test_items_commands.py",
    "CW1040": "test_items_commands.py", "CW1050": "test_question_formats.py",
    "CW1051": "test_question_formats.py", "CW1052": "test_question_formats.py",
    "CW1054": "test_question_formats.py", "CW1062": "test_scorm_package.py",
    "CW1070": "test_items_update.py", "CW1072": "test_items_update.py", "CW1073": "test_items_update.py",
    "CW1074": "test_form_import.py", "CW1075": "test_unexplained.py",
    "CW1076": "test_recognised.py", "CW1077": "test_recognised.py",
    "CW1078": "test_items_commands.py", "CW1086": "test_sheet_reading.py",
}  # fmt: skip
"""What takes a workbook, or a course, to show."""


def test_every_code_has_a_case() -> None:
    known = {code for code, *_ in CASES} | {*ELSEWHERE}
    assert known == {code for code in RULES if code.startswith("CW10")}


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
