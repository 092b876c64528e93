"""`coursewright roles import`: filled templates back in."""

import zipfile
from pathlib import Path

import docx
import pytest
import yaml
from exports import BLANK, NAMES
from wordhand import choose, drop_tags, fill, hand

from coursewright.commands.main import run
from trees import COURSE, ROLE, changed, write_course

pytest_plugins = ["export_fixtures"]

RENAMED = {"content/roles/digger.yml": COURSE[ROLE].replace("G-01", "G-11"), ROLE: None}
"""The gardener's file under another name, and with another code."""

FILLED = (
    fill("title", "Sower"),
    choose("family", "garden"),
    choose("grade", "specialist"),
    fill("department", "Garden"),
    fill("purpose", "Keeps seeds."),
    fill("duties.1.text", "Keeps the seeds"),
    fill("duties.1.standard", "All are dry"),
    fill("duties.1.weight", "100"),
    fill("required.2.text", "Botany"),
    choose("competencies.new1.competency", "digging"),
    choose("competencies.new1.level", "3"),
    fill("document.version", "1.0"),
    fill("document.prepared", "HR"),
    fill("document.review", "yearly"),
)

Captured = pytest.CaptureFixture[str]


def form(exported: Path, folder: Path, old: str = "", new: str = "") -> Path:
    """The exported job description with some words of its text replaced, as Word would save it."""
    out = folder / "form.docx"
    with zipfile.ZipFile(exported / f"{NAMES[0]}.docx") as parts, zipfile.ZipFile(out, "w") as made:
        for info in parts.infolist():
            raw = parts.read(info)
            if old and info.filename == "word/document.xml":
                assert old.encode() in raw
                raw = raw.replace(old.encode(), new.encode())
            made.writestr(info, raw)
    return out


def test_untouched_form_says_what_the_source_says(
    course: Path, exported: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(["roles", "import", "--course", str(course), str(form(exported, tmp_path))]) == 0
    assert capsys.readouterr().out == "The template says what content/roles/gardener.yml says.\n"


def test_filled_form_shows_the_difference_and_writes_the_yaml(
    course: Path, exported: Path, tmp_path: Path, capsys: Captured
) -> None:
    filled = form(exported, tmp_path, "Digs the beds", "Digs all beds")

    assert (
        run(["roles", "import", "--course", str(course), str(filled), "--output", str(tmp_path / "new.yml")])
        == 0
    )

    said = capsys.readouterr().out
    assert "-  - text: Digs the beds" in said
    assert "+  - text: Digs all beds" in said
    assert yaml.safe_load((tmp_path / "new.yml").read_text("utf-8"))["duties"][0]["text"] == "Digs all beds"


def test_written_yaml_takes_the_place_of_the_source(exported: Path, tmp_path: Path) -> None:
    course = write_course(tmp_path / "again")
    filled = form(exported, tmp_path, "Digs the beds", "Digs all beds")
    run(["roles", "import", "--course", str(course), str(filled), "--output", str(course / ROLE)])

    assert run(["check", "--course", str(course)]) == 0


def test_form_with_problems_writes_nothing(
    course: Path, exported: Path, tmp_path: Path, capsys: Captured
) -> None:
    filled = form(exported, tmp_path, ">100<", ">90<")

    assert (
        run(["roles", "import", "--course", str(course), str(filled), "--output", str(tmp_path / "new.yml")])
        == 1
    )

    assert "error[CW0403]: the weights sum to 90, not 100" in capsys.readouterr().err
    assert not (tmp_path / "new.yml").exists()


def test_form_of_an_unknown_code_names_the_nearest(tmp_path: Path, exported: Path, capsys: Captured) -> None:
    course = write_course(tmp_path / "other", {**changed(ROLE, "code: G-01", "code: G-11"), **RENAMED})

    assert run(["roles", "import", "--course", str(course), str(form(exported, tmp_path))]) == 1
    assert "error[CW0705]: no role has the code “G-01”" in capsys.readouterr().err
    assert (
        run(["roles", "import", "--course", str(course), str(form(exported, tmp_path)), "--role", "digger"])
        == 0
    )


def test_a_blank_template_names_its_role_and_takes_no_others_file(
    course: Path, exported: Path, tmp_path: Path, capsys: Captured
) -> None:
    blank = str(exported / f"{BLANK}.docx")

    assert run(["roles", "import", "--course", str(course), blank, "--role", "gardener"]) == 1
    assert "error[CW0716]: there is a file for the role “gardener” already" in capsys.readouterr().err
    assert (
        run(["roles", "import", "--course", str(course), blank, "--output", str(tmp_path / "sower.yml")]) == 1
    )
    assert "--> content/roles/sower.yml:" in capsys.readouterr().err
    assert not (tmp_path / "sower.yml").exists()


def test_a_new_role_has_the_ends_of_lines_of_its_course(exported: Path, tmp_path: Path) -> None:
    course = write_course(tmp_path / "ended")
    own = (course / "content/course.yml").read_bytes()
    (course / "content/course.yml").write_bytes(own.replace(b"\n", b"\r\n"))
    (tmp_path / "blank.docx").write_bytes(
        hand((exported / f"{BLANK}.docx").read_bytes(), *FILLED, fill("code", "G-09"))
    )
    asked = ["roles", "import", "--course", str(course), str(tmp_path / "blank.docx")]
    new = course / "content/roles/sower.yml"

    assert run([*asked, "--output", str(new)]) == 0
    assert b"\n" not in new.read_bytes().replace(b"\r\n", b"")
    assert run(["check", "--course", str(course)]) == 0


def test_a_blank_template_without_tags_proposes_a_file_named_after_its_code(
    course: Path, exported: Path, tmp_path: Path, capsys: Captured
) -> None:
    raw = (exported / f"{BLANK}.docx").read_bytes()
    (tmp_path / "blank.docx").write_bytes(hand(raw, *FILLED, fill("code", "G-09"), drop_tags))

    assert run(["roles", "import", "--course", str(course), str(tmp_path / "blank.docx")]) == 0
    assert "--output content/roles/g-09.yml" in capsys.readouterr().err


def test_document_that_is_no_form_is_refused(course: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 not really")
    docx.Document().save(str(tmp_path / "letter.docx"))

    assert run(["roles", "import", "--course", str(course), str(tmp_path / "broken.docx")]) == 1
    assert run(["roles", "import", "--course", str(course), str(tmp_path / "letter.docx")]) == 1

    said = capsys.readouterr().err
    assert "error[CW0701]" in said
    assert "error[CW0702]" in said


def test_the_yaml_of_a_page_changes_only_what_it_changes(
    course: Path, tmp_path: Path, capsys: Captured
) -> None:
    data = {**yaml.safe_load(COURSE[ROLE]), "headcount": "5"}
    (tmp_path / "gardener.yml").write_text(yaml.safe_dump(data), "utf-8")
    new = tmp_path / "new.yml"

    asked = ["roles", "import", "--course", str(course), str(tmp_path / "gardener.yml"), "--output", str(new)]
    assert run(asked) == 0
    assert new.read_text("utf-8") == COURSE[ROLE].replace('headcount: "2"', 'headcount: "5"')
    (tmp_path / "gardener.yml").write_text("code: [", "utf-8")
    assert run(asked) == 1
    assert "gardener.yml:" in capsys.readouterr().err


def test_the_written_yaml_keeps_a_mark_and_ends_of_lines(exported: Path, tmp_path: Path) -> None:
    course = write_course(tmp_path / "marked")
    own = ("\ufeff" + COURSE[ROLE].replace("\n", "\r\n").replace("\r\n", "\n", 1)).encode()
    (course / ROLE).write_bytes(own)
    filled = form(exported, tmp_path, "Digs the beds", "Digs all beds")

    assert run(["roles", "import", "--course", str(course), str(filled), "--output", str(course / ROLE)]) == 0
    assert (course / ROLE).read_bytes() == own.replace(b"Digs the beds", b"Digs all beds")


def test_a_file_with_a_password_is_told_from_a_damaged_one(
    course: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert run(["roles", "import", "--course", str(course), str(tmp_path / "locked.docx")]) == 1
    assert "if it opens with a password, take the password off first" in capsys.readouterr().err


@pytest.mark.parametrize(
    "part",
    [
        b"<x>" + b"<a/>" * 3_000_000 + b"</x>",
        b"<x>"
        + b"<sdt><sdtPr><tag val='t'/></sdtPr><sdtContent>" * 40
        + b"</sdtContent></sdt>" * 40
        + b"</x>",
        b"<x>" + b"<sdt><sdtPr><tag val='t'/></sdtPr><sdtContent/></sdt>" * 4000 + b"</x>",
    ],
    ids=["large", "deep", "many"],
)
def test_import_is_bounded_as_a_whole(part: bytes, course: Path, tmp_path: Path, capsys: Captured) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", part)
        for number in range(9):
            archive.writestr(f"word/header{number}.xml", b"<x/>")
    assert run(["roles", "import", "--course", str(course), str(tmp_path / "bomb.docx")]) == 1
    assert "error[CW0701]" in capsys.readouterr().err
