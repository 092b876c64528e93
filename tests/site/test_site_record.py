"""A learner's record: taken over from the site before, shared by tabs, safe from old ones."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from kinds import QUIZ, SECTION
from learners import bring
from output import Built
from playwright.sync_api import Page, expect
from quizzing import (
    RECORD,
    SAY,
    answer_all,
    button,
    check,
    choose,
    drawer,
    keep,
    press_check,
    questions,
    wake_all,
)
from visitors import Visitor

pytest_plugins = ["site_fixtures"]

TICKS = "#sheet input[type=checkbox]"
TEXTS = "#sheet :is(input[type=text], textarea)"
BEFORE: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "browser" / "record" / "one-key.json").read_text("utf-8")
)
"""What the site that kept everything under one key left in a browser, and what it showed."""
AS_THEN = ("method-135", "summer-visits")
"""Sheets that ask what they asked then. That site named fields by their place, where others may stand now."""


@pytest.fixture
def returning(visitor: Visitor) -> Visitor:
    """Who used the site before this one, and has not yet opened this one."""
    visitor.page.goto("content-security-policy.txt")
    keep(visitor.page, "", BEFORE["kept"])
    return visitor


def test_answers_given_to_the_site_before_still_count(returning: Visitor, built: Built) -> None:
    """Its section was read; its quiz was passed, which counts as long as no item asks something else."""
    state = returning.open("").locator("cw-chapter-state[data-chapter=risk]")
    chapter = next(chapter for chapter in built.site.chapters if chapter.id == "risk")
    is_of_today = all(item.model.edition == 1 for item in built.site.quizzes["risk"].items)

    expect(state).to_have_text(re.compile(rf"\b{1 + is_of_today}/{len(chapter.sections) + 1}\b"))
    assert drawer(returning.page, "items")["entries"].keys() == BEFORE["kept"]["items"].keys()


def test_results_and_visits_of_the_site_before_are_shown(returning: Visitor) -> None:
    expect(returning.open("quizzes/").locator("cw-result[data-quiz=risk]")).to_contain_text("93%")
    expect(returning.page.locator("cw-result[data-quiz=competencies]")).to_contain_text("11%")
    page = returning.open("learn/risk/")
    expect(page.locator('cw-visited[data-section="risk/internal"]')).to_contain_text(SAY("Read already"))
    expect(page.locator('cw-visited[data-section="risk/external"]')).to_be_empty()


@pytest.mark.parametrize("name", AS_THEN)
def test_sheet_filled_in_on_the_site_before_is_as_it_was(name: str, returning: Visitor) -> None:
    shown = BEFORE["shown"]["sheets"][name]
    page = returning.open(f"toolkits/{name}/")

    assert _sheet(page) == shown
    page.reload()
    assert _sheet(page) == shown


def test_what_is_cleared_after_the_takeover_stays_cleared(returning: Visitor) -> None:
    page = returning.open("toolkits/visit-preparation/")
    button(page, "Clear").click()
    button(page, "Clear for good?").click()
    page.reload()

    expect(page.locator(TICKS).first).not_to_be_checked()
    assert _sheet(page)["ticks"] == []
    assert _sheet(page)["texts"] == {}


def test_tab_of_the_site_before_may_go_on(returning: Visitor) -> None:
    home = returning.open("learn/")
    expect(home.locator("cw-result[data-quiz=risk]").first).to_contain_text("93%")
    old = returning.context.new_page()
    old.goto("content-security-policy.txt")
    later = {"score": 15, "total": 15, "passed": True, "at": BEFORE["kept"]["quizzes"]["risk"]["at"] + 9}
    keep(old, "", {**BEFORE["kept"], "quizzes": {"risk": later}})

    expect(home.locator("cw-result[data-quiz=risk]").first).to_contain_text("100%")
    results = drawer(home, "quizzes")["entries"]["risk"]["tries"]
    assert [result["points"] for result in results] == [14, 15]


def test_record_exported_by_the_site_before_is_added_once(visitor: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "learning-record.json"
    file.write_text(json.dumps(BEFORE["kept"]), encoding="utf-8")
    page = visitor.open("learn/")
    page.locator("cw-record summary").click()
    texts = []
    for _ in range(2):
        page.locator("cw-record input[type=file]").set_input_files(file)
        expect(page.locator("cw-record [role=status]")).to_contain_text(SAY("The record was added."))
        texts.append(page.evaluate("JSON.stringify(localStorage)"))

    assert texts[0] == texts[1]
    expect(page.locator("cw-result[data-quiz=risk]").first).to_contain_text("93%")


def test_exported_record_brings_everything_to_another_device(visitor: Visitor, tmp_path: Path) -> None:
    answer_all(visitor.open(QUIZ), wrong=1)
    visitor.open(SECTION)
    page = visitor.open("learn/")
    page.locator("cw-record summary").click()
    with page.expect_download() as download:
        button(page, "Export (JSON)").click()
    download.value.save_as(tmp_path / "record.json")
    before = {name: drawer(page, name) for name in ("items", "quizzes", "sections")}
    button(page, "Delete").click()
    button(page, "Delete everything for good?").click()
    page.locator("cw-record input[type=file]").set_input_files(tmp_path / "record.json")
    expect(page.locator("cw-record [role=status]")).to_contain_text(SAY("The record was added."))

    assert {name: drawer(page, name) for name in before} == before


def test_import_tells_answers_from_results_and_what_it_left_out(visitor: Visitor, tmp_path: Path) -> None:
    def tries(count: int) -> dict[str, Any]:
        return {"tries": [{"at": at + 1, "points": 1, "of": 1} for at in range(count)]}

    page = visitor.open("my/")
    id = "items-without-a-question"
    record: dict[str, dict[str, Any]] = {
        "items": {id: tries(3), "damaged": {"tries": "?"}},
        "quizzes": {"risk": tries(2), "damaged": {}},
        "exams": {"final": tries(1)},
        "levels": {"any": {"tries": [{"at": 1, "level": 2}]}},
    }
    said = page.locator("cw-record [role=status]")
    for answers, results in ((3, 3), (0, 0)):
        bring(page, record, tmp_path)
        expect(said).to_contain_text(
            SAY("New here: answers {answers}, results of quizzes and exams {results}.").format(
                answers=answers, results=results
            )
        )
        expect(said).to_contain_text("有 2 条记录读不出来，没有计入")
    page.locator("cw-dashboard details.cw-how summary").last.click()
    expect(page.locator("cw-dashboard")).to_contain_text("3 次作答")


def test_every_try_is_kept_with_its_response(visitor: Visitor) -> None:
    page = visitor.open("quizzes/competencies/")
    question = page.locator(f"#{questions(page).nth(0).get_attribute('id')}")
    check(question, wrong=True)
    page.evaluate("(key) => localStorage.removeItem(key)", f"{RECORD}:draft")
    page.reload()
    check(question)
    (entry,) = drawer(page, "items")["entries"].values()
    chosen = question.locator("input:checked").evaluate_all("(all) => all.map(({ value }) => value)")

    assert [one["points"] < one["of"] for one in entry["tries"]] == [True, False]
    assert sorted(entry["tries"][1]["response"]) == sorted(chosen)


def test_record_that_cannot_be_read_is_told_of(visitor: Visitor) -> None:
    page = visitor.open("")
    expect(page.locator("cw-progress .cw-warn")).to_have_count(0)
    page.evaluate("(key) => localStorage.setItem(key, '{')", f"{RECORD}:sections")
    page.reload()

    expect(page.locator("cw-progress .cw-warn")).to_contain_text("读不出来")


def test_two_tabs_lose_nothing_of_each_other(visitor: Visitor) -> None:
    page = visitor.open("toolkits/visit-preparation/")
    other = visitor.context.new_page()
    other.goto("toolkits/visit-preparation/")
    expect(button(other, "Clear")).to_be_visible()
    page.locator(TICKS).nth(0).check()
    other.locator(TICKS).nth(1).check()
    page.locator(TEXTS).first.fill("甲")
    page.locator(TEXTS).first.blur()
    page.reload()

    expect(page.locator(TICKS).nth(1)).to_be_checked()
    assert _sheet(page)["ticks"] == [0, 1]
    assert _sheet(page)["texts"] == {"0": "甲"}


def test_an_answer_in_one_tab_stands_in_the_other(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    other = visitor.context.new_page()
    other.goto(QUIZ)
    wake_all(other)
    asked = questions(page).first
    choose(asked)
    same = other.locator(f"#{asked.get_attribute('id')}")
    expect(same.locator("button[value=check]")).to_have_attribute("aria-disabled", "false")
    press_check(asked)

    expect(same.locator(".cw-verdict")).to_be_visible()
    expect(other.locator(".cw-bar-text")).to_contain_text("1 /")
    assert len(drawer(page, "items")["entries"]) == 1


def test_old_tab_leaves_a_newer_drawer_alone_and_loses_nothing(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    check(questions(page).nth(0))
    newer = {"version": 99, "entries": {"what": "a later site knows"}}
    keep(page, ":items", newer)
    check(questions(page).nth(1))
    total = questions(page).count()
    for at in range(2, total):
        check(questions(page).nth(at))

    expect(page.locator(".cw-outcome .cw-score")).to_contain_text(f"{total} / {total}")
    assert drawer(page, "items") == newer
    assert len(drawer(page, "items:1")["entries"]) == total - 1
    assert len(drawer(page, "quizzes")["entries"]["risk"]["tries"]) == 1
    assert visitor.complaints == []


def test_sheet_works_where_storage_is_denied(visitor: Visitor) -> None:
    denied = (
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    visitor.page.add_init_script(denied)
    page = visitor.page
    page.goto("toolkits/visit-preparation/")
    expect(button(page, "Clear")).to_be_visible()
    page.locator(TICKS).first.check()
    page.locator(TEXTS).first.fill("甲")
    button(page, "Clear").click()
    button(page, "Clear for good?").click()

    expect(page.locator(TICKS).first).not_to_be_checked()
    assert visitor.complaints == []


def test_catalogue_that_could_not_be_had_is_asked_for_again(visitor: Visitor) -> None:
    answer_all(visitor.open(QUIZ))
    visitor.page.route("**/catalogue.json", lambda route: route.fulfill(status=503))
    page = visitor.open("")
    page.wait_for_load_state("networkidle")
    expect(page.locator("cw-chapter-state progress")).to_have_count(0)
    visitor.page.unroute("**/catalogue.json")
    other = visitor.context.new_page()
    other.goto("toolkits/")
    keep(other, ":sections", {"version": 1, "entries": {}})

    expect(page.locator("cw-chapter-state progress").first).to_be_visible()


def _sheet(page: Page) -> dict[str, Any]:
    """What is ticked and written on a sheet, by the order of its fields."""
    expect(button(page, "Clear")).to_be_visible()
    ticked = page.locator(TICKS).evaluate_all(
        "(all) => all.flatMap(({ checked }, at) => (checked ? [at] : []))"
    )
    values = page.locator(TEXTS).evaluate_all("(all) => all.map(({ value }) => value)")
    texts = {str(at): value for at, value in enumerate(values) if value}
    return {"ticks": ticked, "texts": texts, "of": [page.locator(TICKS).count(), len(values)]}


def _right(bar: str) -> Any:
    """How many items of a chapter are mastered, as its bar says."""
    return re.findall(r"(\d+)/", bar)[0]
