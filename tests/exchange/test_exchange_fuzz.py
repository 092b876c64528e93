"""Whatever is handed in: problems, and never a traceback."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import table
from test_bank_book import book

from coursewright.diagnostics import as_text
from coursewright.edit.banked import with_items
from coursewright.exchange.cases import with_cases
from coursewright.exchange.columns import OWN
from coursewright.exchange.completing import Completing
from coursewright.exchange.formats import read
from coursewright.exchange.types import NAMES
from coursewright.load.source_file import read_source
from coursewright.model.items.bank import Bank
from trees import CHINESE, ENGLISH, EVERY_TYPE

HEADERS = st.sampled_from(
    [*(name for names in OWN.values() for name in names), *("选项A", "B", "C理由", "序号", "x", "")]
)
CELLS = st.sampled_from(
    [
        *(
            "",
            "A",
            "AB",
            "1,3",
            "Z",
            "对",
            "甲;乙|丙",
            "A: 一\nB: 二",
            ":",
            "50 ± 1 cm",
            "9" * 400,
            "{}",
            "[1]",
        ),
        *(
            '{"options": {"1": {"key": 5}}}',
            '{"was": 1}',
            '{"was": {"stem": 1}}',
            '{"items": 3, "type": "case"}',
        ),
        *('{"title": [1], "chapter": 5}', "a/b/c", "recall", "=1+1", "\x00"),
        *NAMES,
        *(names[0] for names in NAMES.values()),
    ]
) | st.text(max_size=8)
LINES = st.sampled_from(
    [
        *("1、q", "2.", "A.a", "B、b C.c", "答案：AB", "答案：", "解析：e", "章节：x", "（对）", "[多选题]"),
        *("  2、in", "", "一、", "___"),
    ]
) | st.text(max_size=8)


BOOK = book(Bank.model_validate(yaml.safe_load(EVERY_TYPE)))


def survives(name: str, raw: bytes) -> None:
    reading = read(name, raw, None, ENGLISH)
    items = with_cases(reading.drafts, ENGLISH).drafts
    problems = [*reading.problems, *Completing("a", None, None, {}, ENGLISH).completed(items)]
    assert as_text(problems, CHINESE) or items or not problems
    data: list[dict[str, Any]] = [item.data for item in {item.id: item for item in items}.values()]
    if data:
        file = read_source("a.yml", with_items(None, data).encode())
        assert file.problems or file.data == {"items": data}


@settings(max_examples=150)
@given(st.lists(HEADERS, max_size=8), st.lists(st.lists(CELLS, min_size=4, max_size=14), max_size=5))
def test_any_table(headers: list[str], rows: list[list[str]]) -> None:
    survives("a.csv", table(["题干", "type", "more settings", "case id", "A", "答案", *headers], *rows))


@settings(max_examples=150)
@given(st.lists(LINES, max_size=14))
def test_any_text(lines: list[str]) -> None:
    survives("a.txt", "\n".join(lines).encode())


LONG = 50_000
"""Signs in a row: whatever takes the square of it would never end."""


SIGNS = [*" \t(（[A1,:|_*<#>\\`", "(A ", "[ ", "A. ", "1、", "x B.", "<a", "[ab]", "\nA a"]
OF_LISTS = [
    "答案：",
    " 答案：",
    "1-",
    "1 ",
    "第 ",
    "附 ",
    "一、",
    "A/",
    "【单选题】",
    "1.A ",
]


@pytest.mark.parametrize("sign", [*SIGNS, *OF_LISTS])
def test_long_runs_end(sign: str) -> None:
    run = sign * (LONG // len(sign))
    for text in (run, f"{run}x", f"x{run}"):
        survives("a.txt", f"1、q{text}\nA.{text}\nB.b\n答案：{text}\n解析：{text}".encode())
        survives(
            "a.txt",
            f"1、q\n答案\n1、{text}\n参考答案{text}\n1-2{text}\n题号{text}答案{text}\n{text}".encode(),
        )
        survives("a.txt", f"1、q\n{text}\n附{text}答案{text}1\n1{text}A\n".encode())
        survives(
            "a.csv", table(["题干", "A", "B", "答案", "解析", text[:200]], [text, text, "b", text, text])
        )


@settings(max_examples=100)
@given(st.binary(max_size=200), st.sampled_from(["a.xlsx", "a.csv", "a.txt", "a.docx", "a", "a.xls"]))
def test_any_bytes(raw: bytes, name: str) -> None:
    survives(name, raw)


@settings(max_examples=60)
@given(st.data())
def test_any_damage_to_a_workbook(data: st.DataObject) -> None:
    raw = bytearray(BOOK)
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    survives("a.xlsx", bytes(raw))
