"""Taking a quiz as a learner does: choosing options by whether they are keys, and checking."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from coursewright.words import Words

SAY = Words("zh_CN")
"""The page's words by their English source."""
_KEYS = """(field) => {
  const key = [...field.querySelectorAll("details.cw-a li.k")].map(({ dataset }) => dataset.id);
  const options = [...field.querySelectorAll(".cw-o input")];
  return options.flatMap(({ value }, at) => (key.includes(value) ? [at] : []));
}"""
_ANSWERS = Path(__file__).with_name("answers.js").read_text("utf-8")
DOUBT = "Something is left open or cannot be read. To check it as it is, press again."
RECORD = "coursewright:relationship-manager"

COMPOSED: tuple[dict[str, Any], ...] = ({"isComposing": True}, {"keyCode": 229})
"""What tells that a key is for who composes a word; Safari tells it of the last one only by its code."""


def button(page: Page | Locator, source: str) -> Locator:
    return page.get_by_role("button", name=SAY(source), exact=True)


def questions(page: Page) -> Locator:
    return page.locator("cw-quiz fieldset.cw-q")


def keys(question: Locator) -> list[int]:
    """Positions of the right options as they stand, which the page of a practice quiz holds."""
    found: list[int] = question.evaluate(_KEYS)
    return found


def steps(question: Locator, *, key: bool = False) -> list[str]:
    """Ids of the steps of an order: as they stand now, or as they should."""
    rows = question.locator("details.cw-a li" if key else ".cw-steps > li")
    found: list[str] = rows.evaluate_all("(rows) => rows.map((row) => row.dataset.id)")
    return found


def come_to(question: Locator) -> Locator:
    """A question can be answered when it is near the window."""
    made = question.locator("button[value=check]")
    for _ in range(300):
        # Instant navigation may bring another page, which begins at its top.
        question.evaluate("(field) => field.scrollIntoViewIfNeeded()")
        if made.count():
            return question
        question.page.wait_for_timeout(50)
    raise AssertionError(question)


def wake_all(page: Page) -> None:
    """Let every question of the page be in its place, and answerable."""
    page.evaluate("void dispatchEvent(new Event('beforeprint'))")


def right_in(reason: Locator) -> str:
    """What the reason of a gap says is right there, a number without its unit."""
    return reason.get_attribute("data-value") or reason.locator("b").first.text_content() or ""


def arrange(question: Locator, ids: list[str]) -> None:
    """Bring the steps into an order by their buttons; one at least is moved."""
    come_to(question)
    button_of = "li[data-id='{}'] button[value={}]"
    if steps(question) == ids:
        question.locator(button_of.format(ids[0], "down")).click()
    for place, id in enumerate(ids):
        for _ in range(steps(question).index(id) - place):
            question.locator(button_of.format(id, "up")).click()


def choose(question: Locator, *, wrong: bool = False) -> None:
    """Answer a question of any shape, as right or as wrong as can be."""
    come_to(question)
    answer = {"order": _order, "match": _match, "gaps": _fill, "written": _write}
    answer.get(question.get_attribute("data-shape") or "", _choose)(question, wrong)


def _order(question: Locator, wrong: bool) -> None:
    key = steps(question, key=True)
    arrange(question, key[::-1] if wrong else key)


def _match(question: Locator, wrong: bool) -> None:
    for row in question.locator(".cw-things > li").all():
        target = question.locator(f"details li[data-id='{row.get_attribute('data-id')}']").get_attribute(
            "data-to"
        )
        values = row.locator("option").evaluate_all("(options) => options.map(({ value }) => value)")
        others = [value for value in values if value not in ("", target)]
        row.locator("select").select_option(others[0] if wrong else target)


def _fill(question: Locator, wrong: bool) -> None:
    for gap in question.locator("input[data-id]").all():
        reason = question.locator(f"details li[data-id='{gap.get_attribute('data-id')}']")
        gap.fill("98765" if wrong else right_in(reason))


def _write(question: Locator, wrong: bool) -> None:
    """The text, and what it is judged to have."""
    question.locator("textarea").fill("A text.")
    question.locator("button[value=check]").click()
    if not wrong:
        for box in question.locator(".cw-rubric input").all():
            box.check()


def _choose(question: Locator, wrong: bool) -> None:
    right = keys(question)
    total = question.locator(".cw-o").count()
    for at in [next(at for at in range(total) if at not in right)] if wrong else right:
        question.locator(".cw-o").nth(at).click()


def check(question: Locator, *, wrong: bool = False) -> None:
    choose(question, wrong=wrong)
    press_check(question)


def press_check(question: Locator) -> None:
    """Check what was answered; what is in doubt at the second press."""
    button = question.locator("button[value=check]")
    button.click()
    if question.get_by_text(SAY(DOUBT)).or_(question.get_by_text(DOUBT)).count():
        button.click()
    expect(question.locator(".cw-verdict")).to_be_visible()


def answer_all(page: Page, *, wrong: int = 0) -> int:
    """Answer every question of a quiz at once, the first `wrong` ones wrongly; how many there are."""
    page.locator("cw-quiz.is-ready").first.wait_for()
    total = questions(page).count()
    assert page.evaluate(_ANSWERS, wrong) == total
    if page.locator("cw-quiz[data-mode=quiz]").count():
        page.locator(".cw-outcome").wait_for(state="attached")
    return total


def press_raw(field: Locator, **key: Any) -> None:
    """Send a key as a browser may, which nobody can press here."""
    press = "(field, key) => void field.dispatchEvent(new KeyboardEvent('keydown', key))"
    field.evaluate(press, {"bubbles": True, "cancelable": True, **key})


def score(page: Page) -> tuple[int, int]:
    found = re.match(r"(\d+) / (\d+)", page.locator(".cw-outcome .cw-score").inner_text())
    assert found
    return int(found[1]), int(found[2])


def drawer(page: Page, name: str, record: str = RECORD) -> dict[str, Any]:
    """What is kept of one concern: its version, and its entries by id."""
    kept: dict[str, Any] = json.loads(page.evaluate("(key) => localStorage.getItem(key)", f"{record}:{name}"))
    return kept


def keep(page: Page, end: str, kept: dict[str, Any]) -> None:
    """Keep something under the course's key with this end."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [RECORD + end, json.dumps(kept)])
