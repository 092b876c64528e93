"""Items above recall whose situation is told in a text together with its answer.

How much of an item a text tells is measured in the pieces of `wording`, each weighing the logarithm
of how few texts have it (inverse document frequency, Spärck Jones 1972):

    told = share of the stem * sqrt(pieces of the stem, MOST at most)
         + share of the key - share of the distractors
         - share of the stem's figures that the text has not - the same of the key's

A long stem whose wording is all there is no chance, a short one may be; a distractor that is told as
well as the key says that the matter is taught and not the answer; new figures make a new task. The
cut was chosen on 219 items above recall of which two reviewers had said whether a text answers them: of 10
that are told they had named 8, and of 10 that they had named 7 are told.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt

from ..diagnostics import Place
from .finding import Finding, about
from .passages import Passage
from .question import Question
from .wording import figures, pieces

CUT = 2.7
MOST = 45
RARE = 12
"""Texts that may have a piece which leads to them: what stands everywhere leads nowhere."""
COMPARED = 3
"""Texts that are looked at closely for an item."""

Pieces = frozenset[str]


class Echoes:
    """All texts, looked up by what few of them have of some questions' wording."""

    def __init__(self, passages: Sequence[Passage], asked: Iterable[Question]) -> None:
        self._passages = passages
        wanted = frozenset().union(*(part for question in asked for part in _parts(question)))
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        # what a summary says again is no more common for it
        self._known: Counter[str] = Counter()
        for at, passage in enumerate(passages):
            for piece in passage.pieces & wanted:
                self._having[piece].append(at)
                self._known[piece] += not passage.repeats
        self._weights = _Weights(self._known, sum(not passage.repeats for passage in passages))

    def findings(self, question: Question) -> Iterator[Finding]:
        if question.item.level == "recall":
            return
        told = {at: self.told(question, self._passages[at]) for at in self._near(question)}
        best = max(told, key=lambda at: (told[at], -at), default=None)
        if best is not None and told[best] >= CUT:
            place = place_in(question, self._passages[best])
            yield about(question, "answer-in-text", "stem", where=f"{place.file}:{place.line}")

    def told(self, question: Question, passage: Passage) -> float:
        """How much of a question a text tells; see the module."""
        stem, key, rest = _parts(question)
        known = passage.pieces
        wording = self._share(stem, known) * sqrt(min(len(stem), MOST))
        answer = self._share(key, known) - self._share(rest - key, known)
        asked = figures(question.situation)
        new = _missing(asked, passage) + _missing(figures(question.answer) - asked, passage)
        return wording + answer - new

    def _near(self, question: Question) -> list[int]:
        """The texts that share most of what few have."""
        votes: defaultdict[int, int] = defaultdict(int)
        for piece in pieces(question.situation):
            having = self._having.get(piece, ())
            for at in having if self._known[piece] <= RARE else ():
                votes[at] += 1
        return sorted(votes, key=lambda at: (-votes[at], at))[:COMPARED]

    def _share(self, own: Pieces, known: Pieces) -> float:
        whole = sum(map(self._weights.__getitem__, own))
        return sum(map(self._weights.__getitem__, own & known)) / whole if whole else 0.0


class _Weights(dict[str, float]):
    """Piece → the logarithm of how few texts have it."""

    def __init__(self, known: Mapping[str, int], texts: int) -> None:
        super().__init__()
        self._known, self._most = known, log(texts + 1)

    def __missing__(self, piece: str) -> float:
        self[piece] = weight = self._most - log(self._known.get(piece, 0) + 1)
        return weight


def _parts(question: Question) -> tuple[Pieces, Pieces, Pieces]:
    """The pieces of what is told, of what is right, and of what is wrong."""
    return pieces(question.situation), pieces(question.answer), pieces(question.mistakes)


def _missing(asked: frozenset[str], passage: Passage) -> float:
    return len(asked - passage.figures) / len(asked) if asked else 0.0


def place_in(question: Question, passage: Passage) -> Place:
    """The line of a text that has most of an item's wording."""
    stem, key, _ = _parts(question)
    spot = max(passage.spots, key=lambda spot: (len(pieces(spot.text) & (stem | key)), spot.path == ()))
    lines = [line.strip() for line in spot.text.splitlines() if line.strip()]
    best = max(lines, key=lambda line: len(pieces(line) & (stem | key)))
    return passage.file.place_of(spot.path, best[:40])
