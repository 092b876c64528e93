"""Invented answers come back as they were given, whichever way they take."""

from collections.abc import Iterator

import pytest

from coursewright.commands.main import run
from coursewright.commands.rehearsal.blueprint import EXAM, rehearsal_files
from coursewright.commands.rehearsal.message import said
from coursewright.exams.form import Form, Question
from coursewright.exams.grading.meaning import response_of
from coursewright.exams.sealing.asked import answer_of
from coursewright.exams.session import Session
from coursewright.exams.simulation.answering import Answered, Said, Simulation
from coursewright.exams.simulation.filling import filled
from coursewright.exams.simulation.keyed import keyed
from coursewright.exams.simulation.sealed import bared
from coursewright.exams.store import get
from coursewright.model.items.interaction import Asked
from coursewright.scoring import score
from coursewright.starter import start_course
from coursewright.words import Words

SAID: Said = said(Words("en"))
MANY = 200


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    root = tmp_path_factory.mktemp("simulated")
    start_course(root, "en")
    for path, content in rehearsal_files("en").items():
        (root / path).write_bytes(content)
    assert run(["exam", "make", EXAM, "one", "--seed", "s", "--by", "Ann", "--course", str(root)]) == 0
    return get(root, "one").session


def simulated(session: Session) -> Iterator[tuple[Form, Answered]]:
    simulation = Simulation(session, "s", SAID)
    return ((form, simulation.answered(form.code)) for _time in range(20) for form in session.forms)


def asked_of(session: Session) -> dict[str, Asked]:
    return session.asked(Words(session.language))


def given(form: Form, answered: Answered) -> list[tuple[Question, object]]:
    return [
        (question, answered.responses[question.item])
        for question in form.questions
        if question.item in answered.responses
    ]


def test_what_a_browser_seals_is_read_back(session: Session) -> None:
    asked = asked_of(session)
    for form, answered in simulated(session):
        for question, response in given(form, answered):
            named = bared(question, asked[question.item].interaction, response)
            assert answer_of(question, asked[question.item], named) == response


def test_what_is_keyed_in_is_read_back(session: Session) -> None:
    asked = asked_of(session)
    for form, answered in simulated(session):
        for question, text in zip(form.questions, keyed(session, form, answered), strict=True):
            own = asked[question.item]
            meant = response_of(question, own, {"": text}, "letters")
            before = answered.responses.get(question.item)
            assert score(own, meant) == score(own, before), question.item
            assert (meant is None) is (before is None)


def test_the_marker_of_a_sheet_gives_what_its_words_are_worth(session: Session) -> None:
    asked = asked_of(session)
    for _form, answered in simulated(session):
        marks = filled(asked, answered, SAID).marks
        for item in {place.item for place in marks if place.kind == "points"}:
            points = sum(int(value) for place, own in marks.items() if place.item == item for value in own)
            response = answered.responses[item]
            text = response.get("text", "") if isinstance(response, dict) else ""
            judged = {"text": text, "met": SAID.met(text)} if text else response
            assert points == score(asked[item], judged).points


def test_items_are_as_easy_as_they_say(session: Session) -> None:
    simulation, asked, form = Simulation(session, "s", SAID), asked_of(session), session.forms[0]
    found = [simulation.answered(form.code).responses for _time in range(MANY)]
    choices = [each.item for each in form.questions if session.items[each.item].model.type == "single-choice"]
    for item in choices:
        right = sum(score(asked[item], own.get(item)).points for own in found)
        assert abs(right / MANY - (session.items[item].model.facility or 0) / 100) < 0.1
