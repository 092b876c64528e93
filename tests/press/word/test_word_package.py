"""Documents as Word files: the package, its properties and its settings."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from sample import DOCUMENT
from wordparts import W, parts_of, root_of, value

from coursewright.press.picture import Picture
from coursewright.press.word.package import word
from coursewright.press.word.stock import own_stock
from pictures import png

PIXEL = png(1, 1)

pytest_plugins = ["word_fixtures"]


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
        name for name in parts if "thumbnail" in name or "customXml" in name or name == "docProps/app.xml"
    ]
    assert not [name for name, content in parts.items() if b"python-docx" in content]


@pytest.mark.parametrize("now", [0, 300_000_000, 2**33])
def test_no_clock_keeps_a_document_from_being_made(
    raw: bytes, now: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ZIP has no date before 1980, and a machine without a battery begins in 1970."""
    own_stock.cache_clear()
    monkeypatch.setattr("time.time", lambda: now)
    assert word(DOCUMENT) == raw


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
