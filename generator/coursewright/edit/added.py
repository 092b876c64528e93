"""New things of a course: the files to write for each, with its name in the lists that count."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..load.lines import usual_end, with_ends
from ..load.source_file import read_source
from ..model.kind import Kind
from ..model.kinds import BANK, CHAPTER, COURSE, EXAM, FAMILIES, QUIZ, ROLE, SECTION
from ..starter.stencil import stencil
from ..validate.sources import Loaded, Sources
from .banked import with_items
from .source_text import SourceText

Files = Mapping[str, bytes]
"""Path from the course's folder → what to write there."""

MINUTES_AN_ITEM = 1.5
"""Of a new blueprint."""

GENERAL = "general"
"""The family of the first role."""


@dataclass(frozen=True)
class Adding:
    """Adds to sources without errors; `raw` reads a file by its path."""

    sources: Sources
    raw: Callable[[str], bytes]

    @property
    def _language(self) -> str:
        return self.sources.language or ""

    def _made(self, text: str) -> bytes:
        """A new file, its lines ended as the course's own are."""
        file = self.sources.all(COURSE)[""].file.path
        return with_ends(text, usual_end(self.raw(file).decode())).encode()

    def chapter(self, id: str, title: str, section: str) -> Files:
        """A chapter with its first section, at the end of the course."""
        text = stencil("chapter", self._language, title=title, section=section)
        return {
            CHAPTER.file_of(id): self._made(text),
            SECTION.file_of(f"{id}/{section}"): self._section(title),
            **self._listed(COURSE, "", "chapters", id),
        }

    def section(self, id: str, title: str) -> Files:
        """A section `chapter/section` at the end of its chapter."""
        chapter, _, name = id.partition("/")
        return {SECTION.file_of(id): self._section(title), **self._listed(CHAPTER, chapter, "sections", name)}

    def item(self, id: str, type: str, objective: str, bank: str, quiz: str | None) -> Files:
        """An item at the end of a bank, and of a quiz if one is named; both are made if need be."""
        text = stencil(type, self._language, id=id, objective=objective)
        files = dict(self._banked(bank, text))
        if quiz is not None:
            files |= self._quizzed(quiz, id, objective.partition("/")[0])
        return files

    def exam(self, id: str, title: str, counts: Mapping[str, int]) -> Files:
        """A blueprint that demands so many items of each chapter, with a minute and a half for each."""
        total = sum(counts.values())
        minutes = math.ceil(total * MINUTES_AN_ITEM)
        head = stencil("exam", self._language, title=title, items=total, minutes=minutes)
        rows = "".join(f"  - {{chapter: {chapter}, items: {count}}}\n" for chapter, count in counts.items())
        return {EXAM.file_of(id): self._made(head + rows)}

    def role(self, id: str, title: str, code: str, family: str | None) -> Files:
        """A role of a family, the first there is if none is named."""
        families = self.sources.one(FAMILIES)
        known = [each.id for each in families.model.families] if families else []
        chosen = family or next(iter(known), GENERAL)
        text = stencil("role", self._language, title=title, code=code, family=chosen)
        files = {ROLE.file_of(id): self._made(text)}
        if families is None:
            files[FAMILIES.path] = self._made(stencil("families", self._language, family=chosen))
        return files

    def _section(self, title: str) -> bytes:
        return self._made(stencil("section", self._language, title=title))

    def _banked(self, bank: str, text: str) -> Files:
        loaded = self.sources.all(BANK).get(bank)
        if loaded is None:
            head = "# yaml-language-server: $schema=../../schema/bank.json\nitems:\n"
            return {BANK.file_of(bank): self._made(head + _indented(text, 2))}
        if not loaded.model.items:
            return {loaded.file.path: with_items(loaded.file, read_source("", text.encode()).data).encode()}
        source = self._text(loaded)
        source.append("\n" + _indented(text, source.column_of(("items", 0)) - 2))
        return {loaded.file.path: source.content()}

    def _quizzed(self, quiz: str, id: str, chapter: str) -> Files:
        if quiz not in self.sources.all(QUIZ):
            text = stencil("quiz", self._language, chapter=chapter, id=id)
            return {QUIZ.file_of(quiz): self._made(text)}
        return self._listed(QUIZ, quiz, "items", id)

    def _listed(self, kind: Kind[Any], id: str, field: str, entry: str) -> Files:
        loaded = self.sources.all(kind)[id]
        source = self._text(loaded)
        source.add_entry((field,), entry)
        return {loaded.file.path: source.content()}

    def _text(self, loaded: Loaded[Any]) -> SourceText:
        return SourceText(loaded.file, self.raw(loaded.file.path))


def _indented(text: str, spaces: int) -> str:
    return "".join(" " * spaces + line if line.strip() else line for line in text.splitlines(keepends=True))
