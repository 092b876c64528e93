"""A text of which a reader would see nothing is told, at its place, with how it is written to be seen."""

from pathlib import Path

import pytest

from trees import BANK, ENGLISH, GLOSSARY, GUIDE, ROLE, TOOLKIT, changed, guide, problems_of

NOTHING = (
    "+", "-", ">", "1.", "2)", "*", "#", "##", "- -", "> 1.", "---", "***", "___", "```", "~~~", "&nbsp;",
    "&#8203; &zwnj;", "- &nbsp;", "> &ensp;", "[a]: https://garden.example/", "```\n```", "-\n-\n-",
    "---\n\n***",
)  # fmt: skip
SOMETHING = (
    "\\-", "1\\.", "\\>", "=", "≥", "%", "……", "？", "1", "1.5", "-1", "- 1", "+1", "`-`", "````\n-\n````",
    "|  |  |\n| --- | --- |\n|  |  |", "&lt;", "&#45;", "*-*", "~", "_", "&", "😀", "<!-- a -->",
    "[](https://garden.example/)",
)  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_a_text_of_which_nothing_is_seen_is_an_error(tmp_path: Path, text: str) -> None:
    (problem,) = problems_of(tmp_path, guide(text))
    assert (problem.code, problem.severity, problem.place.file) == ("CW0524", "error", GUIDE)
    assert problem.values["found"] == text


@pytest.mark.parametrize("text", SOMETHING)
def test_a_text_of_which_something_is_seen_is_none(tmp_path: Path, text: str) -> None:
    assert "CW0524" not in [problem.code for problem in problems_of(tmp_path, guide(text))]


@pytest.mark.parametrize(
    ("files", "place", "proper"),
    [
        (changed(BANK, "text: Clay", 'text: "+"'), '"+"', '"\\\\+"'),
        (changed(BANK, "text: Clay", "text: '1.'"), "'1.'", "1\\."),
        (changed(BANK, "text: Clay", "text: ---"), "---", "\\---"),
        (changed(BANK, "text: Clay", 'text: "&nbsp;"'), '"&nbsp;"', None),
    ],
)
def test_it_is_told_at_its_place_with_how_it_is_seen(
    tmp_path: Path, files: dict[str, str], place: str, proper: str | None
) -> None:
    (problem,) = (each for each in problems_of(tmp_path, files) if each.code == "CW0524")
    at = problem.place
    assert at.source[at.column - 1 :] == place
    assert ([hint for hint in problem.hints(ENGLISH) if "Markdown" in hint] != []) is (proper is not None)
    if proper:
        assert problem.hints(ENGLISH)[0].endswith(proper)
        written = {BANK: files[BANK].replace(f"text: {place}", f"text: {proper}")}
        assert "CW0524" not in [each.code for each in problems_of(tmp_path / "so", written)]


@pytest.mark.parametrize(
    ("path", "text", "nothing"),
    [
        (BANK, "Fine pores hold water.", "'-'"),
        (GLOSSARY, "Sand, silt and clay.", "'&nbsp;'"),
        (ROLE, "No poison", "'&#8203;'"),
        (TOOLKIT, "Fill it in.", "'#'"),
    ],
)
def test_texts_of_every_kind_of_file_are_looked_at(
    tmp_path: Path, path: str, text: str, nothing: str
) -> None:
    files = changed(path, text, nothing)
    found = [each for each in problems_of(tmp_path, files) if each.code == "CW0524"]
    line = files[path].splitlines().index(next(each for each in files[path].splitlines() if nothing in each))
    assert [(each.place.file, each.place.line) for each in found] == [(path, line + 1)]
