"""The garden course with an item of every type reserved for an exam of two forms."""

import datetime
import re
from collections.abc import Sequence
from pathlib import Path

from coursewright.commands.main import run
from coursewright.exams import journal
from coursewright.exams.journal import Entry
from coursewright.exams.store import JOURNAL_FILE
from practised import reworded
from trees import COURSE, EVERY_TYPE, EXAM, ITEMS, NOTICE, with_quiz_of, write_tree

SECRET = "quizzes/bank/secret.yml"
EXAM_ID = "spade"
TODAY = datetime.date.today().isoformat()
LATER = (datetime.date.today() + datetime.timedelta(30)).isoformat()

_ITEM = re.compile(r"^( +- id: )(soil-(?!secret).*)$", re.M)
_ALONE = re.compile(r"^(  - id: x-.*)$", re.M)
_KNOWN = re.compile(r"^  - id: soil-secret\n(?:    .*\n)*", re.M)


def reserved(bank: str) -> str:
    """The items of a bank under other ids, for exams only; what they say is marked, to be found."""
    own = _ITEM.sub(r"\1x-\2", _KNOWN.sub("", bank))
    return _ALONE.sub(r"\1\n    use: exam", own).replace("Zanzibar", "")


RESERVED = reserved(EVERY_TYPE)


def blueprint(items: int, forms: str, *demands: str) -> str:
    head = COURSE[EXAM].split("items:")[0]
    rows = "".join(f"  - {{{demand}}}\n" for demand in demands)
    tail = f"worth: {{multiple-choice: 2}}\nforms: {forms}\n"
    return f"{head}items: {items}\nchapters: [soil]\ndemands:\n{rows}{tail}"


FILES = {
    **{path: text for path, text in COURSE.items() if path != NOTICE},
    **with_quiz_of(ITEMS, reworded(EVERY_TYPE)),
    SECRET: RESERVED,
    EXAM: blueprint(3, "{count: 2, overlap: 1}", "level: recall, min: 1"),
}


def exam_course(root: Path) -> Path:
    return write_tree(root, FILES)


def exam(root: Path, *arguments: str) -> int:
    """The exit code of `coursewright exam …`."""
    return run(["exam", *arguments, "--course", str(root)])


def make(root: Path, name: str = "spring", seed: str = "s") -> None:
    make_exam(root, EXAM_ID, name, seed)


def make_exam(root: Path, id: str, name: str, seed: str = "s") -> None:
    """A session of any exam of the course at `root`."""
    assert exam(root, "make", id, name, "--seed", seed, "--by", "Ann") == 0


def announce(root: Path, *options: str, date: str = LATER) -> int:
    return exam(root, "announce", "spring", "--date", date, "--by", "Ann", *options)


def void(root: Path) -> int:
    return exam(root, "void", "spring", "--reason", "The paper was seen.", "--by", "Bob")


def folder(root: Path) -> Path:
    return root / "private/sessions/spring"


def entries(root: Path) -> list[Entry]:
    return journal.read((folder(root) / JOURNAL_FILE).read_bytes())


def write(root: Path, entries: Sequence[Entry]) -> None:
    (folder(root) / JOURNAL_FILE).write_bytes(journal.written(entries))
