"""Categorising: each of some things belongs to one of a few categories."""

from collections.abc import Callable, Iterator
from typing import Literal, Self

from ..text import Flag, Id, Line, Source, field
from .entry import EntrySource, entry_faults, made_ids, with_ids
from .fault import Fault
from .interaction import AskedMatch, Match, Target
from .item import ItemSource
from .mixed import mixed


class Example(EntrySource):
    """Something that belongs to the category above it."""


class Category(Source):
    """A category with what belongs to it; one with nothing in it is a distractor."""

    id: Id | None = field("代号；不写就由名称算出。", "Id; made from the name if left out.", None)
    text: Line = field("类别的名称，一行。", "Name of the category, on one line.")
    examples: tuple[Example, ...] = field(
        "属于这一类的例子；显示时各类混在一起。",
        "What belongs to it; the page shows all examples mixed.",
        (),
        max_length=8,
    )


class Categorise(ItemSource):
    """归类题 / categorise."""

    type: Literal["categorise"] = field("题型。", "Item type.")
    categories: tuple[Category, ...] = field(
        "类别，各带例子。", "The categories, each with its examples.", min_length=2, max_length=8
    )
    shuffle: Flag = field(
        "false：类别的次序有意义，不打乱。", "False if the order of the categories means something.", True
    )

    @property
    def examples(self) -> tuple[Example, ...]:
        return tuple(example for category in self.categories for example in category.examples)

    def with_ids(self) -> Self:
        ids = made_ids([each.id for each in self.categories], [each.text for each in self.categories])
        examples = iter(with_ids(self.examples))
        categories = tuple(
            each.model_copy(update={"id": id, "examples": tuple(next(examples) for _ in each.examples)})
            for each, id in zip(self.categories, ids, strict=True)
        )
        return self.model_copy(update={"categories": categories})

    def faults(self) -> Iterator[Fault]:
        used = [category for category in self.categories if category.examples]
        if len(used) < 2:
            yield Fault("CW0414", ("categories",), key=True)
        names: set[str] = set()
        ids: set[str] = set()
        for at, category in enumerate(self.categories):
            if category.id in ids:
                yield Fault("CW0305", ("categories", at, "id"), {"id": category.id})
            ids |= {category.id} if category.id else set()
            if (name := " ".join(category.text.split())) in names:
                yield Fault("CW0405", ("categories", at, "text"))
            names.add(name)
        yield from self._repeated()
        yield from self.reasons()

    def reasons(self) -> Iterator[Fault]:
        yield from super().reasons()
        for at, category in enumerate(self.categories or ()):
            if category:
                yield from self.unreasoned(category.examples, ("categories", at, "examples"))

    def _repeated(self) -> Iterator[Fault]:
        places = [
            ("categories", at, "examples", number)
            for at, category in enumerate(self.categories)
            for number in range(len(category.examples))
        ]
        for fault in entry_faults(self.examples, ()):
            at, *rest = fault.path
            yield Fault(fault.code, (*places[int(at)], *rest), fault.values)

    def asked(self, words: Callable[[str], str]) -> AskedMatch:
        targets = tuple(Target(each.id or "", each.text) for each in self.categories)
        key = {
            example.named().id: target.id
            for category, target in zip(self.categories, targets, strict=True)
            for example in category.examples
        }
        things = mixed(self.id, [example.named() for example in self.examples])
        return AskedMatch(Match(things, targets), key, fixed=not self.shuffle)
