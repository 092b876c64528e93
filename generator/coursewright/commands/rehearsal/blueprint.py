"""The files of the rehearsal: its bank, what is practised before it, and the blueprint of its exam."""

from typing import Any

from ...edit.hand import dumped
from ...words import Words
from .bank import ANCHORS, items, practised

EXAM = "rehearsal"
BANK_FILE, PRACTISED_FILE, PRACTICE_FILE, EXAM_FILE = (
    "quizzes/bank/rehearsal.yml",
    "quizzes/bank/rehearsal-practice.yml",
    "quizzes/practice/rehearsal.yml",
    "quizzes/exams/rehearsal.yml",
)
MINUTES = 30
EACH = {
    "single-choice": 5,
    "multiple-choice": 1,
    "true-false": 2,
    "fill-in": 1,
    "numeric": 1,
    "matching": 1,
    "ordering": 1,
    "categorise": 1,
    "short-answer": 1,
    "case": 2,
}
"""Of a form, by types; the questions of a case count for their own as well."""
QUESTIONS = sum(EACH.values()) - EACH["case"]
WORTH = {"multiple-choice": 2, "fill-in": 2, "matching": 3, "ordering": 2, "categorise": 2, "short-answer": 3}


def rehearsal_files(language: str) -> dict[str, bytes]:
    """Path from the course's folder → bytes, in a language that there is a starter course in."""
    words = Words(language)
    practice = [*practised(words)]
    made = {
        BANK_FILE: {"items": [*items(words)]},
        PRACTISED_FILE: {"items": practice},
        PRACTICE_FILE: _quiz([each["id"] for each in practice], words),
        EXAM_FILE: _blueprint(words),
    }
    return {path: dumped(data).encode() for path, data in made.items()}


def _quiz(ids: list[str], words: Words) -> dict[str, Any]:
    return {
        "title": words("Days of the week"),
        "summary": words("Three questions to practise before the rehearsal exam."),
        "items": ids,
    }


def _blueprint(words: Words) -> dict[str, Any]:
    return {
        "title": words("Rehearsal exam"),
        "summary": words("Questions of every type in half an hour, for trying out a certification."),
        "purpose": words("For trainers who want to see every output before they trust it."),
        "minutes": MINUTES,
        "cut": 60,
        "reason": words("Set for the rehearsal only, so that some pass and some do not."),
        "items": QUESTIONS,
        "chapters": ["basics"],
        "demands": [{"type": type, "items": count} for type, count in EACH.items()],
        "worth": WORTH,
        "forms": {"count": 2, "overlap": 0, "anchors": [*ANCHORS]},
    }
