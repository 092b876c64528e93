"""Commands about a course: what they say, where they say it, what they write."""

import json
from pathlib import Path

import pytest

from coursewright.commands.main import run
from trees import QUIZ, changed, write_course

Captured = pytest.CaptureFixture[str]

GAP = changed(QUIZ, ", soil-which", "")
WRONG = changed(QUIZ, "cut: 70", "cut: 170")


def test_a_fine_course_is_summed_up_in_one_line(tmp_path: Path, capsys: Captured) -> None:
    assert run(["check", "--course", str(write_course(tmp_path))]) == 0
    said = capsys.readouterr()
    assert said.out == "Fine: 1 chapter, 1 section, 4 items, 1 quiz, 1 exam, 2 terms, 2 roles\n"
    assert said.err == "", "no progress lines when it is not a terminal"


def test_warnings_do_not_fail(tmp_path: Path, capsys: Captured) -> None:
    assert run(["check", "--course", str(write_course(tmp_path, GAP))]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("warning[CW0407]: this item is in no quiz and no section\n")
    assert "\nFine, with 1 warning: 1 chapter, " in said.out


@pytest.mark.parametrize(("files", "code"), [({}, 0), (GAP, 1), (WRONG, 1)])
@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_a_strict_check_fails_on_warnings(
    tmp_path: Path, files: dict[str, str], code: int, style: str, capsys: Captured
) -> None:
    root = write_course(tmp_path, files)
    assert run(["check", "--course", str(root), "--strict", "--format", style]) == code
    strict = capsys.readouterr()
    run(["check", "--course", str(root), "--format", style])
    assert capsys.readouterr() == strict, "what it says is the same"


def test_problems_for_people_go_to_standard_error(tmp_path: Path, capsys: Captured) -> None:
    assert run(["check", "--course", str(write_course(tmp_path, WRONG))]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert (
        said.err
        == """\
error[CW0210]: 170 is outside the range: ≤ 100
 --> quizzes/practice/soil.yml:5:6
  |
5 | cut: 170
  |      ^^^
  = hint: this is what it says: Cut score in percent.
1 error, 0 warnings
Nothing was written.
"""
    )


@pytest.mark.parametrize("asked", [["--format", "json"], ["--format=json"]])
@pytest.mark.parametrize(
    ("files", "code", "codes"), [({}, 0, []), (GAP, 0, ["CW0407"]), (WRONG, 1, ["CW0210"])]
)
def test_json_is_one_list_on_standard_output(
    tmp_path: Path, capsys: Captured, asked: list[str], files: dict[str, str], code: int, codes: list[str]
) -> None:
    assert run(["check", "--course", str(write_course(tmp_path, files)), *asked]) == code
    said = capsys.readouterr()
    assert [problem["code"] for problem in json.loads(said.out)] == codes
    assert said.err == ""


@pytest.mark.parametrize(
    ("files", "code", "line"),
    [
        ({}, 0, None),
        (GAP, 0, "::warning file=quizzes/bank/soil.yml,line=25,"),
        (WRONG, 1, "::error file=quizzes/practice/soil.yml,line=5,"),
    ],
)
def test_github_commands_are_on_standard_output(
    tmp_path: Path, capsys: Captured, files: dict[str, str], code: int, line: str | None
) -> None:
    assert run(["check", "--course", str(write_course(tmp_path, files)), "--format", "github"]) == code
    said = capsys.readouterr()
    assert said.out.startswith(line) if line else said.out == ""
    assert said.err == ""


def test_the_current_folder_is_the_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_course(tmp_path))
    assert run(["check"]) == 0


@pytest.mark.parametrize("below", ["content", "content/chapters/soil", "notes/of/mine"])
def test_a_course_is_found_from_any_folder_of_it(
    tmp_path: Path, below: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    root = write_course(tmp_path / "course", {"content/guides/wrong.yml": "a: ["})
    (root / below).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(root / below)
    assert run(["check"]) == 1
    assert "--> content/guides/wrong.yml:" in capsys.readouterr().err
    (root / "content/guides/wrong.yml").unlink()
    assert run(["build"]) == 0
    assert (root / "site/index.html").exists()


def test_problems_are_in_colour_on_a_terminal_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    root = write_course(tmp_path, {"content/guides/wrong.yml": "a: ["})
    seen = {}
    for name, tty, no_color in (("terminal", True, False), ("without", True, True), ("file", False, False)):
        monkeypatch.setattr("click._compat.isatty", lambda _stream, tty=tty: tty)
        (monkeypatch.setenv if no_color else lambda *_: None)("NO_COLOR", "1")
        assert run(["check", "--course", str(root)]) == 1
        monkeypatch.delenv("NO_COLOR", raising=False)
        seen[name] = capsys.readouterr().err
    assert seen["terminal"].startswith("\x1b[31m\x1b[1merror[CW0101]\x1b[0m: ")
    assert "\x1b" not in seen["without"] + seen["file"]


def test_checking_writes_nothing(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    before = sorted(root.rglob("*"))
    run(["check", "--course", str(root)])
    assert sorted(root.rglob("*")) == before


def test_a_folder_without_a_course(tmp_path: Path, capsys: Captured) -> None:
    assert run(["check", "--course", str(tmp_path)]) == 1
    assert "there is no course here: mkdocs.yml does not exist" in capsys.readouterr().err


def test_staging_says_what_it_wrote_and_then_nothing(tmp_path: Path, capsys: Captured) -> None:
    root, out = write_course(tmp_path / "course"), tmp_path / "out"
    assert run(["stage", str(out), "--course", str(root)]) == 0
    first = capsys.readouterr()
    assert run(["stage", str(out), "--course", str(root)]) == 0
    second = capsys.readouterr()
    assert (first.out, second.out) == ("", "")
    assert first.err.endswith(f"0 deleted in {out}\n")
    assert not first.err.startswith("0 ")
    assert second.err == f"0 files written, 0 deleted in {out}\n"
    assert (out / "mkdocs.yml").exists()
    assert (out / "docs/index.md").exists()


def test_staging_into_a_folder_of_someone_else_is_wrong_usage(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path / "course")
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/letter.txt").write_text("dear")
    assert run(["stage", str(tmp_path / "theirs"), "--course", str(root)]) == 2
    assert "choose an empty folder" in capsys.readouterr().err


def test_staging_a_broken_course_writes_nothing(tmp_path: Path) -> None:
    root = write_course(tmp_path / "course", WRONG)
    assert run(["stage", str(tmp_path / "out"), "--course", str(root)]) == 1
    assert not (tmp_path / "out").exists()


def test_schemas_are_written(tmp_path: Path, capsys: Captured) -> None:
    assert run(["schema", str(tmp_path / "a/b")]) == 0
    names = sorted(file.name for file in (tmp_path / "a/b").iterdir())
    assert "section.json" in names
    assert "The schemas are in" in capsys.readouterr().err


def test_schemas_are_written_over_schemas_and_over_nothing_else(tmp_path: Path) -> None:
    assert run(["schema", str(tmp_path / "ours")]) == 0
    (tmp_path / "ours/notes.txt").write_text("kept")
    assert run(["schema", str(tmp_path / "ours")]) == 0

    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "course.json").write_text('{"mine": 1}')
    assert run(["schema", str(theirs)]) == 2
    assert {file.name: file.read_text() for file in theirs.iterdir()} == {"course.json": '{"mine": 1}'}
    assert run(["schema", "/"]) == 2


def test_a_site_is_never_the_root_of_a_disk(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path)
    assert run(["build", "--course", str(root), "--site", "/"]) == 2
    assert "did not write" in capsys.readouterr().err
