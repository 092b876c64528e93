"""Whom a course is built by, what is said when that fails, and that a site is whole or as it was."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.errors import SiteFailed
from coursewright.host.mkdocs import MkDocs
from coursewright.host.zensical import Zensical
from coursewright.model.settings import BUILDERS
from trees import BANK, changed, write_course

Captured = pytest.CaptureFixture[str]

INDEX = {"mkdocs": "sitemap.xml.gz", "zensical": "assets/stylesheets/classic"}
"""What only this builder makes."""
ASKING = changed("mkdocs.yml", "- coursewright", "- coursewright: { builder: zensical }")
BROKEN = """\
{% extends "base.html" %}
{% block footer %}{% include "gone.html" %}{% endblock %}
"""


def built_by(site: Path) -> list[str]:
    return [builder for builder, index in INDEX.items() if (site / index).exists()]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def build(root: Path, *options: str) -> int:
    return run(["build", "--course", str(root), *options])


@pytest.mark.parametrize(
    ("files", "options", "builder"),
    [
        ({}, (), "mkdocs"),
        (ASKING, (), "zensical"),
        ({}, ("--builder", "zensical"), "zensical"),
        (ASKING, ("--builder", "mkdocs"), "mkdocs"),
    ],
)
def test_the_command_chooses_then_the_course_then_mkdocs(
    files: dict[str, str], options: tuple[str, ...], builder: str, tmp_path: Path
) -> None:
    root = write_course(tmp_path, files)

    assert build(root, *options) == 0
    assert built_by(root / "site") == [builder]


def test_plain_mkdocs_takes_a_course_that_asks_for_another(tmp_path: Path) -> None:
    root = write_course(tmp_path, ASKING)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], cwd=root, check=False
    )

    assert done.returncode == 0
    assert built_by(root / "site") == ["mkdocs"]


def test_a_builder_that_nobody_knows_is_wrong_usage(tmp_path: Path) -> None:
    assert build(write_course(tmp_path), "--builder", "hugo") == 2


def test_a_builder_that_is_not_installed_is_named_with_the_way_to_it(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = find_spec
    monkeypatch.setattr(
        "coursewright.host.zensical.find_spec", lambda name: None if name == "zensical" else known(name)
    )

    assert build(write_course(tmp_path), "--builder", "zensical") == 1
    said = capsys.readouterr().err
    assert "pip install" in said
    assert "coursewright[zensical]" in said
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_failure_is_said_in_words_and_leaves_the_last_site(
    builder: str, tmp_path: Path, capsys: Captured
) -> None:
    root = write_course(tmp_path)
    assert build(root, "--builder", builder) == 0
    before = contents(root / "site")
    capsys.readouterr()

    assert build(write_course(tmp_path, {"site_overrides/main.html": BROKEN}), "--builder", builder) == 1
    said = capsys.readouterr().err
    assert "gone.html" in said
    assert "stopped: " in said
    assert "Traceback" not in said
    assert contents(root / "site") == before
    assert [path.name for path in root.iterdir() if path.name.startswith(".site")] == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_same_sources_give_the_same_bytes(builder: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert build(write_course(tmp_path / name), "--builder", builder) == 0

    assert contents(tmp_path / "a" / "site") == contents(tmp_path / "b" / "site")


def test_nothing_that_is_gone_stays_in_a_site(tmp_path: Path) -> None:
    assert build(write_course(tmp_path / "a"), "--builder", "zensical") == 0
    (tmp_path / "a" / "content" / "guides" / "start.yml").unlink()
    assert build(tmp_path / "a", "--builder", "zensical") == 0

    assert not (tmp_path / "a" / "site" / "guides" / "start").exists()


# a question that was edited


@pytest.mark.parametrize("builder", [MkDocs, Zensical])
def test_an_edited_question_needs_no_builder(
    builder: type[MkDocs | Zensical], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_course(tmp_path / "a")
    assert build(root, "--builder", builder.name) == 0
    edited = changed(BANK, "Leaves fall on top.", "Leaves fall and stay on top.")
    monkeypatch.setattr(builder, "build", _never)

    assert build(write_course(root, edited), "--builder", builder.name) == 0
    monkeypatch.undo()
    assert build(write_course(tmp_path / "b", edited), "--builder", builder.name) == 0
    assert contents(root / "site") == contents(tmp_path / "b" / "site")


def test_a_site_of_another_builder_is_not_mended_but_built(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    assert build(root) == 0

    assert build(root, "--builder", "zensical") == 0
    assert built_by(root / "site") == ["zensical"]


def _never(*_arguments: object) -> None:
    raise SiteFailed("Nobody", "was to be asked")


# what Zensical says and brings


def test_the_site_has_no_index_but_ours(tmp_path: Path) -> None:
    assert build(write_course(tmp_path), "--builder", "zensical") == 0
    indexes = {
        file.name for file in (tmp_path / "site").rglob("*") if "search" in file.name and file.is_file()
    }

    assert "search.json" not in indexes
    assert (tmp_path / "site/assets/coursewright/texts.json").exists()
