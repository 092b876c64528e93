"""Sitting a sealed exam as a candidate does."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from sealed_package import CODE, Exam
from visitors import Visitor

Published = tuple[Exam, str]
Publishing = Callable[..., Published]
Candidates = Callable[..., Visitor]
SAVED = re.compile(r"已保存在本机 \d\d:\d\d:\d\d")


def at_door(page: Page) -> Page:
    page.goto("./")
    expect(page.locator(".cw-code")).to_be_visible()
    return page


def enter(page: Page, code: str = CODE) -> Page:
    """Through the door, with a code that fits."""
    at_door(page).locator(".cw-code").fill(code)
    page.locator("button[value=open]").click()
    return page


def begin(page: Page, code: str = CODE) -> Locator:
    """The questions, once it has begun or goes on."""
    enter(page, code).locator("button[value=begin]").click()
    expect(page.locator(".cw-sitting")).to_be_visible()
    return page.locator("fieldset.cw-q")


def answer_all(page: Page) -> None:
    """Something to every question, whatever its shape."""
    for field in page.locator("fieldset.cw-q").all():
        shape = field.get_attribute("data-shape")
        if shape == "choice":
            field.locator("input").first.check()
        elif shape == "order":
            field.locator("button[value=down]").first.click()
        elif shape == "match":
            for select in field.locator("select").all():
                select.select_option(index=1)
        elif shape == "gaps":
            for gap in field.locator("input").all():
                gap.fill("50")
        else:
            field.locator("textarea").fill("先核实，再说。")


def saved(page: Page) -> None:
    """Wait until the last change lies on the device."""
    page.wait_for_timeout(500)
    expect(page.locator(".cw-saved")).to_have_text(SAVED)


def submit(page: Page) -> Locator:
    """On a phone from the answer sheet, which is folded there."""
    if not page.locator("button[value=submit]:visible").count():
        page.locator(".cw-answers > summary").click()
    page.locator("button[value=submit]:visible").first.click()
    page.locator("dialog button[value=sure]").click()
    expect(page.locator(".cw-ended")).to_be_visible()
    return page.locator(".cw-ended")


def handed_in(page: Page, folder: Path) -> str:
    """What a candidate's file says, once it is saved."""
    with page.expect_download() as download:
        page.locator("button[value=download]").click()
    download.value.save_as(folder / download.value.suggested_filename)
    return (folder / download.value.suggested_filename).read_text("ascii")
