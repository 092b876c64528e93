"""A tree becomes a folder: exactly, only what changed, and as a whole."""

from pathlib import Path

import pytest

from coursewright.errors import ForeignFolder
from coursewright.stage import read_stage, stage_tree
from coursewright.stage.folder import MARKER
from odd import make_odd
from trees import contents, write_tree


def test_a_folder_holds_exactly_the_tree(tmp_path: Path) -> None:
    staged = stage_tree({"a.md": b"1", "b/c.md": b"2"}, tmp_path / "out")
    assert contents(tmp_path / "out") == {MARKER: b"", "a.md": b"1", "b/c.md": b"2"}
    assert (set(staged.written), staged.deleted) == ({"a.md", "b/c.md"}, ())


def test_only_what_changed_is_written_and_what_is_stale_is_deleted(tmp_path: Path) -> None:
    out = tmp_path / "out"
    stage_tree({"same.md": b"1", "changed.md": b"1", "old/stale.md": b"1"}, out)
    before = (out / "same.md").stat()
    staged = stage_tree({"same.md": b"1", "changed.md": b"2", "new.md": b"1"}, out)
    assert (set(staged.written), staged.deleted) == ({"changed.md", "new.md"}, ("old/stale.md",))
    assert ((out / "same.md").stat().st_mtime_ns, (out / "same.md").stat().st_ino) == (
        before.st_mtime_ns,
        before.st_ino,
    )
    assert not (out / "old").exists()
    assert contents(out) == {MARKER: b"", "same.md": b"1", "changed.md": b"2", "new.md": b"1"}


@pytest.mark.parametrize(("first", "second"), [({"a": b"1"}, {"a/b": b"1"}), ({"a/b": b"1"}, {"a": b"1"})])
def test_a_file_may_become_a_folder_and_back(
    tmp_path: Path, first: dict[str, bytes], second: dict[str, bytes]
) -> None:
    stage_tree(first, tmp_path / "out")
    stage_tree(second, tmp_path / "out")
    assert contents(tmp_path / "out") == {MARKER: b"", **second}


def test_what_an_interrupted_run_left_is_cleared(tmp_path: Path) -> None:
    stage_tree({"a.md": b"1"}, tmp_path / "out")
    (tmp_path / "out/.a.md.new").write_bytes(b"half")
    stage_tree({"a.md": b"1"}, tmp_path / "out")
    assert contents(tmp_path / "out") == {MARKER: b"", "a.md": b"1"}


def test_a_folder_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    write_tree(tmp_path / "theirs", {"letter.txt": "dear"})
    with pytest.raises(ForeignFolder):
        stage_tree({"a.md": b"1"}, tmp_path / "theirs")
    assert contents(tmp_path / "theirs") == {"letter.txt": b"dear"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert stage_tree({"a.md": b"1"}, tmp_path / "out").written == ("a.md",)


@pytest.mark.parametrize("kind", ["pipe", "device", "huge"])
def test_what_is_odd_in_a_staged_folder_is_replaced_and_not_read(tmp_path: Path, kind: str) -> None:
    stage_tree({"a.md": b"a", "b.md": b"b"}, tmp_path)
    for name in ("a.md", "b.md"):
        (tmp_path / name).unlink()
        make_odd(tmp_path / name, kind)
    assert read_stage(tmp_path) == {}
    assert stage_tree({"a.md": b"a"}, tmp_path).written == ("a.md",)
    assert read_stage(tmp_path) == {"a.md": b"a"}
    assert not (tmp_path / "a.md").is_symlink()
