"""`coursewright roles export`: documents out."""

import csv
import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from exports import BLANK, NAMES, names_in

from coursewright.commands.main import run
from pictures import png
from trees import ROLE, changed, write_course

pytest_plugins = ["export_fixtures"]

Captured = pytest.CaptureFixture[str]


def test_export_writes_every_document_in_both_formats_and_an_archive(exported: Path) -> None:
    documents = [f"{name}.{ending}" for name in (*NAMES, BLANK) for ending in ("docx", "pdf")]

    assert names_in(exported) == sorted([*documents, "Job descriptions.zip", "SHA256SUMS", "manifest.csv"])


def test_checksums_are_those_of_the_files(exported: Path) -> None:
    lines = (exported / "SHA256SUMS").read_text("utf-8").splitlines()

    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert told == {name: hashlib.sha256((exported / name).read_bytes()).hexdigest() for name in told}
    assert len(told) == 12


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


def test_company_logo_and_code_reach_a_template_that_keeps_its_header_and_that_is_said(
    course: Path, tmp_path: Path, capsys: Captured
) -> None:
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "ACME confidential"
    template.sections[0].footer.paragraphs[0].text = "ACME, 1 Hill Road"
    template.save(str(tmp_path / "corporate.docx"))
    (tmp_path / "logo.png").write_bytes(png(60, 20))
    out = tmp_path / "out"
    asked = ["--company", "Plot & Sons", "--logo", str(tmp_path / "logo.png"), "--out", str(out)]
    template_option = ["--template", str(tmp_path / "corporate.docx"), "--format", "docx"]

    assert run(["roles", "export", "--course", str(course), *asked, *template_option]) == 0

    said = capsys.readouterr().err
    assert "warning[CW0717]: the template's own header stays" in said
    assert "warning[CW0718]: the template's own foot stays, and has no page numbers" in said
    for name in NAMES:
        made = docx.Document(str(out / f"{name}.docx"))
        first = made.element.body[0]
        assert "Plot & Sons" in "".join(first.itertext())
        assert "version 1.0" in "".join(first.itertext())
        (picture,) = first.xpath(".//a:blip/@r:embed")
        assert made.part.related_parts[picture].blob == png(60, 20)


def test_a_template_may_be_a_dotx(course: Path, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "plain.docx"))
    with (
        zipfile.ZipFile(tmp_path / "plain.docx") as parts,
        zipfile.ZipFile(tmp_path / "own.dotx", "w") as made,
    ):
        for name in parts.namelist():
            raw = parts.read(name).replace(
                b"wordprocessingml.document.main", b"wordprocessingml.template.main"
            )
            made.writestr(name, raw)
    asked = ["--template", str(tmp_path / "own.dotx"), "--format", "docx", "--out", str(tmp_path / "out")]

    assert run(["roles", "export", "--course", str(course), *asked]) == 0
    assert docx.Document(str(tmp_path / "out" / f"{NAMES[0]}.docx")).paragraphs[0].text


def test_a_final_print_has_no_proposals_and_says_who_confirmed_them(course: Path, tmp_path: Path) -> None:
    asked = ["--final", "--confirmed-by", "Ann Lee", "--format", "docx", "--out", str(tmp_path)]

    assert run(["roles", "export", "--course", str(course), *asked]) == 0

    text = "".join(docx.Document(str(tmp_path / f"{NAMES[0]}.docx")).element.body.xpath(".//w:t/text()"))
    assert text.count("Proposal") == 1
    assert "Proposalsall confirmed" in text
    assert "Confirmed byAnn Lee" in text
    assert f"Confirmed on{date.today().isoformat()}" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--confirmed-by", "Ann"], "goes with --final"),
        (["--company", "x" * 200], "at most 80 characters"),
    ],
)
def test_what_cannot_be_printed_is_wrong_usage(
    arguments: list[str], said: str, course: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(["roles", "export", "--course", str(course), *arguments, "--out", str(tmp_path / "out")]) == 2
    assert said in capsys.readouterr().err


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


@pytest.mark.parametrize("formats", ["zip", "docx", "docx,zip"])
def test_checksums_are_those_of_what_lies_beside_them(course: Path, tmp_path: Path, formats: str) -> None:
    """As `sha256sum --check` reads them; those of what is in the archive are in the archive."""
    options = ["--course", str(course), "--format", formats, "--out", str(tmp_path), "--role", "gardener"]
    assert run(["roles", "export", *options]) == 0
    lines = (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert sorted([*told, "SHA256SUMS"]) == names_in(tmp_path)
    assert told == {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in told}


def test_an_archive_has_the_checksums_of_its_own_files(exported: Path) -> None:
    with zipfile.ZipFile(exported / "Job descriptions.zip") as archive:
        lines = archive.read("SHA256SUMS").decode().splitlines()
        told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
        assert told == {name: hashlib.sha256(archive.read(name)).hexdigest() for name in told}
        assert len(told) == 10


def test_characters_that_a_pdf_cannot_show_are_named(tmp_path: Path, capsys: Captured) -> None:
    course = write_course(tmp_path / "course", changed(ROLE, "Digs the beds", "Digs the beds 𓀀"))
    asked = ["--role", "gardener", "--out", str(tmp_path / "out")]

    assert run(["roles", "export", "--course", str(course), *asked, "--format", "docx"]) == 0
    assert "CW0721" not in capsys.readouterr().err
    assert run(["roles", "export", "--course", str(course), *asked, "--format", "pdf"]) == 0
    assert "warning[CW0721]: PDF files print □ for characters that no font of ours has: 𓀀" in (
        capsys.readouterr().err
    )
