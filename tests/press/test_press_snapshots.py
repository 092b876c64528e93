"""A document as its programs get it: the parts of a Word file, the data for Typst."""

import json
from typing import Any

import pytest
from lxml import etree
from sample import DOCUMENT
from wordparts import parts_of

from coursewright.press import pdf
from coursewright.press.word.package import word
from snapshots import assert_kept


def test_the_parts_of_a_word_file() -> None:
    """All but the theme, which is Word's own."""
    made = {
        name: etree.tostring(etree.fromstring(content), pretty_print=True, encoding="unicode")
        for name, content in parts_of(word(DOCUMENT)).items()
        if "theme" not in name
    }
    assert_kept("press/word", made)


def test_the_data_of_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}

    def typeset(program: bytes, data: dict[str, Any], **options: str) -> list[bytes]:
        given.update({"options": options, "data": data})
        return [b""]

    monkeypatch.setattr(pdf, "typeset", typeset)
    pdf.pdf(DOCUMENT)
    assert_kept("press/pdf", {"document.json": json.dumps(given, ensure_ascii=False, indent=1) + "\n"})
