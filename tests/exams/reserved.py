"""A session of the garden with an item of every type in it, on disk as `coursewright exam make` puts it."""

import re
from pathlib import Path

from coursewright.commands.main import run
from coursewright.exams.store import Kept, get
from practised import reworded
from trees import EVERY_TYPE, EXAM, ITEMS, Files, with_quiz_of, write_course

RESERVED = "quizzes/bank/reserved.yml"
NAME = "autumn"

_OPEN = re.sub(r"(?ms)^  - id: soil-secret.*?(?=^  - id)", "", EVERY_TYPE).replace("soil-", "x-")
BANK = re.sub(r"(?m)^(  - id: .*)", r"\1\n    use: exam", _OPEN)
"""Every item that is for practice, reserved under another id."""

BLUEPRINT = """\
title: Spade exam
summary: Everything about soil.
purpose: For whoever digs.
minutes: 30
cut: 60
reason: Whoever digs must know more than half.
items: 11
worth: {multiple-choice: 2, short-answer: 6}
demands:
  - {chapter: soil, min: 1}
forms:
  count: 2
  overlap: 11
  banned: [soil-secret]
"""


def session(root: Path, files: Files | None = None, blueprint: str = BLUEPRINT) -> Kept:
    """The session, made of the reserved bank with `files` laid over it."""
    open = with_quiz_of(ITEMS, reworded(EVERY_TYPE))
    write_course(root, {**open, RESERVED: BANK, EXAM: blueprint, **(files or {})})
    asked = ["exam", "make", "spade", NAME, "--by", "Ann", "--seed", "s", "--course", str(root)]
    assert run(asked) == 0
    return get(root, NAME)
