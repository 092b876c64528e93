"""References: an unknown one is told with the nearest, and reporting lines are no circle."""

from pathlib import Path

import pytest

from trees import (
    BANK,
    CHAPTER,
    COURSE,
    ENGLISH,
    GLOSSARY,
    GUIDE,
    QUIZ,
    ROLE,
    SECTION,
    TAXONOMY,
    TOOLKIT,
    Files,
    brief,
    changed,
    compiled,
    problems_of,
)

HEAD = "content/roles/head.yml"

UNKNOWN = [
    (
        changed("content/course.yml", "[soil]", "[soil, sol]"),
        "CW0116",
        "content/course.yml:7:18",
        "the file content/chapters/sol/chapter.yml does not exist",
        "soil",
    ),
    (
        changed(CHAPTER, "[layers]", "[layers, layer]"),
        "CW0116",
        f"{CHAPTER}:6:20",
        "the file content/chapters/soil/layer.yml does not exist",
        "layers",
    ),
    (
        changed(CHAPTER, "people: [ann]", "people: [an]"),
        "CW0301",
        f"{CHAPTER}:10:14",
        "there is no person “an”",
        "ann",
    ),
    (
        changed(SECTION, "people: [ann]", "people: [anna]"),
        "CW0301",
        f"{SECTION}:15:16",
        "there is no person “anna”",
        "ann",
    ),
    (
        changed(SECTION, "competencies: [digging]", "competencies: [diging]"),
        "CW0301",
        f"{SECTION}:7:16",
        "there is no competency “diging”",
        "digging",
    ),
    (
        changed(SECTION, "figure: soils", "figure: soil"),
        "CW0301",
        f"{SECTION}:26:13",
        "there is no taxonomy “soil”",
        "soils",
    ),
    (
        changed(SECTION, "figure: soils", "figure: soils/hums"),
        "CW0301",
        f"{SECTION}:26:13",
        "there is no taxonomy node “soils/hums”",
        "soils/humus",
    ),
    (
        changed(SECTION, "check: [soil-top]", "check: [soil-tap]"),
        "CW0301",
        f"{SECTION}:27:13",
        "there is no item “soil-tap”",
        "soil-top",
    ),
    (
        changed(SECTION, "node:soils/loam", "node:soils/lom"),
        "CW0301",
        f"{SECTION}:12:38",
        "there is no taxonomy node “soils/lom”",
        "soils/loam",
    ),
    (
        changed(BANK, "objective: soil/layers/name", "objective: soil/layers/nam"),
        "CW0301",
        f"{BANK}:4:16",
        "there is no objective “soil/layers/nam”",
        "soil/layers/name",
    ),
    (
        changed(BANK, "nodes: [soils/humus]", "nodes: [soils/hums]"),
        "CW0301",
        f"{BANK}:6:13",
        "there is no taxonomy node “soils/hums”",
        "soils/humus",
    ),
    (
        changed(BANK, "competencies: [digging]", "competencies: [diging]"),
        "CW0301",
        f"{BANK}:7:20",
        "there is no competency “diging”",
        "digging",
    ),
    (
        changed(QUIZ, "chapter: soil", "chapter: sol"),
        "CW0301",
        f"{QUIZ}:3:10",
        "there is no chapter “sol”",
        "soil",
    ),
    (
        changed(QUIZ, "taxonomy: soils", "taxonomy: soil"),
        "CW0301",
        f"{QUIZ}:4:11",
        "there is no taxonomy “soil”",
        "soils",
    ),
    (
        changed(QUIZ, "soil-dark", "soil-drak"),
        "CW0301",
        f"{QUIZ}:6:19",
        "there is no item “soil-drak”",
        "soil-dark",
    ),
    (
        changed(GLOSSARY, "section: soil/layers", "section: soil/layer"),
        "CW0301",
        f"{GLOSSARY}:7:14",
        "there is no section “soil/layer”",
        "soil/layers",
    ),
    (
        changed(GLOSSARY, "see: [humus]", "see: [hums]"),
        "CW0301",
        f"{GLOSSARY}:12:11",
        "there is no term “hums”",
        "humus",
    ),
    (
        changed(TAXONOMY, "section: soil/layers", "section: soils/layers"),
        "CW0301",
        f"{TAXONOMY}:13:14",
        "there is no section “soils/layers”",
        "soil/layers",
    ),
    (
        changed(TAXONOMY, "columns: [humus, loam]", "columns: [humus, lam]"),
        "CW0301",
        f"{TAXONOMY}:23:20",
        "there is no taxonomy node “lam”",
        "loam",
    ),
    (
        changed(TOOLKIT, "sections: [soil/layers]", "sections: [soil/layer]"),
        "CW0301",
        f"{TOOLKIT}:5:12",
        "there is no section “soil/layer”",
        "soil/layers",
    ),
    (
        changed(TOOLKIT, "figure: soils", "figure: soil"),
        "CW0301",
        f"{TOOLKIT}:24:13",
        "there is no taxonomy “soil”",
        "soils",
    ),
    (
        changed(ROLE, "family: garden", "family: gardn"),
        "CW0301",
        f"{ROLE}:4:9",
        "there is no job family “gardn”",
        "garden",
    ),
    (
        changed(ROLE, "reports_to: head", "reports_to: heads"),
        "CW0301",
        f"{ROLE}:8:13",
        "there is no role “heads”",
        "head",
    ),
    (
        changed(ROLE, "career: [head]", "career: [haed]"),
        "CW0301",
        f"{ROLE}:37:10",
        "there is no role “haed”",
        "head",
    ),
    (
        changed(ROLE, "competency: digging", "competency: diging"),
        "CW0301",
        f"{ROLE}:30:18",
        "there is no competency “diging”",
        "digging",
    ),
    (
        changed(ROLE, "chapter: soil", "chapter: sol"),
        "CW0301",
        f"{ROLE}:36:15",
        "there is no chapter “sol”",
        "soil",
    ),
    *(
        (
            changed(GUIDE, "section:soil/layers", f"{kind}:{id}"),
            "CW0301",
            f"{GUIDE}:7:22",
            f"there is no {name} “{id}”",
            near,
        )
        for kind, id, name, near in (
            ("chapter", "sol", "chapter", "soil"),
            ("section", "soil/layer", "section", "soil/layers"),
            ("term", "hums", "term", "humus"),
            ("taxonomy", "soil", "taxonomy", "soils"),
            ("node", "soils/lam", "taxonomy node", "soils/loam"),
            ("toolkit", "spad", "toolkit", "spade"),
            ("competency", "diging", "competency", "digging"),
            ("role", "gardner", "role", "gardener"),
            ("quiz", "sol", "quiz", "soil"),
            ("guide", "strat", "guide", "start"),
        )
    ),
]


@pytest.mark.parametrize(
    ("files", "code", "place", "message", "near"),
    UNKNOWN,
    ids=[f"{place} {message}" for _, _, place, message, _ in UNKNOWN],
)
def test_an_unknown_reference_is_told_with_the_nearest(
    tmp_path: Path, files: Files, code: str, place: str, message: str, near: str
) -> None:
    problems = [problem for problem in problems_of(tmp_path, files) if problem.severity == "error"]
    assert brief(problems) == [f"{code} {place}"]
    assert problems[0].message(ENGLISH) == message
    assert problems[0].hints(ENGLISH)[0] == f"did you mean “{near}”?"


def test_nothing_is_proposed_when_nothing_is_near(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, changed(SECTION, "people: [ann]", "people: [zacharias]"))
    assert problem.hints(ENGLISH) == []


@pytest.mark.parametrize(
    ("lines", "cycle", "place"),
    [
        ({"gardener": "gardener"}, "gardener → gardener", f"{ROLE}:8:13"),
        ({"gardener": "head", "head": "gardener"}, "gardener → head → gardener", f"{ROLE}:8:13"),
        ({"gardener": "head", "head": "head"}, "head → head", f"{HEAD}:10:13"),
    ],
)
def test_reporting_lines_in_a_circle(tmp_path: Path, lines: dict[str, str], cycle: str, place: str) -> None:
    files = changed(ROLE, "reports_to: head", f"reports_to: {lines['gardener']}")
    if above := lines.get("head"):
        files[HEAD] = COURSE[HEAD] + f"reports_to: {above}\n"
    (problem,) = problems_of(tmp_path, files)
    assert (brief([problem]), problem.values["cycle"]) == ([f"CW0303 {place}"], cycle)


def test_a_text_shows_the_picture_of_a_document(tmp_path: Path) -> None:
    tree = compiled(
        tmp_path, changed(GUIDE, "Read [", "![The form](document:gardener.appraisal)\n\n  Read [")
    )

    assert (
        '<img class="cw-picture" src="site:/pictures/gardener.appraisal.png" alt="The form" loading="lazy">'
        in tree["docs/guides/start.md"].decode()
    )


def test_a_picture_of_a_document_that_is_not_made_is_a_problem(tmp_path: Path) -> None:
    problems = problems_of(
        tmp_path, changed(GUIDE, "Read [", "![The form](document:head.appraisal)\n\n  Read [")
    )

    assert brief(problems) == [f"CW0301 {GUIDE}:7:15"]
    assert "document of a role" in problems[0].message(ENGLISH)


def test_every_circle_is_told_once_and_lines_into_it_are_none(tmp_path: Path) -> None:
    text = COURSE[ROLE]
    above = {
        "a": "b",
        "b": "c",
        "c": "b",
        "d": "d",
        "e": "a",
        "f": "e",
        **{f"x{n}": f"x{n + 1}" for n in range(400)},
    }
    above["x400"] = "head"
    files = {
        f"content/roles/{id}.yml": text.replace("reports_to: head", f"reports_to: {to}").replace(
            "G-01", f"R-{id}"
        )
        for id, to in above.items()
    }
    told = [problem for problem in problems_of(tmp_path, files) if problem.code == "CW0303"]
    assert [(problem.place.file, problem.values["cycle"]) for problem in told] == [
        ("content/roles/b.yml", "b → c → b"),
        ("content/roles/d.yml", "d → d"),
    ]
