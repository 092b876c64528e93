"""A question of another program as it was read → an item's data: what every format has, by shapes.

What a format does not say is left to `completing.py`; a rationale that is missing makes an item unexplained.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ..diagnostics import Problem
from ..model.items.quantity import MOST
from ..model.text import ID, LONGEST
from ..model.walk import Path
from ..words import Words
from . import types
from .answers import plain, verdict
from .draft import Data, Draft
from .form_mark import TAG, form_of
from .spot import Spot
from .unexplained import rationales
from .units import is_unit
from .wordings import told_apart

_NEAR = Fraction(1, 1000)
_ID = re.compile(ID)
"""Ids of other programs may be anything."""


@dataclass
class Answer:
    """Something that can be chosen, typed or put somewhere; texts are Markdown, `share` is of the points."""

    text: str
    rationale: str = ""
    share: Fraction = Fraction(0)
    spot: Spot | None = None
    id: str = ""
    last: bool = False


@dataclass
class Amount:
    """A number as it was written; `share` is of the points."""

    value: str
    tolerance: str = "0"
    rationale: str = ""
    share: Fraction = Fraction(1)


@dataclass
class Found:
    """What was read of one question; `has` names what its format has a place for, as `Draft.said`."""

    spot: Spot
    words: Words
    id: str = ""
    stem: str = ""
    explanation: str = ""
    hints: Sequence[str] = ()
    tags: Sequence[str] = ()
    category: str = ""
    material: tuple[str, str] | None = None
    has: frozenset[str] = frozenset(("stem", "explanation", "reasons", "answer"))
    data: Data = field(default_factory=dict)
    guessed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    spots: dict[Path, Spot] = field(default_factory=dict)

    def tell(self, code: str, spot: Spot | None = None, **values: object) -> None:
        self.problems.append((spot or self.spot).problem(code, self.words, **values))

    def draft(self) -> Draft:
        """The item as a source's data, to be completed."""
        tagged = self._tagged
        self._explain()
        general: Data = {
            "id": self.id if _ID.fullmatch(self.id) and len(self.id) <= LONGEST else "",
            "stem": self.stem,
            "explanation": self.explanation,
            "hints": [*self.hints],
            "chapter": self.category,
            **{name: tagged[name] for name in ("objective", "level", "use", "case") if name in tagged},
        }
        if "case" in tagged and self.material:
            general["title"], general["stimulus"] = self.material
        data = {
            name: value for name, value in {**general, **self.data}.items() if value not in ("", [], None)
        }
        data.setdefault("id", "")
        if not all(rationales(data)):
            data["unexplained"] = True
            self.guessed.append("rationales")
        tags = {name for name in ("objective", "level", "use") if name in tagged}
        form = form_of(tagged.get(TAG, ""))
        return Draft(data, self.spot, self.spots, self.guessed, said=self.has | tags, form=form)

    @property
    def _tagged(self) -> dict[str, str]:
        """What tags of ours say. One of other people's makes no use of an item but the safe one."""
        said = (pair for tag in self.tags for pair in _tagged(tag))
        return {name: text for name, text in said if name != "use" or text == "exam"}

    def _explain(self) -> None:
        """A question without a word for all of its answers is explained by that for the right one."""
        if not self.explanation:
            entries = self.data.get("options", ())
            keys = [each.get("rationale", "") for each in entries if each.get("key")]
            keys += [self.data.get("if_true" if self.data.get("answer") else "if_false", "")]
            self.explanation = next(filter(None, keys), "")
        if not self.stem:
            self.tell("CW1010", column=self.words("stem"))

    # the shapes

    def choice(self, options: Sequence[Answer], many: bool, shuffle: bool = True) -> None:
        if len(options) == 2 and not many and self._truth(options):
            return
        right = [option for option in options if option.share > 0]
        if not many:
            best = max((option.share for option in options), default=Fraction(0))
            right = [option for option in options if option.share == best and best > 0]
        self._weigh(options, right, many)
        self.data["type"] = types.MULTIPLE if many else types.SINGLE
        self.data["options"] = [
            {
                **_entry(option),
                **({"key": True} if option in right else {}),
                **({"last": True} if option.last else {}),
            }
            for option in options
        ]
        if not shuffle:
            self.data["shuffle"] = False
        self._place("options", options)

    def _weigh(self, options: Sequence[Answer], right: Sequence[Answer], many: bool) -> None:
        """Tell of weights that are not those of the shape."""
        others = max(1, len(options) - len(right))
        for option in options:
            own = Fraction(1, max(1, len(right)) if many else 1)
            if option not in right:
                own = Fraction(-1, others) if many else Fraction(0)
            if abs(option.share - own) > _NEAR:
                self.tell("CW1055", option.spot, found=_percent(option.share), own=_percent(own))
                return

    def _truth(self, options: Sequence[Answer]) -> bool:
        """Whether two options say that something is true, and that it is false."""
        said = [{"true": True, "false": False}.get(option.id, verdict(option.text)) for option in options]
        if {*said} != {True, False}:
            return False
        by = dict(zip(said, options, strict=True))
        self.truth(by[True].share > by[False].share, by[True].rationale, by[False].rationale)
        return True

    def truth(self, answer: bool, if_true: str, if_false: str) -> None:
        self.data |= {"type": types.TRUE_FALSE, "answer": answer, "if_true": if_true, "if_false": if_false}

    def order(self, steps: Sequence[Answer]) -> None:
        self.data |= {"type": types.STEPS, "steps": [_entry(step) for step in steps]}
        self._place("steps", steps)

    def match(
        self, pairs: Sequence[tuple[Answer, Answer]], others: Sequence[Answer], shuffle: bool = True
    ) -> None:
        """Pairs of a thing and its target, and targets that nothing belongs to.

        Where every thing has a target of its own, only a tag of ours tells categories from pairs.
        """
        targets = {target.text: target for _, target in pairs}
        is_apart = len(targets) == len(pairs) and len(others) <= _MOST_OTHERS
        if is_apart and self._tagged.get("type") != types.CATEGORIES:
            self.data["type"] = types.PAIRS
            self.data["pairs"] = [{**_entry(thing), **_target(target)} for thing, target in pairs]
            self.data["others"] = [_entry(other) for other in others]
            self._place("pairs", [thing for thing, _ in pairs])
            return
        self.data["type"] = types.CATEGORIES
        self.data["categories"] = [
            {**_named(target), "examples": [_entry(thing) for thing, its in pairs if its.text == text]}
            for text, target in targets.items()
        ] + [_named(other) for other in others]
        if not shuffle:
            self.data["shuffle"] = False

    def texts(
        self, accepted: Sequence[Sequence[str]], reasons: Sequence[str], *, any_order: bool = False
    ) -> None:
        """Gaps of the stem, in which `___` stands for each, and what is right in them."""
        self.gaps([_blank(texts, reason) for texts, reason in zip(accepted, reasons, strict=True)], any_order)

    def gaps(self, blanks: Sequence[Data], any_order: bool = False) -> None:
        self.data |= {"type": types.GAPS, "blanks": [*blanks]}
        if any_order:
            self.data["any_order"] = True

    def number(self, amounts: Sequence[Amount], unit: str) -> None:
        """A number that is asked for: the best of the amounts; the others are usual mistakes."""
        found = self.quantity(amounts, unit)
        if found is None:
            return
        reason = max(amounts, key=lambda amount: amount.share).rationale
        self.data |= {"type": types.NUMBER, "answer": found, "rationale": reason}

    def quantity(self, amounts: Sequence[Amount], unit: str) -> Data | None:
        best = max(amounts, key=lambda amount: amount.share, default=None)
        value, tolerance = (_number(text) for text in (best.value, best.tolerance)) if best else (None, None)
        if best is None or value is None or tolerance is None or best.share <= 0:
            self.tell("CW1009", found=best.value if best else "", expected="50 ± 1 cm")
            self.data.setdefault("type", types.NUMBER)
            return None
        data: Data = {"value": value}
        if tolerance:
            data["tolerance"] = abs(tolerance)
        if unit and is_unit(unit):
            data["unit"] = unit
        elif unit:
            self.tell("CW1014", column=unit)
        if mistakes := [*self._mistakes(amounts, best)]:
            data["mistakes"] = mistakes
        return data

    def _mistakes(self, amounts: Sequence[Amount], best: Amount) -> Iterator[Data]:
        for amount in amounts:
            value = _number(amount.value)
            if amount is best:
                continue
            if amount.share or value is None or not amount.rationale:
                self.tell("CW1055", found=f"{amount.value}: {_percent(amount.share)}", own="0 %")
            else:
                yield {"value": value, "rationale": amount.rationale}

    def written(self, sample: str, criteria: Sequence[tuple[str, int]]) -> None:
        """A text to write; without criteria, or a sample, the explanation is what it has to say."""
        sample = sample or self.explanation
        if not (sample or criteria):
            self.tell("CW1053", type=self.words("text to write without a sample answer or criteria"))
            return
        self.data |= {"type": types.WRITTEN, "sample": sample}
        self.data["rubric"] = [
            {"text": text, **({"points": points} if points != 1 else {})} for text, points in criteria
        ]
        if not criteria and sample:
            self.data["rubric"] = [{"text": sample}]
            self.guessed.append("rubric")

    def _place(self, name: str, answers: Sequence[Answer]) -> None:
        self.spots.update({(name, at): each.spot for at, each in enumerate(answers) if each.spot})


_MOST_OTHERS = 4


def _tagged(tag: str) -> Iterator[tuple[str, str]]:
    """What a tag of ours says: `level:recall`."""
    name, _, text = tag.strip().partition(":")
    if text.strip():
        yield name, text.strip()


def _entry(answer: Answer) -> Data:
    return {**_named(answer), **({"rationale": answer.rationale} if answer.rationale else {})}


def _named(answer: Answer) -> Data:
    return {**({"id": answer.id} if _ID.fullmatch(answer.id) else {}), "text": answer.text}


def _target(answer: Answer) -> Data:
    return {"match": answer.text, **({"match_id": answer.id} if _ID.fullmatch(answer.id) else {})}


def _blank(texts: Sequence[str], reason: str) -> Data:
    return {"accept": told_apart(texts), **({"rationale": reason} if reason else {})}


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.7g} %"


def _number(text: str) -> float | None:
    """A number that a source can say, or nothing."""
    try:
        value = float(text.replace(",", "").strip())
    except ValueError:
        return None
    return plain(value) if abs(value) <= MOST else None
