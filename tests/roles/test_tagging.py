"""A template whose tags a program dropped: every value lands where it was filled in."""

import pytest
from garden import Garden, codes, data, rows
from lxml import etree
from test_whose_template import BLANK
from wordhand import Change, choose, copy_row, delete_row, drop_tags, fill, hand
from wordparts import W

from coursewright.press.word.package import word
from coursewright.roles.documents import blank_document
from coursewright.roles.stationery import Stationery
from trees import ENGLISH

pytest_plugins = ["garden_fixtures"]

FILLED: tuple[Change, ...] = (
    *BLANK,
    fill("kpis.1.name", "Rows"),
    fill("kpis.1.formula", "Rows a day"),
    fill("kpis.1.weight", "100"),
    choose("kpis.1.period", "quarter"),
    fill("kpis.1.data", "The book"),
    fill("preferred.7.text", "Patient"),
    fill("external.2.partner", "Shop"),
    fill("external.2.purpose", "Seeds"),
    fill("redlines.5", "No poison"),
    fill("document.revisions.1.version", "1.0"),
    fill("document.revisions.1.date", "2026-01-31"),
    fill("document.revisions.1.change", "First"),
)
"""The first and the last of rows that look alike, and one between."""


def drop_kinds(root: etree._Element) -> None:
    """As LibreOffice 7.4 saves choices and dates, without titles, and what is empty, full of spaces."""
    for properties in root.iter(f"{W}sdtPr"):
        if properties.find(f"{W}text") is None:
            for title in properties.findall(f"{W}alias"):
                properties.remove(title)
        for blank in properties.findall(f"{W}showingPlcHdr"):
            properties.remove(blank)


@pytest.mark.parametrize(
    "changes",
    [
        (),
        (delete_row("duties.3.text"), delete_row("duties.8.text"), delete_row("kpis.2.name")),
        (copy_row("duties.1.text"), fill("duties.1.text", "Writes", 1), fill("duties.8.text", "Keeps")),
        (copy_row("kpis.5.name"), fill("kpis.5.name", "Last", 1), fill("kpis.3.target", "9")),
    ],
    ids=["as it is", "rows less", "a row more", "a row more at the end"],
)
def test_a_filled_blank_template_without_tags_says_the_same(
    garden: Garden, changes: tuple[Change, ...]
) -> None:
    blank = hand(word(blank_document(Stationery(garden.site, ENGLISH)).document), *FILLED, *changes)
    with_tags = garden.back(blank, "sower")
    done = garden.back(hand(blank, drop_tags, drop_kinds), "sower")

    assert data(done) == data(with_tags)
    assert codes(done) == codes(with_tags) == []


def test_a_row_that_was_copied_and_one_that_was_deleted_are_those(garden: Garden) -> None:
    changes = (
        delete_row("duties.2.text"),
        copy_row("duties.3.text"),
        fill("duties.3.text", "Keeps bees", 1),
        choose("competencies.sowing.level", "4"),
    )
    raw = garden.printed(*changes)
    done, tagged = (
        garden.back(hand(each, *more)) for each, more in ((raw, (drop_tags, drop_kinds)), (raw, ()))
    )

    assert data(done) == data(tagged)
    assert [each["text"] for each in rows(done, "duties")] == [
        "Digs the **beds**",
        "Plans the year",
        "Keeps bees",
    ]
