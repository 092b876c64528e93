"""A form of an exam's session goes out below private/ only, in its order and with its points."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from coursewright.commands.main import run
from coursewright.exams.store import get
from coursewright.exchange.markdown_of import words_in
from coursewright.exchange.qti_names import named
from trees import BANK, COURSE, EXAM, write_course

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
    assert (
        run(["exam", "make", "spade", "spring", "--by", "Ann", "--seed", "s", "--course", str(course)]) == 0
    )
    return course


def test_a_form_is_written_as_it_is_below_private_only(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    public = root / "site" / "a.zip"
    assert run(["export", "qti3", str(public), "--form", "spring/A", "--course", str(root)]) == 2
    assert not public.exists()
    assert "kept-" not in capsys.readouterr().err
    own = root / "private" / "a.zip"
    asked = ["--form", "spring/A", "--by", "Ann", "--course", str(root)]
    assert run(["export", "qti3", str(own), *asked]) == 0
    form = get(root, "spring").session.forms[0]
    with ZipFile(own) as archive:
        test = etree.fromstring(archive.read("test.xml"))
        asked = [each.get("identifier") for each in named(test, "assessmentItemRef")]
        assert asked == [question.item for question in form.questions]
        for question in form.questions:
            item = etree.fromstring(archive.read(f"items/{question.item}.xml"))
            options = [each.get("identifier") for each in named(item, "simpleChoice")]
            assert [id.removeprefix("_") for id in options if id] == [*question.entries]
            assert "2" in [words_in(each) for each in named(item, "outcomeDeclaration")]
            assert [each.get("shuffle") for each in named(item, "choiceInteraction")] == ["false"]


def test_a_form_that_there_is_not_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(root / "private" / "a.zip")
    assert run(["export", "qti3", file, "--form", "spring/C", "--course", str(root)]) == 2
    assert "there is no form “C”" in capsys.readouterr().err
