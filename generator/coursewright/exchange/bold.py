"""Bold type in a text of which only a part is bold, such as a “not” that nobody is to overlook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from .emphasis import CLOSE, OPEN, STRONG, emphasised

_Place = tuple[int, int]
_LONGEST = 2_000
"""Of texts that are compared, for time grows with their square."""


@dataclass(frozen=True)
class Line:
    """A line or a part of one, with whether each of its signs is bold; without that none is."""

    text: str
    bold: Sequence[bool] = ()

    def part(self, text: str, start: int) -> "Line":
        """A text that it has from a place on."""
        return Line(text, self.bold[start : start + len(text)])

    def joined(self, other: "Line") -> "Line":
        """Both in one, another behind this one."""
        flags = [*(self.bold or [False] * len(self.text)), *(other.bold or [False] * len(other.text))]
        return Line(self.text + other.text, flags)

    def last(self, text: str) -> "Line":
        """A text that it ends with, but for spaces."""
        return self.part(text, self.text.rindex(text))

    def runs(self) -> Iterator[tuple[str, bool]]:
        """Its parts that are bold and those that are not, by turns."""
        flags = self.bold or [False] * len(self.text)
        for is_bold, signs in groupby(zip(self.text, flags, strict=True), lambda sign: sign[1]):
            yield "".join(sign for sign, _ in signs), is_bold


@dataclass(frozen=True)
class Bold:
    """`places` are where its parts begin and end in `text`; none goes on in a further line."""

    text: str
    places: tuple[_Place, ...]

    def marked(self, text: str) -> str:
        """A text that was made of this one, with the emphasis of what it still has.

        A part that is bold as a whole says nothing by it.
        """
        places = [*self._within(text)]
        rest = "".join(
            sign for at, sign in enumerate(text) if not any(start <= at < end for start, end in places)
        )
        if not any(map(str.isalnum, rest)):
            return text
        for start, end in reversed(places):
            text = f"{text[:start]}{emphasised(STRONG, text[start:end])}{text[end:]}"
        return text

    def _within(self, text: str) -> Iterator[_Place]:
        for first, second, size in _shared(self.text, text):
            for start, end in self.places:
                cut = max(start, first), min(end, first + size)
                if cut[0] < cut[1]:
                    yield cut[0] - first + second, cut[1] - first + second


def _shared(whole: str, text: str) -> Sequence[tuple[int, int, int]]:
    """Where two texts have the same: the place in each, and how many signs; none if it may be two places."""
    if whole == text:
        return [(0, 0, len(text))]
    if len(whole) > _LONGEST or whole.count(text) > 1:
        return []
    return SequenceMatcher(None, whole, text, autojunk=False).get_matching_blocks()


def bold_in(lines: Sequence[Line]) -> Bold | None:
    """What is bold in the text of some lines."""
    return bold([run for at, line in enumerate(lines) for run in (("\n" * (at > 0), False), *line.runs())])


def bold(runs: Sequence[tuple[str, bool]]) -> Bold | None:
    """What of a text in runs is bold; None where nothing or everything is that anybody sees.

    Signs of gaps stay what they are.
    """
    text = "".join(said for said, _ in runs)
    is_mixed = any(said.strip() for said, is_bold in runs if not is_bold)
    if not is_mixed or any(sign in text for sign in OPEN + CLOSE):
        return None
    places: list[_Place] = []
    at = 0
    for said, is_bold in runs:
        for line in said.split("\n"):
            end = at + len(line)
            if is_bold and line.strip() and "_" not in line:
                joined = places.pop()[0] if places and places[-1][1] == at else at
                places.append((joined, end))
            at = end + 1
        at -= 1
    return Bold(text, tuple(places)) if places else None
