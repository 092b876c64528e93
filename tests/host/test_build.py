"""A build: where the site is put, and what a failure leaves alone."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.host.mkdocs import MkDocs
from odd import make_odd
from trees import CHAPTER, COURSE, QUIZ, SECTION, changed, contents, write_course, write_tree


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_course(tmp_path_factory.mktemp("built"))
    assert run(["build", "--course", str(root)]) == 0
    return root


def test_the_site_is_built_beside_the_sources(built: Path) -> None:
    site = contents(built / "site")
    assert {
        "index.html",
        "learn/soil/layers/index.html",
        "quizzes/soil/index.html",
        "content-security-policy.txt",
    } <= site.keys()
    assert not [path for path, raw in site.items() if b"anzibar" in raw or b"soil-secret" in raw]


@pytest.mark.parametrize(
    "broken",
    [
        {QUIZ: "a: ["},
        {SECTION: None},
        changed(CHAPTER, "title: Soil", "titel: Soil"),
        {"content/course.yml": None},
    ],
)
def test_a_failed_build_leaves_the_last_good_site(
    built: Path, broken: dict[str, str | None], capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(built / "site")
    write_tree(built, broken)
    try:
        assert run(["build", "--course", str(built)]) == 1
    finally:
        write_tree(built, COURSE)
    assert contents(built / "site") == before
    assert "Nothing was written." in capsys.readouterr().err


@pytest.mark.parametrize(
    "settings",
    [
        "plugins: [coursewright, no-such-plugin]\n",
        "plugins: [coursewright]\nextra_css: 5\n",
        "plugins: [coursewright]\nsite_url: 5\n",
        "plugins: [coursewright]\ntheme: {name: material, palette: 5, features: 5}\n",
        "plugins: [coursewright]\nmarkdown_extensions: 5\n",
        "plugins: 5\n",
    ],
)
def test_settings_that_mkdocs_refuses_are_told_not_a_bug(
    built: Path, settings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(built / "site")
    write_tree(built, {"mkdocs.yml": "site_name: A\n" + settings})
    try:
        code = run(["build", "--course", str(built), "--site", str(built / "other")])
    finally:
        write_tree(built, COURSE)
    said = "".join(capsys.readouterr())
    assert code in (0, 1)
    assert "Traceback" not in said
    assert contents(built / "site") == before


def test_a_broken_theme_template_of_the_course_is_told_not_a_bug(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(built / "site")
    write_tree(built, {"site_overrides/main.html": "{% extends 'base.html' %}{% block %}"})
    try:
        code = run(["build", "--course", str(built)])
    finally:
        (built / "site_overrides/main.html").unlink()
    said = "".join(capsys.readouterr())
    assert code == 1
    assert "Traceback" not in said
    assert contents(built / "site") == before


def test_a_site_folder_with_someone_elses_files_is_refused(built: Path, tmp_path: Path) -> None:
    write_tree(tmp_path, {"theirs/letter.txt": "dear"})
    assert run(["build", "--course", str(built), "--site", str(tmp_path / "theirs")]) in (1, 2)
    assert contents(tmp_path) == {"theirs/letter.txt": b"dear"}


@pytest.mark.parametrize("inside", ["", "content", "quizzes/bank"])
def test_a_site_folder_that_holds_the_sources_is_refused(tmp_path: Path, inside: str) -> None:
    root = write_course(tmp_path / "course")
    before = contents(root)
    assert run(["build", "--course", str(root), "--site", str(root / inside)]) in (1, 2)
    after = {path: raw for path, raw in contents(root).items() if not path.startswith(".coursewright/")}
    assert after == before


# what was left of earlier builds

KEPT = ("documents", "templates")


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    """A copy of the built course, to do damage to."""
    root = tmp_path / "course"
    shutil.copytree(built, root)
    assert run(["build", "--course", str(root)]) == 0
    return root


def damaged(raw: bytes) -> dict[str, bytes]:
    middle = len(raw) // 2
    return {
        "emptied": b"",
        "cut off": raw[:middle],
        "changed": raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :],
    }


@pytest.mark.parametrize(
    "file",
    [
        "site/index.html",
        "site/roles/files/gardener.docx",
        "site/assets/coursewright/catalogue.json",
        ".coursewright/stage/docs/index.md",
        ".coursewright/stage/docs/roles/files/gardener.docx",
        ".coursewright/built.json",
    ],
)
def test_a_file_that_was_damaged_is_made_anew(copied: Path, file: str) -> None:
    """Its size and its time may be those of the right one: what it says counts."""
    before = contents(copied / "site")
    times = (copied / file).stat()
    for raw in damaged((copied / file).read_bytes()).values():
        (copied / file).unlink()
        (copied / file).write_bytes(raw)
        os.utime(copied / file, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert run(["build", "--course", str(copied)]) == 0
        assert contents(copied / "site") == before


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "huge"])
def test_what_is_no_file_of_a_build_is_not_waited_for(copied: Path, kind: str) -> None:
    """One of them in every place at once: what hangs on any of them hangs on all."""
    before = contents(copied / "site")
    work = copied / ".coursewright"
    kept = [next(file for file in (work / name).rglob("*") if file.is_file()) for name in KEPT]
    for file in (work / "built.json", work / "stage/docs/index.md", work / "stage/mkdocs.yml", *kept):
        file.unlink()
        make_odd(file, kind)
    assert run(["check", "--course", str(copied)]) == 0
    assert run(["build", "--course", str(copied)]) == 0
    assert contents(copied / "site") == before


@pytest.mark.parametrize("name", ["stage", "site", "documents", "templates"])
def test_a_pipe_in_the_place_of_a_folder_of_a_build_is_taken_away(copied: Path, name: str) -> None:
    folder = copied / ".coursewright" / name
    shutil.rmtree(folder, ignore_errors=True)
    make_odd(folder, "pipe")
    assert run(["build", "--course", str(copied)]) == 0


@pytest.mark.parametrize("kind", ["pipe", "folder", "huge"])
def test_what_is_odd_in_the_old_site_does_not_stay(copied: Path, kind: str) -> None:
    """Somebody put it there: it is told of, or replaced with the site."""
    before, file = contents(copied / "site"), copied / "site/roles/index.html"
    file.unlink()
    make_odd(file, kind)
    code = run(["build", "--course", str(copied)])
    assert code == 2 if kind == "folder" else contents(copied / "site") == before


def test_a_record_that_is_no_text_is_not_believed(copied: Path) -> None:
    before = contents(copied / "site")
    (copied / ".coursewright/built.json").write_bytes(b"\xff\xfe")
    assert run(["build", "--course", str(copied)]) == 0
    assert contents(copied / "site") == before


def test_every_document_that_was_damaged_is_printed_anew(copied: Path) -> None:
    before = contents(copied / "site")
    kept = sorted(file for file in (copied / ".coursewright/documents").rglob("*") if file.is_file())
    for number, file in enumerate(kept):
        file.write_bytes(file.read_bytes()[: 100 * (number % 2)])
    assert run(["build", "--course", str(copied)]) == 0
    assert contents(copied / "site") == before


def test_the_site_comes_back_after_a_kill_even_if_the_sources_are_wrong(copied: Path) -> None:
    before = contents(copied / "site")
    (copied / "site").rename(copied / ".site.old")
    write_tree(copied, {QUIZ: "a: ["})
    assert run(["build", "--course", str(copied)]) == 1
    assert contents(copied / "site") == before


def test_a_build_that_fails_leaves_nothing_half_made(
    copied: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(copied / "site")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write_tree(copied, changed(CHAPTER, "title: Soil", "title: Earth"))
    monkeypatch.setattr("coursewright.host.build.write_manifest", full)
    assert run(["build", "--course", str(copied)]) == 1
    assert capsys.readouterr().err.endswith("error: the disk is full\n")
    assert contents(copied / "site") == before
    assert not (copied / ".coursewright/site").exists()


def test_what_somebody_put_into_the_site_is_not_deleted(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(copied / "site", {"letter.txt": "dear", ".well-known/security.txt": "mine", "Thumbs.db": ""})
    before = contents(copied / "site")
    assert run(["build", "--course", str(copied)]) == 2
    assert ".well-known/security.txt, letter.txt" in capsys.readouterr().err
    assert contents(copied / "site") == before
    (copied / "site/letter.txt").unlink()
    (copied / "site/.well-known/security.txt").unlink()
    assert run(["build", "--course", str(copied)]) == 0
    assert "Thumbs.db" not in contents(copied / "site")


def test_a_site_without_some_of_its_pages_is_not_put_in_place(
    copied: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(copied / "site")
    real = MkDocs.build

    def forgetful(self: MkDocs, staged: Path, made: Path) -> None:
        real(self, staged, made)
        shutil.rmtree(made / "learn")

    write_tree(copied, changed(CHAPTER, "title: Soil", "title: Earth"))
    monkeypatch.setattr(MkDocs, "build", forgetful)
    assert run(["build", "--course", str(copied)]) == 1
    assert "such as learn/index.html" in capsys.readouterr().err
    assert contents(copied / "site") == before
