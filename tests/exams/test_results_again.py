"""`exam verify` of results: graded again from what is kept, and from the files that came."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
from answered import WRITTEN, Captured, code_in, exam, graded, kept, keyed, made, results, row
from exam_course import entries, folder, write
from published import exam as published_exam
from sessions import NAME

from coursewright.commands.main import run
from coursewright.commands.results_again import results_checked
from coursewright.exams import journal
from coursewright.exams.binding import Binding
from coursewright.exams.grading.results import CANDIDATES, RESPONSES


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    """Three of four candidates, of whom one was graded wrong once and ruled about."""
    course = made(tmp_path)
    rows = [row(course, "001", "A"), row(course, "002", "B", wrong=["exam-top"]), row(course, "003", "A")]
    graded(course, capsys, keyed(course, *rows))
    return course


def verified(root: Path, capsys: Captured, *options: str) -> tuple[int, str]:
    capsys.readouterr()
    code = exam_verify(root, *options)
    return code, "".join(capsys.readouterr())


def exam_verify(root: Path, *options: str) -> int:

    return run(["exam", "verify", NAME, *options, "--course", str(root)])


def agreed(root: Path) -> None:
    """Write the journal so that it agrees with whatever lies in the folder, as whoever knows how can."""
    found: list[journal.Entry] = []
    for entry in entries(root):
        files = {
            name: sha256((folder(root) / name).read_bytes()).hexdigest()
            if name.startswith("results/") and (folder(root) / name).is_file()
            else digest
            for name, digest in entry.about.get("files", {}).items()
        }
        about = {**entry.about, **({"files": files} if files else {})}
        before = found[-1].hash if found else journal.FIRST
        found.append(replace(entry, about=about, before=before).hashed())
    write(root, found)


def edited(root: Path, name: str, change: str) -> None:
    """A table of results after an UPDATE."""
    file = results(root) / name
    with duckdb.connect() as database:
        database.execute(f"CREATE TABLE found AS FROM read_parquet('{file}')")
        database.execute(f"UPDATE found SET {change}")
        database.execute(f"COPY found TO '{file}' (FORMAT parquet)")


def test_results_that_follow_are_said_to_and_what_was_not_read_as_well(root: Path, capsys: Captured) -> None:
    code, said = verified(root, capsys)
    assert code == 0
    assert "Results: 3 candidates were graded again, from the answers that are kept" in said
    assert "not read again; name them with --answers" in said


def test_rulings_and_judgments_are_graded_by(root: Path, capsys: Captured) -> None:
    given = ("regrade", NAME, "--void", "exam-top", "--reason", "It was taught otherwise.")
    assert exam(root, *given) == 1
    assert exam(root, *given, "--accept", code_in("".join(capsys.readouterr()))) == 0
    assert verified(root, capsys)[0] == 0
    code, said = verified(root, capsys, "--answers", str(root.parent / "answers.csv"))
    assert code == 0, said
    assert "3 candidates were graded again, from the files that answers came in" in said


def no_table(root: Path) -> None:
    (results(root) / CANDIDATES).write_bytes(b"PAR1")


def csv_line(root: Path) -> None:
    file = results(root) / "results.csv"
    file.write_bytes(file.read_bytes().replace(b"69.23", b"99.23"))


def workbook(root: Path) -> None:
    from openpyxl import load_workbook

    file = results(root) / "results.xlsx"
    book = load_workbook(file)
    book.worksheets[0]["C2"] = "Somebody"
    book.save(file)


def report(root: Path) -> None:
    (results(root) / "report.html").write_text("<p>All passed.", "utf-8")


def outcome(root: Path) -> None:
    file = results(root) / "results.json"
    file.write_bytes(file.read_bytes().replace(b'"cut": 60', b'"cut": 50'))


SPOILT: list[tuple[Callable[[Path], None], str]] = [
    (lambda root: edited(root, CANDIDATES, "percent = 99 WHERE candidate = '002'"), "follows for: 002"),
    (lambda root: edited(root, CANDIDATES, "passed = NOT passed"), "follows for: 001, 002, 003"),
    (lambda root: edited(root, RESPONSES, "points = worth, score = 1 WHERE candidate = '002'"), "for: 002"),
    (lambda root: edited(root, RESPONSES, f"response = '{{\"text\": \"x\", \"met\": [\"vxsn\"]}}' WHERE "
                         f"item = '{WRITTEN}' AND candidate = '003'"), "for: 003"),
    (no_table, "the answers in results cannot be graded again"),
    (csv_line, "results/results.csv is not what follows"),
    (workbook, "results/results.xlsx is not what follows"),
    (report, "results/report.html is not what follows"),
    (outcome, "results.json: cut is not what"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "told"), SPOILT)
def test_results_that_do_not_follow_are_told_though_the_journal_agrees(
    root: Path, capsys: Captured, spoil: Callable[[Path], None], told: str
) -> None:
    spoil(root)
    assert "is not what was made" in verified(root, capsys)[1]
    agreed(root)
    code, said = verified(root, capsys)
    assert (code, told in said.replace("\n", " ")) == (1, True), said


def test_other_answers_than_those_that_came_are_told_once_those_are_read(
    root: Path, capsys: Captured
) -> None:
    """Somebody put right answers into the tables, graded by them and wrote the journal to agree."""
    right = "(SELECT o.response FROM found o WHERE o.item = found.item AND o.candidate = '001')"
    edited(root, RESPONSES, f"response = {right} WHERE candidate = '002' AND item = 'exam-top'")
    agreed(root)
    given = ("regrade", NAME, "--withdraw", "exam-dark", "--reason", "Nothing.")
    assert exam(root, *given) == 1
    assert exam(root, *given, "--accept", code_in("".join(capsys.readouterr()))) == 0
    code, said = verified(root, capsys)
    assert (code, "name them with --answers" in said) == (0, True), said
    code, said = verified(root, capsys, "--answers", str(root.parent / "answers.csv"))
    assert (code, "read again, results: by answers and keys another result follows for: 002" in said) == (
        1,
        True,
    )


def test_files_that_are_not_those_that_were_graded_are_told(root: Path, capsys: Captured) -> None:
    other = keyed(root, row(root, "001", "A"), name="other.csv")
    code, said = verified(root, capsys, "--answers", str(other))
    assert code == 1
    assert "answers.csv was graded, and is not among the files" in said.replace("\n", " ")
    assert "other.csv was never graded as it is" in said.replace("\n", " ")


def test_sealed_responses_and_what_was_said_of_spares_are_read_again(
    tmp_path: Path, capsys: Captured
) -> None:
    published = published_exam(tmp_path / "course")
    root = tmp_path / "course"
    (tmp_path / "drop").mkdir()
    for number in ("1001", "spare-01"):
        (tmp_path / "drop" / f"{number}.cwr").write_text(published.sealed(number), "utf-8")
    given = ("grade", NAME, str(tmp_path / "drop"), "--candidate", "spare-01=1003")
    capsys.readouterr()
    assert exam(root, *given) == 1
    assert exam(root, *given, "--accept", code_in("".join(capsys.readouterr()))) == 0
    assert kept(root).entries[-1].about["counted"] == 2
    (tmp_path / "drop").rename(tmp_path / "moved")
    checked = results_checked(kept(root), Binding(()), [tmp_path / "moved"])
    assert checked.wrong == []
    assert "2 candidates were graded again, from the files" in checked.notes[-1]
    (tmp_path / "moved/1001.cwr").write_text(published.sealed("1001"), "utf-8")
    assert len(results_checked(kept(root), Binding(()), [tmp_path / "moved"]).wrong) == 3


def test_where_nothing_was_graded_nothing_is_said_of_results(tmp_path: Path, capsys: Captured) -> None:
    root = made(tmp_path)
    code, said = verified(root, capsys)
    assert (code, "Results:" in said) == (0, False)
