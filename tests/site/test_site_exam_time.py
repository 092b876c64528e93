"""The time of a mock exam: told, kept while nobody is there, and ended by itself."""

import re
import time

from kinds import MOCK
from playwright.sync_api import Route, expect
from quizzing import SAY, button, drawer, keep
from sitting import (
    EXAM_ID,
    MINUTE,
    SEED,
    TIME,
    TOTAL,
    answer,
    attempts,
    begin,
    change_frame,
    frame,
    left,
    open_mock,
    states,
    submit,
)
from visitors import Visitor

pytest_plugins = ["site_fixtures"]


def refuse(route: Route) -> None:
    route.abort()


def test_the_time_is_told_and_when_it_is_up_it_is_submitted(visitor: Visitor) -> None:
    visitor.page.clock.install()
    page = open_mock(visitor, MOCK)
    questions = begin(page, minutes=TIME)
    answer(questions.first)
    clock = page.locator(".cw-clock")
    expect(clock).to_contain_text(re.compile(f"剩余 ({left(TIME)}|{left(TIME, just_under=True)})"))
    said = clock.locator("[role=status]")
    expect(said).to_be_empty()
    for minutes, rest in ((TIME - 10, 10), (5, 5), (4, 1)):
        page.clock.fast_forward(minutes * MINUTE + 500)
        expect(said).to_have_text(f"还剩 {rest} 分钟")
    button(page.locator(".cw-answers"), "Submit").click()
    page.clock.fast_forward(MINUTE)

    expect(page.locator(".cw-outcome")).to_contain_text(
        SAY("The time was up, and your answers were submitted by themselves.")
    )
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".cw-outcome")).to_be_focused()
    (one,) = attempts(page)
    assert one["at"] - one["began"] == TIME * MINUTE


def test_the_clock_goes_on_while_nobody_is_there(visitor: Visitor) -> None:
    """As after a crash, or when the lid was closed."""
    page = open_mock(visitor, MOCK)
    answer(begin(page).first)
    change_frame(page, began=int(time.time() * 1000) - (TIME - 1) * MINUTE - 30_000)
    open_mock(visitor, MOCK)
    expect(page.locator(".cw-clock")).to_contain_text(re.compile(r"剩余 0:[23]\d"))
    change_frame(page, began=int(time.time() * 1000) - 3 * TIME * MINUTE)
    open_mock(visitor, MOCK)
    expect(page.locator(".cw-outcome")).to_contain_text(f"用时：{TIME} 分钟，限时 {TIME} 分钟")
    assert states(page)[1:] == ["未作答"] * (TOTAL - 1)


def test_time_that_was_used_is_told_by_a_clock_that_was_set_back_meanwhile(visitor: Visitor) -> None:
    visitor.page.clock.install(time="2026-11-28T10:00:00Z")
    page = open_mock(visitor, MOCK)
    begin(page, minutes=TIME)
    page.clock.run_for(MINUTE)
    page.clock.set_system_time("2026-11-28T05:00:00Z")
    page.clock.run_for(8 * MINUTE)
    expect(submit(page)).to_contain_text(re.compile(f"用时：(9|10) 分钟，限时 {TIME} 分钟"))
    (one,) = attempts(page)
    assert 9 * MINUTE - 5_000 <= one["at"] - one["began"] <= 10 * MINUTE
    assert one["at"] % 1 == 0


def test_time_that_is_up_by_its_own_clock_is_all_used(visitor: Visitor) -> None:
    visitor.page.clock.install(time="2026-11-28T10:00:00Z")
    page = open_mock(visitor, MOCK)
    begin(page, minutes=TIME)
    page.clock.set_system_time("2026-11-28T05:00:00Z")
    page.clock.fast_forward(TIME * MINUTE + 1_000)
    expect(page.locator(".cw-outcome")).to_contain_text(f"用时：{TIME} 分钟，限时 {TIME} 分钟")
    expect(page.locator(".cw-outcome")).to_contain_text("时间到，已自动交卷")


def test_without_a_limit_there_is_no_clock(visitor: Visitor) -> None:
    visitor.page.clock.install()
    page = open_mock(visitor, MOCK)
    begin(page, minutes=0)
    page.clock.fast_forward(48 * 60 * MINUTE)
    expect(page.locator(".cw-clock")).to_be_hidden()
    expect(submit(page)).to_contain_text(re.compile("用时：288[01] 分钟"))


def test_the_clock_does_not_start_before_the_questions_are_there(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    broken = re.compile(r"/quizzes/(?!exams)[\w-]+/$|/learn/[\w-]+/[\w-]+/$")
    page.route(broken, refuse)
    page.evaluate(SEED)
    page.locator("button[value=begin]").click()
    expect(page.get_by_role("alert")).to_contain_text("还没有开始计时")
    assert "began" not in page.evaluate("JSON.stringify(localStorage)")
    page.unroute(broken, refuse)
    button(page, "Try again").click()
    expect(page.locator("cw-exam fieldset.cw-q")).to_have_count(TOTAL)
    assert frame(page)["minutes"] == TIME


def test_no_day_to_come_is_told_of_a_sitting(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    begin(page)
    submit(page)
    kept = drawer(page, "exams")
    (one,) = kept["entries"][EXAM_ID]["tries"]
    ahead = {name: one[name] + 800 * 24 * 60 * MINUTE for name in ("at", "began")}
    kept["entries"][EXAM_ID]["tries"].append(one | ahead)
    keep(page, ":exams", kept)
    open_mock(visitor, MOCK)
    days = page.locator(".cw-results", has_text=SAY("Your attempts")).locator("tbody th")
    expect(days).to_have_count(2)
    expect(days.first).to_have_text("–")
    expect(days.last).to_contain_text("年")
