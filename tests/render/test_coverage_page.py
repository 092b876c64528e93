"""The coverage page for trainers: what teaches and tests topics and objectives, and nothing of the vault."""

import re
from pathlib import Path

from trees import (
    BANK,
    COURSE,
    COVERED,
    EVERY_TYPE,
    GUIDE,
    ITEMS,
    SECTION,
    Files,
    changed,
    compiled,
    with_quiz_of,
)

TRAINED = {"content/guides/train.yml": COURSE[GUIDE].replace("audience: learner", "audience: trainer")}
TOPICS = {
    COVERED: """
    topics:
      - {id: "1.1", title: Layers of <soil>, sections: [soil/layers], toolkits: [spade]}
      - {id: G, title: The trade, roles: [gardener, head]}
      - {id: N, title: Nowhere}
    """
}
PAGE = "docs/guides/coverage.md"


def page(root: Path, files: Files | None = None) -> str:
    return compiled(root, {**TRAINED, **(files or {})})[PAGE].decode()


def row(html: str, id: str) -> str:
    (found,) = re.findall(rf'<tr id="{re.escape(id)}">.*?</tr>', html, re.S)
    return str(found)


def numbers(row: str) -> list[int]:
    return [int(number) for number in re.findall(r">(\d+)</(?:td|summary)>", row)]


def test_only_a_course_that_trainers_read_has_it(tmp_path: Path) -> None:
    assert PAGE in dict(compiled(tmp_path / "with", TRAINED))
    assert PAGE not in dict(compiled(tmp_path / "without"))


def test_a_course_without_topics_has_its_objectives(tmp_path: Path) -> None:
    shown = page(tmp_path, {COVERED: None})
    assert numbers(row(shown, "o-soil/layers/name")) == [3, 1]
    assert "Topics" not in shown


def test_a_topic_leads_to_its_sections_and_to_what_else_serves_it(tmp_path: Path) -> None:
    shown = page(tmp_path, TOPICS)
    taught = row(shown, "t-1.1")
    assert "Layers of &lt;soil&gt;" in taught
    assert 'href="site:/learn/soil/layers/"' in taught
    assert 'href="site:/toolkits/spade/"' in taught
    assert numbers(taught) == [1, 3, 1]
    assert 'href="site:/roles/head/"' in row(shown, "t-G")
    assert "Nothing yet" in row(shown, "t-N")
    assert shown.index('id="t-1.1"') < shown.index("#_beside }") < shown.index('id="t-G"')


def test_a_chapter_names_the_exams_that_examine_it(tmp_path: Path) -> None:
    assert 'href="site:/quizzes/exams/spade/">Spade exam</a>' in page(tmp_path)


def test_a_case_counts_once_for_each_objective_of_its_questions(tmp_path: Path) -> None:
    files = {**with_quiz_of(ITEMS, EVERY_TYPE), **changed(SECTION, "competencies:", _ANOTHER)}
    before = numbers(row(page(tmp_path / "before", files), "o-soil/layers/name"))[0]
    head, tail = files[BANK].rsplit("soil/layers/name", 1)
    moved = page(tmp_path / "after", {**files, BANK: head + "soil/layers/dig" + tail})
    assert numbers(row(moved, "o-soil/layers/name"))[0] == before, "the other question still tests it"
    assert numbers(row(moved, "o-soil/layers/dig"))[0] == 1


_ANOTHER = "  - {id: dig, text: Dig}\ncompetencies:"


def test_items_for_practice_are_named_and_reserved_ones_counted(tmp_path: Path) -> None:
    shown = page(tmp_path, TOPICS)
    assert 'href="site:/guides/bank/soil/#b-soil-dark"' in shown
    assert "soil-secret" not in shown
    assert "Zanzibar" not in shown
