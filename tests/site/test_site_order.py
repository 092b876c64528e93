"""Steps put in order: by buttons, by keyboard, by dragging, by numbers; a half-made order is never lost."""

from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect
from quizzing import SAY, arrange, button, check, come_to, steps
from visitors import PHONE, Visiting, Visitor

pytest_plugins = ["site_fixtures"]

SECTION = "learn/relationship/complaints/"
ID = "#q-relationship-complaints-steps"


@pytest.fixture(params=["desk", "phone"])
def question(request: pytest.FixtureRequest, visiting: Visiting) -> Locator:
    """A question whose steps are to be put in order, wide and narrow."""
    if request.param == "phone":
        return opened(visiting(viewport=PHONE, has_touch=True, is_mobile=True))
    return opened(visiting())


def opened(visitor: Visitor) -> Locator:
    found = visitor.open(f"{SECTION}{ID}").locator(ID)
    expect(found).to_be_visible()
    return come_to(found)


def move(question: Locator, at: int, way: str) -> Locator:
    """Press a button of the step at a place."""
    pressed = question.locator(f".cw-steps > li:nth-child({at + 1}) button[value={way}]")
    pressed.click()
    return pressed


def test_steps_stand_in_another_order_than_the_right_one(question: Locator) -> None:
    assert sorted(steps(question)) == sorted(steps(question, key=True))
    assert steps(question) != steps(question, key=True)


def test_a_step_is_moved_by_buttons_that_say_what_they_move(question: Locator) -> None:
    before = steps(question)
    text = question.locator(".cw-steps > li").nth(2).locator("label").inner_text()
    up = question.get_by_role("button", name=SAY("Up: {step}").format(step=text))
    up.click()

    assert steps(question) == [before[0], before[2], before[1], *before[3:]]
    said = SAY("{step}: now step {number} of {total}").format(step=text, number=2, total=len(before))
    expect(question.locator("[aria-live]").first).to_have_text(said)


def test_the_first_goes_no_further_up_and_the_last_no_further_down(question: Locator) -> None:
    before = steps(question)
    for row, way in ((0, "up"), (len(before) - 1, "down")):
        end = question.locator(f".cw-steps > li:nth-child({row + 1}) button[value={way}]")
        expect(end).to_have_attribute("aria-disabled", "true")
        end.click(force=True)

    assert steps(question) == before


def test_focus_stays_on_the_button_so_that_a_step_goes_on_moving(visitor: Visitor) -> None:
    question = opened(visitor)
    before = steps(question)
    question.locator(".cw-steps > li:nth-child(1) button[value=down]").focus()
    for key in ("Enter", "Space", "Enter"):
        visitor.page.keyboard.press(key)

    assert steps(question)[:4] == [*before[1:4], before[0]]
    expect(question.locator(f"li[data-id='{before[0]}'] button[value=down]")).to_be_focused()


def test_an_order_that_nobody_touched_is_no_answer(question: Locator) -> None:
    button(question, "Check the answer").dispatch_event("click")

    expect(question).to_contain_text(SAY("Move a step first: the order shown is not the right one."))
    expect(question.locator(".cw-verdict")).to_have_count(0)


def test_the_right_order_is_right_and_every_step_says_why(question: Locator) -> None:
    check(question)

    expect(question.locator(".cw-verdict")).to_contain_text(SAY("Right"))
    expect(question.locator(".cw-steps > .is-right")).to_have_count(7)
    assert all(len(reason) > 5 for reason in question.locator(".cw-rationale").all_inner_texts())
    expect(question.locator(".cw-moves").first).to_be_hidden()


def test_an_order_that_is_nearly_right_earns_its_pairs(question: Locator) -> None:
    key = steps(question, key=True)
    arrange(question, [key[1], key[0], *key[2:]])
    button(question, "Check the answer").click()

    expect(question.locator(".cw-verdict")).to_contain_text(f"{SAY('Partly right')} 90%")
    expect(question.locator(".cw-steps > li").first).to_contain_text(
        SAY("Belongs in place {number}").format(number=2)
    )


def test_a_half_made_order_is_there_after_a_reload(visitor: Visitor) -> None:
    question = opened(visitor)
    move(question, 3, "up")
    made = steps(question)
    visitor.page.reload()

    expect(question.locator(".cw-grip").first).to_be_visible()
    assert steps(question) == made
    expect(button(question, "Check the answer")).to_be_enabled()


def test_a_checked_order_is_as_it_was_after_a_reload(visitor: Visitor) -> None:
    question = opened(visitor)
    check(question, wrong=True)
    made = steps(question)
    visitor.page.reload()

    expect(question.locator(".cw-verdict")).to_contain_text(SAY("Not right"))
    assert steps(question) == made


def test_a_step_is_dragged_by_its_grip(visitor: Visitor) -> None:
    question = opened(visitor)
    question.scroll_into_view_if_needed()
    before = steps(question)
    drag(visitor.page, question.locator(".cw-grip").nth(0), question.locator(".cw-steps > li").nth(2))

    assert steps(question) == [*before[1:3], before[0], *before[3:]]
    expect(button(question, "Check the answer")).to_be_enabled()


def test_a_grip_that_is_only_pressed_or_pressed_with_another_button_answers_nothing(visitor: Visitor) -> None:
    question = opened(visitor)
    question.scroll_into_view_if_needed()
    grip, before = question.locator(".cw-grip").nth(0), steps(question)
    grip.click()
    drag(visitor.page, grip, question.locator(".cw-steps > li").nth(2), button="right")

    assert steps(question) == before
    expect(button(question, "Check the answer")).to_have_attribute("aria-disabled", "true")


def test_a_step_dragged_beyond_the_list_stands_at_its_end(visitor: Visitor) -> None:
    question = opened(visitor)
    question.scroll_into_view_if_needed()
    before = steps(question)
    drag(visitor.page, question.locator(".cw-grip").nth(1), visitor.page.locator("header").first)

    assert steps(question) == [before[1], before[0], *before[2:]]


def test_escape_puts_a_step_back_that_is_being_dragged(visitor: Visitor) -> None:
    question = opened(visitor)
    question.scroll_into_view_if_needed()
    before, mouse = steps(question), visitor.page.mouse
    start = question.locator(".cw-grip").nth(0).bounding_box()
    end = question.locator(".cw-steps > li").nth(2).bounding_box()
    assert start
    assert end
    mouse.move(start["x"] + 5, start["y"] + 5)
    mouse.down()
    mouse.move(end["x"] + 40, end["y"] + end["height"] * 0.8, steps=4)
    assert steps(question) != before
    visitor.page.keyboard.press("Escape")
    mouse.move(end["x"] + 40, end["y"] + end["height"] * 2, steps=2)
    mouse.up()

    assert steps(question) == before
    expect(button(question, "Check the answer")).to_have_attribute("aria-disabled", "true")


def test_a_step_is_chosen_nowhere_but_at_its_grip(visitor: Visitor) -> None:
    question = opened(visitor)
    question.scroll_into_view_if_needed()
    before = steps(question)
    rows = question.locator(".cw-steps > li")
    drag(visitor.page, rows.nth(0).locator("label"), rows.nth(2))

    assert steps(question) == before


def test_answered_again_it_stands_as_at_first(visitor: Visitor) -> None:
    page = visitor.open(SECTION)
    question = page.locator(ID)
    before = steps(question)
    quiz = page.locator("cw-quiz").filter(has=question)
    for each in quiz.locator("fieldset.cw-q").all():
        check(each)
    button(quiz, "Answer again").click()

    assert steps(question) == before
    expect(question.locator(".cw-rationale")).to_have_count(0)
    expect(question.locator(".cw-moves").first).to_be_visible()


def test_without_scripts_every_step_is_given_its_number(visiting: Visiting) -> None:
    page = visiting(java_script_enabled=False).open(SECTION)
    question = page.locator(ID)
    inputs = question.get_by_role("spinbutton")

    expect(inputs).to_have_count(7)
    inputs.nth(0).fill("3")
    expect(question.locator(".cw-grip, .cw-steps button")).to_have_count(0)
    question.locator("summary").click()
    expect(question.locator("details li:visible")).to_have_count(7)


def drag(page: Page, what: Locator, to: Locator, button: Literal["left", "right"] = "left") -> None:
    """From the middle of a thing to the lower half of another."""
    start, end = what.bounding_box(), to.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down(button=button)
    page.mouse.move(end["x"] + 40, end["y"] + end["height"] * 0.2, steps=4)
    page.mouse.move(end["x"] + 40, end["y"] + end["height"] * 0.8, steps=4)
    page.mouse.up(button=button)
