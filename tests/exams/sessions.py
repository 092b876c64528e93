"""Sessions of the small course, with an item of every type in every form."""

from pathlib import Path

from coursewright.commands.main import run
from coursewright.exams.printing import Printing
from coursewright.exams.seating import seated
from coursewright.exams.session import Session
from coursewright.exams.store import get
from coursewright.model.candidate import Candidate
from practised import reworded
from trees import ENGLISH, EVERY_TYPE, EXAM, ITEMS, NOTICE, Files, with_quiz_of, write_course

NAME = "spring"
DATE = "2026-11-28"
RESERVED = "quizzes/bank/exam.yml"
COUNT = 11
ALL = ", ".join(f"exam-{name}" for name in "top dark which order words depth pairs kinds letter bed".split())
TWO = f"{{count: 2, anchors: [{ALL}]}}"


def reserved(bank: str = EVERY_TYPE) -> str:
    """The items of a bank with ids of their own, for exams."""
    renamed = bank.replace("    use: exam\n", "").replace("- id: soil-", "- id: exam-")
    return renamed.replace("\n    type: ", "\n    use: exam\n    type: ")


def blueprint(forms: str = TWO, items: int = COUNT) -> str:
    return f"""\
title: Spade exam
summary: Everything about soil.
minutes: 30
cut: 60
reason: Whoever digs must know more than half.
items: {items}
demands:
  - {{chapter: soil, min: 1}}
worth: {{short-answer: 3}}
forms: {forms}
"""


def course(root: Path, forms: str = TWO, bank: str = EVERY_TYPE, items: int = COUNT) -> Path:
    files: Files = {
        **with_quiz_of(ITEMS, reworded(EVERY_TYPE)),
        RESERVED: reserved(bank),
        EXAM: blueprint(forms, items),
        NOTICE: None,
    }
    return write_course(root, files)


def session(root: Path, forms: str = TWO, bank: str = EVERY_TYPE, items: int = COUNT) -> Session:
    """Both forms have the same items, in orders of their own."""
    course(root, forms, bank, items)
    assert run(["exam", "make", "spade", NAME, "--seed", "s", "--by", "Ann", "--course", str(root)]) == 0
    return get(root, NAME).session


def candidates(count: int) -> list[Candidate]:
    return [Candidate(f"Candidate {at}", f"{at:05}", "Garden", "1", str(at)) for at in range(1, count + 1)]


def printing(
    made: Session, count: int = 3, spare: int = 0, people: list[Candidate] | None = None
) -> Printing:
    rooms = seated(people or candidates(count), [form.code for form in made.forms])
    return Printing(made, rooms, spare, DATE, ENGLISH)
