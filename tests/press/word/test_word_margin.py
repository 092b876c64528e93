"""What stands above and below the text of a Word file: the logo, the count of pages."""

from dataclasses import replace

from lxml import etree
from sample import DOCUMENT
from wordparts import W, parts_of, root_of, text_of, value

from coursewright.press.picture import Picture
from coursewright.press.word.package import word
from pictures import png

PIXEL = png(1, 1)

pytest_plugins = ["word_fixtures"]


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
