"""What pages load: under a name made of its content, so that no two builds mix; what a site says it holds."""

import json
import os
import posixpath
import re
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from coursewright.commands.main import run
from coursewright.compiler import check_course
from coursewright.host.manifest import FILE as MANIFEST
from coursewright.host.manifest import manifest, write_manifest
from coursewright.press.memory import FolderMemory
from coursewright.render import OutputTree
from coursewright.render import code as sent
from coursewright.words import Words
from trees import BANK, TOKENS, changed, compiled, write_course, write_tree

CODE = re.compile(r"docs/assets/coursewright/([0-9a-f]{12})/(.+)")


def folder(tree: OutputTree) -> str:
    """The one folder of code in a tree."""
    (found,) = {match[1] for path in tree if (match := CODE.fullmatch(path))}
    return found


def code(tree: OutputTree) -> dict[str, bytes]:
    return {match[2]: tree[path] for path in tree if (match := CODE.fullmatch(path))}


# the folder


def test_code_styles_and_words_are_in_one_folder_named_after_them(tmp_path: Path) -> None:
    files = code(compiled(tmp_path))
    assert {
        "main.mjs",
        "quiz/quiz.mjs",
        "search/dialog.mjs",
        "coursewright.css",
        "tokens.css",
    } <= files.keys()
    assert not [path for path in files if not path.endswith((".mjs", ".css"))]


def test_the_same_course_has_the_same_folder(tmp_path: Path) -> None:
    one, other = compiled(tmp_path / "one"), compiled(tmp_path / "other")
    assert folder(one) == folder(other)
    assert code(one) == code(other)


@pytest.mark.parametrize(
    "files",
    [
        {TOKENS: "light: {primary: '#123456'}\n"},
        changed("content/course.yml", "language: en", "language: zh-CN"),
        changed("content/course.yml", "title: Gardening", "title: The garden"),
    ],
)
def test_whatever_changes_in_it_changes_its_name(tmp_path: Path, files: dict[str, str]) -> None:
    assert folder(compiled(tmp_path / "one")) != folder(compiled(tmp_path / "other", files))


def test_an_edited_question_leaves_its_name(tmp_path: Path) -> None:
    edited = compiled(tmp_path / "other", changed(BANK, "What lies on top?", "What lies uppermost?"))
    assert folder(compiled(tmp_path / "one")) == folder(edited)


def test_pages_load_from_the_folder_and_from_no_other(tmp_path: Path) -> None:
    tree = compiled(tmp_path)
    named = set(re.findall(r"assets/coursewright/(\w+)/([\w./-]+)", tree["mkdocs.yml"].decode()))
    assert {one for one, _ in named} == {folder(tree)}
    assert {"tokens.css", "coursewright.css", "main.mjs"} <= {name for _, name in named} <= code(tree).keys()


def test_a_page_names_every_module_that_its_elements_import(tmp_path: Path) -> None:
    tree = compiled(tmp_path)
    files, listed = code(tree), yaml.safe_load(tree["mkdocs.yml"])["extra"]["preloads"]
    front = yaml.safe_load(tree["docs/quizzes/soil.md"].decode().split("---")[1])
    named = [CODE.fullmatch(f"docs/{address}")[2] for address in listed[front["code"]]]  # type: ignore[index]
    assert {"main.mjs", "quiz/quiz.mjs", "search/searchbox.mjs"} <= set(named)
    assert "search/dialog.mjs" not in named
    for name in named:
        for address in re.findall(r"""^import[^"]*"(\.[^"]+)""", files[name].decode(), re.M):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) in named


def test_every_import_stays_in_the_folder(tmp_path: Path) -> None:
    files = code(compiled(tmp_path))
    imported = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        for path, content in files.items()
        for address in re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[\w./-]+)["']""", content.decode())
    }
    assert len(imported) > 20
    assert imported <= files.keys()


def test_a_folder_says_only_its_own_words_in_the_language_of_the_course(tmp_path: Path) -> None:
    files = code(compiled(tmp_path, changed("content/course.yml", "language: en", "language: zh-CN")))
    sent = [content.decode() for path, content in files.items() if path.endswith(".mjs")]
    (with_words,) = (content for content in sent if '"核对答案"' in content)
    of_roles = Words("zh_CN")("What the duty is")
    assert of_roles not in with_words
    assert any(of_roles in content for content in sent)


# the finished site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Of a course that is built twice, with another look the second time."""
    root = write_course(tmp_path)
    assert run(["build", "--course", str(root)]) == 0
    write_tree(root, {TOKENS: "light: {primary: '#123456'}\n"})
    assert run(["build", "--course", str(root)]) == 0
    return root / "site"


def test_a_site_holds_one_folder_of_code_and_tells_all_it_holds(site: Path) -> None:
    folders = [entry.name for entry in (site / "assets/coursewright").iterdir() if entry.is_dir()]
    assert len(folders) == 1
    assert f"assets/coursewright/{folders[0]}/main.mjs" in (site / "index.html").read_text("utf-8")
    told = json.loads((site / MANIFEST).read_text("utf-8"))
    held = {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }
    assert told == {
        path: sha256(content).hexdigest()[:32] for path, content in held.items() if path != MANIFEST
    }
    assert {"roles/files/gardener.pdf", "roles/files/gardener.docx"} <= told.keys()


def test_a_mended_question_is_told_and_the_code_is_the_same(site: Path) -> None:
    before = json.loads((site / MANIFEST).read_text("utf-8"))
    home = (site / "index.html").stat().st_ino
    write_tree(site.parent, changed(BANK, "What lies on top?", "What lies uppermost?"))
    assert run(["build", "--course", str(site.parent)]) == 0
    after = json.loads((site / MANIFEST).read_text("utf-8"))
    assert (site / "index.html").stat().st_ino == home, "MkDocs has built the site anew"
    assert {path for path in after if after[path] != before.get(path)} >= {
        "quizzes/soil/index.html",
        "learn/soil/layers/index.html",
    }
    assert before.keys() == after.keys()
    assert after == manifest(site)


def test_a_manifest_says_the_same_of_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_tree(
            tmp_path / name, {"b/index.html": "b", "a.pdf": b"a", "assets/coursewright/x/main.mjs": "x"}
        )
        os.utime(tmp_path / name / "a.pdf", (1, len(name)))
        write_manifest(tmp_path / name)
        write_manifest(tmp_path / name)
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "other" / MANIFEST).read_bytes()


def test_a_manifest_is_not_written_into_the_file_of_another_site(tmp_path: Path) -> None:
    write_tree(tmp_path, {"old/a": "1"})
    write_manifest(tmp_path / "old")
    before = (tmp_path / "old" / MANIFEST).read_bytes()
    write_tree(tmp_path, {"new/a": "2"})
    (tmp_path / "new" / MANIFEST).parent.mkdir(parents=True)
    os.link(tmp_path / "old" / MANIFEST, tmp_path / "new" / MANIFEST)
    write_manifest(tmp_path / "new")
    assert (tmp_path / "old" / MANIFEST).read_bytes() == before
    assert (tmp_path / "new" / MANIFEST).read_bytes() != before


def test_modules_are_remembered_and_made_anew_when_what_is_kept_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course, memory = check_course(write_course(tmp_path / "course")).site, tmp_path / "kept"
    codes = []
    for damage in (False, False, True):
        monkeypatch.setattr(sent, "_MODULES", {})
        for file in memory.iterdir() if damage else ():
            file.write_bytes(file.read_bytes()[:100])
        codes.append(sent.code_of(course, Words("en"), FolderMemory(memory)))
    assert codes[0] == codes[1] == codes[2]
    assert len(list(memory.iterdir())) == 1
