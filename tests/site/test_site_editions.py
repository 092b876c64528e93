"""A quiz is passed nowhere once a question of it has changed, until that is answered anew."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from output import BICYCLE, serving
from playwright.sync_api import Page, expect
from quizzing import SAY, answer_all, check
from visitors import Visiting, Visitor

from sites import Sites

pytest_plugins = ["site_fixtures"]

QUIZ = "quizzes/drivetrain/"
ITEM = "chain-ruler"
LISTS = (QUIZ, "quizzes/", "learn/", "learn/drivetrain/")
CHANGED = "Not passed: a question has changed since"
NOTE = "* The best result reached the cut score, but a question has changed since."


class Published:
    """The site of the small course, and of the same when a question of it has another edition."""

    def __init__(self, first: Path, second: Path, folder: Path) -> None:
        self._second = second
        self.folder = Path(shutil.copytree(first, folder))

    def renew(self) -> None:
        shutil.rmtree(self.folder)
        # newer than what a browser has, by their times
        shutil.copytree(self._second, self.folder, copy_function=shutil.copy)


@pytest.fixture
def published(sites: Sites, tmp_path: Path) -> Published:
    course = Path(shutil.copytree(BICYCLE, tmp_path / "course"))
    bank = course / "quizzes" / "bank" / "drivetrain.yml"
    text = bank.read_text("utf-8")
    bank.write_text(text.replace(f"- id: {ITEM}\n", f"- id: {ITEM}\n    edition: 2\n"), encoding="utf-8")
    first, second = (sites.of(each, "--language", "zh-CN") for each in (BICYCLE, course))
    return Published(first, second, tmp_path / "site")


@contextmanager
def learning(published: Published, visiting: Visiting) -> Iterator[Visitor]:
    """Somebody who has just passed the quiz."""
    with serving(published.folder) as address:
        learner = visiting(address)
        answer_all(learner.open(QUIZ))
        yield learner


def test_pass_is_told_alike_before_and_after_a_question_has_changed(
    published: Published, visiting: Visiting
) -> None:
    with learning(published, visiting) as learner:
        assert told(learner) == dict.fromkeys(LISTS, SAY("Passed"))
        published.renew()
        assert told(learner) == dict.fromkeys(LISTS, SAY(CHANGED))
        expect(learner.open("").locator(f'.cw-strip a[href$="{QUIZ}"]').first).to_be_visible()
        expect(learner.open("learn/drivetrain/").locator("cw-chapter-state")).to_be_empty()

        check(learner.open(QUIZ).locator(f"#q-{ITEM}"), wrong=True)
        assert told(learner) == dict.fromkeys(LISTS, SAY("Passed")), (
            "by the best try, now that all are answered"
        )
        assert learner.complaints == []


def test_transcript_says_why_a_result_above_the_cut_score_is_no_pass(
    published: Published, visiting: Visiting
) -> None:
    with learning(published, visiting) as learner:
        published.renew()
        quizzes = learner.open("my/transcript/").locator("cw-transcript section", has_text="100%")
        expect(quizzes.locator("tr", has_text="100%").locator("td").last).to_have_text(
            f"{SAY('Not passed')}*"
        )
        expect(quizzes.locator("p")).to_have_text(SAY(NOTE))


def told(learner: Visitor) -> dict[str, str]:
    """What each page that names the quiz says of it."""
    return {address: state(learner.open(address)) for address in LISTS}


def state(page: Page) -> str:
    mark = page.locator("cw-result[data-quiz=drivetrain] .cw-mark-word").first
    expect(mark).to_be_visible()
    return mark.inner_text().split(" ", 1)[1]
