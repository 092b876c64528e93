"""`items export` and what is reserved: where it may go, by which ending, and that it comes back."""

from pathlib import Path

import pytest
from importing import imported

from coursewright.commands.formats import FORMATS, format_of
from coursewright.commands.main import run
from trees import BANK, COURSE, EVERY_TYPE, GLOSSARY, ITEMS, with_quiz_of, write_course

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course")


def exported(root: Path, name: str, *options: str) -> bytes:
    """What is written to a file beside the course."""
    file = root.parent / name
    assert run(["items", "export", str(file), "--course", str(root), *options]) == 0
    return file.read_bytes()


def test_exam_items_go_out_only_when_they_are_asked_for(root: Path, capsys: Captured) -> None:
    assert "Zanzibar" not in exported(root, "a.txt").decode()
    assert "the key of every item" in capsys.readouterr().err
    private = "course/private/a.txt"
    assert "Zanzibar" in exported(root, private, "--use", "exam").decode()
    assert "humus" in exported(root, private, "--use", "all").decode().lower()


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_reserved_goes_nowhere_but_below_private(root: Path, capsys: Captured, format: str) -> None:
    for use in ("exam", "all"):
        file = root.parent / "out" / "a.file"
        command = ["export", format, str(file), "--use", use, "--course", str(root)]
        assert run(command) == 2
        assert not file.parent.exists()
    said = capsys.readouterr().err
    assert "Zanzibar" not in said
    assert ("takes no form of an exam" if FORMATS[format].is_practice else "private/ only") in said


def test_the_private_folder_is_made_for_nobody_else(root: Path) -> None:
    exported(root, "course/private/deep/a.txt", "--use", "exam")
    assert (root / "private").stat().st_mode & 0o777 == 0o700
    assert (root / "private/.gitignore").read_text("utf-8") == "*\n"


def test_reserved_items_and_cases_come_back_as_they_went(tmp_path: Path) -> None:
    text = EVERY_TYPE.replace("  - id: soil-bed\n", "  - id: soil-bed\n    use: exam\n")
    text = text.replace("  - id: soil-letter\n", "  - id: soil-letter\n    use: exam\n")
    files = with_quiz_of(ITEMS.replace(", soil-letter, soil-bed", ""), text)
    root = write_course(tmp_path / "course", files)
    for name in ("b.xlsx", "b.csv"):
        before = (root / BANK).read_bytes()
        raw = exported(root, f"course/private/{name}", "--use", "all")
        assert imported(root, name, raw, "--update") == 0
        assert (root / BANK).read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "odt"),
        ("--bank", "none"),
        ("--use", "exam", "--bank", "soil"),
        ("--quiz", "soil", "--use", "all"),
    ],
)
def test_wrong_use_is_told(root: Path, options: tuple[str, ...]) -> None:
    assert run(["items", "export", str(root.parent / "a.xlsx"), "--course", str(root), *options]) == 2


def test_a_name_that_says_no_format_is_refused(root: Path) -> None:
    assert run(["items", "export", str(root.parent / "a.pdf"), "--course", str(root)]) == 2
    assert run(["items", "export", str(root.parent / "a.zip"), "--course", str(root)]) == 2


MADE = """\
made:
  - id: soil-terms
    make: terms
    objective: soil/layers/name
    stem: "What is this: {definition}"
    terms: [humus]
"""


def test_what_is_made_of_the_glossary_goes_out_but_into_no_sheet_of_items(
    root: Path, capsys: Captured
) -> None:
    """It comes back of itself, and in a sheet it would come back twice."""
    terms = COURSE[GLOSSARY].rstrip("\n") + "".join(
        f"\n  - {{id: {word}, term: {word}, definition: What {word} is.}}\n" for word in ("clay", "spit")
    )
    write_course(root, {BANK: COURSE[BANK] + MADE, GLOSSARY: terms})
    written = exported(root, "a.xml").decode()
    assert "soil-terms-" in written
    capsys.readouterr()
    for name in ("a.xlsx", "a.csv"):
        raw = exported(root, name)
        said = capsys.readouterr().err
        assert "questions that are made of the glossary or of a taxonomy; of soil-terms-" in said
        before = (root / BANK).read_bytes()
        assert imported(root, name, raw, "--update") == 0
        assert (root / BANK).read_bytes() == before


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.txt", "a.docx", "a.md", "a.xml", "a.gift", "a.apkg"])
def test_the_ending_tells_the_format(root: Path, name: str) -> None:
    file = root.parent / "other"
    raw = exported(root, name)
    found = format_of(name)
    assert found
    assert run(["export", found, str(file), "--course", str(root)]) == 0
    assert file.read_bytes() == raw


def test_every_item_that_cannot_go_is_named_and_the_first_of_those_that_lose_something(
    root: Path, capsys: Captured
) -> None:
    """However many they are: nobody can mend what is only counted."""
    pairs = "".join(
        f"  - id: pair-{at:02}\n    type: matching\n    objective: soil/layers/name\n    level: recall\n"
        f"    stem: Which of the {at}?\n    explanation: It is.\n    pairs:\n"
        "      - {text: a, match: b, rationale: r}\n      - {text: c, match: d, rationale: r}\n"
        for at in range(40)
    )
    write_course(root, {BANK: COURSE[BANK] + pairs})
    file = root.parent / "a"
    assert run(["export", "kaoshibao", str(file), "--course", str(root)]) == 1
    said = capsys.readouterr().err
    assert all(f"pair-{at:02}" in said for at in range(40))
    assert run(["export", "gift", str(file), "--course", str(root), "--type", "matching"]) == 0
    assert "pair-11 and 28 more\n" in capsys.readouterr().err
