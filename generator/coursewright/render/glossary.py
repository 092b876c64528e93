"""The glossary page."""

from collections import defaultdict
from collections.abc import Iterator

from ..model.glossary import Term
from .initials import initial
from .renderer import Entry, entry
from .rendering import Rendering


def render(rendering: Rendering) -> None:
    site = rendering.site
    if not site.terms:
        return
    letters: defaultdict[str, list[Term]] = defaultdict(list)
    for term in sorted(site.terms.values(), key=lambda term: (initial(term.term), term.term)):
        letters[initial(term.term)].append(term)
    rendering.page(
        "glossary.md",
        "glossary.html",
        rendering.words("Glossary"),
        meta={"hide": ["toc"]},
        letters=sorted(letters.items()),
    )


def nav(rendering: Rendering) -> Iterator[Entry]:
    if rendering.site.terms:
        yield entry(rendering.words("Glossary"), "glossary.md")
