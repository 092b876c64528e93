"""An address that names a question leads there once, and never away from where its learner went on."""

import re
from typing import Any

import pytest
from kinds import QUIZ
from playwright.sync_api import Locator, Page, expect
from quizzing import answer_all, button, check, questions
from visitors import DESKTOP, ON_A_PHONE, Visiting, Visitor

pytest_plugins = ["site_fixtures"]

REVIEW = "quizzes/review/"
LOOKS: dict[str, dict[str, Any]] = {"phone": ON_A_PHONE, "desk": {"viewport": DESKTOP}}
FAR = 5
"""The place of a question that is not in view with the first one."""


@pytest.fixture(params=LOOKS)
def learner(request: pytest.FixtureRequest, visiting: Visiting) -> Visitor:
    return visiting(**LOOKS[request.param])


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("way", ["origin", "instant"])
def test_back_finds_the_result_of_a_quiz_that_a_link_to_a_question_opened(
    look: str, way: str, request: pytest.FixtureRequest, visiting: Visiting
) -> None:
    page = come_by_a_mistake(visiting(request.getfixturevalue(way), **LOOKS[look]))
    answer_all(page, wrong=99)
    see_result(page)
    for _ in range(2):
        follow_missed(page, 1)
        page.go_back()
        expect_result(page)

    follow_missed(page, 1)
    see_result(page)
    follow_missed(page, 2)
    for _ in range(2):
        page.go_back()
        expect_result(page)
    page.go_back()
    expect(page.locator(".cw-mistakes")).to_be_visible()


def test_back_finds_the_result_of_a_quiz_that_was_finished_before_the_link(learner: Visitor) -> None:
    page = learner.open(QUIZ)
    answer_all(page, wrong=99)
    named = come_to_named(learner, page)
    expect(named).to_be_in_viewport()
    see_result(page)
    follow_missed(page, 1)
    page.go_back()

    expect_result(page)


def test_quiz_begun_anew_begins_at_its_first_question_also_after_a_reload(learner: Visitor) -> None:
    page = learner.open(QUIZ)
    answer_all(page, wrong=99)
    see_result(page)
    named = follow_missed(page, FAR)
    see_result(page)
    button(page, "Answer again").click()
    expect(questions(page).first).to_be_focused()
    page.reload()

    expect(questions(page).first).to_be_in_viewport()
    expect(named).not_to_be_in_viewport()


def test_tab_at_a_named_question_follows_a_new_attempt_to_its_first(learner: Visitor) -> None:
    page = learner.open(QUIZ)
    answer_all(page, wrong=99)
    see_result(page)
    other = learner.context.new_page()
    named = come_to_named(learner, other)
    expect(named).to_be_in_viewport()
    button(page, "Answer again").click()
    expect(other.locator(".cw-verdict")).to_have_count(0)
    for _ in range(2):
        expect(other).not_to_have_url(re.compile("#"))
        expect(questions(other).first).to_be_visible()
        if other.viewport_size != DESKTOP:
            expect(named).to_be_hidden()
        other.reload()


def test_named_question_is_found_until_one_goes_on(phone: Visitor) -> None:
    page = phone.open(QUIZ)
    named = come_to_named(phone, page)
    page.reload()
    expect(named).to_be_in_viewport()
    button(page, "Next question").click()
    expect(questions(page).nth(FAR + 1)).to_be_focused()
    page.reload()

    expect(questions(page).first).to_be_visible()
    expect(named).to_be_hidden()


def test_named_question_is_found_again_at_a_desk(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    named = come_to_named(visitor, page)
    page.reload()

    expect(named).to_be_in_viewport()
    expect(questions(page).first).not_to_be_in_viewport()


def come_by_a_mistake(learner: Visitor) -> Page:
    """The quiz, by the link of the only mistake in the book of mistakes."""
    page = learner.open(QUIZ)
    check(questions(page).first, wrong=True)
    page = learner.open(REVIEW)
    page.wait_for_load_state("networkidle")
    page.locator(".cw-mistakes a[href*='#q-']").first.click()
    page.wait_for_url(f"**/{QUIZ}#q-*")
    return page


def come_to_named(learner: Visitor, page: Page) -> Locator:
    """The question far down of the attempt, once its address has been opened in the tab."""
    page.goto(QUIZ)
    id = questions(page).nth(FAR).get_attribute("id")
    # To another question of the same page no browser loads it again.
    page.goto("about:blank")
    page.goto(f"{learner.origin}{QUIZ}#{id}")
    expect(page.locator("cw-quiz.is-ready")).to_be_attached()
    return page.locator(f"#{id}")


def see_result(page: Page) -> None:
    if page.locator("button[value=result]").is_visible():
        button(page, "See the result").click()
    expect(page.locator(".cw-outcome .cw-score")).to_be_in_viewport()


def follow_missed(page: Page, at: int) -> Locator:
    """The question at which one is after a link of the result."""
    link = page.locator(".cw-missed a").nth(at)
    missed = page.locator(f"fieldset{link.get_attribute('href')}")
    link.click()
    expect(missed).to_be_focused()
    return missed


def expect_result(page: Page) -> None:
    """A browser may leave focus to nothing where an address comes to name nothing."""
    expect(page).not_to_have_url(re.compile("#"))
    expect(page.locator(".cw-outcome .cw-score")).to_be_in_viewport()
    expect(page.locator("fieldset.cw-q:focus")).to_have_count(0)
