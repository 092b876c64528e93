"""Every item type, in the small course that has one of each: by any means, in any state, whatever it says."""

from typing import Any

import pytest
from answering import Answering, Finger, Keys, Mouse
from auditing import broken_rules
from fitting import too_wide
from playwright.sync_api import Locator, Page, expect
from quizzing import answer_all, check, choose, come_to, drawer, press_check
from visitors import PHONE, Visiting

pytest_plugins = ["site_fixtures"]

QUIZ = "quizzes/wheels/"
QUESTIONS = 12
MEANS: dict[str, tuple[type[Answering], dict[str, Any]]] = {
    "mouse": (Mouse, {}),
    "finger": (Finger, {"viewport": PHONE, "has_touch": True, "is_mobile": True}),
    "keys": (Keys, {}),
}
DENIED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied'); } })"


def questions(page: Page) -> list[Locator]:
    """By their ids, in the order in which they stand."""
    ids = page.locator("cw-quiz .cw-q").evaluate_all("(all) => all.map(({ id }) => id)")
    assert len(ids) == QUESTIONS
    return [page.locator(f"#{id}") for id in ids]


@pytest.mark.parametrize("means", MEANS)
def test_every_type_is_answered_right_by(means: str, visiting: Visiting, bicycle: str) -> None:
    how, options = MEANS[means]
    desk = visiting(bicycle, **options)
    page = desk.open(QUIZ)
    hand = how(page)
    for at, question in enumerate(questions(page)):
        if at and means == "keys":
            page.keyboard.press("Enter")
        hand.next(question)
        hand.answer(question)
    result = page.locator("button[value=result]")
    ways = {"finger": result.tap, "keys": lambda: page.keyboard.press("Enter")}
    ways.get(means, result.click)()
    expect(page.locator(".cw-score")).to_contain_text(f"{QUESTIONS} / {QUESTIONS}")
    expect(page.locator(".cw-outcome")).to_be_focused()
    assert desk.complaints == []


def test_where_nothing_can_be_kept_every_type_works_and_says_so(visiting: Visiting, bicycle: str) -> None:
    desk = visiting(bicycle)
    desk.page.add_init_script(DENIED)
    page = desk.open(QUIZ)
    page.get_by_label("Say how sure I am").check()
    for question in questions(page):
        check(question)
        expect(question.locator(".cw-warn")).to_contain_text("This browser cannot keep your answers")
    expect(page.locator(".cw-score")).to_contain_text(f"{QUESTIONS} / {QUESTIONS}")
    expect(page.locator(".cw-outcome")).to_contain_text("This browser cannot keep your answers")
    desk.open("quizzes/review/")
    expect(page.locator("cw-review .cw-warn")).to_contain_text("This browser cannot keep your answers")
    assert desk.complaints == []


def test_a_page_that_has_come_needs_a_connection_for_nothing_but_the_result(
    visiting: Visiting, bicycle: str
) -> None:
    desk = visiting(bicycle)
    page = desk.open(QUIZ)
    desk.context.set_offline(True)
    for at, question in enumerate(questions(page)):
        check(question, wrong=at % 2 == 0)
    expect(page.locator(".cw-outcome")).to_contain_text("Your answers are kept, but the result did not come.")
    desk.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".cw-score")).to_contain_text(f"{QUESTIONS // 2} / {QUESTIONS}")
    expect(page.locator(".cw-outcome")).to_be_focused()
    desk.context.set_offline(True)
    page.get_by_role("button", name="Answer again").click()
    expect(page.locator(".cw-verdict")).to_have_count(0)
    assert [each for each in desk.complaints if "ERR_INTERNET_DISCONNECTED" not in each] == []


def test_half_made_answers_are_there_after_going_elsewhere_and_back(visiting: Visiting, bicycle: str) -> None:
    desk = visiting(bicycle)
    page = desk.open(QUIZ)
    page.evaluate("window.stayed = true")
    for at, question in enumerate(questions(page)):
        (check if at % 2 else choose)(question)
    before = page.locator("cw-quiz input, cw-quiz select, cw-quiz textarea").evaluate_all(_VALUES)
    page.get_by_role("link", name="Competencies").first.click()
    expect(page.locator("h1")).to_contain_text("Competencies")
    page.go_back()
    expect(page.locator("cw-quiz.is-ready")).to_have_count(1)
    assert page.evaluate("window.stayed")
    expect(page.locator(".cw-verdict")).to_have_count(QUESTIONS // 2)
    assert page.locator("cw-quiz input, cw-quiz select, cw-quiz textarea").evaluate_all(_VALUES) == before
    for question in questions(page)[::2]:
        question.locator("button[value=check]").click()
    entries = drawer(page, "items", "coursewright:bicycle-repair")["entries"]
    assert {id: len(entry["tries"]) for id, entry in entries.items()} == dict.fromkeys(
        [str(each.get_attribute("id")).removeprefix("q-") for each in questions(page)], 1
    )
    assert desk.complaints == []


_VALUES = """(all) => all.map(({ name, value, checked, dataset }) =>
  [name, value, checked, dataset.id ?? ""].join())"""


def test_targets_stand_in_another_order_when_a_quiz_is_taken_again_unless_fixed(
    visiting: Visiting, bicycle: str
) -> None:
    desk = visiting(bicycle)
    page = desk.open(QUIZ)
    orders: dict[str, set[str]] = {"puncture-signs": set(), "puncture-kinds": set()}
    for _ in range(3):
        for id, seen in orders.items():
            come_to(page.locator(f"#q-{id}"))
            targets = page.locator(f"#q-{id} .cw-targets > li")
            seen.add(targets.evaluate_all("(all) => all.map(({ dataset }) => dataset.id).join()"))
            page.locator(f"#q-{id} select").first.focus()
            offered = page.locator(f"#q-{id} select").first.locator("option").all_inner_texts()[1:]
            shown = targets.evaluate_all("(all) => all.map(({ firstChild }) => firstChild.textContent)")
            assert offered == [f"{letter} {text}" for letter, text in zip("ABCD", shown, strict=False)]
        answer_all(page)
        expect(page.locator(".cw-score")).to_contain_text(f"{QUESTIONS} / {QUESTIONS}")
        page.get_by_role("button", name="Answer again").click()
    assert [len(seen) for seen in orders.values()] == [3, 1]


def test_without_scripts_every_type_has_its_controls_and_its_answer(visiting: Visiting, bicycle: str) -> None:
    page = visiting(bicycle, java_script_enabled=False).open(QUIZ)
    for question in questions(page):
        controls = question.locator("input, select, textarea")
        expect(controls.first).to_be_enabled()
        question.locator("details.cw-a > summary").click()
        expect(question.locator("details.cw-a .cw-e")).to_be_visible()
        expect(question.locator("details.cw-a > ol > li").first).to_be_visible()
    for opened in page.locator("details.cw-hint > summary").all():
        opened.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


def test_every_state_of_every_type_breaks_no_rule(visiting: Visiting, bicycle: str) -> None:
    desk = visiting(bicycle)
    broken = [f"{state}: {rule}" for state, rules in states(desk.open(QUIZ)).items() for rule in rules]
    assert broken == []
    assert desk.complaints == []


def broken_in_both(page: Page, within: str = "cw-quiz") -> list[str]:
    """In the dark only what has to do with colours can differ."""
    light = broken_rules(page, within)
    page.locator("body").evaluate("(body) => body.setAttribute('data-md-color-scheme', 'slate')")
    dark = broken_rules(page, within, "color-contrast")
    page.locator("body").evaluate("(body) => body.setAttribute('data-md-color-scheme', 'default')")
    return light + dark


def states(page: Page) -> dict[str, list[str]]:
    """Rules that are broken, by the state in which they are."""
    found = {"fresh": broken_in_both(page)}
    page.get_by_label("Say how sure I am").check()
    page.locator(".cw-hint summary").first.click()
    all_of_them = questions(page)
    for question in all_of_them:
        come_to(question).locator("button[value=check]").dispatch_event("click")
    found["nothing chosen, a hint open, asked how sure"] = broken_in_both(page)
    for at, question in enumerate(all_of_them):
        question.locator(".cw-sure input").last.check()
        choose(question, wrong=at % 2 == 0)
    found["chosen"] = broken_in_both(page)
    for question in all_of_them:
        press_check(question)
    found["checked, and the result"] = broken_in_both(page)
    page.get_by_role("button", name="Only what was missed").click()
    for question in all_of_them[::2]:
        partly(question)
    found["partly right"] = broken_in_both(page)
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found["keys"] = broken_in_both(page, "dialog")
    page.keyboard.press("Escape")
    return found


def partly(question: Locator) -> None:
    """Right but for one of several entries, where there are several."""
    choose(question)
    shape = question.get_attribute("data-shape")
    if shape == "gaps":
        question.locator("input[data-id]").last.fill("?")
    elif shape == "match":
        question.locator("select").last.select_option(index=1)
    elif shape == "order":
        question.locator("button[value=down]").first.click()
    elif shape == "written":
        question.locator(".cw-rubric input").first.uncheck()
    press_check(question)


def test_at_four_times_the_size_no_state_needs_scrolling_sideways(visiting: Visiting, bicycle: str) -> None:
    page = visiting(bicycle, viewport={"width": 320, "height": 256}).open(QUIZ)
    page.get_by_label("Say how sure I am").check()
    for at, question in enumerate(questions(page)):
        if not question.is_visible():
            page.locator(".cw-turn button[value=next]").click()
        choose(question, wrong=at % 2 == 0)
        assert_no_wider(page, question)
        press_check(question)
        assert_no_wider(page, question)
    page.locator("button[value=result]").click()
    assert_no_wider(page, page.locator(".cw-outcome"))


def assert_no_wider(page: Page, shown: Locator) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert shown.evaluate(_CUT) == []


def test_no_text_is_so_long_that_a_phone_needs_scrolling_sideways(
    visiting: Visiting, long_winded: str
) -> None:
    desk = visiting(long_winded, viewport={"width": 390, "height": 844})
    page = desk.open(QUIZ)
    for question in questions(page):
        if not question.is_visible():
            page.locator(".cw-turn button[value=next]").click()
        check(question, wrong=True)
        for hint in question.locator(".cw-hint summary").all():
            hint.click()
        assert too_wide(page) == []
    desk.open("quizzes/review/")
    assert too_wide(page) == []
    page.get_by_role("button", name="Answer these again").click()
    check(page.locator("cw-review .cw-q"))
    assert too_wide(page) == []


_CUT = """(root) => [root, ...root.querySelectorAll("*")]
  .filter((it) => it.getClientRects().length && it.getBoundingClientRect().right > innerWidth + 1)
  .map(({ outerHTML }) => outerHTML.slice(0, 200))"""


def test_what_any_field_of_any_type_says_is_text(visiting: Visiting, hostile: str) -> None:
    """Every hostile text stands on the page as often as the text in its place would, and none of it runs."""
    desk = visiting(hostile)
    page = desk.open(QUIZ)
    for question in questions(page):
        check(question, wrong=True)
        for hint in question.locator(".cw-hint summary").all():
            hint.click()
    shown = page.locator("cw-quiz").inner_text()
    assert shown.count('<img src=x onerror="hacked=1">{{ 7*7 }}') > 60
    desk.open("quizzes/review/")
    page.get_by_role("button", name="Answer these again").click()
    check(page.locator("cw-review .cw-q"))
    for address in (QUIZ, "quizzes/review/"):
        desk.open(address)
        expect(page.locator(":is(cw-quiz, cw-review) :is(img, script, [onclick])")).to_have_count(0)
    assert page.evaluate("typeof hacked") == "undefined"
    assert desk.complaints == []
