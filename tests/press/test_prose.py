"""An author's Markdown as blocks, and those blocks in Word and in PDF."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from pdfparts import pages, texts
from sample import document
from wordparts import root_of, styles_of, text_of, value

from coursewright.model.markup import blocks, phrase
from coursewright.press.document import (
    Block,
    Code,
    Column,
    Divider,
    Document,
    Figure,
    Heading,
    Item,
    Listing,
    Paragraph,
    Passage,
    Quotation,
    Table,
    Title,
    lines_of,
)
from coursewright.press.line import Link, Run, said
from coursewright.press.pdf import pdf
from coursewright.press.picture import NotAPicture, picture
from coursewright.press.prose import line, prose
from coursewright.press.word.package import controls, word
from pictures import png

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAN = picture(png(300, 100))
WHOLE = r"""
先说**重点**，再说*着重*，`code` 与~~旧词~~，见[办法](https://example.com/a)和[岗位](role:manager)。硬换行\
第二行

### 小标题

- 外层
  - 里层

    又一段
- 末项

3. 第三
4. 第四

> 引文
>
> - 引文里的项

| 层 | 数 |
| -- | -: |
| 表土 | **12** |

```
if a:
    b  # 注
```

---

![平面图](plan.png)
"""


def made(text: str, **options: object) -> tuple[Block, ...]:
    return prose(blocks(text), **options)  # type: ignore[arg-type]


# blocks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a *b* c", (Paragraph(("a ", Run("b", emphasis=True), " c")),)),
        ("**a *b***", (Paragraph((Run("a ", strong=True), Run("b", strong=True, emphasis=True))),)),
        ("`*a*` ~~b~~", (Paragraph((Run("*a*", code=True), " ", Run("b", struck=True))),)),
        ("[a **b**](role:x)", (Paragraph((Link(("a ", Run("b", strong=True)), "role:x"),)),)),
        ("a\\\nb\nc", (Paragraph(("a\nb c",)),)),
        ("甲\n乙", (Paragraph(("甲乙",)),)),
        ("a\n\nb", (Paragraph(("a",)), Paragraph(("b",)))),
        ("## a\n### b\n###### c", (Heading(("a",), 2), Heading(("b",), 3), Heading(("c",), 3))),
        ("- a\n- b", (Listing((("a",), ("b",))),)),
        ("3) a\n4) b", (Listing((("a",), ("b",)), "number", 3),)),
        ("- a\n  1. b", (Listing((Item(("a",), (Listing((("b",),), "number"),)),)),)),
        ("- a\n\n  b", (Listing((Item(("a",), (Paragraph(("b",)),)),)),)),
        ("-     a", (Listing((Item((), (Code("a"),)),)),)),
        ("-\n- a", (Listing(((), ("a",))),)),
        ("> a\n> > b", (Quotation((Paragraph(("a",)), Quotation((Paragraph(("b",)),)))),)),
        ("```py\na\n  b\n```", (Code("a\n  b"),)),
        ("---", (Divider(),)),
        ("<b>a</b>", (Paragraph(("<b>a</b>",)),)),
        ("", ()),
    ],
)
def test_a_text_is_blocks(text: str, found: tuple[Block, ...]) -> None:
    assert made(text) == found


def test_a_table_has_its_columns_by_their_longest_cell() -> None:
    (table,) = made("| a | b | c |\n|---|:-:|--:|\n| 一二三四五六 | *x* | |\n")
    assert table == Table(
        (Column(("a",), 12), Column(("b",), 6, "center"), Column(("c",), 6, "right")),
        ((("一二三四五六",), (Run("x", emphasis=True),), ()),),
        "a, b, c",
    )


def test_headings_begin_where_the_text_stands() -> None:
    assert made("## a\n### b", level=1) == (Heading(("a",), 1), Heading(("b",), 2))


def test_a_picture_takes_its_own_place() -> None:
    found = made("vor ![Plan](plan.png) nach ![x](y.png)", pictures={"plan.png": PLAN})
    assert found == (Paragraph(("vor",)), Figure(PLAN, "Plan"), Paragraph(("nach x",)))


def test_one_line_is_spans() -> None:
    assert line(phrase("- a *b*")) == ("- a ", Run("b", emphasis=True))
    assert line(phrase("")) == ()


def test_what_no_rule_of_ours_makes_is_refused() -> None:
    with pytest.raises(ValueError, match="html_block"):
        prose(MarkdownIt("commonmark").parse("<b>"))
    with pytest.raises(ValueError, match="html_inline"):
        prose(MarkdownIt("commonmark").parse("a <b>"))


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("[a](https://b.c/d)", "a (https://b.c/d)"),
        ("<https://b.c/中>", "https://b.c/中"),
        ("[a](mailto:x@y.z)", "a (x@y.z)"),
        ("<x@y.z>", "x@y.z"),
        ("[a](role:b)", "a"),
        ("[a](#b)", "a"),
    ],
)
def test_paper_has_the_address_of_what_is_outside(link: str, words: str) -> None:
    assert said(line(phrase(link))) == words


def test_every_line_can_be_had_as_words() -> None:
    found = list(lines_of(made(WHOLE, pictures={"plan.png": PLAN})))
    assert found == [
        "先说重点，再说着重，code 与旧词，见办法 (https://example.com/a)和岗位。硬换行\n第二行",
        *("小标题", "外层", "里层", "又一段", "末项", "第三", "第四", "引文", "引文里的项"),
        *("层", "数", "表土", "12", "if a:\n    b  # 注", "平面图"),
    ]


# on paper


def whole(*, passage: bool = False) -> Document:
    found = made(WHOLE, pictures={"plan.png": PLAN})
    return document(*((Passage("purpose", "目的", found),) if passage else found))


@pytest.mark.parametrize("passage", [False, True])
def test_every_word_is_in_the_pdf(passage: bool) -> None:
    (text,) = texts(pdf(whole(passage=passage)))
    for words in lines_of(whole().blocks):
        if words != "平面图":
            assert re.sub(r"\s", "", words) in text, words
    assert re.search("3.第三4.第四", text)


def test_the_picture_is_in_the_pdf_with_its_words() -> None:
    made = pdf(whole())
    assert b"/Subtype/Image" in made.replace(b" ", b"")
    assert "/Alt" in made.decode("latin-1")
    assert pdf(document(Figure(PLAN, "\0"), Figure(picture(png(9000, 30)), "")))
    at = PLAN.content.index(b"IDAT") + 8
    damaged = replace(PLAN, content=PLAN.content[:at] + b"????" + PLAN.content[at + 4 :])
    with pytest.raises(NotAPicture):
        pdf(document(Listing((Item((), (Figure(damaged, "x"),)),))))


def test_a_line_of_chinese_is_as_long_as_its_characters() -> None:
    """No space where the source ends a line: not in PDF, not in Word."""
    found = made("不要\n打断\n客户")
    assert "不要打断客户" in "".join(texts(pdf(document(*found))))
    assert "不要打断客户" in text_of(root_of(word(document(*found))))


@pytest.mark.parametrize(
    "text",
    [
        "### a\n## b\n#### c",
        "> ## a\n> # b",
        "- # a",
        "- - - - - - - - - - - - a",
        "> > > > > > > > > > | a |\n> > > > > > > > > > |--|",
        "|a|\n|-|\n",
        "- ```\n  \tx\n  ```",
    ],
)
def test_any_nesting_is_an_accessible_pdf_and_a_well_formed_docx(text: str) -> None:
    found = document(*made(text))
    assert pages(pdf(found)) == 1
    etree.fromstring(etree.tostring(root_of(word(found))))


def test_emphasis_is_dots_in_chinese_and_italics_in_latin_script() -> None:
    root = root_of(word(document(*made("*着重 words*"))))
    runs = [(text_of(run), etree.tostring(run).decode()) for run in root.iter(f"{W}r")]
    dotted, latin = (xml for text, xml in runs if text in ("着重", " words"))
    assert 'w:em w:val="underDot"' in dotted
    assert "<w:i/>" not in dotted
    assert "<w:i/>" in latin
    assert "w:em " not in latin


def test_runs_have_their_look_in_word() -> None:
    root = root_of(word(document(*made("**a** `b` ~~c~~"))))
    looks = {text_of(run): etree.tostring(run).decode() for run in root.iter(f"{W}r")}
    assert "<w:b/>" in looks["a"]
    assert 'rStyle w:val="DocumentVerbatim"' in looks["b"]
    assert "<w:strike/>" in looks["c"]


def test_lists_in_lists_are_levels_of_numbering_in_word() -> None:
    raw = word(document(*made("- a\n  - b\n\n    3. c\n- d\n\n1. e")))
    levels = {
        text_of(paragraph): (value(paragraph.find(f".//{W}ilvl")), value(paragraph.find(f".//{W}numId")))
        for paragraph in root_of(raw).iter(f"{W}p")
        if paragraph.find(f".//{W}numPr") is not None
    }
    starts = {
        value(number, "numId"): [
            (value(start, "ilvl"), value(start.find(f"{W}startOverride")))
            for start in number.iter(f"{W}lvlOverride")
        ]
        for number in root_of(raw, "word/numbering.xml").iter(f"{W}num")
    }
    assert set(levels) == {"b", "c", "e"}
    assert (levels["b"][0], levels["c"][0], levels["e"][0]) == ("1", "2", "0")
    assert starts[levels["c"][1]] == [("2", "3")]
    assert starts[levels["e"][1]] == [("0", "1")]
    styles = [
        value(paragraph.find(f"{W}pPr/{W}pStyle"))
        for paragraph in root_of(raw).iter(f"{W}p")
        if text_of(paragraph) in "abcde"
    ]
    assert styles[-5:] == ["ListBullet", "ListBullet", "ListNumber", "ListBullet", "ListNumber"]


def test_what_belongs_to_an_item_stands_below_its_words_in_word() -> None:
    root = root_of(word(document(*made("- a\n\n  b\n\n  > c\n  > - d"))))
    indents = {
        text_of(paragraph): value(paragraph.find(f"{W}pPr/{W}ind"), "left")
        for paragraph in root.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}ind") is not None
    }
    assert indents == {"b": "284", "c": "568", "d": "852"}


def test_quotation_code_and_rule_have_their_styles_in_word() -> None:
    raw = word(whole())
    styles = {
        text_of(paragraph): value(paragraph.find(f"{W}pPr/{W}pStyle"))
        for paragraph in root_of(raw).iter(f"{W}p")
    }
    assert styles["引文"] == "Quote"
    assert styles["if a:    b  # 注"] == "DocumentCode"
    assert styles["小标题"] == "Heading3"
    assert set(styles.values()) <= set(styles_of(raw))


def test_pictures_are_parts_of_the_word_file() -> None:
    second = picture(png(10_000, 10))
    raw = word(document(*made(WHOLE, pictures={"plan.png": PLAN}), Figure(second, 'über "alles"')))
    with ZipFile(BytesIO(raw)) as archive:
        names = archive.namelist()
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        assert len(names) == len(set(names))
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        shown = [blip.get(f"{{{REL}}}embed") for blip in root_of(raw).iter("{*}blip")]
        assert [archive.read(f"word/{targets[key]}") for key in shown] == [PLAN.content, second.content]
    assert [each.get("descr") for each in root_of(raw).iter("{*}docPr")] == ["平面图", 'über "alles"']
    widths = [int(extent.get("cx") or 0) for extent in root_of(raw).iter("{*}extent")]
    assert widths[0] == 300 * 9525
    assert 0 < widths[1] <= 173 * 36_000


REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_passage_is_one_control_around_its_paragraphs() -> None:
    raw = word(whole(passage=True))
    (control,) = (sdt for sdt in root_of(raw)[0] if sdt.tag == f"{W}sdt")
    assert value(control.find(f"{W}sdtPr/{W}tag")) == "purpose"
    assert control.find(f"{W}sdtContent/{W}tbl") is not None
    assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is None
    (_, text) = next(pair for pair in controls(raw) if pair[0] == "purpose")
    expected = " ".join(words for words in lines_of(whole().blocks[1:]) if words != "平面图")
    assert text.split() == expected.split()


def test_an_empty_passage_has_room_to_write_in() -> None:
    empty = document(Passage("purpose", "目的", ()))
    raw = word(empty)
    assert ("purpose", "") in controls(raw)
    assert pages(pdf(empty)) == 1


def test_titles_and_controls_may_stand_among_it() -> None:
    """A Title is no heading of the outline, wherever it stands."""
    assert pdf(replace(document(), blocks=(Heading(("a",), 3), Title("b"), Heading(("c",), 2))))
