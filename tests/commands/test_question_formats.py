"""`export` and `import`: questions for other people's programs, and theirs."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from importing import bank
from lxml import etree

from coursewright.commands.main import run
from trees import BANK, EVERY_TYPE, ITEMS, contents, with_quiz_of, write_course

Captured = pytest.CaptureFixture[str]
FORMATS = {"moodle-xml": "a.xml", "gift": "a.gift", "qti3": "a.zip", "qti21": "a.zip"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course", with_quiz_of(ITEMS, EVERY_TYPE))


def exported(root: Path, format: str, *options: str, file: Path | None = None) -> tuple[int, Path]:
    file = file or root.parent / FORMATS[format]
    return run(["export", format, str(file), "--course", str(root), *options]), file


def test_what_cannot_travel_is_listed_and_nothing_is_written(root: Path, capsys: Captured) -> None:
    code, file = exported(root, "gift")
    said = capsys.readouterr().err
    assert code == 1
    assert not file.exists()
    assert (
        "error[CW1050]: not in the file, for GIFT has no place for them: steps to put in order: soil-order"
        in said
    )
    assert "several gaps in one question: soil-words" in said
    code, file = exported(root, "gift", "--skip")
    said = capsys.readouterr().err
    assert code == 0
    assert (
        "warning[CW1051]: left out, for GIFT has no place for them: steps to put in order: soil-order" in said
    )
    assert "warning[CW1052]" in said
    assert "::soil-order::" not in file.read_text("utf-8")


@pytest.mark.parametrize("format", ["moodle-xml", "qti3", "qti21"])
def test_every_type_goes_out_and_comes_back(
    root: Path, format: str, capsys: Captured, tmp_path: Path
) -> None:
    code, file = exported(root, format)
    assert code == 0
    before = contents(root)
    assert run(["import", str(file), "--course", str(root), "--update", "--dry-run"]) == 0, (
        capsys.readouterr().err
    )
    assert contents(root) == before
    other = write_course(tmp_path / "other")
    assert run(["import", str(file), "--course", str(other), "--bank", "new", "--update"]) == 0
    ids = [item["id"] for name in ("soil", "new") for item in bank(other, name)]
    assert {*ITEMS.split(", ")} <= {*ids}
    case = next(item for item in bank(other, "new") if item["id"] == "soil-bed")
    assert [item["id"] for item in case["items"]] == ["soil-bed-cause", "soil-bed-cure"]
    assert "| Monday | 3 cm |" in case["stimulus"]


APART = """\
  - id: soil-lone
    type: categorise
    objective: soil/layers/name
    level: apply
    stem: Where do they belong?
    categories:
      - text: Above
        examples:
          - {text: Grass, rationale: It wants light.}
      - text: Below
        examples:
          - {text: Worm, rationale: It wants none.}
    explanation: Each has its place.
"""


@pytest.mark.parametrize("format", FORMATS)
def test_categories_of_one_thing_each_come_back_as_categories(root: Path, format: str) -> None:
    """Put to targets they are like pairs, which is another type of item. Moodle has no order of targets."""
    write_course(root, with_quiz_of(ITEMS, EVERY_TYPE + APART))
    before, types = (root / BANK).read_bytes(), [item["type"] for item in bank(root, "soil")]
    for type in ("matching", "categorise"):
        code, file = exported(root, format, "--type", type)
        assert code == 0
        assert run(["import", str(file), "--course", str(root), "--update"]) == 0
    assert [item["type"] for item in bank(root, "soil")] == types
    assert format in ("moodle-xml", "gift") or (root / BANK).read_bytes() == before


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_reserved_comes_back_reserved_in_any_course(root: Path, tmp_path: Path, format: str) -> None:
    """Cases too, which say it for all of their questions."""
    text = EVERY_TYPE.replace("  - id: soil-bed\n", "  - id: soil-bed\n    use: exam\n")
    text = text.replace("  - id: soil-letter\n", "  - id: soil-letter\n    use: exam\n")
    write_course(root, with_quiz_of(ITEMS.replace(", soil-letter, soil-bed", ""), text))
    code, file = exported(root, format, "--use", "exam", file=root / "private" / FORMATS[format])
    assert code == 0
    other = write_course(tmp_path / "other")
    assert run(["import", str(file), "--course", str(other), "--bank", "new", "--update"]) == 0
    items = {item["id"]: item for item in bank(other, "new")}
    assert {"soil-letter", "soil-bed"} <= items.keys()
    assert {item.get("use") for item in items.values()} == {"exam"}


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--type", "matching"), ["soil-pairs"]),
        (("--type", "case"), ["soil-bed-cause", "soil-bed-cure"]),
        (("--level", "understand", "--chapter", "soil"), ["soil-pairs"]),
        (("--quiz", "soil"), None),
    ],
)
def test_a_part_of_the_bank(root: Path, options: tuple[str, ...], ids: list[str] | None) -> None:
    code, file = exported(root, "moodle-xml", *options)
    assert code == 0
    found = [each.text for each in etree.parse(file).iter("idnumber")]
    if ids is None:
        assert len(found) == len(ITEMS.split(", ")) + 1
    else:
        assert set(ids) <= set(found)


def test_what_there_is_not_is_told(root: Path, capsys: Captured) -> None:
    assert exported(root, "gift", "--quiz", "soill")[0] == 2
    assert "did you mean “soil”?" in capsys.readouterr().err
    assert exported(root, "gift", "--quiz", "soil", "--level", "recall")[0] == 2
    assert exported(root, "gift", "--form", "spring/A")[0] == 1


def test_reserved_items_do_not_go_out(root: Path) -> None:
    text = EVERY_TYPE.replace("  - id: soil-letter\n", "  - id: soil-letter\n    use: exam\n")
    write_course(root, with_quiz_of(ITEMS.replace("soil-letter, ", ""), text))
    code, file = exported(root, "qti3")
    assert code == 0
    with ZipFile(file) as archive:
        assert not [name for name in archive.namelist() if "soil-letter" in name]
        assert not [name for name in archive.namelist() if b"Names the roots" in archive.read(name)]


def test_a_question_of_another_kind_is_left_out_only_if_asked(root: Path, capsys: Captured) -> None:
    file = root.parent / "b.xml"
    file.write_text("<quiz><question type='ddwtos'/></quiz>", "utf-8")
    assert run(["import", str(file), "--course", str(root)]) == 1
    assert "error[CW1053]" in capsys.readouterr().err
    assert run(["import", str(file), "--course", str(root), "--skip"]) == 0
    assert "warning[CW1054]" in capsys.readouterr().err


def test_the_whole_way_keeps_what_the_bank_says(root: Path) -> None:
    """What QTI carries is read back as it was, so that an update finds nothing to write but hints."""
    before = {item["id"]: item for item in yaml.safe_load(EVERY_TYPE)["items"]}
    code, file = exported(root, "qti3")
    assert code == 0
    assert run(["import", str(file), "--course", str(root), "--update"]) == 0
    after = {item["id"]: item for item in bank(root, "soil")}
    for id, item in before.items():
        assert json.dumps(item.get("hints")) == json.dumps(after[id].get("hints"))
        assert after[id].get("stem", "").split() == str(item.get("stem", "")).split()


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_that_comes_back_changes_nothing(root: Path, format: str, capsys: Captured) -> None:
    code, file = exported(root, format, "--skip")
    assert code == 0
    before = contents(root)
    assert run(["import", str(file), "--course", str(root), "--update"]) == 0, capsys.readouterr().err
    assert contents(root) == before


@pytest.mark.parametrize("format", [*FORMATS, "xlsx", "csv"])
def test_an_export_of_the_starter_says_nothing_new_without_update(
    tmp_path: Path, format: str, capsys: Captured
) -> None:
    """Its bank writes a tolerance of 0, which may be left out, and what some of the formats do not hold."""
    root = tmp_path / "course"
    assert run(["new", str(root), "--language", "en"]) == 0
    code, file = exported(root, format, "--skip", file=tmp_path / FORMATS.get(format, f"a.{format}"))
    assert code == 0, capsys.readouterr().err
    capsys.readouterr()
    assert run(["import", str(file), "--course", str(root)]) == 1
    told = capsys.readouterr().err
    assert [line[:13] for line in told.splitlines() if line.startswith("error")] == ["error[CW1076]"]
    ((count, all, where),) = re.findall(r"word for word: (\d+) of (\d+) \((.*)\)", told)
    assert count == all
    assert where.startswith("mail-clicked.xml, " if format.startswith("qti") else "rows ")


def test_a_change_is_named_beside_what_the_format_does_not_hold(root: Path, capsys: Captured) -> None:
    code, file = exported(root, "gift", "--skip")
    assert code == 0
    stem = next(each for each in bank(root, "soil") if each["id"] == "soil-letter")["stem"]
    file.write_text(file.read_text("utf-8").replace(stem, f"{stem} Say it in one word."), "utf-8")
    capsys.readouterr()
    assert run(["import", str(file), "--course", str(root)]) == 1
    assert "it is the same question with changes (stem): --update" in capsys.readouterr().err


def test_what_was_changed_in_a_file_is_all_that_changes(root: Path, capsys: Captured) -> None:
    """GIFT has no place for criteria, nor for tolerance and hints of what stands beside the change."""
    code, file = exported(root, "gift", "--skip")
    assert code == 0
    before = {each["id"]: each for each in bank(root, "soil")}
    text = file.read_text("utf-8")
    stem, words = before["soil-letter"]["stem"], before["soil-top"]["explanation"]
    assert text.count(stem) == text.count(words) == 1
    file.write_text(text.replace(stem, "Why is it so dark?").replace(words, "Humus is on top."), "utf-8")
    assert run(["import", str(file), "--course", str(root), "--update"]) == 0, capsys.readouterr().err
    after = {each["id"]: each for each in bank(root, "soil")}
    assert after.pop("soil-letter") == before.pop("soil-letter") | {"stem": "Why is it so dark?"}
    assert after.pop("soil-top") == before.pop("soil-top") | {"explanation": "Humus is on top."}
    assert after == before
