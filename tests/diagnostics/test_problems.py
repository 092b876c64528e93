"""Problems: several at once, in order, and each in one line of words."""

from pathlib import Path

import pytest
from test_reports import C

from coursewright.diagnostics import Place, Problem, errors_in, in_order
from coursewright.diagnostics.codes import RULES
from trees import BANK, CHAPTER, ENGLISH, GUIDE, QUIZ, SECTION, brief, changed, problems_of


def test_three_broken_files_are_all_told(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        **changed(C, "owner", "ownr"),
        **changed(SECTION, "- note", "- nota"),
        CHAPTER: b"\xff",
        **changed(QUIZ, "cut: 70", "cut: 170"),
    }
    assert brief(problems_of(tmp_path, files)) == [
        "CW0103 content/chapters/soil/chapter.yml:1:1",
        "CW0212 content/chapters/soil/layers.yml:17:5",
        "CW0201 content/course.yml:1:1",
        "CW0203 content/course.yml:6:1",
        "CW0210 quizzes/practice/soil.yml:5:6",
    ]


def test_a_broken_file_does_not_make_its_readers_wrong(tmp_path: Path) -> None:
    for file in (
        "content/glossary.yml",
        "content/cast.yml",
        "content/competencies.yml",
        "content/taxonomies/soils.yml",
        SECTION,
        CHAPTER,
        BANK,
        "content/roles/families.yml",
        GUIDE,
        C,
    ):
        assert brief(problems_of(tmp_path / file, {file: "a: ["}))[1:] == [], file


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (changed(C, "chapters: [soil]", "chapters: [soli]"), "CW0116"),
        (changed(CHAPTER, "sections: [layers]", "sections: [layer]"), "CW0116"),
        (changed(C, "chapters: [soil]", "chapters: [soil, soil]"), "CW0305"),
        (changed(CHAPTER, "sections: [layers]", "sections: [layers, layers]"), "CW0305"),
    ],
)
def test_one_slip_in_a_list_is_not_told_all_over_the_course(
    tmp_path: Path, files: dict[str, str], code: str
) -> None:
    assert {problem.code for problem in problems_of(tmp_path, files)} - {"CW0304"} == {code}


def test_problems_are_in_the_order_of_files_and_lines_each_once() -> None:
    b2, b1, a9 = (Problem("CW0205", Place(file, line)) for file, line in (("b", 2), ("b", 1), ("a", 9)))
    assert in_order([b2, b1, a9, b2]) == [a9, b1, b2]


def test_errors_are_counted_without_warnings() -> None:
    assert errors_in([Problem("CW0205", Place("a")), Problem("CW0504", Place("a"))]) == 1


def test_a_hint_that_has_nothing_to_say_is_left_out() -> None:
    problem = Problem("CW0301", Place("a.yml"), {"kind": "term", "id": "x", "near": ""})
    assert problem.hints(ENGLISH) == []


def test_long_and_many_line_values_are_cut_to_one_line() -> None:
    problem = Problem("CW0408", Place("a.yml"), {"found": "a\nb " + "x" * 500})
    message = problem.message(ENGLISH)
    assert message.startswith("“a b xxx")
    assert len(message) < 110


def test_braces_in_values_are_text() -> None:
    assert (
        Problem("CW0408", Place("a.yml"), {"found": "{x} {0} {"}).message(ENGLISH)
        == "“{x} {0} {” is not a date"
    )


def test_every_severity_is_an_error_or_a_warning() -> None:
    assert {rule.severity for rule in RULES.values()} == {"error", "warning"}
