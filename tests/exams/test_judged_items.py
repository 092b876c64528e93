"""Which items an analysis judges: void ones and those that few answered are told apart, never called good."""

import csv
import re
from pathlib import Path

import pytest
from sat import Answers, answers, keep, usual
from sessions import NAME, session

from coursewright.commands.main import run
from coursewright.exams.store import get

Captured = pytest.CaptureFixture[str]
MADE = Path("private/sessions", NAME, "analysis")


def analysed(root: Path, found: Answers | int) -> str:
    """The report."""
    kept = get(root, NAME)
    keep(kept, answers(kept.session, found) if isinstance(found, int) else found, root.parent / "scratch")
    assert run(["exam", "analyse", NAME, "--by", "Ann", "--course", str(root)]) == 0
    return (root / MADE / "report.html").read_text("utf-8")


def test_a_void_item_is_not_judged(tmp_path: Path, capsys: Captured) -> None:
    root = tmp_path / "course"
    session(root)

    def chance(item: str, ability: float, group: int) -> float:
        return usual(item, -3 * ability if item == "exam-top" else ability, group)

    found = answers(get(root, NAME).session, 60, chance)
    for row in found.responses:
        if row["item"] == "exam-top":
            row |= {"worth": 0, "points": 0.0}
    page = analysed(root, found)
    assert "suspect the key" not in page
    numbers = re.findall(r'class="words">([^<]+) \(void\)</th>', page)
    assert len(set(numbers)) == 1
    assert f">{numbers[0]} (void)</text>" in page
    assert "empty circles are void" in page
    assert f"Void, counted for nobody, and not judged: {numbers[0]}" in capsys.readouterr().out
    with (root / MADE / "items.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["item"] for row in csv.DictReader(stream) if row["void"]] == ["exam-top"]


def test_what_too_few_answered_is_not_taken_for_good(tmp_path: Path, capsys: Captured) -> None:
    """Each of two forms has fewer than twenty candidates, together they have more."""
    root = tmp_path / "course"
    session(root, "{count: 2, overlap: 0}", items=4)
    page = analysed(root, 27)
    said = capsys.readouterr().out
    told = "No item was judged, for fewer than 20 candidates answered each"
    assert page.count(told) == 2
    assert told in said
    assert page.count("how far results can be relied on cannot be said: only 1") == 2
    assert "relied on (" not in page
    assert "needs a look." not in page + said


def test_how_many_items_were_judged_is_said(tmp_path: Path, capsys: Captured) -> None:
    """Three that both forms ask have enough answers together, the others have not."""
    root = tmp_path / "course"
    session(root, "{count: 2, overlap: 2, anchors: [exam-top, exam-dark]}", items=4)
    able = answers(get(root, NAME).session, 27, lambda _item, ability, _group: float(ability > 0))
    page = analysed(root, able)
    said = capsys.readouterr().out
    for told in (
        "Judged: 3 of 5 items. 2 were not: fewer than 20 candidates answered them.",
        "Of the items that were judged, none needs a look.",
    ):
        assert page.count(told) == 2
        assert told in said
