"""Every page fits a phone, at 400 % zoom as well, and what is pressed is large enough for a thumb."""

import pytest
from builders import EVERY_BUILDER
from fitting import too_wide
from kinds import CHAPTER, QUIZ, SECTION
from playwright.sync_api import Page, expect
from visitors import Tourist, Visiting, Visitor

pytest_plugins = ["site_fixtures"]

THUMB = 44
ONLY_CHOICES = "quizzes/competencies/"
_TOO_LOW = """
(targets, least) => targets
  .map((target) => [target, target.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && height > 0 && height < least - 0.5)
  .map(([{ tagName, className, textContent }, { height }]) =>
    `${tagName}.${className} ${textContent.trim().slice(0, 20)}: ${height}`)
"""

_UNSEEN = """
() => {
  const stop = document.activeElement;
  const isHidden = stop.matches("input") && getComputedStyle(stop).opacity === "0";
  const { top, bottom, width } = (isHidden ? stop.nextElementSibling : stop).getBoundingClientRect();
  const note = document.querySelector(".cw-term-note:popover-open")?.getBoundingClientRect();
  const isCovered = note && note.top < bottom - 1 && note.bottom > top + 1;
  const isSeen = width && bottom > 0 && top < innerHeight && !isCovered;
  return isSeen ? "" : `${stop.outerHTML.slice(0, 99)}: ${top} at ${scrollY}`;
}
"""


def test_answered_quiz_is_no_wider_than_a_phone(phone: Visitor) -> None:
    page = phone.open(ONLY_CHOICES)
    page.set_viewport_size({"width": 320, "height": 640})
    page.locator("fieldset.cw-q:visible .cw-o").first.click()
    page.get_by_role("button", name="核对答案").first.click()
    expect(page.locator(".cw-verdict")).to_be_visible()

    assert too_wide(page) == []


@pytest.mark.parametrize(
    "address",
    [
        *("", "my/", "my/levels/", "my/transcript/", "learn/", SECTION, QUIZ),
        *("toolkits/summer-visits/", "roles/", "roles/client-manager/"),
    ],
)
def test_buttons_options_and_fields_suit_a_thumb(address: str, strolling: Tourist) -> None:
    page = strolling.open(address)

    assert _low(page) == []


def test_buttons_of_an_answered_quiz_suit_a_thumb(phone: Visitor) -> None:
    page = phone.open(ONLY_CHOICES)
    page.locator("fieldset.cw-q:visible .cw-o").first.click()
    page.get_by_role("button", name="核对答案").first.click()
    expect(page.locator(".cw-verdict")).to_be_visible()

    assert page.locator(".cw-turn button:visible").count() > 0
    assert _low(page) == []


def test_text_of_a_section_is_at_most_about_forty_characters_wide(visiting: Visiting) -> None:
    page = visiting().open(SECTION)
    paragraph = page.locator(".cw-text p").first
    width, size = paragraph.evaluate(
        "(one) => [one.getBoundingClientRect().width, parseFloat(getComputedStyle(one).fontSize)]"
    )

    assert width / size <= 42


def test_chapter_reads_at_sixteen_pixels_on_a_phone(phone: Visitor) -> None:
    page = phone.open(CHAPTER)

    assert (
        page.locator(".cw-text p").first.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") >= 16
    )


def test_nothing_stays_in_the_way_of_a_window_that_is_nearly_all_header(visitor: Visitor) -> None:
    """400 % of 1280 × 720."""
    page = visitor.open(QUIZ)
    page.set_viewport_size({"width": 320, "height": 180})

    assert page.locator(".md-header, .cw-bar, .cw-turn").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).position)"
    ) == ["relative", "static", "static"]
    picks = visitor.open("roles/").locator("div:has(> .cw-picks)")
    assert picks.evaluate("(one) => getComputedStyle(one).position") == "static"


def test_header_covers_no_stop_of_the_keyboard_on_the_way_back(visitor: Visitor) -> None:
    page = visitor.open(SECTION)
    page.set_viewport_size({"width": 640, "height": 400})
    page.locator("article a").last.focus()
    tops = []
    for _ in range(15):
        page.keyboard.press("Shift+Tab")
        tops.append(page.evaluate("() => document.activeElement.getBoundingClientRect().top"))

    header = page.locator(".md-header").evaluate("(one) => one.getBoundingClientRect().bottom")
    assert header > 0
    assert [top for top in tops if top < header - 1] == []


@EVERY_BUILDER
def test_each_stop_of_the_keyboard_is_seen_in_a_low_window(visitor: Visitor) -> None:
    """400 % of 1280 × 1024. Of a hidden control its label is seen; of a term also its note, beside it."""
    page = visitor.open(SECTION)
    page.set_viewport_size({"width": 320, "height": 256})
    stops = []
    for _ in range(8):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(_UNSEEN))

    assert stops == [""] * 8


def _low(page: Page) -> list[str]:
    targets = (
        "article :is(button, summary, select, .cw-o, .cw-ticks label, .cw-door, a.cw-button, "
        "input[type=text], input[type=search])"
    )
    low: list[str] = page.locator(targets).evaluate_all(_TOO_LOW, THUMB)
    return low
