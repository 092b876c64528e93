"""Sheets keep what is filled in, and print on A4; roles print as the document they are."""

import re

import pytest
from builders import EVERY_BUILDER
from kinds import CHAPTER, QUIZ, ROLE, SECTION, TOOLKITS
from output import Built
from pdfparts import texts
from playwright.sync_api import Page, expect
from quizzing import SAY, button
from visitors import Tourist, Visiting, Visitor

pytest_plugins = ["site_fixtures"]

NAVIGATION = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-top, .md-search"
MOST_PAGES = {"method-135": 3, "outlet-posts": 1}
_TEXT = ":is(input[type=text], textarea)"
_FILL = """(fields, text) => fields.forEach((field, at) => {
  field.value = `${at}:${text}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
_FULL = """() => {
  Storage.prototype.kept = Storage.prototype.setItem;
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
_FREED = "() => { Storage.prototype.setItem = Storage.prototype.kept; }"
_KEPT = """async (text) => {
  for (let patience = 50; patience; patience -= 1) {
    if (Object.values(localStorage).some((kept) => kept.includes(text))) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}"""
_CUT = """(fields) => fields.flatMap((field) => {
  const paper = field.nextElementSibling;
  const fits = paper.offsetHeight > 0 && paper.scrollHeight <= paper.clientHeight + 1 &&
    paper.scrollWidth <= paper.clientWidth + 1 && paper.textContent === field.value;
  return fits ? [] : [field.name];
})"""


def test_every_toolkit_is_tested(built: Built) -> None:
    assert set(TOOLKITS) == set(built.site.toolkits)


def test_tick_and_text_are_kept_after_a_reload(visitor: Visitor) -> None:
    page = visitor.open("toolkits/visit-preparation/")
    _fill(page)
    page.reload()

    expect(page.locator("#sheet input[type=checkbox]").first).to_be_checked()
    expect(page.locator("#sheet :is(input[type=text], textarea)").first).to_have_value("恒泰配件")


def test_sheet_is_cleared_after_asking(visitor: Visitor) -> None:
    page = visitor.open("toolkits/visit-preparation/")
    _fill(page)
    button(page, "Clear").click()
    button(page, "Cancel").click()
    expect(button(page, "Clear")).to_be_focused()
    expect(page.locator("#sheet input[type=checkbox]").first).to_be_checked()
    button(page, "Clear").click()
    page.keyboard.press("Tab")
    expect(button(page, "Cancel")).to_be_focused()
    expect(button(page, "Clear for good?")).to_be_visible()
    button(page, "Clear for good?").click()
    expect(page.locator("#sheet input[type=checkbox]").first).not_to_be_checked()
    page.reload()

    expect(page.locator("#sheet :is(input[type=text], textarea)").first).to_have_value("")
    expect(page.locator("#sheet input:checked")).to_have_count(0)


def test_sheets_do_not_mix(visitor: Visitor) -> None:
    _fill(visitor.open("toolkits/visit-preparation/"))

    expect(visitor.open("toolkits/summer-visits/").locator("#sheet input:checked")).to_have_count(0)


@pytest.mark.parametrize("name", TOOLKITS)
def test_sheet_prints_on_two_pages_of_a4(name: str, tourist: Tourist) -> None:
    pages = _printed(tourist.open(f"toolkits/{name}/"))

    assert 1 <= len(pages) <= MOST_PAGES.get(name, 2)
    assert all(abs(width - 595) < 2 and abs(height - 842) < 2 for width, height in pages)


@pytest.mark.parametrize("name", TOOLKITS)
def test_sheet_prints_nothing_but_itself(name: str, tourist: Tourist) -> None:
    page = tourist.open(f"toolkits/{name}/")
    page.emulate_media(media="print")

    assert page.locator(NAVIGATION).locator("visible=true").count() == 0
    assert page.locator("article button:visible").count() == 0
    expect(page.locator("#sheet")).to_be_visible()


@pytest.mark.parametrize("name", ["early-warning", "listening-questioning"])
def test_paper_has_every_word_that_was_filled_in(name: str, visitor: Visitor) -> None:
    page = visitor.open(f"toolkits/{name}/")
    page.locator(f"#sheet {_TEXT}").evaluate_all(_FILL, "客户说下月到账，已记录。" * 40)
    page.emulate_media(media="print")

    assert page.locator(f"#sheet {_TEXT}:visible").count() == 0
    cut = page.locator(f"#sheet {_TEXT}").evaluate_all(_CUT)
    assert cut == []
    page.emulate_media(media="screen")
    assert page.locator("#sheet .cw-written:visible").count() == 0


def test_sheet_that_cannot_be_kept_says_so_while_it_is_filled_in(visitor: Visitor) -> None:
    """And keeps all of it once it can."""
    page = visitor.open("toolkits/visit-preparation/")
    said = page.locator("cw-sheet [role=status]")
    expect(said).to_have_text(
        SAY("What you fill in stays in this browser. Clear it when others use this device.")
    )
    page.evaluate(_FULL)
    page.locator("#sheet textarea").last.press_sequentially("恒泰")

    expect(said).to_contain_text("无法保存")
    expect(said).to_be_in_viewport()
    expect(page.locator("#sheet textarea").last).to_be_focused()
    page.evaluate(_FREED)
    page.locator(f"#sheet {_TEXT}").first.press_sequentially("甲")
    expect(said).not_to_contain_text("无法保存")
    page.reload()
    expect(page.locator("#sheet textarea").last).to_have_value("恒泰")


def test_what_is_typed_is_kept_without_leaving_the_field(visitor: Visitor) -> None:
    page = visitor.open("toolkits/visit-preparation/")
    page.locator(f"#sheet {_TEXT}").first.press_sequentially("恒泰")

    assert page.evaluate(_KEPT, "恒泰")
    expect(page.locator(f"#sheet {_TEXT}").first).to_be_focused()


def test_sheet_printed_empty_shows_no_entry(visitor: Visitor) -> None:
    page = visitor.open("toolkits/visit-preparation/")
    _fill(page)
    page.evaluate(
        """window.print = () => {
          window.wasBlank = document.getElementById('sheet').classList.contains('is-blank');
        }"""
    )
    button(page, "Print empty").click()

    assert page.evaluate("window.wasBlank") is True
    page.emulate_media(media="print")
    assert page.locator("#sheet .cw-written:visible").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert not page.locator("#sheet.is-blank").count()


@EVERY_BUILDER
@pytest.mark.parametrize("address", [ROLE, SECTION])
def test_page_prints_without_navigation(address: str, tourist: Tourist) -> None:
    page = tourist.open(address)
    page.emulate_media(media="print")

    assert page.locator(NAVIGATION).locator("visible=true").count() == 0
    assert page.locator("article button:visible").count() == 0
    assert page.locator("fieldset.cw-q:visible").count() == page.locator("fieldset.cw-q").count()
    expect(page.locator(".md-content h1").first).to_be_visible()
    assert all(abs(width - 595) < 2 for width, _ in _printed(page))


@EVERY_BUILDER
def test_quiz_prints_every_question_on_a_phone_too(phone: Visitor) -> None:
    page = phone.open("quizzes/risk/")
    total = page.locator("fieldset.cw-q").count()
    expect(page.locator(".cw-who")).to_be_hidden()
    page.emulate_media(media="print")

    assert page.locator("fieldset.cw-q:visible").count() == total
    expect(page.locator(".cw-who")).to_have_text(SAY("Name") + SAY("Date"))
    expect(page.locator(".cw-who")).to_be_visible()
    assert len(_printed(page)) * 4 <= total


def test_chapter_prints_what_good_answers_to_its_case_mention(tourist: Tourist) -> None:
    page = tourist.open(CHAPTER)
    answers = page.locator(".cw-questions details > :not(summary)").all_text_contents()
    said = "".join("".join(texts(page.pdf(prefer_css_page_size=True))).split())

    assert answers
    assert [answer for answer in answers if "".join(answer.split())[:10] not in said] == []


def test_quiz_prints_no_answer_before_it_is_taken(visiting: Visiting) -> None:
    page = visiting(java_script_enabled=False).open(QUIZ)
    said = "".join("".join(texts(page.pdf(prefer_css_page_size=True))).split())
    (asked, reason) = (page.locator(f"fieldset.cw-q {part}").first for part in ("legend", ".cw-e p"))

    assert "".join((asked.text_content() or "").split())[1:13] in said
    assert "".join((reason.text_content() or "").split())[:12] not in said


def _fill(page: Page) -> None:
    page.locator("#sheet input[type=checkbox]").first.check()
    page.locator("#sheet :is(input[type=text], textarea)").first.fill("恒泰配件")
    page.locator("#sheet :is(input[type=text], textarea)").first.blur()


def _printed(page: Page) -> list[tuple[float, float]]:
    """Width and height of every page in points, from the file that the browser makes."""
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", pdf)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(pages) == len(boxes)
    return [(float(width), float(height)) for width, height in boxes]
