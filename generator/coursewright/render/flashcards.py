"""Items as cards to learn by heart: a question with what can be chosen; behind it what is right, and why.

HTML without links, in the order in which items stand; what only a form could ask, such as a field, is text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import assert_never

from ..link.site import Site, SiteItem
from ..model.gap import BLANKS
from ..model.items.interaction import (
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Entry,
    Gap,
    Number,
    Texts,
)
from ..words import Words
from .markdown import Reading, block, inline
from .packed_media import PackedMedia
from .questions.parts import said

_PAGE = "package.md"
_MARK = "\ufdd0"
"""Stands for a gap while the stem becomes HTML: no source may have this character."""
_GAP = "____"
_Faces = tuple[str, str]
"""What comes after the stem, and what is right."""


@dataclass(frozen=True)
class Flashcard:
    """`front` and `back` are HTML."""

    id: str
    front: str
    back: str
    tags: tuple[str, ...]


def flashcards(site: Site, items: Iterable[SiteItem]) -> tuple[list[Flashcard], Mapping[str, bytes]]:
    """The cards, and the files that they show by the names that they show them by."""
    words = Words(site.course.language)
    media = PackedMedia(site, "coursewright-")
    reading = Reading(_PAGE, site.targets, linked=False, media=site.media)
    cards = [_card(item, reading, words) for item in items]
    shown = [replace(card, front=media.named(card.front), back=media.named(card.back)) for card in cards]
    return shown, media.files


def _card(item: SiteItem, reading: Reading, words: Words) -> Flashcard:
    model, case = item.model, item.case
    after, answer = _faces(item, reading, words)
    stem = str(block(BLANKS.sub(_MARK, model.stem), reading)).replace(_MARK, _GAP)
    scene = f'<div class="scene">{block(case.stimulus, reading)}</div>' if case else ""
    tags = (f"chapter::{item.section.chapter}", f"level::{model.level}")
    explanation = f'<div class="why">{block(model.explanation, reading)}</div>' if model.explanation else ""
    return Flashcard(item.id, f"{scene}{stem}{after}", f"{answer}{explanation}", tags)


def _faces(item: SiteItem, reading: Reading, words: Words) -> _Faces:
    asked = item.model.asked(words)
    match asked:
        case AskedChoice():
            return _choice(asked, reading)
        case AskedOrder():
            return _order(asked, reading)
        case AskedMatch():
            return _match(asked, reading, words)
        case AskedGaps():
            return _gaps(asked, reading, words)
        case AskedWritten():
            rubric = (f"{said(each.text, reading)}" for each in asked.key)
            return "", f"{block(asked.sample, reading)}{_listed(rubric)}"
        case unknown:
            assert_never(unknown)


def _choice(asked: AskedChoice, reading: Reading) -> _Faces:
    options = asked.interaction.options
    marked = (f"{'✓' if each.id in asked.key else '✗'} {_reasoned(each, reading)}" for each in options)
    return _listed((said(each.text, reading) for each in options), "A"), _listed(marked, "A")


def _order(asked: AskedOrder, reading: Reading) -> _Faces:
    steps = {step.id: step for step in asked.interaction.steps}
    return (
        _listed(said(each.text, reading) for each in asked.interaction.steps),
        _listed((_reasoned(steps[id], reading) for id in asked.key), "1"),
    )


def _match(asked: AskedMatch, reading: Reading, words: Words) -> _Faces:
    things, targets = asked.interaction.things, asked.interaction.targets
    texts = {target.id: inline(target.text, reading) for target in targets}
    pairs = (
        f"{said(thing.text, reading)} → {texts[asked.key[thing.id]]}{_why(thing.rationale, reading)}"
        for thing in things
    )
    nothing = escape(words("nothing belongs to it"))
    alone = (
        f"{texts[target.id]}: {nothing}{_why(target.rationale, reading)}"
        for target in targets
        if target.id not in asked.key.values()
    )
    shown = _listed((said(thing.text, reading)) for thing in things)
    return shown + _listed(map(str, texts.values()), "A"), _listed([*pairs, *alone])


def _gaps(asked: AskedGaps, reading: Reading, words: Words) -> _Faces:
    rows = (_filled(gap, asked.key[gap.id], reading, words) for gap in asked.interaction.gaps)
    hint = f"<p>{escape(words('(in any order)'))}</p>" if asked.interaction.any_order else ""
    return hint, _listed(rows, "1" if len(asked.interaction.gaps) > 1 else "")


def _filled(gap: Gap, expected: Texts | Number, reading: Reading, words: Words) -> str:
    why = _why(gap.rationale, reading)
    if isinstance(expected, Texts):
        return f"<b>{escape(' / '.join(expected.accepted))}</b>{why}"
    within = f" ± {expected.tolerance}" if expected.tolerance != "0" else ""
    known = (
        f"{escape(words('With {answer}:').format(answer=each.value))} {said(each.rationale, reading)}"
        for each in expected.mistakes
    )
    number = escape(f"{expected.value}{within} {gap.unit}".strip())
    return f"<b>{number}</b>{why}{_listed(known)}"


def _reasoned(entry: Entry, reading: Reading) -> str:
    return f"{said(entry.text, reading)}{_why(entry.rationale, reading)}"


def _why(rationale: str | None, reading: Reading) -> str:
    return f'<div class="why">{block(rationale, reading)}</div>' if rationale else ""


def _listed(rows: Iterable[str] | Iterator[str], kind: str = "") -> str:
    """A list with letters, with numbers or with neither; nothing of nothing."""
    inner: Sequence[str] = [f"<li>{row}</li>" for row in rows]
    tag, attributes = ("ol", f' type="{kind}"') if kind else ("ul", "")
    return f"<{tag}{attributes}>{''.join(inner)}</{tag}>" if inner else ""
