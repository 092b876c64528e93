"""The proof as a page: what each form has by type, and forms that lie on each other told apart."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfparts import texts
from sessions import session

from coursewright.exams.curve import differences
from coursewright.exams.proof_page import proof_pages
from coursewright.exams.report import sections
from trees import ENGLISH

SHARES = st.integers(1, 6).flatmap(
    lambda many: st.lists(st.lists(st.floats(0, 1), min_size=many, max_size=many), min_size=1, max_size=6)
)


def test_questions_are_counted_by_type_form_by_form(tmp_path: Path) -> None:
    made = session(tmp_path)
    (found,) = (each for each in sections(made, ENGLISH) if each.title == "Questions of each form by type")
    rows = {name: counts for name, *counts in found.rows}
    assert rows.pop("among them: Questions of cases") == ["2", "2"]
    assert rows["True or false"] == ["2", "2"]
    counted = Counter(made.items[question.item].model.type for question in made.forms[0].questions)
    assert sum(int(first) for first, _ in rows.values()) == counted.total()


def test_both_pages_say_what_the_curves_show(tmp_path: Path) -> None:
    pages = proof_pages(session(tmp_path), "2026-11-28", "Ann", ENGLISH)
    said = "how far each form is from the mean of all"
    assert said in pages["proof.html"].decode()
    assert said.replace(" ", "") in "".join(texts(pages["proof.pdf"]))


@given(SHARES)
def test_differences_from_the_mean_come_to_nothing(shares: list[list[float]]) -> None:
    assert [sum(each) for each in zip(*differences(shares), strict=True)] == pytest.approx(
        [0] * len(shares[0]), abs=1e-9
    )
