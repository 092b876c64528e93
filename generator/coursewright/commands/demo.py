"""`coursewright demo`: a whole certification with invented candidates, by the commands that real ones use."""

import csv
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import PROBLEMS, FolderTaken
from .example import example
from .issuing import PASSPHRASE, read_register
from .new import STARTERS, NewFolder
from .table import print_table
from .terminal import _, say

if TYPE_CHECKING:
    from .rehearsal.desk import Desk, Saved
    from .rehearsal.room import Room

COUNT, ABSENT, DOUBLE = 200, 2, 50
"""Candidates who sit; those who do not come, so that grading has something to list; of a hundred written
answers those for a second marker."""
ROOM = 40
SESSION, SEED = "rehearsal-1", "coursewright demo"
WORTHLESS = "coursewright demo: worthless"
COURSE, KEYS, ROSTER, RESPONSES, TABLE, SCAN, DESK, LOG = (
    "course", "keys", "roster.csv", "responses", "answers.csv", "scan.pdf", "desk", "commands.txt",
)  # fmt: skip
_ACCEPTS = re.compile(r"--accept ([0-9a-f]{8})")


@click.command(
    epilog=example("demo rehearsal"),
    short_help=_("Play a whole certification with invented candidates."),
    help=_(
        "Play a whole certification in the new folder DIR, with 200 invented candidates and the commands "
        "that a real one takes: a course, an exam of two forms with every type of question, papers, answer "
        "sheets, a sealed exam, answers from browsers, from scanned sheets and keyed in, doubtful marks "
        "that are decided, written answers that are marked, results, item analysis, an item that is "
        "voided, credentials, and one that is revoked. At the end it says what lies where and which command "
        "made it. Nothing of it is worth anything: the passphrase of its keys is printed. Delete DIR when "
        "you have seen it."
    ),
)
@click.argument("folder", metavar="DIR", type=NewFolder(path_type=Path))
def demo(folder: Path) -> None:
    play(folder)


def play(folder: Path, count: int = COUNT) -> None:
    """Raises FolderTaken; ends with the exit code of the first command that fails."""
    if folder.exists() and any(folder.iterdir()):
        raise FolderTaken(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    with _worthless_keys():
        _Play(folder, count).run()
    _say_where(folder)


@contextmanager
def _worthless_keys() -> Iterator[None]:
    """The passphrase in the environment, from which commands take it."""
    before = os.environ.get(PASSPHRASE)
    os.environ[PASSPHRASE] = WORTHLESS
    try:
        yield
    finally:
        if before is None:
            del os.environ[PASSPHRASE]
        else:
            os.environ[PASSPHRASE] = before


@dataclass
class _Play:
    folder: Path
    count: int

    @property
    def root(self) -> Path:
        return self.folder / COURSE

    def run(self) -> None:
        from .rehearsal.bank import MISLEADING
        from .rehearsal.blueprint import EXAM
        from .rehearsal.desk import Desk

        roster, keys = str(self.folder / ROSTER), str(self.folder / KEYS)
        self._begin()
        self._exam("check", EXAM, by=False)
        self._exam("make", EXAM, SESSION, "--seed", SEED)
        self._exam("announce", SESSION, "--date", date.today().isoformat())
        self._exam("print", SESSION)
        self._exam("sheets", SESSION, "--roster", roster)
        self._exam("publish", SESSION, "--roster", roster, "--codes", "room")
        room = self._answer()
        desk = Desk(self.folder / DESK, self.root, room)
        self._decide(desk)
        answers = [str(self.folder / name) for name in (RESPONSES, TABLE)]
        self._exam("grade", SESSION, *answers, "--roster", roster)
        self._mark(desk)
        self._exam("analyse", SESSION)
        reason = _("Rehearsal: those who knew more got it wrong.")
        self._exam("regrade", SESSION, "--void", MISLEADING, "--reason", reason)
        self._exam("analyse", SESSION)
        self._do("issuer", "init", "--keys", keys)
        self._do("credential", "issue", SESSION, "--keys", keys, by=True)
        first = read_register(self.root)[0].id
        self._do("credential", "revoke", first, "--reason", _("Rehearsal."), "--keys", keys, by=True)
        self._exam("verify", SESSION, by=False)

    def _begin(self) -> None:
        from ..starter import example_title
        from .rehearsal.blueprint import rehearsal_files

        own = _.language.replace("_", "-")
        language = own if own in STARTERS else "en"
        told = ["--language", language, "--title", example_title(language), "--id", "rehearsal"]
        self._call("new", "course", str(self.root), *told, "--site-url", "https://training.example/")
        for path, content in rehearsal_files(language).items():
            (self.root / path).write_bytes(content)
        _write_table(
            self.folder / ROSTER,
            ("number", "name", "department", "room", "seat"),
            [_candidate(at) for at in range(self.count + ABSENT)],
        )

    def _answer(self) -> "Room":
        """Answers of all who came: sealed, keyed in, and on sheets that were scanned."""
        from ..exams.store import get
        from .rehearsal.room import Room

        room = Room(get(self.root, SESSION), SEED, self.count)
        (self.folder / RESPONSES).mkdir()
        for number, text in room.responses():
            (self.folder / RESPONSES / f"{number}.cwr").write_text(text)
        heading, *rows = room.table()
        _write_table(self.folder / TABLE, heading, rows)
        (self.folder / SCAN).write_bytes(room.scan())
        return room

    def _decide(self, desk: "Desk") -> None:
        """Doubts end the first pass; then somebody has decided them."""
        self._exam("scan", SESSION, str(self.folder / SCAN), ends=PROBLEMS)
        saved = desk.decided()
        self._note(_("Somebody opens {page} in a browser, decides every doubt and saves {file}."), saved)
        self._exam("scan", SESSION, "--decisions", str(saved.file))

    def _mark(self, desk: "Desk") -> None:
        """Two judge, the second of whom sees things otherwise at times; then a third does."""
        self._exam("mark", SESSION, "--double", str(DOUBLE))
        for number, saved in enumerate(desk.marked(SEED), 1):
            self._note(_("A marker opens {page} in a browser, judges every answer and saves {file}."), saved)
            marker = _("Marker {number}").format(number=number)
            self._exam("mark", SESSION, str(saved.file), "--marker", marker)

    def _exam(self, *arguments: str, by: bool = True, ends: int = 0) -> None:
        self._do("exam", *arguments, by=by, ends=ends)

    def _do(self, *arguments: str, by: bool = False, ends: int = 0) -> None:
        author = ("--by", _("Rehearsal")) if by else ()
        self._call(*arguments, *author, "--course", str(self.root), ends=ends)

    def _call(self, *arguments: str, ends: int = 0) -> None:
        """A listing that must be accepted is: its code is asked for so that somebody sees it first. `ends` is
        the exit code that is right."""
        say(f"{' '.join(arguments[:2])} …")
        code, said = self._heard(*arguments)
        accepts = _ACCEPTS.search(said)
        if code == PROBLEMS and accepts:
            code, said = self._heard(*arguments, "--accept", accepts[1])
        if code != ends:
            say(said, err=True, nl=False)
            raise click.exceptions.Exit(code or PROBLEMS)

    def _heard(self, *arguments: str) -> tuple[int, str]:
        from .main import run  # which has this command among its own

        heard = StringIO()
        with redirect_stdout(heard), redirect_stderr(heard):
            code = run([*arguments])
        self._log(f"$ {_command(arguments)}\n{heard.getvalue()}")
        return code, heard.getvalue()

    def _note(self, said: str, saved: "Saved") -> None:
        """What a person does between two commands."""
        self._log(f"# {said.format(page=saved.page, file=saved.file)}\n")

    def _log(self, said: str) -> None:
        with (self.folder / LOG).open("a", encoding="utf-8") as log:
            log.write(f"{said}\n")


def _command(arguments: Sequence[str]) -> str:
    import shlex

    return shlex.join(("coursewright", *arguments))


def _candidate(at: int) -> tuple[str, ...]:
    """Names that nobody has."""
    number, department = f"{at + 1:03}", (_("North branch"), _("South branch"))[at % 2]
    name = _("Candidate {number}").format(number=number)
    return number, name, department, str(at // ROOM + 1), str(at % ROOM + 1)


def _write_table(file: Path, heading: Iterable[str], rows: Iterable[Sequence[str]]) -> None:
    """With a mark at its beginning by which Excel knows its encoding."""
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows([heading, *rows])


def _say_where(folder: Path) -> None:
    say()
    for place, rows in _found(folder).items():
        print_table((_("where"), _("what"), _("made by")), rows, title=str(place))
    say()
    say(_("“exam verify” finds nothing amiss with the session."))
    said = _("The passphrase of the keys is “{passphrase}”: everybody can read it, so they are worthless.")
    say(said.format(passphrase=WORTHLESS))
    serve = _command(("serve", "--open", "--course", str(folder / COURSE)))
    say(_("To see the site: {command}").format(command=serve))


def _found(folder: Path) -> dict[Path, list[tuple[str, str, str]]]:
    """Folder → what lies in it, and which commands made it."""
    course = folder / COURSE
    return {
        folder: [
            (COURSE, _("the course, with a bank for its exam"), "new"),
            (ROSTER, _("candidates, all invented"), "demo"),
            (RESPONSES, _("sealed responses, invented"), "demo"),
            (TABLE, _("keyed-in answers, invented"), "demo"),
            (SCAN, _("answer sheets, filled in and scanned"), "demo"),
            (f"{DESK}/review.html", _("page of doubtful marks, as somebody opened it"), "exam scan"),
            (f"{DESK}/marking.html", _("page of written answers, as a marker opened it"), "exam mark"),
            (DESK, _("these pages, a second marker's, and what people saved there"), "demo"),
            (KEYS, _("private keys of the issuer"), "issuer init"),
            (LOG, _("every command, and what it said"), "demo"),
        ],
        course: [
            ("quizzes/notices", _("public notice, with the commitment to the keys"), "exam announce"),
            ("content/issuer.yml", _("public keys and status list"), "issuer init, credential revoke"),
            ("private/credentials", _("certificates and badges"), "credential issue"),
        ],
        course / "private/sessions" / SESSION: [
            ("session.json", _("items, keys and how they were drawn"), "exam make"),
            ("journal.jsonl", _("journal of all that was done"), "exam …"),
            ("papers", _("papers and keys"), "exam print"),
            ("sheets", _("answer sheets, seat plans, lists"), "exam sheets"),
            ("web", _("sealed exam, access codes"), "exam publish"),
            ("scans", _("every mark that was read, and who decided what"), "exam scan"),
            ("marking", _("judgments of written answers"), "exam mark"),
            ("results", _("results, letters, report"), "exam grade, exam mark, exam regrade"),
            ("analysis", _("item analysis"), "exam analyse"),
        ],
    }
