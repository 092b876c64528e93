"""What a learner did is remembered on the device, shown where it helps, and outlives edits and navigation."""

import re

import pytest
from builders import EVERY_BUILDER
from kinds import CHAPTER, QUIZ, SECTION
from playwright.sync_api import Page, expect
from quizzing import RECORD, SAY, answer_all, button, check, choose, drawer, keep, questions
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures"]


@pytest.fixture
def learner(visiting: Visiting, instant: str) -> Visitor:
    """On the site where the theme navigates instantly."""
    return visiting(instant)


def test_quiz_under_way_is_as_it_was_after_a_reload(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    check(questions(page).nth(0), wrong=True)
    check(questions(page).nth(1))
    choose(questions(page).nth(2))
    chosen = questions(page).nth(2).locator("input:checked").count()
    page.reload()

    expect(questions(page).nth(0).locator(".cw-verdict")).to_contain_text(SAY("Not right"))
    expect(questions(page).nth(1).locator(".cw-verdict")).to_contain_text(SAY("Right"))
    expect(questions(page).nth(2).locator("input:checked")).to_have_count(chosen)
    expect(page.locator(".cw-bar")).to_contain_text("2 / ")


def test_result_is_still_there_after_a_reload(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    answer_all(page, wrong=1)
    before = page.locator(".cw-score").inner_text()
    page.reload()

    expect(page.locator(".cw-score")).to_have_text(before, use_inner_text=True)


@pytest.mark.parametrize("address", [QUIZ, CHAPTER, "quizzes/", "learn/"])
def test_result_is_shown_wherever_the_quiz_is_named(address: str, visitor: Visitor) -> None:
    total = answer_all(visitor.open(QUIZ), wrong=1)
    page = visitor.open(address)

    expect(page.locator("cw-result[data-quiz=risk]").first).to_contain_text(f" {100 * (total - 1) // total}%")
    expect(page.locator("cw-result[data-quiz=risk]").first).to_contain_text(SAY("Passed"))


def test_home_shows_mastery_of_the_chapter(visitor: Visitor) -> None:
    total = answer_all(visitor.open(QUIZ), wrong=2)
    page = visitor.open("")

    expect(page.locator("cw-progress .cw-bars li")).to_have_count(8)
    expect(page.locator("cw-progress .cw-bars li").nth(5)).to_contain_text(f"{total - 2}/")
    expect(page.locator("cw-chapter-state[data-chapter=risk]")).to_contain_text(f"{total - 2}/")


def test_home_names_the_quiz_below_the_cut_score_and_the_section_to_go_on_with(visitor: Visitor) -> None:
    answer_all(visitor.open("quizzes/competencies/"), wrong=99)
    visitor.open(SECTION)
    strip = visitor.open("").locator("cw-progress .cw-strip")

    expect(strip).to_contain_text(SAY("Below the cut score"))
    expect(strip.locator('a[href$="quizzes/competencies/"]')).to_be_visible()
    expect(strip.locator(f'a[href$="{SECTION}"]')).to_be_visible()


def test_home_of_a_new_learner_shows_no_strip(visitor: Visitor) -> None:
    expect(visitor.open("").locator("cw-progress")).to_be_hidden()


def test_answer_to_another_edition_of_an_item_counts_as_none(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    check(questions(page).nth(0))
    check(questions(page).nth(1))
    kept = drawer(page, "items")
    first = next(iter(kept["entries"].values()))
    first["tries"][0]["edition"] = 7
    keep(page, ":items", kept)
    page = visitor.open("")

    expect(page.locator("cw-progress .cw-bars li").nth(5)).to_contain_text(re.compile(r"\b1/"))


def test_draft_answer_to_another_edition_of_an_item_is_dropped(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    check(questions(page).nth(0))
    page.evaluate(
        """(key) => {
          const other = sessionStorage.getItem(key).replace(/"edition":1/, '"edition":7');
          sessionStorage.setItem(key, other);
        }""",
        f"{RECORD}:draft",
    )
    page.reload()

    expect(questions(page).nth(0).locator("input:checked")).to_have_count(0)
    expect(page.locator(".cw-verdict")).to_have_count(0)


def test_section_read_to_its_end_is_marked_in_the_outline(visitor: Visitor) -> None:
    page = visitor.open(SECTION)
    page.locator(".cw-after").scroll_into_view_if_needed()
    page.keyboard.press("End")
    expect(page.locator(".cw-after")).to_be_in_viewport()
    page = visitor.open(CHAPTER)

    expect(page.locator('cw-visited[data-section="risk/internal"]')).to_contain_text(SAY("Read already"))


@EVERY_BUILDER
def test_quiz_reached_and_left_by_instant_navigation_works(learner: Visitor) -> None:
    page = _settled(learner, CHAPTER)
    page.evaluate("window.marked = true")
    _go(page, 'article a[href$="quizzes/risk/"]', "**/quizzes/risk/")
    check(questions(page).first)
    page.go_back()
    expect(page.locator("#sections")).to_be_attached()
    page.go_forward()
    expect(questions(page).first.locator(".cw-verdict")).to_be_visible()
    check(questions(page).nth(1))

    assert page.evaluate("window.marked")
    expect(page.locator(".cw-bar")).to_have_count(1)
    assert learner.complaints == []


def test_result_just_reached_is_shown_after_instant_navigation(learner: Visitor) -> None:
    page = _settled(learner, "quizzes/")
    _go(page, 'article a[href$="risk/"]', "**/quizzes/risk/")
    answer_all(page)
    page.go_back()

    expect(page.locator("cw-result[data-quiz=risk]")).to_contain_text(" 100%")
    assert learner.complaints == []


def test_another_tab_learns_of_the_answer_at_once(visitor: Visitor) -> None:
    home = visitor.open("learn/")
    other = visitor.context.new_page()
    other.goto(QUIZ)
    answer_all(other)

    expect(home.locator("cw-result[data-quiz=risk]")).to_contain_text(SAY("Passed"))


def test_record_can_be_deleted_after_asking(visitor: Visitor) -> None:
    check(questions(visitor.open(QUIZ)).first)
    page = visitor.open("learn/")
    page.locator("cw-progress summary").click()
    button(page, "Delete").click()
    button(page, "Delete everything for good?").click()

    expect(page.locator("cw-progress")).to_contain_text(SAY("Your learning record was deleted."))
    assert page.evaluate("localStorage.length") == page.evaluate(
        "Object.keys(localStorage).filter((key) => !key.startsWith('coursewright:')).length"
    )


def test_quiz_works_where_storage_is_denied(visitor: Visitor) -> None:
    denied = """Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('denied', 'SecurityError'); }
    });"""
    visitor.page.add_init_script(denied + denied.replace("localStorage", "sessionStorage"))
    visitor.page.goto(QUIZ)
    answer_all(visitor.page)

    expect(visitor.page.locator(".cw-outcome")).to_contain_text(
        SAY("This browser does not let us keep results: they are lost when you leave.")
    )


def _settled(learner: Visitor, address: str) -> Page:
    """Instant navigation begins once the sitemap has come."""
    page = learner.open(address)
    page.wait_for_load_state("networkidle")
    return page


def _go(page: Page, link: str, address: str) -> None:
    page.locator(link).first.click()
    page.wait_for_url(address)
    expect(questions(page).first).to_be_visible()
    expect(button(questions(page).first, "Check the answer")).to_be_attached()
