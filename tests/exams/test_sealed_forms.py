"""What is sealed of a form: it opens with each code, and says nothing of what is right, in no form."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from published import PEOPLE, Exam

from coursewright.exams.sealing import jwe
from coursewright.exams.sealing.asked import NotAnAnswer, answer_of, bare, named
from coursewright.exams.sealing.code import read_code
from coursewright.exams.sealing.package import as_bytes, digest_of
from coursewright.exams.sealing.paper import Sheets
from coursewright.model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Number,
    Texts,
)
from coursewright.scoring import score
from trees import ENGLISH

pytest_plugins = ["published_fixtures"]
TEACHES = {
    "rationale",
    "explanation",
    "hints",
    "sample",
    "accept",
    "if_true",
    "if_false",
    "mistakes",
    "rubric",
}


def opened(exam: Exam, number: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The ticket of a candidate's code as it is printed, and the form that it opens."""
    code = read_code(exam.admission(number).code.shown)
    ticket = json.loads(jwe.open_by_secret(exam.package["tickets"][code.ticket], code.secret))
    form = ticket["candidates"][0]["form"]
    key = base64.urlsafe_b64decode(ticket["keys"][form] + "=")
    return ticket, json.loads(jwe.open_by_key(exam.package["forms"][form], key))


def test_every_code_opens_the_form_of_its_candidate_and_no_other(exam: Exam) -> None:
    for number in (*(each.number for each in PEOPLE), "spare-01"):
        ticket, form = opened(exam, number)
        admitted = exam.admitted(number)
        assert ticket["candidates"] == [
            {
                "number": number,
                "name": admitted.name,
                "form": admitted.form,
                "extra": admitted.extra,
                "ticket": exam.admission(number).code.ticket,
                "proof": exam.admission(number).proof_of(number),
                **({"spare": True} if exam.admission(number).is_spare else {}),
            }
        ]
        assert [*ticket["keys"]] == [form["form"]] == [admitted.form]
    assert {exam.admitted(number).form for number in ("1001", "1002")} == {"A", "B"}


def test_a_form_has_what_a_page_shows_of_it(exam: Exam) -> None:
    _, form = opened(exam, "1001")
    assert {"form", "minutes", "points", "rules", "parts", "questions", "cases", "media"} == form.keys()
    assert [each["number"] for each in form["questions"]] == [*range(1, 12)]
    assert [each for part in form["parts"] for each in part["questions"]] == [*range(1, 12)]
    assert sum(each["points"] for each in form["questions"]) == form["points"] == 13
    assert form["minutes"] == 30
    assert {each["case"] for each in form["questions"]} == {None, "c1"}
    assert form["cases"]["c1"]["title"] == "A wet bed"
    assert "<table>" in form["cases"]["c1"]["html"]
    for each in form["questions"]:
        assert each["html"].startswith(f'<fieldset class="cw-q" id="q-{each["item"]}" data-shape="')


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def teaching(value: Any) -> Iterator[str]:
    """Texts that only who knows the answers may read."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from texts(each) if name in TEACHES else teaching(each)
    elif isinstance(value, list):
        for each in value:
            yield from teaching(each)


def hidden(text: str) -> Iterator[bytes]:
    """A text in clear, in hex, and in Base64 wherever it may begin."""
    raw = text.encode()
    yield raw
    yield json.dumps(text).strip('"').encode()
    yield raw.hex().encode()
    for before in range(3):
        whole = base64.b64encode(bytes(before) + raw)
        inner = whole[-(-before * 4 // 3) + 1 : len(whole) // 4 * 4 - 4]
        if len(inner) > 8:
            yield inner
            yield inner.replace(b"+", b"-").replace(b"/", b"_")


def test_nothing_of_what_is_right_is_in_it_in_any_form(exam: Exam) -> None:
    """Searched is all that a candidate can come by: the package, and every ticket and form, opened."""
    numbers = [each.admitted[0].number for each in exam.admissions]
    seen = as_bytes(exam.package) + b"".join(
        json.dumps(opened(exam, number), ensure_ascii=False).encode() for number in numbers
    )
    items = {id: item.model.model_dump(mode="json") for id, item in exam.kept.session.items.items()}
    asked = exam.kept.session.asked(ENGLISH)
    shown = {
        entry.text
        for each in asked.values()
        for name in ("options", "steps", "things", "targets")
        for entry in getattr(each.interaction, name, ())
    } | {item["stem"] for item in items.values()}
    said = {text for item in items.values() for text in teaching(item) if len(text) > 3} - shown
    secret = said | {*items} | {item.identity for item in exam.kept.session.items.values()}
    assert {
        "Leaves rot there.",
        "topsoil",
        "Loose soil lets roots and water down.",
        "Names the roots.",
    } <= secret
    assert [text for text in secret for form in hidden(text) if form in seen] == []
    ids = {
        entry.id
        for each in asked.values()
        for name in ("options", "steps", "things", "targets", "gaps")
        for entry in getattr(each.interaction, name, ())
        if entry.id not in ("true", "false", "answer")  # words that a page has anyway
    }
    assert ids
    assert [id for id in ids if re.search(rb'(?:["=>])' + re.escape(id.encode()) + rb'(?:["<])', seen)] == []
    assert exam.kept.keys not in seen
    assert json.loads(exam.kept.keys)["nonce"].encode() not in seen


@pytest.mark.parametrize(
    "mark",
    [
        "cw-a",
        "cw-hint",
        "cw-e",
        "cw-sample",
        "data-also",
        "data-value",
        "data-tolerance",
        "data-points",
        "data-variants",
        'class="k"',
        '<li data-id="e1" class',
    ],
)
def test_no_mark_of_what_scores_is_on_a_question(exam: Exam, mark: str) -> None:
    _, form = opened(exam, "1001")
    assert [
        each["item"] for each in form["questions"] if re.search(rf"{re.escape(mark)}(?![\w-])", each["html"])
    ] == []


def turned(asked: Asked) -> Asked:
    """The same question with another answer, and other reasons."""
    match asked:
        case AskedChoice(interaction, key):
            others = frozenset(option.id for option in interaction.options) - key
            options = tuple(replace(option, rationale="other") for option in interaction.options)
            return replace(asked, interaction=replace(interaction, options=options), key=others)
        case AskedOrder(_, key):
            return replace(asked, key=key[::-1])
        case AskedMatch(interaction, key):
            targets = {
                target.id: interaction.targets[at - 1].id for at, target in enumerate(interaction.targets)
            }
            return replace(asked, key={thing: targets[target] for thing, target in key.items()})
        case AskedGaps(_, key):
            wrong: dict[str, Number | Texts] = {
                id: Number("99", "7") if isinstance(each, Number) else Texts(("other",))
                for id, each in key.items()
            }
            return replace(asked, key=wrong)
        case AskedWritten(interaction):
            return AskedWritten(interaction, (), "other")


def test_a_question_is_the_same_whatever_is_right(exam: Exam) -> None:
    session = exam.kept.session
    asked = session.asked(ENGLISH)
    for form in session.forms:
        for question in form.questions:
            one, other = asked[question.item], turned(asked[question.item])
            assert one != other
            assert bare(question, one) == bare(question, other)


def right(asked: Asked) -> Any:
    """A response that earns everything."""
    match asked:
        case AskedChoice(_, key):
            return sorted(key)
        case AskedOrder(_, key):
            return list(key)
        case AskedMatch(_, key):
            return dict(key)
        case AskedGaps(_, key):
            return {
                id: each.accepted[0] if isinstance(each, Texts) else each.value for id, each in key.items()
            }
        case AskedWritten():
            return {"text": "A text."}


def told(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [names[each] for each in value]
    return {names.get(name, name): names.get(each, each) for name, each in value.items()}


def test_a_response_by_the_names_of_a_form_is_read_by_the_ids_of_its_items(exam: Exam) -> None:
    session = exam.kept.session
    asked = session.asked(ENGLISH)
    for form in session.forms:
        for question in form.questions:
            each = asked[question.item]
            gaps = [gap.id for gap in each.interaction.gaps] if isinstance(each, AskedGaps) else []
            names = {
                id: f"{sign}{at}"
                for sign, ids in (("e", question.entries), ("t", question.targets), ("g", gaps))
                for at, id in enumerate(ids, 1)
            }
            answer = answer_of(question, each, told(right(each), names))
            assert answer == right(each)
            if not isinstance(each, AskedWritten):
                points = score(each, answer)
                assert points.points == points.of


LONG = "x" * 20_001
WRONG = (
    *(None, 0, "e1", [1], ["e99"], ["e1", "e1"], [["e1"]]),
    *({"e1": 1}, {"x": "y"}, {"g1": None}, {"text": 3}, {"text": LONG}, {"g1": LONG}, {"e1": "t99"}),
)


@pytest.mark.parametrize("response", WRONG)
def test_what_no_page_gives_is_no_answer(exam: Exam, response: Any) -> None:
    session = exam.kept.session
    asked = session.asked(ENGLISH)
    for question in session.forms[0].questions:
        each = asked[question.item]
        if isinstance(each, AskedWritten) and response == {"x": "y"}:
            continue
        if isinstance(each, AskedWritten) and isinstance(response, dict) and "text" not in response:
            continue
        with pytest.raises(NotAnAnswer):
            answer_of(question, each, response)


def test_one_option_is_one(exam: Exam) -> None:
    session = exam.kept.session
    question = next(each for each in session.forms[0].questions if each.item == "exam-top")
    with pytest.raises(NotAnAnswer):
        answer_of(question, session.asked(ENGLISH)["exam-top"], ["e1", "e2"])


def test_a_package_is_known_by_what_is_sealed_in_it(exam: Exam) -> None:
    turned_round = {**exam.package, "tickets": dict(reversed(exam.package["tickets"].items()))}
    assert digest_of(turned_round) == digest_of(exam.package)
    assert digest_of({**exam.package, "forms": {}}) != digest_of(exam.package)
    forms = [Sheets(exam.kept, ENGLISH).plain(form) for form in exam.kept.session.forms]
    assert forms == [Sheets(exam.kept, ENGLISH).plain(form) for form in exam.kept.session.forms]
    assert [named(at) for at in (1, 2)] == ["q1", "q2"]


def test_the_search_finds_what_is_hidden() -> None:
    text = "Leaves rot there."
    for before in range(4):
        raw = b"x" * before + text.encode() + b"more"
        for seen in (raw, raw.hex().encode(), base64.b64encode(raw), base64.urlsafe_b64encode(raw)):
            assert any(form in seen for form in hidden(text))
