"""Documents as PDF: what Typst accepts as PDF/UA-1, what is on the pages, and that text stays text.

What is on a page is read with poppler's tools where they are installed.
"""

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from struct import pack
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursewright.press.document import (
    Block,
    Column,
    Control,
    Document,
    Facts,
    Heading,
    Listing,
    Look,
    Mark,
    Paragraph,
    Run,
    Signatures,
    Spans,
    Table,
    Title,
)
from coursewright.press.pdf import pdf, png
from coursewright.press.picture import NotAPicture, picture
from coursewright.styles.tokens import engine_tokens

PROPOSAL = (" ", Mark("建议稿", "原始资料没有说明"))
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j"
    "q62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
    "pKSkpKSkpKT/wAARCAAEAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA"
    "FQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCeAdK//9k="
)


def look() -> Look:
    tokens = engine_tokens()["light"]
    return Look(**{name: tokens[name] for name in Look.__dataclass_fields__})


def document(*blocks: Block, language: str = "zh_CN") -> Document:
    return Document(
        name="RM-01",
        title="客户经理岗位说明书",
        subject="岗位说明书",
        author="云州公司",
        language=language,
        date="2026-11-23",
        head=(("云州公司",), "RM-01 · 第 1.0 版"),
        page="第 {page} 页，共 {pages} 页",
        look=look(),
        blocks=(Title("岗位说明书"), *blocks),
        keywords=("RM-01", "客户经理"),
    )


def words(count: int, key: str) -> Control:
    """So many characters, already filled in."""
    return Control(key, key, ("维护指定的重点对象，按季度留下访谈记录并说明原因；" * 4)[:count])


def typical() -> Document:
    """A job description as long as they are."""
    facts = tuple(((f"事项{at}",), (words(9, f"facts.{at}"), *PROPOSAL)) for at in range(11))
    duties = tuple(
        (
            (str(at),),
            (words(33, f"duties.{at}.text"), *PROPOSAL),
            (words(46, f"duties.{at}.standard"),),
            (f"{at}%",),
        )
        for at in range(1, 9)
    )
    relations = tuple((("内部",), (words(8, f"with.{at}"),), (words(20, f"about.{at}"),)) for at in range(7))
    needed = tuple(
        (("技能",), (words(14, f"required.{at}"),), (words(8, f"preferred.{at}"),)) for at in range(10)
    )
    level = Control("level", "等级", "3", kind="choice", choices=(("3", "3 独立完成"), ("4", "4 能指导他人")))
    competencies = tuple(((words(6, f"c.{at}"),), (level,), ("必备",)) * 2 for at in range(6))
    kpis = tuple(
        ((words(7, f"k.{at}"),), (words(30, f"f.{at}"),), ("20%",), (Control(f"t.{at}", "目标值"),))
        for at in range(5)
    )
    training = tuple(((words(8, f"chapter.{at}"),), (words(6, f"when.{at}"),)) * 2 for at in range(4))
    control = tuple(((name,), (Control(name, name),)) for name in ("版本", "编制", "审核", "批准", "复审"))
    return document(
        Facts(facts),
        Heading(("岗位目的", *PROPOSAL)),
        Paragraph((words(70, "purpose"),)),
        Heading(("岗位职责",)),
        Table(
            (
                Column(("#",), 3),
                Column(("职责",), 38),
                Column(("衡量标准",), 46),
                Column(("权重",), 13, "right"),
            ),
            duties,
            "职责",
        ),
        Heading(("工作权限",)),
        Listing(tuple((words(30, f"authority.{at}"),) for at in range(5))),
        Heading(("工作关系",)),
        Table((Column(("内外",), 1), Column(("对象",), 3), Column(("事由",), 6)), relations, "关系"),
        Heading(("任职资格",)),
        Table((Column(("类别",), 1), Column(("必备",), 5), Column(("优先",), 4)), needed, "资格"),
        Heading(("能力要求",)),
        Table((Column(("能力",), 5), Column(("等级",), 3), Column(("要求",), 2)) * 2, competencies, "能力"),
        Heading(("关键绩效指标",)),
        Table(
            (
                Column(("指标",), 2),
                Column(("公式",), 5),
                Column(("权重",), 1, "right"),
                Column(("目标值",), 1),
            ),
            kpis,
            "指标",
        ),
        Heading(("合规红线",)),
        Listing(tuple((words(30, f"redlines.{at}"),) for at in range(7)), "cross"),
        Heading(("培训要求",)),
        Table((Column(("章",), 5), Column(("期限",), 4)) * 2, training, "培训"),
        Heading(("文件控制",)),
        Facts((*control, (("生效",), (Control("effective", "生效", kind="date"),)))),
        Paragraph(("一式三份。",), "small"),
        Signatures(("任职人", "直接上级", "人力资源部"), ("签字", "日期")),
    )


def pages(made: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", made))


def tool(name: str, made: bytes, *options: str) -> str:
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    arguments = [name, *options, "-", *(["-"] if name == "pdftotext" else [])]
    return subprocess.run(arguments, input=made, capture_output=True, check=True).stdout.decode()


def texts(made: bytes) -> list[str]:
    """The text of each page without spaces, and without what only allows a break."""
    return [re.sub(r"[\s\u200b]", "", page) for page in tool("pdftotext", made, "-raw").split("\f")[:-1]]


def png_bytes(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">L", len(content)) + kind + content + pack(">L", zlib.crc32(kind + content))

    rows = (b"\0" + b"\x1b\x5a\x78" * width) * height
    head = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


# the file


def test_a_typical_role_is_two_pages() -> None:
    assert pages(pdf(typical())) == 2


def test_it_says_that_it_is_pdf_ua() -> None:
    made = pdf(typical())
    assert re.search(rb"pdfuaid:part(>|=\")1", made)
    assert b"/Marked true" in made
    assert b"(zh-CN)" in made


def test_its_data_are_in_its_properties() -> None:
    said = tool("pdfinfo", pdf(typical()))
    for line in ("客户经理岗位说明书", "岗位说明书", "云州公司", "RM-01, 客户经理", "A4"):
        assert line in said
    assert re.search(r"Tagged: +yes", said)
    assert re.search(r"CreationDate: .*Nov 2[34] .*2026", said)


def test_fonts_are_embedded_subsets() -> None:
    fonts = tool("pdffonts", pdf(typical())).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert re.search(r"\+NotoSansSC-Regular.* yes +yes +yes ", font)


def faces(made: bytes) -> set[str]:
    """The fonts in a file, without their styles."""
    return {re.split(r"[+\s]", font)[1].split("-")[0] for font in tool("pdffonts", made).splitlines()[2:]}


@pytest.mark.parametrize(
    ("language", "words", "face"),
    [
        ("zh", "骨", "NotoSansSC"),
        ("zh_CN", "骨", "NotoSansSC"),
        ("zh-Hans-HK", "骨", "NotoSansSC"),
        ("zh-TW", "骨", "NotoSansCJKtc"),
        ("zh-Hant", "骨", "NotoSansCJKtc"),
        ("zh-HK", "骨", "NotoSansCJKhk"),
        ("zh-Hant-MO", "骨", "NotoSansCJKhk"),
        ("ja", "骨", "NotoSansCJKjp"),
        ("ko-KR", "骨", "NotoSansCJKkr"),
        ("en", "Zażółć Ελλάς Мир", "NotoSans"),
        ("ar", "وصف", "NotoSansArabic"),
        ("th", "งาน", "NotoSansThai"),
        ("hi", "काम", "NotoSansDevanagari"),
    ],
)
def test_a_language_is_set_in_its_own_face(language: str, words: str, face: str) -> None:
    only = replace(document(language=language), blocks=(Title(words),), head=((words,), ""), page=words)
    assert faces(pdf(only)) == {face}


def test_what_a_face_lacks_comes_from_another_and_costs_little() -> None:
    plain, mixed = (Paragraph(("客户经理" * 20 + words,)) for words in ("", "한국 𠮷 Łódź 😀 ✔"))
    assert {"NotoSansSC", "NotoSansCJKsc", "NotoSans", "NotoEmoji"} <= faces(pdf(document(mixed)))
    assert len(pdf(document(mixed))) < len(pdf(document(plain))) + 20_000


@pytest.mark.parametrize("language", ["ja", "en"])
def test_strong_words_have_a_weight_of_their_own(language: str) -> None:
    bare = replace(document(language=language), blocks=(), head=(("a",), ""))
    line: Spans = ("客户 a", Run("客户 a", strong=True))
    plain, strong = (
        tool("pdffonts", pdf(replace(bare, blocks=(Paragraph(spans),)))) for spans in (line[:1], line)
    )
    assert len(strong.splitlines()) > len(plain.splitlines())


def test_strong_words_are_drawn_heavier_where_there_is_one_weight() -> None:
    plain, strong = (
        drawing(pdf(replace(document(), blocks=(Paragraph((span,)),))))
        for span in ("重点", Run("重点", strong=True))
    )
    assert b"BT 2 Tr" not in plain
    assert b"BT 2 Tr" in strong


def drawing(made: bytes) -> bytes:
    """What is drawn on the pages, unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL)
    unpacked = []
    for stream in streams:
        with suppress(zlib.error):
            unpacked.append(zlib.decompress(stream))
    return b"".join(unpacked)


def test_the_same_document_gives_the_same_bytes_in_every_process() -> None:
    script = "import hashlib, test_pdf as t; print(hashlib.sha256(t.pdf(t.typical())).hexdigest())"
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    other = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": path, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert other.stdout.strip() == hashlib.sha256(pdf(typical())).hexdigest()


def test_threads_may_print_at_once() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(lambda _: pdf(typical()), range(8)))) == 1


def test_the_first_page_is_a_picture() -> None:
    made = picture(png(typical()))
    assert (made.kind, made.width, made.height) == ("png", 794, 1123)


def test_a_date_is_a_date() -> None:
    for wrong in ("", "soon", "2026-13-01"):
        with pytest.raises(ValueError):  # noqa: PT011 - int's words or calendar's
            pdf(replace(document(), date=wrong))


# the page


def test_every_word_can_be_read() -> None:
    line: Spans = (
        "文字",
        Run("醒目", strong=True),
        Mark("建议稿", "t"),
        Control("a", "a", "填好的"),
        Control("b", "b", "x", "", "choice", (("x", "选中"),)),
    )
    blocks: tuple[Block, ...] = (
        Heading(("一级", *line)),
        Heading(("二级",), 2),
        *(Paragraph(line, style) for style in ("body", "note", "small")),
        *(Listing((line, ("第二",)), marker) for marker in ("bullet", "number", "tick", "cross")),
        Facts(((("标签",), line), (("宽的",), line), (("末尾",), line)), frozenset({1})),
        Table((Column(("列甲",), 1), Column(("列乙",), 2, "right")), ((line, ("值",)),), "表", tall=True),
        Signatures(("任职人", "上级"), ("签字", "日期")),
    )
    (text,) = texts(pdf(document(*blocks)))
    whole = "文字醒目建议稿填好的选中"
    assert text.count(whole) == 12
    for words in (
        "岗位说明书",
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
        "第1页，共1页",
        "云州公司",
        "RM-01·第1.0版",
    ):
        assert words in text


def test_the_head_row_is_on_every_page_and_no_row_is_split() -> None:
    rows = tuple(((f"甲{at}始" + "字" * 90 + f"甲{at}末",), (f"乙{at}",)) for at in range(60))
    made = texts(pdf(document(Table((Column(("表头",), 1), Column(("另一",), 1)), rows, "长表"))))
    assert len(made) > 2
    assert all("表头" in page and f"第{at}页，共{len(made)}页" in page for at, page in enumerate(made, 1))
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


def test_what_is_empty_can_be_filled_in() -> None:
    choices = (("1", "全职"), ("2", "兼职"))
    controls = (
        Control("a", "a", hint="提示"),
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
    assert "提示" not in text
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


@pytest.mark.parametrize("content", [png_bytes(30, 10), png_bytes(10, 300), png_bytes(900, 1), JPEG])
def test_a_logo_stands_in_the_head(content: bytes) -> None:
    made = pdf(replace(document(), logo=picture(content)))
    assert b"/Subtype/Image" in made.replace(b" ", b"")
    assert "云州公司" in texts(made)[0]


def test_a_damaged_logo_is_told() -> None:
    content = png_bytes(30, 10)
    at = content.index(b"IDAT") + 8
    with pytest.raises(NotAPicture):
        pdf(replace(document(), logo=picture(content[:at] + b"????" + content[at + 4 :])))


# text is text

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
