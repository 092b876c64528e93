"""Who copies a number of the stem into every gap that wants one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...diagnostics import Phrase
from ...model.items.interaction import Gaps
from ...words import marked as _
from ..lexicon import Lexicon
from ..question import Question
from .cheater import Answer

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class CopiedNumber:
    last: bool

    @property
    def says(self) -> Phrase:
        if self.last:
            return Phrase(_("copies the last number of the stem"))
        return Phrase(_("copies the first number of the stem"))

    def sit(self, asked: Sequence[Question], lexicon: Lexicon | None) -> Iterator[Answer]:
        for question in asked:
            gaps = question.asked.interaction
            found = _NUMBER.findall(question.situation)
            if isinstance(gaps, Gaps) and found and all(gap.is_number for gap in gaps.gaps):
                number = found[-1 if self.last else 0]
                yield question, [{gap.id: number for gap in gaps.gaps}]
