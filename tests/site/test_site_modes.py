"""Saying how sure one is, hints that count, single keys, and the review of all that in the small course."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from quizzing import COMPOSED, answer_all, check, choose, come_to, drawer, keys, press_raw
from visitors import PHONE, Visiting, Visitor

pytest_plugins = ["site_fixtures"]

QUIZ = "quizzes/wheels/"
REVIEW = "quizzes/review/"
RECORD = "coursewright:bicycle-repair"
THREE_CHOICES = "crypto.getRandomValues = (numbers) => numbers.fill(1196)"
"""The questions that come first are choices then, the third with several keys."""
PRINTED = "window.print = () => { document.documentElement.dataset.printed = 'yes' }"


@pytest.fixture
def desk(visiting: Visiting, bicycle: str) -> Visitor:
    return visiting(bicycle)


def question(page: Page, id: str) -> Locator:
    return come_to(page.locator(f"#q-{id}"))


def last(page: Page, id: str) -> dict[str, Any]:
    """The last try at an item."""
    tried: dict[str, Any] = drawer(page, "items", RECORD)["entries"][id]["tries"][-1]
    return tried


def ask_how_sure(page: Page) -> None:
    page.get_by_label("Say how sure I am").check()


def test_nobody_asks_how_sure_one_is_before_it_is_turned_on_and_then_always(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    expect(page.get_by_role("radiogroup")).to_have_count(0)
    ask_how_sure(page)
    for _ in range(2):
        for each in page.locator("cw-quiz fieldset.cw-q").all():
            come_to(each)
        expect(page.get_by_role("radiogroup", name="How sure are you?")).to_have_count(12)
        desk.open(QUIZ)
    page.get_by_label("Say how sure I am").uncheck()
    expect(page.get_by_role("radiogroup")).to_have_count(0)


def test_how_sure_one_was_is_kept_and_what_surprises_is_told(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    ask_how_sure(page)
    surprises = {
        ("puncture-place", "Sure", True): "You were sure, and yet it was not right",
        ("puncture-order", "A guess", False): "A lucky guess",
        ("truing-steps", "Sure", False): None,
        ("truing-direction", "A guess", True): None,
    }
    for (id, level, wrong), said in surprises.items():
        question(page, id).get_by_label(level, exact=True).check()
        check(question(page, id), wrong=wrong)
        expect(question(page, id).locator(".cw-surprise")).to_have_count(1 if said else 0)
        if said:
            expect(question(page, id).locator(".cw-surprise")).to_contain_text(said)
        assert last(page, id)["sure"] == (3 if level == "Sure" else 1)
        expect(question(page, id).get_by_role("radiogroup")).to_have_count(0)
    check(question(page, "tyre-pressure"))
    assert "sure" not in last(page, "tyre-pressure")


def test_what_was_said_before_a_reload_still_counts_and_the_result_adds_it_up(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    ask_how_sure(page)
    question(page, "puncture-place").get_by_label("Sure", exact=True).check()
    page.reload()
    expect(question(page, "puncture-place").get_by_label("Sure", exact=True)).to_be_checked()
    for each in page.locator("cw-quiz fieldset.cw-q").all():
        check(each, wrong=each.get_attribute("id") == "q-puncture-place")
    expect(page.locator(".cw-outcome")).to_contain_text("How sure you were: Sure: 0 of 1 right")
    page.get_by_role("button", name="Only what was missed").click()
    expect(question(page, "puncture-place").locator(".cw-sure :checked")).to_have_count(0)


def test_hints_opened_before_the_answer_are_counted_and_those_after_it_are_not(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    hint = question(page, "puncture-words").locator(".cw-hint summary")
    hint.click()
    hint.click()
    page.reload()
    check(question(page, "puncture-words"))
    assert last(page, "puncture-words")["hints"] == 1
    page.evaluate("localStorage.clear()")
    page.reload()
    check(question(page, "puncture-words"))
    hint.click()
    assert "hints" not in last(page, "puncture-words")


def test_numbers_and_letters_choose_enter_checks_and_leads_on(desk: Visitor) -> None:
    desk.page.add_init_script(THREE_CHOICES)
    page = desk.open(QUIZ)
    page.locator("cw-quiz .cw-tools button").focus()
    for id, names in (("puncture-place", "1234"), ("puncture-order", "ABCD")):
        (at,) = keys(question(page, id))
        for key in (names[at], "Enter", "Enter"):
            page.keyboard.press(key)
        expect(question(page, id).locator(".cw-verdict")).to_contain_text("Right")
    page.keyboard.press("a")
    page.keyboard.press("3")
    ticked = question(page, "truing-direction").locator(".cw-o input")
    assert [box.is_checked() for box in ticked.all()] == [True, False, True, False]
    expect(ticked.nth(2)).to_be_focused()
    page.keyboard.press("3")
    expect(ticked.nth(2)).not_to_be_checked()


@pytest.mark.parametrize("key", ["Control+1", "Alt+b", "Meta+a"])
def test_keys_with_a_modifier_belong_to_the_browser(key: str, desk: Visitor) -> None:
    page = desk.open(QUIZ)
    question(page, "puncture-place").focus()
    page.keyboard.press(key)
    expect(page.locator("cw-quiz .cw-o input:checked")).to_have_count(0)


def test_what_is_typed_is_no_key_and_neither_is_what_is_pressed_outside(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    page.locator("cw-quiz.is-ready").wait_for()
    page.get_by_role("link").first.focus()
    page.keyboard.press("1")
    page.keyboard.press("?")
    gap, text = question(page, "puncture-words").get_by_label("Gap 1"), page.get_by_label("Your answer")
    for field in (gap, text):
        field.press_sequentially("a1b2?")
        expect(field).to_have_value("a1b2?")
    expect(page.locator("cw-quiz .cw-o input:checked")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("composed", COMPOSED)
def test_the_enter_that_ends_a_chinese_word_checks_nothing(composed: dict[str, Any], desk: Visitor) -> None:
    page = desk.open(QUIZ)
    gap = question(page, "puncture-words").get_by_label("Gap 1")
    gap.fill("rough")
    press_raw(gap, key="Enter", **composed)
    expect(question(page, "puncture-words").locator(".cw-m, .cw-verdict")).to_have_count(0)
    press_raw(gap, key="Enter")
    expect(question(page, "puncture-words").locator(".cw-m, .cw-verdict")).not_to_have_count(0)


def test_a_key_that_is_held_down_checks_once(desk: Visitor) -> None:
    """It would press on through what is asked, or read, before one sees it."""
    page = desk.open(QUIZ)
    words = question(page, "puncture-words")
    words.get_by_label("Gap 1").fill("rough")
    for _ in range(3):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")

    expect(words.locator(".cw-feedback")).not_to_be_empty()
    expect(words.locator(".cw-verdict")).to_have_count(0)


def test_the_list_of_keys_opens_and_closes_and_turns_single_keys_off_for_good(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    question(page, "puncture-place").locator("input").first.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("Choose an option of the question")
    page.keyboard.press("1")
    page.get_by_label("Use single characters").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(question(page, "puncture-place").locator("input").first).to_be_focused()
    desk.open(QUIZ)
    question(page, "puncture-place").locator("input").first.focus()
    for key in ("2", "?"):
        page.keyboard.press(key)
    expect(page.locator("cw-quiz .cw-o input:checked")).to_have_count(0)
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_label("Use single characters")).not_to_be_checked()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_list_of_keys_that_does_not_come_says_so_and_comes_at_the_next_press(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    desk.context.set_offline(True)
    page.get_by_role("button", name="Keys").click()
    failed = page.get_by_role("button", name="Keys · Try again")
    expect(failed).to_be_visible()
    check(question(page, "puncture-place"))
    desk.context.set_offline(False)
    failed.click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_enter_leads_from_a_verdict_to_the_next_open_question_and_not_back(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    asked = page.locator("cw-quiz fieldset.cw-q")
    for at in (3, 4):
        check(come_to(asked.nth(at)))
    page.keyboard.press("Enter")
    expect(asked.nth(5)).to_be_focused()
    check(come_to(asked.last))
    page.keyboard.press("Enter")
    expect(asked.first).to_be_focused()


def test_what_a_text_is_judged_by_comes_before_it_is_scored(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    written = come_to(page.locator("fieldset[data-shape=written]").first)
    written.locator("textarea").fill("A text.")
    written.locator("button[value=check]").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(written.locator(".cw-rubric")).to_be_focused()
    expect(written.locator(".cw-sample").first).to_be_in_viewport()
    expect(written.locator(".cw-verdict")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(written.locator(".cw-rubric input").first).to_be_focused()
    written.locator("button[value=check]").click()
    expect(written.locator(".cw-verdict")).to_be_focused()


@pytest.mark.parametrize("key", ["n", "p", ".", ","])
def test_no_key_of_the_theme_leads_away_from_questions(key: str, desk: Visitor) -> None:
    page = desk.open(QUIZ)
    field = question(page, "puncture-place")
    field.locator("input").first.focus()
    page.keyboard.press(key)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url.endswith(QUIZ)
    expect(field).to_be_visible()


def test_checks_of_a_section_have_keys_too(desk: Visitor) -> None:
    page = desk.open("learn/wheels/puncture/")
    first = come_to(page.locator("cw-quiz fieldset.cw-q").first)
    first.focus()
    page.keyboard.press("1")
    expect(first.locator("input").first).to_be_checked()


def wrong_and_sure(desk: Visitor) -> Page:
    """The review after three mistakes, of which one was sure of one, and a right answer."""
    page = desk.open(QUIZ)
    ask_how_sure(page)
    for id, level in (("truing-steps", "Sure"), ("puncture-order", "A guess"), ("wobble-way", "Not sure")):
        question(page, id).get_by_label(level, exact=True).check()
        check(question(page, id), wrong=True)
    check(question(page, "puncture-place"))
    desk.open("quizzes/drivetrain/")
    check(question(page, "chain-ruler"), wrong=True)
    return desk.open(REVIEW)


def test_digits_reach_the_question_in_view_where_nothing_has_focus(desk: Visitor) -> None:
    desk.page.add_init_script(THREE_CHOICES)
    page = desk.open(QUIZ)
    page.locator("cw-quiz.is-ready").wait_for()
    page.evaluate("scrollTo(0, 0)")
    asked = page.locator("cw-quiz fieldset.cw-q")
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("a")
    expect(page.locator("cw-quiz input:checked")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("2")
    expect(asked.first.locator(".cw-o input").nth(1)).to_be_checked()
    expect(page.locator("cw-quiz input:checked")).to_have_count(1)
    page.evaluate("document.activeElement.blur(); scrollTo(0, document.body.scrollHeight)")
    expect(asked.first).not_to_be_in_viewport()
    page.keyboard.press("1")
    expect(asked.first.locator(".cw-o input").first).not_to_be_checked()


def test_letters_and_muted_digits_are_left_alone_where_nothing_has_focus(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    page.locator("cw-quiz.is-ready").wait_for()
    page.keyboard.press("?")
    page.get_by_label("Use single characters").uncheck()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")
    page.keyboard.press("?")
    expect(page.locator("cw-quiz input:checked")).to_have_count(0)
    expect(page.get_by_role("dialog", name="Keys")).to_have_count(0)
    desk.open("learn/")
    page.keyboard.press("1")
    assert desk.complaints == []


def test_what_one_was_sure_of_and_got_wrong_is_listed_first_and_asked_first(desk: Visitor) -> None:
    page = wrong_and_sure(desk)
    expect(page.locator(".cw-mistakes > li").first).to_contain_text("Was sure of it")
    expect(page.locator(".cw-mistakes")).to_contain_text("Was sure of it")
    page.get_by_role("button", name="Answer these again").click()
    asked = page.locator("cw-review fieldset.cw-q")
    expect(asked).to_have_attribute("id", "q-truing-steps")
    asked.get_by_label("Sure", exact=True).check()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(asked.locator(".cw-verdict")).to_contain_text("Right")
    assert last(page, "truing-steps")["sure"] == 3
    page.keyboard.press("Enter")
    expect(asked).not_to_have_attribute("id", "q-truing-steps")


def test_a_mistake_is_called_by_what_it_asks(desk: Visitor) -> None:
    page = wrong_and_sure(desk)
    first = page.locator(".cw-mistakes > li").first
    expect(first.locator("a").first).to_have_text(
        "A quarter of a turn is enough before the wheel is spun and looked at again."
    )
    page.route("**/stems.json", lambda route: route.abort())
    page.reload()
    expect(first.locator("a").first).to_have_text("Mistake 1")


def test_the_review_is_of_a_chapter_or_of_a_competency(desk: Visitor) -> None:
    page = wrong_and_sure(desk)
    links = page.locator(".cw-mistakes a[href*='#q-']")
    expect(links).to_have_count(4)
    page.get_by_label("Competency").select_option(label="Transmission")
    expect(links).to_have_count(1)
    expect(page.get_by_label("Competency")).to_be_focused()
    page.get_by_label("Chapter").select_option("1")
    expect(page.locator("cw-review")).to_contain_text("Nothing here of:")
    page.get_by_label("Competency").select_option("")
    expect(links).to_have_count(3)


def test_what_a_review_is_of_outlasts_a_reload_and_another_page(desk: Visitor) -> None:
    page = wrong_and_sure(desk)
    links = page.locator(".cw-mistakes a[href*='#q-']")
    page.get_by_label("Competency").select_option(label="Transmission")
    page.reload()
    expect(links).to_have_count(1)
    expect(page.get_by_label("Competency").locator("option:checked")).to_have_text("Transmission")
    page.evaluate("void (window.isHere = true)")
    links.click()
    expect(page.locator("cw-quiz fieldset.cw-q").first).to_be_visible()
    page.go_back()
    expect(links).to_have_count(1)
    assert page.evaluate("window.isHere"), "by instant navigation"
    page.evaluate(
        '(key) => sessionStorage.setItem(key, \'{"chapter": "99", "competency": 7}\')', f"{RECORD}:review"
    )
    page.reload()
    expect(links).to_have_count(4)
    expect(page.get_by_label("Chapter")).to_have_value("")


def test_mistakes_are_printed_with_room_and_their_answers_behind_them(
    visiting: Visiting, bicycle: str
) -> None:
    desk = visiting(bicycle)
    desk.page.add_init_script(PRINTED)
    page = wrong_and_sure(desk)
    page.get_by_role("button", name="Print these").click()
    expect(page.locator("html[data-printed=yes]")).to_have_count(1)
    page.emulate_media(media="print")
    sheet = page.locator(".cw-paper")
    expect(sheet.locator("fieldset.cw-q:visible")).to_have_count(4)
    expect(sheet.locator("fieldset.cw-q :is(details, .cw-e)")).to_have_count(0)
    expect(sheet.locator(".cw-a:visible")).to_have_count(4)
    expect(sheet.locator(".cw-a").first).to_contain_text("Truing is done in small steps")
    expect(page.locator(".cw-mistakes, h1, .cw-intro").locator("visible=true")).to_have_count(0)
    page.emulate_media(media="screen")
    expect(sheet).to_be_hidden()


def test_the_review_says_what_it_has_not_and_what_did_not_come(desk: Visitor) -> None:
    page = desk.open(REVIEW)
    expect(page.get_by_role("link", name="To the quizzes")).to_be_visible()
    page = wrong_and_sure(desk)
    page.route("**/quizzes/*/", lambda route: route.abort())
    for name in ("Answer these again", "Print these"):
        page.get_by_role("button", name=name).click()
        expect(page.locator("cw-review > p").first).to_contain_text("gone: 4")
        expect(page.locator("cw-review > p").first).to_be_focused()


def test_a_review_without_its_list_is_tried_again(visiting: Visiting, bicycle: str) -> None:
    desk = visiting(bicycle)
    desk.page.route("**/items.json", lambda route: route.abort())
    page = desk.open(REVIEW)
    expect(page.locator("cw-review")).to_contain_text("The list of questions did not come")
    desk.page.unroute("**/items.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("link", name="To the quizzes")).to_be_visible()


def test_on_a_phone_there_is_no_button_for_keys(visiting: Visiting, bicycle: str) -> None:
    page = visiting(bicycle, viewport=PHONE, has_touch=True, is_mobile=True).open(QUIZ)
    expect(page.get_by_role("button", name="Keys")).to_be_hidden()
    ask_how_sure(page)
    shown = page.locator("fieldset.cw-q:visible")
    choose(shown)
    shown.get_by_label("Not sure").check()
    shown.get_by_role("button", name="Check the answer").click()
    (entry,) = drawer(page, "items", RECORD)["entries"].values()
    assert entry["tries"][-1]["sure"] == 2


@pytest.mark.parametrize("width", [390, 1280])
def test_a_missed_question_is_come_to_with_focus(width: int, desk: Visitor) -> None:
    desk.page.set_viewport_size({"width": width, "height": 900})
    page = desk.open(QUIZ)
    answer_all(page, wrong=2)
    page.evaluate("document.querySelector('button[value=result]')?.click()")
    links = page.locator(".cw-outcome .cw-missed a")
    expect(links).to_have_count(2)
    target = page.locator(links.last.get_attribute("href") or "")
    links.last.click()
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()
    page.wait_for_timeout(500)
    expect(target).to_be_focused()
