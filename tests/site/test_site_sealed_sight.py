"""What a candidate sees on a phone: the title of a part and its question, below the clock that stays."""

import pytest
from playwright.sync_api import Page, expect
from sealed_sitting import Candidates, Published, begin

pytest_plugins = ["site_fixtures", "sealed_rooms"]

SMALL = {"viewport": {"width": 390, "height": 520}}
NOTHING_IS_KEPT = "Object.defineProperty(window, 'indexedDB', { value: undefined })"
BELOW = """() => {
  const side = document.querySelector(".cw-sitting-side").getBoundingClientRect();
  const seen = [...document.querySelectorAll(".cw-exam-part")].find(({ offsetHeight }) => offsetHeight);
  return ["h2", "fieldset.cw-q:not([hidden])"].map(
    (part) => Math.round(seen.querySelector(part).getBoundingClientRect().top - side.bottom));
}"""


def tops(page: Page) -> list[int]:
    """How far below what stays in sight the part's title and the question begin, in pixels."""
    found: list[int] = page.evaluate(BELOW)
    return found


@pytest.mark.parametrize("is_kept", [True, False], ids=["kept", "with an alarm of several lines"])
def test_the_title_of_a_part_is_never_behind_the_clock(
    published: Published, candidates: Candidates, *, is_kept: bool
) -> None:
    page = candidates(published[1], **SMALL).page
    if not is_kept:
        page.add_init_script(NOTHING_IS_KEPT)
    begin(page)
    expect(page.locator(".cw-saved.is-lost")).to_have_count(0 if is_kept else 1)
    for number in range(1, 8):
        expect(page.locator(".cw-turn .cw-place")).to_contain_text(f"第 {number} 题")
        title, question = tops(page)
        assert 0 < title < question < 200, number
        page.locator("button[value=next]").click()
