"""How much of a course is translated."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..diagnostics import Place, Problem
from .po_file import PoFile


@dataclass(frozen=True)
class Status:
    """Of `texts` different texts, how many are translated, in doubt (fuzzy) and not translated at all."""

    file: str
    texts: int
    translated: int
    fuzzy: int

    @property
    def missing(self) -> int:
        return self.texts - self.translated - self.fuzzy


def status(po: PoFile, texts: Collection[str]) -> Status:
    """`texts` has each text once."""
    own = [po.messages.get(text) for text in texts]
    fuzzy = sum(1 for message in own if message and message.fuzzy and message.string)
    return Status(po.path, len(texts), sum(1 for text in texts if po.translation(text)), fuzzy)


def status_problems(po: PoFile, texts: Collection[str]) -> Iterator[Problem]:
    """One warning, however many texts have no translation; its place is the first that has its entry."""
    if missing := [text for text in texts if not po.translation(text)]:
        counts = status(po, texts)
        values = {"missing": counts.missing, "fuzzy": counts.fuzzy, "total": counts.texts}
        first = next((text for text in missing if text in po.messages), None)
        yield Problem("CW0804", po.place_of(first) if first else Place(po.path), values)
