"""What stands together on the pages of a paper, and text that stays text."""

import re
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pdfparts import pages, texts, tool
from sample import DOCUMENT
from wordparts import root_of, text_of

from coursewright.exams.paper.draft import draft
from coursewright.exams.paper.look import BLACK
from coursewright.exams.paper.pdf import pdf, place
from coursewright.exams.paper.shown import (
    Answer,
    Asking,
    Blocks,
    Cover,
    Group,
    Labels,
    Lettered,
    Options,
    Pairing,
    Paper,
    Part,
    Places,
    Room,
    Steps,
)
from coursewright.press.document import (
    Code,
    Column,
    Document,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Table,
)
from coursewright.press.line import Run
from coursewright.press.picture import NotAPicture, picture
from coursewright.press.word.package import word
from pictures import png

ON_EVERY_PAGE = replace(DOCUMENT, look=BLACK, blocks=(), logo=None, language="zh")
COVER = Cover("课程", "考试", "A 卷", "场次", (("时间", "30 分钟"),), ("姓名", "考号"), ("规则一",), "规则")
LABELS = Labels("答：", "顺序：", "填写字母", "备选项")

HOSTILE = (
    "#panic()",
    '#read("/etc/passwd")',
    '#eval("1+1")',
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
    "<w:p/>&amp;]]>",
    "W" * 300,
    "مرحبا بالعالم",
    "\u202eabc\u202c",
    "a\x00b\x1bc",
)
TEXTS = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from(HOSTILE)


def paragraph(text: str) -> Blocks:
    return (Paragraph((text,)),)


def lettered(*words: str) -> tuple[Lettered, ...]:
    return tuple(Lettered(chr(ord("A") + at), paragraph(text)) for at, text in enumerate(words))


def paper(*groups: Group, title: str = "一、单选题", cover: Cover = COVER, labels: Labels = LABELS) -> Paper:
    return Paper(cover, (Part(title, title, groups),), labels)


def printed(*groups: Group, large: bool = False) -> list[str]:
    return texts(pdf(ON_EVERY_PAGE, paper(*groups), large=large))


def answers(text: str) -> tuple[Answer, ...]:
    return (
        Options(lettered(text, text, text, text)),
        Steps(lettered(text, text, text)),
        Pairing((paragraph(text), paragraph(text)), lettered(text, text)),
        Places((text,)),
        Room(3),
    )


def everywhere(text: str) -> tuple[Document, Paper]:
    """A document and a paper with one text in every field."""
    blocks: Blocks = (
        Paragraph((text, Run(text, code=True), *place(), Run(text, strong=True))),
        Heading((text,), 3),
        Code(text),
        Listing(((text,),)),
        Quotation(paragraph(text)),
        Table((Column((text,), 1), Column((text,), 9)), (((text,), (text,)),), text),
    )
    asked = tuple(Asking(number, blocks, (text,), answer) for number, answer in enumerate(answers(text), 1))
    cover = Cover(text, text, text, text, ((text, text),), (text, text), (text,), text)
    labels = Labels(text, text, text, text)
    document = replace(ON_EVERY_PAGE, title=text, subject=text, author=text, head=((text,), text), page=text)
    return document, paper(Group(asked, text, blocks, text), title=text, cover=cover, labels=labels)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("".join(HOSTILE))
def test_any_text_is_accepted(text: str) -> None:
    document, made = everywhere(text)
    for large in (False, True):
        assert pdf(document, made, large=large).startswith(b"%PDF-1.7")
    assert root_of(word(replace(document, blocks=draft(made)))) is not None


SIGNS = st.text("#$*_`<>@\\{}[]()=/-+~\"'&%!?.,;:|^ab1", min_size=1, max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(HOSTILE[:16]) | SIGNS)
def test_what_is_markup_elsewhere_is_printed_as_it_stands(text: str) -> None:
    asked = tuple(
        Asking(number, paragraph(f"始{text}末"), (), answer)
        for number, answer in enumerate(answers(f"头{text}尾"), 1)
    )
    said, bare = "".join(printed(Group(asked))), text.replace(" ", "")
    assert said.count(f"始{bare}末") == 5
    assert said.count(f"头{bare}尾") == 4 + 3 + 4 + 1
    for number in range(1, 6):
        assert f"{number}.始" in said
    docx = text_of(root_of(word(replace(ON_EVERY_PAGE, blocks=draft(paper(Group(asked)))))))
    assert docx.count(f"始{text}末") == 5
    assert docx.count(f"头{text}尾") == 4 + 3 + 4 + 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(1, 700), min_size=3, max_size=12), st.booleans())
def test_no_question_that_fits_on_a_page_is_split(lengths: list[int], large: bool) -> None:
    asked = tuple(
        Asking(
            number,
            paragraph(f"始{number}。" + "字" * length),
            (),
            Options(lettered("甲", "乙" * 40, f"末{number}。")),
        )
        for number, length in enumerate(lengths, 1)
    )
    made = printed(Group(asked), large=large)
    for number in range(1, len(lengths) + 1):
        (page,) = (page for page in made if f"始{number}。" in page)
        assert f"末{number}。" in page


@pytest.mark.parametrize("answer", [Room(18), Options(lettered(*"甲乙丙丁"))])
def test_a_question_longer_than_a_page_goes_on_over_it(answer: Answer) -> None:
    made = printed(Group((Asking(1, paragraph("字" * 4000 + "末尾"), (), answer),)))
    assert "".join(made).count("字") == 4000
    assert "末尾" in made[-1] or "末尾" in made[-2]


def test_lines_to_write_on_are_not_split_from_their_question() -> None:
    asked = tuple(Asking(number, paragraph(f"第{number}问"), (), Room(14)) for number in range(1, 8))
    made = pdf(ON_EVERY_PAGE, paper(Group(asked)), large=False)
    assert pages(made) == 1 + 4, "two on a page, behind the cover"


def test_a_case_may_break_within_what_is_read_but_its_questions_do_not() -> None:
    stimulus = tuple(Paragraph((f"第{number}段" + "文" * 60,)) for number in range(70))
    asked = tuple(
        Asking(number, paragraph(f"问{number}。"), (), Options(lettered("甲", "乙"))) for number in (1, 2)
    )
    made = printed(Group(asked, "材料", stimulus, "阅读材料，回答第 1 至 2 题。"))
    assert "".join(made).count("文") == 70 * 60
    assert "材料" in made[1]
    assert "第0段" in made[1]


def test_a_heading_is_not_left_behind_at_the_end_of_a_page() -> None:
    for lines in range(30, 48):
        first = Group((Asking(1, tuple(Paragraph((f"行{at}",)) for at in range(lines)), (), Places(())),))
        case = Group(
            (Asking(2, paragraph("问二"), (), Places(())),), "案例甲", paragraph("材料文字"), "请先阅读"
        )
        made = printed(first, case)
        (page,) = (page for page in made if "案例甲" in page)
        assert "请先阅读" in page
        assert "材料文字" in page


def read_first(number: int, lines: int) -> tuple[Blocks, Asking]:
    """Something to be read, so many lines and a table, and the first question about it."""
    rows = tuple(((f"行{at}",), (f"{at}",)) for at in range(5))
    stimulus: Blocks = (
        Paragraph((f"始{number}。" + "文" * 40 * lines,)),
        Table((Column(("项",), 1), Column(("数",), 1)), rows, "表"),
        Paragraph((f"止{number}。",)),
    )
    return stimulus, Asking(number, paragraph("问"), (), Options(lettered("甲", f"末{number}。")))


def cases(lengths: list[int]) -> tuple[Group, ...]:
    made = ((number, *read_first(number, lines)) for number, lines in enumerate(lengths, 1))
    return tuple(Group((asked,), f"案例{number}。", stimulus, "先读") for number, stimulus, asked in made)


def assert_whole(said: list[str], count: int) -> None:
    """That everything of each case stands on the page that has its title."""
    for number in range(1, count + 1):
        (page,) = (page for page in said if f"案例{number}。" in page)
        assert all(f"{mark}{number}。" in page for mark in "始止末")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(1, 9), min_size=3, max_size=8), st.booleans())
def test_what_is_read_first_stands_whole_with_its_first_question(lengths: list[int], large: bool) -> None:
    assert_whole(printed(*cases(lengths), large=large), len(lengths))


def test_what_is_read_first_is_whole_where_its_question_has_no_room_beside_it() -> None:
    for lines in (5, 20):
        stimulus, _ = read_first(1, 20)
        before = Group((Asking(1, paragraph("字" * 40 * lines), (), Places(())),))
        case = Group((Asking(2, paragraph("问" * 1200), (), Room(3)),), "案例", stimulus, "先读")
        (page,) = (page for page in printed(before, case) if "案例" in page)
        assert "始1。" in page
        assert "止1。" in page


@pytest.mark.parametrize(("length", "rows"), [(4, 1), (16, 2), (60, 4)])
def test_options_stand_in_four_columns_in_two_or_in_one(length: int, rows: int) -> None:
    words = tuple(sign * length for sign in "甲乙丙丁")
    group = Group((Asking(1, paragraph("题"), (), Options(lettered(*words))),))
    lines = {}
    for large in (False, True):
        said = tool("pdftotext", pdf(ON_EVERY_PAGE, paper(group), large=large), "-layout")
        lines[large] = [line for line in said.splitlines() if re.search(r"[A-D]\. ", line)]
    assert len(lines[False]) == rows
    assert len(lines[True]) == 4


def unpacked(made: bytes) -> bytes:
    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL):
        with suppress(zlib.error):
            found.append(zlib.decompress(stream))
    return made + b"".join(found)


def with_picture(content: bytes) -> Paper:
    return paper(
        Group((Asking(1, (*paragraph("看图"), Figure(picture(content), "a red line")), (), Places(())),))
    )


def test_a_picture_has_the_words_that_stand_for_it() -> None:
    made = pdf(ON_EVERY_PAGE, with_picture(png(60, 30)), large=False)
    assert b"/Subtype/Image" in made.replace(b" ", b"")
    assert b"a red line" in unpacked(made)


def test_a_damaged_picture_is_told() -> None:
    content = png(30, 10)
    at = content.index(b"IDAT") + 8
    with pytest.raises(NotAPicture):
        pdf(ON_EVERY_PAGE, with_picture(content[:at] + b"????" + content[at + 4 :]), large=False)


def test_a_script_that_runs_to_the_left_has_its_numbers_at_the_right() -> None:
    group = Group((Asking(7, paragraph("سؤال"), (), Options(lettered("نعم", "لا"))),))
    left = {}
    for language in ("ar", "zh"):
        said = tool(
            "pdftotext", pdf(replace(ON_EVERY_PAGE, language=language), paper(group), large=False), "-bbox"
        )
        found = {word: float(x) for x, word in re.findall(r'xMin="([\d.]+)".*>(.*)</word>', said)}
        left[language] = next(x for word, x in found.items() if "7" in word)
    assert left["zh"] < 100 < 500 < left["ar"]
