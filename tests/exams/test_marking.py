"""`exam mark`: answers go out without names, judgments come back, and two markers are compared."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from answered import WRITTEN, Captured, exam, graded, kept, keyed, made, results, row, rows
from hypothesis import given
from hypothesis import strategies as st
from sessions import NAME

from coursewright.exams.grading.judging import answer_of
from coursewright.exams.grading.marking import Judgment, Judgments, kappa, share
from coursewright.exams.grading.shaped import is_shaped
from coursewright.model.items.interaction import AskedWritten, Criterion, Written

TEXTS = {"001": "Roots & <b>water</b>.", "002": "Roots go down.", "003": "Roots go down."}
BOTH, ROOTS, WATER = ("oyw2", "vxsn"), ("vxsn",), ("oyw2",)


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    course = made(tmp_path)
    graded(
        course,
        capsys,
        keyed(course, *(row(course, number, "A", written=text) for number, text in TEXTS.items())),
    )
    return course


def marked(root: Path, marker: str, met: dict[str, tuple[str, ...]], **changes: Any) -> int:
    """Take in what a marker judged, by the texts of answers."""
    judgments = [
        {"item": WRITTEN, "answer": answer_of(WRITTEN, text).digest, "met": [*own]}
        for text, own in met.items()
    ]
    file = root.parent / "judgments.json"
    file.write_text(json.dumps({"format": 1, "session": NAME, "judgments": judgments, **changes}), "utf-8")
    return exam(root, "mark", NAME, str(file), "--marker", marker)


def page(root: Path, name: str = "marking.html") -> str:
    return (kept(root).folder / "marking" / name).read_text("utf-8")


def test_the_page_has_each_different_answer_once_and_nobody_s_name(root: Path, capsys: Captured) -> None:
    assert exam(root, "mark", NAME) == 0
    assert "2 answers to be judged" in capsys.readouterr().out
    said = page(root)
    assert said.count("<article") == 2
    assert "Roots &amp; &lt;b&gt;water&lt;/b&gt;." in said
    assert "Names the roots." in said
    assert not re.search(r"\b(Ann|Bo|Cy|00[1-4])\b|://", said)
    assert [entry.did for entry in kept(root).entries][-1] == "marked"


def test_what_is_judged_is_graded(root: Path, capsys: Captured) -> None:
    assert marked(root, "Eve", {TEXTS["001"]: BOTH, TEXTS["002"]: ROOTS}) == 0
    points = f"SELECT candidate, points FROM responses WHERE item = '{WRITTEN}' ORDER BY 1"
    assert rows(root, points) == [("001", 3.0), ("002", 2.0), ("003", 2.0)]
    assert rows(root, "SELECT DISTINCT passed FROM candidates") == [(True,)]
    assert page(root).count("<article") == 0
    graded(root, capsys, root.parent / "answers.csv")
    assert rows(root, points) == [("001", 3.0), ("002", 2.0), ("003", 2.0)]


def test_where_two_differ_a_third_decides(root: Path, capsys: Captured) -> None:
    assert exam(root, "mark", NAME, "--double", "100") == 0
    assert page(root, "second.html").count("<article") == 2
    assert marked(root, "Eve", {TEXTS["001"]: BOTH, TEXTS["002"]: ROOTS}) == 0
    assert marked(root, "Flo", {TEXTS["001"]: BOTH, TEXTS["002"]: ()}) == 0
    assert "judged differently by two" in capsys.readouterr().out
    assert page(root, "third.html").count("<article") == 1
    passed = "SELECT candidate, passed FROM candidates ORDER BY 1"
    assert rows(root, passed) == [("001", True), ("002", None), ("003", None)]
    assert marked(root, "Gus", {TEXTS["002"]: WATER}) == 0
    points = f"SELECT points FROM responses WHERE item = '{WRITTEN}' ORDER BY candidate"
    assert rows(root, points) == [(3.0,), (1.0,), (1.0,)]
    outcome = json.loads((results(root) / "results.json").read_bytes())
    assert outcome["agreement"] == {"both": 2, "same": 1, "kappa": "0.50"}


@pytest.mark.parametrize("other", ["Li", "Li ", "li", "ＬＩ", "L i", "L\u200bi"])
def test_one_person_is_one_marker_however_the_name_is_typed(root: Path, capsys: Captured, other: str) -> None:
    assert marked(root, "Li", {TEXTS["001"]: BOTH, TEXTS["002"]: ROOTS}) == 0
    assert marked(root, other, {TEXTS["002"]: WATER}) == 0
    assert "judged differently" not in capsys.readouterr().out
    outcome = json.loads((kept(root).folder / "marking/judgments.json").read_bytes())
    assert [each["marker"] for each in outcome["judgments"]] == ["Li", "Li"]
    assert kept(root).entries[-2].about["marker"] == "Li"


def test_who_differs_is_no_third(root: Path, capsys: Captured) -> None:
    assert marked(root, "Eve", {TEXTS["002"]: ROOTS}) == 0
    assert marked(root, "Flo", {TEXTS["002"]: ()}) == 0
    assert "a third person, none of the two, decides" in " ".join(capsys.readouterr().out.split())
    entries = kept(root).entries
    assert marked(root, "ＥＶＥ", {TEXTS["002"]: WATER}) == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "CW1537" in said
    assert "“Eve” is one of the two" in said
    assert kept(root).entries == entries
    assert marked(root, "Eve", {TEXTS["002"]: ROOTS}) == 0


def test_a_file_that_judges_an_answer_twice_is_taken_where_it_says_the_same(
    root: Path, capsys: Captured
) -> None:
    one, other = (
        {"item": WRITTEN, "answer": answer_of(WRITTEN, TEXTS["001"]).digest, "met": [*met]}
        for met in (BOTH * 3, ROOTS)
    )
    assert marked(root, "Eve", {}, judgments=[one, other]) == 1
    assert "CW1536" in capsys.readouterr().err
    assert kept(root).entries[-1].did == "graded"
    assert marked(root, "Eve", {}, judgments=[one, one]) == 0
    assert "1 judgment by Eve" in capsys.readouterr().out
    points = f"SELECT points FROM responses WHERE item = '{WRITTEN}' AND candidate = '001'"
    assert rows(root, points) == [(3.0,)]


@pytest.mark.parametrize(
    ("met", "changes"),
    [
        ({"Never written.": BOTH}, {}),
        ({TEXTS["001"]: ("none",)}, {}),
        ({TEXTS["001"]: BOTH}, {"session": "autumn"}),
        ({TEXTS["001"]: BOTH}, {"format": 2}),
        ({TEXTS["001"]: BOTH}, {"judgments": "all"}),
    ],
)
def test_a_file_of_something_else_is_not_taken_in(
    root: Path, capsys: Captured, met: dict[str, tuple[str, ...]], changes: dict[str, Any]
) -> None:
    assert marked(root, "Eve", met, **changes) == 1
    assert "CW1524" in capsys.readouterr().err
    assert kept(root).entries[-1].did == "graded"


def test_a_candidate_cannot_judge_their_own_answer() -> None:
    asked = AskedWritten(Written(), (Criterion("a", "A", 1),), "")
    assert is_shaped(asked, {"text": "x"})
    assert not is_shaped(asked, {"text": "x", "met": ["a"]})


PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1)


@given(PAIRS)
def test_kappa_is_one_of_those_who_agree_and_never_more(pairs: list[tuple[bool, bool]]) -> None:
    found = kappa(pairs)
    assert found is None or found <= 1
    assert found is None or (found == 1) == all(one == other for one, other in pairs)
    assert kappa([(other, one) for one, other in pairs]) == found


def test_kappa_of_a_textbook() -> None:
    """Cohen's own kind of table: 20 and 15 alike, 5 and 10 not."""
    pairs = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(pairs) == pytest.approx(0.4)


@given(st.integers(0, 60), st.integers(0, 100))
def test_a_share_is_drawn_alike_and_grows_with_its_percentage(count: int, percent: int) -> None:
    answers = [answer_of("one", str(at)) for at in range(count)]
    found = share(answers, percent, "s")
    assert found == share([*reversed(answers)], percent, "s")
    assert len(found) == -(-count * percent // 100)
    assert {*found} <= {*share(answers, min(100, percent + 10), "s")}


def test_a_marker_s_later_judgment_replaces_the_earlier() -> None:
    first, second = (Judgment("Eve", "one", "d", met) for met in (("a",), ("b",)))
    assert Judgments().with_those([first]).with_those([second]).decisions == {first.of: ("b",)}
