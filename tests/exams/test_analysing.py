"""`coursewright exam analyse`, from the results of a session to its report and back into the bank."""

import csv
import re
from pathlib import Path

import pytest
from sat import Answers, answers, keep, usual
from sessions import NAME, course, session

from coursewright.commands.main import run
from coursewright.exams.analysis.results import CANDIDATES, RESPONSES
from coursewright.exams.store import get
from trees import EXAM

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    session(tmp_path / "course")
    return tmp_path / "course"


def analyse(root: Path, *more: str, names: tuple[str, ...] = (NAME,)) -> int:
    return run(["exam", "analyse", *names, "--by", "Ann", *more, "--course", str(root)])


def graded(root: Path, found: Answers | int, name: str = NAME) -> None:
    kept = get(root, name)
    keep(
        kept,
        answers(kept.session, found) if isinstance(found, int) else found,
        root.parent / f"scratch-{name}",
    )


def made(root: Path, count: int) -> Answers:
    return answers(get(root, NAME).session, count)


def place(root: Path, name: str = NAME) -> Path:
    return root / "private/sessions" / name


def html(root: Path) -> str:
    return (place(root) / "analysis/report.html").read_text("utf-8")


def test_a_report_is_kept_and_on_record(root: Path, capsys: Captured) -> None:
    graded(root, 120)
    assert analyse(root) == 0
    assert "The report is in" in capsys.readouterr().out

    assert sorted(file.name for file in (place(root) / "analysis").iterdir()) == [
        "items.csv",
        "report.html",
        "report.pdf",
    ]
    assert get(root, NAME).entries[-1].did == "analysed"
    assert run(["exam", "verify", NAME, "--course", str(root)]) == 0
    assert "<script" not in html(root)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", html(root))


def test_the_same_results_give_the_same_report(root: Path) -> None:
    graded(root, 60)
    assert analyse(root) == 0
    before = {file.name: file.read_bytes() for file in (place(root) / "analysis").iterdir()}
    assert analyse(root) == 0

    assert {file.name: file.read_bytes() for file in (place(root) / "analysis").iterdir()} == before
    assert not (place(root) / "analysis-1").exists()


def test_the_table_has_what_was_counted(root: Path) -> None:
    found = made(root, 100)
    graded(root, found)
    assert analyse(root) == 0

    with (place(root) / "analysis/items.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [*csv.DictReader(stream)]
    for row in rows:
        own = [each["score"] for each in found.responses if each["item"] == row["item"]]
        assert int(row["n"]) == len(own) == 100
        assert float(row["facility"]) == pytest.approx(sum(own) / 100, abs=1e-6)
    assert {row["item"] for row in rows} == get(root, NAME).session.items.keys()


def test_a_wrong_key_heads_the_list(root: Path, capsys: Captured) -> None:
    def chance(item: str, ability: float, group: int) -> float:
        return usual(item, -3 * ability if item == "exam-top" else ability, group)

    graded(root, answers(get(root, NAME).session, 300, chance))
    assert analyse(root) == 0

    said = capsys.readouterr().out
    assert re.search(r"exam-top\n  Those who did well .* suspect the key first\.", said)
    first = html(root).partition("<h2>The forms</h2>")[0]
    assert first.index("What lies on top?") < first.index("suspect the key first")
    assert "“Rock” is not the key" in first


def test_fewer_than_twenty_are_refused(root: Path, capsys: Captured) -> None:
    graded(root, 19)
    assert analyse(root) == 1
    assert "CW1605" in capsys.readouterr().err
    assert not (place(root) / "analysis").exists()


def test_fewer_than_a_hundred_are_warned_of(root: Path, capsys: Captured) -> None:
    graded(root, 20)
    assert analyse(root) == 0
    assert "CW1606" in capsys.readouterr().err
    assert "Only 20 candidates" in html(root)


def test_a_hundred_are_enough(root: Path, capsys: Captured) -> None:
    graded(root, 100)
    assert analyse(root) == 0
    assert "CW16" not in capsys.readouterr().err


def test_without_results_there_is_nothing_to_analyse(root: Path, capsys: Captured) -> None:
    assert analyse(root) == 1
    assert "CW1601" in capsys.readouterr().err


def test_what_is_still_to_be_marked_stops_it(root: Path, capsys: Captured) -> None:
    found = made(root, 40)
    found.responses[3] |= {"score": None, "points": None}
    graded(root, found)

    assert analyse(root) == 1
    assert "CW1604" in capsys.readouterr().err


def test_results_that_somebody_changed_are_refused(root: Path, capsys: Captured) -> None:
    graded(root, 40)
    file = place(root) / "results" / RESPONSES
    file.write_bytes(file.read_bytes() + b"\0")

    assert analyse(root) == 1
    assert "CW1602" in capsys.readouterr().err


def spoiled() -> dict[str, tuple[str, object]]:
    return {
        "a score above 1": ("score", 1.5),
        "a foreign item": ("item", "exam-dark"),
        "a form that is none": ("form", "Z"),
        "a position twice": ("position", 2),
        "somebody unknown": ("candidate", "99999"),
        "a negative worth": ("worth", -1),
    }


@pytest.mark.parametrize("fault", spoiled())
def test_what_is_no_result_of_the_session_is_refused(root: Path, capsys: Captured, fault: str) -> None:
    found = made(root, 40)
    column, value = spoiled()[fault]
    found.responses[0] |= {column: value}
    graded(root, found)

    assert analyse(root) == 1
    assert "CW1603" in capsys.readouterr().err


def test_candidates_that_stand_twice_or_not_at_all_are_refused(root: Path, capsys: Captured) -> None:
    found = made(root, 40)
    graded(root, Answers(found.responses, [*found.candidates, found.candidates[0]]))
    assert analyse(root) == 1
    graded(root, Answers(found.responses[11:], found.candidates))
    assert analyse(root) == 1
    assert capsys.readouterr().err.count("CW1603") == 2


def test_damaged_files_are_told_and_never_a_traceback(root: Path, capsys: Captured) -> None:
    """Files with one byte changed, and cut ones, on record as they are."""
    whole = made(root, 30).files(root.parent / "whole")
    for at in range(40):
        files = dict(whole)
        name = (RESPONSES, CANDIDATES)[at % 2]
        place_of = at * 7919 % len(whole[name])
        changed = bytes((whole[name][place_of] ^ (1 << at % 8),))
        files[name] = (
            whole[name][:place_of]
            if at % 5 == 0
            else whole[name][:place_of] + changed + whole[name][place_of + 1 :]
        )
        keep_bytes(root, files)
        assert analyse(root) in (0, 1)
        said = capsys.readouterr()
        assert "Traceback" not in said.err


def keep_bytes(root: Path, files: dict[str, bytes]) -> None:
    from coursewright.exams.shelf import digests, shelve
    from coursewright.exams.store import add

    kept = get(root, NAME)
    shelve(kept.folder, "results", files)
    about = {"what": "results", "files": digests("results", files)}
    add(kept, {"at": kept.entries[-1].at, "by": "Ann", "did": "graded", "version": "1", "about": about})


def test_everyone_with_the_same_points(root: Path) -> None:
    graded(root, answers(get(root, NAME).session, 40, lambda *_: 1.0))
    assert analyse(root) == 0
    assert "all have the same points" in html(root)


def test_one_form_only(tmp_path: Path) -> None:
    root = tmp_path / "course"
    session(root, "{count: 1}")
    graded(root, 50)

    assert analyse(root) == 0
    assert "Tucker" not in html(root)


def test_a_form_that_next_to_nobody_sat(root: Path) -> None:
    found = made(root, 80)
    few = {each["candidate"] for each in found.candidates if each["form"] == "B"} - {"00001", "00003"}
    graded(
        root,
        Answers(
            [each for each in found.responses if each["candidate"] not in few],
            [each for each in found.candidates if each["candidate"] not in few],
        ),
    )

    assert analyse(root) == 0
    assert "Form B was sat by 2 candidates only" in html(root)


def test_groups_of_the_roster(root: Path) -> None:
    def chance(item: str, ability: float, group: int) -> float:
        return usual(item, ability - (2.5 * group if item == "exam-top" else 0), group)

    graded(root, answers(get(root, NAME).session, 800, chance))
    assert analyse(root, "--group", "department") == 0

    assert "Easier for “South” than for others" in html(root)
    assert "Groups that were compared" in html(root)


def test_groups_of_a_file(root: Path, capsys: Captured) -> None:
    graded(root, 240)
    file = root.parent / "staff.csv"
    file.write_text(
        "number,name,grade\n" + "".join(f"{at:05},N,{'AB'[at // 2 % 2]}\n" for at in range(230)), "utf-8"
    )

    assert analyse(root, "--group", f"{file}:grade") == 0
    assert "CW1610" in capsys.readouterr().err
    assert analyse(root, "--group", f"{file}:colour") == 1
    assert "number, name, grade" in capsys.readouterr().err
    assert analyse(root, "--group", "colour") == 1
    assert "CW1607" in capsys.readouterr().err
    assert analyse(root, "--group", f"{file}x:grade") == 2


def test_small_groups_are_not_compared(root: Path, capsys: Captured) -> None:
    graded(root, 60)
    assert analyse(root, "--group", "department") == 1
    assert "CW1608" in capsys.readouterr().err

    found = made(root, 260)
    for at, each in enumerate(found.candidates):
        each["department"] = "West" if at < 10 else each["department"]
    graded(root, found)
    assert analyse(root, "--group", "department") == 0
    said = capsys.readouterr().err
    assert "CW1609" in said
    assert "West" in said


def test_sessions_of_one_exam_together(root: Path, capsys: Captured) -> None:
    assert run(["exam", "make", "spade", "autumn", "--seed", "t", "--by", "Ann", "--course", str(root)]) == 0
    graded(root, 15)
    graded(root, 15, "autumn")

    assert analyse(root) == 1
    assert analyse(root, names=(NAME, "autumn")) == 0
    assert "autumn A" in html(root)
    assert get(root, "autumn").entries[-1].did == "analysed"


def test_sessions_of_different_exams_are_refused(root: Path, capsys: Captured) -> None:
    blueprint = (root / EXAM).read_text("utf-8")
    (root / EXAM).with_name("shovel.yml").write_text(blueprint, "utf-8")
    assert run(["exam", "make", "shovel", "autumn", "--seed", "t", "--by", "Ann", "--course", str(root)]) == 0

    assert analyse(root, names=(NAME, "autumn")) == 2
    assert "different exams" in capsys.readouterr().err


def test_a_chinese_report(tmp_path: Path) -> None:
    root = tmp_path / "course"
    course(root)
    text = (root / "content/course.yml").read_text("utf-8")
    (root / "content/course.yml").write_text(text.replace("language: en", "language: zh-CN"), "utf-8")
    assert run(["exam", "make", "spade", NAME, "--seed", "s", "--by", "Ann", "--course", str(root)]) == 0
    graded(root, 120)

    assert analyse(root) == 0
    assert "试题分析" in html(root)
