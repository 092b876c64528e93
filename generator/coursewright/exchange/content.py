"""What the columns of a record mean for each type of item: options, gaps, numbers, groups."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..diagnostics import SourceString
from . import types
from .answers import amount, blanks, chosen, verdict, words_beside
from .columns import is_of_all
from .draft import Data, Draft, Record
from .prose import line_of, text_of
from .spot import number
from .units import is_unit

if TYPE_CHECKING:
    from .meaning import Meaning


def choices(meaning: "Meaning", record: Record, draft: Draft) -> None:
    letters, options = meaning.entries(record, draft, "options")
    if len(options) == 1 and is_of_all(record.options[letters[0]].header):
        meaning.problem("CW1085", record.options[letters[0]], found=record.options[letters[0]].text)
        return
    keys = meaning.keys(record, letters)
    for letter, option in zip(letters, options, strict=True):
        if letter in keys:
            option["key"] = True
    draft.data["options"] = options
    draft.spots["options",] = record.at("answer")
    if draft.data["type"] == types.SINGLE and len(keys) > 1:
        other = SourceString(meaning.named(types.MULTIPLE))
        meaning.problem("CW1009", record.at("answer"), found=record.text("answer"), expected="A", other=other)


def truth(meaning: "Meaning", record: Record, draft: Draft) -> None:
    text = record.text("answer")
    keys = chosen(text) or []
    said = record.options[keys[0]].text if len(keys) == 1 and keys[0] in record.options else text
    found = verdict(said)
    if found is None and text.strip().upper() in ("A", "B") and not record.options:
        found = text.strip().upper() == "A"
    if not text:
        meaning.problem("CW1010", record.at("answer"), column=meaning.said("answer"))
    elif found is None:
        meaning.problem(
            "CW1009",
            record.at("answer"),
            found=text,
            expected=f"{meaning.words('True')}, {meaning.words('False')}",
        )
    draft.data["answer"] = bool(found)
    for name, letter in (("if_true", "A"), ("if_false", "B")):
        if letter in record.reasons:
            draft.data[name] = text_of(record, record.reasons[letter])
            draft.spots[name,] = record.reasons[letter]


def steps(meaning: "Meaning", record: Record, draft: Draft) -> None:
    letters, steps = meaning.entries(record, draft, "steps")
    keys = meaning.keys(record, letters)
    if record.text("answer") and set(keys) != set(letters):
        meaning.problem("CW1009", record.at("answer"), found=record.text("answer"), expected="".join(letters))
    order = [letters.index(key) for key in keys] or list(range(len(letters)))
    draft.data["steps"] = [steps[at] for at in order]
    spots = {path: spot for path, spot in draft.spots.items() if path[0] == "steps"}
    for path, spot in spots.items():
        if int(path[1]) in order:
            draft.spots["steps", order.index(int(path[1])), *path[2:]] = spot


def gaps(meaning: "Meaning", record: Record, draft: Draft) -> None:
    found = blanks(meaning.needed(record, "answer", raw=True))
    draft.data["blanks"] = [
        {"accept": accepted, **_reason(meaning, record, at)} for at, accepted in enumerate(found)
    ]
    is_of_bank = record.is_markdown and record.text("id")
    for text in (text for accepted in found for text in accepted):
        if (parts := words_beside(text)) and not is_of_bank:
            meaning.problem("CW1087", record.at("answer"), found=text, like=";".join(parts))
    draft.spots["blanks",] = record.at("answer")


def _reason(meaning: "Meaning", record: Record, at: int) -> Data:
    reasons = {number(letter) - 1: spot for letter, spot in record.reasons.items()}
    return {"rationale": text_of(record, reasons[at])} if at in reasons else {}


def quantity(meaning: "Meaning", record: Record, draft: Draft) -> None:
    text = meaning.needed(record, "answer", raw=True)
    found = amount(text)
    is_text = found is None or bool(found.unit and not is_unit(found.unit))
    if is_text and not record.is_markdown:
        meaning.problem("CW1033", record.at("answer"), type=meaning.named(types.WRITTEN), found=text)
        draft.guess_type(types.WRITTEN)
        written(meaning, record, draft)
        return
    if found is None:
        if text:
            meaning.problem("CW1009", record.at("answer"), found=text, expected="50 ± 1 cm")
        return
    if found.is_too_large:
        meaning.problem("CW1032", record.at("answer"))
    data: Data = {"value": found.value}
    if found.tolerance:
        data["tolerance"] = found.tolerance
    if found.unit:
        data["unit"] = found.unit
    if mistakes := list(_mistakes(meaning, record, draft)):
        data["mistakes"] = mistakes
    draft.data["answer"] = data
    if record.text("rationale"):
        draft.data["rationale"] = text_of(record, record.at("rationale"))


def _mistakes(meaning: "Meaning", record: Record, draft: Draft) -> Iterator[Data]:
    for at, (letter, spot) in enumerate(sorted(record.options.items(), key=lambda one: number(one[0]))):
        draft.spots["answer", "mistakes", at] = spot
        found = amount(spot.text)
        if found is None or found.unit or found.tolerance:
            meaning.problem("CW1009", spot, found=spot.text, expected="25")
            continue
        if found.is_too_large:
            meaning.problem("CW1032", spot)
        reason = record.reasons.get(letter)
        yield {"value": found.value, **({"rationale": text_of(record, reason)} if reason else {})}


def written(meaning: "Meaning", record: Record, draft: Draft) -> None:
    sample = meaning.needed(record, "answer")
    letters, criteria = meaning.entries(record, draft, "rubric")
    draft.data["rubric"] = [{"text": each["text"]} for each in criteria]
    if not letters and sample:
        draft.data["rubric"] = [{"text": sample}]
        draft.guessed.append("rubric")
    draft.data["sample"] = sample
    draft.spots["sample",] = record.at("answer")


def pairs(meaning: "Meaning", record: Record, draft: Draft) -> None:
    letters, entries = meaning.entries(record, draft, "entries")
    matches = {letter: text for names, text in meaning.grouped(record, letters) for letter in names}
    pairs: list[Data] = []
    others: list[Data] = []
    for letter, entry in zip(letters, entries, strict=True):
        if letter in matches:
            _found(record, draft, letter, "pairs", len(pairs))
            draft.spots["pairs", len(pairs), "match"] = record.at("answer")
            pairs.append({**entry, "match": line_of(record, record.at("answer"), matches[letter])})
        else:
            _found(record, draft, letter, "others", len(others))
            others.append(entry)
    draft.data["pairs"], draft.data["others"] = pairs, others
    draft.spots["pairs",] = record.at("answer")


def _found(record: Record, draft: Draft, letter: str, *path: str | int) -> None:
    """What stands at a path comes from the cell of an option, and its rationale from that beside it."""
    draft.spots[path] = record.options[letter]
    if letter in record.reasons:
        draft.spots[*path, "rationale"] = record.reasons[letter]


def categories(meaning: "Meaning", record: Record, draft: Draft) -> None:
    letters, entries = meaning.entries(record, draft, "examples")
    found = dict(zip(letters, entries, strict=True))
    categories: list[Data] = []
    for names, text in meaning.grouped(record, letters):
        category: Data = {"text": line_of(record, record.at("answer"), text)}
        if its := [name for name in names if name in found]:
            category["examples"] = [found[name] for name in its]
        for at, name in enumerate(its):
            _found(record, draft, name, "categories", len(categories), "examples", at)
        categories.append(category)
    draft.data["categories"] = categories
    draft.spots["categories",] = record.at("answer")
    named = {name for names, _ in meaning.grouped(record, []) for name in names}
    for letter in letters:
        if letter not in named and categories:
            meaning.problem("CW1024", record.options[letter], letter=letter)


READERS: dict[str, Callable[["Meaning", Record, Draft], None]] = {
    types.SINGLE: choices,
    types.MULTIPLE: choices,
    types.TRUE_FALSE: truth,
    types.GAPS: gaps,
    types.NUMBER: quantity,
    types.WRITTEN: written,
    types.PAIRS: pairs,
    types.CATEGORIES: categories,
    types.STEPS: steps,
}
"""Type → what puts its content into a draft."""
