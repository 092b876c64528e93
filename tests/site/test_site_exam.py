"""A mock exam from the choice of time to the review."""

import math
import re

from kinds import EXAM, MOCK
from playwright.sync_api import expect
from quizzing import SAY, button, drawer
from sitting import (
    CUT,
    SEED,
    TIME,
    TOTAL,
    WRITTEN,
    answer,
    attempts,
    begin,
    flag,
    frame,
    ids,
    judge,
    open_mock,
    scored,
    states,
    submit,
)
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures"]


def test_the_exam_says_what_it_examines_and_leads_to_the_mock(visitor: Visitor) -> None:
    page = visitor.open("quizzes/")
    page.locator("article a", has_text="客户经理进阶考试").click()
    expect(page).to_have_url(f"{visitor.origin}{EXAM}")
    expect(page.locator(".cw-syllabus")).to_contain_text("客户风险管理")
    expect(page.locator("article")).to_contain_text("六成五是培训组的建议线")
    button(page, "To the mock exam").or_(page.get_by_role("link", name=SAY("To the mock exam"))).click()
    expect(page.locator(".cw-begin")).to_be_visible()
    assert visitor.complaints == []


def test_a_whole_exam(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    expect(questions).to_have_count(TOTAL)
    for at, question in enumerate(questions.all()):
        answer(question, wrong=at < 6)
    written = page.locator(WRITTEN).count()
    assert 1 <= written <= 2
    assert states(page) == ["已答"] * TOTAL
    expect(page.locator(".cw-verdict, .cw-why, .cw-explanation, .cw-rubric > *")).to_have_count(0)
    expect(page.locator("details.cw-hint:visible, button[value=check]:visible")).to_have_count(0)

    result = submit(page)
    expect(result).to_be_focused()
    expect(page.locator(".cw-judging a")).to_have_count(written)
    judge(page)
    expect(page.locator(".cw-judging")).to_have_count(0)
    wrong = states(page).count("不正确") + states(page).count("部分正确")
    right = states(page).count("正确")
    assert right + wrong == TOTAL
    assert 4 <= wrong <= 6, "what was answered wrongly, but for what was judged"
    expect(result).to_contain_text(f"{TOTAL} 题答对 {right} 题")
    expect(result).to_contain_text(SAY("Cut score reached"))
    assert visitor.complaints == []

    (one,) = attempts(page)
    assert len(one["questions"]) == TOTAL
    assert one["passed"]
    shown = int(re.sub(r"\D", "", result.locator(".cw-score strong").inner_text()))
    assert shown == one["points"] * 100 // one["of"]
    assert len(drawer(page, "items")["entries"]) == TOTAL


def test_there_is_no_verdict_while_it_hangs_on_what_is_to_be_judged(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    answer(page.locator(WRITTEN).first)
    for at in scored(questions)[: math.ceil(TOTAL * CUT / 100) - 1]:
        answer(questions.nth(at))
    result = submit(page)
    score = result.locator(".cw-score")
    expect(score).to_contain_text(SAY("Decided once you have judged"))
    expect(result).to_have_attribute("aria-label", re.compile(SAY("Decided once you have judged")))
    for verdict in ("Cut score reached", "Cut score not reached"):
        expect(result).not_to_contain_text(SAY(verdict))
    judge(page)
    expect(score).to_contain_text(SAY("Cut score reached"))


def test_what_no_judgement_can_change_is_said_at_once(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    begin(page)
    answer(page.locator(WRITTEN).first)
    result = submit(page)
    expect(result.locator(".cw-judging a")).to_have_count(1)
    expect(result.locator(".cw-score")).to_contain_text(SAY("Cut score not reached"))


def test_the_result_is_told_by_chapter_and_competency_and_every_question_explained(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    for question in questions.all()[:4]:
        answer(question)
    result = submit(page)

    chapters, competencies = result.locator(".cw-results").all()
    cells = [row.inner_text() for row in chapters.locator("tbody tr td:nth-of-type(1)").all()]
    counts = [tuple(map(int, cell.split(" / "))) for cell in cells]
    assert len(counts) == 8
    assert sum(total for _, total in counts) == TOTAL
    assert 3 <= sum(right for right, _ in counts) <= 4
    assert competencies.locator("tbody tr").count() > 10
    for bar in chapters.locator("progress").all():
        expect(bar).to_have_attribute("aria-hidden", "true")

    assert states(page)[4:] == ["未作答"] * (TOTAL - 4)
    links = page.locator("cw-exam fieldset.cw-q .cw-explanation a[href*='/learn/']")
    assert links.count() >= TOTAL - 1
    assert page.request.get(links.last.evaluate("(link) => link.href")).status == 200
    choice = page.locator("cw-exam fieldset[data-shape=choice]").first
    expect(choice.locator(".cw-o .cw-rationale").first).to_be_visible()


def test_only_what_was_missed_can_be_read_again(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    for question in questions.all()[:3]:
        answer(question)
    submit(page)
    right = states(page).count("正确")
    assert right >= 2
    page.get_by_label(SAY("Show only what was missed")).check()
    expect(page.locator("cw-exam fieldset.cw-q:visible")).to_have_count(TOTAL - right)
    page.locator(".cw-answers li a").first.click()
    expect(questions.first).to_be_focused()
    expect(page.get_by_label(SAY("Show only what was missed"))).not_to_be_checked()


def test_what_is_open_or_flagged_is_named_before_it_is_submitted(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    for at, question in enumerate(questions.all()):
        if at not in (4, 20):
            answer(question)
    flag(questions.nth(7))
    assert states(page)[7] == "已答、已标记"
    button(page.locator(".cw-answers"), "Submit").click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("还有 2 题没有作答")
    assert dialog.locator("li a").all_inner_texts() == ["5", "21", "8"]
    expect(button(dialog, "Go on answering")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)

    page.locator("button[value=submit]:visible").last.click()
    dialog.get_by_role("link", name="第 21 题").click()
    expect(questions.nth(20)).to_be_focused()
    answer(questions.nth(20))
    answer(questions.nth(4))
    flag(questions.nth(7))
    button(page.locator(".cw-answers"), "Submit").click()
    expect(dialog.locator("li")).to_have_count(0)


def test_the_whole_way_by_keyboard(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    page.evaluate(SEED)
    page.locator(".cw-time-choice input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    questions = page.locator("cw-exam fieldset.cw-q")
    expect(questions.first).to_be_focused()
    assert frame(page)["minutes"] == TIME * 5 // 4

    choice = page.locator("fieldset[data-shape=choice]").first
    choice.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    at = ids(questions).index((choice.get_attribute("id") or "").removeprefix("q-"))
    assert states(page)[at] == "已答"
    while page.evaluate("document.activeElement.value") != "flag":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert states(page)[at] == "已答、已标记"
    expect(choice.locator("button[value=flag]")).to_have_attribute("aria-pressed", "true")

    page.locator(".cw-answers li a").nth(11).focus()
    page.keyboard.press("Enter")
    expect(questions.nth(11)).to_be_focused()
    button(page.locator(".cw-answers"), "Submit").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(button(page, "Submit all the same")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".cw-outcome")).to_be_focused()


def test_enter_in_a_gap_sends_nothing(visitor: Visitor) -> None:
    page = open_mock(visitor, "quizzes/exams/rm-foundation/mock/")
    begin(page)
    gap = page.locator("cw-exam input[data-id]").first
    gap.fill("12")
    gap.press("Enter")
    expect(page.locator(".cw-sitting")).to_be_visible()
    assert page.url.endswith("/mock/")


def test_one_question_at_a_time_on_a_phone(phone: Visitor) -> None:
    page = open_mock(phone, MOCK)
    questions = begin(page)
    shown = page.locator("cw-exam fieldset.cw-q:visible")
    expect(shown).to_have_count(1)
    answer(questions.first)
    button(page, "Next question").click()
    expect(questions.nth(1)).to_be_visible()
    top = questions.nth(1).evaluate("(field) => field.getBoundingClientRect().top")
    side = page.locator(".cw-sitting-side").evaluate("(side) => side.getBoundingClientRect().bottom")
    assert side <= top
    expect(page.locator(".cw-answers ol")).to_be_hidden()
    page.locator(".cw-answers summary").click()
    page.locator(".cw-answers li a").last.click()
    expect(questions.last).to_be_visible()
    expect(page.locator(".cw-answers ol")).to_be_hidden()
    expect(button(page, "Next question")).to_be_hidden()
    stimulus = page.locator(".cw-case:visible .cw-stimulus")
    expect(stimulus).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390

    page.locator(".cw-turn button[value=submit]").click()
    page.locator("dialog button[value=sure]").click()
    expect(page.locator(".cw-outcome")).to_be_visible()
    expect(shown).to_have_count(TOTAL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.complaints == []


def test_without_scripts_the_page_says_what_can_be_done(visiting: Visiting) -> None:
    page = visiting(java_script_enabled=False).open(MOCK)
    expect(page.locator("cw-exam")).to_contain_text("需要打开脚本")
    page.locator("cw-exam a").click()
    expect(page.locator("h1")).to_contain_text(SAY("Quizzes"))


def test_the_answer_sheet_is_folded_by_turning_to_another_question(phone: Visitor) -> None:
    page = open_mock(phone, MOCK)
    questions = begin(page)
    page.locator(".cw-sitting-side summary").click()
    page.locator("button[value=next]").dispatch_event("click")
    expect(page.locator(".cw-sitting-side details[open]")).to_have_count(0)
    expect(questions.nth(1)).to_be_visible()
