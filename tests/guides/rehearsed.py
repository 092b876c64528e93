"""What the guides' pictures are of: the rehearsal of `coursewright demo`, and in its course another exam.

That has what sums have not: answers of other kinds, a code for each candidate, sheets that were scanned.
"""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import yaml
from filled import Pile, place_of, save
from scanned import pages

from coursewright.exams.layout import Variant
from coursewright.exams.printing import SHEETS_FILE
from coursewright.exams.scanning.printed import printings
from coursewright.exams.store import get

EXAM, NAME = "foundation", "2027-spring"
ADDRESS = "https://training.example/exam/"
PROGRAM = "import sys; from coursewright.commands.main import run; sys.exit(run(sys.argv[1:]))"
OPEN = 1
"""Exit code while marks are doubtful, and of a listing that is to be accepted."""
DOUBTFUL, RUBBED = 3, 185
"""A question, and the grey that a rubber leaves."""

_BLUEPRINT = {
    "minutes": 45, "cut": 60, "items": 11, "chapters": ["basics"],
    "worth": {"multiple-choice": 2, "short-answer": 4},
    "demands": [
        {"type": "multiple-choice", "items": 1}, {"type": "numeric", "items": 1},
        {"type": "short-answer", "items": 1},
    ],
    "forms": {"count": 2, "overlap": 11},
}  # fmt: skip


class Rehearsed:
    """In a language, `zh-CN` or `en`, below an empty folder; `texts` are what texts.yml has in it."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder, self.language = folder, language
        texts = Path(__file__).with_name("texts.yml").read_text("utf-8")
        self.texts = yaml.safe_load(texts)[language]
        self.root = folder / "demo" / "course"

    @property
    def played(self) -> Path:
        """The session of the rehearsal."""
        return self.root / "private/sessions/rehearsal-1"

    @property
    def session(self) -> Path:
        return self.root / "private/sessions" / NAME

    @property
    def certificates(self) -> list[Path]:
        """As JSON; the first was revoked. Each has a certificate of the same name beside it."""
        return sorted((self.root / "private/credentials/rehearsal-1").glob("*.json"))

    def play(self) -> None:
        """From the rehearsal to a site, sheets with doubts and answers to be marked."""
        self._run("demo", str(self._folder / "demo"))
        self._add_exam()
        roster = self._roster()
        self._exam("make", EXAM, NAME, "--seed", "guides")
        self._exam("print", NAME)
        self._exam("sheets", NAME, "--roster", roster)
        self._exam("publish", NAME, "--roster", roster, "--address", ADDRESS)
        self._exam("scan", NAME, self._scanned().name, expected=OPEN)
        self._grade(self._keyed(), "--roster", roster)
        self._exam("mark", NAME)
        self._run("build", "--course", str(self.root))

    def _run(self, *arguments: str, expected: int = 0) -> str:
        tongue = self.language.replace("-", "_") if self.language == "zh-CN" else "en_US"
        environment = {**os.environ, "LANG": f"{tongue}.UTF-8", "LANGUAGE": tongue, "COLUMNS": "100"}
        command = [sys.executable, "-c", PROGRAM, *arguments]
        done = subprocess.run(
            command, cwd=self._folder, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode != expected:
            raise SystemExit(f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def _exam(self, *arguments: str, expected: int = 0) -> str:
        by = ("--by", self.texts["trainer"], "--course", str(self.root))
        return self._run("exam", *arguments, *by, expected=expected)

    def _grade(self, *arguments: str) -> None:
        listed = self._exam("grade", NAME, *arguments, expected=OPEN)
        accept = listed.rpartition("--accept ")[2].split()[0]
        self._exam("grade", NAME, *arguments, "--accept", accept)

    def _add_exam(self) -> None:
        blueprint = self.texts["exam"] | _BLUEPRINT
        for path, data in (
            (f"quizzes/bank/{EXAM}.yml", {"items": self.texts["items"]}),
            (f"quizzes/exams/{EXAM}.yml", blueprint),
        ):
            (self.root / path).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")

    def _roster(self) -> str:
        file = self._folder / "roster.csv"
        rows = (
            f"{name},{1001 + at},{self.texts['room']},{at // 3 + 1}-{at % 3 + 1:02}"
            for at, name in enumerate(self.texts["people"])
        )
        file.write_text("\n".join(("name,number,room,seat", *rows)) + "\n", "utf-8")
        return str(file)

    def _scanned(self) -> Path:
        """The first candidate's sheet, on which question 3 was answered, rubbed out and answered again."""
        pile = self._pile()
        first = pile.serials[0]
        rows: dict[tuple[str, int, str, int], list[str]] = {}
        for page in range(1, len(pile.printed.pages[pile.variant(first)]) + 1):
            for bubble in pile.bubbles(first, page):
                rows.setdefault(place_of(bubble), []).append(bubble.value)
        clear = pile.sheet(first, {place: values[:1] for place, values in rows.items()})
        rubbed = {place: values[1:2] for place, values in rows.items() if place[1] == DOUBTFUL}
        pale = pile.sheet(first, rubbed, pencil=RUBBED)
        made = [np.minimum(one, other) for one, other in zip(clear, pale, strict=True)]
        return save(self._folder / "scan.tif", made)

    def _pile(self) -> Pile:
        kept = get(self.root, NAME)
        (printed,) = printings(kept).values()
        made = pages((kept.folder / "sheets" / SHEETS_FILE).read_bytes())
        blank, at = [], 0
        for serial, own in printed.assigned.items():
            count = len(printed.pages[Variant(own.form, False)])
            blank += [(serial, page + 1, made[at + page]) for page in range(count)]
            at += count + count % 2
        return Pile(self.root, printed, blank)

    def _keyed(self) -> str:
        """Answers of everyone but the first, whose sheet has doubts."""
        session = get(self.root, NAME).session
        forms = {form.code: form for form in session.forms}
        (printed,) = printings(get(self.root, NAME)).values()
        count = len(session.forms[0].questions)
        rows = [["number", "form", *map(str, range(1, count + 1))]]
        written = iter(self.texts["written"])
        for own in [*printed.assigned.values()][1:]:
            types = [session.items[each.item].model.type for each in forms[own.form].questions]
            said = {"short-answer": next(written), "numeric": "25", "multiple-choice": "AB"}
            rows.append([own.number, own.form, *(said.get(type, "B") for type in types)])
        file = self._folder / "answers.csv"
        file.write_text("\n".join(",".join(row) for row in rows) + "\n", "utf-8")
        return str(file)
