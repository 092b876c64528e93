"""Bold type in a text of which only a part is bold, such as a “not” that nobody is to overlook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from .emphasis import CLOSE, OPEN, STRONG, emphasised

_Place = tuple[int, int]


@dataclass(frozen=True)
class Bold:
    """`places` are where its parts begin and end in `text`; none goes on in a further line."""

    text: str
    places: tuple[_Place, ...]

    def marked(self, text: str) -> str:
        """A text that was made of this one, with the places of emphasis where it still begins or ends so."""
        for start, end in reversed([*self._within(text)]):
            text = f"{text[:start]}{emphasised(STRONG, text[start:end])}{text[end:]}"
        return text

    def _within(self, text: str) -> Iterator[_Place]:
        before = _shared(self.text, text)
        behind = _shared(self.text[before:][::-1], text[before:][::-1])
        moved = len(text) - len(self.text)
        for start, end in self.places:
            if end <= before:
                yield start, end
            elif start >= len(self.text) - behind:
                yield start + moved, end + moved


def _shared(first: str, second: str) -> int:
    """How many signs two texts have in common from the first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


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
