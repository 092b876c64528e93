"""Options that speak of the other options: “all of the above”."""

from collections.abc import Iterator

from ..finding import Finding, about
from ..lexicon import Lexicon
from ..question import Question


def findings(question: Question, lexicon: Lexicon) -> Iterator[Finding]:
    for option in question.options:
        if lexicon.pointing.search(option.text.rstrip("。. ")):
            yield about(question, "all-or-none", "options", option.at, "text", text=option.text)
