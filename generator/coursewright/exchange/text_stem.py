"""What stands in the stem of a question of a text beside what it asks: its type, its answer, its options."""

import re
from dataclasses import replace

from . import types
from .answers import chosen, is_numbers, verdict
from .draft import Record
from .spot import Spot
from .text_answer import blanked, inside
from .text_options import below, parted

LETTERS = "ABCDEFGH"
_TYPE = re.compile(r"[\[【(（<]([^\[\]【】()（）<>]{2,16})[\]】)）>]")
_OTHER_TYPE = re.compile(r"[\[【][^0-9]*(?<![真例考原母])题[\]】]")
"""What stands where a type does and is none, unless it says where the question comes from: 【真题】."""

_REMARK = re.compile(r"(?:[\[【(（<][^\[\]【】()（）<>]*[\]】)）>]|[\s。.？?！!，,、；;：:])*")
"""What may stand between a type and the begin or the end of a question, such as its points."""
_MOST_REMARKS = 4
"""Brackets at the begin and at the end of a question among which its type is."""


def settled(record: Record, heading: Spot | None) -> Record:
    """The record with all of them in their own places; a heading says the type where nothing else does."""
    is_headed = heading is not None
    record = _typed(_lettered(_typed(_parted(record), is_headed)), is_headed)
    return _headed(_marked(_answered(record)), heading)


def _parted(record: Record) -> Record:
    """The record with the options that stand on the line of its stem or of another option."""
    texts = {name: spot.text for name, spot in record.options.items()}
    stem, options = parted(record.text("stem"), texts)
    if not options or options == texts:
        return record
    spots: dict[str, Spot] = {}
    for name in sorted(options):
        before = [*spots.values()][-1] if spots else record.at("stem")
        spots[name] = replace(record.options.get(name, before), text=options[name])
    return replace(
        record, fields={**record.fields, "stem": replace(record.at("stem"), text=stem)}, options=spots
    )


def _headed(record: Record, type: Spot | None) -> Record:
    """The record with the type of the heading above it, where it says none and has nothing against it."""
    if type is None or "type" in record.fields:
        return record
    called = types.type_called(type.text)
    is_choice = called in (types.SINGLE, types.MULTIPLE)
    if (is_choice and not record.options) or (called == types.WRITTEN and record.options):
        return record
    return replace(record, fields={**record.fields, "type": type})


def _lettered(record: Record) -> Record:
    """The record with the options below its stem that have no sign behind their letters, if it has no others.

    They are lines from A on, and the answer names such letters.
    """
    text, answer = record.text("stem"), _answer(record)
    stem, options = below(text)
    keys = chosen(answer)
    is_choice = types.type_called(record.text("type")) in (types.SINGLE, types.MULTIPLE, None)
    if record.options or not is_choice or not options or not keys or is_numbers(answer):
        return record
    if not {*keys} <= {*LETTERS}:
        return record
    spots = {letter: replace(record.at("stem"), text=said) for letter, said in options.items()}
    return replace(_with_stem(record, stem), options=spots)


def _answer(record: Record) -> str:
    """What is written for an answer, if need be in the stem."""
    found = inside(record.text("stem"))
    return record.text("answer") or (found[1] if found else "")


def _with_stem(record: Record, text: str, **fields: Spot) -> Record:
    """The record with another stem, and with these fields that stood in it."""
    return replace(
        record, fields={**record.fields, **fields, "stem": replace(record.at("stem"), text=text.strip())}
    )


def _typed(record: Record, is_headed: bool) -> Record:
    """The record with its type, where the stem has it.

    What is no type of ours is one where no heading says another, and is told.
    """
    text = record.text("stem").strip()
    found = _type(text, is_headed) or _type(text.split("\n", 1)[0], is_headed)
    if "type" in record.fields or not found:
        return record
    type = replace(record.at("stem"), text=found[1])
    return _with_stem(record, text[: found.start()] + text[found.end() :], type=type)


def _answered(record: Record) -> Record:
    """The record with its answer, where the stem has it."""
    found = inside(record.text("stem").strip())
    if "answer" in record.fields or not found:
        return record
    stem = blanked(found).removesuffix("（ ）").rstrip()
    return _with_stem(record, stem, answer=replace(record.at("stem"), text=found[1]))


def _type(text: str, is_headed: bool) -> re.Match[str] | None:
    """The type that stands before or behind a question."""
    found = [*_TYPE.finditer(text)]
    last = [each for each in found[-_MOST_REMARKS:] if _REMARK.fullmatch(text, each.end())]
    first = [each for each in found[:_MOST_REMARKS] if _REMARK.fullmatch(text, 0, each.start())]
    known = [each for each in (*first, *last) if types.type_called(each[1])]
    others = [] if is_headed else [each for each in last if each.start() and _OTHER_TYPE.fullmatch(each[0])]
    return next(iter((*known, *others)), None)


def _marked(record: Record) -> Record:
    """Options of true or false are none; the answer is what they say."""
    texts = [spot.text for spot in record.options.values()]
    answer = record.text("answer")
    is_truth = len(texts) == 2 and [verdict(text) for text in texts] in ([True, False], [False, True])
    if not is_truth or "type" in record.fields:
        return record
    keys = chosen(answer) or []
    said = record.options[keys[0]].text if keys and keys[0] in record.options else answer
    fields = {**record.fields, "answer": replace(record.at("answer"), text=said)}
    return replace(record, fields=fields, options={})
