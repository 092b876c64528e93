"""What can be referred to: an id is taken once, a file is named by a list."""

from pathlib import Path

import pytest

from trees import (
    BANK,
    CAST,
    CHAPTER,
    COURSE,
    FAMILIES,
    FRAMEWORK,
    GLOSSARY,
    ROLE,
    SECTION,
    TAXONOMY,
    Files,
    brief,
    changed,
    problems_of,
)

HEAD = "content/roles/head.yml"
DUPLICATES = [
    (changed(BANK, "id: soil-which", "id: soil-top"), f"{BANK}:25:9", f"{BANK}:2"),
    (
        {"quizzes/bank/more.yml": COURSE[BANK].split("  - id: soil-dark")[0]},
        f"{BANK}:2:9",
        "quizzes/bank/more.yml:2",
    ),
    (
        {CAST: COURSE[CAST] + "  - {id: ann, name: A, side: colleague, position: b, summary: c}\n"},
        f"{CAST}:10:10",
        f"{CAST}:2",
    ),
    (changed(GLOSSARY, "id: loam", "id: humus"), f"{GLOSSARY}:8:9", f"{GLOSSARY}:2"),
    (changed(TAXONOMY, "id: mor", "id: humus"), f"{TAXONOMY}:15:13", f"{TAXONOMY}:6"),
    (
        changed(SECTION, "competencies:", "  - {id: name, text: Again}\ncompetencies:"),
        f"{SECTION}:7:10",
        f"{SECTION}:5",
    ),
    (
        changed(
            CHAPTER,
            "recap:",
            "  - {id: wet-plot, title: a, text: b, questions: [{question: c, answer: d}]}\nrecap:",
        ),
        f"{CHAPTER}:15:10",
        f"{CHAPTER}:8",
    ),
    (
        {FAMILIES: COURSE[FAMILIES] + "  - {id: garden, title: A, summary: b}\n"},
        f"{FAMILIES}:5:10",
        f"{FAMILIES}:2",
    ),
    (changed(ROLE, "code: G-01", "code: G-02"), f"{HEAD}:1:7", f"{ROLE}:1"),
    (changed(ROLE, "code: G-01", "code: g-02"), f"{HEAD}:1:7", f"{ROLE}:1"),
    (
        {
            FRAMEWORK: COURSE[FRAMEWORK]
            + "      - {id: digging, title: a, definition: b, criteria: [a, b, c, d]}\n"
        },
        f"{FRAMEWORK}:17:14",
        f"{FRAMEWORK}:13",
    ),
    (
        {
            FRAMEWORK: COURSE[FRAMEWORK]
            + "  - {id: craft, title: a, summary: b, competencies: "
            + "[{id: raking, title: a, definition: b, criteria: [a, b, c, d]}]}\n"
        },
        f"{FRAMEWORK}:17:10",
        f"{FRAMEWORK}:9",
    ),
]


@pytest.mark.parametrize(("files", "place", "first"), DUPLICATES, ids=[place for _, place, _ in DUPLICATES])
def test_an_id_that_is_taken_is_told_with_the_first(
    tmp_path: Path, files: Files, place: str, first: str
) -> None:
    duplicates = [problem for problem in problems_of(tmp_path, files) if problem.code == "CW0302"]
    assert [(brief([problem])[0], problem.values["first"]) for problem in duplicates] == [
        (f"CW0302 {place}", first)
    ]


@pytest.mark.parametrize(
    ("file", "copy", "lister"),
    [
        ("content/chapters/soil/more.yml", SECTION, CHAPTER),
        ("content/chapters/air/chapter.yml", CHAPTER, "content/course.yml"),
    ],
)
def test_a_file_that_no_list_names(tmp_path: Path, file: str, copy: str, lister: str) -> None:
    (problem,) = problems_of(tmp_path, {file: COURSE[copy]})
    assert (brief([problem]), problem.values["list"]) == ([f"CW0304 {file}:1:1"], lister)


def test_a_section_in_a_folder_without_a_chapter_is_told(tmp_path: Path) -> None:
    assert "content/chapters/air/wind.yml" in {
        problem.place.file
        for problem in problems_of(tmp_path, {"content/chapters/air/wind.yml": COURSE[SECTION]})
    }
