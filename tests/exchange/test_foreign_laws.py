"""What other programs are handed says the same when it comes back from them, whatever its texts."""

from pathlib import Path
from typing import Any

import pytest
from exchanging import WRITERS, parcel
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import drafts

from coursewright.exchange.prose import as_markdown, without_marks
from coursewright.model.items.bank import Bank
from trees import ENGLISH, brief, guide, problems_of

SIGNS = "a1 *_<>[]#`~|&\\!$甲乙，。、（）“”é-+=."
TEXTS = st.text(SIGNS, min_size=1, max_size=16).map(lambda text: f"x{text.strip()}y")
"""Texts of one line that begin and end in letters; how such forms part their lines is no concern here."""

ACCEPTED = st.text(f"{SIGNS};；｜", min_size=1, max_size=8).map(str.strip).filter(bool)

ENDINGS = {"kaoshibao": "a.xlsx", "chaoxing": "a.xlsx", "text": "a.txt", "word": "a.docx"}


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    texts = draw(st.lists(TEXTS, min_size=3, max_size=8, unique=True))
    keys = draw(st.sets(st.integers(0, len(texts) - 1), min_size=1))
    general = {
        "objective": "a/b/c",
        "level": "recall",
        "explanation": as_markdown(draw(TEXTS)),
        "unexplained": True,
    }
    entries: list[dict[str, Any]] = [{"text": as_markdown(text)} for text in texts]
    options = [{**entry, "key": True} if at in keys else entry for at, entry in enumerate(entries)]
    stem = as_markdown(draw(TEXTS))
    items = [
        {"id": "m", "type": "multiple-choice", "stem": stem, "options": options, **general},
        {"id": "o", "type": "ordering", "stem": stem, "steps": entries, **general},
        {"id": "t", "type": "true-false", "stem": stem, "answer": draw(st.booleans()), **general},
    ]
    return Bank.model_validate({"items": items})


@given(st.text(SIGNS + "\n", max_size=30).map(str.strip))
def test_signs_become_markdown_and_signs_again(text: str) -> None:
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    assert [" ".join(line.split()) for line in without_marks(as_markdown(text)).split("\n") if line] == lines


@pytest.mark.parametrize("text", ["因为 [x=1]。", "[a](b)", "[a][b]", "[a]: b"])
def test_brackets_are_shown_and_are_no_formula(tmp_path: Path, text: str) -> None:
    assert without_marks(as_markdown(text)) == text
    told = guide(as_markdown(text))
    assert brief(problems_of(tmp_path, told)) == brief(problems_of(tmp_path / "none", guide("Text.")))


def test_a_gap_between_signs_stays_a_gap() -> None:
    text = "First “___” and “___”; then 、___、___、 and ___与___。"
    assert without_marks(text) == text


def test_a_gap_on_a_line_of_its_own_stays() -> None:
    text = "Fill in:\n\n___\n\n| a | b |\n| --- | --- |\n| c | **d** |"
    assert without_marks(text) == "Fill in:\n___\na | b\nc | d"


@pytest.mark.parametrize("format", ENDINGS)
@settings(max_examples=25)
@given(bank=banks())
def test_it_says_the_same(format: str, bank: Bank) -> None:
    raw = WRITERS[format](parcel(bank), ENGLISH).content
    many, order, truth = drafts(ENDINGS[format], raw)
    before = [each.model_dump(exclude_defaults=True) for each in bank.items]
    assert many["stem"] == before[0]["stem"]
    assert many["options"] == [*before[0]["options"]]
    assert order["steps"] == [*before[1]["steps"]]
    assert truth["answer"] is before[2]["answer"]
    assert truth["explanation"] == before[2]["explanation"]


@pytest.mark.parametrize("format", ENDINGS)
@settings(max_examples=40)
@given(gaps=st.lists(st.lists(ACCEPTED, min_size=1, max_size=3, unique=True), min_size=1, max_size=3))
def test_a_key_says_the_same_or_is_told(format: str, gaps: list[list[str]]) -> None:
    item = {
        "id": "g",
        "type": "fill-in",
        "stem": f"Say {' and '.join(['___'] * len(gaps))}.",
        "blanks": [{"accept": texts} for texts in gaps],
        "objective": "a/b/c",
        "level": "recall",
        "explanation": "e",
    }
    sent = WRITERS[format](parcel(Bank.model_validate({"items": [item]})), ENGLISH)
    if sent.ledger.left:
        assert sent.count == 0
        return
    (found,) = drafts(ENDINGS[format], sent.content)
    assert found["type"] == "fill-in"
    after = [blank["accept"] for blank in found["blanks"]]
    assert all({*few} <= {*texts} for few, texts in zip(after, gaps, strict=True))
    assert after == gaps or sent.ledger.lost
