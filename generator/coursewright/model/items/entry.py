"""What can be chosen or put in order, as an author writes it, and the ids that it has."""

from base64 import b32encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

from ..text import Id, Source, Text, field
from .fault import Fault, Path
from .interaction import Entry

BITS_OF_A_LETTER = 5
SHORTEST, LONGEST = 4, 52
"""Letters of an id that we make: 20 bits keep eight texts apart but once in 37,000 items; 52 are all."""


class EntrySource(Source):
    """An entry without an id gets one in validation, made of its text in the source language."""

    id: Id | None = field(
        "代号，本题之内唯一；不写就由文字算出。",
        "Id, unique within the item; made from the text if left out.",
        None,
    )
    text: Text = field(
        "文字，可以有段落、列表、表格和代码。", "The text; may hold paragraphs, lists, tables and code."
    )
    rationale: Text | None = field(
        "为什么对、为什么错，或为什么放在这里；只有写明 unexplained 的题可以不写。",
        "Why it is right or wrong, or why it belongs here; only an item that is unexplained may do without.",
        None,
    )

    def named(self) -> Entry:
        """The entry as everyone else knows it. Raises ValueError before validation has given it an id."""
        if self.id is None:
            raise ValueError(f"no id yet: {self.text!r}")
        return Entry(self.id, self.text, self.rationale)


E = TypeVar("E", bound=EntrySource)


def with_ids(entries: tuple[E, ...]) -> tuple[E, ...]:
    """The entries, each with an id: the author's, or one made of its text."""
    ids = made_ids([entry.id for entry in entries], [entry.text for entry in entries])
    return tuple(entry.model_copy(update={"id": id}) for entry, id in zip(entries, ids, strict=True))


def entry_faults(entries: Sequence[EntrySource], path: Path) -> Iterator[Fault]:
    """Two entries of an item that have one id, or read the same."""
    ids: set[str | None] = {None}
    texts: set[str] = set()
    for at, entry in enumerate(entries):
        if entry.id in ids and entry.id is not None:
            yield Fault("CW0305", (*path, at, "id"), {"id": entry.id})
        if _unwrapped(entry.text) in texts:
            yield Fault("CW0405", (*path, at, "text"))
        ids.add(entry.id)
        texts.add(_unwrapped(entry.text))


def made_ids(given: Sequence[str | None], texts: Sequence[str]) -> list[str]:
    """An id for each of some texts: the one given, or the first letters of its SHA-256 (base32).

    As few letters as tell them apart, so neither their order nor the layout of the source changes an id.
    """
    pairs = list(zip(given, texts, strict=True))
    for length in range(SHORTEST, LONGEST + 1):
        ids = [id or _hash(text, length) for id, text in pairs]
        if len(set(ids)) == len(ids):
            break
    return ids


def _hash(text: str, length: int) -> str:
    needed = -(-length * BITS_OF_A_LETTER // 8)
    return b32encode(sha256(_unwrapped(text).encode()).digest()[:needed]).decode().lower()[:length]


def _unwrapped(text: str) -> str:
    return " ".join(text.split())
