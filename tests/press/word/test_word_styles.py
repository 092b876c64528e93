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
