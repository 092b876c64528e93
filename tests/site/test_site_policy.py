"""The Content-Security-Policy holds while a learner moves about, answers, searches, changes the colours."""

import pytest
from builders import EVERY_BUILDER
from kinds import CHAPTER, QUIZ
from playwright.sync_api import Page, expect
from quizzing import come_to
from searching import search_for
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures"]
pytestmark = EVERY_BUILDER

_DENIED = """
for (const area of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, area, { get() { throw new DOMException("denied", "SecurityError"); } });
"""


@pytest.fixture
def learner(visiting: Visiting, instant: str) -> Visitor:
    """On the site where the theme navigates instantly."""
    return visiting(instant)


def test_tabs_navigate_instantly_under_the_policy(learner: Visitor) -> None:
    page = _marked(learner, "")
    addresses = page.locator(".md-tabs__link").evaluate_all("links => links.map((link) => link.href)")
    for address in addresses[1:]:
        before = page.locator(".md-content h1").inner_text()
        page.locator(".md-tabs__link").evaluate_all(
            "(links, address) => links.find(({ href }) => href === address).click()", address
        )
        expect(page.locator(".md-content h1")).not_to_have_text(before)
        assert page.url == address

    assert len(addresses) > 5
    assert _is_marked(page)
    assert learner.complaints == []


def test_next_links_navigate_instantly_under_the_policy(learner: Visitor) -> None:
    page = _marked(learner, CHAPTER)
    for _ in range(4):
        before = page.locator(".md-content h1").inner_text()
        page.locator(".md-footer__link--next").click()
        expect(page.locator(".md-content h1")).not_to_have_text(before)

    assert _is_marked(page)
    assert learner.complaints == []


def test_answers_are_checked_under_the_policy(learner: Visitor) -> None:
    page = learner.open(QUIZ)
    question = come_to(page.locator("fieldset[data-shape=choice]").first)
    question.locator(".cw-o").first.click()
    question.get_by_role("button", name="核对答案").click()

    expect(question.locator(".cw-verdict")).to_be_visible()
    assert learner.complaints == []


def test_search_works_under_the_policy(learner: Visitor) -> None:
    page = learner.open(CHAPTER)
    search_for(page, "财务风险").first.click()
    page.wait_for_url("**/glossary/#financial-risk")

    expect(page.locator("#financial-risk")).to_be_in_viewport()
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("cw-search button")).to_be_visible()
    assert learner.complaints == []


def test_colours_change_under_the_policy(learner: Visitor) -> None:
    page = learner.open(CHAPTER)
    page.get_by_title("切换到深色模式").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload(wait_until="networkidle")

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert learner.complaints == []


def test_colours_change_where_storage_is_denied(learner: Visitor) -> None:
    """For as long as the page is there, and nothing else of the theme breaks."""
    learner.page.add_init_script(_DENIED)
    page = learner.open(CHAPTER)
    page.get_by_title("切换到深色模式").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    before = page.locator(".md-content h1").inner_text()
    page.locator(".md-footer__link--next").click()
    expect(page.locator(".md-content h1")).not_to_have_text(before)

    assert learner.complaints == []


def _marked(learner: Visitor, address: str) -> Page:
    """A page that forgets its mark when loaded anew. Instant navigation begins once the sitemap has come."""
    page = learner.open(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.marked = true")
    return page


def _is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.marked"))
