"""Fields of a QTI item in which something is typed: what is right in each, by declarations and rules."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from lxml import etree

from ..model.gap import BLANKS
from .draft import Data
from .found import Amount, Found
from .html_tree import words_in
from .qti_item import ANSWER, UNIT
from .qti_names import attribute, named, plain_name
from .units import is_unit
from .wordings import told_apart

_OF_A_FIELD = re.compile(r"WHY_\d+")
_INSIDE = "\ufdd8"
"""Stands for a field while the stem becomes Markdown."""


class Entries:
    """The fields of one item; each leaves a mark in the stem, and its unit leaves it."""

    def __init__(
        self,
        root: etree._Element,
        declared: Mapping[str, etree._Element],
        feedback: Mapping[str, str],
        interactions: Sequence[etree._Element],
    ) -> None:
        self._root, self._declared, self._feedback = root, declared, feedback
        self._names = [attribute(each, "responseIdentifier") for each in interactions]
        self._units = [_unit(each) for each in interactions]
        self._behind = sum(map(_is_behind, interactions))
        for each in interactions:
            each.tail = ("" if _is_behind(each) else _INSIDE) + (each.tail or "")

    def stem(self, text: str) -> str:
        """The stem with `___` for every field in it, and no other underscores that look like one."""
        safe = BLANKS.sub(lambda gap: "\\_" * len(gap[0]), text) if _INSIDE in text else text
        is_alone = len(self._names) == 1 and self._is_number(self._names[0])
        return safe.replace(_INSIDE, "___") + ("" if is_alone else " ___" * self._behind)

    @property
    def reasons(self) -> set[str]:
        """The names of what is said of an answer: by the number of its field, or of a wrong number."""
        rules = (
            rule for rule in named(self._root, "responseIf") if next(named(rule, "equal"), None) is not None
        )
        ids = {
            text
            for rule in rules
            for each in rule
            if plain_name(each) == "setOutcomeValue"
            for text in _values(each)
        }
        return {id for id in self._feedback if id in ids or _OF_A_FIELD.fullmatch(id)}

    def read(self, found: Found) -> None:
        if len(self._names) == 1 and self._is_number(self._names[0]):
            found.number(self._amounts(self._names[0], 1), self._units[0])
            return
        hits = self._hits()
        blanks = [self._blank(found, at, hits) for at in range(len(self._names))]
        found.gaps([blank for blank in blanks if blank], any_order=bool(hits))

    def _is_number(self, name: str) -> bool:
        declared = self._declared.get(name)
        return declared is not None and attribute(declared, "baseType") in ("float", "integer")

    def _blank(self, found: Found, at: int, hits: Mapping[str, list[str]]) -> Data | None:
        name, reason = self._names[at], self._feedback.get(f"WHY_{at + 1}", "")
        said = {"rationale": reason} if reason else {}
        if self._is_number(name):
            number = found.quantity(self._amounts(name, at + 1), self._units[at])
            found.data.pop("type", None)
            return {"number": number, **said} if number else None
        declared = self._declared.get(name)
        shares = mapped_in(declared)
        best = max(shares.values(), default=Fraction(0))
        mapped = [text for text, value in shares.items() if value == best > 0]
        for text, value in shares.items():
            if 0 < value < best and len(told_apart([*mapped, text])) > len(told_apart(mapped)):
                found.tell("CW1055", found=f"{text}: {float(value / best * 100):.7g} %", own="0 %")
        return {"accept": told_apart([*right_of(declared), *mapped, *hits.get(name, ())]), **said}

    def _hits(self) -> dict[str, list[str]]:
        """For gaps whose answers may change places: what is right, by the gap that it belongs to."""
        found: dict[str, list[str]] = {}
        for rule in named(self._root, "responseIf"):
            sets = [attribute(each, "identifier") for each in rule if plain_name(each) == "setOutcomeValue"]
            for name in self._names:
                if f"HIT_{name}" in sets:
                    texts = (text for match in named(rule, "stringMatch") for text in _values(match))
                    found.setdefault(name, []).extend(texts)
        return found

    def _amounts(self, name: str, number: int) -> list[Amount]:
        """What is right, and wrong numbers of which something is said."""
        value = next(iter(right_of(self._declared.get(name))), "")
        amounts = [Amount(value, self._tolerance(name, value), self._feedback.get(f"WHY_{number}", ""))]
        for rule in named(self._root, "responseIf"):
            ids = [text for each in rule if plain_name(each) == "setOutcomeValue" for text in _values(each)]
            reason = next((self._feedback[id] for id in ids if id in self._feedback), "")
            for equal in named(rule, "equal") if reason else ():
                if _variables(equal) == [name]:
                    amounts += [Amount(text, "0", reason, Fraction(0)) for text in _values(equal)]
        return amounts

    def _tolerance(self, name: str, value: str) -> str:
        """How far from a value is right: by two bounds, or as an equality says."""
        for rule in named(self._root, "gte", "equal"):
            if _variables(rule)[:1] != [name]:
                continue
            if plain_name(rule) == "equal" and attribute(rule, "toleranceMode") == "absolute":
                return (attribute(rule, "tolerance").split() or ["0"])[0]
            if plain_name(rule) == "gte" and (bound := next(_values(rule), "")):
                return _difference(value, bound)
        return "0"


def right_of(declared: etree._Element | None) -> list[str]:
    """The values that a declaration says are right."""
    correct = () if declared is None else named(declared, "correctResponse")
    return [words_in(value).strip() for each in correct for value in named(each, "value")]


def mapped_in(declared: etree._Element | None) -> dict[str, Fraction]:
    """What a declaration gives for which value."""
    entries = () if declared is None else named(declared, "mapEntry")
    return {attribute(each, "mapKey"): _fraction(attribute(each, "mappedValue")) for each in entries}


def taken_out(element: etree._Element) -> None:
    """Take an element out; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)


def _variables(element: etree._Element) -> list[str]:
    return [attribute(each, "identifier") for each in named(element, "variable")]


def _values(element: etree._Element) -> Iterator[str]:
    return (words_in(each).strip() for each in named(element, "baseValue"))


def _difference(first: str, second: str) -> str:
    try:
        return format(abs(Decimal(first) - Decimal(second)), "f")
    except InvalidOperation:
        return "0"


def _fraction(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return Fraction(0)


def _unit(interaction: etree._Element) -> str:
    """The unit behind a field, which is taken out."""
    behind = interaction.getnext()
    if behind is None or behind.get("class") != UNIT or (interaction.tail or "").strip():
        return ""
    text = words_in(behind).strip()
    if not is_unit(text):
        return ""
    interaction.tail = ""
    taken_out(behind)
    return text


def _is_behind(interaction: etree._Element) -> bool:
    """Whether a field stands on a line of its own, behind a stem without a gap."""
    parent = interaction.getparent()
    return parent is not None and parent.get("class") == ANSWER
