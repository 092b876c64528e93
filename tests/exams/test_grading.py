"""`exam grade`: what it lists, what it writes, and what follows from the same answers."""

import json
from itertools import permutations
from pathlib import Path

import pytest
from answered import (
    PEOPLE,
    WRITTEN,
    Captured,
    code_in,
    csv_of,
    exam,
    graded,
    head,
    kept,
    keyed,
    made,
    percents,
    results,
    right,
    row,
    rows,
)
from pdfparts import texts
from sessions import NAME, RESERVED

from coursewright.commands.main import run
from coursewright.exams.journal import broken
from coursewright.exchange.workbook import sheets
from trees import contents

FILES = [
    "candidates.parquet", "letters.pdf", "report.html", "report.pdf", "responses.parquet", "results.csv",
    "results.json", "results.xlsx",
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    course = made(tmp_path)
    capsys.readouterr()
    return course


def everyone(root: Path) -> list[list[str]]:
    """All right, one thing open, half of it open, and nothing."""
    many = ["exam-top", "exam-which", "exam-order", "exam-pairs", "exam-kinds", "exam-words"]
    own = [
        row(root, "001", "A"),
        row(root, "002", "B", wrong=["exam-top"]),
        row(root, "003", "A", wrong=many),
    ]
    return [*own, ["004", "B", *[""] * (len(head(root)) - 2)]]


def test_everything_that_is_kept_of_what_four_candidates_answered(root: Path, capsys: Captured) -> None:
    said = graded(root, capsys, keyed(root, *everyone(root)))
    assert "1 file, 4 sittings in them, 4 candidates count, 0 findings do not count" in said
    assert sorted(contents(results(root))) == FILES
    worth = "SELECT candidate, points, worth, percent, passed FROM candidates"
    assert rows(root, worth) == [
        ("001", 10.0, 13, 76.92, True),
        ("002", 9.0, 13, 69.23, True),
        ("003", 4.0, 13, 30.76, False),
        ("004", 0.0, 13, 0.0, False),
    ]
    one = "SELECT item, position, worth, points, score, is_answered FROM responses WHERE candidate = '002'"
    assert rows(root, f"{one} AND item IN ('exam-top', 'exam-dark') ORDER BY item") == [
        ("exam-dark", 3, 1, 1.0, 1.0, True),
        ("exam-top", 1, 1, 0.0, 0.0, False),
    ]
    entry = kept(root).entries[-1]
    assert (entry.did, entry.by, entry.about["counted"]) == ("graded", "Ann", 4)
    assert list(broken(kept(root).entries)) == []
    assert exam_verify(root) == 0


def exam_verify(root: Path) -> int:
    return run(["exam", "verify", NAME, "--course", str(root)])


def test_nothing_is_written_before_the_listing_was_seen(root: Path, capsys: Captured) -> None:
    file = keyed(root, row(root, "001", "A"), row(root, "099", "A"))
    given = ("grade", NAME, str(file), "--roster", str(root.parent / "roster.csv"))
    assert exam(root, *given) == 1
    said = capsys.readouterr()
    assert "CW1514" in said.out
    assert not results(root).exists()
    code = code_in(said.err)
    assert exam(root, *given, "--accept", "00000000") == 1
    assert "not the listing" in capsys.readouterr().err
    file.write_bytes(file.read_bytes().replace(b"001", b"002"))
    assert exam(root, *given, "--accept", code) == 1
    assert not results(root).exists()
    assert [entry.did for entry in kept(root).entries] == ["made"]


def told(said: str) -> dict[str, int]:
    """How often each code stands in a listing."""
    codes = [word for word in said.split() if word.startswith("CW15")]
    return {code: codes.count(code) for code in sorted({*codes})}


def test_whatever_does_not_fit_is_listed_at_its_place_and_never_dropped(root: Path, capsys: Captured) -> None:
    long = ["2026-11-28T09:00:00", "2026-11-28T10:00:00"]
    heading = [*head(root), "name", "session", "began", "ended", "extra"]
    first = keyed(
        root,
        [*row(root, "1", "A"), "Ann", "", *long, "x"],
        ["002", "Z", *right(root, "A"), "", "", "", "", ""],
        [*row(root, "003", "A"), "Mallory", "", "", "", ""],
        [*row(root, "099", "A"), "", "", "", "", ""],
        [*row(root, "", "A"), "", "", "", "", ""],
        [*row(root, "004", "A"), "", "autumn", "", "", ""],
        heading=heading,
    )
    same = keyed(root, row(root, "003", "A"), name="second.csv")
    other = keyed(root, row(root, "001", "A", wrong=["exam-top"]), name="third.csv")
    odd = root.parent / "odd.bin"
    odd.write_bytes(b"\0\1\2")
    said = graded(root, capsys, first, same, other, odd)
    assert told(said) == {
        "CW1501": 1, "CW1504": 1, "CW1506": 1, "CW1507": 1, "CW1508": 1, "CW1513": 1, "CW1514": 1,
        "CW1515": 1, "CW1518": 1, "CW1519": 2, "CW1521": 3,
    }  # fmt: skip
    assert percents(root).keys() == {"003"}
    found = json.loads((results(root) / "results.json").read_bytes())
    assert {each["code"]: each["line"] for each in found["findings"]}["CW1508"] == 3
    assert [each["number"] for each in found["undecided"]] == ["001", "002", "004"]


def test_a_sitting_that_was_too_long_is_told_and_counts(root: Path, capsys: Captured) -> None:
    times = (("2026-11-28T09:00", "2026-11-28T09:31"), ("2026-11-28T09:00", "2026-11-28T09:32"))
    heading = [*head(root), "began", "ended"]
    people = [row(root, "001", "A"), row(root, "002", "A")]
    said = graded(
        root, capsys, keyed(root, *([*a, *b] for a, b in zip(people, times, strict=True)), heading=heading)
    )
    assert told(said) == {"CW1517": 1, "CW1522": 2}
    found = json.loads((results(root) / "results.json").read_bytes())["findings"]
    assert [each["values"]["number"] for each in found if each["code"] == "CW1517"] == ["002"]
    assert [*percents(root)] == ["001", "002"]


def test_who_did_not_come_is_absent_everywhere(root: Path, capsys: Captured) -> None:
    graded(root, capsys, keyed(root, row(root, "001", "A")))
    last = (results(root) / "results.csv").read_text("utf-8-sig").splitlines()[-1]
    assert last.startswith(",004,Di,North,,,,,,absent")
    assert "absent" in (results(root) / "report.html").read_text("utf-8")


def test_the_order_of_files_and_rows_is_irrelevant_and_so_is_a_second_time(
    root: Path, capsys: Captured
) -> None:
    own = everyone(root)
    files = [keyed(root, each, name=f"{at}.csv") for at, each in enumerate(own)]
    found = []
    for order in [*permutations(files)][:3]:
        graded(root, capsys, *order)
        found.append(contents(results(root)))
    graded(root, capsys, *files)
    assert found[0] == found[1] == found[2] == contents(results(root))


def test_points_from_paper_are_those_of_written_answers(root: Path, capsys: Captured) -> None:
    heading = [*head(root), "9 points"]
    rows_ = ([*row(root, "001", "A"), "2"], [*row(root, "002", "B"), "4"], [*row(root, "003", "A"), ""])
    said = graded(root, capsys, keyed(root, *rows_, heading=heading))
    assert told(said) == {"CW1510": 1, "CW1522": 1}
    assert percents(root) == {"001": 92.3, "002": 76.92, "003": 76.92}


def test_an_answer_that_says_nothing_is_told_at_its_cell(root: Path, capsys: Captured) -> None:
    own = row(root, "001", "A")
    own[2] = "Z"
    said = graded(root, capsys, keyed(root, [*own, "B"], heading=[*head(root), "99"]))
    assert told(said) == {"CW1509": 1, "CW1511": 1, "CW1522": 3}
    found = json.loads((results(root) / "results.json").read_bytes())["findings"]
    assert [(each["line"], each["column"]) for each in found if each["file"]] == [(2, 3), (2, 14)]
    assert percents(root) == {"001": 69.23}


def test_a_text_that_nobody_judged_leaves_the_result_open(root: Path, capsys: Captured) -> None:
    graded(root, capsys, keyed(root, row(root, "001", "A", written="Roots."), row(root, "002", "A")))
    assert rows(root, "SELECT candidate, passed FROM candidates") == [("001", None), ("002", True)]
    assert "letters.pdf" not in contents(results(root))
    assert rows(root, f"SELECT score FROM responses WHERE item = '{WRITTEN}'") == [(None,), (0.0,)]


HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "#let x = 1",
    "{{ 7*7 }}",
    "'; DROP TABLE said; --",
)


def test_hostile_text_is_text_wherever_it_lands(root: Path, capsys: Captured) -> None:
    people = [
        ("name", "number", "department"),
        *((text, f"{at:03}", text) for at, text in enumerate(HOSTILE)),
    ]
    (root.parent / "roster.csv").write_bytes(csv_of(people))
    own = [row(root, f"{at:03}", "A") for at, _text in enumerate(HOSTILE)]
    words = right(root, "A").index("humus; clay") + 2
    for each, text in zip(own, HOSTILE, strict=True):
        each[words] = text
    graded(root, capsys, keyed(root, *own))
    book = sheets((results(root) / "results.xlsx").read_bytes())[0]
    assert [line[1].text for line in book.rows[1:]] == [f"{at:03}" for at in range(len(HOSTILE))]
    assert all(cell.fault is None for line in book.rows for cell in line)
    assert {line[2].text for line in book.rows[1:]} == {*HOSTILE}
    listed = (results(root) / "results.csv").read_text("utf-8-sig")
    assert not any(line.split(",")[2].lstrip('"').startswith(("=", "@")) for line in listed.splitlines())
    report = (results(root) / "report.html").read_text("utf-8")
    assert "<script>alert" not in report
    said = "".join(texts((results(root) / "letters.pdf").read_bytes()))
    assert "#letx=1" in said


def test_a_letter_has_neither_question_nor_key_nor_anybody_else(root: Path, capsys: Captured) -> None:
    graded(root, capsys, keyed(root, *everyone(root)))
    pages = texts((results(root) / "letters.pdf").read_bytes())
    assert len(pages) == len(PEOPLE)
    for page, (name, number, _unit) in zip(pages, PEOPLE, strict=True):
        assert number in page
        assert [other for other, *_ in PEOPLE if f"Name{other}" in page] == [name]
    bank = (root / RESERVED).read_text("utf-8")
    for stem in (line.partition("stem: ")[2].strip("'\" ") for line in bank.splitlines() if "stem: " in line):
        assert stem
        assert "".join(stem.split()) not in "".join(pages)
    assert "humus" not in "".join(pages)
