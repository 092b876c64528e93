"""What keeps outputs as files tells every difference, and keeps nothing by itself."""

import re
from pathlib import Path

import pytest

import snapshots
from snapshots import assert_kept
from trees import contents, write_tree


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(snapshots, "FOLDER", tmp_path)
    monkeypatch.delenv("SNAPSHOTS", raising=False)
    monkeypatch.delenv("CI", raising=False)
    return write_tree(tmp_path, {"room/a.txt": "one\ntwo\n", "room/below/b.txt": "three\n"})


FINE = {"a.txt": "one\ntwo\n", "below/b.txt": "three\n"}


def test_what_is_as_it_is_kept_passes(folder: Path) -> None:
    assert_kept("room", FINE)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ({**FINE, "a.txt": "one\n2\n"}, "-two\n+2\n"),
        ({"a.txt": "one\ntwo\n"}, "-three\n"),
        ({**FINE, "c.txt": "four\n"}, "+four\n"),
        ({**FINE, "a.txt": "one\r\ntwo\n"}, "+one\r\n"),
    ],
)
def test_a_difference_fails_and_is_shown(folder: Path, made: dict[str, str], told: str) -> None:
    before = contents(folder)
    with pytest.raises(pytest.fail.Exception) as failure:
        assert_kept("room", made)
    assert told in str(failure.value)
    assert contents(folder) == before


def test_overwriting_keeps_exactly_what_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNAPSHOTS", "overwrite")
    assert_kept("room", {"c.txt": "four\r\n"})
    assert contents(folder) == {"room/c.txt": b"four\r\n"}


def test_nothing_is_overwritten_where_nobody_looks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(folder)
    monkeypatch.setenv("SNAPSHOTS", "overwrite")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(AssertionError, match="looked at"):
        assert_kept("room", {"c.txt": "four\n"})
    assert contents(folder) == before


def test_every_file_is_of_a_test() -> None:
    sources = [file for file in Path(__file__).parent.rglob("test_*.py") if file != Path(__file__)]
    named = {
        folder
        for file in sources
        for folder in re.findall(r'assert_kept\(\s*"([^"]+)"', file.read_text("utf-8"))
    }
    kept = [file.relative_to(snapshots.FOLDER) for file in snapshots.FOLDER.rglob("*") if file.is_file()]
    assert kept
    assert [path for path in kept if named.isdisjoint(parent.as_posix() for parent in path.parents)] == []
