"""The small course with items of every type that are reserved, and a session of them."""

import re
from pathlib import Path

from coursewright.commands.main import run
from practised import reworded
from trees import EVERY_TYPE, EXAM, ITEMS, with_quiz_of, write_course

KEPT = "quizzes/bank/kept.yml"
BLUEPRINT = """\
title: Everything
summary: For trying.
purpose: To try.
minutes: 30
cut: 60
reason: It is small.
items: 12
demands:
  - {chapter: soil, items: 12}
forms: {count: 1}
"""


def form_course(root: Path) -> Path:
    """The course at `root`, with the session `spring` of one form."""
    bank = EVERY_TYPE.replace("    use: exam\n", "")
    reserved = re.sub(r"(?m)^  - id: soil-(\S+)$", r"  - id: kept-\1\n    use: exam", bank)
    reserved = reserved.replace("      - id: soil-", "      - id: kept-")
    open = with_quiz_of(f"{ITEMS}, soil-secret", reworded(bank))
    course = write_course(root, {**open, KEPT: reserved, EXAM: BLUEPRINT})
    make = ["exam", "make", "spade", "spring", "--by", "Ann", "--seed", "s", "--course", str(course)]
    assert run(make) == 0
    return course


def exported(root: Path, format: str, *options: str) -> tuple[int, Path]:
    """The exit code of an export of the form below private/, and its file."""
    file = root / "private" / format
    asked = ["--form", "spring/A", "--by", "Ann", "--course", str(root), *options]
    return run(["export", format, str(file), *asked]), file
