"""Values that YAML folds."""

import pytest

from coursewright.load.source_file import read_source


@pytest.mark.parametrize(
    ("source", "value"),
    [
        (">-\n  折叠的文字不要\n  多出空格。\n", "折叠的文字不要多出空格。"),
        (">-\n  一\n  二\n  三\n", "一二三"),
        ("折叠的\n  文字\n", "折叠的文字"),
        ("'折叠的\n  文字'\n", "折叠的文字"),
        ('"折叠的\n  文字"\n', "折叠的文字"),
        (">-\n  dig the\n  bed\n", "dig the bed"),
        (">-\n  用 CRM\n  记录\n", "用 CRM 记录"),
        (">-\n  甲 乙，甲\n  乙\n", "甲 乙，甲乙"),
        (">-\n  甲\n\n  乙\n", "甲\n乙"),
        (">-\n  甲\n    乙\n  丙\n", "甲\n  乙\n丙"),
        ("|-\n  甲\n  乙\n", "甲\n乙"),
        ('"甲\\u0020\n  乙"\n', "甲  乙"),
        (">-\n  한국\n  어\n", "한국 어"),
        ("甲\n  乙 # 说明\n", "甲乙"),
    ],
)
def test_folded_chinese_has_no_spaces(source: str, value: str) -> None:
    file = read_source("a.yml", f"text: {source}next: 1\n".encode())
    assert file.problems == []
    assert file.data == {"text": value, "next": 1}


def test_a_flow_of_values_is_folded_alike() -> None:
    file = read_source("a.yml", "[{text: 甲\n  乙}, '丙\n  丁']\n".encode())
    assert file.data == [{"text": "甲乙"}, "丙丁"]
