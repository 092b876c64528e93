"""Searching the site, whose search is a form with Material and a dialog in a shadow root with Zensical."""

from playwright.sync_api import Locator, Page, expect


def open_search(page: Page) -> Locator:
    """Where words are typed, once something could be found."""
    button = page.locator(".md-search__button")
    if button.count():
        button.click()
        field = page.locator("dialog[open]").get_by_role("combobox")
        expect(page.locator("dialog[open]").get_by_role("status")).to_be_empty()
    else:
        field = page.locator(".md-search__input")
        field.click()
        expect(page.locator(".md-search-result__meta")).not_to_be_empty()
    return field


def search_for(page: Page, words: str) -> Locator:
    """Links to what is found, best first."""
    field = open_search(page)
    field.fill(words)
    field.press("End")  # Material's search hears keys
    return page.locator(".md-search-result__link, dialog[open] [role=option]")
