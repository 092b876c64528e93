"""What other programs are to take for right in a gap: they compare letter by letter."""

from collections.abc import Iterable, Sequence

from ..model.items.interaction import Target, Texts
from ..model.markup import phrase, words_of
from ..scoring.gaps import as_read, ways_to_write
from ..words import marked as _
from ..writing.script import in_scripts
from .hypertext import Writing, line
from .posed import Left

READINGS = _("ways to write an answer that are not listed: width, punctuation, kinds of numeral")
POINTS = _("points")
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


def plain_targets(targets: Sequence[Target], writing: Writing) -> dict[str, str]:
    """What things are put to, by id, for a format that has no marks there. Raises Left."""
    found = {target.id: _plain(target.text, writing) for target in targets}
    if len({*found.values()}) < len(found):
        raise Left(_("things to match that differ in their marks alone"))
    return found


def _plain(text: str, writing: Writing) -> str:
    line(text, writing)
    plain = " ".join("".join(words_of(token) for token in phrase(text.strip())).split())
    if any(
        child.type not in ("text", "softbreak")
        for token in phrase(text.strip())
        for child in token.children or ()
    ):
        writing.note(_("marks in what things are put to"))
    return plain
