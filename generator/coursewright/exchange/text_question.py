"""A question of a text in its parts, by their lines; or an answer of the list at the end, which has some."""

from dataclasses import dataclass, field

from ..diagnostics import Place
from .answers import chosen, verdict
from .bold import Line
from .spot import Spot
from .text_answer import inside
from .text_heading import Heading

LETTERS = "ABCDEFGH"
_FEW = 2
"""Lines of an answer, of which the first may be empty: a further one only follows where it is a text."""


@dataclass
class Question:
    """Name of a part → the place where it begins and its lines.

    `heading` is that of the part of the text that it stands in, if it has one.
    """

    place: Place
    number: int
    parts: dict[str, tuple[Place, list[Line]]] = field(default_factory=dict)
    last: str = ""
    type: Spot | None = None
    heading: Heading | None = None

    def begin(self, name: str, place: Place, line: Line) -> bool:
        """Whether there was no such part before."""
        is_new = name not in self.parts
        self.parts.setdefault(name, (place, []))[1].append(line)
        self.last = name
        return is_new

    def text(self, name: str) -> str:
        """The lines of a part, nothing of one that it has not."""
        return "\n".join(line.text for line in self.parts[name][1]) if name in self.parts else ""

    @property
    def answer(self) -> str:
        """What is written for its answer, if need be in the stem."""
        found = inside(self.text("stem").replace("\n", ""))
        return self.text("answer").strip() or (found[1].strip() if found else "")

    @property
    def has_long_answer(self) -> bool:
        """Whether the answer is a text of its own, which may have several lines."""
        if self.last == "answer" and "answer" in self.parts and len(self.parts["answer"][1]) > _FEW:
            return True
        text = self.text("answer").replace("\n", "")
        return self.last == "answer" and chosen(text) is None and verdict(text) is None
