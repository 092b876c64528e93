"""The glossary page and the dictionary that lets search find its terms."""

from collections import defaultdict
from collections.abc import Iterator

from ..model.glossary import Term
from .initials import initial
from .renderer import Entry, entry
from .rendering import Rendering

DICTIONARY = "search-terms.txt"


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
    names = {
        name
        for term in site.terms.values()
        for name in (term.term, *term.aliases)
        if not any(char.isspace() for char in name)
    }
    rendering.tree.add(DICTIONARY, "".join(f"{name} 100000 n\n" for name in sorted(names)))


def nav(rendering: Rendering) -> Iterator[Entry]:
    if rendering.site.terms:
        yield entry(rendering.words("Glossary"), "glossary.md")
