"""The exams of the course that stands beside the engine, as they go to print."""

import shutil
from pathlib import Path

import pytest
from exam_course import make_exam
from sessions import DATE, candidates

from coursewright.exams.printing import Printing
from coursewright.exams.seating import seated
from coursewright.exams.store import get
from trees import CHINESE, ROOT

MOST_PAGES = 4
"""Two sheets of paper, printed on both sides."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("course")
    for name in ("content", "quizzes", "site_overrides"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy


@pytest.mark.parametrize("exam", ["rm-foundation", "rm-advanced"])
def test_answer_sheets_are_two_pieces_of_paper_in_the_order_of_the_paper(root: Path, exam: str) -> None:
    make_exam(root, exam, exam)
    session = get(root, exam).session
    rooms = seated(candidates(2), [form.code for form in session.forms])
    for variant, pages in Printing(session, rooms, 1, DATE, CHINESE).pages.items():
        assert len(pages) <= MOST_PAGES, variant
        numbers = [bubble.number for page in pages for bubble in page.bubbles if bubble.number]
        assert numbers == sorted(numbers), variant
        assert {*numbers} == {*range(1, len(session.forms[0].questions) + 1)}
