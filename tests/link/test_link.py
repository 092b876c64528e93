"""References resolved, coverage computed."""

from pathlib import Path

import pytest

from coursewright.link import Site
from coursewright.link.reading import minutes
from coursewright.model.guide import Guide
from trees import (
    BANK,
    CAST,
    CHAPTER,
    COURSE,
    ENGLISH,
    FAMILIES,
    FRAMEWORK,
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
    site_of,
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
        {
            CHAPTER: COURSE[CHAPTER]
            + "  - {id: wet-plot, title: a, text: b, questions: [{question: c, answer: d}]}\n"
        },
        f"{CHAPTER}:15:10",
        f"{CHAPTER}:8",
    ),
    (
        {FAMILIES: COURSE[FAMILIES] + "  - {id: garden, title: A, summary: b}\n"},
        f"{FAMILIES}:5:10",
        f"{FAMILIES}:2",
    ),
    (changed(ROLE, "code: G-01", "code: G-02"), f"{HEAD}:1:7", f"{ROLE}:1"),
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


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (changed(QUIZ, "soil-dark", "soil-secret"), f"{QUIZ}:6:19"),
        (changed(SECTION, "check: [soil-top]", "check: [soil-top, soil-secret]"), f"{SECTION}:27:23"),
    ],
)
def test_a_reserved_item_is_not_for_practice(tmp_path: Path, files: Files, place: str) -> None:
    assert [line for line in brief(problems_of(tmp_path, files)) if "CW0407" not in line] == [
        f"CW0306 {place}"
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
    (problem,) = problems_of(tmp_path, {"content/chapters/air/wind.yml": COURSE[SECTION]})
    assert brief([problem]) == ["CW0304 content/chapters/air/wind.yml:1:1"]
    assert problem.values == {"list": "content/chapters/air/chapter.yml", "id": "wind"}


@pytest.mark.parametrize("broken", [CHAPTER, "content/course.yml"])
def test_a_list_that_cannot_be_read_leaves_nothing_out(tmp_path: Path, broken: str) -> None:
    assert brief(problems_of(tmp_path, {broken: "a: ["})) == [f"CW0101 {broken}:2:1"]


def test_references_are_checked_though_a_list_cannot_be_read(tmp_path: Path) -> None:
    files = {"content/course.yml": "a: [", **changed(QUIZ, "chapter: soil", "chapter: sol")}
    assert brief(problems_of(tmp_path, files)) == ["CW0101 content/course.yml:2:1", f"CW0301 {QUIZ}:3:10"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {CHAPTER: None, SECTION: None},
            ["CW0116 content/course.yml:7:12"],
        ),
        (
            {SECTION: None},
            [f"CW0116 {CHAPTER}:6:12"],
        ),
    ],
)
def test_what_a_missing_file_would_define_is_no_problem_of_its_own(
    tmp_path: Path, files: Files, told: list[str]
) -> None:
    assert brief(problems_of(tmp_path, files)) == told


def test_gaps_are_warnings_and_only_of_practice(tmp_path: Path) -> None:
    files = {
        **changed(SECTION, "competencies:", "  - {id: dig, text: Dig}\ncompetencies:"),
        **changed(QUIZ, "soil-dark, ", ""),
    }
    assert brief(problems_of(tmp_path, files)) == [f"CW0406 {SECTION}:7:10", f"CW0407 {BANK}:16:9"]


def test_an_objective_that_only_a_reserved_item_tests_is_a_gap(tmp_path: Path) -> None:
    head, tail = COURSE[BANK].rsplit("soil/layers/name", 1)
    files = {
        **changed(SECTION, "competencies:", "  - {id: dig, text: Dig}\ncompetencies:"),
        BANK: head + "soil/layers/dig" + tail,
    }
    assert brief(problems_of(tmp_path, files)) == [f"CW0406 {SECTION}:7:10"]


# what the site knows


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory.mktemp("course"))


def ids(things: tuple[object, ...]) -> list[str]:
    return [thing.id for thing in things]  # type: ignore[attr-defined]


def test_coverage(site: Site) -> None:
    coverage = site.coverage
    assert {node: ids(items) for node, items in coverage.items_of_node.items()} == {
        "soils/humus": ["soil-top"]
    }
    assert {item: ids(quizzes) for item, quizzes in coverage.quizzes_of_item.items()} == {
        "soil-top": ["soil"],
        "soil-dark": ["soil"],
        "soil-which": ["soil"],
    }
    assert {section: ids(items) for section, items in coverage.items_of_section.items()} == {
        "soil/layers": ["soil-top", "soil-dark", "soil-which"]
    }
    assert {id: ids(sections) for id, sections in coverage.sections_of_competency.items()} == {
        "digging": ["soil/layers"]
    }
    assert {id: ids(items) for id, items in coverage.items_of_competency.items()} == {"digging": ["soil-top"]}
    assert {id: ids(roles) for id, roles in coverage.roles_of_competency.items()} == {"digging": ["gardener"]}
    assert {id: ids(roles) for id, roles in coverage.roles_of_chapter.items()} == {"soil": ["gardener"]}
    assert ids(coverage.reports_of_role["head"]) == ["gardener"]
    assert {id: ids(toolkits) for id, toolkits in coverage.toolkits_of_section.items()} == {
        "soil/layers": ["spade"]
    }


def test_coverage_never_holds_a_reserved_item(site: Site) -> None:
    named = [
        *site.coverage.items_of_node.values(),
        *site.coverage.items_of_section.values(),
        *site.coverage.items_of_competency.values(),
    ]
    assert "soil-secret" not in {item.id for items in named for item in items}


def test_the_quizzes_of_items_come_once(site: Site) -> None:
    assert ids(tuple(site.coverage.quizzes_of_items(tuple(site.items.values())))) == ["soil"]


def test_sections_are_numbered_within_their_chapter(site: Site) -> None:
    assert [(section.id, section.number, section.target.page) for section in site.sections] == [
        ("soil/layers", "1.1", "learn/soil/layers.md")
    ]


def test_every_target_leads_to_a_page(tmp_path: Path) -> None:
    from coursewright.compiler import RENDERERS, check_course
    from coursewright.render import render_site
    from trees import write_course

    site = check_course(write_course(tmp_path)).site
    tree = render_site(site, RENDERERS)
    assert [target for target in site.targets.values() if f"docs/{target.page}" not in tree] == []


def test_every_target_with_an_anchor_is_on_its_page(tmp_path: Path) -> None:
    from coursewright.compiler import RENDERERS, check_course
    from coursewright.render import render_site
    from trees import write_course

    site = check_course(write_course(tmp_path)).site
    tree = render_site(site, RENDERERS)
    pages = {
        target: tree[f"docs/{target.page}"].decode() for target in site.targets.values() if target.anchor
    }
    assert [
        target.anchor
        for target, page in pages.items()
        if f'id="{target.anchor}"' not in page and f"{{ #{target.anchor} }}" not in page
    ] == []


# reading time


def guide(text: str) -> Guide:
    return Guide(title="a", summary="b", audience="hr", body=text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("字", 1),
        ("字" * 340, 1),
        ("字" * 351, 2),
        ("word " * 190, 1),
        ("word " * 400, 3),
        ("字" * 350 + "word " * 100, 2),
    ],
)
def test_reading_time_at_a_pace_for_study(text: str, expected: int) -> None:
    assert minutes(guide(text)) == expected


# pictures of documents


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
