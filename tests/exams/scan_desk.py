"""A desk at which answer sheets are scanned and decided on."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from filled import Pile, save, scan, some_marks
from sessions import NAME

from coursewright.exams.scanning.printed import printings
from coursewright.exams.scanning.readings import readings
from coursewright.exams.scanning.sittings import sittings
from coursewright.exams.sitting import Sitting
from coursewright.exams.store import Kept, get


def the(sheets: Pile) -> Kept:
    return get(sheets.root, NAME)


def sat(sheets: Pile) -> list[Sitting]:
    found = readings(the(sheets))
    assert found
    return [*sittings(found.account(the(sheets), printings(the(sheets))))]


def doubts(sheets: Pile) -> list[dict[str, Any]]:
    """As the review page has them."""
    page = (the(sheets).folder / "scans/review.html").read_text("utf-8")
    data = page.partition('id="data">')[2].partition("</script>")[0]
    found: list[dict[str, Any]] = json.loads(data)["doubts"]
    return found


def saved(sheets: Pile, chosen: Mapping[str, Sequence[str]], name: str = "decisions.json") -> Path:
    file = sheets.root / name
    file.write_text(json.dumps({"format": 1, "session": NAME, "decisions": chosen}), "utf-8")
    return file


def hand_in(sheets: Pile, chosen: Mapping[str, Sequence[str]], by: str, *more: str) -> int:
    return scan(sheets, options=("--decisions", str(saved(sheets, chosen)), "--by", by, *more))


def two_marks(sheets: Pile) -> Path:
    """A sheet with both options of question 1 marked, one of them rubbed out for the most part."""
    marks = some_marks(sheets, 1)
    own = next(each for each in sheets.printed.fields[sheets.variant(1)][0] if each.number == 1)
    pages = sheets.sheet(1, {**marks, ("choice", 1, "", 0): own.values[:1]})
    lighter = sheets.sheet(1, {("choice", 1, "", 0): own.values[1:2]}, pencil=185)
    return save(sheets.root / "two.tif", [np.minimum(pages[0], lighter[0]), pages[1]])
