"""What a builder would refuse is found by a check, at the setting or the template that it is about."""

from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.host.mkdocs import MkDocs
from coursewright.model.settings import BUILDERS
from trees import ROOT, Files, write_course

Captured = pytest.CaptureFixture[str]

ONE = "site_name: A\nplugins: [{coursewright: {builder: BUILDER}}]\n"
FOOT = "{% extends 'base.html' %}\n{% block footer %}\n"

REFUSED = {
    "theme:\n  palette: 5": 4,
    "extra:\n  social: 5": 4,
    "copyright: 5": 3,
    "extra_javascript: [5]": 3,
    "watch: [nope]": 3,
    "validation: 5": 3,
}
"""Settings that MkDocs stops at, and the line that a check names."""

PLUGINS = ["1", "null", "nope", "[a]", "{a: 1, b: 2}", "group"]

TEMPLATES = {
    "{% extends 'base.html' %}\n{% block %}": 2,
    FOOT + "{% include 'gone.html' %}{% endblock %}": 3,
    FOOT + "{{ nope.nope }}{% endblock %}": 3,
    FOOT + "{{ 1 / 0 }}{% endblock %}": 3,
}


def settings(text: str, builder: str = "mkdocs") -> Files:
    return {"mkdocs.yml": ONE.replace("BUILDER", builder) + text + "\n"}


def refused(root: Path, files: Files, capsys: Captured, place: str) -> None:
    """A check and a build agree that the course cannot be built, and the check says where it is wrong."""
    write_course(root, files)
    assert run(["check", "--course", str(root)]) == 1
    assert f"--> {place}" in (said := capsys.readouterr().err), said
    assert "CW0621" in said
    assert run(["build", "--course", str(root)]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert not (root / "site").exists()


@pytest.mark.parametrize(("text", "line"), REFUSED.items(), ids=list(REFUSED))
def test_a_setting_that_mkdocs_refuses(tmp_path: Path, text: str, line: int, capsys: Captured) -> None:
    refused(tmp_path, settings(text), capsys, f"mkdocs.yml:{line}:")


@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_plugin_that_cannot_be_used(tmp_path: Path, plugin: str, capsys: Captured) -> None:
    config = f"site_name: A\nplugins: [coursewright, {plugin}]\n"
    refused(tmp_path, {"mkdocs.yml": config}, capsys, "mkdocs.yml:2:")


@pytest.mark.parametrize(("template", "line"), TEMPLATES.items())
def test_a_template_that_cannot_be_filled(tmp_path: Path, template: str, line: int, capsys: Captured) -> None:
    files = {**settings(""), "site_overrides/main.html": template}
    refused(tmp_path, files, capsys, f"site_overrides/main.html:{line}:")


def test_zensical_is_asked_where_it_builds(tmp_path: Path, capsys: Captured) -> None:
    files = {
        **settings("", "zensical"),
        "site_overrides/main.html": FOOT + "{% include 'gone.html' %}{% endblock %}",
    }
    refused(tmp_path, files, capsys, "site_overrides/main.html:")


@pytest.mark.parametrize("builder", BUILDERS)
def test_settings_that_are_right_pass(builder: str, tmp_path: Path) -> None:
    features = "theme:\n  features: [content.code.copy]\n  icon: {logo: material/school}\n"
    text = f"{features}site_url: https://a.org/b/\n"
    root = write_course(tmp_path, settings(text, builder))
    assert run(["check", "--course", str(root)]) == 0
    assert run(["build", "--course", str(root)]) == 0


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/cases/garden"], ids=["reference", "garden"])
def test_a_course_that_leaves_nothing_to_refuse_is_not_tried(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        pytest.fail("tried")

    monkeypatch.setattr(MkDocs, "build", never)
    assert run(["check", "--course", str(root)]) == 0


def test_what_most_courses_set_is_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MkDocs, "build", lambda *_: pytest.fail("tried"))
    text = (
        "site_url: https://a.example:8443/b/\ncopyright: A <b>\ntheme: {name: material, logo: assets/a.svg}\n"
    )
    files = {
        "mkdocs.yml": f"site_name: A\nplugins: [coursewright]\n{text}",
        "site_overrides/assets/a.svg": "<svg/>",
    }
    assert run(["check", "--course", str(write_course(tmp_path, files))]) == 0


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_a_setting_that_would_empty_the_site_is_refused(
    tmp_path: Path, setting: str, capsys: Captured
) -> None:
    root = write_course(tmp_path, settings(f'{setting}: "*"'))
    assert run(["check", "--course", str(root)]) == run(["build", "--course", str(root)]) == 1
    assert "CW0602" in capsys.readouterr().err


def test_a_builder_that_leaves_pages_out_is_found_by_a_check(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = MkDocs.build

    def forgetful(self: MkDocs, staged: Path, made: Path) -> None:
        real(self, staged, made)
        for page in made.glob("*/**/index.html"):
            page.unlink()

    monkeypatch.setattr(MkDocs, "build", forgetful)
    root = write_course(tmp_path, settings("site_author: A"))
    assert run(["check", "--course", str(root)]) == 1
    assert "leaves pages out" in capsys.readouterr().err
