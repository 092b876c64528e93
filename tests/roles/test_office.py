"""A template that went through LibreOffice, which may lose tags, titles and what is kept beside the text."""

import shutil
import subprocess
from pathlib import Path

import pytest
from garden import Garden, changes, data
from lxml import etree
from test_tagging import FILLED
from test_unread_kinds import elements, on_own_paper, run
from wordhand import choose, delete_row, fill, hand, hand_head

from coursewright.press.word.package import word
from coursewright.roles.documents import blank_document
from coursewright.roles.stationery import Stationery
from trees import ENGLISH

pytest_plugins = ["garden_fixtures"]


def saved(raw: bytes, folder: Path) -> bytes:
    """The file as LibreOffice opens it and saves it again."""
    (folder / "out").mkdir(exist_ok=True)
    (folder / "form.docx").write_bytes(raw)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kind = "docx:MS Word 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out")]
    subprocess.run([*command, str(folder / "form.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "out" / "form.docx").read_bytes()


needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")


@needs_office
def test_what_was_filled_in_survives_it(garden: Garden, tmp_path: Path) -> None:
    plain = garden.back(saved(garden.printed(), tmp_path))
    assert plain.after == plain.before
    assert plain.problems == []

    raw = garden.printed(
        fill("duties.1.standard", "Beds & paths are dug, 100 % of them"),
        fill("headcount", "12 in all"),
        choose("competencies.sowing.level", "4"),
        choose("grade", "manager"),
        delete_row("duties.3.text"),
        fill("redlines.1", "No poison, no salt"),
        fill("document.effective", "2027-02-01"),
        fill("duties.2.weight", "40"),
    )
    done = garden.back(saved(raw, tmp_path))
    assert done.problems == []
    assert changes(done) == [
        "-grade: specialist",
        '-headcount: "2"',
        "-    standard: Beds are dug",
        "-    weight: 30",
        "-  - text: Plans the year",
        "-    standard: It grows",
        "-    weight: 10",
        "-    level: 2",
        "-  - No poison",
        "-proposals: [kpis, headcount, location]",
        "-  effective: '2026-05-01'",
        "+grade: manager",
        '+headcount: "12 in all"',
        "+    standard: Beds & paths are dug, 100 % of them",
        "+    weight: 40",
        "+    level: 4",
        "+  - No poison, no salt",
        "+proposals: [kpis, location]",
        "+  effective: '2027-02-01'",
    ]


@needs_office
def test_a_filled_blank_template_survives_it(garden: Garden, tmp_path: Path) -> None:
    blank = hand(word(blank_document(Stationery(garden.site, ENGLISH)).document), *FILLED)
    done = garden.back(saved(blank, tmp_path), "sower")

    assert data(done) == data(garden.back(blank, "sower"))
    assert [problem.code for problem in done.problems if problem.code.startswith("CW07")] == []


@needs_office
def test_whose_paper_it_is_survives_it(garden: Garden, tmp_path: Path) -> None:
    def write(root: etree._Element) -> None:
        root.extend(elements(f"<w:p>{run('<w:t>Draft</w:t>')}</w:p>"))

    done = garden.back(saved(hand_head(on_own_paper(garden), write), tmp_path))

    assert [(each.code, each.values["text"]) for each in done.problems] == [("CW0711", "Draft")]
    assert done.after == done.before
