"""`exam regrade`: what a ruling changes, and the laws of rulings."""

from pathlib import Path

import pytest
from answered import (
    Captured,
    code_in,
    exam,
    graded,
    kept,
    keyed,
    made,
    number_of,
    percents,
    results,
    row,
    rows,
)
from hypothesis import given
from hypothesis import strategies as st
from sessions import NAME

from coursewright.exams.grading.ruling import Ruling, rulings, with_accepted
from coursewright.exams.grading.ruling import keyed as keys_of
from coursewright.exams.journal import Entry, broken
from coursewright.exams.store import KEYS_FILE
from coursewright.model.items.interaction import AskedChoice, Choice
from coursewright.model.items.interaction import Entry as Option
from coursewright.scoring import score
from trees import contents


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    """Two right, one of whom has the first item open, and one with a wrong answer to it."""
    course = made(tmp_path)
    third = row(course, "003", "A", wrong=["exam-which", "exam-order", "exam-pairs"])
    third[2] = "B"
    graded(
        course,
        capsys,
        keyed(course, row(course, "001", "A"), row(course, "002", "B", wrong=["exam-top"]), third),
    )
    return course


def ruled(root: Path, capsys: Captured, *arguments: str) -> str:
    """Rule, accept what changes, and return what was said before."""
    given = ("regrade", NAME, *arguments, "--reason", "It was taught otherwise.")
    capsys.readouterr()
    assert exam(root, *given) == 1
    said = capsys.readouterr()
    assert exam(root, *given, "--accept", code_in(said.out + said.err)) == 0
    capsys.readouterr()
    return said.out + said.err


def test_a_void_item_counts_for_nobody_and_changes_are_shown_first(root: Path, capsys: Captured) -> None:
    before, keys = percents(root), (kept(root).folder / KEYS_FILE).read_bytes()
    assert before == {"001": 76.92, "002": 69.23, "003": 46.15}
    said = ruled(root, capsys, "--void", "exam-top")
    assert "3 of 3 results change; 0 pass by it, 0 no longer do" in said
    assert percents(root) == {"001": 75.0, "002": 75.0, "003": 50.0}
    assert {*rows(root, "SELECT worth, points FROM responses WHERE item = 'exam-top'")} == {(0, 0.0)}
    assert (kept(root).folder / KEYS_FILE).read_bytes() == keys
    entry = kept(root).entries[-1]
    assert entry.did == "regraded"
    assert entry.about["rulings"] == [
        {"item": "exam-top", "void": True, "accepted": [], "reason": "It was taught otherwise."}
    ]
    assert list(broken(kept(root).entries)) == []
    assert "It was taught otherwise." in (results(root) / "report.html").read_text("utf-8")


def test_nothing_is_written_before_it_was_seen_who_gains(root: Path, capsys: Captured) -> None:
    before = contents(results(root))
    assert exam(root, "regrade", NAME, "--void", "A1", "--reason", "x", "--accept", "12345678") == 1
    assert contents(results(root)) == before
    assert kept(root).entries[-1].did == "graded"


def test_a_second_key_is_read_by_the_letters_of_its_form(root: Path, capsys: Captured) -> None:
    said = ruled(root, capsys, "--accept-key", "A1=B")
    assert "1 of 3 results change" in said
    assert percents(root) == {"001": 76.92, "002": 69.23, "003": 53.84}


def test_who_passes_by_a_ruling_is_said(root: Path, capsys: Captured) -> None:
    which = number_of(root, "A", "exam-order")
    said = ruled(
        root,
        capsys,
        "--void",
        f"A{which}",
        "--void",
        "exam-which",
        "--void",
        "exam-pairs",
        "--accept-key",
        "A1=B",
    )
    assert "not passed → passed" in " ".join(said.split())
    assert "1 pass by it, 0 no longer do" in said


def test_ruling_twice_is_ruling_once_and_withdrawing_it_gives_back_what_was(
    root: Path, capsys: Captured
) -> None:
    before = contents(results(root))
    ruled(root, capsys, "--void", "exam-top")
    once = contents(results(root))
    ruled(root, capsys, "--void", "A1")
    assert contents(results(root)) == once
    ruled(root, capsys, "--withdraw", "exam-top")
    assert contents(results(root)) == before
    assert [entry.did for entry in kept(root).entries[-3:]] == ["regraded"] * 3


def test_grading_again_stands_on_the_rulings(root: Path, capsys: Captured) -> None:
    ruled(root, capsys, "--void", "exam-top")
    once = percents(root)
    graded(root, capsys, root.parent / "answers.csv")
    assert percents(root) == once


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--void", "exam-tap"), "did you mean “exam-top”?"),
        (("--void", "A99"), "there is no item “A99”"),
        (("--accept-key", "A1=Z"), "an answer would be: A–"),
        (("--accept-key", "exam-letter=x"), "is no answer to this question"),
        (("--accept-key", "A1=AB"), "--accept-key A1=A --accept-key A1=B"),
        (("--accept-key", "exam-order=A"), "all steps or things"),
        (("--accept-key", "exam-pairs=1-A"), "all steps or things"),
        (("--accept-key", "exam-depth=33~"), "is no number in the unit that is asked for"),
        (("--accept-key", "exam-depth=1e400"), "is no number"),
        (("--accept-key", "exam-depth=nan"), "is no number"),
        (("--accept-key", "exam-depth=99999亿亿"), "is no number"),
        ((), "say what is ruled"),
    ],
)
def test_what_cannot_be_ruled_is_wrong_usage(
    root: Path, capsys: Captured, arguments: tuple[str, ...], said: str
) -> None:
    assert exam(root, "regrade", NAME, *arguments, "--reason", "x") == 2
    assert said in capsys.readouterr().err


def test_a_form_without_items_is_no_form(root: Path, capsys: Captured) -> None:
    all_of = [each.item for each in kept(root).session.forms[0].questions]
    assert (
        exam(root, "regrade", NAME, *(word for item in all_of for word in ("--void", item)), "--reason", "x")
        == 2
    )
    assert "would count" in capsys.readouterr().err


def test_results_that_somebody_changed_are_not_graded_again(root: Path, capsys: Captured) -> None:
    file = results(root) / "candidates.parquet"
    file.write_bytes(file.read_bytes() + b"x")
    assert exam(root, "regrade", NAME, "--void", "A1", "--reason", "x") == 1
    assert "was changed by somebody" in capsys.readouterr().err


ITEMS = st.sampled_from(["one", "two", "three"])
RULED = st.one_of(
    st.builds(lambda item: Ruling(item, is_void=True, reason="r"), ITEMS),
    st.builds(lambda item, id: Ruling(item, accepted=([id],), reason="r"), ITEMS, st.sampled_from("ABC")),
    st.builds(lambda item: Ruling(item, reason="r"), ITEMS),
)


def entry(number: int, ruling: Ruling) -> Entry:
    return Entry(number, "", "Ann", "regraded", "0", {"rulings": [ruling.as_data()]}, "")


@given(st.lists(RULED, max_size=8), RULED)
def test_what_holds_of_an_item_is_what_was_said_last(said: list[Ruling], last: Ruling) -> None:
    entries = [entry(at, each) for at, each in enumerate(said)]
    found = rulings([*entries, entry(99, last)])
    before = rulings(entries)
    assert found.get(last.item) == (None if last.is_withdrawn else last)
    assert {item: each for item, each in found.items() if item != last.item} == {
        item: each for item, each in before.items() if item != last.item
    }
    assert rulings([*entries, entry(99, last), entry(100, last)]) == found


OPTIONS = Choice(tuple(Option(id, id, None) for id in "ABCD"), many=True)
CHOSEN = st.sets(st.sampled_from("ABCD")).map(sorted)
KEY = st.sets(st.sampled_from("ABCD"), min_size=1).map(sorted)


@given(KEY, KEY, CHOSEN)
def test_a_further_key_takes_nothing_from_anybody(
    key: list[str], other: list[str], chosen: list[str]
) -> None:
    asked = AskedChoice(OPTIONS, frozenset(key))
    ruling = with_accepted(Ruling("one"), other, "r")
    assert with_accepted(ruling, other, "r") == ruling
    shares = [found.points / found.of for each in keys_of(asked, ruling) for found in [score(each, chosen)]]
    own = score(asked, chosen)
    assert max(shares) >= own.points / own.of
    assert (max(shares) == 1) == (chosen in (key, other))


@pytest.mark.parametrize(
    ("item", "answer", "accepted"),
    [
        ("exam-depth", "０.3万", {"value": "3000"}),
        ("exam-depth", "-1,200.50 cm", {"value": "-1200.5"}),
        ("exam-words", "loam", {"text": "loam"}),
    ],
)
def test_a_key_for_a_gap_is_kept_as_answers_are_read(
    root: Path, capsys: Captured, item: str, answer: str, accepted: dict[str, str]
) -> None:
    ruled(root, capsys, "--accept-key", f"{item}={answer}")
    ((ruling,),) = [kept(root).entries[-1].about["rulings"]]
    ((text,),) = [each.values() for each in ruling["accepted"]]
    assert [text] == [*accepted.values()]


@pytest.mark.parametrize("text", ["\u200b", "a\nb", "a\udcff", "x" * 5000, ";"])
def test_a_key_that_nobody_could_type_is_refused(root: Path, capsys: Captured, text: str) -> None:
    assert exam(root, "regrade", NAME, "--accept-key", f"exam-words={text}", "--reason", "x") == 2
    assert "is no answer to this question" in " ".join(capsys.readouterr().err.split())


def test_each_of_two_options_may_be_right_as_well(root: Path, capsys: Captured) -> None:
    ruled(root, capsys, "--accept-key", "A1=A", "--accept-key", "A1=B")
    assert len(kept(root).entries[-1].about["rulings"][-1]["accepted"]) == 2
