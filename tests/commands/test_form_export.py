"""A form of an exam's session goes out below private/ only, in its order and with its points."""

import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from coursewright.commands.formats import FORMATS
from coursewright.commands.main import run
from coursewright.exams.store import get
from coursewright.exchange.formats import read
from coursewright.exchange.html_tree import words_in
from coursewright.exchange.qti_names import named
from coursewright.exchange.wordings import POINTS
from trees import BANK, COURSE, ENGLISH, EXAM, NOTICE, contents, write_course

Captured = pytest.CaptureFixture[str]
READ_BACK = [name for name, format in FORMATS.items() if format.is_read]
WRITTEN = [name for name, format in FORMATS.items() if not format.is_practice]
PRACTICE = [name for name, format in FORMATS.items() if format.is_practice]
WITH_POINTS = ("moodle-xml", "qti3", "qti21", "markdown")

RESERVED = "".join(
    f"""\
  - id: kept-{at}
    type: single-choice
    use: exam
    objective: soil/layers/name
    level: recall
    stem: Which layer lies at {at} cm?
    options:
      - {{text: Humus {at}, key: true, rationale: It does.}}
      - {{text: Clay {at}, rationale: It lies deeper.}}
      - {{text: Rock {at}, rationale: It lies below all.}}
    explanation: Layers lie on one another.
"""
    for at in range(1, 7)
)
BLUEPRINT = """\
title: A small exam
summary: For trying.
purpose: To try.
minutes: 10
cut: 60
reason: It is small.
items: 2
demands:
  - {level: recall, items: 2}
forms: {count: 2}
worth: {single-choice: 2}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    course = write_course(tmp_path / "course", {BANK: COURSE[BANK] + RESERVED, EXAM: BLUEPRINT})
    (course / NOTICE).unlink()
    assert (
        run(["exam", "make", "spade", "spring", "--by", "Ann", "--seed", "s", "--course", str(course)]) == 0
    )
    return course


def exported(root: Path, format: str, file: str = "private/a.file", form: str = "spring/B") -> int:
    asked = ["--form", form, "--by", "Bo", "--course", str(root)]
    return run(["export", format, str(root / file), *asked])


def shown(root: Path) -> list[tuple[str, list[str]]]:
    """The stem of every question of form B and its options, as they stand on the form."""
    session = get(root, "spring").session
    found = []
    for question in session.forms[1].questions:
        model = session.items[question.item].model.model_dump()
        texts = {option["id"]: option["text"] for option in model["options"]}
        found.append((model["stem"], [texts[id] for id in question.entries]))
    return found


@pytest.mark.parametrize("format", READ_BACK)
def test_a_form_stands_in_every_file_as_it_is(root: Path, format: str, capsys: Captured) -> None:
    assert exported(root, format) == 0
    lost = str(POINTS) in capsys.readouterr().err
    assert lost == (format not in WITH_POINTS)
    name = f"a{FORMATS[format].ending}"
    drafts = read(name, (root / "private/a.file").read_bytes(), None, ENGLISH).drafts
    found = [(each.data["stem"], [option["text"] for option in each.data["options"]]) for each in drafts]
    assert found == shown(root)
    assert any(not options[0].startswith("Humus") for _stem, options in found), "not as in the source"


def test_points_stand_where_a_file_can_hold_them(root: Path) -> None:
    for format in ("moodle-xml", "qti3", "markdown"):
        assert exported(root, format, f"private/{format}") == 0
    quiz = etree.parse(root / "private/moodle-xml")
    assert [each.text for each in quiz.iter("defaultgrade")] == ["2", "2"]
    assert (root / "private/markdown").read_text("utf-8").count(" (2 points)\n") == 2
    with ZipFile(root / "private/qti3") as archive:
        items = [name for name in archive.namelist() if name.startswith("items/")]
        for item in map(etree.fromstring, map(archive.read, items)):
            most = [
                each for each in named(item, "outcomeDeclaration") if each.get("identifier") == "MAXSCORE"
            ]
            assert [words_in(each) for each in most] == ["2"]
            assert [each.get("shuffle") for each in named(item, "choiceInteraction")] == ["false"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_form_goes_below_private_only_and_not_among_the_sessions(
    root: Path, format: str, capsys: Captured
) -> None:
    before = contents(root)
    for place in (
        "site/a",
        "a",
        "private/../a",
        "private/sessions/spring/session.json",
        "private/sessions/a",
    ):
        capsys.readouterr()
        assert exported(root, format, place) == 2
        assert "kept-" not in capsys.readouterr().err
    assert contents(root) == before


@pytest.mark.parametrize("format", PRACTICE)
def test_practice_takes_no_form(root: Path, format: str, capsys: Captured) -> None:
    assert exported(root, format) == 2
    assert "it takes no form of an exam" in capsys.readouterr().err
    assert not (root / "private/a.file").exists()


def test_the_journal_says_what_went_out(root: Path, capsys: Captured) -> None:
    assert exported(root, "qti3", "private/lms/b.zip") == 0
    entry = get(root, "spring").entries[-1]
    digest = sha256((root / "private/lms/b.zip").read_bytes()).hexdigest()
    assert (entry.did, entry.by) == ("exported", "Bo")
    assert entry.about == {"form": "B", "format": "qti3", "file": "private/lms/b.zip", "digest": digest}
    assert run(["exam", "verify", "spring", "--course", str(root)]) == 0
    capsys.readouterr()
    assert run(["exam", "list", "--course", str(root)]) == 0
    assert "exported" in capsys.readouterr().out


def test_practice_leaves_no_trace_in_a_journal(root: Path) -> None:
    before = get(root, "spring").entries
    assert run(["export", "gift", str(root.parent / "a.gift"), "--course", str(root)]) == 0
    assert get(root, "spring").entries == before


def test_nothing_is_made_of_a_session_that_is_void(root: Path, capsys: Captured) -> None:
    assert exported(root, "qti3") == 0
    void = ["exam", "void", "spring", "--reason", "Seen", "--by", "Ann", "--course", str(root)]
    assert run(void) == 0
    roster = root.parent / "roster.csv"
    roster.write_text("name,number\nAnn,1001\n", "utf-8")
    before = contents(root)
    on = ["--by", "Ann", "--course", str(root)]
    for command in (
        ["export", "moodle-xml", str(root / "private/void.xml"), "--form", "spring/A"],
        ["items", "export", str(root / "private/void.xlsx"), "--form", "spring/A"],
        ["exam", "print", "spring"],
        ["exam", "sheets", "spring", "--roster", str(roster)],
        ["exam", "announce", "spring", "--date", "2026-12-01"],
    ):
        capsys.readouterr()
        assert run([*command, *on]) == 1
        assert "the session “spring” is void: nothing is printed, announced" in capsys.readouterr().err
    assert contents(root) == before


@pytest.mark.parametrize("format", WRITTEN)
@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("void", "the session “spring” is void: nothing is printed, announced or exported of it"),
        ("session.json", "session.json is damaged or of a later version: this session cannot be trusted"),
        ("changed", "cannot be trusted"),
        ("journal.jsonl", "the journal of the session “spring” is empty"),
    ],
)
def test_no_format_takes_a_session_that_does_not_count(
    root: Path, format: str, harm: str, said: str, capsys: Captured
) -> None:
    if harm == "void":
        void = ["exam", "void", "spring", "--reason", "Seen", "--by", "Ann", "--course", str(root)]
        assert run(void) == 0
    elif harm == "changed":
        file = root / "private/sessions/spring/session.json"
        file.write_text(file.read_text("utf-8").replace("Humus", "Peat"), "utf-8")
    else:
        (root / "private/sessions/spring" / harm).write_bytes(b"")
    before = contents(root)
    capsys.readouterr()
    assert exported(root, format) == 1
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
    assert contents(root) == before


def test_what_there_is_not_is_told(root: Path, capsys: Captured) -> None:
    assert exported(root, "qti3", form="spring/C") == 2
    assert "there is no form “C”" in capsys.readouterr().err
    assert exported(root, "qti3", form="sprung/A") == 1
    assert "there is no session “sprung”" in capsys.readouterr().err


def test_the_journal_is_whole_after_it(root: Path) -> None:
    """A line an entry, each with the hash of the one before."""
    for format in ("qti3", "text"):
        assert exported(root, format, f"private/{format}") == 0
    lines = (root / "private/sessions/spring/journal.jsonl").read_text("utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    assert [each["did"] for each in entries] == ["made", "exported", "exported"]
    assert [each["before"] for each in entries[1:]] == [each["hash"] for each in entries[:-1]]


def test_a_link_leads_nothing_out_of_the_private_folder(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (root / "private/link").symlink_to(out)
    (root / "private/a.zip").symlink_to(out / "a.zip")
    for place in ("private/link/a.zip", "private/a.zip"):
        assert exported(root, "qti3", place) == 2
    assert [*out.iterdir()] == []
