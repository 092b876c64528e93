"""Places to fill in: what is in them, and what comes back from a filled document."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from sample import BLOCKS, DOCUMENT, LOOK, document
from wordparts import W, edited, parts_of, root_of, text_of, value, zipped

from coursewright.press.document import (
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Signatures,
    Table,
    Title,
)
from coursewright.press.line import Control, Mark, Run, Spans
from coursewright.press.picture import Picture
from coursewright.press.word.package import controls, word
from coursewright.press.word.span import clean

pytest_plugins = ["word_fixtures"]


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
    root = root_of(word(document(Paragraph((Control("a", "A", "1"), Control("a", "A", "2"))))))
    assert len({value(id) for id in root.iter(f"{W}id")}) == 2


def test_a_key_that_word_would_refuse_is_our_mistake() -> None:
    word(document(Paragraph((Control("k" * 64, "t" * 99),))))
    with pytest.raises(AssertionError):
        word(document(Paragraph((Control("k" * 65, "A"),))))


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
    raw = word(document(Paragraph((Control("d", "D", "2026-02-30", kind="date"),))))
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
        Control("a", third, text),
        Control("b", text, ""),
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
    fields = [Control(key, key, given) for key, given in values.items()]
    raw = word(document(Paragraph((*fields, Control("z", "date", date, kind="date")))))
    assert controls(raw) == [*((key, clean(given)) for key, given in values.items()), ("z", date)]


def test_a_single_field_cannot_be_deleted_and_a_row_can() -> None:
    root = root_of(word(document(Paragraph((Control("a", "A", "1", fixed=True), Control("b", "B", "2"))))))
    locked = {value(each.find(f"{W}tag")): each.find(f"{W}lock") for each in root.iter(f"{W}sdtPr")}
    assert (lock := locked["a"]) is not None
    assert value(lock) == "sdtLocked"
    assert locked["b"] is None


def test_a_mark_can_be_settled_by_choosing() -> None:
    raw = word(document(Paragraph(("x", Mark("Proposal", "not said", "confirm.x", "Confirmed")))))
    assert controls(raw) == [("confirm.x", "open")]
    assert controls(edited(raw, refilled("confirm.x", "<w:r><w:t>Confirmed</w:t></w:r>"))) == [
        ("confirm.x", "settled")
    ]


def test_what_is_empty_prints_no_words() -> None:
    raw = word(document(Paragraph((Control("a", "Name"), Control("d", "Day", kind="date")))))
    shown = "".join(text.text or "" for text in root_of(raw).iter(f"{W}t"))
    assert shown.replace("园丁岗位说明书", "").strip("\u2003\u3000 年月日园丁") == ""


def test_a_date_that_was_typed_over_is_what_was_typed() -> None:
    raw = word(document(Paragraph((Control("d", "D", "2026-11-23", kind="date"),))))
    assert controls(edited(raw, refilled("d", "<w:r><w:t>2027年1月5日</w:t></w:r>"))) == [
        ("d", "2027年1月5日")
    ]
