"""Readers who know nothing: what each answers, and that none looks at a key it may not see."""

from pathlib import Path

import pytest
from test_chance import MATCHED, SORTED, STEPS

from banks import bank, choice, item, many, statement
from coursewright.audit.cheaters import ALL
from coursewright.audit.cheaters.cheater import Cheater
from coursewright.audit.cheaters.likeness import MostLikeOthers, MostLikeStem, MostLikeThing
from coursewright.audit.cheaters.longest import Longest, LongestWithoutAbsolutes, MostPauses
from coursewright.audit.cheaters.numbers import CopiedNumber
from coursewright.audit.cheaters.position import Positions, Verdict
from coursewright.audit.cheaters.shown import AllToOne, AsShown
from coursewright.audit.cheaters.tone import Tone
from coursewright.audit.lexicon import lexicon
from coursewright.audit.question import Question, questions
from trees import ENGLISH, Files, checked

OPTIONS = ["Clay", "Sand is always dry", "Loam and humus"]


def asked(tmp_path: Path, files: Files) -> tuple[Question, ...]:
    return questions(checked(tmp_path, files).sources)


def answers(tmp_path: Path, cheater: Cheater, *written: str) -> list[object]:
    """The responses to the item “a”, with texts in the place of the ids of options."""
    found = asked(tmp_path, bank(*written))
    texts = {option.id: option.text for question in found for option in question.options}
    responses = next(
        (tried for question, tried in cheater.sit(found, lexicon("en")) if question.id == "a"), []
    )
    return [
        [texts.get(id, id) for id in response] if isinstance(response, list) else response
        for response in responses
    ]


def test_the_longest_option(tmp_path: Path) -> None:
    assert answers(tmp_path, Longest(), choice("a", "Which?", OPTIONS)) == [["Sand is always dry"]]
    assert answers(tmp_path, Longest(), choice("a", "Which?", ["Clay", "Sand", "Ice"])) == [
        ["Clay"],
        ["Sand"],
    ]


def test_the_longest_option_without_absolute_words(tmp_path: Path) -> None:
    item = choice("a", "Which?", OPTIONS)
    assert answers(tmp_path, LongestWithoutAbsolutes(), item) == [["Loam and humus"]]
    assert list(LongestWithoutAbsolutes().sit(asked(tmp_path, bank(item)), None)) == []


def test_the_option_with_most_pauses(tmp_path: Path) -> None:
    item = choice("a", "Which?", ["Clay, sand and ice", "粘土、沙；再加水", "Loam"])
    assert answers(tmp_path, MostPauses(), item) == [["粘土、沙；再加水"]]
    even = choice("a", "Which?", ["Clay", "Sand"])
    assert answers(tmp_path, MostPauses(), even) == [["Clay"], ["Sand"]]


def test_positions_of_those_that_are_there(tmp_path: Path) -> None:
    one, several = choice("a", "Which?", OPTIONS), many("a", "Which?", OPTIONS, (0,))
    assert answers(tmp_path, Positions((1,), many=False), one) == [["Sand is always dry"]]
    assert answers(tmp_path, Positions((0, 2, 4), many=True), several) == [["Clay", "Loam and humus"]]
    assert answers(tmp_path, Positions((4,), many=False), one) == []
    assert answers(tmp_path, Positions((0,), many=True), one) == []


def test_one_verdict_for_every_statement(tmp_path: Path) -> None:
    statements = statement("a", "It is.", holds=False)
    assert answers(tmp_path, Verdict(right=True), statements) == [["true"]]
    assert answers(tmp_path, Verdict(right=False), statements) == [["false"]]
    assert answers(tmp_path, Verdict(right=True), choice("a", "Which?", OPTIONS)) == []


def test_what_shares_most_with_the_stem_or_with_the_others(tmp_path: Path) -> None:
    stem = "Which soil has loam?"
    assert answers(tmp_path, MostLikeStem(), choice("a", stem, OPTIONS)) == [["Loam and humus"]]
    texts = ["water the bed", "water the roots", "sow"]
    assert answers(tmp_path, MostLikeOthers(), choice("a", "What now?", texts)) == [[texts[0]], [texts[1]]]


def test_things_as_they_are_shown(tmp_path: Path) -> None:
    steps = item("a", "Which first?", "ordering", STEPS)
    (shown,) = answers(tmp_path, AsShown(turned=False), steps)
    (turned,) = answers(tmp_path, AsShown(turned=True), steps)
    assert isinstance(shown, list)
    assert isinstance(turned, list)
    assert shown == turned[::-1]


def test_things_put_to_what_shares_letters_or_all_to_one(tmp_path: Path) -> None:
    matched, sorted_ = item("a", "Which?", "matching", MATCHED), item("a", "Which?", "categorise", SORTED)
    (put,) = answers(tmp_path, MostLikeThing(), matched)
    assert isinstance(put, dict)
    assert len(put) == 2
    for everything in answers(tmp_path, AllToOne(), sorted_):
        assert isinstance(everything, dict)
        assert len(set(everything.values())) == 1


def test_a_number_of_the_stem(tmp_path: Path) -> None:
    typed = item(
        "a", "Two spits of 25 cm and 30 cm?", "numeric", "    answer: {value: 55}\n    rationale: R\n"
    )
    assert answers(tmp_path, CopiedNumber(last=False), typed) == [{"answer": "25"}]
    assert answers(tmp_path, CopiedNumber(last=True), typed) == [{"answer": "30"}]


def worded(prefix: str, key: int, *, right: str = "verify", wrong: str = "simply") -> str:
    """Items whose key alone has one word, and all else the other."""
    texts = [f"{right if at == key else wrong} {prefix} {at}" for at in range(3)]
    return "".join(choice(f"{prefix}{n}", f"Which {prefix}{n}?", texts, (key,)) for n in range(12))


@pytest.mark.parametrize("taught", [True, False])
def test_tone_is_learnt_from_other_files_only(tmp_path: Path, *, taught: bool) -> None:
    other = worded("b", 1) if taught else worded("b", 1, right="simply", wrong="verify")
    files = {**bank(worded("a", 2)), "quizzes/bank/other.yml": f"items:\n{other}"}
    found = asked(tmp_path, files)
    right = [
        responses == [[question.keys[0].id]]
        for question, responses in Tone().sit(found, None)
        if question.bank == "more" and question.options
    ]
    assert right
    assert all(right) if taught else not any(right)


def test_nothing_is_learnt_from_a_few_texts(tmp_path: Path) -> None:
    files = {**bank(worded("a", 2)), "quizzes/bank/other.yml": f"items:\n{choice('b', 'Which?', OPTIONS)}"}
    found = asked(tmp_path, files)
    assert "more" in {question.bank for question in found}
    assert "more" not in {question.bank for question, _ in Tone().sit(found, None)}


def test_no_two_readers_say_the_same_of_themselves() -> None:
    said = [(cheater.says.said(ENGLISH)) for cheater in ALL]
    assert len(said) == len(set(said))
    assert {Positions((0, 2, 4), many=True), Positions(tuple(range(8)), many=True)} <= set(ALL)
