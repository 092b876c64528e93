"""Text stays text in a PDF, whatever it holds."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfparts import texts, tool
from sample import document

from coursewright.press.document import (
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    Table,
)
from coursewright.press.line import Control, Mark, Run, Spans
from coursewright.press.pdf import pdf
from coursewright.press.pdf_text import printable

CODE = (
    "#panic()",
    '#read("/etc/passwd")',
    "$x$",
    "*a*",
    "<label>",
    "@ref",
    "\\u{41}",
    "`raw`",
    "= 1",
    "//b",
    "/*c*/",
    "{page}",
    '"}]',
    "]",
)


def everywhere(text: str) -> Document:
    line: Spans = (
        text,
        Run(text, strong=True),
        Mark(text, text),
        Control("a", text, text),
        Control("b", text, kind="choice", choices=((text, text),)),
    )
    blocks = (
        Heading(line),
        Paragraph(line, "note"),
        Listing((line,), "tick"),
        Facts(((line, line),)),
        Table((Column(line, 1), Column(line, 9)), ((line, line),), text),
        Signatures((text,), (text, text)),
    )
    return replace(
        document(*blocks),
        title=text,
        subject=text,
        author=text,
        keywords=(text,),
        head=(line, text),
        page=text,
        name=text,
        language="zh",
    )


def test_code_is_printed_as_it_stands() -> None:
    text = "".join(texts(pdf(document(*(Paragraph((code,)) for code in CODE)))))
    for code in CODE:
        assert code.replace(" ", "") in text
    assert pdf(everywhere("".join(CODE)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=60) | st.sampled_from(CODE))
def test_any_text_is_accepted(text: str) -> None:
    assert pdf(everywhere(text)).startswith(b"%PDF-1.7")


def test_what_the_font_lacks_prints_as_a_box_and_what_is_unseen_is_left_out() -> None:
    (text,) = texts(
        pdf(document(Paragraph(("甲\U00013000乙\ue000丙\x00\x1b\u202e\ud800\ufe0f丁e\u0301戊",))))
    )
    assert "甲□乙□丙丁é戊" in text


@pytest.mark.parametrize("char", ["W", "（", "…", "a\xa0", "e\u0301"])
def test_a_long_word_stays_on_the_page(char: str) -> None:
    word = char * 400
    narrow = Table((Column(("窄",), 1), Column(("宽",), 9)), (((word,), (word,)),), "t")
    made = pdf(document(Paragraph((word,)), narrow, Facts((((word,), (word,)),))))
    boxes = re.findall(r'xMin="([\d.]+)".*xMax="([\d.]+)"', tool("pdftotext", made, "-bbox"))
    assert boxes
    assert all(float(left) > 50 and float(right) < 595.3 - 50 for left, right in boxes)


def test_a_long_name_is_parted_at_its_hyphens_before_it_is_parted_anywhere() -> None:
    def parts(text: str) -> list[str]:
        return printable(text, 21).strip("\u200b").split("\u200b")

    assert parts("risk-labour-short") == ["risk-", "labour-", "short"]
    assert parts("a/b_c-long") == ["a/", "b_", "c-", "long"]
    assert parts("up-extraordinary") == ["up-", *"extraordinary"]
    assert parts("short-one") == ["short-one"]


@given(st.text("ab-/_", max_size=40))
def test_parting_adds_nothing_that_is_seen(text: str) -> None:
    assert printable(text, 21).replace("\u200b", "") == text
