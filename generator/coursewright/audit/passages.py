"""What learners read, in the parts in which a situation may be told with its outcome."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..load.source_file import SourceFile
from ..model.chapter import Case
from ..model.kinds import CHAPTER, SECTION, TAXONOMY, TOOLKIT
from ..model.taxonomy import Node
from ..model.text import Source
from ..model.walk import Path, Spot, instances, prose
from ..validate.sources import Sources
from .wording import figures, pieces


@dataclass(frozen=True, eq=False)
class Passage:
    """A section, a case, a summary of a chapter, a node of a taxonomy, or a toolkit, as the texts in it.

    A summary `repeats` what others say.
    """

    file: SourceFile
    spots: tuple[Spot, ...]
    repeats: bool = False

    @cached_property
    def pieces(self) -> frozenset[str]:
        return frozenset().union(*(pieces(spot.text) for spot in self.spots))

    @cached_property
    def figures(self) -> frozenset[str]:
        return frozenset().union(*(figures(spot.text) for spot in self.spots))


def passages(sources: Sources) -> tuple[Passage, ...]:
    """All that is taught; chapters are read through their sections, cases and summaries."""
    summaries = (
        Passage(chapter.file, (spot,), repeats=True)
        for chapter in sources.all(CHAPTER).values()
        for spot in prose(chapter.model)
        if spot.path == ("recap",)
    )
    return (*(Passage(file, texts) for file, texts in _found(sources) if texts), *summaries)


def _found(sources: Sources) -> Iterator[tuple[SourceFile, tuple[Spot, ...]]]:
    for section in sources.all(SECTION).values():
        yield section.file, tuple(prose(section.model))
    for toolkit in sources.all(TOOLKIT).values():
        yield toolkit.file, tuple(prose(toolkit.model))
    for chapter in sources.all(CHAPTER).values():
        for path, case in instances(chapter.model, Case):
            yield chapter.file, _below(case, path)
    for taxonomy in sources.all(TAXONOMY).values():
        for path, node in instances(taxonomy.model, Node):
            yield taxonomy.file, _below(node.model_copy(update={"children": ()}), path)


def _below(part: Source, path: Path) -> tuple[Spot, ...]:
    return tuple(Spot((*path, *spot.path), spot.text, spot.mark) for spot in prose(part))
