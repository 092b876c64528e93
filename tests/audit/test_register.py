"""The bank as a table, and what it covers."""

from pathlib import Path

from banks import bank, choice
from coursewright.audit.register import covered, rows
from trees import EVERY_TYPE, ITEMS, SECTION, changed, checked, with_quiz_of


def test_every_question_is_a_row_with_who_asks_it(tmp_path: Path) -> None:
    listed = {row.id: row for row in rows(checked(tmp_path, with_quiz_of(ITEMS, EVERY_TYPE)).sources)}
    assert listed["soil-top"].quizzes == ("soil", "soil/layers")
    assert (listed["soil-secret"].use, listed["soil-secret"].quizzes) == ("exam", ())
    assert listed["soil-bed-cause"].quizzes == ("soil",)
    assert {row.type for row in listed.values()} >= {"single-choice", "ordering", "numeric", "true-false"}


def test_what_is_covered_counts_level_type_and_use(tmp_path: Path) -> None:
    files = {
        **bank(choice("a", "Which?", ["Clay", "Sand"], level="apply")),
        **changed(
            SECTION, "    text: Name the layers", "    text: Name the layers\n  - id: dig\n    text: Dig"
        ),
    }
    sources = checked(tmp_path, files).sources
    counts = covered(sources, rows(sources))
    assert list(counts) == ["soil/layers/name", "soil/layers/dig"]
    assert counts["soil/layers/name"]["apply", "single-choice", "exam"] == 1
    assert counts["soil/layers/name"].total() == 5
    assert counts["soil/layers/dig"].total() == 0
