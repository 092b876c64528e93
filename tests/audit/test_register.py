"""The bank as a table, and what it covers."""

from pathlib import Path

from banks import bank, choice
from coursewright.audit.register import covered, rows
from trees import BANK, COURSE, EVERY_TYPE, GLOSSARY, ITEMS, SECTION, changed, checked, with_quiz_of


def test_every_question_is_a_row_with_who_asks_it(tmp_path: Path) -> None:
    done = checked(tmp_path, with_quiz_of(ITEMS, EVERY_TYPE))
    listed = {row.id: row for row in rows(done.sources, done.site.groups)}
    assert listed["soil-top"].quizzes == ("soil", "soil/layers")
    assert (listed["soil-secret"].use, listed["soil-secret"].quizzes) == ("exam", ())
    assert listed["soil-bed-cause"].quizzes == ("soil",)
    assert {row.type for row in listed.values()} >= {"single-choice", "ordering", "numeric", "true-false"}


def test_a_stem_of_blocks_is_listed_by_its_words(tmp_path: Path) -> None:
    stem = "|\n      Which?\n\n      | tea | heat |\n      | --- | --- |\n\n      ```\n      a *b\n      ```"
    done = checked(tmp_path, changed(BANK, "What lies on top?", stem))
    listed = {row.id: row.stem for row in rows(done.sources, done.site.groups)}
    assert listed["soil-top"] == "Which? tea heat a *b"


def test_what_is_covered_counts_level_type_and_use(tmp_path: Path) -> None:
    files = {
        **bank(choice("a", "Which?", ["Clay", "Sand"], level="apply")),
        **changed(
            SECTION, "    text: Name the layers", "    text: Name the layers\n  - id: dig\n    text: Dig"
        ),
    }
    done = checked(tmp_path, files)
    counts = covered(done.sources, rows(done.sources, done.site.groups))
    assert list(counts) == ["soil/layers/name", "soil/layers/dig"]
    assert counts["soil/layers/name"]["apply", "single-choice", "exam"] == 1
    assert counts["soil/layers/name"].total() == 5
    assert counts["soil/layers/dig"].total() == 0


def test_what_is_made_of_terms_is_listed_like_any_other(tmp_path: Path) -> None:
    made = """\
made:
  - id: soil-terms
    make: terms
    objective: soil/layers/name
    stem: Which term is meant? {definition}
    terms: [humus]
"""
    terms = COURSE[GLOSSARY].rstrip("\n") + "".join(
        f"\n  - {{id: {word}, term: {word}, definition: What {word} is.}}\n" for word in ("clay", "spit")
    )
    files = {**with_quiz_of(f"{ITEMS}, soil-terms", EVERY_TYPE + made), GLOSSARY: terms}
    done = checked(tmp_path, files)
    listed = rows(done.sources, done.site.groups)
    row = listed[-1]
    assert (row.id, row.type, row.quizzes) == ("soil-terms-humus", "single-choice", ("soil",))
    assert covered(done.sources, listed)["soil/layers/name"].total() == len(listed)
