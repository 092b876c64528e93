"""The tree of files that rendering gives: pure, each path once, with what a course lays over it."""

from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.compiler import RENDERERS, compile_course
from coursewright.render import OutputTree, render_site
from trees import compiled, contents, site_of, write_course


def test_a_path_is_written_once() -> None:
    tree = OutputTree()
    tree.add("a.md", "text")
    with pytest.raises(ValueError, match=r"two renderers write a\.md"):
        tree.add("a.md", b"text")
    assert dict(tree) == {"a.md": b"text"}


def test_rendering_twice_gives_the_same_tree(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert dict(render_site(site, RENDERERS)) == dict(render_site(site, RENDERERS))


def test_rendering_writes_nothing(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    before = contents(root)
    compile_course(root)
    assert contents(root) == before


@pytest.mark.parametrize(
    "path",
    [
        "questions/soil.html",
        "main.html",
        "quiz.html",
        "assets/own.css",
        "partials/footer.html",
        "pages/guide.html",
    ],
)
def test_a_course_may_lay_any_file_over_the_theme(tmp_path: Path, path: str) -> None:
    tree = compiled(tmp_path, {f"site_overrides/{path}": "<p>own</p>"})
    if path.startswith("pages/"):
        assert b"<p>own</p>" in tree["docs/guides/start.md"]
    else:
        assert tree[f"overrides/{path}"] == b"<p>own</p>"


@pytest.mark.parametrize(
    "template", [b"\xff", b"{% if %}", b"{{ nothing_here }}", b"{{ guide.model.nothing }}", b"{{ 1/0 }}"]
)
def test_a_broken_page_template_of_the_course_is_told_not_a_bug(
    tmp_path: Path, template: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_course(tmp_path, {"site_overrides/pages/guide.html": template})
    assert run(["stage", str(tmp_path / "out"), "--course", str(root)]) == 1
    said = "".join(capsys.readouterr())
    assert "Traceback" not in said
    assert "site_overrides/pages/guide.html" in said
