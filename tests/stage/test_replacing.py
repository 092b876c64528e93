"""A folder takes another's place: at once, or so that the next one can mend it."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from coursewright.stage import alone_beside, replace_folder, replacing, restore_folder
from coursewright.stage.exchange import exchanged
from trees import contents, write_tree


@pytest.fixture(params=[True, False], ids=["at once", "step by step"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """On a system that exchanges folders, and on one that cannot."""
    if not request.param:
        monkeypatch.setattr(replacing, "exchanged", lambda _one, _other: False)
    return bool(request.param)


@pytest.mark.usefixtures("either_way")
def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    write_tree(tmp_path, {"new/a": "1", "old/b": "2"})
    replace_folder(tmp_path / "new", tmp_path / "old")
    assert contents(tmp_path) == {"old/a": b"1"}


@pytest.mark.usefixtures("either_way")
def test_a_folder_is_put_where_none_was(tmp_path: Path) -> None:
    write_tree(tmp_path, {"new/a": "1"})
    replace_folder(tmp_path / "new", tmp_path / "old")
    assert contents(tmp_path) == {"old/a": b"1"}


@pytest.mark.usefixtures("either_way")
def test_the_old_folder_comes_back_when_the_new_one_cannot_be_put_there(tmp_path: Path) -> None:
    write_tree(tmp_path, {"old/b": "2"})
    with pytest.raises(FileNotFoundError):
        replace_folder(tmp_path / "missing", tmp_path / "old")
    assert contents(tmp_path) == {"old/b": b"2"}


@pytest.mark.skipif(os.name == "nt", reason="Windows exchanges no folders")
def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    write_tree(tmp_path, {"one/a": "1", "other/b": "2"})
    if not exchanged(tmp_path / "one", tmp_path / "other"):
        pytest.skip("not on this disk")
    assert contents(tmp_path) == {"one/b": b"2", "other/a": b"1"}
    assert not exchanged(tmp_path / "one", tmp_path / "missing")


def test_what_was_killed_between_two_steps_is_mended(tmp_path: Path) -> None:
    write_tree(tmp_path, {".old.old/b": "2", "new/a": "1"})
    restore_folder(tmp_path / "old")
    assert contents(tmp_path) == {"old/b": b"2", "new/a": b"1"}


def test_a_folder_that_is_there_is_not_overwritten_by_an_older_one(tmp_path: Path) -> None:
    write_tree(tmp_path, {".old.old/b": "2", "old/a": "1"})
    restore_folder(tmp_path / "old")
    assert contents(tmp_path) == {"old/a": b"1", ".old.old/b": b"2"}


@pytest.mark.usefixtures("either_way")
def test_what_a_kill_left_beside_the_folder_is_cleared(tmp_path: Path) -> None:
    write_tree(
        tmp_path, {"new/a": "1", "old/b": "2", ".old.old/c": "3", ".old.new-x1/d": "4", ".older.old/e": "5"}
    )
    replace_folder(tmp_path / "new", tmp_path / "old")
    assert contents(tmp_path) == {"old/a": b"1", ".older.old/e": b"5"}


def another_disk(patch: pytest.MonkeyPatch, *, fails: bool = False) -> None:
    """Renaming between the folder `far` and others fails, as between disks; copying, too, if it `fails`."""
    real = os.replace

    def guarded(source: Path, target: Path) -> None:
        if ("far" in Path(source).parts) != ("far" in Path(target).parts):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        real(source, target)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    patch.setattr(os, "replace", guarded)
    patch.setattr(replacing, "exchanged", lambda _one, _other: False)
    if fails:
        patch.setattr(shutil, "copytree", full)


def test_a_folder_from_another_disk_is_put_there_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path, {"far/new/a/b": "1", "old/b": "2"})
    another_disk(monkeypatch)
    replace_folder(tmp_path / "far/new", tmp_path / "old")
    assert contents(tmp_path) == {"old/a/b": b"1"}


def test_a_disk_that_is_full_keeps_the_old_folder_and_no_half_of_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path, {"far/new/a/b": "1", "old/b": "2"})
    another_disk(monkeypatch, fails=True)
    with pytest.raises(OSError, match="No space"):
        replace_folder(tmp_path / "far/new", tmp_path / "old")
    assert contents(tmp_path) == {"old/b": b"2", "far/new/a/b": b"1"}


def test_looking_makes_nothing(tmp_path: Path) -> None:
    with alone_beside(tmp_path / "missing/deep/old"):
        restore_folder(tmp_path / "missing/deep/old")
    assert list(tmp_path.iterdir()) == []
