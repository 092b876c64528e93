"""The marking page in a real browser, opened as a file: by keys alone, and what leaves it comes back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from answered import WRITTEN, Captured, exam, graded, kept, keyed, made, row, rows
from auditing import broken_rules
from playwright.sync_api import Browser, Page, expect
from sessions import NAME

pytest_plugins = ["site_fixtures"]

TEXTS = ("<img src=x onerror=alert(1)> roots", "Roots go down.", "</script><script>alert(2)</script>")


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    course = made(tmp_path)
    own = [row(course, f"00{at}", "A", written=text) for at, text in enumerate(TEXTS, 1)]
    graded(course, capsys, keyed(course, *own))
    assert exam(course, "mark", NAME) == 0
    return course


@pytest.fixture
def page(root: Path, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto((kept(root).folder / "marking/marking.html").as_uri())
    yield page
    context.close()
    assert complaints == []


def test_answers_are_judged_by_keys_and_come_back(root: Path, page: Page) -> None:
    expect(page.get_by_role("status")).to_have_text("0 of 3 judged")
    for key in ("ArrowDown", "1", "Enter", "1", "2", "Enter", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("status")).to_have_text("3 of 3 judged")
    page.reload()
    expect(page.get_by_role("status")).to_have_text("3 of 3 judged")
    with page.expect_download() as saved:
        page.get_by_role("button").click()
    file = root.parent / "saved.json"
    saved.value.save_as(file)
    assert [len(each["met"]) for each in json.loads(file.read_bytes())["judgments"]] == [1, 2, 0]
    assert exam(root, "mark", NAME, str(file), "--marker", "Eve") == 0
    points = rows(root, f"SELECT points FROM responses WHERE item = '{WRITTEN}'")
    assert sorted(points) == [(0.0,), (2.0,), (3.0,)]


def test_an_answer_that_is_not_said_to_be_judged_is_not(page: Page) -> None:
    page.locator("article input").first.check()
    expect(page.get_by_role("status")).to_have_text("0 of 3 judged")


def test_everyone_can_mark(page: Page) -> None:
    assert broken_rules(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
