"""What people write down for an answer, read by the letters, numbers and ids that stand for it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sessions import session

from coursewright.exams.form import Question
from coursewright.exams.grading.meaning import Style, Twofold, Unclear, response_of
from coursewright.exams.grading.shaped import is_shaped
from coursewright.exams.key import shown_key
from coursewright.model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    Choice,
    Entry,
    Gap,
    Gaps,
    Match,
    Order,
    Target,
    Texts,
)
from coursewright.scoring import score
from trees import ENGLISH

ENTRIES = tuple(Entry(id, id, None) for id in ("p", "q", "r", "s"))
TARGETS = (Target("x", "X"), Target("y", "Y"))
CHOICE = AskedChoice(Choice(ENTRIES, many=True), frozenset({"p", "q"}))
TRUTH = AskedChoice(
    Choice((Entry("true", "", None), Entry("false", "", None)), many=False), frozenset({"true"})
)
ORDER = AskedOrder(Order(ENTRIES), ("p", "q", "r", "s"))
MATCH = AskedMatch(Match(ENTRIES, TARGETS), {"p": "x", "q": "y", "r": "x", "s": "y"})
GAPS = AskedGaps(Gaps((Gap("g", None), Gap("h", None))), {"g": Texts(("a",)), "h": Texts(("b",))})
GAP = AskedGaps(Gaps((Gap("g", None),)), {"g": Texts(("a",))})
OPTIONS = Question("i", 1, ("s", "r", "q", "p"))
PUT = Question("i", 1, ("s", "r", "q", "p"), ("y", "x"))
SAID = Question("i", 1, ("true", "false"))
PLAIN = Question("i", 1)


@pytest.mark.parametrize(
    ("question", "asked", "texts", "style", "response"),
    [
        (OPTIONS, CHOICE, {"": "CD"}, "letters", ["q", "p"]),
        (OPTIONS, CHOICE, {"": " ｄ、c "}, "letters", ["p", "q"]),
        (OPTIONS, CHOICE, {"": "3,4"}, "numbers", ["q", "p"]),
        (OPTIONS, CHOICE, {"RESPONSE": "q\x1f_p"}, "ids", ["q", "p"]),
        (OPTIONS, CHOICE, {"": "未答"}, "letters", None),
        (SAID, TRUTH, {"": "错"}, "letters", ["false"]),
        (SAID, TRUTH, {"": "√"}, "letters", ["true"]),
        (SAID, TRUTH, {"": "B"}, "letters", ["false"]),
        (OPTIONS, ORDER, {"": "DCBA"}, "letters", ["p", "q", "r", "s"]),
        (OPTIONS, ORDER, {"1": "D", "2": "C"}, "letters", ["p", "q"]),
        (OPTIONS, ORDER, {"": "4,3,2,1"}, "numbers", ["p", "q", "r", "s"]),
        (PUT, MATCH, {"": "1-A 2B"}, "letters", {"s": "y", "r": "x"}),
        (PUT, MATCH, {"": "ABAB"}, "letters", {"s": "y", "r": "x", "q": "y", "p": "x"}),
        (PUT, MATCH, {"2": "B"}, "letters", {"r": "x"}),
        (PUT, MATCH, {"1": "1", "4": "2"}, "numbers", {"s": "y", "p": "x"}),
        (PUT, MATCH, {"RESPONSE": "p x-target\x1f_q _y-target"}, "ids", {"p": "x", "q": "y"}),
        (PLAIN, GAPS, {"": "one; two"}, "letters", {"g": "one", "h": "two"}),
        (PLAIN, GAPS, {"2": "two"}, "letters", {"h": "two"}),
        (PLAIN, GAPS, {"GAP_1": "one"}, "ids", {"g": "one"}),
        (PLAIN, GAP, {"": "a; b"}, "letters", {"g": "a; b"}),
    ],
)
def test_a_text_is_a_response(
    question: Question, asked: Asked, texts: dict[str, str], style: Style, response: object
) -> None:
    assert response_of(question, asked, texts, style) == response


@pytest.mark.parametrize(
    ("question", "asked", "text", "wanted"),
    [
        (OPTIONS, CHOICE, "E", "A–D"),
        (OPTIONS, CHOICE, "AA", "A–D"),
        (OPTIONS, ORDER, "DCBX", "A–D"),
        (PUT, MATCH, "5A", "1–4, A–B"),
        (PUT, MATCH, "AB", "1-… 2-… 3-… 4-…"),
        (PLAIN, GAPS, "a;b;c", "… ; …"),
    ],
)
def test_a_text_that_is_none_says_what_would_be(
    question: Question, asked: Asked, text: str, wanted: str
) -> None:
    with pytest.raises(Unclear) as found:
        response_of(question, asked, {"": text}, "letters")
    assert (found.value.text, found.value.wanted) == (text, wanted)


@pytest.mark.parametrize(
    ("question", "asked", "texts", "style"),
    [
        (SAID, TRUTH, {"": "AB"}, "letters"),
        (SAID, TRUTH, {"": "对错"}, "letters"),
        (SAID, TRUTH, {"": "1,2"}, "numbers"),
        (SAID, TRUTH, {"RESPONSE": "true\x1ffalse"}, "ids"),
        (SAID, TRUTH, {"1": "A", "2": "B"}, "letters"),
        (OPTIONS, CHOICE, {"": "A", "1": "B"}, "letters"),
        (OPTIONS, ORDER, {"": "DCBA", "4": "A"}, "letters"),
        (PUT, MATCH, {"": "1-A 1-B 2-B"}, "letters"),
        (PUT, MATCH, {"": "1-A", "1": "B", "2": "A"}, "letters"),
        (PUT, MATCH, {"": "1", "1": "2"}, "numbers"),
        (PUT, MATCH, {"RESPONSE": "p x-target\x1fp y-target"}, "ids"),
        (PUT, MATCH, {"RESPONSE": "p x-target\x1f_p y-target"}, "ids"),
        (PLAIN, GAPS, {"": "one; two", "2": "three"}, "letters"),
        (PLAIN, GAPS, {"GAP_1": "one", "RESPONSE_1": "two"}, "ids"),
        (PLAIN, GAP, {"GAP": "one", "GAP_1": "two"}, "ids"),
    ],
)
def test_of_two_answers_where_there_can_be_one_none_is_chosen(
    question: Question, asked: Asked, texts: dict[str, str], style: Style
) -> None:
    with pytest.raises(Twofold):
        response_of(question, asked, texts, style)


def test_what_is_said_twice_alike_is_said_once() -> None:
    texts = {"RESPONSE": "p x-target\x1fp x-target\x1fq y-target"}
    assert response_of(PUT, MATCH, texts, "ids") == {"p": "x", "q": "y"}
    assert response_of(PUT, MATCH, {"": "1-A 1-A"}, "letters") == {"s": "y"}


def test_the_key_as_it_is_printed_is_right_on_every_form(tmp_path: Path) -> None:
    made = session(tmp_path)
    asked = made.asked(ENGLISH)
    for form in made.forms:
        for question in form.questions:
            shown = (
                shown_key(question, asked[question.item]).split(" ± ")[0].replace("humus / topsoil", "humus")
            )
            if shown:
                found = score(
                    asked[question.item], response_of(question, asked[question.item], {"": shown}, "letters")
                )
                assert found.points == found.of


@given(
    st.sampled_from(
        [(OPTIONS, CHOICE), (SAID, TRUTH), (OPTIONS, ORDER), (PUT, MATCH), (PLAIN, GAPS), (PLAIN, GAP)]
    ),
    st.dictionaries(st.sampled_from(["", "1", "2", "9", "GAP_1"]), st.text(max_size=12), max_size=3),
    st.sampled_from(["letters", "numbers", "ids"]),
)
def test_whatever_is_written_is_a_response_or_told(
    about: tuple[Question, Asked], texts: dict[str, str], style: Style
) -> None:
    question, asked = about
    try:
        response = response_of(question, asked, texts, style)
    except Unclear:
        return
    assert response is None or is_shaped(asked, response)
