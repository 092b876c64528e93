"""A source file some of whose texts are translated; whatever is wrong with those is told in the catalog."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..diagnostics import Place
from ..load.source_file import SourceFile
from ..model.walk import Path
from .po_file import PoFile


class Translation(NamedTuple):
    """A piece of a text and what it is in the other language."""

    source: str
    text: str


@dataclass
class TranslatedFile(SourceFile):
    """`translations` has the pieces of each text that are translated."""

    po: PoFile = field(default_factory=lambda: PoFile(""))
    translations: Mapping[Path, tuple[Translation, ...]] = field(default_factory=dict)

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        if key or path not in self.translations:
            return super().place(path, key=key)
        return self.po.place_of(self.translations[path][0].source)

    def place_of(self, path: Path, words: str) -> Place:
        for source, text in self.translations.get(path, ()):
            if words in text:
                return self.po.place_of(source, words)
        return super().place_of(path, words)
