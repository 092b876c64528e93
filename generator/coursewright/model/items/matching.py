"""Matching: each thing has one that belongs to it."""

from collections.abc import Callable, Iterator
from typing import Literal, Self

from ..text import Id, Line, field
from .entry import EntrySource, entry_faults, made_ids, with_ids
from .fault import Fault
from .interaction import AskedMatch, Match, Target
from .item import ItemSource
from .mixed import MOST_ROUNDS, mixed


class Pair(EntrySource):
    """A thing, and what belongs to it."""

    match: Line = field("与它相配的一项，一行。", "What belongs to it, on one line.")
    match_id: Id | None = field(
        "相配一项的代号；不写就由文字算出。",
        "Id of what belongs to it; made from its text if left out.",
        None,
    )


class Other(EntrySource):
    """What belongs to none of the things."""

    text: Line = field("文字，一行。", "The text, on one line.")


class Matching(ItemSource):
    """匹配题 / matching."""

    type: Literal["matching"] = field("题型。", "Item type.")
    pairs: tuple[Pair, ...] = field(
        "配好的各对；右边一列显示时打乱。",
        "The pairs; what belongs to the things is shown in another order.",
        min_length=2,
        max_length=8,
    )
    others: tuple[Other, ...] = field(
        "右边多出来的干扰项。", "Distractors: what belongs to none of the things.", (), max_length=4
    )

    def with_ids(self) -> Self:
        given = [*(pair.match_id for pair in self.pairs), *(other.id for other in self.others)]
        ids = made_ids(given, [target.text for target in self._targets()])
        pairs = [pair.model_copy(update={"match_id": id}) for pair, id in zip(self.pairs, ids, strict=False)]
        rest = ids[len(pairs) :]
        others = [other.model_copy(update={"id": id}) for other, id in zip(self.others, rest, strict=True)]
        return self.model_copy(update={"pairs": with_ids(tuple(pairs)), "others": tuple(others)})

    def faults(self) -> Iterator[Fault]:
        yield from entry_faults(self.pairs, ("pairs",))
        yield from self.reasons()
        yield from self._shared()
        texts: set[str] = set()
        paths = [
            *(("pairs", at, "match") for at in range(len(self.pairs))),
            *(("others", at, "text") for at in range(len(self.others))),
        ]
        for path, target in zip(paths, self._targets(), strict=True):
            if (text := " ".join(target.text.split())) in texts:
                yield Fault("CW0405", path)
            texts.add(text)

    def _shared(self) -> Iterator[Fault]:
        """Targets that were given one id: they would be one."""
        given = [
            *((("pairs", at, "match_id"), pair.match_id) for at, pair in enumerate(self.pairs)),
            *((("others", at, "id"), other.id) for at, other in enumerate(self.others)),
        ]
        ids: set[str] = set()
        for path, id in given:
            if id in ids:
                yield Fault("CW0305", path, {"id": id})
            ids |= {id} if id else set()

    def reasons(self) -> Iterator[Fault]:
        yield from super().reasons()
        yield from self.unreasoned(self.pairs, ("pairs",))
        yield from self.unreasoned(self.others, ("others",))

    def asked(self, words: Callable[[str], str]) -> AskedMatch:
        things = tuple(pair.named() for pair in self.pairs)
        targets = self._targets()
        key = {thing.id: target.id for thing, target in zip(things, targets, strict=False)}
        shown = mixed(self.id, things)
        return AskedMatch(Match(shown, self._apart([key[thing.id] for thing in shown], targets)), key)

    def _apart(self, beside: list[str], targets: list[Target]) -> tuple[Target, ...]:
        """The targets in an order in which few stand beside what belongs to them, if there is one."""
        for round in range(1, MOST_ROUNDS):
            shown = mixed(self.id, targets, round)
            if sum(target.id == id for target, id in zip(shown, beside, strict=False)) <= len(beside) // 3:
                break
        return shown

    def _targets(self) -> list[Target]:
        """What belongs to the things, in their order, and then the others. Ids may not be made yet."""
        return [
            *(Target(pair.match_id or "", pair.match) for pair in self.pairs),
            *(Target(other.id or "", other.text, other.rationale) for other in self.others),
        ]
