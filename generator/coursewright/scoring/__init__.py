"""Interaction × response → points: the specification, which `browser/scoring/` is held to."""

from .score import Score
from .scoring import Verdict, passes, percent, score, total, verdict

__all__ = ["Score", "Verdict", "passes", "percent", "score", "total", "verdict"]
