"""What guessing earns, held to every answer there is, scored by the rules."""

from collections.abc import Iterable
from itertools import chain, combinations, permutations, product
from pathlib import Path

import pytest

from banks import bank, choice, item, many, statement
from coursewright.audit.chance import chance
from coursewright.audit.question import Question, questions
from coursewright.scoring import score
from trees import checked

MATCHED = """\
    pairs:
      - {text: Spade, match: Digging, rationale: R}
      - {text: Rake, match: Levelling, rationale: R}
    others:
      - {text: Watering, rationale: R}
"""
SORTED = """\
    categories:
      - text: Living
        examples:
          - {text: Worm, rationale: R}
          - {text: Mole, rationale: R}
      - text: Lifeless
        examples:
          - {text: Pebble, rationale: R}
"""
STEPS = "    steps:\n" + "".join(f"      - {{text: Step {n}, rationale: R}}\n" for n in range(5))
TYPED = "    answer: {value: 50}\n    rationale: R\n"


def asked(tmp_path: Path, written: str) -> Question:
    sources = checked(tmp_path, bank(written)).sources
    (found,) = (question for question in questions(sources) if question.id == "a")
    return found


def mean(question: Question, responses: Iterable[object]) -> float:
    scores = [score(question.asked, response) for response in responses]
    return sum(one.points / one.of for one in scores) / len(scores)


def test_one_option_is_one_of_all(tmp_path: Path) -> None:
    assert chance(asked(tmp_path, choice("a", "Which?", ["Clay", "Sand", "Glass", "Ice"]))) == 0.25
    assert chance(asked(tmp_path, statement("a", "It is.", holds=True))) == 0.5


@pytest.mark.parametrize("keys", [(0,), (0, 1), (0, 1, 2), (0, 1, 2, 3)])
def test_many_options_are_any_choice_but_none(tmp_path: Path, keys: tuple[int, ...]) -> None:
    question = asked(tmp_path, many("a", "Which?", ["Clay", "Sand", "Glass", "Ice"], keys))
    ids = [option.id for option in question.options]
    every = chain.from_iterable(combinations(ids, size) for size in range(1, 5))
    assert chance(question) == pytest.approx(mean(question, map(list, every)))


def test_steps_are_any_order(tmp_path: Path) -> None:
    question = asked(tmp_path, item("a", "Which first?", "ordering", STEPS))
    ids = [step.id for step in question.asked.interaction.steps]  # type: ignore[union-attr]
    assert chance(question) == pytest.approx(mean(question, map(list, permutations(ids))))


@pytest.mark.parametrize(("type", "body"), [("matching", MATCHED), ("categorise", SORTED)])
def test_things_are_put_anywhere(tmp_path: Path, type: str, body: str) -> None:
    question = asked(tmp_path, item("a", "Which?", type, body))
    interaction = question.asked.interaction
    things = [thing.id for thing in interaction.things]  # type: ignore[union-attr]
    targets = [target.id for target in interaction.targets]  # type: ignore[union-attr]
    every = (dict(zip(things, put, strict=True)) for put in product(targets, repeat=len(things)))
    assert chance(question) == pytest.approx(mean(question, every))


def test_what_is_typed_is_guessed_by_nobody(tmp_path: Path) -> None:
    assert chance(asked(tmp_path, item("a", "How deep?", "numeric", TYPED))) == 0
