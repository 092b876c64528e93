"""Searching the site, which is the same whoever built it."""

from playwright.sync_api import Locator, Page, expect
from quizzing import SAY


def open_search(page: Page) -> Locator:
    """Where words are typed."""
    page.locator("cw-search button").click()
    return page.get_by_role("dialog", name=SAY("Search")).get_by_role("searchbox")


def search_for(page: Page, words: str) -> Locator:
    """Links to what is found, best first, once everything was searched."""
    open_search(page).fill(words)
    expect(page.locator("dialog[open] [role=status]")).not_to_be_empty()
    return page.locator("dialog[open] li a")
