"""A quiz that one comes back to: where it goes on, what stays, and what another tab leaves alone."""

import pytest
from kinds import QUIZ
from playwright.sync_api import ViewportSize, expect
from quizzing import answer_all, button, check, come_to, drawer, questions
from visitors import DESKTOP, PHONE, Visiting, Visitor

pytest_plugins = ["site_fixtures"]

HINTED = "quizzes/market/"
"""A quiz with hints, and with steps to be ordered."""


def test_result_of_a_long_quiz_that_is_opened_again_stays_below_its_questions(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    answer_all(page)
    page.goto("about:blank")
    page.goto(f"{visitor.origin}{QUIZ}")
    outcome = page.locator(".cw-outcome")
    expect(outcome).to_be_attached()
    numbers = page.locator("cw-quiz .cw-q legend > b:first-child")
    in_order = [str(at + 1) for at in range(numbers.count())]
    assert len(in_order) > 30
    outcome.scroll_into_view_if_needed()
    expect(numbers).to_have_text(in_order)

    expect(page.locator("cw-quiz .cw-outcome ~ :is(.cw-q, .cw-case)")).to_have_count(0)
    expect(outcome).to_be_in_viewport()


@pytest.mark.parametrize("way", ["origin", "instant"])
@pytest.mark.parametrize("look", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_quiz_that_is_opened_again_is_where_it_goes_on(
    way: str, look: ViewportSize, request: pytest.FixtureRequest, visiting: Visiting
) -> None:
    learner = visiting(request.getfixturevalue(way), viewport=look)
    page = learner.open(QUIZ)
    for at in range(8):
        if look == PHONE and at:
            button(page, "Next question").click()
        check(questions(page).nth(at))
    ninth = page.locator(f"#{questions(page).nth(8).get_attribute('id')}")
    shown = ninth.locator("legend")
    for _ in range(2):
        page.goto("about:blank")
        page.goto(f"{learner.origin}{QUIZ}")
        expect(shown).to_be_in_viewport()
        expect(ninth.locator("legend > b").first).to_have_text("9")
        page.reload()
        expect(shown).to_be_in_viewport()
    page.goto(f"{learner.origin}quizzes/")
    for _ in range(2):
        page.locator(f"article a[href$='{QUIZ.split('/')[1]}/']").first.click()
        page.wait_for_url(f"**/{QUIZ}")
        expect(shown).to_be_in_viewport()
        page.go_back()
        page.wait_for_url("**/quizzes/")
    page.go_forward()
    expect(shown).to_be_in_viewport()


@pytest.mark.parametrize("way", ["origin", "instant"])
@pytest.mark.parametrize("look", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_back_from_a_section_finds_the_question_that_led_there(
    way: str, look: ViewportSize, request: pytest.FixtureRequest, visiting: Visiting
) -> None:
    page = visiting(request.getfixturevalue(way), viewport=look).open(QUIZ)
    for at in range(7):
        if look == PHONE and at:
            button(page, "Next question").click()
        check(questions(page).nth(at))
    seventh = page.locator(f"#{questions(page).nth(6).get_attribute('id')}")
    seventh.locator(".cw-explanation a").click()
    page.wait_for_url("**/learn/**")
    page.go_back()
    page.wait_for_url(f"**/{QUIZ}#q-*")

    expect(seventh.locator("legend")).to_be_in_viewport()
    expect(seventh.locator(".cw-verdict")).to_be_visible()


def test_section_that_is_read_beside_leads_nobody_away(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    check(questions(page).first)
    with visitor.context.expect_page():
        questions(page).first.locator(".cw-explanation a").click(modifiers=["ControlOrMeta"])

    assert "#" not in page.url


@pytest.mark.parametrize("way", ["origin", "instant"])
def test_finished_quiz_is_opened_at_its_result(
    way: str, request: pytest.FixtureRequest, visiting: Visiting
) -> None:
    page = visiting(request.getfixturevalue(way)).open(QUIZ)
    answer_all(page, wrong=99)
    button(page, "See the result").click()
    page.locator(".cw-reread a").first.click()
    page.wait_for_url("**/learn/**")
    page.go_back()

    expect(page.locator(".cw-outcome .cw-score")).to_be_in_viewport()
    expect(page.locator(".cw-outcome ~ :is(.cw-q, .cw-case)")).to_have_count(0)


def test_question_whose_case_is_being_read_is_the_one_in_hand(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    page.locator("cw-quiz .cw-q").nth(6).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    id = page.locator("cw-quiz .cw-case").last.get_attribute("id")
    case = page.locator(f"#{id}")
    first = page.locator(f"#{case.locator('fieldset.cw-q').first.get_attribute('id')}")
    for _ in range(5):
        # What becomes a question above it moves it.
        case.evaluate("(text) => scrollTo(0, scrollY + text.getBoundingClientRect().top - innerHeight / 2)")
        page.wait_for_timeout(200)
    page.set_viewport_size(PHONE)

    expect(first).to_be_visible()


def test_hints_are_closed_where_one_answers_again(visitor: Visitor) -> None:
    page = visitor.open(HINTED)
    hint = page.locator("cw-quiz .cw-hint").first
    come_to(page.locator("cw-quiz fieldset", has=page.locator(".cw-hint")).first)
    hint.locator("summary").click()
    answer_all(page)
    expect(page.locator("cw-quiz .cw-hint[open]")).to_have_count(1)
    button(page, "See the result").click()
    button(page, "Answer again").click()

    expect(page.locator("cw-quiz .cw-hint[open]")).to_have_count(0)


def test_what_another_tab_keeps_elsewhere_takes_no_focus(visitor: Visitor) -> None:
    page = visitor.open(HINTED)
    order = come_to(page.locator("cw-quiz fieldset[data-shape=order]").first)
    order.locator("button[value=down]").first.click()
    other = visitor.context.new_page()
    other.goto(f"{visitor.origin}learn/risk/internal/")
    other.wait_for_load_state("networkidle")
    assert drawer(other, "sections")["entries"]
    page.wait_for_timeout(300)

    expect(order.locator("button[value=down]:focus")).to_have_count(1)
