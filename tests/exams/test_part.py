"""The parts of a form: by type, by chapter, or none."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from sessions import COUNT, printing, session

from coursewright.exams.blocks import blocks_of
from coursewright.exams.form import Form
from coursewright.exams.paper.asking import part_number
from coursewright.exams.part import parts
from coursewright.exams.session import Session
from trees import CHINESE, ENGLISH

LATE = "beds"
"""A chapter of the last questions."""


def ordered(root: Path, order: str) -> Session:
    return session(root, f"{{count: 2, overlap: {COUNT}, order: {order}}}")


def in_two_chapters(made: Session, late: int) -> Session:
    """With the last questions of every form in another chapter."""
    moved = {question.item for question in made.forms[0].questions[-late:]}
    items = {id: replace(item, chapter=LATE) if id in moved else item for id, item in made.items.items()}
    return replace(made, items=items, chapters={**made.chapters, LATE: "Beds and paths"})


def numbers(made: Session, form: Form) -> dict[str, list[int]]:
    return {part.title: [number for number, _ in part.questions] for part in parts(made, form, ENGLISH)}


def test_a_form_by_type_has_a_part_of_each(tmp_path: Path) -> None:
    made = ordered(tmp_path, "types")
    found = numbers(made, made.forms[0])
    assert {"Single choice", "True or false", "Matching"} < {*found}
    assert "Short answer" in found
    assert [*chain(*found.values())] == [*range(1, COUNT + 1)]


def test_a_form_by_chapters_has_a_part_of_each_with_its_title(tmp_path: Path) -> None:
    made = in_two_chapters(ordered(tmp_path, "chapters"), late=3)
    assert numbers(made, made.forms[0]) == {
        made.chapters["soil"]: [*range(1, 9)], "Beds and paths": [9, 10, 11],
    }  # fmt: skip
    groups = [block.group for block in blocks_of(made, made.forms[0], ENGLISH)]
    assert [*dict.fromkeys(groups)] == [made.chapters["soil"], "Beds and paths"]
    page = next(iter(printing(made, count=1).pages.values()))[0]
    assert any(text.text.startswith("Beds and paths  9") for text in page.texts)


def test_a_case_is_in_the_chapter_of_its_first_question(tmp_path: Path) -> None:
    made = ordered(tmp_path, "chapters")
    form = made.forms[0]
    first, second = (question.item for question in form.questions if made.items[question.item].case)
    apart = replace(made, items={**made.items, second: replace(made.items[second], chapter=LATE)})
    assert made.items[first].case == made.items[second].case
    assert numbers(apart, form) == {made.chapters["soil"]: [*range(1, COUNT + 1)]}


def test_a_mixed_form_has_none(tmp_path: Path) -> None:
    made = ordered(tmp_path, "mixed")
    assert numbers(made, made.forms[0]) == {"": [*range(1, COUNT + 1)]}


@pytest.mark.parametrize(
    ("number", "chinese", "roman"),
    [
        (1, "一、", "I. "),
        (9, "九、", "IX. "),
        (10, "十、", "X. "),
        (11, "十一、", "XI. "),
        (24, "二十四、", "XXIV. "),
        (40, "四十、", "XL. "),
    ],
)
def test_there_may_be_many_parts(number: int, chinese: str, roman: str) -> None:
    assert part_number(number, CHINESE) == chinese
    assert part_number(number, ENGLISH) == roman
