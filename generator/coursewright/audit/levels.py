"""Chapters whose items only ask to remember and to understand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..model.kinds import CHAPTER
from ..validate.sources import Sources
from .finding import Finding, about_file
from .question import Question

ENOUGH = 8
"""Items of a chapter from which on some should ask for more."""

_LOW = {"recall", "understand"}


def level_findings(sources: Sources, asked: Sequence[Question]) -> Iterator[Finding]:
    levels: defaultdict[str, list[str]] = defaultdict(list)
    for question in asked:
        levels[question.item.objective.split("/")[0]].append(question.item.level)
    for id, chapter in sources.all(CHAPTER).items():
        if len(levels[id]) >= ENOUGH and set(levels[id]) <= _LOW:
            yield about_file(chapter.file, "level-spread", "title", count=len(levels[id]))
