"""What stands in the stem of a question of a text beside what it asks: its type, points, answer, options."""

import re
from dataclasses import replace

from . import types
from .answers import chosen, is_numbers, verdict
from .draft import Record
from .spot import Spot
from .text_answer import blanked, inside
from .text_options import below, parted
from .text_question import LETTERS

_TYPE = re.compile(r"[\[【(（<]([^\[\]【】()（）<>]{2,16})[\]】)）>]")
_OTHER_TYPE = re.compile(r"[\[【][^0-9]*(?<![真例考原母])题[\]】]")
"""What stands where a type does and is none, unless it says where the question comes from: 【真题】."""

_REMARK = re.compile(r"(?:[\[【(（<][^\[\]【】()（）<>]*[\]】)）>]|[\s。.？?！!，,、；;：:])*")
"""What may stand between a type and the begin or the end of a question, such as its points."""
_BRACKETED = re.compile(r"([\[【(（<])([^\[\]【】()（）<>]{2,40})([\]】)）>])")
_BETWEEN = re.compile(r"\s*[,，、;；]\s*")
_NUMBER = r"[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?"
_POINTS = re.compile(
    rf"(.*?)[\s:：]*(?:(?:[本每]小?[题空]|共|计|得|满分|分值)[\s:：]*)*(?:{_NUMBER}\s*(?:分|points?)|分值[\s:：]*{_NUMBER})",
    re.I,
)
"""Points, perhaps behind a type: 多选题3分."""
_ENDED = re.compile(r"[。.？?！!]\s*")
_MOST_REMARKS = 4
"""Brackets at the begin and at the end of a question among which its type is."""


def settled(record: Record, heading: Spot | None) -> Record:
    """The record with all of them in their own places; a heading says the type where nothing else does."""
    is_headed = heading is not None
    record = _typed(_lettered(_typed(_valued(_parted(record)), is_headed)), is_headed)
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
    return _with_stem(record, _replaced(text, found), type=type)


def _valued(record: Record) -> Record:
    """The record with its points, where the stem has them."""
    text = record.text("stem").strip()
    first, end, rest = text.partition("\n")
    bare = _without_points(_without_points(first) + end + rest).strip()
    if not bare or bare == text:
        return record
    return _with_stem(record, bare, points=record.fields.get("points", record.at("stem")))


def _without_points(text: str) -> str:
    """The text without the points that stand in brackets before or behind it; what is beside them stays."""
    first, last = _beside(text, _BRACKETED)
    for found in [*last[::-1], *(each for each in first[::-1] if each not in last)]:
        parts = _BETWEEN.split(found[2].strip())
        bare = [*map(_without_value, parts)]
        if bare != parts:
            said = "，".join(filter(None, bare))
            text = _replaced(text, found, f"{found[1]}{said}{found[3]}" if said else "")
    return text


def _without_value(part: str) -> str:
    found = _POINTS.fullmatch(part)
    return found[1] if found and (not found[1] or types.type_called(found[1])) else part


def _replaced(text: str, found: re.Match[str], said: str = "") -> str:
    """The text with something else in the place of what was found; one full stop is enough."""
    before, after = text[: found.start()] + said, text[found.end() :]
    is_ended = _ENDED.fullmatch(before[-1:]) and _ENDED.fullmatch(after)
    return before if is_ended else before + after


def _answered(record: Record) -> Record:
    """The record with its answer, where the stem has it."""
    found = inside(record.text("stem").strip())
    if "answer" in record.fields or not found:
        return record
    stem = blanked(found).removesuffix("（ ）").rstrip()
    return _with_stem(record, stem, answer=replace(record.at("stem"), text=found[1]))


def _type(text: str, is_headed: bool) -> re.Match[str] | None:
    """The type that stands before or behind a question."""
    first, last = _beside(text, _TYPE)
    known = [each for each in (*first, *last) if types.type_called(each[1])]
    others = [] if is_headed else [each for each in last if each.start() and _OTHER_TYPE.fullmatch(each[0])]
    return next(iter((*known, *others)), None)


def _beside(text: str, pattern: re.Pattern[str]) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The remarks of a pattern that stand before and those that stand behind a question."""
    found = [*pattern.finditer(text)]
    first = [each for each in found[:_MOST_REMARKS] if _REMARK.fullmatch(text, 0, each.start())]
    last = [each for each in found[-_MOST_REMARKS:] if _REMARK.fullmatch(text, each.end())]
    return first, last


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
