"""Text that YAML took for a comment: `owner: Window #3` is read as “Window”."""

from collections.abc import Iterable, Iterator

from ..diagnostics import Problem
from ..load.source_file import SourceFile
from ..model.mark import CODE
from ..model.walk import Spot


def comment_problems(file: SourceFile, texts: Iterable[Spot]) -> Iterator[Problem]:
    """Comments behind an unquoted text that people read: one that is meant stands on a line of its own."""
    if not file.has_comments:
        return
    for spot in texts:
        is_written = spot.text and (spot.mark.prose or spot.mark is CODE)
        place = file.comment_after(spot.path) if is_written else None
        if place is not None:
            lost = place.source[place.column - 1 :].strip()
            if _is_text(spot, lost):
                yield Problem("CW0126", place, {"lost": lost})


def _is_text(spot: Spot, lost: str) -> bool:
    """A code may have a comment, which has a space behind its sign; text for readers hardly has one."""
    return spot.mark.prose or not lost.startswith("# ")
