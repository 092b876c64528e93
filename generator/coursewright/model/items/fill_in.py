"""Fill-in: words or numbers that are missing from the stem."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Literal, Self

from pydantic import PrivateAttr

from ..gap import BLANKS
from ..text import Flag, Id, Plain, Source, Text, field
from .entry import made_ids
from .fault import Fault
from .interaction import AskedGaps, Gap, Gaps, Number, Texts
from .item import ItemSource
from .quantity import Quantity


class Blank(Source):
    """What is missing: one of some texts, or a number."""

    id: Id | None = field(
        "代号；不写就由空格前面的文字算出。", "Id; made from the words before the gap if left out.", None
    )
    accept: tuple[Plain, ...] = field(
        "可以接受的写法；全半角、简繁体、大小写、标点和数字的写法不必列出。",
        "What is right. Width, case, punctuation, script and ways to write a number need not be listed.",
        (),
        max_length=20,
    )
    number: Quantity | None = field("要填的是数时写这个，不写 accept。", "A number, in place of texts.", None)
    rationale: Text | None = field("为什么是它。", "Why it is so.", None)
    _written: tuple[str, ...] = PrivateAttr(())
    """What is accepted in the language of the source, which a translation accepts as well."""

    def named(self, id: str) -> "Blank":
        """The blank with an id, before anything of it is translated."""
        named = self.model_copy(update={"id": id})
        named._written = self.accept
        return named

    @property
    def accepted(self) -> Texts:
        return Texts(tuple(dict.fromkeys((*self.accept, *self._written))))


class FillIn(ItemSource):
    """填空题 / fill-in."""

    UNJUDGED = ItemSource.UNJUDGED - {"stem"}
    type: Literal["fill-in"] = field("题型。", "Item type.")
    stem: Text = field("题干，每个空写成 ___。", "The stem, with ___ for every gap.")
    blanks: tuple[Blank, ...] = field(
        "各空的答案，按题干里的次序。",
        "What is missing, in the order of the stem.",
        min_length=1,
        max_length=8,
    )
    any_order: Flag = field("true：各空的答案可以互换位置。", "True if the answers may change places.", False)

    def with_ids(self) -> Self:
        before = [*BLANKS.split(self.stem), *("" for _ in self.blanks)][: len(self.blanks)]
        ids = made_ids([blank.id for blank in self.blanks], _told_apart(before))
        blanks = tuple(blank.named(id) for blank, id in zip(self.blanks, ids, strict=True))
        return self.model_copy(update={"blanks": blanks})

    def faults(self) -> Iterator[Fault]:
        gaps = len(BLANKS.findall(self.stem))
        if gaps != len(self.blanks):
            yield Fault("CW0415", ("stem",), {"gaps": gaps, "blanks": len(self.blanks)})
        for at, blank in enumerate(self.blanks):
            if bool(blank.accept) == bool(blank.number):
                yield Fault("CW0416", ("blanks", at))
        yield from self.reasons()
        ids = [blank.id for blank in self.blanks if blank.id]
        yield from (
            Fault("CW0305", ("blanks", at, "id"), {"id": blank.id})
            for at, blank in enumerate(self.blanks)
            if blank.id and ids.count(blank.id) > 1
        )
        if self.any_order:
            yield from self._shared()

    def reasons(self) -> Iterator[Fault]:
        yield from super().reasons()
        yield from self.unreasoned(self.blanks, ("blanks",))

    def _shared(self) -> Iterator[Fault]:
        """An answer of two gaps that may change places, and a number, for which they cannot."""
        for at, blank in enumerate(self.blanks):
            if blank.number:
                yield Fault("CW0417", ("blanks", at, "number"), key=True)
        for (_, one), (at, other) in combinations(enumerate(self.blanks), 2):
            for place, text in enumerate(other.accept):
                if text in one.accept:
                    yield Fault("CW0405", ("blanks", at, "accept", place))

    def asked(self, words: Callable[[str], str]) -> AskedGaps:
        pairs = [(_gap(blank), _accepted(blank)) for blank in self.blanks]
        gaps = Gaps(tuple(gap for gap, _ in pairs), self.any_order)
        return AskedGaps(gaps, {gap.id: accepted for gap, accepted in pairs})


def _told_apart(texts: Sequence[str]) -> list[str]:
    """Equal words before several gaps, such as a comma, with how often they came before."""
    alike = [" ".join(text.split()) for text in texts]
    counts = (alike[:at].count(text) for at, text in enumerate(alike))
    return [f"{text} {count}" if count else text for text, count in zip(alike, counts, strict=True)]


def _gap(blank: Blank) -> Gap:
    if blank.id is None:
        raise ValueError("a blank without an id")
    unit = (blank.number.unit if blank.number else None) or ""
    return Gap(blank.id, blank.rationale, blank.number is not None, unit)


def _accepted(blank: Blank) -> Texts | Number:
    return blank.number.number() if blank.number else blank.accepted
