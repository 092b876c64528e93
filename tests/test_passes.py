"""Problems in one way: a pass gives back what it found, and only the compiler raises."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from coursewright.compiler import check_course
from coursewright.diagnostics import Problem
from coursewright.errors import SourceProblems
from coursewright.link import link_site
from coursewright.load import load_tree
from coursewright.validate import validate_tree
from trees import BANK, CHAPTER, COURSE, QUIZ, ROLE, SECTION, Files, changed, write_course

LOAD: Files = {"content/extra.yml": "a: b"}
VALIDATE = changed(QUIZ, "cut: 70", "cut: 170")
RULE = changed(BANK, "text: Rock", "text: Humus")
LINK = changed(CHAPTER, "people: [ann]", "people: [an]")


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def found(root: Path) -> tuple[list[str], list[str], list[str]]:
    """What load, validate and link give back."""
    tree = load_tree(root)
    sources = validate_tree(tree)
    return codes(tree.problems), codes(sources.problems), codes(link_site(sources).problems)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, ([], [], [])),
        (LOAD, (["CW0105"], [], [])),
        (VALIDATE, ([], ["CW0210"], [])),
        (RULE, ([], ["CW0405"], [])),
        (LINK, ([], [], ["CW0301"])),
        ({**LOAD, **VALIDATE, **RULE, **LINK}, (["CW0105"], ["CW0405", "CW0210"], ["CW0301"])),
        ({SECTION: "a: ["}, (["CW0101"], [], [])),
        ({"site_overrides/tokens.yml": "a: ["}, (["CW0101"], [], [])),
        ({"site_overrides/tokens.yml": "a: b"}, ([], ["CW0603"], [])),
    ],
)
def test_each_pass_gives_back_what_it_found(
    tmp_path: Path, files: Files, told: tuple[list[str], list[str], list[str]]
) -> None:
    assert found(write_course(tmp_path, files)) == told


def test_a_pass_leaves_the_problems_of_the_pass_before_alone(tmp_path: Path) -> None:
    tree = load_tree(write_course(tmp_path, {**LOAD, **VALIDATE, **LINK}))
    sources = validate_tree(tree)
    before = list(tree.problems), list(sources.problems)
    link_site(sources)
    assert (tree.problems, sources.problems) == before


@pytest.mark.parametrize("files", [LOAD, VALIDATE, RULE, LINK])
def test_what_is_wrong_anywhere_links_to_nothing(tmp_path: Path, files: Files) -> None:
    root = write_course(tmp_path, files)
    assert link_site(validate_tree(load_tree(root))).linked is None
    with pytest.raises(SourceProblems):
        check_course(root)


def test_a_warning_leaves_the_course_linked(tmp_path: Path) -> None:
    root = write_course(tmp_path, changed(ROLE, "text: Digs the beds", "text: The beds"))
    linking = link_site(validate_tree(load_tree(root)))
    assert linking.linked is not None
    assert codes(check_course(root).warnings) == ["CW0409"]


@pytest.mark.parametrize(
    "unread",
    [
        {BANK: "a: ["},
        {"quizzes/bank/Soil.yml": COURSE[BANK], BANK: None},
        {"quizzes/bank/soil.yaml": COURSE[BANK]},
    ],
)
def test_what_could_not_be_read_makes_no_gaps(tmp_path: Path, unread: Files) -> None:
    """That an objective is tested by nothing is said when everything was read."""
    assert not {"CW0406", "CW0407"} & {
        code for found_here in found(write_course(tmp_path, unread)) for code in found_here
    }
