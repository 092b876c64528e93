"""An exam of the starter course's own, for playing a certification: a bank for exams only, and a blueprint.

Its items are sums of minutes, which need no knowledge of a trade and whose distractors are the usual slips.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from typing import Any

from ..edit.hand import dumped
from ..words import Words

EXAM = "rehearsal"
BANK_FILE, EXAM_FILE = "quizzes/bank/rehearsal.yml", "quizzes/exams/rehearsal.yml"
ITEMS, ANCHORS = 20, 4
"""Of the bank, and of each form in common."""
MINUTES, QUESTIONS = 30, 10
HOUR = 60


@dataclass(frozen=True)
class _Span:
    """From a minute of the day on, over the full hour, for more than ten minutes."""

    start: int
    length: int

    @property
    def before(self) -> int:
        """Minutes to the full hour."""
        return HOUR - self.start % HOUR

    @property
    def after(self) -> int:
        return self.length - self.before

    @property
    def is_clear(self) -> bool:
        """Whether no two slips come to the same."""
        return 10 not in (self.before, self.after) and self.before != self.after


def item_id(number: int) -> str:
    """That of an item by its number, from 1."""
    return f"rehearsal-{number:02}"


def rehearsal_files(language: str) -> dict[str, bytes]:
    """Path from the course's folder → bytes, in a language that there is a starter course in."""
    words = Words(language)
    made = {BANK_FILE: {"items": list(_items(words))}, EXAM_FILE: _blueprint(words)}
    return {path: dumped(data).encode() for path, data in made.items()}


def _items(words: Words) -> Iterator[dict[str, Any]]:
    spans = (_Span((8 + at % 9) * HOUR + 41 + at * 5 % 17, 23 + at * 7 % 31) for at in count())
    for at, span in enumerate(islice(filter(lambda span: span.is_clear, spans), ITEMS)):
        stem = (
            words("A link was clicked at {start}, the contact was called at {end}. How many minutes passed?")
            if at % 2
            else words(
                "An account was lent at {start} and locked at {end}. For how many minutes was it open?"
            )
        )
        yield {
            "id": item_id(at + 1),
            "type": "single-choice",
            "use": "exam",
            "objective": "basics/messages/response",
            "level": "apply",
            "competencies": ["message-care"],
            "facility": 50 + at * 5 % 9 * 5,
            "stem": stem.format(start=_clock(span.start), end=_clock(span.start + span.length)),
            "options": _options(span, at * 3 // 2 % 4, words),
            "explanation": words("Count to the full hour, then on from it: an hour has 60 minutes."),
        }


def _options(span: _Span, smaller: int, words: Words) -> list[dict[str, Any]]:
    """By size, so many of them smaller than the key: its place must not give it away."""
    low = {
        span.before: words("These are the minutes to the full hour alone."),
        span.after: words("These are the minutes after the full hour alone."),
        span.length - 10: words("This is ten minutes too few."),
    }
    high = {
        span.length + 40: words("This takes an hour for 100 minutes."),
        span.length + span.before: words("This counts the minutes to the full hour twice."),
        span.length + 10: words("This is ten minutes too many."),
    }
    right = words("{before} minutes to the full hour and {after} after it.")
    slips = {**dict(islice(low.items(), smaller)), **dict(islice(high.items(), len(high) - smaller))}
    options: dict[int, dict[str, Any]] = {each: {"rationale": reason} for each, reason in slips.items()}
    options[span.length] = {
        "key": True,
        "rationale": right.format(before=span.before, after=span.after),
    }
    shown = words("{count} minutes")
    return [{"text": shown.format(count=each), **options[each]} for each in sorted(options)]


def _clock(minute: int) -> str:
    return f"{minute // HOUR}:{minute % HOUR:02}"


def _blueprint(words: Words) -> dict[str, Any]:
    return {
        "title": words("Rehearsal exam"),
        "summary": words("Ten sums of minutes in half an hour, for trying out a certification."),
        "purpose": words("For trainers who want to see every output before they trust it."),
        "minutes": MINUTES,
        "cut": 60,
        "reason": words("Set for the rehearsal only, so that some pass and some do not."),
        "items": QUESTIONS,
        "chapters": ["basics"],
        "demands": [{"chapter": "basics", "items": QUESTIONS}],
        "forms": {"count": 2, "overlap": 0, "anchors": [item_id(at + 1) for at in range(ANCHORS)]},
    }
