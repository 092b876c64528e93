"""What other programs are to take for right in a gap: they compare letter by letter."""

from collections.abc import Iterable

from ..model.items.interaction import Texts
from ..scoring.gaps import as_read, ways_to_write
from ..scoring.script import in_scripts
from ..words import marked as _

READINGS = _("ways to write an answer that are not listed: width, punctuation, kinds of numeral")
COUNTING = _("the points of partly right answers, which the target counts in its own way")


def listed(texts: Texts) -> list[str]:
    """Every text that is accepted, in every script of its characters; no two differ in their case alone."""
    found: dict[str, str] = {}
    for text in texts.accepted:
        for form in in_scripts(text):
            found.setdefault(form.casefold(), form)
    return list(found.values())


def told_apart(texts: Iterable[str]) -> list[str]:
    """The texts without those that are read like one before them."""
    known: set[str] = set()
    found = []
    for text in texts:
        if as_read(text) not in known:
            found.append(text)
            known |= ways_to_write(text)
    return found
