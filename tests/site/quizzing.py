"""Taking a quiz as a learner does: choosing options by whether they are keys, and checking."""

import re

from playwright.sync_api import Locator, Page, expect

CHECK = "核对答案"
NEXT = "下一题"


def keys(question: Locator) -> list[int]:
    """Positions of the right options, which the page of a practice quiz holds."""
    found: list[int] = question.locator("details.cw-a li").evaluate_all(
        "(reasons) => reasons.flatMap((reason, at) => reason.classList.contains('k') ? [at] : [])"
    )
    return found


def choose(question: Locator, *, wrong: bool = False) -> None:
    right = keys(question)
    total = question.locator("label.cw-o").count()
    for at in [next(at for at in range(total) if at not in right)] if wrong else right:
        question.locator("label.cw-o").nth(at).click()


def check(question: Locator, *, wrong: bool = False) -> None:
    choose(question, wrong=wrong)
    question.get_by_role("button", name=CHECK).click()
    expect(question.locator(".cw-verdict")).to_be_visible()


def answer_all(page: Page, *, wrong: int = 0, within: str = "cw-quiz") -> int:
    """Answer every question of a quiz, the first `wrong` ones wrongly; how many there are."""
    questions = page.locator(f"{within} fieldset.cw-q")
    for at in range(questions.count()):
        question = questions.nth(at)
        if not question.is_visible():
            page.get_by_role("button", name=NEXT).click()
        check(question, wrong=at < wrong)
    return questions.count()


def score(page: Page) -> tuple[int, int]:
    found = re.match(r"(\d+) / (\d+)", page.locator(".cw-outcome .cw-score").inner_text())
    assert found
    return int(found[1]), int(found[2])
