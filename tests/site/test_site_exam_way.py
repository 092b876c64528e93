"""A mock exam tells what cannot count, stays where one was, and is found again from other pages."""

import re
import time

from kinds import EXAM, MOCK, SECTION
from playwright.sync_api import expect
from quizzing import SAY
from sitting import (
    MINUTE,
    TIME,
    WRITTEN,
    answer,
    attempts,
    begin,
    change_frame,
    ids,
    judge,
    left,
    open_mock,
    states,
    submit,
)
from visitors import PHONE, Visitor, until

pytest_plugins = ["site_fixtures"]

ID = "(field) => field.id.slice(2)"
HEARD = "void (window.heard = false, addEventListener('storage', () => setTimeout(() => (heard = true))))"
PAIRS = "fieldset[data-shape=match]"


def test_what_is_half_answered_or_cannot_be_read_is_told_before_it_is_submitted(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page, minutes=0)
    pairs = page.locator(PAIRS).first
    at = questions.evaluate_all("(all, one) => all.indexOf(one)", pairs.element_handle())
    pairs.locator("select").first.select_option(index=1)

    assert states(page)[at] == SAY("incomplete, or cannot be read")
    expect(page.locator(".cw-answers summary")).to_contain_text("已答 0")

    page.locator("button[value=submit]:visible").first.click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("1 题没填全或读不懂")
    dialog.locator(f"a[href='#{pairs.get_attribute('id')}']").last.click()
    expect(dialog).to_have_count(0)
    expect(pairs).to_be_focused()


def test_a_phone_that_is_turned_shows_the_same_question(phone: Visitor) -> None:
    page = open_mock(phone, MOCK)
    questions = begin(page, minutes=0)
    for _ in range(11):
        page.locator("button[value=next]").click()
    shown = questions.nth(11)
    expect(shown).to_be_visible()

    page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    expect(questions.first).to_be_visible()
    expect(shown).to_be_in_viewport()

    questions.nth(20).evaluate("(one) => one.scrollIntoView()")
    expect(questions.nth(20)).to_be_in_viewport()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.set_viewport_size(PHONE)
    expect(page.locator("cw-exam fieldset.cw-q:visible")).to_have_count(1)
    expect(questions.nth(20)).to_be_visible()


def test_a_mock_exam_has_keys_and_checks_nothing_by_them(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page, minutes=0)
    choice = page.locator("fieldset.cw-q:has(> .cw-o [type=radio])").first
    at = questions.evaluate_all("(all, one) => all.indexOf(one)", choice.element_handle())
    choice.evaluate("(field) => field.focus()")
    page.keyboard.press("2")
    expect(choice.locator("input").nth(1)).to_be_checked()
    page.keyboard.press("a")
    expect(choice.locator("input").nth(0)).to_be_checked()
    page.keyboard.press("Enter")
    expect(questions.nth(at + 1)).to_be_focused()
    assert states(page)[at] == SAY("answered")

    page.keyboard.press("?")
    listed = page.get_by_role("dialog", name=SAY("Keys"))
    expect(listed).to_contain_text(SAY("To the next question"))
    listed.get_by_role("button", name=SAY("Close")).click()
    page.get_by_role("button", name=SAY("Keys")).click()
    expect(listed).to_be_visible()
    page.keyboard.press("Escape")

    submit(page)
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_an_exam_under_way_is_told_elsewhere_until_it_is_over(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    answer(begin(page, minutes=TIME).first)
    for address in ("", "quizzes/", EXAM):
        way = visitor.open(address).locator(".cw-under-way")
        expect(way).to_have_count(1)
        rest = f"({left(TIME)}|{left(TIME, just_under=True)})"
        expect(way).to_contain_text(re.compile(f"考试进行中：客户经理进阶考试 · 剩余 {rest}"))
    way.get_by_role("link", name="回到考试").click()
    expect(page.locator(".cw-sitting")).to_be_visible()

    submit(page)
    visitor.open("")
    expect(page.locator(".cw-under-way")).to_have_count(0)


def test_an_exam_whose_time_ran_out_unseen_is_told_elsewhere_and_leads_to_its_result(
    visitor: Visitor,
) -> None:
    page = open_mock(visitor, MOCK)
    answer(begin(page, minutes=TIME).first)
    change_frame(page, began=int(time.time() * 1000) - 30 * 60 * MINUTE)
    for address in ("quizzes/", EXAM, ""):
        told = visitor.open(address).locator(".cw-under-way")
        expect(told).to_contain_text("客户经理进阶考试：考试时间已到")
        expect(told).not_to_contain_text("剩余")
    told.get_by_role("link", name="查看结果").click()

    expect(page.locator(".cw-outcome")).to_contain_text("时间到，已自动交卷")
    assert len(attempts(page)) == 1
    visitor.open("")
    expect(page.locator(".cw-under-way")).to_have_count(0)


def test_what_is_to_be_judged_is_told_elsewhere_until_it_is(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    begin(page)
    answer(page.locator(WRITTEN).first)
    submit(page)
    for address in ("quizzes/", EXAM, ""):
        told = visitor.open(address).locator(".cw-under-way")
        expect(told).to_have_count(1)
        expect(told).to_contain_text("客户经理进阶考试：还有 1 道简答题等您自评")
    told.get_by_role("link", name=SAY("Judge now")).click()
    expect(page.locator(".cw-judging a")).to_have_count(1)
    judge(page)
    visitor.open("")
    expect(page.locator(".cw-under-way")).to_have_count(0)


def test_the_time_that_is_told_elsewhere_goes_on_and_runs_out(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    begin(page, minutes=TIME)
    page.goto("about:blank")
    page.clock.install()
    visitor.open("")
    told = page.locator(".cw-under-way")
    way = told.get_by_role("link")
    way.focus()
    page.clock.run_for(30 * MINUTE)
    expect(told).to_contain_text(re.compile(f"剩余 {left(TIME - 30, just_under=True)}"))
    page.clock.fast_forward((TIME - 30) * MINUTE)
    expect(told).to_contain_text("客户经理进阶考试：考试时间已到")
    expect(told).not_to_contain_text("剩余")
    expect(way).to_have_text("查看结果")
    expect(way).to_be_focused()


def test_what_another_window_does_elsewhere_leaves_a_result_as_it_stands(phone: Visitor) -> None:
    page = open_mock(phone, MOCK)
    begin(page)
    page.locator(".cw-answers summary").click()
    numbers = page.locator(".cw-answers li a")
    written = page.locator(WRITTEN).first
    numbers.nth(ids(page.locator("cw-exam fieldset.cw-q")).index(written.evaluate(ID))).click()
    answer(written)
    page.locator(".cw-answers summary").click()
    submit(page)
    page.locator(".cw-answers summary").click()
    chapter = page.locator(".cw-outcome table a").nth(3)
    chapter.focus()
    there = phone.context.new_page()
    for address in (SECTION, "learn/risk/external/"):
        page.evaluate(HEARD)
        there.goto(address)
        until(page, "heard")
        expect(chapter).to_be_focused()
        expect(page.locator(".cw-answers[open]")).to_have_count(1)

    there.goto(MOCK)
    expect(there.locator(".cw-judging a")).to_have_count(1)
    judge(there)
    expect(page.locator(".cw-judging")).to_have_count(0)
    score = ".cw-outcome .cw-score"
    expect(page.locator(score)).to_have_text(there.locator(score).inner_text())


def test_a_clock_that_is_set_back_gives_no_more_time_than_there_was(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    begin(page, minutes=TIME)
    change_frame(page, began=int(time.time() * 1000) + 120 * MINUTE)
    open_mock(visitor, MOCK)

    expect(page.locator(".cw-clock")).to_contain_text(
        re.compile(f"剩余 ({left(TIME)}|{left(TIME, just_under=True)})")
    )
    expect(submit(page)).to_contain_text(re.compile("用时：[01] 分钟"))
