"""What is in a SCORM package, as a file."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from coursewright.commands.main import run
from coursewright.exchange.cmi5 import cmi5
from coursewright.exchange.lesson import Lesson, xml_text
from coursewright.exchange.scorm12 import scorm12
from coursewright.exchange.scorm2004 import scorm2004
from pictures import png
from trees import EVERY_TYPE, ITEMS, Files, changed, with_quiz_of, write_course

STANDARDS = ["scorm12", "scorm2004"]
HOSTILE = "</script><script>alert(1)</script>]]>&\"'{{ x }}"
SCHEMAS = {
    "scorm12": {
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    },
    "scorm2004": {
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.adlnet.org/xsd/adlcp_v1p3",
        "http://www.imsglobal.org/xsd/imsss",
    },
}


def packed(tmp_path: Path, standard: str, files: Files | None = None, *options: str) -> dict[str, bytes]:
    root = write_course(tmp_path / "course", files or with_quiz_of(ITEMS, EVERY_TYPE))
    file = tmp_path / f"{standard}.zip"
    chosen = options or ("--quiz", "soil")
    assert run(["export", standard, str(file), *chosen, "--course", str(root)]) == 0
    with ZipFile(BytesIO(file.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_manifest_names_every_file_and_no_other(tmp_path: Path, standard: str) -> None:
    files = packed(tmp_path, standard)
    assert next(iter(files)) == "imsmanifest.xml"
    manifest = etree.fromstring(files.pop("imsmanifest.xml"))
    assert [each.get("href") for each in manifest.iterfind(".//{*}file")] == list(files)
    resource = manifest.find(".//{*}resource")
    assert resource is not None
    assert resource.get("href") == "index.html"
    assert {etree.QName(each).namespace for each in manifest.iter()} | {
        etree.QName(name).namespace for each in manifest.iter() for name in each.attrib if name[:1] == "{"
    } <= SCHEMAS[standard]


@pytest.mark.parametrize("standard", STANDARDS)
def test_names_are_those_that_every_platform_knows(tmp_path: Path, standard: str) -> None:
    picture = "content/media/湿地.png"
    shown = with_quiz_of(ITEMS, EVERY_TYPE.replace("What lies on top?", '"![A bed](picture:湿地.png) Top?"'))
    files = packed(tmp_path, standard, {**shown, picture: png(4, 4)})
    assert [name for name in files if not name.isascii() or name != name.lower() or "\\" in name] == []
    (name,) = [name for name in files if name.startswith("media/")]
    assert files[name] == png(4, 4)
    assert f'src="{name}"'.encode() in files["index.html"]


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_same_quiz_is_the_same_package(tmp_path: Path, standard: str) -> None:
    first, second = (tmp_path / name for name in ("a", "b"))
    packed(first, standard)
    packed(second, standard)
    assert (first / f"{standard}.zip").read_bytes() == (second / f"{standard}.zip").read_bytes()


@pytest.mark.parametrize("standard", STANDARDS)
def test_whatever_a_text_says_stays_a_text(tmp_path: Path, standard: str) -> None:
    quoted = HOSTILE.replace("'", "''")
    bank = EVERY_TYPE.replace("What lies on top?", f"'{quoted}'").replace("text: Rock", f"text: '{quoted}'")
    files = with_quiz_of(ITEMS, bank)
    quiz = files["quizzes/practice/soil.yml"].replace("Soil quiz", f"'{quoted}'")
    found = packed(tmp_path, standard, {**files, "quizzes/practice/soil.yml": quiz})
    assert found["index.html"].count(b"<script") == 2
    manifest = etree.fromstring(found["imsmanifest.xml"])
    assert [each.text for each in manifest.iterfind(".//{*}title")] == [HOSTILE, HOSTILE]


@pytest.mark.parametrize("standard", STANDARDS)
def test_what_is_reserved_for_exams_is_in_no_package(tmp_path: Path, standard: str) -> None:
    reserved = EVERY_TYPE.replace("- id: soil-depth\n", "- id: soil-depth\n    use: exam\n", 1)
    files = with_quiz_of(ITEMS.replace("soil-depth, ", ""), reserved)
    found = packed(tmp_path, standard, files, "--chapter", "soil")
    assert [name for name, raw in found.items() if b"spits" in raw or b"soil-depth" in raw] == []


def test_what_shows_a_picture_of_a_document_is_told_or_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = EVERY_TYPE.replace("What lies on top?", "Read [the form](attachment:form.pdf). What lies on top?")
    files: Files = {**with_quiz_of(ITEMS, bank), "content/media/form.pdf": b"%PDF-1.4"}
    root = write_course(tmp_path / "course", files)
    asked = ["export", "scorm12", str(tmp_path / "a.zip"), "--quiz", "soil", "--course", str(root)]
    assert run(asked) == 1
    assert (
        "SCORM 1.2 has no place for them: pictures of documents, and files to download: soil-top"
        in capsys.readouterr().err
    )
    assert not (tmp_path / "a.zip").exists()

    assert run([*asked, "--skip"]) == 0
    assert "warning[CW1051]" in capsys.readouterr().err
    with ZipFile(tmp_path / "a.zip") as archive:
        assert b"soil-top" not in archive.read("index.html")


def test_what_is_not_there_is_told_with_what_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_course(tmp_path / "course", changed("quizzes/practice/soil.yml", "Soil quiz", "Soil"))
    asked = ["export", "scorm12", str(tmp_path / "a.zip"), "--course", str(root)]
    assert run([*asked, "--quiz", "siol"]) == 2
    assert "did you mean “soil”?" in capsys.readouterr().err
    assert run([*asked, "--type", "matching"]) == 2
    assert "there are no such items" in capsys.readouterr().err


def test_a_package_takes_as_many_questions_as_a_platform_keeps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = EVERY_TYPE + "".join(
        f"  - id: more-{at}\n    type: true-false\n    objective: soil/layers/name\n    level: recall\n"
        f"    stem: Number {at}?\n    answer: true\n    if_true: Yes.\n    if_false: No.\n"
        "    explanation: It is.\n"
        for at in range(190)
    )
    root = write_course(tmp_path / "course", with_quiz_of(ITEMS, bank))
    asked = ["export", "scorm12", str(tmp_path / "a.zip"), "--course", str(root)]
    assert run([*asked, "--chapter", "soil"]) == 1
    assert (
        "error[CW1062]: 201 questions are too many for one package; it takes 200" in capsys.readouterr().err
    )
    assert run([*asked, "--type", "true-false"]) == 0


titles = st.text(min_size=1, max_size=40)


@given(titles, titles)
@pytest.mark.parametrize("write", [scorm12, scorm2004, cmi5])
def test_whatever_a_quiz_is_called_its_package_is_described(
    write: Callable[[Lesson], bytes], title: str, summary: str
) -> None:
    files = {"index.html": b"", "media/0.png": b""}
    lesson = Lesson("soil", "garden", title, summary, "en", 80, "urn:garden:soil", files)
    with ZipFile(BytesIO(write(lesson))) as archive:
        described = etree.fromstring(archive.read(archive.namelist()[0]))
    said = [each.text or "" for each in described.iterfind(".//{*}title")] + [
        each.text or "" for each in described.iterfind(".//{*}langstring")
    ]
    assert any(text.strip() == xml_text(title) for text in said)
