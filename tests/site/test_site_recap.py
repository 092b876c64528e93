"""A chapter's summary prints on one sheet of A4, and nothing but itself."""

import re

import pytest
from builders import EVERY_BUILDER
from fitting import too_wide
from kinds import CHAPTERS
from output import Built
from playwright.sync_api import expect
from visitors import Tourist

pytest_plugins = ["site_fixtures"]

A4 = (595, 842)


def test_every_chapter_has_one_and_is_tested(built: Built) -> None:
    assert [chapter.id for chapter in built.site.chapters if chapter.model.recap] == [*CHAPTERS]


@EVERY_BUILDER
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_it_prints_on_one_sheet(chapter: str, tourist: Tourist) -> None:
    pdf = tourist.open(f"learn/{chapter}/recap/").pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert [(round(float(width)), round(float(height))) for width, height in boxes] == [A4]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_it_leaves_room_for_other_fonts(chapter: str, tourist: Tourist) -> None:
    """A sheet is 264 mm high within its margins, 998 px; what is set takes a tenth less."""
    page = tourist.open(f"learn/{chapter}/recap/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 665, "height": 900})
    try:
        height = page.locator(".md-content__inner").evaluate("(one) => one.scrollHeight")
    finally:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(media="screen")
    assert height < 960


def test_it_prints_nothing_but_itself(tourist: Tourist) -> None:
    page = tourist.open("learn/risk/recap/")
    expect(page.locator("cw-print button")).to_be_visible()
    page.emulate_media(media="print")
    assert (
        page.locator(".md-header, .md-tabs, .md-sidebar, .md-footer, article button:visible")
        .locator("visible=true")
        .count()
        == 0
    )
    expect(page.locator(".cw-recap-head")).to_be_visible()
    page.emulate_media(media="screen")


def test_its_button_prints(tourist: Tourist) -> None:
    page = tourist.open("learn/risk/recap/")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.locator("cw-print button").click()
    assert page.evaluate("window.printed") is True


@pytest.mark.parametrize("address", ["learn/risk/recap/", "guides/coverage/"])
def test_it_is_no_wider_than_a_phone(address: str, strolling: Tourist) -> None:
    assert too_wide(strolling.open(address)) == []


def test_a_topic_and_an_objective_have_anchors(tourist: Tourist) -> None:
    page = tourist.open("guides/coverage/#t-6.3")
    expect(page.locator("[id='t-6.3']")).to_be_in_viewport()
    page.locator("[id='o-risk/internal/tell-apart'] summary, [id^='o-risk/'] summary").first.click()
    expect(page.locator("details.cw-ids[open] a").first).to_be_visible()
