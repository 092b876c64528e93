"""How an author's Markdown is parsed."""

import pytest

from coursewright.model.markup import blocks, words_of


def said(text: str) -> str:
    return "".join(words_of(token) for token in blocks(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("第一步是听完，不要\n打断客户。", "第一步是听完，不要打断客户。"),
        ("**强调**\n客户", "强调客户"),
        ("说：\n“你好”\n他", "说：“你好”他"),
        ("かな\nカナ", "かなカナ"),
        ("dig\nthe bed", "dig the bed"),
        ("用 CRM\n记录", "用 CRM 记录"),
        ("客户\nCRM", "客户 CRM"),
        ("한국\n어", "한국 어"),
        ("a\n“b”", "a “b”"),
        ("。\n\n甲", "。甲"),
    ],
)
def test_a_line_goes_on_without_a_space_between_chinese_characters(text: str, line: str) -> None:
    assert said(text) == line


def test_a_hard_break_between_chinese_characters_stays() -> None:
    (paragraph,) = (token for token in blocks("甲  \n乙") if token.type == "inline")
    assert [child.type for child in paragraph.children or ()] == ["text", "hardbreak", "text"]
