"""Compiled templates are remembered, and one that was damaged is compiled anew."""

from pathlib import Path

import pytest

from coursewright.compiler import compile_course
from coursewright.press.memory import FolderMemory
from coursewright.render import compiled, rendering
from trees import contents, write_course


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that has compiled nothing yet."""
    monkeypatch.setattr(compiled, "_COMPILED", {})
    rendering._environment.cache_clear()


def forget(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(compiled, "_COMPILED", {})
    rendering._environment.cache_clear()


def test_a_course_remembers_its_templates_where_it_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_course(tmp_path)
    (root / ".coursewright").mkdir()
    pages = dict(compile_course(root)[1])
    kept = contents(root / ".coursewright/templates")
    assert kept
    forget(monkeypatch)
    monkeypatch.setattr(FolderMemory, "put", lambda *_: pytest.fail("compiled again"))
    assert dict(compile_course(root)[1]) == pages


def test_a_template_that_was_cut_off_is_compiled_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_course(tmp_path)
    (root / ".coursewright").mkdir()
    pages = dict(compile_course(root)[1])
    folder = root / ".coursewright/templates"
    kept = contents(folder)
    for number, file in enumerate(sorted(folder.iterdir())):
        raw = file.read_bytes()
        file.write_bytes([raw[:60], b"", raw[:-1], raw[:-9] + b"x" + raw[-8:]][number % 4])
    forget(monkeypatch)
    assert dict(compile_course(root)[1]) == pages
    assert contents(folder) == kept


def test_a_template_that_changed_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = "site_overrides/pages/guide.html"
    for text in ("first {{ 1 + 1 }}", "then {{ 2 + 2 }}"):
        root = write_course(tmp_path, {own: text})
        (root / ".coursewright").mkdir(exist_ok=True)
        forget(monkeypatch)
        page = compile_course(root)[1]["docs/guides/start.md"].decode()
        assert text.split("{")[0] in page
        assert ("4" in page.splitlines()[-1]) == text.startswith("then")


def test_the_temporary_folder_of_the_machine_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: pytest.fail("asked for"))
    root = write_course(tmp_path)
    (root / ".coursewright").mkdir()
    compile_course(root)
