"""Spare answer sheets: whose they are, by the number that is marked on them, and of which form."""

from pathlib import Path

import pytest
from filled import SPARE, Pile, account, counted, pile, sat, save, some_marks, spare_marks
from sessions import session

from coursewright.exams.scanning.deciding import Decision
from coursewright.exams.scanning.sittings import sittings


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Pile:
    root = tmp_path_factory.mktemp("garden")
    session(root)
    return pile(root)


@pytest.mark.parametrize("form", ["A", "B"])
def test_a_spare_sheet_is_whose_number_is_marked_on_it(sheets: Pile, tmp_path: Path, form: str) -> None:
    """Its letters are those of the form that is marked."""
    cleo = sheets.printed.by_number["00103"]
    marks = spare_marks(sheets, cleo.marks, form)
    found = account(sheets, save(tmp_path / "spare.tif", sheets.sheet(SPARE, marks)))
    assert counted(found) == {"read": 2}
    assert (sat(found).candidate, sat(found).form) == ("00103", form)
    own = next(each for each in sheets.printed.assigned.values() if each.form == form)
    same = sat(
        account(sheets, save(tmp_path / "own.tif", sheets.sheet(own.serial, some_marks(sheets, own.serial))))
    )
    assert sat(found).answers == same.answers
    assert sat(found).marks == same.marks


@pytest.mark.parametrize(
    ("slip", "proposed"),
    [({}, ("00103",)), ({2: []}, ("00103",)), ({2: ["1", "7"]}, ("00103",)), ({0: ["5"], 1: ["5"]}, None)],
)
def test_a_number_that_is_nobodys_is_put_before_a_person(
    sheets: Pile, tmp_path: Path, slip: dict[int, list[str]], proposed: tuple[str, ...] | None
) -> None:
    """A wrong check digit, an empty column, one with two marks; two slips are too many for a proposal."""
    cleo = sheets.printed.by_number["00103"]
    marks = spare_marks(sheets, cleo.marks, "A")
    if not slip:
        last = len(cleo.marks) - 1
        slip = {last: [str((int(cleo.marks[-1]) + 1) % 10)]}
    marks |= {("number", 0, "", column): values for column, values in slip.items()}
    found = account(sheets, save(tmp_path / "spare.tif", sheets.sheet(SPARE, marks)))
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.proposal) == ("number", proposed)
    assert not [*sittings(found)]
    done = account(sheets, tmp_path / "spare.tif", decisions={doubt.id: Decision(("00104",), "Ben")})
    assert sat(done).candidate == "00104"
