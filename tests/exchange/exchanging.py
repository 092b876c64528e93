"""Banks → a format → banks: what is written, what comes back, and what both say."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from coursewright.diagnostics import errors_in
from coursewright.exchange.cases import with_cases
from coursewright.exchange.chaoxing import chaoxing
from coursewright.exchange.completing import Completing
from coursewright.exchange.csv import csv
from coursewright.exchange.formats import read
from coursewright.exchange.hypertext import Writing, block, line
from coursewright.exchange.kaoshibao import kaoshibao
from coursewright.exchange.markdown import markdown
from coursewright.exchange.names import Names
from coursewright.exchange.posed import Material, Parcel, Posed, Sent
from coursewright.exchange.text import text
from coursewright.exchange.word import word
from coursewright.exchange.xlsx import xlsx
from coursewright.model.gap import BLANKS
from coursewright.model.items.bank import Bank
from coursewright.model.items.interaction import (
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Texts,
)
from coursewright.model.items.item import ItemSource
from coursewright.model.medium import Medium
from coursewright.model.walk import spots
from coursewright.scoring.gaps import as_read
from coursewright.words import Words
from trees import ENGLISH

Write = Callable[[Parcel, Words], Sent]
NAMES = Names("A garden", "The allotment", "en", datetime(2026, 1, 31, tzinfo=UTC), {}, {})


WRITERS: Mapping[str, Write] = {
    "xlsx": xlsx,
    "kaoshibao": kaoshibao,
    "chaoxing": chaoxing,
    "csv": csv,
    "markdown": markdown,
    "text": text,
    "word": word,
}
"""Sheets and texts."""


def parcel(bank: Bank, media: Mapping[str, Medium] | None = None) -> Parcel:
    """The questions of a bank, which is identified here."""
    posed = []
    written = [item for _path, item, _case in bank.questions()]
    for own, (_path, item, case) in zip(written, bank.completed().questions(), strict=True):
        material = Material(case.id, case.title or "", case.stimulus) if case else None
        used = own.model_copy(update={"use": case.use}) if case else own
        posed.append(Posed(used, item.asked(ENGLISH), "Soil/Layers", material))
    return Parcel("soil", "Soil", posed, NAMES, media or {})


def came_back(name: str, raw: bytes, format: str | None = None) -> list[ItemSource]:
    """The items of a file as an import makes them; nothing may be wrong with it."""
    reading = read(name, raw, format, ENGLISH)
    drafts = with_cases(reading.drafts, ENGLISH).drafts
    problems = [
        *reading.problems,
        *Completing("a", "soil/layers/name", "recall", {}, ENGLISH).completed(drafts),
    ]
    assert errors_in(problems) == 0
    bank = Bank.model_validate({"items": [draft.data for draft in drafts]})
    return [item for _path, item, _case in bank.completed().questions()]


_EMPTY = re.compile(r"<(\w+)>\s*</\1>")


def shown(text: str | None) -> str:
    """A text as it is seen: its HTML without what shows nothing."""
    writing = Writing(lambda what: None, lambda name: name)
    html = re.sub(r"\s+", " ", block(text or "", writing))
    html = re.sub(r" ?(<[^>]*>) ?", r"\1", html)
    while (less := _EMPTY.sub("", html)) != html:
        html = less
    return re.sub(r"(?<=<p>)(?:<br />)+|(?:<br />)+(?=</p>)", "", html)


def words(text: str | None) -> str:
    """The words of a text, with no mark of it."""
    html = line(text or "", Writing(lambda what: None, lambda name: name))
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def is_seen(item: ItemSource) -> bool:
    """Whether every text of an item shows something."""
    return all(re.sub(r"<[^>]*>", "", shown(spot.text)).strip() for spot in spots(item) if spot.mark.markdown)


def said(item: ItemSource, *, reasons: bool = True, fixed: bool = True) -> dict[str, Any]:
    """What an item says and asks, by its shape; without what the names leave out."""
    why: Callable[[str | None], str] = shown if reasons else lambda text: ""
    general = {"stem": shown(BLANKS.sub("___", item.stem)), "explanation": shown(item.explanation)}
    asked = item.asked(ENGLISH)
    match asked:
        case AskedChoice(interaction, key):
            shape: Any = [
                (shown(each.text), why(each.rationale), each.id in key) for each in interaction.options
            ]
            many: Any = interaction.many
            return {**general, "options": shape, "many": many, "fixed": fixed and (asked.fixed, asked.last)}
        case AskedOrder(interaction, key):
            steps = {each.id: (shown(each.text), why(each.rationale)) for each in interaction.steps}
            return {**general, "steps": [steps[id] for id in key]}
        case AskedMatch(interaction, key):
            targets = {each.id: words(each.text) for each in interaction.targets}
            things = sorted((shown(e.text), why(e.rationale), targets[key[e.id]]) for e in interaction.things)
            return {**general, "things": things, "targets": sorted(targets.values())}
        case AskedGaps(interaction, key):
            gaps = [(key[gap.id], why(gap.rationale), gap.unit.strip()) for gap in interaction.gaps]
            return {
                **general,
                "gaps": [(_key(each), *rest) for each, *rest in gaps],
                "any": interaction.any_order and len(gaps) > 1,
            }
        case AskedWritten(_, key, sample):
            return {**general, "criteria": [(shown(e.text), e.points) for e in key], "sample": shown(sample)}


def _key(key: Any) -> Any:
    if isinstance(key, Texts):
        return sorted({as_read(text) for text in key.accepted})
    return key.value, key.tolerance, [(each.value, shown(each.rationale)) for each in key.mistakes]
