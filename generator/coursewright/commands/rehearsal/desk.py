"""A desk at which invented people decide on doubtful marks and judge what was written: what they save there.

A page has what is open, so the next command writes another in its place: the desk keeps it as it was opened.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ...exams.grading.judging import Answer, answer_of
from ...exams.grading.marking import FOLDER, share
from ...exams.scanning.printed import printings
from ...exams.scanning.readings import FOLDER as SCANS
from ...exams.scanning.readings import REVIEW, readings
from ...exams.simulation.deciding import decisions, judgments
from ...exams.store import Kept, get
from ..exam_mark import PAGE, SECOND, THIRD
from ..outcomes import judgments_of, written_of
from .room import Room


class Saved(NamedTuple):
    """A page as it was opened, and the file that left it."""

    page: Path
    file: Path


class Desk:
    """In a folder, for a session of a course and those who sat it."""

    def __init__(self, folder: Path, root: Path, room: Room) -> None:
        self._folder, self._root, self._room = folder, root, room

    def decided(self) -> Saved:
        """What somebody decided who knows what the candidates meant."""
        kept = self._kept
        found = readings(kept)
        assert found  # a scan went before
        account = found.account(kept, printings(kept))
        meant = {sheet.serial: sheet.filled for sheet in self._room.sheets}
        return self._saved(
            f"{SCANS}/{REVIEW}", f"decisions-{kept.session.name}.json", decisions(account, meant)
        )

    def marked(self, sees: str) -> Iterator[Saved]:
        """What markers judged, on each page that there is; `sees` is a seed of where the second differs."""
        for page in (PAGE, SECOND, THIRD):
            kept = self._kept
            if (kept.folder / FOLDER / page).is_file():
                name = kept.session.name
                made = judgments(name, _on(page, kept), self._room.said, sees if page == SECOND else "")
                yield self._saved(f"{FOLDER}/{page}", f"{name}-judgments-{Path(page).stem}.json", made)

    @property
    def _kept(self) -> Kept:
        return get(self._root, self._room.session.name)

    def _saved(self, page: str, name: str, content: bytes) -> Saved:
        self._folder.mkdir(exist_ok=True)
        opened, file = self._folder / Path(page).name, self._folder / name
        opened.write_bytes((self._kept.folder / page).read_bytes())
        file.write_bytes(content)
        return Saved(opened, file)


def _on(page: str, kept: Kept) -> Sequence[tuple[Answer, str]]:
    """Answers that are on a page, with their texts."""
    texts = {answer_of(item, text): text for _candidate, item, text in written_of(kept)}
    held = judgments_of(kept)
    answers = {
        PAGE: [*texts],
        SECOND: share([*texts], held.double, kept.session.seed),
        THIRD: held.disagreements,
    }
    return [(answer, texts[answer]) for answer in answers[page]]
