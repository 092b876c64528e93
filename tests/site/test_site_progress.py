"""What a learner did is remembered on the device, shown where it helps, and outlives edits and navigation."""

import re

import pytest
from builders import EVERY_BUILDER
from kinds import CHAPTER, QUIZ, QUIZ_ID, SECTION
from output import Built
from playwright.sync_api import Page, expect
from quizzing import RECORD, SAY, answer_all, button, check, choose, drawer, questions, score, wake_all
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures"]

_LOST = "This browser cannot keep your answers: they are lost when you leave."


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


def test_chapter_counts_the_sections_read_and_the_quizzes_passed(visitor: Visitor, built: Built) -> None:
    chapter = next(chapter for chapter in built.site.chapters if chapter.id == "risk")
    answer_all(visitor.open(QUIZ), wrong=1)
    for address in ("", "learn/", CHAPTER):
        state = visitor.open(address).locator("cw-chapter-state[data-chapter=risk]")
        expect(state).to_have_text(re.compile(rf"\b1/{len(chapter.sections) + 1}\b"))


def test_worse_try_takes_no_pass_away_and_the_best_stays_beside_it(visitor: Visitor) -> None:
    total = answer_all(visitor.open(QUIZ))
    page = visitor.page
    button(page, "Answer again").click()
    answer_all(page, wrong=99)

    assert score(page) == (0, total)
    expect(page.locator(".cw-best")).to_contain_text("100%")
    expect(page.locator(".cw-best")).to_contain_text(SAY("Passed"))
    page = visitor.open(CHAPTER)
    expect(page.locator("cw-result")).to_contain_text(re.compile(r" 0%.* 100%"))
    expect(page.locator("cw-result")).to_contain_text(SAY("Passed"))
    expect(page.locator("cw-chapter-state")).to_contain_text("1/")


def test_quiz_goes_on_in_a_new_tab_where_it_was(phone: Visitor) -> None:
    page = phone.open(QUIZ)
    check(questions(page).nth(0))
    button(page, "Next question").click()
    check(questions(page).nth(1), wrong=True)
    page.close()
    page = phone.context.new_page()
    page.goto(QUIZ)

    expect(page.locator("fieldset.cw-q:visible")).to_have_count(1)
    expect(questions(page).nth(2)).to_be_visible()
    expect(page.locator(".cw-bar")).to_contain_text("2 / ")


def test_quiz_taken_again_is_drawn_anew_and_stays_so(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    first = _order(page)
    answer_all(page)
    button(page, "Answer again").click()
    again = _order(page)
    assert again != first
    assert sorted(again) == sorted(first)
    check(questions(page).first)
    page.reload()
    expect(questions(page).first.locator(".cw-verdict")).to_be_visible()

    assert _order(page) == again
    numbers = page.locator("fieldset.cw-q legend b").all_inner_texts()
    assert numbers == [str(at + 1) for at in range(len(numbers))]


def test_quiz_taken_again_in_one_tab_is_taken_again_in_the_other_and_counts(visitor: Visitor) -> None:
    page, other = both_finished(visitor, QUIZ, wrong=2)
    button(page, "Answer again").click()
    for tab in (page, other):
        expect(tab.locator(".cw-outcome, .cw-verdict")).to_have_count(0)
    assert _order(other) == _order(page)
    check(questions(other).first)
    expect(questions(page).first.locator(".cw-verdict")).to_be_visible()

    total = answer_all(page)
    expect(other.locator(".cw-verdict")).to_have_count(total)
    expect(other.locator(".cw-outcome .cw-score")).to_contain_text(f"{total} / {total}")
    tries = drawer(page, "quizzes")["entries"][QUIZ_ID]["tries"]
    assert [one["points"] == one["of"] for one in tries] == [False, True]
    assert visitor.complaints == []


def test_what_was_missed_is_asked_again_in_both_tabs(visitor: Visitor) -> None:
    page, other = both_finished(visitor, QUIZ, wrong=2)
    total = questions(page).count()
    before = drawer(page, "quizzes")
    button(page, "Only what was missed").click()
    expect(other.locator(".cw-outcome")).to_have_count(0)
    expect(other.locator(".cw-verdict")).to_have_count(total - 2)
    answer_all(other)

    for tab in (page, other):
        expect(tab.locator(".cw-outcome .cw-score")).to_contain_text(SAY("All mended"))
    assert drawer(page, "quizzes") == before


def test_page_that_comes_back_with_an_old_result_takes_nothing_from_the_new_attempt(visitor: Visitor) -> None:
    """As from the browser's memory of pages, in which none is told of anything."""
    page, other = both_finished(visitor, QUIZ)
    other.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    button(page, "Answer again").click()
    check(questions(page).first)
    other.evaluate("void dispatchEvent(new Event('pageshow'))")

    expect(other.locator(".cw-outcome")).to_have_count(0)
    expect(other.locator(".cw-verdict")).to_have_count(1)


def test_checks_of_a_section_taken_again_in_one_tab_are_taken_again_in_the_other(visitor: Visitor) -> None:
    page, other = both_finished(visitor, SECTION)
    button(page, "Answer again").click()
    expect(other.locator(".cw-verdict")).to_have_count(0)
    expect(button(other, "Answer again")).to_be_hidden()


def both_finished(visitor: Visitor, address: str, *, wrong: int = 0) -> tuple[Page, Page]:
    """Two tabs with the same questions, all answered."""
    page = visitor.open(address)
    other = visitor.context.new_page()
    other.goto(address)
    total = answer_all(page, wrong=wrong)
    expect(other.locator(".cw-verdict")).to_have_count(total)
    if page.locator("cw-quiz[data-mode=quiz]").count():
        expect(other.locator(".cw-outcome")).to_be_visible()
    return page, other


def test_home_names_the_quiz_below_the_cut_score_and_the_section_to_go_on_with(visitor: Visitor) -> None:
    answer_all(visitor.open("quizzes/competencies/"), wrong=99)
    visitor.open(SECTION)
    strip = visitor.open("").locator("cw-progress .cw-strip")

    expect(strip).to_contain_text(SAY("Below the cut score"))
    expect(strip.locator('a[href$="quizzes/competencies/"]')).to_be_visible()
    expect(strip.locator(f'a[href$="{SECTION}"]')).to_be_visible()


@pytest.mark.parametrize(
    ("address", "place", "label", "drawn"),
    [
        ("", ".cw-strip", "Under way", ".cw-small-bars"),
        ("my/", ".cw-plan", "Go on with: {title}", ".cw-bars"),
    ],
    ids=["home", "dashboard"],
)
def test_quiz_under_way_is_named_until_it_is_finished(
    address: str, place: str, label: str, drawn: str, visitor: Visitor, built: Built
) -> None:
    quiz = built.site.quizzes[QUIZ_ID]
    total = len(quiz.items)
    page = visitor.open(QUIZ)
    check(questions(page).first)
    check(questions(page).nth(1))
    shown = visitor.open(address).locator(place)
    expect(shown).to_contain_text(SAY(label).format(title=quiz.model.title))
    way = shown.locator(f'a[href$="{QUIZ}"]')
    if place == ".cw-strip":
        said = SAY("{title} ({done} of {total} answered)")
        expect(way).to_have_text(said.format(title=quiz.model.title, done=2, total=total))
    else:
        open = SAY("You have begun it. Questions still open: {total}.").format(total=total - 2)
        expect(shown).to_contain_text(open)
    way.click()
    page.wait_for_url(f"**/{QUIZ}")
    answer_all(page)

    visitor.open(address)
    expect(page.locator(drawn).first).to_be_visible()
    expect(shown).not_to_contain_text(SAY(label).format(title=quiz.model.title))


def test_home_has_one_primary_button_that_begins_and_then_goes_on(visitor: Visitor) -> None:
    primary = visitor.open("").locator("article .cw-primary")
    expect(primary).to_have_count(1)
    expect(primary).to_have_text(SAY("Begin with chapter {number}").format(number=1))
    visitor.open(SECTION)
    page = visitor.open("")

    expect(primary).to_have_count(1)
    expect(primary).to_have_attribute("href", re.compile("/learn/"))
    expect(primary).not_to_have_text(SAY("Begin with chapter {number}").format(number=1))
    address = page.evaluate("document.querySelector('article .cw-primary').href")
    assert page.request.get(address).status == 200


def test_way_on_leads_through_the_quiz_of_the_chapter(visitor: Visitor, built: Built) -> None:
    chapter, after = built.site.chapters[5], built.site.chapters[6]
    last = chapter.sections[-1].target.page.removesuffix(".md")
    page = visitor.open(f"{last}/")
    expect(page.locator(".cw-after .cw-primary")).to_have_attribute("href", re.compile(r"quizzes/risk/$"))
    page.locator(".md-footer__link--next").click()
    page.wait_for_url("**/learn/risk/recap/")
    page.locator(".md-footer__link--next").click()
    page.wait_for_url("**/quizzes/risk/")
    expect(page.locator(".md-footer__link--next")).to_contain_text(after.model.title)
    answer_all(page)
    on = page.locator(".cw-outcome .cw-primary")

    expect(on).to_contain_text(after.model.title)
    on.click()
    page.wait_for_url(f"**/learn/{after.id}/")


def test_draft_answer_to_another_edition_of_an_item_is_dropped(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    check(questions(page).nth(0))
    page.evaluate(
        """(key) => {
          const other = localStorage.getItem(key).replace(/"edition":1/g, '"edition":7');
          localStorage.setItem(key, other);
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
    page.locator("cw-record summary").click()
    button(page, "Delete").click()
    button(page, "Delete everything for good?").click()

    expect(page.locator("cw-record")).to_contain_text(SAY("Your learning record was deleted."))
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

    expect(visitor.page.locator(".cw-outcome")).to_contain_text(SAY(_LOST))


def test_answers_that_cannot_be_kept_are_told_of_at_the_first(phone: Visitor) -> None:
    """Though there is room for the record, which is kept elsewhere."""
    page = phone.open(QUIZ)
    page.evaluate(
        """() => {
          const keep = Storage.prototype.setItem;
          Storage.prototype.setItem = function (key, text) {
            if (key.endsWith(":draft")) throw new DOMException("full", "QuotaExceededError");
            keep.call(this, key, text);
          };
        }"""
    )
    expect(page.get_by_role("alert")).to_have_count(0)
    choose(questions(page).first)

    expect(page.get_by_role("alert")).to_have_text(SAY(_LOST))
    check(questions(page).first)
    assert drawer(page, "items")["entries"]


def _order(page: Page) -> list[str]:
    """Ids of the questions as they stand, and after them those of the options."""
    wake_all(page)
    found: list[str] = page.locator("cw-quiz").evaluate(
        "(quiz) => [...quiz.querySelectorAll('fieldset.cw-q'), ...quiz.querySelectorAll('.cw-o input')]"
        ".map(({ id, name, value }) => id || name + value)"
    )
    return found


def _settled(learner: Visitor, address: str) -> Page:
    """Instant navigation begins once the sitemap has come."""
    page = learner.open(address)
    page.wait_for_load_state("networkidle")
    return page


def _go(page: Page, link: str, address: str) -> None:
    page.locator(link).first.click()
    page.wait_for_url(address)
    expect(page.locator("cw-quiz.is-ready")).to_be_attached()
    # One drawn first may stand below the long text of its case, and is made ready as it comes near.
    questions(page).first.scroll_into_view_if_needed()
    expect(questions(page).first.locator("button[value=check]")).to_be_attached()
