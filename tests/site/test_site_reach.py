"""What a learner needs is on the screen when it is needed: results, notes, ways on; and nothing jumps."""

import re

import pytest
from builders import EVERY_BUILDER
from kinds import CHAPTER, QUIZ, ROLE, SECTION
from playwright.sync_api import Locator, expect
from quizzing import SAY, answer_all, button, check, drawer, questions
from visitors import Visitor

pytest_plugins = ["site_fixtures"]

_WHOLE = """(element) => {
  const { top, bottom, left, width } = element.getBoundingClientRect();
  const over = (y) => element.contains(document.elementFromPoint(left + width / 2, y));
  return top >= 0 && bottom <= innerHeight && over(top + 3) && over(bottom - 3);
}"""
_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
}).observe({ type: "layout-shift", buffered: true });
"""
_KEPT = """
const replace = history.replaceState.bind(history);
history.replaceState = (state, title) => {
  replace(state, title);
  document.documentElement.dataset.kept = state?.y;
};
"""
"""Says what a theme keeps of the place on a page."""


def test_phone_shows_verdict_reason_and_next_button_after_every_answer(phone: Visitor) -> None:
    page = phone.open(QUIZ)
    hidden: list[tuple[int, str]] = []
    for at in range(questions(page).count()):
        question = questions(page).nth(at)
        check(question, wrong=True)
        for what in (".cw-verdict", ".cw-explanation"):
            hidden += [] if _is_whole(question.locator(what)) else [(at, what)]
        on = page.locator(":is(.cw-bar, .cw-turn) > .cw-primary:visible").last
        hidden += [] if _is_whole(on) else [(at, "on")]
        on.click()

    assert hidden == []
    assert _is_whole(page.locator(".cw-score"))
    expect(page.locator(".cw-outcome")).to_be_focused()
    share = page.locator(".cw-score strong").inner_text()
    name = f"{SAY('Result')}: {share}, {SAY('Not yet passed')}"
    expect(page.locator(".cw-outcome")).to_have_attribute("aria-label", name)


def test_desk_shows_the_score_and_then_the_first_question_again(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    answer_all(page, wrong=99)
    button(page, "See the result").click()
    expect(page.locator(".cw-outcome")).to_be_focused()
    assert _is_whole(page.locator(".cw-score"))
    button(page, "Answer again").click()

    assert _is_whole(questions(page).first.locator("legend"))


@pytest.mark.parametrize("built", ["zensical"], indirect=True)
def test_slow_machine_stays_at_the_place_of_the_address_until_its_reader_goes_on(visitor: Visitor) -> None:
    """Zensical goes back to the top, after the browser went there."""
    page = visitor.page
    slow = visitor.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    page.add_init_script(_KEPT)
    page.goto("glossary/#information-asymmetry", timeout=45_000)  # a long page
    expect(page.locator("html")).to_have_attribute("data-kept", re.compile("[1-9]"))
    expect(page.locator("#information-asymmetry")).to_be_in_viewport()
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.keyboard.press("Control+Home")

    expect(page.locator("html")).to_have_attribute("data-kept", "0")
    expect(page.locator("#information-asymmetry")).not_to_be_in_viewport()


@EVERY_BUILDER
def test_term_says_what_it_means_for_as_long_as_one_looks(visitor: Visitor) -> None:
    """WCAG 2.2, 1.4.13: it can be pointed at, stays, and goes by Escape."""
    page = visitor.open(SECTION)
    term = page.locator("a.cw-term").first
    note = page.get_by_role("note").filter(has_text=term.get_attribute("aria-description") or "none")
    term.hover()
    expect(note).to_be_visible()
    look = note.evaluate(
        """(note) => {
          const { fontSize, borderTopWidth, fontWeight } = getComputedStyle(note);
          return [fontSize, borderTopWidth, fontWeight].map(parseFloat);
        }"""
    )
    assert look[0] >= 14
    assert look[1] >= 1
    assert look[2] == 400
    assert _is_whole(note)

    note.hover()
    page.evaluate("new Promise((done) => setTimeout(done, 400))")
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    term.hover()
    expect(note).to_be_visible()
    page.mouse.move(2, 600)
    expect(note).to_be_hidden()


def test_term_in_focus_says_what_it_means_until_escape_or_the_next_stop(visitor: Visitor) -> None:
    page = visitor.open(SECTION)
    term = page.locator("a.cw-term").first
    note = page.get_by_role("note").filter(has_text=term.get_attribute("aria-description") or "none")
    term.evaluate("(term) => term.focus({ focusVisible: true })")
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(term).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(term).to_be_focused()
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note).to_be_hidden()


def test_tap_on_a_term_says_what_it_means_and_leads_on(phone: Visitor) -> None:
    page = phone.open(SECTION)
    term = page.locator("a.cw-term").first
    meaning = term.get_attribute("aria-description") or "none"
    term.tap()
    note = page.get_by_role("note").filter(has_text=meaning)

    expect(note).to_be_visible()
    assert page.url.endswith(SECTION)
    note.get_by_role("link").tap()
    page.wait_for_url("**/glossary/#*")


def test_glossary_is_filtered_and_has_letters(visitor: Visitor) -> None:
    page = visitor.open("glossary/")
    page.get_by_label(SAY("Find a term")).fill("ＣＲＭ")
    shown = page.locator("article h3:visible")
    assert 0 < shown.count() < 20
    expect(page.locator("cw-terms [role=status]")).to_contain_text(str(shown.count()))
    page.get_by_label(SAY("Find a term")).fill("")
    page.get_by_role("navigation", name=SAY("Letters")).get_by_role("link", name="X", exact=True).click()

    expect(page.locator("#_letter-x")).to_be_in_viewport()
    expect(page.locator("article h3 span[lang=en]").first).to_be_visible()


@EVERY_BUILDER
def test_page_that_is_not_there_leads_on_in_the_language_of_the_course(visitor: Visitor) -> None:
    page = visitor.page
    page.goto("no-such-page/")
    expect(page.locator("h1")).to_have_text(SAY("This page is not here"))
    for link in page.locator("article li a").all():
        assert page.request.get(link.evaluate("(link) => link.href")).status == 200


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_nothing_jumps_for_a_returning_learner(size: str, visitor: Visitor, phone: Visitor) -> None:
    someone = phone if size == "phone" else visitor
    page = someone.open(QUIZ)
    for at in range(3):
        check(questions(page).nth(at))
        if size == "phone":
            button(page, "Next question").click()
    someone.open(SECTION)
    assert drawer(page, "sections")["entries"]
    page.add_init_script(_SHIFTS)
    addresses = ("", "learn/", CHAPTER, QUIZ, "toolkits/early-warning/", "roles/", ROLE, "glossary/")
    shifted = {address: _shift(someone, address) for address in addresses}

    assert {address: shift for address, shift in shifted.items() if shift >= 0.1} == {}


def _shift(someone: Visitor, address: str) -> float:
    page = someone.open(address)
    # Two frames: what is painted has been reported.
    shift: float = page.evaluate(
        "new Promise((done) => requestAnimationFrame(() =>"
        "  requestAnimationFrame(() => done(window.shifted))))"
    )
    return shift


def _is_whole(what: Locator) -> bool:
    """Whether nothing of it is outside of the window or under anything else."""
    expect(what).to_be_visible()
    whole: bool = what.evaluate(_WHOLE)
    return whole
