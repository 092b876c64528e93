"""Gaps, matches, texts, cases and hints in the browser, in the small course that has one of each."""

import pytest
from playwright.sync_api import Locator, expect
from quizzing import check, come_to
from visitors import PHONE, Visiting, Visitor

from coursewright.words import Words

pytest_plugins = ["site_fixtures"]

SAY = Words("en")
QUIZ = "quizzes/wheels/"
SHAPES = ("puncture-words", "tyre-pressure", "puncture-signs", "puncture-kinds", "puncture-advice")


@pytest.fixture
def desk(visiting: Visiting, bicycle: str) -> Visitor:
    return visiting(bicycle)


@pytest.fixture
def mobile(visiting: Visiting, bicycle: str) -> Visitor:
    return visiting(bicycle, viewport=PHONE, has_touch=True, is_mobile=True)


def opened(visitor: Visitor, id: str) -> Locator:
    found = visitor.open(f"{QUIZ}#q-{id}").locator(f"#q-{id}")
    expect(found).to_be_visible()
    return come_to(found)


def press_check(question: Locator) -> None:
    question.locator("button[value=check]").click(force=True)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_number_stands_before_the_first_line_of_a_stem_of_blocks(width: int, desk: Visitor) -> None:
    desk.page.set_viewport_size({"width": width, "height": 900})
    question = opened(desk, "puncture-mending")
    stem = question.locator("#s-puncture-mending")
    expect(stem.locator("li")).to_have_count(2)
    first = """(stem) => {
      const range = document.createRange();
      range.selectNodeContents(stem.querySelector("p"));
      const { left, top, bottom } = range.getClientRects()[0];
      return [left, (top + bottom) / 2];
    }"""
    left, middle = stem.evaluate(first)
    boxes = [question.locator(part).bounding_box() for part in ("legend", "legend > b", ".cw-steps")]
    legend, number, options = (box for box in boxes if box)
    below = stem.bounding_box()
    assert below
    assert number["x"] < legend["x"] + legend["width"] < left < legend["x"] + legend["width"] + 20
    assert abs(number["y"] + number["height"] / 2 - middle) < 4
    assert options["y"] >= below["y"] + below["height"]


def test_every_shape_is_right_and_wrong_says_why_and_is_there_after_a_reload(desk: Visitor) -> None:
    for id in SHAPES:
        check(opened(desk, id), wrong=id in SHAPES[::2])
    page = desk.open(QUIZ)
    for id in SHAPES:
        question = page.locator(f"#q-{id}")
        expect(question.locator(".cw-verdict")).to_contain_text("Not right" if id in SHAPES[::2] else "Right")
        expect(question.locator(".cw-explanation")).to_be_visible()
    assert desk.complaints == []


def test_what_was_typed_is_read_as_people_write_it_and_every_gap_says_how_it_fared(desk: Visitor) -> None:
    question = opened(desk, "puncture-words")
    question.get_by_label("Gap 1").fill("“ＲＯＵＧＨ”.")
    question.get_by_label("Gap 2").press_sequentially("wet")
    desk.page.keyboard.press("Enter")

    expect(question.locator(".cw-verdict")).to_contain_text("Partly right 50%")
    why = question.locator(".cw-gap-list > li")
    expect(why.nth(0)).to_contain_text("Right")
    expect(why.nth(1)).to_contain_text("It should be: dry")
    expect(why.nth(1)).to_contain_text("the patch lifts at its edge")
    assert question.get_by_label("Gap 2").get_attribute("readonly") is not None


def test_a_known_mistake_says_where_it_comes_from_and_another_one_does_not(
    visiting: Visiting, bicycle: str
) -> None:
    for typed, known, presses in (("2 bar", 1, 1), ("7", 0, 1), ("7 apples", 0, 2)):
        question = opened(visiting(bicycle), "tyre-pressure")
        question.get_by_label("Gap 1").fill(typed)
        for press in range(presses):
            expect(question.get_by_text("Something is left open or cannot be read")).to_have_count(press)
            press_check(question)
        expect(question.locator(".cw-verdict")).to_contain_text("Not right")
        expect(
            question.get_by_text("how far apart the two limits are").locator("visible=true")
        ).to_have_count(known)


def test_a_thing_is_dragged_to_what_it_belongs_to_and_said_to_be_there(desk: Visitor) -> None:
    question = opened(desk, "puncture-kinds")
    row = question.locator(".cw-things > li").first
    text, target = row.locator("span").last.inner_text(), question.locator(".cw-targets > li").nth(1)
    grip, to = row.locator(".cw-grip").bounding_box(), target.bounding_box()
    assert grip
    assert to
    desk.page.mouse.move(grip["x"] + 5, grip["y"] + 10)
    desk.page.mouse.down()
    desk.page.mouse.move(to["x"] + 60, to["y"] + 10, steps=4)
    expect(target).to_have_class("is-over")
    desk.page.mouse.up()

    expect(row.locator("select")).to_have_value(target.get_attribute("data-id") or "")
    expect(target.locator(".cw-put")).to_have_text(text)
    expect(question.locator("[aria-live]").first).to_have_text(f"{text}: put to From inside")
    desk.page.reload()
    expect(row.locator("select")).to_have_value(target.get_attribute("data-id") or "")


def test_a_text_is_judged_by_its_writer_once_a_good_answer_is_shown(mobile: Visitor) -> None:
    question = opened(mobile, "puncture-advice")
    press_check(question)
    expect(question).to_contain_text("Write your answer first.")
    expect(question.locator(".cw-rubric .cw-sample")).to_have_count(0)
    question.get_by_label("Your answer").fill("Look at the rim.")
    press_check(question)
    expect(question.locator(".cw-rubric .cw-sample")).to_contain_text("the cause sits there")
    expect(question.locator(".cw-verdict")).to_have_count(0)
    question.get_by_label("Names the rim as the cause").check()
    mobile.page.reload()
    expect(question.get_by_label("Names the rim as the cause")).to_be_checked()
    question.get_by_role("button", name="Record what I ticked").click()
    expect(question.locator(".cw-verdict")).to_contain_text("Partly right 66%")


def test_hints_come_one_by_one_and_by_keyboard(desk: Visitor) -> None:
    question = opened(desk, "puncture-words")
    question.get_by_text("Hint").focus()
    desk.page.keyboard.press("Enter")
    expect(question.get_by_text("before the patch is touched")).to_be_visible()


def test_a_case_stays_with_its_questions_and_in_order_when_all_is_shuffled(desk: Visitor) -> None:
    page = desk.open(QUIZ)
    for question in page.locator("fieldset.cw-q").all():
        check(question)
    page.get_by_role("button", name="Answer again").click()
    expect(page.locator(".cw-verdict")).to_have_count(0)
    asked = page.locator(".cw-case > fieldset").evaluate_all("(all) => all.map(({ id }) => id)")
    assert asked == ["q-wobble-way", "q-wobble-turn"]
    expect(page.locator("#q-wobble-way .cw-o").last).to_contain_text("All of them alike")
    expect(page.locator("#q-puncture-advice textarea")).to_have_value("")


def test_on_a_phone_a_case_is_there_while_its_questions_are(mobile: Visitor) -> None:
    page = mobile.open(f"{QUIZ}#q-wobble-turn")
    expect(page.locator(".cw-stimulus")).to_be_visible()
    expect(page.locator("#q-wobble-turn")).to_be_visible()
    expect(page.locator("#q-wobble-way")).to_be_hidden()
    page.get_by_role("button", name="Previous question").click()
    expect(page.locator("#q-wobble-way")).to_be_focused()
    expect(page.locator(".cw-stimulus > summary")).to_be_in_viewport()
    page.get_by_role("button", name="Previous question").click()
    expect(page.locator(".cw-stimulus")).to_be_hidden()
