"""`coursewright roles`: documents out, filled forms back in."""

import csv
import hashlib
import io
import struct
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
import yaml

from coursewright.commands.main import run
from coursewright.diagnostics.codes import RULES
from coursewright.words import Words
from trees import ROLE, changed, write_course

Captured = pytest.CaptureFixture[str]

NAMES = [
    "G-01-Gardener-v1.0",
    "G-01-Gardener-90-day onboarding plan-v1.0",
    "G-01-Gardener-Appraisal record-v1.0",
    "G-02-Head gardener-v1.0",
]
BLANK = "Job description, blank template"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_course(tmp_path_factory.mktemp("garden"))


@pytest.fixture(scope="module")
def exported(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything there is, once."""
    folder = tmp_path_factory.mktemp("papers")
    assert (
        run(["roles", "export", "--course", str(course), "--format", "docx,pdf,zip", "--out", str(folder)])
        == 0
    )
    return folder


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xa8\x32\x2a" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


# export


def test_export_writes_every_document_in_both_formats_and_an_archive(exported: Path) -> None:
    documents = [f"{name}.{ending}" for name in (*NAMES, BLANK) for ending in ("docx", "pdf")]

    assert names_in(exported) == sorted([*documents, "Job descriptions.zip", "SHA256SUMS", "manifest.csv"])


def test_checksums_are_those_of_the_files(exported: Path) -> None:
    lines = (exported / "SHA256SUMS").read_text("utf-8").splitlines()

    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert told == {name: hashlib.sha256((exported / name).read_bytes()).hexdigest() for name in told}
    assert len(told) == 10


def test_archive_holds_the_same_files_and_plain_names_beside_them(exported: Path) -> None:
    with zipfile.ZipFile(exported / "Job descriptions.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert archive.read(f"{NAMES[0]}.docx") == (exported / f"{NAMES[0]}.docx").read_bytes()
        assert archive.read("ascii/G-01-gardener-v1.0.docx") == (exported / f"{NAMES[0]}.docx").read_bytes()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    assert {"manifest.csv", "SHA256SUMS", "ascii/job-description-blank.docx"} <= set(names)
    assert all(name.isascii() for name in names if name.startswith("ascii/"))


def test_manifest_opens_in_a_spreadsheet(exported: Path) -> None:
    raw = (exported / "manifest.csv").read_bytes()

    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert rows[1][:6] == [
        "G-01",
        "Gardener",
        "Job description",
        "1.0",
        f"{NAMES[0]}.docx",
        "G-01-gardener-v1.0.docx",
    ]
    assert len(rows) == 11


def test_two_exports_are_the_same_bytes(course: Path, exported: Path, tmp_path: Path) -> None:
    run(["roles", "export", "--course", str(course), "--format", "docx,pdf,zip", "--out", str(tmp_path)])

    assert {name: (tmp_path / name).read_bytes() for name in names_in(tmp_path)} == {
        name: (exported / name).read_bytes() for name in names_in(exported)
    }


def test_company_and_logo_stand_at_the_head(course: Path, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(png(60, 20))
    out = tmp_path / "out"

    asked = ["--role", "gardener", "--company", "Plot & Sons", "--logo", str(logo), "--out", str(out)]
    assert run(["roles", "export", "--course", str(course), *asked]) == 0

    assert f"{BLANK}.docx" not in names_in(out)
    with zipfile.ZipFile(out / f"{NAMES[0]}.docx") as parts:
        header = next(
            parts.read(name).decode()
            for name in parts.namelist()
            if "/header" in name and name.endswith(".xml")
        )
        assert any(
            parts.read(name) == logo.read_bytes()
            for name in parts.namelist()
            if name.startswith("word/media/")
        )
    assert "Plot &amp; Sons" in header


def test_corporate_template_keeps_its_header(course: Path, tmp_path: Path) -> None:
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "ACME confidential"
    template.add_paragraph("Old text")
    template.save(str(tmp_path / "corporate.docx"))
    out = tmp_path / "out"

    arguments = [
        "--format",
        "docx",
        "--role",
        "gardener",
        "--template",
        str(tmp_path / "corporate.docx"),
        "--out",
        str(out),
    ]
    assert run(["roles", "export", "--course", str(course), *arguments]) == 0

    made = docx.Document(str(out / f"{NAMES[0]}.docx"))
    assert "ACME confidential" in made.sections[0].header.paragraphs[0].text
    assert "Old text" not in "".join(paragraph.text for paragraph in made.paragraphs)


@pytest.mark.parametrize(
    ("option", "content", "code"),
    [("--logo", b"GIF89a", "CW0703"), ("--template", b"\xd0\xcf\x11\xe0 old Word", "CW0704")],
)
def test_file_that_is_not_what_it_should_be_is_refused(
    option: str, content: bytes, code: str, course: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "file").write_bytes(content)

    assert (
        run(
            [
                "roles",
                "export",
                "--course",
                str(course),
                option,
                str(tmp_path / "file"),
                "--out",
                str(tmp_path / "out"),
            ]
        )
        == 1
    )

    assert f"error[{code}]" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--role", "gardner"], "did you mean “gardener”?"),
        (["--format", "docx,odt"], "choose among docx, pdf and zip, not odt"),
        (["--format", ","], "choose among docx, pdf and zip"),
    ],
)
def test_wrong_usage_is_said(
    arguments: list[str], said: str, course: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(["roles", "export", "--course", str(course), "--out", str(tmp_path / "out"), *arguments]) == 2
    assert said in capsys.readouterr().err


# import


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
    course = write_course(tmp_path / "other", changed(ROLE, "code: G-01", "code: G-11"))

    assert run(["roles", "import", "--course", str(course), str(form(exported, tmp_path))]) == 1
    assert "error[CW0705]: no role has the code “G-01”" in capsys.readouterr().err
    assert (
        run(["roles", "import", "--course", str(course), str(form(exported, tmp_path)), "--role", "gardener"])
        == 0
    )


def test_document_that_is_no_form_is_refused(course: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 not really")
    docx.Document().save(str(tmp_path / "letter.docx"))

    assert run(["roles", "import", "--course", str(course), str(tmp_path / "broken.docx")]) == 1
    assert run(["roles", "import", "--course", str(course), str(tmp_path / "letter.docx")]) == 1

    said = capsys.readouterr().err
    assert "error[CW0701]" in said
    assert "error[CW0702]" in said


def test_every_rule_about_documents_is_met_above() -> None:
    assert {code for code in RULES if code.startswith("CW07")} == {
        "CW0701",
        "CW0702",
        "CW0703",
        "CW0704",
        "CW0705",
    }
    assert all(
        Words("zh_CN")(RULES[code].message) != RULES[code].message
        for code in RULES
        if code.startswith("CW07")
    )
