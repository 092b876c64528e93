"""A quiz from the first question to the result: what it says, what it explains, where focus goes."""

import pytest
from builders import EVERY_BUILDER
from kinds import QUIZ
from output import Built
from playwright.sync_api import Locator, Page, expect
from quizzing import SAY, answer_all, button, check, choose, come_to, drawer, keys, questions, score, wake_all
from visitors import PHONE, Visiting, Visitor

pytest_plugins = ["site_fixtures"]

ONLY_CHOICES = "quizzes/competencies/"


@pytest.fixture(params=["desk", "phone"])
def page(request: pytest.FixtureRequest, visiting: Visiting) -> Page:
    """The quiz, wide and narrow."""
    someone = (
        visiting(viewport=PHONE, has_touch=True, is_mobile=True) if request.param == "phone" else visiting()
    )
    return someone.open(ONLY_CHOICES)


def test_right_answer_is_marked_with_a_word(page: Page) -> None:
    question = questions(page).first
    check(question)

    expect(question.locator(".cw-verdict")).to_contain_text(SAY("Right"))
    expect(question.locator(".cw-o.is-right")).to_contain_text([SAY("Right")] * len(keys(question)))


@EVERY_BUILDER
def test_wrong_answer_is_marked_with_a_word_beside_the_right_one(page: Page) -> None:
    question = questions(page).first
    check(question, wrong=True)

    expect(question.locator(".cw-verdict")).to_contain_text(SAY("Not right"))
    expect(question.locator(".cw-o.is-wrong")).to_contain_text(SAY("Not right"))
    missed = question.locator(".cw-o.is-missed")
    expect(missed).to_contain_text([SAY("The right answer")] * len(keys(question)))


def test_some_of_the_right_options_are_partly_right(visitor: Visitor) -> None:
    page = visitor.open("quizzes/risk-taxonomy/")
    question = come_to(page.locator("fieldset.cw-q:has([type=checkbox])").first)
    question.locator(".cw-o").nth(keys(question)[0]).click()
    button(question, "Check the answer").click()

    expect(question.locator(".cw-verdict")).to_contain_text(SAY("Partly right"))


def test_every_option_explains_itself(page: Page) -> None:
    question = questions(page).first
    check(question, wrong=True)
    reasons = question.locator(".cw-o .cw-rationale")

    expect(reasons).to_have_count(question.locator(".cw-o").count())
    assert all(len(reason) > 5 for reason in reasons.all_inner_texts())


@EVERY_BUILDER
def test_explanation_leads_back_to_a_section_that_is_there(page: Page, built: Built) -> None:
    question = questions(page).first
    check(question)
    back = question.locator(".cw-explanation a")
    address = back.evaluate("(link) => link.href")

    expect(back).to_be_visible()
    assert page.request.get(address).status == 200
    assert "/learn/" in address


def test_nothing_is_checked_before_something_is_chosen(page: Page) -> None:
    expect(button(questions(page).first, "Check the answer")).to_be_disabled()


def test_focus_goes_to_the_verdict(page: Page) -> None:
    question = questions(page).first
    check(question)

    expect(question.locator(".cw-verdict")).to_be_focused()


def test_verdict_is_seen_where_focus_went(page: Page) -> None:
    question = questions(page).first
    check(question)

    expect(question.locator(".cw-verdict")).to_be_in_viewport()


def test_phone_shows_one_question_at_a_time(phone: Visitor) -> None:
    page = phone.open(QUIZ)
    check(questions(page).first)
    button(page, "Next question").click()

    expect(page.locator("fieldset.cw-q:visible")).to_have_count(1)
    expect(questions(page).nth(1)).to_be_focused()


def test_desk_keeps_the_last_verdict_in_view_with_the_way_to_the_result(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    answer_all(page, wrong=1)
    button(page, "See the result").click()
    button(page, "Only what was missed").click()
    last = questions(page).first
    check(last, wrong=True)

    expect(last.locator(".cw-verdict")).to_be_focused()
    expect(last.locator(".cw-verdict")).to_be_in_viewport()
    expect(page.locator(".cw-outcome")).not_to_be_in_viewport()
    button(page, "See the result").click()
    expect(page.locator(".cw-outcome")).to_be_focused()
    expect(page.locator(".cw-outcome")).to_be_in_viewport()
    last.evaluate("(one) => one.scrollIntoView()")
    expect(button(page, "See the result")).to_be_in_viewport()


def test_a_phone_that_is_turned_keeps_the_question_in_view(phone: Visitor) -> None:
    page = phone.open(QUIZ)
    for _ in range(5):
        page.locator("button[value=next]").click()
    shown = page.locator("fieldset.cw-q:visible")
    expect(shown).to_have_count(1)
    fifth = page.locator(f"#{shown.get_attribute('id')}")

    page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    expect(questions(page).first).to_be_visible()
    expect(fifth).to_be_in_viewport()

    later = questions(page).nth(9)
    later.evaluate("(one) => one.scrollIntoView()")
    expect(later.locator("button[value=check]")).to_have_count(1)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.set_viewport_size(PHONE)
    expect(page.locator("fieldset.cw-q:visible")).to_have_count(1)
    expect(later).to_be_visible()


def test_phone_shows_the_result_when_asked_and_moves_focus_there(phone: Visitor) -> None:
    page = phone.open(QUIZ)
    answer_all(page)
    expect(page.locator(".cw-outcome")).to_be_hidden()
    button(page, "See the result").click()

    expect(page.locator(".cw-outcome")).to_be_focused()
    expect(page.locator("fieldset.cw-q:visible")).to_have_count(0)


def test_result_sets_the_score_against_the_cut_score(visitor: Visitor, built: Built) -> None:
    page = visitor.open(QUIZ)
    total = answer_all(page, wrong=1)

    assert score(page) == (total - 1, total)
    expect(page.locator(".cw-outcome")).to_contain_text(SAY("Passed"))
    cut = built.site.quizzes["risk"].model.cut
    said = SAY("{percent} % · cut score {cut} %").format(percent=100 * (total - 1) // total, cut=cut)
    expect(page.locator(".cw-outcome")).to_contain_text(said)


@EVERY_BUILDER
def test_result_below_the_cut_score_says_what_to_read_and_which_questions_to_see(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    total = answer_all(page, wrong=99)

    assert score(page) == (0, total)
    expect(page.locator(".cw-outcome")).to_contain_text(SAY("Not yet passed"))
    expect(page.locator(".cw-reread a")).to_have_count(3)
    expect(page.locator(".cw-missed a")).to_have_count(total)
    for address in page.locator(".cw-reread a").evaluate_all("(links) => links.map((link) => link.href)"):
        assert page.request.get(address).status == 200


def test_missed_question_is_one_press_away(phone: Visitor) -> None:
    page = phone.open(QUIZ)
    answer_all(page, wrong=2)
    button(page, "See the result").click()
    page.locator(".cw-missed a").nth(1).click()

    expect(questions(page).nth(1)).to_be_focused()


def test_back_from_a_missed_question_leads_to_the_result(visiting: Visiting, instant: str) -> None:
    for look in (PHONE, None):
        page = visiting(instant, **({"viewport": look} if look else {})).open(QUIZ)
        answer_all(page, wrong=99)
        button(page, "See the result").click()
        expect(page.locator(".cw-outcome")).to_be_in_viewport()
        link = page.locator(".cw-missed a").nth(2)
        missed = page.locator(f"fieldset{link.get_attribute('href')}")
        link.click()
        expect(missed).to_be_focused()
        expect(missed).to_be_in_viewport()
        page.go_back()
        expect(page.locator(".cw-outcome")).to_be_in_viewport()
        page.evaluate("(href) => void (location.hash = href)", link.get_attribute("href"))
        expect(missed).to_be_in_viewport()


def test_what_was_right_is_passed_by_where_only_what_was_missed_is_asked(phone: Visitor) -> None:
    page = phone.open(QUIZ)
    answer_all(page, wrong=3)
    button(page, "See the result").click()
    button(page, "Only what was missed").click()
    for at in (0, 1, 2, 0):
        expect(questions(page).nth(at)).to_be_focused()
        button(page, "Next question").click()


def test_quiz_taken_again_is_as_new(page: Page) -> None:
    total = answer_all(page, wrong=1)
    if button(page, "See the result").is_visible():
        button(page, "See the result").click()
    page.locator(".cw-outcome").get_by_role("button", name=SAY("Answer again")).click()

    expect(page.locator(".cw-verdict")).to_have_count(0)
    expect(page.locator(".cw-outcome")).to_have_count(0)
    expect(page.locator("cw-quiz input:checked")).to_have_count(0)
    expect(questions(page).first).to_be_focused()
    assert answer_all(page) == total


def entries_of(question: Locator) -> list[str]:
    return question.locator(".cw-o").all_inner_texts()


def test_only_what_was_missed_is_asked_again_and_the_result_of_the_quiz_stays(visitor: Visitor) -> None:
    page = visitor.open(ONLY_CHOICES)
    total = answer_all(page, wrong=4)
    before = drawer(page, "quizzes")
    drawn = [entries_of(questions(page).nth(at)) for at in range(total)]
    button(page, "Only what was missed").click()
    expect(page.locator(".cw-verdict")).to_have_count(total - 4)
    again = [entries_of(questions(page).nth(at)) for at in range(total)]
    assert again[:4] != drawn[:4], "entries are drawn anew"
    assert again[4:] == drawn[4:]
    page.reload()
    wake_all(page)
    assert [entries_of(questions(page).nth(at)) for at in range(total)] == again
    for at in range(4):
        check(questions(page).nth(at))

    percent = (total - 4) * 100 // total
    said = SAY(
        "This was a second look at what was missed. The result of the quiz stays {percent} %: {standing}."
    )
    standing = SAY("Passed" if percent >= 80 else "Not yet passed")
    expect(page.locator(".cw-outcome")).to_contain_text(said.format(percent=percent, standing=standing))
    expect(page.locator(".cw-outcome .cw-score")).to_contain_text(SAY("All mended"))
    assert score(page) == (total, total)
    assert drawer(page, "quizzes") == before


def test_what_a_section_has_asked_comes_last_in_the_quiz(visitor: Visitor) -> None:
    page = visitor.open(ONLY_CHOICES)
    first = questions(page).first.get_attribute("id") or ""
    check(questions(page).first)
    page.evaluate("localStorage.removeItem(Object.keys(localStorage).find((key) => key.endsWith(':draft')))")
    page.reload()

    expect(questions(page).first).not_to_have_attribute("id", first)
    wake_all(page)
    expect(questions(page).last).to_have_attribute("id", first)


def test_whole_quiz_can_be_taken_with_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open(ONLY_CHOICES)
    for at in range(questions(page).count()):
        question = questions(page).nth(at)
        if not question.locator("input:is([type=radio], [type=checkbox])").count():
            check(question)  # typing is tested where numbers are
            continue
        while not question.locator("input:focus").count():
            page.keyboard.press("Tab")
        for key in keys(question):
            _move_to(page, question.locator("input").first.get_attribute("type") or "", key)
            page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(question.locator(".cw-verdict")).to_contain_text(SAY("Right"))

    page.keyboard.press("Enter")
    expect(page.locator(".cw-outcome")).to_be_focused()


def test_checks_of_a_section_explain_and_can_be_taken_again(visitor: Visitor) -> None:
    page = visitor.open("learn/risk/internal/")
    total = answer_all(page)
    button(page, "Answer again").click()

    assert total >= 2
    expect(page.locator(".cw-verdict")).to_have_count(0)


def test_chosen_but_unchecked_answer_can_still_be_changed(visitor: Visitor) -> None:
    question = questions(visitor.open(QUIZ)).first
    choose(question, wrong=True)
    choose(question)
    button(question, "Check the answer").click()

    expect(question.locator(".cw-verdict")).to_contain_text(SAY("Right"))


_PLACE = """() => [...document.activeElement.closest('fieldset').querySelectorAll('input')]
    .indexOf(document.activeElement)"""


def _move_to(page: Page, kind: str, at: int) -> None:
    """From the focused control of a question to its option at a position."""
    here = int(page.evaluate(_PLACE))
    step = ("ArrowDown", "ArrowUp") if kind == "radio" else ("Tab", "Shift+Tab")
    for _ in range(abs(at - here)):
        page.keyboard.press(step[0] if at > here else step[1])


def test_a_question_far_from_the_window_stays_as_it_came_until_it_is_near(visiting: Visiting) -> None:
    page = visiting().open("quizzes/relationship/")
    page.locator("cw-quiz.is-ready").wait_for()
    first, last = questions(page).first, questions(page).last
    expect(button(first, "Check the answer")).to_be_visible()
    expect(button(last, "Check the answer")).to_have_count(0)
    expect(last.locator(".cw-a")).to_be_hidden()
    last.scroll_into_view_if_needed()
    expect(button(last, "Check the answer")).to_be_visible()
