"""A record that is brought in from a file: what was new is said, what is none of ours changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from dashboards import LEVELS, MY, chapter_bar
from learners import NOW, bring, learner_record
from output import Built
from playwright.sync_api import expect
from quizzing import SAY
from visitors import Visitor

pytest_plugins = ["site_fixtures"]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("{", "This file is not a learning record that we can read. Nothing was changed."),
        (
            '{"version": 9, "drawers": {}}',
            "This file is of a newer version of this site. Nothing was changed: load this page anew and try "
            "again.",
        ),
        (
            '{"version": 2, "course": "<b>x</b>", "drawers": {}}',
            "This file is of another course, {course}. Nothing was changed.",
        ),
    ],
)
def test_file_that_is_none_of_ours_changes_nothing(
    file: str, said: str, visitor: Visitor, tmp_path: Path
) -> None:
    (tmp_path / "record.json").write_text(file, encoding="utf-8")
    page = visitor.open(MY)
    page.locator("cw-record summary").click()
    before = page.evaluate("JSON.stringify(localStorage)")
    page.locator("cw-record input[type=file]").set_input_files(tmp_path / "record.json")

    expect(page.locator("cw-record [role=status]")).to_have_text(SAY(said).format(course="<b>x</b>"))
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_import_says_how_much_was_new_and_twice_that_nothing_was(
    visitor: Visitor, built: Built, tmp_path: Path
) -> None:
    page = visitor.open(MY)
    record = learner_record(built)
    answers, results = (
        sum(len(entry["tries"]) for entry in record[name].values()) for name in ("items", "quizzes")
    )
    bring(page, record, tmp_path)
    said = page.locator("cw-record [role=status]")
    expect(said).to_contain_text(f"新增作答 {answers} 次，测验和考试成绩 {results} 次")
    before = chapter_bar(page, 1).inner_text()
    bring(page, record, tmp_path)
    expect(said).to_contain_text("新增作答 0 次")

    assert chapter_bar(page, 1).inner_text() == before


def test_record_that_finds_no_room_is_said(visitor: Visitor, built: Built, tmp_path: Path) -> None:
    page = visitor.open(MY)
    page.evaluate("localStorage.setItem('of others', 'x'.repeat(5 * 1024 * 1024 - 200))")
    bring(page, learner_record(built), tmp_path)

    expect(page.locator("cw-record [role=status]")).to_contain_text(
        SAY("But this browser has no room for it or keeps nothing: it is lost when you leave.")
    )
    expect(page.locator("cw-dashboard .cw-warn")).to_be_visible()


def test_text_of_others_in_a_record_runs_nothing(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open(MY)
    bring(page, _hostile(), tmp_path)
    for address in (MY, LEVELS, "my/transcript/", ""):
        page = visitor.open(address)
        page.wait_for_load_state("networkidle")
        assert page.locator("article :is(img[src='x'], script, b:has-text('bold'))").count() == 0
        assert page.locator("article a[href^='javascript:']").count() == 0

    assert page.evaluate("window.run") is None
    assert visitor.complaints == []
    assert visitor.strangers() == []


def _hostile() -> dict[str, Any]:
    text = "<img src=x onerror='window.run=1'><script>window.run=1</script><b>bold</b>"
    return {
        "items": {text: {"tries": [{"at": 5, "points": 1, "of": 1, "sure": text}], "earlier": 2}},
        "quizzes": {"risk": {"tries": [{"at": 1e300, "points": 1e9, "of": 1}]}},
        "exams": {text: {"tries": [{"at": NOW, "points": 1, "of": 2, "title": text, "passed": text}]}},
        "sections": {text: {"title": text, "url": "javascript:window.run=1", "at": NOW, "read": 1}},
        "levels": {
            text: {"tries": [{"at": 1, "level": 3}]},
            "honesty": {"tries": [{"at": 1e300, "level": 77}]},
        },
        "sheets": {
            "my/transcript": {"at": 1, "fields": {"name": text, "number": text}},
            "my/levels": {"at": 1, "fields": {"role": text}},
        },
    }


def test_impossible_numbers_are_left_out_and_told(visitor: Visitor, tmp_path: Path) -> None:
    record: dict[str, dict[str, Any]] = {
        "items": {"one": {"tries": [{"at": NOW, "points": 1, "of": 1}], "earlier": -7}},
        "quizzes": {
            "risk": {"tries": [{"at": NOW, "points": 50, "of": 1}]},
            "competencies": {"tries": [{"at": NOW, "points": 1e300, "of": 1e-300}]},
        },
        "sheets": {"my/transcript": {"at": NOW, "fields": {"name": {"a": 1}}}},
    }
    page = visitor.open(MY)
    for _ in range(2):
        bring(page, record, tmp_path)
        expect(page.locator("cw-record [role=status]")).to_contain_text("新增作答 0 次，测验和考试成绩 0 次")
        expect(page.locator("cw-record [role=status]")).to_contain_text("有 4 条记录读不出来")
    for address in (MY, "my/transcript/", "", "quizzes/"):
        page = visitor.open(address)
        page.wait_for_load_state("networkidle")
        said = page.locator("article").inner_text()
        assert not any(odd in said for odd in ("5000", "Infinity", "NaN", "[object"))


@pytest.mark.parametrize(
    "file",
    [
        {
            "version": 2,
            "drawers": {
                "sheets": {
                    "version": 1,
                    "entries": {"early-warning": {"at": NOW, "fields": {}, "before": 5}},
                }
            },
        },
        {"version": 1, "sheets": {"early-warning": {"0": "abc"}}},
    ],
)
def test_damaged_sheet_is_told_and_the_sheet_keeps_what_is_typed(
    file: dict[str, Any], visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.open(MY)
    (tmp_path / "record.json").write_text(json.dumps(file), encoding="utf-8")
    page.locator("cw-record summary").click()
    page.locator("cw-record input[type=file]").set_input_files(tmp_path / "record.json")
    expect(page.locator("cw-record [role=status]")).to_contain_text("有 1 条记录读不出来")

    page = visitor.open("toolkits/early-warning/")
    field = page.locator("#sheet :is(input:not([type=checkbox]), textarea)").first
    field.fill("甲公司")
    page.reload()
    expect(field).to_have_value("甲公司")
    assert visitor.complaints == []
