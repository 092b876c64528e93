"""The fonts of a PDF: a face for every language, a weight for strong words, no more than is shown."""

import re
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
from pdfparts import tool
from sample import document, typical

from coursewright.press.document import Paragraph, Title
from coursewright.press.line import Run, Spans
from coursewright.press.pdf import pdf


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
