"""Where a course is built: one build at a time, and none in another's folder."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.host.workplace import shown_from, workplace
from trees import CHAPTER, changed, contents, write_course

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site that a build by itself makes."""
    root = write_course(tmp_path_factory.mktemp("alone"))
    assert run(["build", "--course", str(root)]) == 0
    return dict(contents(root / "site"))


def started(root: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "coursewright", *arguments, "--course", str(root)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_builds_at_once_make_one_whole_site(tmp_path: Path, whole: dict[str, bytes]) -> None:
    root = write_course(tmp_path)
    builds = [started(root, "build") for _ in range(3)]
    said = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0], said
    assert contents(root / "site") == whole
    assert run(["build", "--course", str(root)]) == 0
    assert contents(root / "site") == whole
    assert [path.name for path in root.iterdir() if path.name.startswith(".site")] == []


def test_two_courses_built_to_one_place_leave_one_of_them_whole(
    tmp_path: Path, whole: dict[str, bytes]
) -> None:
    roots = [write_course(tmp_path / name) for name in ("one", "other")]
    builds = [started(root, "build", "--site", str(tmp_path / "site")) for root in roots]
    said = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert contents(tmp_path / "site") == whole


def test_a_build_that_waits_says_so_and_reads_what_was_written_meanwhile(
    tmp_path: Path, capsys: Captured
) -> None:
    root = write_course(tmp_path)
    with workplace(root):
        build = threading.Thread(target=run, args=[["build", "--course", str(root)]])
        build.start()
        said, end = "", time.monotonic() + 60
        while "waiting for it to end" not in said and time.monotonic() < end:
            time.sleep(0.05)
            said += capsys.readouterr().err
        assert not (root / "site").exists()
        write_course(root, changed(CHAPTER, "title: Soil", "title: Earth"))
    build.join(60)
    assert b"Earth" in (root / "site/learn/soil/index.html").read_bytes()


def test_a_course_that_may_only_be_read_is_built_elsewhere(
    tmp_path: Path, whole: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_course(tmp_path / "course")
    before = contents(root)
    real = Path.mkdir

    def guarded(path: Path, mode: int = 0o777, **options: bool) -> None:
        if path.is_relative_to(root):
            raise PermissionError(13, "Permission denied", str(path))
        real(path, mode, **options)

    monkeypatch.setattr(Path, "mkdir", guarded)
    assert run(["build", "--course", str(root), "--site", str(tmp_path / "site")]) == 0
    assert contents(root) == before
    assert contents(tmp_path / "site") == whole


def test_every_server_of_a_course_has_a_folder_of_its_own(tmp_path: Path) -> None:
    shown_from.cache_clear()
    one = shown_from(tmp_path)
    assert shown_from(tmp_path) == one
    shown_from.cache_clear()
    other = shown_from(tmp_path)
    assert one.stage != other.stage
    assert {one.root, other.root} == {tmp_path}
    shown_from.cache_clear()


def test_a_build_does_not_touch_the_folder_of_a_server(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    shown = shown_from(root.resolve())
    (shown.stage / "docs").mkdir(parents=True)
    (shown.stage / "docs/mine.md").write_text("mine")
    assert run(["build", "--course", str(root)]) == 0
    assert (shown.stage / "docs/mine.md").read_text() == "mine"


def test_a_folder_without_a_course_gets_no_folder_of_ours(tmp_path: Path) -> None:
    assert run(["build", "--course", str(tmp_path)]) == 1
    assert run(["stage", str(tmp_path / "out"), "--course", str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []
