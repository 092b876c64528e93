"""What a built site lets devices keep: all that people read, by its hash, or nothing at all."""

import json
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from coursewright.commands.main import run
from coursewright.host.manifest import FILE as MANIFEST
from coursewright.host.manifest import write_manifest
from coursewright.host.preview import Preview
from coursewright.render.worker import ABOUT, WORKER, worker_script
from trees import BANK, changed, write_course, write_tree

FORBIDDEN = changed("mkdocs.yml", "- coursewright", "- coursewright: { offline: false }")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_course(tmp_path_factory.mktemp("course"))
    assert run(["build", "--course", str(root)]) == 0
    return root


def listed(site: Path) -> dict[str, Any]:
    """What the worker has before its own text."""
    first = (site / WORKER).read_text("utf-8").split("\n", 1)[0]
    found: dict[str, Any] = json.loads(first.removeprefix("self.SITE=").removesuffix(";"))
    return found


def file_of(path: str) -> str:
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def test_the_worker_lists_every_file_of_the_site_by_its_hash(course: Path) -> None:
    site = course / "site"
    lists = listed(site)
    both = {**lists["course"], **lists["documents"]}
    held = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    left = held - {file_of(path) for path in both}
    assert {path for path in left if not path.endswith((".map", ".gz"))} == {
        WORKER, ABOUT, MANIFEST, "content-security-policy.txt",
    }  # fmt: skip
    for path, (digest, size) in both.items():
        content = (site / file_of(path)).read_bytes()
        assert (sha256(content).hexdigest()[: len(digest)], len(content)) == (digest, size)
    assert {path.rpartition(".")[2] for path in lists["documents"]} == {
        "csv",
        "docx",
        "jwt",
        "pdf",
        "xlsx",
        "zip",
    }


def test_pages_are_told_how_much_it_is(course: Path) -> None:
    site = course / "site"
    about = json.loads((site / ABOUT).read_text("utf-8"))
    listing = listed(site)["course"]
    assert about == {"files": len(listing), "bytes": sum(size for _, size in listing.values())}


def test_an_edited_question_makes_another_version_and_changes_its_pages_alone(
    course: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(course, tmp_path / "course"))
    before = listed(root / "site")
    write_tree(root, changed(BANK, "What lies on top?", "What lies uppermost?"))
    assert run(["build", "--course", str(root)]) == 0
    after = listed(root / "site")
    assert before["version"] != after["version"]
    changes = {path for path, entry in after["course"].items() if before["course"].get(path) != entry}
    assert changes >= {"quizzes/soil/", "learn/soil/layers/"}
    assert "" not in changes
    assert before["course"].keys() == after["course"].keys()


def test_a_course_that_forbids_it_has_a_worker_that_takes_copies_back(course: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(course, tmp_path / "course"))
    write_tree(root, FORBIDDEN)
    assert run(["build", "--course", str(root)]) == 0
    site = root / "site"
    assert (site / WORKER).read_bytes() == worker_script("leave")
    assert json.loads((site / ABOUT).read_text("utf-8")) == {}
    assert [page for page in site.rglob("*.html") if "<cw-offline" in page.read_text("utf-8")] == []


def test_plain_mkdocs_heeds_it_too(tmp_path: Path) -> None:
    root = write_course(tmp_path, FORBIDDEN)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    assert subprocess.run(command, cwd=root, check=False).returncode == 0
    assert (root / "site" / WORKER).read_bytes() == worker_script("leave")


def test_who_writes_a_course_is_offered_no_copy_of_it(course: Path, tmp_path: Path) -> None:
    """Or the browser would show what was there before the edit."""
    root = Path(shutil.copytree(course, tmp_path / "course"))
    Preview(root, tmp_path / "shown", None, None).build()
    assert (tmp_path / "shown" / WORKER).read_bytes() == worker_script("leave")


def test_a_staged_tree_that_others_build_offers_nothing(course: Path, tmp_path: Path) -> None:
    assert run(["stage", str(tmp_path / "staged"), "--course", str(course)]) == 0
    docs = tmp_path / "staged/docs"
    assert (docs / WORKER).read_bytes() == worker_script("leave")
    assert json.loads((docs / ABOUT).read_text("utf-8")) == {}


def test_what_was_allowed_and_is_not_any_more_is_not_written_into_the_file_of_another(tmp_path: Path) -> None:
    write_tree(tmp_path / "site", {"index.html": "a", "a b.pdf": b"b", "assets/x.map": "c", "LICENSE": "d"})
    write_manifest(tmp_path / "site", is_kept=True)
    assert listed(tmp_path / "site")["documents"].keys() == {"a b.pdf"}
    (tmp_path / "kept.js").hardlink_to(tmp_path / "site" / WORKER)
    write_manifest(tmp_path / "site", is_kept=False)
    assert (tmp_path / "site" / WORKER).read_bytes() == worker_script("leave")
    assert (tmp_path / "kept.js").read_bytes().startswith(b"self.SITE=")


@pytest.mark.parametrize("entry", ["worker", "leave"])
def test_a_worker_is_one_classic_script(entry: str) -> None:
    text = worker_script(entry).decode()
    assert not re.search(r"^(?:import|export)\b|\bimport\(", text, re.M)
    assert text.count("addEventListener(") >= 2
