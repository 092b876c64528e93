"""A mock exam from the choice of time to the review."""

import re
import time

from kinds import EXAM, MOCK
from playwright.sync_api import Page, Route, expect
from quizzing import SAY, button, drawer
from sitting import (
    EXAM_ID,
    MINUTE,
    SEED,
    answer,
    attempts,
    begin,
    change_frame,
    flag,
    frame,
    ids,
    open_mock,
    states,
    submit,
)
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures"]

TOTAL = 40
WRITTEN = "fieldset[data-shape=written]"


def refuse(route: Route) -> None:
    route.abort()


def judge(page: Page) -> None:
    """Judge every answer in one's own words as good."""
    while (question := page.locator("fieldset.cw-q.is-judged").first).count():
        for box in question.locator(".cw-rubric input").all():
            box.check()
        question.locator("button[value=check]").click()


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
    expect(questions.first.locator(".cw-o .cw-rationale, .cw-gap-list li").first).to_be_visible()


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
    assert frame(page)["minutes"] == 125

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


def test_everything_is_there_after_a_reload(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    for question in questions.all()[:10]:
        answer(question)
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


def test_two_windows_show_the_same_sitting(visitor: Visitor) -> None:
    here = open_mock(visitor, MOCK)
    there = visitor.context.new_page()
    there.goto(MOCK)
    expect(there.locator(".cw-begin")).to_be_visible()
    mine = begin(here)
    yours = there.locator("cw-exam fieldset.cw-q")
    expect(yours).to_have_count(TOTAL)
    assert ids(mine) == ids(yours)

    for at in range(8):
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


def test_the_time_is_told_and_when_it_is_up_it_is_submitted(visitor: Visitor) -> None:
    visitor.page.clock.install()
    page = open_mock(visitor, MOCK)
    questions = begin(page, minutes=100)
    answer(questions.first)
    clock = page.locator(".cw-clock")
    expect(clock).to_contain_text(re.compile(r"剩余 1:(40:00|39:5\d)"))
    said = clock.locator("[role=status]")
    expect(said).to_be_empty()
    for minutes, left in ((90, 10), (5, 5), (4, 1)):
        page.clock.fast_forward(minutes * MINUTE + 500)
        expect(said).to_have_text(f"还剩 {left} 分钟")
    button(page.locator(".cw-answers"), "Submit").click()
    page.clock.fast_forward(MINUTE)

    expect(page.locator(".cw-outcome")).to_contain_text(
        SAY("The time was up, and your answers were submitted by themselves.")
    )
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".cw-outcome")).to_be_focused()
    (one,) = attempts(page)
    assert one["at"] - one["began"] == 100 * MINUTE


def test_the_clock_goes_on_while_nobody_is_there(visitor: Visitor) -> None:
    """As after a crash, or when the lid was closed."""
    page = open_mock(visitor, MOCK)
    answer(begin(page).first)
    change_frame(page, began=int(time.time() * 1000) - 99 * MINUTE - 30_000)
    open_mock(visitor, MOCK)
    expect(page.locator(".cw-clock")).to_contain_text(re.compile(r"剩余 0:[23]\d"))
    change_frame(page, began=int(time.time() * 1000) - 300 * MINUTE)
    open_mock(visitor, MOCK)
    expect(page.locator(".cw-outcome")).to_contain_text("用时：100 分钟，限时 100 分钟")
    assert states(page)[1:] == ["未作答"] * (TOTAL - 1)


def test_without_a_limit_there_is_no_clock(visitor: Visitor) -> None:
    visitor.page.clock.install()
    page = open_mock(visitor, MOCK)
    begin(page, minutes=0)
    page.clock.fast_forward(48 * 60 * MINUTE)
    expect(page.locator(".cw-clock")).to_be_hidden()
    expect(submit(page)).to_contain_text(re.compile("用时：288[01] 分钟"))


def test_it_works_where_storage_is_denied_and_says_what_that_means(visitor: Visitor) -> None:
    denied = """Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('denied', 'SecurityError'); }
    });"""
    visitor.page.add_init_script(denied + denied.replace("localStorage", "sessionStorage"))
    page = open_mock(visitor, MOCK)
    questions = begin(page)
    expect(page.get_by_role("alert")).to_contain_text(
        SAY("This browser cannot keep your answers: a reload or a crash loses them.")
    )
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


def test_the_clock_does_not_start_before_the_questions_are_there(visitor: Visitor) -> None:
    page = open_mock(visitor, MOCK)
    broken = re.compile(r"/quizzes/(?!exams)[\w-]+/$|/learn/[\w-]+/[\w-]+/$")
    page.route(broken, refuse)
    page.evaluate(SEED)
    page.locator("button[value=begin]").click()
    expect(page.get_by_role("alert")).to_contain_text("还没有开始计时")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':draft')).length") == 0
    page.unroute(broken, refuse)
    button(page, "Try again").click()
    expect(page.locator("cw-exam fieldset.cw-q")).to_have_count(TOTAL)
    assert frame(page)["minutes"] == 100


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
    (one,) = attempts(page)
    assert one["points"] == 0
    assert len(one["questions"]) == TOTAL


def test_instant_navigation_there_and_back(visiting: Visiting, instant: str) -> None:
    visitor = visiting(instant)
    page = visitor.open(EXAM)
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


def test_without_scripts_the_page_says_what_can_be_done(visiting: Visiting) -> None:
    page = visiting(java_script_enabled=False).open(MOCK)
    expect(page.locator("cw-exam")).to_contain_text("需要打开脚本")
    page.locator("cw-exam a").click()
    expect(page.locator("h1")).to_contain_text(SAY("Quizzes"))
