"""A build: where the site is put, and what a failure leaves alone."""

from pathlib import Path

import pytest

from coursewright.commands.main import run
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
