"""What no notice holds is never said to be unchanged, whichever program somebody says has made it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from exam_course import announce, entries, exam, exam_course, folder, make, write
from forged import chained, forged, forged_entry
from importing import table

from coursewright import __version__
from coursewright.exams.journal import Entry
from coursewright.exams.shelf import PAPERS, SHEETS

Captured = pytest.CaptureFixture[str]
KEYS = "papers/spring-A-keys.pdf"
OTHERS: dict[str, Callable[[Entry], Entry]] = {
    "version": lambda entry: replace(entry, version="0.0.1"),
    "press": lambda entry: replace(entry, about={**entry.about, "press": "typst 0.1"}),
    "no press": lambda entry: replace(entry, about={**entry.about, "press": ""}),
    "deed": lambda entry: replace(entry, did="graded", version="0.0.1"),
    "folder": lambda entry: replace(entry, version="0.0.1", about={**entry.about, "what": "papers"}),
}
"""What a forger says of an entry that has another file, so that it need not be what is printed here."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = exam_course(tmp_path_factory.mktemp("binding") / "course")
    make(root)
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "course"))


def print_all(root: Path) -> None:
    assert exam(root, "print", "spring", "--by", "Ann") == 0
    file = root.parent / "roster.csv"
    file.write_bytes(table(("姓名", "考号"), ("张三", "001"), ("李四", "002")))
    assert exam(root, "sheets", "spring", "--roster", str(file), "--by", "Ann") == 0


def exchanged(root: Path, file: str = KEYS) -> None:
    path = folder(root) / file
    path.write_bytes(path.read_bytes() + b"\n")


def append(root: Path, change: Callable[[Entry], Entry]) -> None:
    """An entry of papers as they are now, as somebody says it was made."""
    old = next(entry for entry in entries(root) if f"{PAPERS}/spring-A.pdf" in entry.about.get("files", {}))
    write(root, chained([*entries(root), change(replace(old, at=entries(root)[-1].at))]))
    forged(root)


def verify(root: Path, capsys: Captured, *options: str) -> tuple[int, str, list[str]]:
    """The exit code, what is said, and what is said against the session."""
    capsys.readouterr()
    code = exam(root, "verify", "spring", *options)
    said = capsys.readouterr()
    assert ("othing was changed" in said.out) <= (code == 0)
    return code, said.out, [line for line in said.err.splitlines() if line[:1] in "✗?"]


@pytest.mark.parametrize("name", OTHERS)
def test_a_key_that_was_bound_is_no_other_whoever_is_said_to_have_printed_it(
    name: str, root: Path, capsys: Captured
) -> None:
    print_all(root)
    assert announce(root) == 0
    (folder(root) / "papers-1").mkdir()
    shutil.copy(folder(root) / KEYS, folder(root) / "papers-1")
    exchanged(root)
    append(root, OTHERS[name])

    code, _said, against = verify(root, capsys)
    assert code == 1
    assert f"✗ {KEYS} is not what is printed of this session" in against


@pytest.mark.parametrize("name", OTHERS)
def test_a_key_that_nothing_binds_is_not_said_to_be_unchanged(
    name: str, root: Path, capsys: Captured
) -> None:
    assert announce(root) == 0
    print_all(root)
    exchanged(root)
    append(root, OTHERS[name])

    code, said, against = verify(root, capsys)
    assert code == 1
    assert any(line.startswith("?") and KEYS in line for line in against)
    assert "othing was changed" not in said


@pytest.mark.parametrize("is_announced", [True, False])
@pytest.mark.parametrize("what", [PAPERS, SHEETS])
def test_what_another_program_printed_is_told_not_to_be_checked(
    what: str, is_announced: bool, root: Path, capsys: Captured
) -> None:
    """With the journal's digest of then it is what it was."""
    if is_announced:
        assert announce(root) == 0
    print_all(root)
    file = KEYS if what == PAPERS else "sheets/seat-plan-01.pdf"
    exchanged(root, file)
    forged(root)
    forged_entry(root, lambda entry: {**entry.about, "press": "typst 0.1"})

    code, _said, against = verify(root, capsys)
    assert code == 1
    (line,) = against
    assert line.startswith(f"? {file}: could not be checked")
    assert f"They say coursewright {__version__} (typst 0.1); here is" in line
    code, said, against = verify(root, capsys, "--journal", entries(root)[-1].hash)
    assert (code, against) == (0, [])
    (line,) = (line for line in said.splitlines() if line.startswith("what they were when"))
    assert line.endswith(f": {file}")


def test_a_bound_printing_may_be_of_an_earlier_version(root: Path, capsys: Captured) -> None:
    print_all(root)
    exchanged(root)
    forged_entry(root, lambda entry: {**entry.about, "press": "typst 0.1"})
    assert announce(root) == 0

    code, said, against = verify(root, capsys)
    assert (code, against) == (0, [])
    assert "with coursewright" in said
    assert "the last that there is, nothing was changed" in said


def test_what_was_printed_before_is_not_thrown_away(root: Path, capsys: Captured) -> None:
    print_all(root)
    assert announce(root) == 0
    (folder(root) / KEYS).unlink()
    append(root, lambda entry: replace(entry, version="0.0.1", about={**entry.about, "what": PAPERS}))

    code, _said, against = verify(root, capsys)
    assert code == 1
    assert f"✗ {KEYS} is missing: it is printed with the others" in against


def test_what_a_later_printing_replaced_is_kept_beside_it(root: Path, capsys: Captured) -> None:
    print_all(root)
    assert announce(root) == 0
    file = root.parent / "other.csv"
    file.write_bytes(table(("姓名", "考号"), ("王五", "003")))
    assert exam(root, "sheets", "spring", "--roster", str(file), "--by", "Ann") == 0
    assert verify(root, capsys)[0] == 0
    shutil.rmtree(folder(root) / "sheets-1")

    code, _said, against = verify(root, capsys)
    assert code == 1
    assert "✗ sheets/assignment.json, as entry 3 of the journal has it, is gone" in against


def test_another_solver_excuses_nothing_that_is_not_bound(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coursewright.commands.exam_verify.solver", lambda: "HiGHS 0.0")

    code, _said, against = verify(root, capsys)
    assert code == 1
    assert against[0].startswith("? the forms were not drawn again: they were made with HiGHS")
    assert announce(root) == 0
    code, said, against = verify(root, capsys)
    assert (code, against) == (0, [])
    assert "the forms were not drawn again" in said


def test_what_was_announced_is_not_guessed(root: Path, capsys: Captured) -> None:
    """Earlier versions did not say it in the journal; then the labels cannot be checked."""
    assert announce(root, "--begins", "09:00", "--place", "The shed") == 0
    print_all(root)
    made, published, *rest = entries(root)
    about = {name: said for name, said in published.about.items() if name not in {"begins", "place"}}
    older = replace(published, about=about).hashed()
    notice = root / "quizzes/notices/spring.yml"
    notice.write_text(notice.read_text("utf-8").replace(published.hash, older.hash), "utf-8")
    write(root, [made, older, *rest])
    forged(root)

    code, _said, against = verify(root, capsys)
    assert code == 1
    assert against == [
        "? sheets/envelope-01.pdf: could not be checked, for the journal does not say what was announced then"
    ]


def test_a_folder_that_no_command_makes_is_told(root: Path, capsys: Captured) -> None:
    """It would take what is in it out of what should be there."""
    print_all(root)
    forged_entry(root, lambda entry: {**entry.about, "what": "media"})

    _code, _said, against = verify(root, capsys)
    assert "✗ the journal: entry 2 has a folder that no command makes: media" in against


def test_how_far_the_journal_is_bound_is_said(root: Path, capsys: Captured) -> None:
    code, said, _against = verify(root, capsys)
    assert code == 0
    assert "Nothing binds this session yet" in said
    assert announce(root) == 0
    said = verify(root, capsys)[1]
    assert f"binds the journal up to entry 2 (published, {entries(root)[1].at[:10]})" in said
    assert "Whether entries behind that one were cut off does not show" in said
    print_all(root)
    said = verify(root, capsys)[1]
    assert "up to entry 2 " in said
    assert "2 later entries are not bound" in said
    assert "Up to entry 2 nothing was changed." in said
    assert "Nothing was changed" not in said
    assert "announce the session again" in said
    assert announce(root) == 0
    assert "up to entry 5 " in verify(root, capsys)[1]
    write(root, entries(root)[:3])
    code, _said, against = verify(root, capsys)
    assert code == 1
    assert any("has no entry that was published with this digest" in line for line in against)


def test_what_is_not_made_again_is_said_to_be_held_by_nothing(root: Path, capsys: Captured) -> None:
    """Codes and sealed answers are of chance: whoever rewrites the journal can exchange them."""
    assert announce(root) == 0
    assert exam(root, "publish", "spring", "--spare", "1", "--by", "Ann") == 0
    code, said, against = verify(root, capsys)
    assert (code, against) == (0, [])
    assert "may be others: web/" in said
    assert "Up to entry 2 nothing was changed." in said

    said = verify(root, capsys, "--journal", entries(root)[-1].hash)[1]
    assert "may be others" not in said
    assert "Nothing was changed." in said


def test_a_file_more_is_not_excused_by_another_version(root: Path, capsys: Captured) -> None:
    print_all(root)
    assert announce(root) == 0
    more = "papers/spring-C-keys.pdf"
    shutil.copy(folder(root) / KEYS, folder(root) / more)
    append(
        root,
        lambda entry: replace(
            entry, version="0.0.1", about={**entry.about, "files": {**entry.about["files"], more: ""}}
        ),
    )

    code, _said, against = verify(root, capsys)
    assert code == 1
    assert [line[:1] for line in against] == ["?"]
    assert more in against[0]


def test_a_file_that_is_hidden_or_elsewhere_is_told(root: Path, capsys: Captured) -> None:
    print_all(root)
    keys = folder(root) / "keys.json"
    keys.rename(root / "keys.json")
    keys.symlink_to(root / "keys.json")
    (folder(root) / "papers/.spring-C.pdf").write_bytes(b"%PDF")
    code, _said, against = verify(root, capsys)
    assert code == 1
    told = "\n".join(against)
    assert "keys.json: no entry of the journal" in told
    assert "papers/.spring-C.pdf: no entry of the journal" in told


def test_what_was_made_anew_must_still_be_there(root: Path, capsys: Captured) -> None:
    """The record of what there was before is one too, whether or not the notice binds it."""
    assert announce(root) == 0
    print_all(root)
    other = root.parent / "other.csv"
    other.write_bytes(table(("姓名", "考号"), ("王五", "003")))
    assert exam(root, "sheets", "spring", "--roster", str(other), "--by", "Ann") == 0
    assert verify(root, capsys)[0] == 0
    shutil.rmtree(folder(root) / "sheets-1")
    code, _said, against = verify(root, capsys)
    assert code == 1
    assert "✗ sheets/answer-sheets.pdf, as entry 4 of the journal has it, is gone" in against
