"""What the items reserved for exams say, and how much of it stands in a page.

Measured in letters and digits, in one way of writing (`model/items/likeness.py`): what a page has in common
with an item in runs of some length, in whichever of its texts each run stands.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ..diagnostics import Place
from ..model.items.likeness import PIECE, lettered

ALPHABETIC = 15
"""Letters of a piece where one stands for a sound and not for a word: some three words of English."""


@dataclass(frozen=True)
class Said:
    """A part of a reserved item that must not be told: its task, or all the rest of it.

    `letters` are what it says, and it is told by `least` of them in runs of at least `run`; `size` is that of
    the pieces by which pages are found that may tell it.
    """

    item: str
    place: Place
    letters: str
    least: int
    size: int
    run: int

    def told(self, page: str) -> Iterator[tuple[int, int]]:
        """Where its runs stand in the letters of a page: from the first letter of each to the last."""
        at, run, own = 0, self.run, self.letters
        while at + run <= len(own):
            if (start := page.find(own[at : at + run])) < 0:
                at += 1
                continue
            end = at + run
            while end < len(own) and (longer := page.find(own[at : end + 1], start)) >= 0:
                start, end = longer, end + 1
            yield start, start + end - at
            at = end

    def is_told(self, page: str) -> bool:
        return sum(end - start for start, end in self.told(page)) >= self.least


def said(item: str, place: Place, text: str, share: float, runs: int = 1) -> Said | None:
    """A part of an item told from a share of it on, in runs of some pieces; none where it says too little."""
    own = lettered(text)
    size = PIECE if len(own.encode()) > 2 * len(own) else ALPHABETIC
    fewest = 5 * size // 2
    return (
        Said(item, place, own, max(fewest, round(share * len(own))), size, runs * size)
        if len(own) >= fewest
        else None
    )


class Reserved:
    """All that the reserved items say, in every language that they have."""

    STEP = 2
    """Of so many pieces of a page one is looked up."""

    def __init__(self, parts: Iterable[Said]) -> None:
        self.parts = [*parts]

    def told(self, page: str) -> list[Said]:
        """The parts that a page's letters tell, in the order of the items."""
        hits = Counter[int]()
        for size, having in self._having.items():
            for piece in {page[at : at + size] for at in range(0, len(page) - size + 1, self.STEP)}:
                if piece in having.last:
                    hits.update(having.of(piece))
        near = (self.parts[at] for at, count in sorted(hits.items()) if self._is_near(self.parts[at], count))
        return [part for part in near if part.is_told(page)]

    def _is_near(self, part: Said, hits: int) -> bool:
        """Whether so many pieces can make up enough: a run of a piece and a step more has one of them."""
        return hits * (part.size + self.STEP - 1) >= part.least

    @cached_property
    def _having(self) -> dict[int, "_Having"]:
        """Size → the pieces of parts that have such."""
        found: defaultdict[int, _Having] = defaultdict(_Having)
        for at, part in enumerate(self.parts):
            found[part.size].add(at, part)
        return found


@dataclass
class _Having:
    """Piece → the last part that has it, and those before, which are few."""

    last: dict[str, int] = field(default_factory=dict)
    before: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, at: int, part: Said) -> None:
        size = part.size
        own = {part.letters[start : start + size] for start in range(len(part.letters) - size + 1)}
        for piece in own:
            if piece in self.last:
                self.before[piece].append(self.last[piece])
        self.last.update(dict.fromkeys(own, at))

    def of(self, piece: str) -> list[int]:
        return [self.last[piece], *self.before.get(piece, ())]
