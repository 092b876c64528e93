"""A sealed exam as one file, opened from a folder without a server, and what comes back of it."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sessions import NAME, session

from coursewright.commands.main import run
from coursewright.exams.sealing.opening import opened
from coursewright.exams.sitting import Holder
from coursewright.exams.store import get

pytest_plugins = ["site_fixtures"]
HTTP = "http"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sealed") / "course"
    session(root)
    options = ["--spare", "2", "--by", "Ann", "--course", str(root)]
    assert run(["exam", "publish", NAME, *options]) == 0
    return root


def code_of(course: Path, number: str) -> str:
    codes = json.loads((course / "private/sessions" / NAME / "web/codes.json").read_bytes())["codes"]
    return next(str(code) for code, one in codes.items() if one["admitted"][0]["number"] == number)


@pytest.fixture
def page(chromium: Browser) -> Page:
    page = chromium.new_context(accept_downloads=True).new_page()
    page.set_default_timeout(15_000)
    return page


def test_one_file_is_sat_and_what_it_gives_back_is_a_sitting(
    course: Path, page: Page, tmp_path: Path
) -> None:
    errors: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    file = tmp_path / "exam.html"
    shutil.copy2(course / "private/sessions" / NAME / "web" / f"{NAME}.html", file)
    page.goto(file.as_uri())
    page.locator("cw-sealed input").fill(code_of(course, "spare-01").lower().replace("-", " "))
    page.keyboard.press("Enter")
    page.locator("button[value=begin]").click()
    expect(page.locator(".cw-is-it [role=status]")).not_to_be_empty()
    expect(page.locator("fieldset.cw-q")).to_have_count(0)
    page.locator("#cw-holder-name").fill(" Cleo  <b>Cedar</b> ")
    page.locator("#cw-holder-number").fill("1003")
    page.locator("button[value=begin]").click()
    expect(page.locator("fieldset.cw-q")).to_have_count(11)
    page.locator("#q-q1 input").first.check()
    page.locator("#q-q4 input").first.fill("humus")
    page.locator("button[value=export]").click()
    with page.expect_download() as download:
        page.locator("button[value=download]").click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)
    found = opened([kept], get(course, NAME))
    assert [each.code for each in found.problems] == ["CW1317"]
    (sitting,) = found.sittings
    questions = get(course, NAME).session.forms[0].questions
    assert (sitting.candidate, sitting.form) == ("spare-01", "A")
    assert sitting.holder == Holder("1003", "Cleo <b>Cedar</b>")
    assert sitting.answers.keys() == {questions[0].item, questions[3].item}
    assert sitting.answers[questions[0].item] == [questions[0].entries[0]]
    assert kept.name == f"{NAME}-spare-01-A-{sitting.origin.receipt[:8]}.cwr"
    page.locator("dialog button[value=close]").click()
    page.reload()
    page.locator("cw-sealed input").fill(code_of(course, "spare-01"))
    page.keyboard.press("Enter")
    expect(page.locator(".cw-is-it")).to_contain_text("Cleo <b>Cedar</b>")
    page.locator("button[value=begin]").click()
    page.locator("button[value=submit]:visible").first.click()
    page.locator("dialog button[value=sure]").click()
    expect(page.locator(".cw-receipt")).to_contain_text("Cleo <b>Cedar</b> (1003, spare-01)")
    assert errors == []
    assert [url for url in asked if url.startswith(HTTP)] == []


def test_a_wrong_code_opens_nothing(course: Path, page: Page) -> None:
    page.goto((course / "private/sessions" / NAME / "web" / f"{NAME}.html").as_uri())
    right = code_of(course, "spare-02")
    page.locator("cw-sealed input").fill(right[:-1] + ("2" if right[-1] != "2" else "3"))
    page.keyboard.press("Enter")
    expect(page.locator("cw-sealed [role=alert], cw-sealed [role=status]").first).not_to_be_empty()
    expect(page.locator("fieldset.cw-q")).to_have_count(0)
    assert page.locator("button[value=begin]").count() == 0
