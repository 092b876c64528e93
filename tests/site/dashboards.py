"""A learner's own pages, and the parts of the first of them."""

from playwright.sync_api import Locator, Page
from quizzing import SAY

MY = "my/"
LEVELS = "my/levels/"


def part(page: Page, heading: str) -> Locator:
    """The part of the dashboard under a heading."""
    return page.locator("cw-dashboard section").filter(
        has=page.get_by_role("heading", name=SAY(heading), level=2, exact=True)
    )


def chapter_bar(page: Page, number: int) -> Locator:
    return part(page, "Chapters").locator(".cw-bars > li").nth(number - 1)
