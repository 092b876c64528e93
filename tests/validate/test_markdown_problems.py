"""Slips in authors' Markdown are told however they are written, and soon."""

import json
import time
from pathlib import Path

import pytest

from coursewright.link.links import links_in
from coursewright.load.source_file import read_source
from coursewright.model.guide import Guide
from coursewright.model.walk import spots
from coursewright.validate.markdown import markdown_problems
from trees import COURSE, GUIDE, changed, problems_of


@pytest.mark.parametrize(
    "link",
    [
        "[x](javascript:alert(1))",
        "[x](JavaScript:alert)",
        "[x](<javascript:alert(1)>)",
        "[x](java&#115;cript:alert)",
        "[x](vbscript:x)",
        "[x](data:text/html,x)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example)",
        "[x](../../outside/)",
        "[x](foo_(bar).md)",
        "[x](foo.md (title))",
        "[x](foo.md 'title')",
        "[two\nlines](foo.md)",
        "[![a](b)](foo.md)",
        "[x][y]\n\n[y]: foo.md",
        "[y]\n\n[y]: foo.md",
    ],
)
def test_a_link_that_leads_nowhere_is_told_however_it_is_written(tmp_path: Path, link: str) -> None:
    body = "  " + link.replace("\n", "\n  ")
    codes = [
        problem.code
        for problem in problems_of(
            tmp_path, {GUIDE: f"title: A\nsummary: B\naudience: hr\nbody: |\n{body}\n"}
        )
    ]
    assert codes
    assert set(codes) <= {"CW0501", "CW0503"}


@pytest.mark.parametrize(
    "link",
    [
        "[x](term:nope)",
        "[x](<term:nope>)",
        "[x]( term:nope )",
        '[x](term:nope "title")',
        "[x](term:nope (title))",
        "[two\nlines](term:nope)",
        "[a `]` b](term:nope)",
        "[a \\] b](term:nope)",
        "[x][y]\n\n[y]: term:nope",
        "[y]\n\n[y]: term:nope",
        "<term:nope>",
        "A ` tick\n\n[x](term:nope)\n\nand ` another",
        "> [x](term:nope)",
        "- [x](term:nope)",
        "| a |\n| - |\n| [x](term:nope) |",
        "## [x](term:nope)",
        "**[x](term:nope)**",
    ],
)
def test_an_unknown_reference_is_told_however_it_is_written(tmp_path: Path, link: str) -> None:
    body = "  " + link.replace("\n", "\n  ")
    problems = problems_of(tmp_path, {GUIDE: f"title: A\nsummary: B\naudience: hr\nbody: |\n{body}\n"})
    assert [(problem.code, problem.values["id"]) for problem in problems] == [("CW0301", "nope")]


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        ("[x](SECTION:soil/layers)", "[…](section:soil/layers)"),
        ("[x](sections:soil/layers)", "[…](section:soil/layers)"),
        ("[x](page:soil/layers)", "[…](section:soil/layers)"),
        ("[x](glossary:loam)", "[…](term:loam)"),
        ("[x](岗位:gardener)", "[…](role:gardener)"),
        ("[x](https://)", ""),
        ("[x](http:///x)", ""),
        ("[x](mailto:)", ""),
        ("[x](mailto:nobody)", ""),
        ("[x](javascript:alert)", ""),
        ("[x](#)", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_what_was_meant(tmp_path: Path, link: str, meant: str) -> None:
    (problem,) = problems_of(tmp_path, changed(GUIDE, "Read", f"{link} Read"))
    assert (problem.code, problem.place.line, problem.values["near"]) == ("CW0501", 7, meant)


@pytest.mark.parametrize(
    "written",
    [
        "section:soil%2Flayers", "section:soil/l%61yers", "section:soil\\/layers", "section&#58;soil/layers",
        "section:soil&#x2F;layers", "section:soil&sol;layers",
    ],
)  # fmt: skip
@pytest.mark.parametrize("more", ["", " [y](section:soil/layers)"])
def test_an_address_of_the_course_is_written_as_it_is(tmp_path: Path, written: str, more: str) -> None:
    text = COURSE[GUIDE].replace("(section:soil/layers)", f"({written}){more}")
    (problem,) = problems_of(tmp_path, {GUIDE: text})
    assert (problem.code, problem.place.line) == ("CW0516", 7)
    assert problem.values == {"found": written, "proper": "section:soil/layers"}


def test_what_a_merge_left_in_a_text_is_told_but_not_in_code(tmp_path: Path) -> None:
    marks = "<<<<<<< HEAD\n  one\n  =======\n  two\n  >>>>>>> x\n"
    problems = problems_of(tmp_path / "a", changed(GUIDE, "Read", f"{marks}\n  Read"))
    assert ("CW0518", 7) in [(problem.code, problem.place.line) for problem in problems]
    assert problems_of(tmp_path / "b", changed(GUIDE, "Read", f"```\n  {marks}  ```\n\n  Read")) == []


@pytest.mark.parametrize(
    "text",
    [
        "`[x](term:nope)`",
        "``a ` [x](term:nope)``",
        "```\n[x](term:nope)\n# not a heading\n<b>\n```",
        "~~~\n[x](foo.md)\n~~~",
        "A.\n\n    [x](term:nope)\n    # not a heading",
        "\\[x](term:nope)",
        "a < b and c > d",
        "1 <2 and 3> 2",
    ],
)
def test_code_and_escapes_are_not_links_headings_or_tags(tmp_path: Path, text: str) -> None:
    body = "  " + text.replace("\n", "\n  ")
    assert problems_of(tmp_path, {GUIDE: f"title: A\nsummary: B\naudience: hr\nbody: |\n{body}\n"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](a " + "\\[" * 6000,
        "[a](" + " " * 12000,
        "](" + "".join("`" * run + " " for run in range(1, 150)),
        "](" + "[a" * 6000,
        "](<" + "<a " * 4000,
        "[x](section:a/b) " + "字" * 55000,
        "[x](section:a&#47;b) " * 2000,
    ],
    ids=["escapes", "spaces", "ticks", "brackets", "angles", "a long word", "links"],
)
def test_the_time_to_check_a_text_grows_with_its_length(text: str) -> None:
    """Eight times the text in well under the 64 times that a square would take."""
    part = text[: len(text) // 8]
    assert _time_to_check(text) < 24 * max(_time_to_check(part), _time_to_check(part))


def _time_to_check(text: str) -> float:
    file = read_source("content/guides/long.yml", json.dumps({"body": text}).encode())
    guide = Guide(title="Long", summary="Long", audience="hr", body=text)
    start = time.process_time()
    list(markdown_problems(file, spots(guide), role=False))
    list(links_in(*(spot for spot in spots(guide) if spot.path == ("body",))))
    return time.process_time() - start


@pytest.mark.parametrize("heading", ["# Big", "Big\n===", "> # Big", "- # Big", "#\tBig"])
def test_a_heading_of_the_first_level_is_told_however_it_is_written(tmp_path: Path, heading: str) -> None:
    body = "  " + heading.replace("\n", "\n  ")
    assert [
        problem.code
        for problem in problems_of(
            tmp_path, {GUIDE: f"title: A\nsummary: B\naudience: hr\nbody: |\n{body}\n"}
        )
    ] == ["CW0502"]
