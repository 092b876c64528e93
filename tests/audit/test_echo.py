"""Answers that stand in the text: a situation told again, and a new one of the same people."""

from pathlib import Path

import pytest
from audits import audit_of

from banks import bank, choice
from trees import CHAPTER, COURSE, SECTION, TAXONOMY, TOOLKIT, Files

STEM = (
    "周桂芳的超市 6 月卖出 45 万元，进货用去 36 万元，房租水电 4 万元，她说想再借 15 万元扩店。"
    "苏晴照流水重算以后发现什么？"
)
KEY = "每月净剩 5 万元，够还 15 万元"
TOLD = (
    "周桂芳的超市 6 月卖出 45 万元，进货用去 36 万元，房租水电 4 万元。她想再借 15 万元扩店，"
    "苏晴照流水重算以后发现，每月净剩 5 万元，够还。"
)
ELSEWHERE = {
    f"content/chapters/soil/more{n}.yml": COURSE[SECTION].replace("id: name", f"id: name{n}")
    for n in range(3)
}
CHINESE = {"content/course.yml": COURSE["content/course.yml"].replace("language: en", "language: zh-CN")}

IN_SECTION = {SECTION: COURSE[SECTION].replace("Ann digs.", TOLD)}
IN_CASE = {CHAPTER: COURSE[CHAPTER].replace("Ann digs and finds water.", TOLD)}
IN_RECAP = {CHAPTER: COURSE[CHAPTER].replace("Dig from the top.", TOLD)}
IN_NODE = {TAXONOMY: COURSE[TAXONOMY].replace("definition: ", f"definition: {TOLD} ", 1)}
IN_TOOLKIT = {TOOLKIT: COURSE[TOOLKIT].replace("Fill it in.", TOLD)}


def told(tmp_path: Path, files: Files, stem: str = STEM, level: str = "apply") -> list[str]:
    """The places that the audit names for an item, of a course with these files."""
    options = [KEY, "每月亏 2 万元，不能还", "每月净剩 9 万元，能还 30 万元"]
    written = choice("a", stem, options, level=level, use="practice")
    found = audit_of(tmp_path, {**CHINESE, **files, **bank(written)}).findings
    return [finding.values["where"] for finding in found if finding.rule == "answer-in-text"]


@pytest.mark.parametrize(
    "files",
    [IN_SECTION, IN_CASE, IN_RECAP, IN_NODE, IN_TOOLKIT],
    ids=["section", "case", "recap", "node", "tool"],
)
def test_a_situation_with_its_answer_is_found_with_its_line(tmp_path: Path, files: dict[str, str]) -> None:
    ((path, text),) = files.items()
    line = next(at for at, line in enumerate(text.splitlines(), 1) if TOLD[:8] in line)
    assert told(tmp_path, files) == [f"{path}:{line}"]


def test_a_summary_that_says_it_again_hides_nothing(tmp_path: Path) -> None:
    """What is rare leads to a text; a chapter's summary makes nothing less rare."""
    assert told(tmp_path, {**IN_RECAP, **IN_SECTION}) == told(tmp_path / "again", IN_SECTION)


def test_new_facts_of_the_same_people_are_a_new_task(tmp_path: Path) -> None:
    fresh = (
        "高志远的六家店上月共付手续费 1800 元，改用新的收款码以后少付三成，另交年费 600 元。一年省下多少？"
    )
    assert told(tmp_path, IN_SECTION, fresh) == []


def test_recall_may_ask_what_a_text_says(tmp_path: Path) -> None:
    assert told(tmp_path, IN_SECTION, level="recall") == []


def test_a_text_that_says_nothing_of_it_is_not_named(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []
