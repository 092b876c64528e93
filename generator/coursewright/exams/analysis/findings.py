"""What to do: the items that need a look, the gravest first, each with its reasons in plain words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ...words import Words
from .ability import HIGH
from .discrimination import POOR
from .distractors import Option
from .equating import DRIFT
from .figures import FEW, Figures, ItemFigures

Kind = Literal["key", "rival", "unfair", "guessed", "drift", "hard", "weak", "misfit", "open", "idle", "easy"]
KINDS: tuple[Kind, ...] = (
    "key", "rival", "unfair", "guessed", "drift", "hard", "weak", "misfit", "open", "idle", "easy",
)  # fmt: skip
"""The gravest first."""
SMALL: tuple[Kind, ...] = ("idle", "easy")
"""What can wait for the next edition of the bank."""
HARD, EASY = 0.3, 0.95
OPEN = 0.1
"""Share that left an item open."""
IDLE = 0.02
"""Share that chose an option which nobody needs."""
MARGIN = 0.05
"""What a distractor must have before the key."""


@dataclass(frozen=True)
class Reason:
    kind: Kind
    text: str


@dataclass(frozen=True)
class Finding:
    """`reasons` with the gravest first."""

    item: ItemFigures
    reasons: tuple[Reason, ...]

    @property
    def is_small(self) -> bool:
        return self.reasons[0].kind in SMALL


Named = Callable[[str, str], str]
"""Item and option → the option's words."""


def findings(figures: Figures, named: Named, words: Words) -> list[Finding]:
    """Of items that enough candidates sat."""
    judge = _Judge(named, words)
    found = [Finding(item, reasons) for item in figures.items if (reasons := judge.reasons(item))]
    return sorted(found, key=_gravity)


def _gravity(finding: Finding) -> tuple[int, float]:
    """Of one kind, what tells people apart worst comes first; small matters stay in the order of the
    forms."""
    own = finding.item.discrimination
    worst = 0.0 if finding.is_small or not own else own.value
    return KINDS.index(finding.reasons[0].kind), worst


@dataclass(frozen=True)
class _Judge:
    named: Named
    words: Words

    def reasons(self, item: ItemFigures) -> tuple[Reason, ...]:
        if not item.is_judged:
            return ()
        makers: Mapping[Kind, Callable[[ItemFigures], Iterator[str]]] = {
            "key": self._key,
            "rival": self._rival,
            "unfair": self._unfair,
            "guessed": self._guessed,
            "drift": self._drift,
            "hard": self._hard,
            "weak": self._weak,
            "misfit": self._misfit,
            "open": self._open,
            "idle": self._idle,
            "easy": self._easy,
        }
        return tuple(Reason(kind, text) for kind in KINDS for text in makers[kind](item))

    def _key(self, item: ItemFigures) -> Iterator[str]:
        own = item.discrimination
        if item.facility.share == 0:
            yield self.words("Nobody got it right: suspect the key first.")
        elif own and own.value < 0 <= own.interval.high:
            said = self.words(
                "It does not tell those who know from the others at all (discrimination {value}, {low} to "
                "{high}): suspect the key first."
            )
            yield said.format(
                value=signed(own.value), low=signed(own.interval.low), high=signed(own.interval.high)
            )
            yield from self._chosen(item)
        elif own and own.value < 0:
            said = self.words(
                "Those who did well on everything else got it wrong more often than the others "
                "(discrimination {value}, {low} to {high}): suspect the key first."
            )
            yield said.format(
                value=signed(own.value), low=signed(own.interval.low), high=signed(own.interval.high)
            )
            yield from self._chosen(item)

    def _chosen(self, item: ItemFigures) -> Iterator[str]:
        """The distractor that the best chose."""
        others = [
            option for option in item.options if not option.is_key and option.discrimination is not None
        ]
        best = max(others, key=lambda option: option.discrimination or 0.0, default=None)
        if best and (best.discrimination or 0.0) > 0:
            said = self.words(
                "“{option}” is not the key, and {upper} of the strongest third chose it, of the weakest "
                "{lower}."
            )
            yield said.format(
                option=self.named(item.id, best.id),
                upper=percent(best.upper, self.words),
                lower=percent(best.lower, self.words),
            )

    def _rival(self, item: ItemFigures) -> Iterator[str]:
        keys = [option.discrimination or 0.0 for option in item.options if option.is_key]
        if (item.discrimination and item.discrimination.value < 0) or len(keys) != 1:
            return
        for option in item.options:
            if not option.is_key and (option.discrimination or 0.0) > max(0.0, keys[0]) + MARGIN:
                said = self.words(
                    "“{option}” tells those who know from the others better than the key does ({value} "
                    "against {key}): it may be right as well."
                )
                yield said.format(
                    option=self.named(item.id, option.id),
                    value=signed(option.discrimination or 0.0),
                    key=signed(keys[0]),
                )

    def _unfair(self, item: ItemFigures) -> Iterator[str]:
        for group, found in item.differentials.items():
            if found.grade == "C":
                said = (
                    self.words("Harder for “{group}” than for others with as many points (class C, {delta}).")
                    if found.delta < 0
                    else self.words(
                        "Easier for “{group}” than for others with as many points (class C, {delta})."
                    )
                )
                yield said.format(group=group, delta=signed(found.delta))

    def _guessed(self, item: ItemFigures) -> Iterator[str]:
        chance = chance_of(item.options)
        if chance and item.facility.share > 0 and item.facility.interval.high < chance:
            said = self.words("Only {share} got it right, fewer than by guessing ({chance}).")
            yield said.format(
                share=percent(item.facility.share, self.words), chance=percent(chance, self.words)
            )

    def _drift(self, item: ItemFigures) -> Iterator[str]:
        if item.location and item.location.drift > DRIFT:
            said = self.words(
                "Its difficulty differs by {drift} logits between forms: it may be known by now."
            )
            yield said.format(drift=f"{item.location.drift:.1f}")

    def _hard(self, item: ItemFigures) -> Iterator[str]:
        if 0 < item.facility.share < HARD and not any(self._guessed(item)):
            said = self.words("Very hard: {share} of its points were reached.")
            yield said.format(share=percent(item.facility.share, self.words))

    def _weak(self, item: ItemFigures) -> Iterator[str]:
        own = item.discrimination
        if own and 0 <= own.value < POOR and item.facility.share <= EASY:
            said = self.words(
                "It hardly tells those who know from the others (discrimination {value}, {low} to {high})."
            )
            yield said.format(
                value=signed(own.value), low=signed(own.interval.low), high=signed(own.interval.high)
            )

    def _misfit(self, item: ItemFigures) -> Iterator[str]:
        if item.location and item.location.fit and item.location.fit.infit > HIGH:
            said = self.words(
                "Right and wrong come less as expected than Rasch's model allows (infit {infit})."
            )
            yield said.format(infit=f"{item.location.fit.infit:.2f}")

    def _open(self, item: ItemFigures) -> Iterator[str]:
        if item.unanswered > OPEN:
            said = self.words("{share} left it open: is there too little time, or is it not clear?")
            yield said.format(share=percent(item.unanswered, self.words))

    def _idle(self, item: ItemFigures) -> Iterator[str]:
        idle = [option for option in item.options if not option.is_key and option.share < IDLE]
        if idle and item.facility.count >= FEW:
            said = self.words("Next to nobody chose {options}: no distractor of use.")
            quoted = (f"“{self.named(item.id, option.id)}”" for option in idle)
            yield said.format(options=self.words(", ").join(quoted))

    def _easy(self, item: ItemFigures) -> Iterator[str]:
        if item.facility.share > EASY:
            said = self.words("Very easy: {share} of its points were reached; it tells next to nothing.")
            yield said.format(share=percent(item.facility.share, self.words))


def chance_of(options: Sequence[Option]) -> float | None:
    """The share that is right by guessing, where one option is to be chosen."""
    return 1 / len(options) if sum(option.is_key for option in options) == 1 else None


def percent(share: float, words: Words) -> str:
    return words("{percent} %").format(percent=f"{100 * share:.0f}")


def signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")
