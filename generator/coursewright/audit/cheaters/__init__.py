"""Readers who know nothing: a file a way to guess. `ALL` has them in the order in which they are told."""

from .cheater import Cheater
from .likeness import MostLikeOthers, MostLikeStem, MostLikeThing
from .longest import Longest, LongestWithoutAbsolutes, MostPauses
from .numbers import CopiedNumber
from .position import patterns, positions, verdicts
from .shown import AllToOne, AsShown
from .tone import Tone

ALL: tuple[Cheater, ...] = (
    Longest(),
    LongestWithoutAbsolutes(),
    MostPauses(),
    MostLikeStem(),
    MostLikeOthers(),
    Tone(),
    *positions(),
    *patterns(),
    *verdicts(),
    AsShown(turned=False),
    AsShown(turned=True),
    MostLikeThing(),
    AllToOne(),
    CopiedNumber(last=False),
    CopiedNumber(last=True),
)

__all__ = ["ALL", "Cheater"]
