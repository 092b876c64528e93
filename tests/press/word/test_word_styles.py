"""The styles of a Word file: languages, fonts, headings, colours."""

import re
from dataclasses import replace

import pytest
from sample import DOCUMENT, LOOK
from wordparts import W, parts_of, root_of, styles_of, value

from coursewright.press.picture import Picture
from coursewright.press.word.package import word
from pictures import png

PIXEL = png(1, 1)

pytest_plugins = ["word_fixtures"]


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


@pytest.mark.parametrize(("language", "found"), [("ar", True), ("he", True), ("en", False), ("zh-CN", False)])
def test_text_pages_and_tables_begin_at_the_right_where_the_language_does(language: str, found: bool) -> None:
    raw = word(replace(DOCUMENT, language=language))
    defaults = root_of(raw, "word/styles.xml").find(f"{W}docDefaults")
    body = root_of(raw)
    assert defaults is not None
    marks = (defaults.find(f".//{W}rtl"), defaults.find(f".//{W}bidi"), body.find(f".//{W}sectPr/{W}bidi"))
    assert [mark is not None for mark in marks] == [found] * 3
    tables = list(body.iter(f"{W}tblPr"))
    assert [table.find(f"{W}bidiVisual") is not None for table in tables] == [found] * len(tables)


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
