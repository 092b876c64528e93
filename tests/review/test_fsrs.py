"""The scheduler in the browser against the one its authors keep for Python."""

import json
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler

START = datetime(2026, 1, 1, 8, tzinfo=UTC)
Answers = list[tuple[int, datetime]]


def sequences() -> list[Answers]:
    """Answers at moments from seconds to years apart, by chance but always the same."""
    chance = random.Random(6)
    waits = [timedelta(seconds=20), timedelta(minutes=10), timedelta(hours=23), timedelta(days=1)]
    found = []
    for _ in range(400):
        at, answers = START, []
        for _ in range(chance.randrange(1, 30)):
            answers.append((chance.choice([1, 2, 3, 3, 3, 4]), at))
            at += chance.choice([*waits, timedelta(days=chance.uniform(0.1, 400))])
        found.append(answers)
    return found


def expected(answers: Answers) -> list[list[float]]:
    scheduler, card, told = Scheduler(enable_fuzzing=False), Card(), []
    for rating, at in answers:
        known = scheduler.get_card_retrievability(card, at)
        card, _ = scheduler.review_card(card, Rating(rating), at)
        assert card.stability is not None
        assert card.difficulty is not None
        told.append([card.stability, card.difficulty, milliseconds(card.due), known])
    return told


def milliseconds(at: datetime) -> float:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1)


def test_the_browser_schedules_as_the_reference_does() -> None:
    asked = sequences()
    lines = "\n".join(json.dumps([[rating, milliseconds(at)] for rating, at in answers]) for answers in asked)
    node = [Path(sys.executable).with_name("node"), Path(__file__).with_name("twin.mjs")]
    ran = subprocess.run(node, input=lines, capture_output=True, text=True, check=True)
    for answers, told in zip(asked, ran.stdout.splitlines(), strict=True):
        for got, wanted in zip(json.loads(told), expected(answers), strict=True):
            assert got == pytest.approx(wanted, rel=1e-9)
