"""“Did you mean” is looked for when it is shown, and then only for as many problems as anybody reads."""

from collections import Counter
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.diagnostics import REPORTS, Place, Problem, in_order
from coursewright.diagnostics import nearest as module
from coursewright.diagnostics.nearest import ALIKE, MOST_COMPARED, Near, near, nearest
from coursewright.diagnostics.reports import MOST_SHOWN
from trees import BANK, COURSE, ENGLISH, problems_of

words = st.text("abcdé-/", min_size=1, max_size=12)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each word is looked up."""
    count: Counter[str] = Counter()

    def counted(word: str, known: object) -> str:
        count[word] += 1
        return "something"

    monkeypatch.setattr(module, "nearest", counted)
    return count


def broken(number: int) -> dict[str, str]:
    """A course with as many items as asked for, none of which tests anything that exists."""
    item = COURSE[BANK].split("  - id: soil-dark")[0].removeprefix("items:\n")
    items = (
        item.replace("soil-top", f"item-{at}").replace("soil/layers/name", f"soil/layers/n-{at}")
        for at in range(number)
    )
    return {"quizzes/bank/more.yml": "items:\n" + "".join(items)}


def test_checking_looks_nothing_up(tmp_path: Path, asked: Counter[str]) -> None:
    problems = problems_of(tmp_path, broken(300))
    assert len(problems) == 300
    assert asked == {}


@pytest.mark.parametrize("style", REPORTS)
def test_a_report_looks_up_what_it_shows_and_each_once(
    tmp_path: Path, asked: Counter[str], style: str
) -> None:
    problems = problems_of(tmp_path, broken(300))
    shown = REPORTS[style](problems, ENGLISH)
    assert shown.count("did you mean “something”?") == MOST_SHOWN
    assert sum(asked.values()) == MOST_SHOWN
    REPORTS[style](problems, ENGLISH)
    assert sum(asked.values()) == MOST_SHOWN


def test_a_message_without_the_word_does_not_look_for_it(asked: Counter[str]) -> None:
    problem = Problem(
        "CW0203", Place("a.yml"), {"key": "titel", "near": near("titel", ["title"]), "known": "title"}
    )
    assert problem.message(ENGLISH) == "unknown key “titel”"
    assert asked == {}


def test_problems_with_the_same_words_are_one_problem() -> None:
    problems = [Problem("CW0301", Place("a.yml"), {"near": near("a", known)}) for known in (["b"], ["c"])]
    assert problems[0] == problems[1]
    assert len(in_order(problems)) == 1
    assert len({near("a", ["b"]), near("a", ["c"]), near("b", ["c"])}) == 2


def test_problems_with_other_words_are_not() -> None:
    problems = [Problem("CW0301", Place("a.yml"), {"near": near(word, [])}) for word in "ab"]
    assert in_order(problems) == problems


def test_the_first_word_that_is_near_anything_is_taken() -> None:
    assert str(Near(("zzz", "titel", "sumary"), ["title", "summary"])) == "title"
    assert str(Near((), ["title"])) == ""


@settings(max_examples=300, deadline=None)
@given(words, st.lists(words, max_size=MOST_COMPARED, unique=True))
def test_the_nearest_is_what_difflib_finds(word: str, known: list[str]) -> None:
    expected = get_close_matches(word, sorted(known), n=1, cutoff=ALIKE)
    assert not expected or nearest(word, known) == expected[0]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_two_words_are_more_alike_than_their_letters(word: str, other: str) -> None:
    assert module._most_alike(word, other) >= SequenceMatcher(None, other, word).ratio()


def test_a_slip_is_found_among_many_that_are_alike() -> None:
    known = [f"chapter-{a}/section-{b}/objective-{c}" for a in range(9) for b in range(9) for c in range(9)]
    assert nearest("chapter-3/section-7/objektive-5", known) == "chapter-3/section-7/objective-5"


def test_comparing_ends_though_everything_is_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    class Counting(SequenceMatcher[str]):
        def ratio(self) -> float:
            nonlocal compared
            compared += 1
            return 0.0

    monkeypatch.setattr(module, "SequenceMatcher", Counting)
    assert (
        nearest("abcabc", [f"{at:03}".translate(str.maketrans("012", "abc")) * 2 for at in range(400)]) == ""
    )
    assert 0 < compared <= 2 * MOST_COMPARED


names = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
ids = st.lists(names, min_size=1, max_size=3).map("/".join)


@given(st.text(max_size=20), st.lists(ids, max_size=10))
def test_the_nearest_is_one_of_the_known_or_nothing(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {*known, ""}


@given(st.lists(ids, min_size=1, max_size=10, unique=True), st.data())
def test_a_known_word_is_nearest_to_itself(known: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(known))
    assert nearest(word, known) == word


@given(st.lists(ids, max_size=10), st.text(max_size=10), st.randoms())
def test_the_order_of_the_known_does_not_matter(known: list[str], word: str, random: Random) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)
    assert nearest(word, known) == nearest(word, shuffled)


def test_slips_that_people_make() -> None:
    known = ["soil/layers", "soil/water", "head-gardener", "humus"]
    assert [
        nearest(word, known)
        for word in ("soil/layer", "layers", "sol/layers", "head-gardner", "hums", "nothing-like-it")
    ] == [
        "soil/layers",
        "soil/layers",
        "soil/layers",
        "head-gardener",
        "humus",
        "",
    ]


def test_a_short_word_is_not_a_part_of_a_long_one() -> None:
    assert nearest("use", ["purpose", "title"]) == ""
    assert nearest("titel", ["purpose", "title"]) == "title"
