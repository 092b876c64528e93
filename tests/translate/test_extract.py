"""Texts out to translators: complete, repeatable, and kind to the work that is done."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.commands.main import run
from coursewright.diagnostics import Place
from coursewright.translate.extract import updated
from coursewright.translate.po_file import PoFile, read_po_file
from coursewright.translate.text import Text
from trees import BANK, COURSE, SECTION, write_course

DATE = datetime(2026, 1, 31, tzinfo=UTC)
NAME = "translations/de.po"


def text(words: str, line: int = 1, file: str = "content/a.yml") -> Text:
    return Text(words, Place(file, line), "body.text")


def catalog(*texts: Text, before: bytes | None = None) -> bytes:
    file = PoFile(NAME) if before is None else read_po_file(NAME, before)
    return updated(file, texts, "de", "Course", DATE)


def translated(raw: bytes, **texts: str) -> bytes:
    """A translator's work: the catalog with these translations in it."""
    for source, own in texts.items():
        line = f'msgid "{source}"\nmsgstr '
        assert f'{line}""' in raw.decode()
        raw = raw.replace(f'{line}""'.encode(), f'{line}"{own}"'.encode())
    return raw


def test_every_text_is_there_once_with_all_its_places() -> None:
    raw = catalog(text("Soil", 3), text("Loam", 9), text("Soil", 1, "content/b.yml")).decode()
    assert raw.count("msgid ") == 3
    assert '#. body.text\n#: content/a.yml:3 content/b.yml:1\nmsgid "Soil"\nmsgstr ""\n' in raw


def test_the_head_says_language_plurals_and_edition() -> None:
    head = catalog(text("Soil")).decode().split("\n\n")[0]
    assert head.startswith("# Course: de\n")
    for line in ("Language: de", "nplurals=2; plural=(n != 1)", "charset=utf-8", "2026-01-31 00:00+0000"):
        assert line in head


def test_extracting_again_changes_nothing() -> None:
    texts = [text("Soil"), text("100 % of it"), text("see {this}"), text("two\n\nlines")]
    first = translated(catalog(*texts), Soil="Boden")
    assert catalog(*texts, before=first) == first
    assert b"python" not in first


def test_a_translation_is_kept_when_its_text_moves() -> None:
    first = translated(catalog(text("Soil", 3)), Soil="Boden")
    again = catalog(text("Loam", 1), text("Soil", 8, "content/b.yml"), before=first).decode()
    assert '#: content/b.yml:8\nmsgid "Soil"\nmsgstr "Boden"\n' in again


def test_a_changed_text_keeps_its_translation_in_doubt() -> None:
    first = translated(catalog(text("Dig the bed in spring.")), **{"Dig the bed in spring.": "Grabe."})
    again = catalog(text("Dig the bed in autumn."), before=first).decode()
    assert '#, fuzzy\nmsgid "Dig the bed in autumn."\nmsgstr "Grabe."\n' in again
    assert "spring" not in again
    assert catalog(text("Dig the bed in autumn."), before=again.encode()) == again.encode()


def test_likeness_is_looked_for_in_the_same_file_only() -> None:
    first = translated(catalog(text("Dig the bed in spring.")), **{"Dig the bed in spring.": "Grabe."})
    again = catalog(text("Dig the bed in autumn.", file="content/b.yml"), before=first).decode()
    assert 'msgid "Dig the bed in autumn."\nmsgstr ""\n' in again
    assert '#~ msgid "Dig the bed in spring."\n#~ msgstr "Grabe."\n' in again


def test_what_is_gone_is_kept_aside_and_comes_back() -> None:
    first = translated(catalog(text("Soil"), text("Loam")), Soil="Boden")
    without = catalog(text("Loam"), before=first)
    assert b'#~ msgid "Soil"\n#~ msgstr "Boden"' in without
    assert b'\nmsgid "Soil"\nmsgstr "Boden"' in catalog(text("Loam"), text("Soil"), before=without)


def test_a_translator_s_notes_stay() -> None:
    first = catalog(text("Soil")).replace(b"#. body.text", b"# ask Ann\n#. body.text")
    assert b"# ask Ann\n" in catalog(text("Soil"), before=first)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1)))
def test_any_text_comes_back_from_a_catalog(words: list[str]) -> None:
    asked = {stripped for word in words if (stripped := word.strip())}
    assert read_po_file(NAME, catalog(*map(text, sorted(asked)))).messages.keys() == asked


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext")
def test_gettext_s_own_program_finds_nothing_wrong(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_bytes(catalog(text("50 % done"), text('a "b" \\ {c}\nd'), text("{x!r:>{y}}")))
    command = ["msgfmt", "--check", "--output-file=/dev/null", str(tmp_path / "de.po")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


# the commands

Captured = pytest.CaptureFixture[str]


def test_the_command_writes_a_catalog_of_all_prose_and_nothing_else(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path)
    assert run(["translate", "extract", "de", "--course", str(root)]) == 0
    messages = read_po_file(NAME, (root / NAME).read_bytes()).messages
    assert capsys.readouterr().err == (
        f"{root / NAME}: 0 of {len(messages)} texts translated, to be looked at again: 0\n"
        "1 item in it is reserved for exams: keep the file from those who will sit them.\n"
    )
    assert {
        "Gardening",
        "What lies on top?",
        "Zanzibar pores.",
        "## Top to bottom",
        "200 m²",
    } <= messages.keys()
    assert not {"gardening", "soil-top", "G-01", "recall", "2026-01-31", "1.0", ""} & messages.keys()
    assert messages["What lies on top?"].locations == [(BANK, 8)]
    assert messages["Soil"].auto_comments == ["title"]


def test_the_command_counts_what_is_done(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path)
    run(["translate", "extract", "de", "--course", str(root)])
    (root / NAME).write_bytes(translated((root / NAME).read_bytes(), Soil="Boden", Layers="Schichten"))
    (root / SECTION).write_text(COURSE[SECTION].replace("title: Layers", "title: Layers of it"))
    run(["translate", "extract", "de", "--course", str(root)])
    assert "1 of" in capsys.readouterr().err.split("\n")[2]
    assert run(["translate", "status", "--course", str(root), "--format", "json"]) == 0
    (row,) = __import__("json").loads(capsys.readouterr().out)
    assert (row["language"], row["file"], row["translated"], row["fuzzy"]) == ("de", NAME, 1, 1)
    assert row["missing"] == row["texts"] - 2
    assert run(["translate", "status", "--course", str(root)]) == 0
    assert str(row["missing"]) in capsys.readouterr().out


def test_a_course_without_translations_is_told_how_to_begin(tmp_path: Path, capsys: Captured) -> None:
    assert run(["translate", "status", "--course", str(write_course(tmp_path))]) == 0
    assert "coursewright translate extract" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "written in en"),
        ("zh_CN", "did you mean “zh-CN”?"),
        ("german", "did you mean “de”?"),
        ("", "no"),
    ],
)
def test_a_language_that_cannot_be_is_wrong_usage(
    tmp_path: Path, language: str, said: str, capsys: Captured
) -> None:
    root = write_course(tmp_path)
    assert run(["translate", "extract", language, "--course", str(root)]) == 2
    assert said in capsys.readouterr().err
    assert not (root / "translations").exists()


@pytest.mark.parametrize(
    "files", [{NAME: "msgid oops\n"}, {SECTION: "title: [\n"}], ids=["catalog", "source"]
)
def test_nothing_is_written_over_what_cannot_be_read(tmp_path: Path, files: dict[str, str]) -> None:
    root = write_course(tmp_path, {NAME: "", **files})
    before = (root / NAME).read_bytes()
    assert run(["translate", "extract", "de", "--course", str(root)]) == 1
    assert (root / NAME).read_bytes() == before
