"""Items that are made of the glossary and of a taxonomy."""

from pathlib import Path

from coursewright.diagnostics import as_text
from coursewright.model.items.categorise import Categorise
from coursewright.model.items.single_choice import SingleChoice
from trees import (
    BANK,
    COURSE,
    ENGLISH,
    GLOSSARY,
    TAXONOMY,
    Files,
    problems_at,
    site_of,
    with_quiz_of,
    write_course,
)

TERMS = """\
terms:
  - {id: humus, term: humus, definition: Old leaves that became humus., section: soil/layers, see: [mulch]}
  - {id: mulch, term: mulch, definition: A cover of leaves., section: soil/layers}
  - {id: clay, term: clay, definition: Soil that holds water., section: soil/layers}
  - {id: spit, term: spit, definition: The depth of a spade.}
  - {id: dig, term: dig, definition: To turn the soil.}
"""
MADE = """\
made:
  - id: soil-terms
    make: terms
    objective: soil/layers/name
    stem: Which term is meant? {definition}
    terms: [humus, clay]
  - id: soil-examples
    make: examples
    objective: soil/layers/name
    level: apply
    stem: Which soil is it?
    nodes: [soils/humus, soils/loam]
    explanation: Look and feel.
"""
LOAM = COURSE[TAXONOMY].replace(
    "definition: A mixture.", "definition: A mixture.\n    signals: [It is soft, It holds]"
)


def files(made: str = MADE) -> Files:
    quiz = with_quiz_of("soil-top, soil-dark, soil-which, soil-terms, soil-examples", COURSE[BANK] + made)
    return {**quiz, GLOSSARY: TERMS, TAXONOMY: LOAM}


def test_a_term_is_told_by_its_definition_without_its_name(tmp_path: Path) -> None:
    site = site_of(tmp_path, files())
    humus, clay = (item.model for item in site.groups["soil-terms"])
    assert isinstance(humus, SingleChoice)
    assert isinstance(clay, SingleChoice)
    assert humus.id == "soil-terms-humus"
    assert humus.stem == "Which term is meant? Old leaves that became ……."
    assert {option.id: option.key for option in humus.options}.items() >= {("humus", True), ("mulch", False)}
    assert "mulch" in {option.id for option in humus.options}, "what is related comes first"
    assert all(option.rationale == site.terms[option.id or ""].definition for option in humus.options)
    assert len(clay.options) == 4
    assert humus.options != clay.options


def test_examples_are_put_to_their_nodes(tmp_path: Path) -> None:
    (item,) = site_of(tmp_path, files()).groups["soil-examples"]
    assert isinstance(item.model, Categorise)
    assert [category.id for category in item.model.categories] == ["humus", "loam"]
    assert {example.text for example in item.model.examples} == {
        "It is dark",
        "Under an oak.",
        "It is soft",
        "It holds",
    }
    assert item.model.nodes == ("soils/humus", "soils/loam")


def test_a_quiz_asks_all_that_is_made_and_the_bank_lists_it(tmp_path: Path) -> None:
    site = site_of(tmp_path, files())
    asked = [item.id for item in site.quizzes["soil"].items]
    assert asked[-3:] == ["soil-terms-humus", "soil-terms-clay", "soil-examples"]
    assert set(asked) <= site.items.keys()


def test_the_same_is_made_every_time_and_mended_words_make_no_other_item(tmp_path: Path) -> None:
    once = site_of(tmp_path / "once", files())
    again = site_of(tmp_path / "again", {**files(), GLOSSARY: TERMS.replace("A cover", "Any cover")})
    for id in ("soil-terms-humus", "soil-terms-clay"):
        one, other = once.items[id].model, again.items[id].model
        assert isinstance(one, SingleChoice)
        assert isinstance(other, SingleChoice)
        assert [option.id for option in one.options] == [option.id for option in other.options]


def test_nodes_without_examples_are_named_with_where_to_write_some(tmp_path: Path) -> None:
    root = write_course(tmp_path, {**files(), TAXONOMY: COURSE[TAXONOMY]})
    (problem,) = [each for each in problems_at(root) if each.code == "CW0414"]
    assert "write “example” or “signals” there for soils/loam\n" in as_text([problem], ENGLISH)
    assert "CW0414" not in [each.code for each in problems_at(write_course(tmp_path, files()))]
