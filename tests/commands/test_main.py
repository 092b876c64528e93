"""The command line: help, exit codes, the reader's language."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import coursewright
from coursewright import commands
from coursewright.commands.main import main, run
from trees import BANK, SECTION, changed, write_course

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", sorted(main.commands))
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_explains_itself(name: str, flag: str, capsys: Captured) -> None:
    assert run([name, flag]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"Usage: coursewright {name}")
    assert said.err == ""


def test_the_first_help_lists_every_command_and_how_to_begin(capsys: Captured) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"\n  {name} " in said for name in main.commands)
    assert "coursewright new" in " ".join(said.split())


def test_version(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert coursewright.__version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check", "--nope"],
        ["check", "--format", "xml"],
        ["check", "--course", "/no/such/folder"],
        ["stage"],
        ["schema"],
        ["check", "extra"],
        ["new"],
        ["new", "x", "--language", "de"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str], capsys: Captured) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.err
    assert "Traceback" not in said.err


def test_a_bug_of_ours_is_seventy_and_says_so(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_root: Path) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr("coursewright.compiler.load_tree", broken)
    assert run(["check", "--course", str(write_course(tmp_path))]) == 70
    said = capsys.readouterr()
    assert "RuntimeError: oops" in said.err
    assert "This is a bug in coursewright" in said.err


def test_a_disk_that_refuses_is_one_without_a_traceback(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert run(["schema", str(file / "below")]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_interrupting_is_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_root: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("coursewright.compiler.load_tree", interrupted)
    assert run(["check", "--course", str(write_course(tmp_path))]) == 130


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coursewright", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **environment},
        check=False,
    )


def test_the_module_runs(tmp_path: Path) -> None:
    done = process("check", "--course", str(write_course(tmp_path)))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_a_terminal_that_cannot_show_every_character_is_no_bug(tmp_path: Path, encoding: str) -> None:
    files = changed(SECTION, "people: [ann]", "people: [阿里]")
    done = process(
        "check", "--course", str(write_course(tmp_path, files)), PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    done = process(
        "check",
        "--course",
        str(write_course(tmp_path)),
        PYTHONIOENCODING=encoding,
        PYTHONUTF8="0",
        LANGUAGE="zh_CN",
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_the_terminal_speaks_the_language_of_its_user(tmp_path: Path) -> None:
    root = write_course(tmp_path, changed(BANK, "level: recall", "level: recal"))
    english, chinese = (
        process("check", "--course", str(root), LANGUAGE=language).stderr for language in ("en", "zh_CN")
    )
    assert "is not one of the allowed values" in english
    assert "is not one of the allowed values" not in chinese


BROKEN = changed(BANK, "level: recall", "level: recal")
CHINESE = {**BROKEN, **changed("content/course.yml", "language: en", "language: zh-TW")}
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("environment", "files", "english"),
    [
        ({"LC_ALL": "C"}, CHINESE, True),
        ({"LANG": "C.UTF-8"}, CHINESE, True),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "POSIX"}, CHINESE, True),
        ({"LANG": "zh_CN.UTF-8"}, BROKEN, False),
        ({}, BROKEN, True),
        ({}, CHINESE, False),
        ({}, {"content/course.yml": "language: zh"}, False),
        ({}, {"content/course.yml": "language: 5"}, True),
    ],
)
def test_c_is_english_and_where_nothing_is_said_the_course_s_language_speaks(
    tmp_path: Path, environment: dict[str, str], files: dict[str, str], english: bool
) -> None:
    root = write_course(tmp_path, files)
    done = process("check", "--course", str(root), **{**dict.fromkeys(VARIABLES, ""), **environment})
    assert (done.returncode, done.stderr.endswith("Nothing was written.\n")) == (1, english)


def test_a_fine_course_is_summed_up_in_its_own_language_where_nothing_is_said(tmp_path: Path) -> None:
    root = write_course(tmp_path, changed("content/course.yml", "language: en", "language: zh-CN"))
    done = process("check", "--course", str(root), **dict.fromkeys(VARIABLES, ""))
    assert done.stdout.startswith("没有问题：1 章")


@pytest.mark.parametrize(
    ("language", "offered"),
    [
        ("zh_CN", "zh_CN"),
        ("zh-Hant", "zh_CN"),
        ("zh", "zh_CN"),
        ("en_GB", "en"),
        ("de", "en"),
        ("not a language", "en"),
        ("", "en"),
    ],
)
def test_the_offered_language_nearest_to_the_one_asked_for(language: str, offered: str) -> None:
    from coursewright.words import Words

    assert Words(language).language == offered


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "错误：没有 'chekc' 这个命令。"),
        (["check", "--nope"], "错误：没有 '--nope' 这个选项。"),
        (["check", "--format", "xml"], "'xml' 不在可选的值里：'github', 'json', 'text'。"),
        (["check", "--course", "/no/such"], "文件夹 '/no/such' 不存在。"),
        (["check", "extra"], "错误：多出了参数（extra）"),
        (["stage"], "错误：缺少参数 'DIR'。"),
        (["check", "--format"], "选项 '--format' 后面要写值。"),
    ],
)
def test_a_wrong_command_line_is_told_in_chinese(words: list[str], said: str) -> None:
    done = process(*words, LANGUAGE="zh_CN")
    assert done.returncode == 2
    assert said.rstrip("。") in done.stderr
    for english in ("Usage", "Error", "Try ", "Invalid", "No such", "Missing"):
        assert english not in done.stderr


def test_what_the_system_refuses_is_told_in_the_reader_s_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = process("schema", str(tmp_path / "file" / "below"), LANGUAGE="zh_CN").stderr
    assert said.startswith("错误: 该是文件夹的地方是一个文件：")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coursewright", "schema", str(tmp_path / "x")], stderr=full, check=False
        )
    assert done.returncode == 1


def test_a_course_is_found_from_a_folder_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_course(tmp_path) / "content" / "chapters")
    assert run(["check"]) == 0
    monkeypatch.chdir(tmp_path.parent)
    assert run(["check"]) == 1


HOSTILE = "a\x1b]0;owned\x07\x9b31m\u202eb\rc"
"""A name that would set a terminal's title, colour what follows, turn it round and write over its line."""


def at_hostile(root: Path) -> list[list[str]]:
    """Every command with a name that acts on a terminal wherever one can be given."""
    course, bad = ["--course", str(root)], str(root.parent / HOSTILE)
    return [
        ["schema", bad],
        ["stage", bad, *course],
        ["stage", str(root / "content"), *course],
        ["new", f"{bad}-new"],
        ["new", str(root)],
        ["new", "chapter", HOSTILE, *course],
        ["rename", "section", HOSTILE, "b", *course],
        ["rename", "section", "soil/layers", HOSTILE, *course],
        ["rename", HOSTILE, "a", "b", *course],
        ["check", "--course", bad],
        ["check", "--language", HOSTILE, *course],
        ["check", f"--{HOSTILE}", *course],
        [HOSTILE],
        ["translate", "extract", HOSTILE, *course],
        ["roles", "import", bad, *course],
        ["roles", "export", HOSTILE, *course],
        ["roles", "export", "--role", HOSTILE, *course],
        ["roles", "export", "--logo", bad, *course],
        ["roles", "export", "--template", bad, *course],
        ["serve", "--address", HOSTILE, *course],
        ["build", "--site", str(root / "content" / HOSTILE), *course, "--builder", HOSTILE],
    ]


@pytest.mark.parametrize("at", range(21))
def test_a_name_does_not_act_on_the_terminal(at: int, tmp_path: Path, capsys: Captured) -> None:
    root = write_course(
        tmp_path / HOSTILE, {"content/chapters/\x1b[2J.yml": "a: \x1b[2J\n"} if at % 2 else {}
    )
    arguments = at_hostile(root)[at]
    run(arguments)
    said = "".join(capsys.readouterr())
    assert said
    assert "Traceback" not in said
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said) == []


def test_a_built_site_is_named_without_acting_on_the_terminal(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path)
    assert run(["build", "--course", str(root), "--site", str(tmp_path / HOSTILE)]) == 0
    said = capsys.readouterr().err
    assert "\\u001b" in said
    assert "\x1b" not in said


def test_there_is_one_way_to_the_terminal() -> None:
    written = re.compile(r"click\.s?echo|(?<!\.)\bprint\(|print_exc|std(?:out|err)\.write|\.show\(\)")
    rooms = [file for file in Path(commands.__file__).parent.glob("*.py") if file.name != "terminal.py"]
    assert [file.name for file in rooms if written.search(file.read_text("utf-8"))] == []


def test_a_chinese_reader_is_told_a_sheets_own_words_for_levels(tmp_path: Path) -> None:
    root, sheet = write_course(tmp_path / "course"), tmp_path / "a.csv"
    sheet.write_text(
        "代号,题型,目标,层次,题干,选项A,选项B,答案,解析\nx,单选题,soil/layers/name,应用,q,a,b,A,e\n", "utf-8"
    )
    said = process("items", "import", str(sheet), "--course", str(root), LANGUAGE="zh_CN").stderr
    assert "记住, 理解, 运用, 分析" in said
    assert "understand" not in said
