"""Learners with a record: made up, but always the same, and brought in as they would, by a file."""

import json
import random
import time
from pathlib import Path
from typing import Any

from output import Built
from playwright.sync_api import Page, expect

COURSE = "relationship-manager"
DAY = 86_400_000
NOW = int(time.time() * 1000)
DENIED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });"""
"""A script of a browser that keeps nothing."""


def learner_record(built: Built) -> dict[str, dict[str, Any]]:
    """Entries by concern of who has read and answered most of the first half of the course."""
    dice = random.Random(7)
    chapters = {chapter.id: chapter.number for chapter in built.site.chapters}
    studied = [item for item in built.site.items.values() if chapters[item.section.chapter] <= 4]
    read = [section for section in built.site.sections if chapters[section.chapter] <= 4]
    quizzes = [quiz for quiz in built.site.quizzes.values() if chapters.get(quiz.model.chapter or "", 9) <= 4]
    return {
        "items": {item.id: {"tries": _tries(dice)} for item in studied if dice.random() < 0.8},
        "sections": {
            section.id: {"title": section.model.title, "url": "/", "at": NOW - DAY, "read": NOW - DAY}
            for section in read
        },
        "quizzes": {
            quiz.id: {"tries": [_result(NOW - 9 * DAY, 14), _result(NOW - 2 * DAY, 15 + at)]}
            for at, quiz in enumerate(quizzes)
        },
        "levels": {
            id: {"tries": [{"at": NOW - DAY, "level": dice.randint(1, 4)}]}
            for id in list(built.site.competencies)[:14]
        },
        "sheets": {"my/levels": {"at": NOW - DAY, "fields": {"role": "client-manager"}}},
    }


def bring(page: Page, record: dict[str, dict[str, Any]], folder: Path) -> None:
    """Import a record on a page with the box of the record."""
    drawers = {name: {"version": 1, "entries": entries} for name, entries in record.items()}
    file = folder / "learning-record.json"
    file.write_text(json.dumps({"version": 2, "course": COURSE, "drawers": drawers}), encoding="utf-8")
    if not page.locator("cw-record details[open]").count():
        page.locator("cw-record summary").click()
    page.locator("cw-record [role=status]").evaluate("(said) => { said.textContent = ''; }")
    page.locator("cw-record input[type=file]").set_input_files(file)
    expect(page.locator("cw-record [role=status]")).not_to_be_empty()


def _tries(dice: random.Random) -> list[dict[str, Any]]:
    start = NOW - dice.randint(3, 40) * DAY
    return [
        {"at": start + at * DAY, "points": dice.randint(0, 1), "of": 1, "sure": dice.choice([1, 2, 3, 3])}
        for at in range(dice.randint(1, 3))
    ]


def _result(at: int, points: int) -> dict[str, Any]:
    return {"at": at, "points": points, "of": 20, "passed": points >= 16}
