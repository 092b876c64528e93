"""What is on the pages of a PDF, and what stays together."""

from dataclasses import replace
from typing import Literal

import pytest
from pdfparts import pages, texts, tool
from sample import document

from coursewright.press.document import (
    Block,
    Column,
    Facts,
    Heading,
    Listing,
    PageEnd,
    Paragraph,
    Signatures,
    Table,
    Title,
    Together,
)
from coursewright.press.line import Control, Mark, Run, Spans
from coursewright.press.pdf import pdf


def test_every_word_can_be_read() -> None:
    line: Spans = (
        "文字",
        Run("醒目", strong=True),
        Mark("建议稿", "t"),
        Control("a", "a", "填好的"),
        Control("b", "b", "x", "choice", (("x", "选中"),)),
    )
    blocks: tuple[Block, ...] = (
        Heading(("一级", *line)),
        Heading(("二级",), 2),
        *(Paragraph(line, style) for style in ("body", "note", "small")),
        *(Listing((line, ("第二",)), marker) for marker in ("bullet", "number", "tick", "cross")),
        Facts(((("标签",), line), (("宽的",), line), (("末尾",), line)), frozenset({1})),
        Table((Column(("列甲",), 1), Column(("列乙",), 2, "right")), ((line, ("值",)),), "表", tall=12),
        Signatures(("任职人", "上级"), ("签字", "日期")),
    )
    (text,) = texts(pdf(document(*blocks)))
    whole = "文字醒目建议稿填好的选中"
    assert text.count(whole) == 12
    for words in (
        "园丁岗位说明书",
        "二级",
        "1.",
        "2.",
        "□",
        "×",
        "标签",
        "列甲",
        "列乙",
        "签字",
        "日期",
        "第1页/共1页",
        "园艺公司",
        "G-01",
    ):
        assert words in text


def test_the_head_row_is_on_every_page_and_no_row_is_split() -> None:
    rows = tuple(((f"甲{at}始" + "字" * 90 + f"甲{at}末",), (f"乙{at}",)) for at in range(60))
    made = texts(pdf(document(Table((Column(("表头",), 1), Column(("另一",), 1)), rows, "长表"))))
    assert len(made) > 2
    assert all("表头" in page and f"第{at}页/共{len(made)}页" in page for at, page in enumerate(made, 1))
    for at in range(60):
        (page,) = (page for page in made if f"甲{at}始" in page)
        assert f"甲{at}末" in page
        assert f"乙{at}" in page


def test_a_row_longer_than_a_page_is_not_cut() -> None:
    made = "".join(texts(pdf(document(Table((Column(("表头",), 1),), ((("字" * 9000 + "末尾",),),), "t")))))
    assert made.count("字") == 9000
    assert "末尾" in made


def test_signatures_stay_together_with_what_is_above_them() -> None:
    for lines in range(36, 50):
        made = texts(
            pdf(
                document(
                    *(Paragraph((f"第{at}段",)) for at in range(lines)),
                    Paragraph(("一式三份",)),
                    Signatures(("任职人",), ("签字", "日期")),
                )
            )
        )
        (page,) = (page for page in made if "一式三份" in page)
        assert "任职人" in page
        assert "日期" in page


def test_blocks_that_belong_together_stand_on_one_page() -> None:
    rows = tuple(((f"行{at}",),) for at in range(6))
    whole = Together((Paragraph(("问题",)), Table((Column(("表头",), 1),), rows, "评分", tall=12)))
    for lines in range(20, 40, 4):
        made = texts(pdf(document(*(Paragraph((f"第{at}段",)) for at in range(lines)), whole)))
        (page,) = (page for page in made if "问题" in page)
        assert all(f"行{at}" in page for at in range(6))


def test_blocks_too_many_for_a_page_are_not_cut() -> None:
    rows = tuple(((f"行{at}。",),) for at in range(200))
    made = texts(pdf(document(Together((Table((Column(("表头",), 1),), rows, "长表"),)))))
    assert all(f"行{at}。" in "".join(made) for at in range(200))


def test_what_is_empty_can_be_filled_in() -> None:
    choices = (("1", "全职"), ("2", "兼职"))
    controls = (
        Control("a", "a"),
        Control("b", "b", kind="choice", choices=choices),
        Control("c", "c", kind="choice", choices=tuple((str(at), f"第{at}种") for at in range(9))),
        Control("d", "d", kind="date"),
    )
    (text,) = texts(
        pdf(
            document(
                *(Paragraph((control,)) for control in controls),
                Facts(tuple(((c.key,), (c,)) for c in controls)),
            )
        )
    )
    assert text.count("□全职□兼职") == 2
    assert text.count("年月日") == 2
    assert "第1种" not in text


def test_the_place_for_a_name_in_the_head_is_named() -> None:
    (text,) = texts(pdf(replace(document(), head=((Control("company", "单位名称"),), ""))))
    assert "单位名称" in text


@pytest.mark.parametrize("levels", [(2, 2, 1, 2), (2,), (1, 1), (1, 2, 2, 1)])
def test_any_order_of_headings_is_an_outline(levels: tuple[Literal[1, 2], ...]) -> None:
    assert pdf(document(*(Heading((f"标题{at}",), level) for at, level in enumerate(levels))))


@pytest.mark.parametrize(
    "empty",
    [
        Heading(()),
        Heading((" \u200b\0",)),
        Heading((Control("a", "a"),)),
        Paragraph(()),
        Listing(()),
        Facts(()),
        Title(""),
    ],
)
def test_an_empty_block_does_no_harm(empty: Block) -> None:
    assert pages(pdf(document(empty))) == 1
    assert pages(pdf(replace(document(), blocks=(empty,), title="", author="", subject="", keywords=()))) == 1


@pytest.mark.parametrize(
    "language", ["zh_CN", "zh-Hant-TW", "zh", "en", "ja", "ko", "ar", "", "x-none", "#panic()"]
)
def test_any_language(language: str) -> None:
    assert pdf(document(language=language))


def test_latin_quotes_are_narrow() -> None:
    long = Paragraph(("“a” " * 60,))
    assert len(tool("pdftotext", pdf(document(long, language="en")), "-layout").splitlines()) < len(
        tool("pdftotext", pdf(document(long)), "-layout").splitlines()
    )


def test_what_follows_the_end_of_a_page_begins_on_another() -> None:
    assert pages(pdf(document(Paragraph(("cover",)), PageEnd(), Paragraph(("first",))))) == 2
