"""Texts of a session as blocks for the press."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model.items.interaction import Asked, Entry
from ...model.markup import blocks, phrase
from ...press.document import Paragraph
from ...press.picture import Picture
from ...press.prose import line, prose
from ...words import Words
from ..key import lettered
from ..session import Session
from .shown import Blocks, Lettered


@dataclass(frozen=True)
class Reader:
    """Texts of one session as blocks; `pictures` by their addresses."""

    session: Session
    words: Words
    pictures: Mapping[str, Picture]

    @cached_property
    def asked(self) -> Mapping[str, Asked]:
        return self.session.asked(self.words)

    def text(self, text: str) -> Blocks:
        """An author's Markdown of blocks."""
        return prose(blocks(text), level=3, pictures=self.pictures)

    def line(self, text: str) -> Blocks:
        """One line of it."""
        return (Paragraph(line(phrase(text.strip()))),)

    def lettered(self, ids: Sequence[str], entries: Mapping[str, Blocks]) -> tuple[Lettered, ...]:
        return tuple(Lettered(letter, entries[id]) for letter, id in lettered(ids).items())

    def entries(self, entries: Sequence[Entry]) -> dict[str, Blocks]:
        return {entry.id: self.text(entry.text) for entry in entries}
