"""Every kind of file that answers come in, graded together by the command."""

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from answered import (
    Captured,
    exam,
    form,
    graded,
    head,
    kept,
    keyed,
    made,
    number_of,
    percents,
    results,
    row,
    rows,
)
from sessions import NAME

from coursewright.exams.form import Question
from coursewright.exams.key import key_of
from coursewright.exams.session import Session
from coursewright.model.items.interaction import AskedWritten
from trees import ENGLISH


@pytest.fixture
def root(tmp_path: Path, capsys: Captured) -> Path:
    course = made(tmp_path)
    capsys.readouterr()
    return course


def rights(made: Session, code: str) -> list[tuple[int, Question, Any]]:
    """Number, question and the right response of everything that a machine scores."""
    asked = made.asked(ENGLISH)
    questions = next(each.questions for each in made.forms if each.code == code)
    return [
        (number, question, _right(key_of(asked[question.item])))
        for number, question in enumerate(questions, 1)
        if not isinstance(asked[question.item], AskedWritten)
    ]


def _right(key: Any) -> Any:
    if isinstance(key, dict):
        return {
            id: each if isinstance(each, str) else each.get("value") or each["accepted"][0]
            for id, each in key.items()
        }
    return key


def pushed(root: Path, number: str, code: str) -> Path:
    """As a form service counts: options by their numbers, a field for each thing, step and gap."""
    said: dict[str, str] = {"sojumpparm": number, "form": code}
    for at, question, response in rights(kept(root).session, code):
        if isinstance(response, list):
            said[f"q{at}"] = ",".join(str(question.entries.index(id) + 1) for id in response)
        elif question.targets:
            for thing, target in response.items():
                said[f"q{at}_{question.entries.index(thing) + 1}"] = str(question.targets.index(target) + 1)
        else:
            said |= {f"q{at}_{gap}": text for gap, text in enumerate(response.values(), 1)}
    file = root.parent / "pushes.jsonl"
    file.write_text(json.dumps(said) + "\n", "utf-8")
    return file


def reported(root: Path, number: str, code: str) -> Path:
    """As a platform reports what it had from our QTI."""
    items = "".join(_item(question, response) for _at, question, response in rights(kept(root).session, code))
    file = root.parent / "report.xml"
    context = f'<context sourcedId="{number}"/>'
    space = 'xmlns="http://www.imsglobal.org/xsd/imsqti_result_v2p1"'
    file.write_text(f"<assessmentResult {space}>{context}{items}</assessmentResult>", "utf-8")
    return file


def _item(question: Question, response: Any) -> str:
    if isinstance(response, list):
        given = {"RESPONSE": response}
    elif question.targets:
        given = {"RESPONSE": [f"{thing} {target}-target" for thing, target in response.items()]}
    else:
        given = {f"GAP_{at}": [text] for at, text in enumerate(response.values(), 1)}
    variables = "".join(
        f'<responseVariable identifier="{name}"><candidateResponse>'
        + "".join(f"<value>{escape(value)}</value>" for value in values)
        + "</candidateResponse></responseVariable>"
        for name, values in given.items()
    )
    return f'<itemResult identifier="{question.item}">{variables}</itemResult>'


def test_the_same_answers_are_worth_the_same_whichever_way_they_come(root: Path, capsys: Captured) -> None:
    files = [keyed(root, row(root, "001", "A")), pushed(root, "002", "B"), reported(root, "003", "A")]
    roster = root.parent / "roster.csv"
    assert form(root, "A").points == 13
    said = graded(root, capsys, *files)
    assert "CW1508" in said  # a report of QTI says no form, and sheets were printed for nobody
    assert percents(root) == {"001": 76.92, "002": 76.92}
    printed(root, roster)
    said = graded(root, capsys, *files)
    assert percents(root) == {"001": 76.92, "002": 76.92, "003": 76.92}
    short = keyed(
        root, ["1", *row(root, "001", "A")[2:]], name="short.csv", heading=["number", *head(root)[2:]]
    )
    graded(root, capsys, short)
    assert rows(root, "SELECT candidate, form, percent FROM candidates") == [("001", "A", 76.92)]
    graded(root, capsys, *files)
    ways = "SELECT origin FROM candidates ORDER BY candidate"
    assert [origin.split()[0] for (origin,) in rows(root, ways)] == ["table", "push", "qti"]
    sources = json.loads((results(root) / "results.json").read_bytes())["sources"]
    assert [each["way"] for each in sources] == ["table", "push", "qti"]


def test_an_answer_that_contradicts_itself_is_told_at_its_cell(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    top, pairs = (number_of(root, "A", item) for item in ("exam-top", "exam-pairs"))
    answers = row(root, "001", "A")
    answers[1 + top] = "AB"
    heading = [*head(root), f"{pairs}.1"]
    said = graded(root, capsys, keyed(root, [*answers, "A"], heading=heading))
    for at in (top, pairs):
        assert f"answers.csv:2:{2 + at}" in said
    assert said.count("CW1535") == 2
    responses = "SELECT response FROM responses WHERE item IN ('exam-top', 'exam-pairs')"
    assert rows(root, responses) == [("null",), ("null",)]


def printed(root: Path, roster: Path) -> None:
    assert exam(root, "sheets", NAME, "--roster", str(roster)) == 0
