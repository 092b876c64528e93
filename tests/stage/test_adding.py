"""Files put into a folder beside what is there: all, or none."""

from pathlib import Path

import pytest

from coursewright.stage import add_files
from trees import contents


def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    add_files({"a": b"1", "b": b"2"}, tmp_path / "new")

    assert contents(tmp_path) == {"new/a": b"1", "new/b": b"2"}
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_what_is_there_stays_and_what_has_the_name_is_replaced(tmp_path: Path) -> None:
    add_files({"a": b"1", "b": b"2"}, tmp_path / "new")
    add_files({"b": b"3", "c": b"4"}, tmp_path / "new")

    assert contents(tmp_path) == {"new/a": b"1", "new/b": b"3", "new/c": b"4"}


@pytest.mark.parametrize("there", [{}, {"a": b"0"}])
def test_one_that_cannot_be_written_keeps_all_others_out(tmp_path: Path, there: dict[str, bytes]) -> None:
    if there:
        add_files(there, tmp_path / "new")
    before = contents(tmp_path)

    with pytest.raises(OSError, match="no-folder"):
        add_files({"a": b"1", "no-folder/b": b"2"}, tmp_path / "new")
    assert contents(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == (["new"] if there else [])


def test_a_file_in_the_place_of_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"a file")

    with pytest.raises(NotADirectoryError):
        add_files({"a": b"1"}, tmp_path / "new")
    assert contents(tmp_path) == {"new": b"a file"}
