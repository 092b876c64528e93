"""What was printed cannot be exchanged, however well the journal after the publication is written anew."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exam_course import LATER, announce, exam, exam_course, folder, make
from forged import forged, forged_entry
from importing import table

from coursewright.exams.check_digit import with_check_digit
from coursewright.exams.session import as_json

Captured = pytest.CaptureFixture[str]
PEOPLE = (("张三", "001", "一", "1"), ("李四", "002", "一", "2"), ("王五", "003", "二", "1"))
PAPERS = [
    f"papers/spring-{form}{ending}"
    for form in "AB"
    for ending in (".pdf", "-large.pdf", ".docx", "-keys.pdf")
]
LISTS = [f"sheets/{name}-0{room}.pdf" for name in ("attendance", "envelope", "seat-plan") for room in (1, 2)]
SHEETS = ["sheets/answer-sheets.pdf", "sheets/assignment.json", "sheets/layout.json", *LISTS]


def roster(root: Path, *people: tuple[str, ...], spare: int = 2) -> None:
    file = root.parent / "roster.csv"
    file.write_bytes(table(("姓名", "考号", "考场", "座位"), *people))
    asked = ("sheets", "spring", "--roster", str(file), "--spare", str(spare), "--by", "Ann")
    assert exam(root, *asked) == 0


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Announced, then printed: nothing outside the folder binds what was printed."""
    root = exam_course(tmp_path_factory.mktemp("forging") / "course")
    make(root)
    assert announce(root, "--begins", "09:00", "--place", "The shed") == 0
    assert exam(root, "print", "spring", "--large", "--docx", "--by", "Ann") == 0
    roster(root, *PEOPLE)
    return root


@pytest.fixture
def root(printed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(printed, tmp_path / "course"))


def told(root: Path, capsys: Captured) -> list[str]:
    """What verify says against a session, line by line."""
    capsys.readouterr()
    code = exam(root, "verify", "spring")
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("✗")]
    assert code == (1 if lines else 0)
    return lines


def test_every_file_of_the_session_is_tried(root: Path, capsys: Captured) -> None:
    files = {
        path.relative_to(folder(root)).as_posix() for path in folder(root).rglob("*/*") if path.is_file()
    }
    assert files == {*PAPERS, *SHEETS}
    assert told(root, capsys) == []


@pytest.mark.parametrize("file", [*PAPERS, *SHEETS])
def test_a_file_that_was_exchanged_is_named(file: str, root: Path, capsys: Captured) -> None:
    path = folder(root) / file
    path.write_bytes(path.read_bytes() + b"\n")
    forged(root)

    (said,) = told(root, capsys)
    assert said.startswith(f"✗ {file} ")


@pytest.mark.parametrize("file", [*PAPERS, *SHEETS])
def test_a_file_that_was_removed_from_folder_and_journal_is_named(
    file: str, root: Path, capsys: Captured
) -> None:
    (folder(root) / file).unlink()
    forged(root)

    (said,) = told(root, capsys)
    assert said == f"✗ {file} is missing: it is printed with the others"


def form_of_none(data: dict[str, Any]) -> None:
    data["candidates"][0]["form"] = "Q"


def form_of_another(data: dict[str, Any]) -> None:
    one, other = data["candidates"][:2]
    one["form"], other["form"] = other["form"], one["form"]


def other_serials(data: dict[str, Any]) -> None:
    one, other = data["candidates"][:2]
    one["serial"], other["serial"] = other["serial"], one["serial"]


def wrong_check_digit(data: dict[str, Any]) -> None:
    data["candidates"][0]["marks"] = "0010"


def marks_of_another(data: dict[str, Any]) -> None:
    data["candidates"][0]["marks"] = with_check_digit("002")


def other_tag(data: dict[str, Any]) -> None:
    data["tag"] = "0" * 12


def more(data: dict[str, Any]) -> None:
    data["candidates"][0]["note"] = "x"


def fewer(data: dict[str, Any]) -> None:
    del data["candidates"][0]["extra"]


def nobody(data: dict[str, Any]) -> None:
    data["candidates"] = []


def spare_of_none(data: dict[str, Any]) -> None:
    data["spare"][0]["form"] = "Q"


def spare_out_of_order(data: dict[str, Any]) -> None:
    data["spare"].reverse()


def another_session(data: dict[str, Any]) -> None:
    data["session"] = "summer"


CHANGES = (
    form_of_none, form_of_another, other_serials, wrong_check_digit, marks_of_another, other_tag, more, fewer,
    nobody, spare_of_none, spare_out_of_order, another_session,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_an_assignment_that_does_not_follow_is_named_alone(
    change: Callable[[dict[str, Any]], None], root: Path, capsys: Captured
) -> None:
    path = folder(root) / "sheets/assignment.json"
    data = json.loads(path.read_bytes())
    change(data)
    path.write_bytes(as_json(data))
    forged(root)

    (said,) = told(root, capsys)
    assert said.startswith("✗ sheets/assignment.json ")


def test_a_name_in_the_assignment_is_that_on_the_sheets(root: Path, capsys: Captured) -> None:
    path = folder(root) / "sheets/assignment.json"
    path.write_bytes(path.read_bytes().replace("张三".encode(), "赵六".encode()))
    forged(root)

    said = " ".join(told(root, capsys))
    for name in ("answer-sheets.pdf", "assignment.json", "attendance-01.pdf", "seat-plan-01.pdf"):
        assert f"sheets/{name} is not what is printed of this session" in said


def test_the_journal_has_the_tag_of_the_sheets(root: Path, capsys: Captured) -> None:
    forged_entry(
        root, lambda entry: {**entry.about, "tag": "0" * 12} if "tag" in entry.about else entry.about
    )

    assert told(root, capsys) == ["✗ sheets/assignment.json has another tag than its entry in the journal"]


@pytest.mark.parametrize("file", ["proof.pdf", "papers/more/spring-A.pdf", "papers2/spring-A.pdf"])
def test_a_printing_has_files_of_printings_only(file: str, root: Path, capsys: Captured) -> None:
    """A later entry cannot say of another file what it is."""
    (folder(root) / file).parent.mkdir(exist_ok=True)
    (folder(root) / file).write_bytes(b"%PDF")
    forged_entry(root, lambda entry: {**entry.about, "files": {**entry.about["files"], file: ""}})

    assert any(f"has a file that no command prints: {file}" in line for line in told(root, capsys))


def test_earlier_printings_are_printed_again_too(root: Path, capsys: Captured) -> None:
    """Each with what was announced by then; the order of equal seats is that of the roster."""
    roster(root, ("甲", "b", "", ""), ("乙", "a", "", ""), ("丙", "c", "", ""), spare=0)
    assert announce(root, "--place", "The barn", date=LATER) == 0
    roster(root, ("甲", "b", "", ""), ("乙", "a", "", ""), ("丙", "c", "", ""), spare=0)
    roster(root, ("甲", "b", "2", ""), ("乙", "a", "1", ""), ("丙", "c", "2", ""))
    assert [path.name for path in sorted(folder(root).glob("sheets*"))] == [
        "sheets", "sheets-1", "sheets-2", "sheets-3",
    ]  # fmt: skip
    assert told(root, capsys) == []

    label = folder(root) / "sheets-2/envelope-01.pdf"
    content = label.read_bytes()
    label.write_bytes((folder(root) / "sheets-1/envelope-01.pdf").read_bytes())
    assert told(root, capsys) == [
        "✗ sheets/envelope-01.pdf, as entry 5 of the journal has it, is gone",
        "✗ sheets-2/ has files of several printings",
    ]
    label.write_bytes(content)
    (folder(root) / "sheets-1/layout.json").unlink()
    (folder(root) / "sheets-3/assignment.json").unlink()
    assert told(root, capsys) == [
        "✗ sheets-1/layout.json is missing: it is printed with the others",
        "✗ sheets-3/assignment.json is missing: it is printed with the others",
    ]
