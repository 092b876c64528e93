"""The bank for trainers in a browser: a table that shows what was asked for, and says how much that is."""

from kinds import BANK
from playwright.sync_api import expect
from visitors import Visitor

pytest_plugins = ["site_fixtures"]

ROWS = "#bank-items tr"


def test_items_are_filtered_by_level_and_text_and_counted(visitor: Visitor) -> None:
    page = visitor.open(BANK)
    total = page.locator(ROWS).count()
    page.locator("select[name=level]").select_option("analyse")
    levels = page.locator(f"{ROWS}:visible").evaluate_all("rows => rows.map((row) => row.dataset.level)")
    assert 0 < len(levels) < total
    assert set(levels) == {"analyse"}
    expect(page.locator(".cw-count")).to_contain_text(str(len(levels)))
    first = page.locator(f"{ROWS}:visible code").first.inner_text()
    page.locator("input[name=text]").fill(first)
    expect(page.locator(f"{ROWS}:visible")).to_have_count(1)


def test_what_was_asked_for_is_kept_in_the_address(visitor: Visitor) -> None:
    page = visitor.open(BANK)
    page.locator("select[name=level]").select_option("analyse")
    shown = page.locator(f"{ROWS}:visible").count()
    page.reload()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(shown)


_LINES = """() => [...document.querySelectorAll(".cw-stack tbody tr")]
  .filter((row) => !row.closest("details"))
  .map((row) => [row, ...row.children]
    .filter((each) => parseFloat(getComputedStyle(each).borderBottomWidth) > 0)
    .map((each) => Math.round(each.getBoundingClientRect().width)))"""


def test_lines_between_rows_are_of_one_length_on_a_phone(phone: Visitor) -> None:
    """What stands at the head of a row has no line of its own, which would be as long as its words."""
    lines = phone.open(BANK).evaluate(_LINES)
    assert len(lines) > 1
    assert all(len(line) == 1 for line in lines)
    assert len({line[0] for line in lines}) == 1
