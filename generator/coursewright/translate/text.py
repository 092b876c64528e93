"""Every text of a course that a translator sees, once for each place where it stands."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..diagnostics import Place
from ..load.source_file import SourceFile
from ..load.tree import SourceTree
from ..model.walk import Path, prose
from ..validate.sources import Loaded, Sources
from .piece import pieces

SETTINGS = ("site_name", "site_description", "copyright")
"""What of mkdocs.yml is shown to readers."""


class Text(NamedTuple):
    """What is translated, where it stands, and the field it is in, such as `items.options.rationale`."""

    text: str
    place: Place
    field: str


def texts(sources: Sources, tree: SourceTree) -> Iterator[Text]:
    """In the order of the files, and within a file in the order of its fields."""
    for key in SETTINGS:
        if tree.config and isinstance(text := sources.config.get(key), str):
            yield Text(text.strip(), tree.config.place((key,)), key)
    for loaded in sorted(sources.files(), key=lambda loaded: loaded.file.path):
        yield from _texts_of(loaded)


def _texts_of(loaded: Loaded[Any]) -> Iterator[Text]:
    for spot in prose(loaded.model):
        field = ".".join(step for step in spot.path if isinstance(step, str))
        for piece in pieces(spot.text, spot.mark):
            yield Text(piece, _place(loaded.file, spot.path, piece), field)


def _place(file: SourceFile, path: Path, piece: str) -> Place:
    return file.place_of(path, piece.split("\n", maxsplit=1)[0])
