"""A transcript says for paper what the record says, whose it is, what it proves; it keeps no name unasked."""

import re
from pathlib import Path

import pytest
from kinds import QUIZ
from learners import NOW, bring, learner_record
from output import Built
from pdfparts import texts
from playwright.sync_api import Locator, Page, expect
from quizzing import RECORD, SAY, answer_all, button
from visitors import Visitor

pytest_plugins = ["site_fixtures"]

TRANSCRIPT = "my/transcript/"
NAME, NUMBER = "林晓", "00731"


def table(page: Page, heading: str) -> Locator:
    return page.locator("cw-transcript section").filter(
        has=page.get_by_role("heading", name=SAY(heading), exact=True)
    )


def fill(page: Page) -> None:
    page.get_by_label(SAY("Name"), exact=True).fill(NAME)
    page.get_by_label(SAY("Employee number"), exact=True).fill(NUMBER)


def test_results_by_real_clicks_stand_in_it(visitor: Visitor, built: Built) -> None:
    total = answer_all(visitor.open(QUIZ), wrong=2)
    page = visitor.open(TRANSCRIPT)
    quiz = built.site.quizzes["risk"]
    row = table(page, "Practice quizzes").locator("tbody tr", has_text=quiz.model.title)

    expect(row).to_contain_text(f"{quiz.model.cut}%")
    expect(row).to_contain_text(SAY("Passed"))
    expect(row.locator("td").nth(1)).to_have_text(re.compile(r"^\d+%（\d{4}年\d+月\d+日）$"))
    chapters = table(page, "By chapter").locator("tbody tr")
    expect(chapters).to_have_count(len(built.site.chapters))
    expect(chapters.nth(5)).to_contain_text(f"{total} / ")
    expect(table(page, "Practice quizzes").locator("tbody tr")).to_have_count(len(built.site.quizzes))
    expect(table(page, "Mock exams")).to_have_count(0)
    expect(table(page, "Own judgement of competencies")).to_have_count(0)
    assert visitor.complaints == []


def test_empty_one_says_so(visitor: Visitor) -> None:
    page = visitor.open(TRANSCRIPT)
    expect(page.locator("cw-transcript")).to_contain_text(
        SAY("There is no learning record on this device yet: the transcript is empty.")
    )
    expect(page.locator("article")).to_contain_text(
        SAY(
            "The record is kept on the learner’s device, unsealed, and can be edited. This is no "
            "certificate; what an employer relies on is an examination under supervision."
        )
    )


def test_name_is_kept_only_when_asked_and_forgotten_when_no_longer_wanted(visitor: Visitor) -> None:
    page = visitor.open(TRANSCRIPT)
    kept = f"localStorage.getItem('{RECORD}:sheets') ?? ''"
    fill(page)
    page.get_by_label(SAY("Name"), exact=True).blur()
    expect(page.locator("cw-transcript dl")).to_contain_text(NAME)
    assert NAME not in page.evaluate(kept)
    page.reload()
    expect(page.get_by_label(SAY("Name"), exact=True)).to_have_value("")

    fill(page)
    remember = page.locator("cw-transcript input[type=checkbox]")
    remember.check()
    page.reload()
    expect(page.get_by_label(SAY("Name"), exact=True)).to_have_value(NAME)
    expect(page.locator("cw-transcript dl")).to_contain_text(NUMBER)
    remember.uncheck()
    assert NAME not in page.evaluate(kept)
    assert NUMBER not in page.evaluate(kept)


def test_print_asks_the_browser(visitor: Visitor) -> None:
    visitor.page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; };")
    page = visitor.open(TRANSCRIPT)
    fill(page)
    button(page, "Print, or save as PDF").click()
    page.get_by_label(SAY("Name"), exact=True).press("Enter")

    assert page.evaluate("window.printed") == 1
    expect(page).to_have_url(re.compile("my/transcript/$"))


def test_on_paper_it_is_whole_with_the_heads_of_its_tables_and_no_form(
    visitor: Visitor, built: Built, tmp_path: Path
) -> None:
    page = visitor.open("my/")
    record = learner_record(built)
    at = NOW - 1000
    record["levels"] = {id: {"tries": [{"at": at, "level": 3}]} for id in built.site.competencies}
    bring(page, record, tmp_path)
    page = visitor.open(TRANSCRIPT)
    expect(table(page, "Own judgement of competencies")).to_be_visible()
    fill(page)
    paper = texts(page.pdf(prefer_css_page_size=True))
    whole = "".join(paper)
    head = "".join(SAY(word) for word in ("Competency", "Level", "Date"))

    assert 2 <= len(paper) <= 3
    assert all(word in paper[0] for word in (NAME, NUMBER, built.site.course.date))
    assert all(built.site.course.title in text for text in paper)
    assert head in paper[0]
    assert head in paper[1], "of a table that goes on"
    assert SAY("What this transcript proves, and what it does not") in whole
    assert SAY("Print, or save as PDF").replace(" ", "") not in whole
    assert "记在这台设备上" not in whole
    assert all(re.sub(r"\s", "", one.title) in whole for one in built.site.competencies.values())


def test_on_paper_it_is_one_sheet_where_nobody_judged_competencies(
    visitor: Visitor, built: Built, tmp_path: Path
) -> None:
    page = visitor.open("my/")
    record = learner_record(built)
    exam = {"at": NOW, "points": 3, "of": 4, "passed": True, "began": NOW, "cut": 70, "questions": []}
    bring(page, {**record, "levels": {}, "exams": {"rm-foundation": {"tries": [exam]}}}, tmp_path)
    page = visitor.open(TRANSCRIPT)
    expect(table(page, "Mock exams")).to_be_visible()
    fill(page)
    (sheet,) = texts(page.pdf(prefer_css_page_size=True))
    assert "有人监考" in sheet


@pytest.mark.parametrize("address", ["my/", "my/levels/"])
def test_own_pages_print_without_their_buttons(
    address: str, visitor: Visitor, built: Built, tmp_path: Path
) -> None:
    page = visitor.open("my/")
    bring(page, learner_record(built), tmp_path)
    page = visitor.open(address)
    page.emulate_media(media="print")

    expect(page.locator("cw-record")).to_be_hidden()
    expect(page.locator("article .cw-buttons:visible")).to_have_count(0)
    expect(page.locator("article :is(.cw-bars, table)").first).to_be_visible()
