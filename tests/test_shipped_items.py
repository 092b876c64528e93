"""What every item of the shipped course brings, and how the bank as a whole is made up."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from coursewright.audit import Audit, audited
from coursewright.compiler import check_course
from trees import ROOT

FIELDS = ("objective", "level", "competencies", "facility", "seconds", "explanation")
"""What an item says of itself, whatever its type."""
PARTS = ("options", "pairs", "others", "steps", "blanks")
"""Lists of what may be chosen, put in place or filled in."""
CASES = 24
ITEMS = 75
"""At least so many in a chapter, the questions of a case each for itself."""
MOST_RECALL = 0.3
LEAST_HIGHER = 0.4
ENOUGH = 40
"""Questions of a file, a level or the bank, of which a score of readers who know nothing says something."""
MOST_GUESSED = 0.08
"""By how much such a reader may pass chance there."""

Item = dict[str, Any]

WRITTEN: list[Item] = [
    item
    for path in sorted((ROOT / "quizzes/bank").glob("*.yml"))
    for item in yaml.safe_load(path.read_text("utf-8"))["items"]
]
"""What stands in the files, a case with its questions as one."""
ITEM: list[Item] = [question for item in WRITTEN for question in item.get("items", [item])]
CHAPTERS = sorted(path.parent.name for path in (ROOT / "content/chapters").glob("*/chapter.yml"))


def _of(chapter: str) -> list[Item]:
    return [item for item in ITEM if item["objective"].startswith(f"{chapter}/")]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_item_says_what_it_tests_and_how_hard_it_is(chapter: str) -> None:
    lacking = [(item["id"], field) for item in _of(chapter) for field in FIELDS if not item.get(field)]
    assert lacking == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_whatever_is_answered_there_is_a_reason_why(chapter: str) -> None:
    assert [(item["id"], part) for item in _of(chapter) for part in _unreasoned(item)] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_has_enough_items_to_draw_from(chapter: str) -> None:
    count = len(_of(chapter))
    assert count >= ITEMS


def test_there_are_cases_enough() -> None:
    assert sum(item["type"] == "case" for item in WRITTEN) >= CASES


def test_most_items_ask_for_more_than_memory() -> None:
    levels = Counter(item["level"] for item in ITEM)
    assert levels["recall"] <= MOST_RECALL * len(ITEM)
    assert levels["apply"] + levels["analyse"] >= LEAST_HIGHER * len(ITEM)


@pytest.fixture(scope="module")
def audit() -> Audit:
    return audited(check_course(ROOT).sources)


def test_who_knows_nothing_is_hardly_better_than_chance(audit: Audit) -> None:
    assert {
        (sat.group.name or sat.group.kind, str(sat.cheater)): round(100 * (sat.mean - sat.chance), 1)
        for sat in audit.sittings
        if sat.count >= ENOUGH and sat.mean > sat.chance + MOST_GUESSED
    } == {}


def test_no_flaw_stands(audit: Audit) -> None:
    assert audit.problems == ()


def test_no_item_stands_outside_the_chapters() -> None:
    assert sum(len(_of(chapter)) for chapter in CHAPTERS) == len(ITEM)


def _unreasoned(item: Item) -> Iterator[str]:
    """The parts of an item that tell nobody why they are right or wrong."""
    match item["type"]:
        case "true-false":
            yield from (verdict for verdict in ("if_true", "if_false") if not item.get(verdict))
        case "numeric":
            yield from [] if item.get("rationale") else ["answer"]
            yield from _unreasoned_mistakes(item["answer"])
        case "short-answer":
            yield from (part for part in ("rubric", "sample") if not item.get(part))
        case "categorise":
            examples = [example for category in item["categories"] for example in category["examples"]]
            yield from (example["text"] for example in examples if not example.get("rationale"))
    for name in PARTS:
        for at, part in enumerate(item.get(name, [])):
            if not part.get("rationale"):
                yield f"{name}[{at}]"
            yield from _unreasoned_mistakes(part.get("number") or {})


def _unreasoned_mistakes(number: Item) -> Iterator[str]:
    for mistake in number.get("mistakes", []):
        if not mistake.get("rationale"):
            yield f"mistake {mistake['value']}"
