"""What is kept of a mock exam: after a reload, in two windows, from one attempt to the next."""

import re
from typing import Any

import pytest
from kinds import EXAM, MOCK
from playwright.sync_api import Route, expect
from quizzing import SAY, button, drawer
from sitting import (
    EXAM_ID,
    TOTAL,
    WRITTEN,
    answer,
    attempts,
    begin,
    change_frame,
    entered,
    flag,
    frame,
    ids,
    judge,
    open_mock,
    scored,
    states,
    submit,
)
from visitors import ON_A_PHONE, Visiting, Visitor

pytest_plugins = ["site_fixtures"]

QUESTIONS = re.compile(r"/quizzes/(?!exams)[\w-]+/$|/learn/[\w-]+/[\w-]+/$")
"""The pages that ask them."""


def test_everything_is_there_after_a_reload(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    for at in scored(questions)[:10]:
        answer(questions.nth(at))
    flag(questions.nth(2))
    options = questions.locator("label, option")
    before = states(page), ids(questions), options.all_inner_texts()
    began = frame(page)["began"]

    open_mock(visitor, MOCK)
    expect(questions).to_have_count(TOTAL)
    assert (states(page), ids(questions), options.all_inner_texts()) == before
    assert frame(page)["began"] == began
    submit(page)
    open_mock(visitor, MOCK)
    expect(page.locator(".cw-outcome")).to_be_visible()
    assert len(attempts(page)) == 1
    assert visitor.complaints == []


def test_a_phone_comes_back_to_the_question_that_it_showed(phone: Visitor) -> None:
    page = open_mock(phone, MOCK)
    questions = begin(page)
    for _ in range(3):
        button(page, "Next question").click()
    page.reload()
    expect(questions.nth(3)).to_be_visible()
    expect(questions.nth(0)).to_be_hidden()
    expect(questions.nth(3)).to_be_focused()


def test_a_desk_comes_back_to_the_question_that_was_answered_or_come_to_last(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    place = scored(questions)[25]
    answer(questions.nth(place))
    page.reload()
    expect(questions.nth(place)).to_be_in_viewport()
    expect(questions.nth(place)).to_be_focused()

    page.locator(".cw-answers li a").nth(40).click()
    page.reload()
    expect(questions.nth(40)).to_be_focused()
    expect(questions.nth(40)).to_be_in_viewport()

    submit(page)
    page.reload()
    expect(page.locator(".cw-outcome")).to_be_visible()
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("options", [{}, ON_A_PHONE], ids=["desk", "phone"])
def test_instant_navigation_comes_back_to_the_same_question(
    visiting: Visiting, instant: str, options: dict[str, Any]
) -> None:
    visitor = visiting(instant, **options)
    page = visitor.open(EXAM)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stays = true")
    page.get_by_role("link", name=SAY("To the mock exam")).click()
    questions = begin(page)
    if options:
        page.locator(".cw-answers summary").click()
    page.locator(".cw-answers li a").nth(25).click()
    for back in (page.go_back, page.get_by_role("link", name="回到考试").click):
        page.locator("article .cw-intro a").click()
        expect(page.locator(".cw-syllabus")).to_be_visible()
        back()
        expect(questions.nth(25)).to_be_focused()
        page.wait_for_timeout(500)  # whatever the theme scrolls comes late
        expect(questions.nth(25)).to_be_focused()
        expect(questions.nth(25)).to_be_in_viewport()
    assert page.evaluate("window.stays")


def test_the_end_in_one_window_is_explained_once_in_the_other(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    for at in scored(questions)[:12]:
        answer(questions.nth(at))
    there = visitor.context.new_page()
    there.goto(MOCK)
    expect(there.locator(".cw-answers li.is-answered")).to_have_count(12)
    submit(page)
    for window in (page, there):
        expect(window.locator(".cw-outcome")).to_be_visible()
        rows = window.locator("cw-exam fieldset.cw-q :is(.cw-o, .cw-steps > li, .cw-things > li)")
        twice = "(all) => all.filter((row) => row.querySelectorAll('.cw-why').length > 1).length"
        assert rows.evaluate_all(twice) == 0
        expect(window.locator("cw-exam .cw-verdict")).to_have_count(TOTAL)


def test_two_windows_show_the_same_sitting(visitor: Visitor) -> None:
    here = open_mock(visitor, MOCK)
    there = visitor.context.new_page()
    there.goto(MOCK)
    expect(there.locator(".cw-begin")).to_be_visible()
    expect(there.locator(".cw-begin .cw-warn")).to_have_count(0)
    mine = begin(here)
    yours = there.locator("cw-exam fieldset.cw-q")
    expect(yours).to_have_count(TOTAL)
    assert ids(mine) == ids(yours)

    for at in scored(mine)[:8]:
        answer((mine if at % 2 else yours).nth(at))
    flag(yours.nth(3))
    for page in (here, there):
        expect(page.locator(".cw-answers li.is-answered")).to_have_count(8)
        expect(page.locator(".cw-answers .cw-flag")).to_have_count(1)
    submit(there)
    expect(here.locator(".cw-outcome")).to_be_visible()
    assert len(attempts(here)) == 1
    tries = [len(entry["tries"]) for entry in drawer(here, "items")["entries"].values()]
    assert set(tries) == {1}

    button(here, "New attempt with other questions").click()
    begin(here)
    expect(there.locator(".cw-outcome")).to_have_count(0)
    expect(yours).to_have_count(TOTAL)
    assert ids(mine) == ids(yours)


def test_it_works_where_storage_is_denied_and_says_what_that_means(visitor: Visitor) -> None:
    denied = """Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('denied', 'SecurityError'); }
    });"""
    visitor.page.add_init_script(denied + denied.replace("localStorage", "sessionStorage"))
    page = open_mock(visitor, MOCK)
    lost = SAY("This browser cannot keep your answers: a reload or a crash loses them.")
    expect(page.locator(".cw-begin .cw-warn")).to_have_text(lost)
    expect(page.locator(".cw-begin")).not_to_contain_text("可以离开")
    questions = begin(page)
    expect(page.get_by_role("alert")).to_contain_text(lost)
    for question in questions.all()[:3]:
        answer(question)
    flag(questions.first)
    assert states(page)[:4] == ["已答、已标记", "已答", "已答", "未答"]
    expect(submit(page)).to_contain_text(f"{TOTAL - 3} 题未答")


def test_a_question_that_was_changed_or_has_gone_breaks_nothing(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    for question in questions.all()[:2]:
        answer(question)
    items = frame(page)["items"]
    change_frame(page, items=[[items[0][0], 99], *items[1:], ["no-such-item", 1]])
    open_mock(visitor, MOCK)
    expect(page.locator("cw-exam .cw-warn:visible")).to_have_text(
        ["开考以后课程里去掉了 1 题，不计分。", "开考以后有 1 题改过：已经答过的，请重新作答。"]
    )
    expect(questions).to_have_count(TOTAL)
    expect(submit(page)).to_contain_text(f"{TOTAL} 分里得")


def test_each_page_is_fetched_once(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    visitor.requests.clear()
    begin(page)
    pages = [url for url in visitor.requests if url.endswith("/")]
    assert len(pages) == len(set(pages)) > 5


def test_the_next_attempt_asks_something_else(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    first = ids(begin(page))
    submit(page)
    button(page, "New attempt with other questions").click()
    expect(page.locator(".cw-time-choice input").first).to_be_focused()
    expect(page.locator(".cw-begin table tbody tr")).to_have_count(1)
    second = ids(begin(page))
    assert len(second) == TOTAL
    assert states(page) == ["未答"] * TOTAL
    expect(page.locator(".cw-outcome, .cw-verdict, .cw-why")).to_have_count(0)
    expect(page.locator("cw-exam input:disabled")).to_have_count(0)
    assert len({*first} & {*second}) <= TOTAL // 4
    submit(page)
    expect(page.locator(".cw-outcome .cw-results").last.locator("tbody tr")).to_have_count(2)


def test_an_answer_that_was_not_judged_counts_nothing_when_one_goes_on(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    begin(page)
    written = page.locator(WRITTEN).first
    answer(written)
    submit(page)
    open_mock(visitor, MOCK)
    expect(page.locator(".cw-judging a")).to_have_count(1)
    expect(written.locator(".cw-sample").first).to_be_visible()
    button(page, "New attempt with other questions").click()
    lost = page.locator(".cw-begin .cw-warn")
    expect(lost).to_contain_text("上一次考试还有 1 道简答题等您自评")
    begin(page)
    (one,) = attempts(page)
    assert one["points"] == 0
    assert len(one["questions"]) == TOTAL
    expect(page.locator(".cw-begin")).to_have_count(0)


def test_an_answer_can_be_judged_until_a_new_attempt_begins(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    begin(page)
    answer(page.locator(WRITTEN).first)
    submit(page)
    button(page, "New attempt with other questions").click()
    assert not entered(page)
    button(page, "See the result").click()
    expect(page.locator(".cw-outcome")).to_be_visible()
    button(page, "New attempt with other questions").click()
    page.reload()
    expect(page.locator(".cw-judging a")).to_have_count(1)
    judge(page)
    (one,) = attempts(page)
    assert one["points"] > 0
    shown = page.locator(".cw-outcome .cw-score strong")
    expect(shown).to_have_text(f"{one['points'] * 100 // one['of']}%")

    button(page, "New attempt with other questions").click()
    expect(page.locator(".cw-begin .cw-warn")).to_have_count(0)
    begin(page)
    assert attempts(page) == [one]


def test_what_was_judged_in_another_window_meanwhile_counts(visitor: Visitor) -> None:
    here = open_mock(visitor, MOCK)
    begin(here)
    answer(here.locator(WRITTEN).first)
    submit(here)
    there = visitor.context.new_page()
    there.goto(MOCK)
    button(here, "New attempt with other questions").click()
    judge(there)
    begin(here)
    (one,) = attempts(here)
    assert one["points"] > 0
    expect(there.locator(".cw-outcome")).to_have_count(0)
    expect(there.locator("cw-exam fieldset.cw-q")).to_have_count(TOTAL)


def test_what_waits_is_asked_again_no_sooner_than_what_was_judged(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    first = ids(begin(page))
    answer(page.locator(WRITTEN).first)
    submit(page)
    button(page, "New attempt with other questions").click()
    assert len({*first} & {*ids(begin(page))}) <= TOTAL // 4


def test_an_attempt_that_another_window_began_while_questions_were_fetched_is_not_lost(
    visitor: Visitor,
) -> None:
    here = open_mock(visitor, MOCK)
    there = visitor.context.new_page()
    there.goto(MOCK)
    expect(there.locator(".cw-begin")).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    there.route(QUESTIONS, hold)
    there.locator("button[value=begin]").click()
    expect(there.locator("cw-exam [role=status]")).to_be_visible()
    mine = ids(begin(here))
    answer(here.locator("cw-exam fieldset.cw-q").first)
    for route in held:
        route.continue_()
    there.unroute(QUESTIONS, hold)
    yours = there.locator("cw-exam fieldset.cw-q")
    expect(yours).to_have_count(TOTAL)
    assert ids(yours) == mine
    expect(there.locator(".cw-answers li.is-answered")).to_have_count(1)


def test_instant_navigation_there_and_back(visiting: Visiting, instant: str) -> None:
    visitor = visiting(instant)
    page = visitor.open(EXAM)
    # Instant navigation begins once the sitemap has come.
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stays = true")
    page.get_by_role("link", name=SAY("To the mock exam")).click()
    expect(page.locator(".cw-begin")).to_be_visible()
    questions = begin(page)
    answer(questions.first)
    page.locator("article .cw-intro a").click()
    expect(page.locator(".cw-syllabus")).to_be_visible()
    page.go_back()
    expect(page.locator(".cw-answers li.is-answered")).to_have_count(1)
    assert page.evaluate("window.stays")
    expect(submit(page)).to_contain_text(f"{TOTAL - 1} 题未答")
    assert len(attempts(page)) == 1
    assert visitor.complaints == []


def test_last_and_best_result_are_on_the_page_of_the_exam(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    answer(begin(page).first)
    submit(page)
    visitor.open(EXAM)
    expect(page.locator("cw-result")).to_contain_text("上次")
    visitor.open("quizzes/")
    expect(page.locator(f"cw-result[data-exam={EXAM_ID}]")).to_contain_text("上次")


def test_a_judgement_that_is_half_made_is_not_scored_by_a_reload(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    begin(page)
    written = page.locator(WRITTEN).first
    answer(written)
    submit(page)
    written.locator(".cw-rubric input").first.check()
    page.reload()
    written = page.locator(WRITTEN).first
    expect(written.locator(".cw-rubric input").first).to_be_checked()
    expect(written.locator(".cw-rubric input").first).to_be_enabled()
    expect(written.locator(".cw-verdict")).to_have_count(0)
    written.locator("button[value=check]").click()
    expect(written.locator(".cw-verdict")).to_be_visible()
    page.reload()
    expect(page.locator(WRITTEN).first.locator(".cw-verdict")).to_be_visible()
