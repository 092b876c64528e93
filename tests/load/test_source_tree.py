"""The folder of a course: which files are read, passed over and told."""

import os
from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.diagnostics import as_text
from coursewright.load import load_tree
from trees import (
    CHAPTER,
    COURSE,
    ENGLISH,
    GUIDE,
    SECTION,
    brief,
    problems_at,
    problems_of,
    report,
    write_course,
)

COURSE_YML = "content/course.yml"
GUIDE_TEXT = COURSE[GUIDE]


def places(root: Path, files: dict[str, str | bytes | None]) -> list[str]:
    return brief(problems_of(root, files))


def test_files_that_nothing_reads_are_told(tmp_path: Path) -> None:
    stray: dict[str, str | bytes | None] = {
        "content/extra.yml": "a: b",
        "content/chapters/soil/deep/x.yml": "a: b",
        "content/guides/x.txt": "hello",
        "content/guids/x.yml": "a: b",
        "quizzes/x.yml": "a: b",
    }
    assert places(tmp_path, stray) == sorted(f"CW0105 {file}:1:1" for file in stray)


@pytest.mark.parametrize(
    "name", ["Start.yml", "start.yaml", "start.YML", "a_b.yml", "a b.yml", "-a.yml", "开始.yml", "a--b.yml"]
)
def test_file_names_are_ids(tmp_path: Path, name: str) -> None:
    assert places(tmp_path, {f"content/guides/{name}": "a: b"}) == [f"CW0118 content/guides/{name}:1:1"]


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.yml",
        "start.yml~",
        ".start.yml.swp",
        "Thumbs.db",
        "desktop.ini",
        "README.md",
        ".git/config",
        "__pycache__/x.pyc",
    ],
)
def test_files_of_editors_and_systems_are_passed_over(tmp_path: Path, name: str) -> None:
    assert places(tmp_path, {f"content/guides/{name}": b"\x00"}) == []


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text("title: secret\n")
    root = write_course(tmp_path / "course")
    (root / "content/guides/link.yml").symlink_to(outside / "secret.yml")
    (root / "content/toolkits/linked").symlink_to(outside)
    (root / "quizzes/bank/broken.yml").symlink_to(tmp_path / "nowhere")
    (root / "content/guides/loop").symlink_to(root / "content")
    expected = [
        "content/guides/link.yml",
        "content/guides/loop",
        "content/toolkits/linked",
        "quizzes/bank/broken.yml",
    ]
    assert brief(problems_of(root)) == [f"CW0106 {file}:1:1" for file in expected]


def test_the_lock_that_emacs_puts_beside_an_open_file_is_passed_over(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / "content/guides/.#start.yml").symlink_to("ann@machine.4711:1700000000")
    assert brief(problems_of(root)) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / SECTION).chmod(0)
    assert "CW0117 content/chapters/soil/layers.yml:1:1" in brief(problems_of(root))


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    tree = load_tree(write_course(tmp_path, {COURSE_YML: "a: [", CHAPTER: b"\xff", SECTION: ""}))
    codes = {
        file: [problem.code for problem in document.problems]
        for file, document in tree.files.items()
        if document.problems
    }
    assert codes == {CHAPTER: ["CW0103"], SECTION: ["CW0109"], COURSE_YML: ["CW0101"]}


def test_a_large_override_is_taken_whole(tmp_path: Path) -> None:
    size = 17 * 1024 * 1024
    tree = load_tree(write_course(tmp_path, {"site_overrides/assets/film.bin": b"\0" * size}))
    assert tree.problems == []
    assert len(tree.overrides["assets/film.bin"]) == size


@pytest.mark.parametrize(
    ("path", "code", "most"),
    [
        ("content/media/film.png", "CW0512", 20),
        ("content/media/film.pdf", "CW0512", 20),
        ("site_overrides/assets/film.bin", "CW0138", 20),
        ("site_overrides/main.html", "CW0138", 20),
        ("translations/de.po", "CW0138", 20),
        ("site_overrides/tokens.yml", "CW0107", None),
        ("content/guides/start.yml", "CW0107", None),
        ("quizzes/bank/more.yml", "CW0107", None),
        ("mkdocs.yml", "CW0107", None),
        ("content/course.yml", "CW0107", None),
    ],
)
def test_a_file_that_is_much_too_large_is_told_and_not_read(
    tmp_path: Path, path: str, code: str, most: int | None
) -> None:
    root = write_course(tmp_path)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with open(root / path, "wb") as file:
        file.truncate(6 * 1024**3)
    (problem,) = [problem for problem in load_tree(root).problems if problem.place.file == path]
    assert (problem.code, problem.values["size"], problem.values.get("most")) == (code, "6144.0", most)
    assert run(["build", "--course", str(root)]) == 1


def test_no_course_is_one_problem(tmp_path: Path) -> None:
    assert (
        report(tmp_path, {"mkdocs.yml": None}).splitlines()[0]
        == "error[CW0601]: there is no course here: mkdocs.yml does not exist"
    )


def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    root = write_course(tmp_path, {"site_overrides/main.html": "{% extends 'base.html' %}"})
    for name in ("content/toolkits/x.yml", "quizzes/bank/y.yml", "site_overrides/z.js", "translations/de.po"):
        (root / name).parent.mkdir(exist_ok=True)
        os.mkfifo(root / name)
    assert brief(problems_of(root)) == [
        "CW0117 content/toolkits/x.yml:1:1",
        "CW0117 quizzes/bank/y.yml:1:1",
        "CW0117 site_overrides/z.js:1:1",
        "CW0117 translations/de.po:1:1",
    ]


@pytest.mark.parametrize(
    "folder", ["content", "content/roles", "content/chapters/soil", "quizzes", "site_overrides"]
)
def test_a_folder_that_may_not_be_looked_into_is_not_empty(
    tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is for a user without the right to; root may look anywhere."""
    root = write_course(tmp_path, {"site_overrides/main.html": ""})
    real = os.scandir

    def guarded(path: str | Path) -> object:
        if Path(path) == root / folder:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", guarded)
    told = brief(problems_at(root))
    assert f"CW0117 {folder}:1:1" in told
    assert not [line for line in told if line.startswith("CW03")], "nothing is missing that was not seen"


def test_a_folder_whose_files_may_not_be_asked_about_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_course(tmp_path)
    real = Path.is_symlink

    def guarded(path: Path) -> bool:
        if path.parent == root / "content/roles":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "is_symlink", guarded)
    told = brief(problems_at(root))
    assert {f"CW0117 content/roles/{name}.yml:1:1" for name in ("families", "gardener", "head")} <= set(told)


@pytest.mark.parametrize(
    "file", ["content/guides/con.yml", "content/toolkits/lpt1.yml", "site_overrides/assets/NUL.svg"]
)
def test_a_name_that_windows_keeps_is_told(tmp_path: Path, file: str) -> None:
    assert brief(problems_of(tmp_path, {file: "a: b"})) == [f"CW0130 {file}:1:1"]


def test_a_folder_that_windows_keeps_is_told_once(tmp_path: Path) -> None:
    told = brief(problems_of(tmp_path, {"content/chapters/aux/chapter.yml": "a: b"}))
    assert told == ["CW0130 content/chapters/aux:1:1"]


@pytest.mark.parametrize("name", ["console.yml", "com10.yml", "nulls.yml", "auxiliary.yml"])
def test_a_name_that_only_begins_like_one_is_fine(tmp_path: Path, name: str) -> None:
    assert problems_of(tmp_path, {f"content/guides/{name}": GUIDE_TEXT}) == []


def test_a_file_name_is_no_longer_than_an_id(tmp_path: Path) -> None:
    fits, longer = f"content/guides/{'a' * 64}.yml", f"content/guides/{'a' * 65}.yml"
    found = problems_of(tmp_path, {fits: GUIDE_TEXT, longer: GUIDE_TEXT})
    assert brief(found) == [f"CW0206 {longer}:1:1"]
    assert found[0].message(ENGLISH) == "the text is too long: 65 characters, at most 64"


@pytest.mark.parametrize("name", ["bank.yml", "assets/bank.YAML", "a.yml.bak", "de.po", "pages/x.yaml.orig"])
def test_a_source_among_what_is_published_is_told(tmp_path: Path, name: str) -> None:
    assert brief(problems_of(tmp_path, {f"site_overrides/{name}": "a: b"})) == [
        f"CW0131 site_overrides/{name}:1:1"
    ]


@pytest.mark.parametrize(
    "name", [b"\xff.css", b"a\nb.css", b"\x1b[31m.css", "\u202egnp.css".encode(), b"main\t.html"]
)
def test_a_name_that_cannot_be_shown_or_is_no_text_is_told(tmp_path: Path, name: bytes) -> None:
    root = write_course(tmp_path, {"site_overrides/a.css": "a {}"})
    (root / "site_overrides/a.css").rename(root / os.fsdecode(b"site_overrides/" + name))
    (told,) = problems_at(root)
    assert told.code == "CW0115"
    assert as_text([told], ENGLISH).isascii()
