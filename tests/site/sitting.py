"""Sitting a mock exam as a learner does: beginning, answering, flagging, submitting."""

import json
import re
from typing import Any

import yaml
from output import ROOT
from playwright.sync_api import Locator, Page, expect
from quizzing import RECORD, choose, drawer, keep
from visitors import Visitor

EXAM_ID = "rm-advanced"
_BLUEPRINT = yaml.safe_load((ROOT / "quizzes" / "exams" / f"{EXAM_ID}.yml").read_text("utf-8"))
TOTAL: int = _BLUEPRINT["items"]
"""Questions of it."""
TIME: int = _BLUEPRINT["minutes"]
"""In minutes."""
CUT: int = _BLUEPRINT["cut"]
"""In percent."""
WRITTEN = "fieldset[data-shape=written]"
MINUTE = 60_000
SEED = "void (crypto.getRandomValues = (numbers) => numbers.fill(20261128))"
"""Every run draws the same."""


def open_mock(visitor: Visitor, address: str) -> Page:
    """The page of a mock exam, once its sitting or the choice of time is there."""
    page = visitor.open(address)
    expect(page.locator(".cw-begin, .cw-sitting")).to_be_visible()
    return page


def left(minutes: int, *, just_under: bool = False) -> str:
    """What the clock says with so many minutes left, or anything within the minute before that."""
    at = minutes - just_under
    return f"{at // 60}:{at % 60:02}:" + (r"\d\d" if just_under else "00")


def begin(page: Page, *, minutes: int | None = None) -> Locator:
    """The questions, once it has begun; `minutes` is one of the choices, 0 for no limit."""
    if minutes is not None:
        page.locator(f".cw-time-choice input[value='{minutes}']").check()
    page.evaluate(SEED)
    page.locator("button[value=begin]").click()
    expect(page.locator(".cw-sitting")).to_be_visible()
    return page.locator("cw-exam fieldset.cw-q")


def scored(questions: Locator) -> list[int]:
    """The places of those that nobody has to judge, whatever was drawn."""
    shapes = questions.evaluate_all("(all) => all.map(({ dataset }) => dataset.shape)")
    return [at for at, shape in enumerate(shapes) if shape != "written"]


def answer(question: Locator, *, wrong: bool = False) -> None:
    """Answer without checking, for there is nothing to check before the end."""
    if question.get_attribute("data-shape") == "written":
        question.locator("textarea").fill("先核实，再说。")
    else:
        choose(question, wrong=wrong)


def flag(question: Locator) -> None:
    question.locator("button[value=flag]").click()


def judge(page: Page) -> None:
    """Judge every answer in one's own words as good."""
    while (question := page.locator("fieldset.cw-q.is-judged").first).count():
        for box in question.locator(".cw-rubric input").all():
            box.check()
        question.locator("button[value=check]").click()


def submit(page: Page) -> Locator:
    """The result, once it is submitted whatever is open."""
    page.locator("button[value=submit]:visible").first.click()
    page.locator("dialog button[value=sure]").click()
    expect(page.locator(".cw-outcome")).to_be_visible()
    return page.locator(".cw-outcome")


def states(page: Page) -> list[str]:
    """What the answer sheet says of every question, after its number."""
    names = page.locator(".cw-answers li a").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('aria-label'))"
    )
    return [re.sub(r"^第 \d+ 题、", "", name) for name in names]


def ids(questions: Locator) -> list[str]:
    found: list[str] = questions.evaluate_all("(all) => all.map(({ id }) => id.slice(2))")
    return found


def draft(page: Page) -> dict[str, Any]:
    """What is kept of sittings and quizzes under way."""
    kept: dict[str, Any] = json.loads(
        page.evaluate("(key) => localStorage.getItem(key) ?? '{}'", f"{RECORD}:draft")
    )
    return kept


def frame(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = draft(page)[f"exam:{EXAM_ID}"][""]["response"]
    return found


def change_frame(page: Page, **changes: Any) -> None:
    kept = draft(page)
    kept[f"exam:{EXAM_ID}"][""]["response"] |= changes
    keep(page, ":draft", kept)


def entered(page: Page) -> bool:
    """Whether the record has any try of the exam."""
    return bool(page.evaluate("(key) => localStorage.getItem(key)", f"{RECORD}:exams"))


def attempts(page: Page) -> list[dict[str, Any]]:
    """The tries of the exam in the record."""
    found: list[dict[str, Any]] = drawer(page, "exams")["entries"][EXAM_ID]["tries"]
    return found
