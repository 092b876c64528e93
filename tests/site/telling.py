"""Telling an employer what one learned: agreeing, coming through a launch, and what arrives."""

import json
import re
from typing import Any
from urllib.parse import urlencode

from output import BEHIND
from playwright.sync_api import Page, expect
from quizzing import check
from stores import AUTH, RecordStore
from visitors import Visitor

from coursewright.words import Words

SAY = Words("en")
QUIZ = "quizzes/soil/"
RECORD = "learn/#_record"
SENT = f"{BEHIND}statements"
KEY = "coursewright:gardening:xapi"
HOME = "https://hr.example"


def account(number: str) -> dict[str, Any]:
    return {"objectType": "Agent", "account": {"homePage": HOME, "name": number}}


def box(page: Page) -> Any:
    return page.locator("cw-reporting")


def press(page: Page, source: str) -> None:
    box(page).get_by_role("button", name=SAY(source), exact=True).click()


def agree(visitor: Visitor, number: str) -> Page:
    page = visitor.open(RECORD)
    box(page).get_by_label(SAY("Your employee number or account name")).fill(number)
    press(page, "I agree, send from now on")
    expect(box(page)).to_contain_text(f"as {number}.")
    return page


def launch(store: RecordStore, number: str, **changes: str) -> str:
    said = {
        "endpoint": store.address,
        "auth": AUTH,
        "actor": json.dumps({"name": ["Lei"], "account": [{"homePage": HOME, "name": number}]}),
        "registration": "231859e2-937f-4969-b069-91cf49bfea0c",
        "activity_id": "https://lms.example/courses/7",
    }
    return urlencode({**said, **changes})


def come(page: Page, address: str) -> None:
    """Through a launch, until the page has taken it."""
    page.goto(address)
    expect(page).not_to_have_url(re.compile("endpoint="))


def settled(page: Page, sent: int) -> None:
    expect(box(page)).to_contain_text("1 entry was sent" if sent == 1 else f"{sent} entries were sent")
    expect(box(page)).not_to_contain_text("wait")


def answer(page: Page, *items: str, wrong: str = "") -> None:
    for item in items:
        check(page.locator(f"fieldset#q-{item}"), wrong=item == wrong)


def ends(statements: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Each as the last words of its verb and its object."""
    return [(one["verb"]["id"].split("/")[-1], one["object"]["id"].split("/")[-1]) for one in statements]
