"""What every item has, whatever its type."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import asdict
from hashlib import sha256
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PrivateAttr
from pydantic.types import StrictInt

from ..chapter import Level
from ..references import CompetencyId, NodeRef, ObjectiveRef
from ..text import Id, Source, Text, field
from .fault import Fault
from .interaction import Asked

Edition = Annotated[StrictInt, Field(ge=1)]


class ItemSource(Source, ABC):
    """A type is a subclass with its own `type`, its content, its rules, and what it asks."""

    id: Id = field(
        "固定代号；学习记录按它保存，发布后不要更改。", "Stable id; learners' records are kept under it."
    )
    edition: Edition = field(
        "第几版。题意变了、以前的回答不该再算数时加一；只改错字不必动它。",
        "Edition. Raise it when earlier answers should no longer count; a mended typo needs no new edition.",
        1,
    )
    objective: ObjectiveRef = field("所测目标：章/节/目标。", "Objective tested: chapter/section/objective.")
    level: Level = field(
        "认知层次：recall 记住，understand 理解，apply 运用，analyse 分析。",
        "Cognitive level: recall, understand, apply or analyse.",
    )
    stem: Text = field("题干。", "The stem.")
    explanation: Text = field("解析：原理是什么。", "Explanation: the principle.")
    nodes: tuple[NodeRef, ...] = field(
        "所测图谱节点：图谱/节点。", "Taxonomy nodes tested: taxonomy/node.", ()
    )
    competencies: tuple[CompetencyId, ...] = field("所测能力。", "Competencies tested.", ())
    use: Literal["practice", "exam"] = field(
        "practice 练习；exam 只用于考试，绝不出现在公开网站。",
        "practice, or exam: reserved, never on the public site.",
        "practice",
    )
    _identity: str = PrivateAttr("")

    @property
    def identity(self) -> str:
        """Sixteen hex digits of what is asked and what is right, in the language of the source.

        Taken in validation and kept by copies, so that no later pass changes it. Empty before.
        """
        return self._identity

    def identified(self) -> Self:
        """The item with an id on every entry, and its identity taken."""
        item = self.with_ids()
        item._identity = _digest(item)
        return item

    def with_ids(self) -> Self:
        """A copy with an id on every entry; types that have entries do it."""
        return self.model_copy()

    def faults(self) -> Iterator[Fault]:
        """What breaks the type's own rules, in an item whose shape is right."""
        return iter(())

    @abstractmethod
    def asked(self, words: Callable[[str], str]) -> Asked:
        """What it asks, once it is identified; `words` puts English into the reader's language."""


def _digest(item: ItemSource) -> str:
    asked = item.asked(str)
    key = sorted(asked.key) if isinstance(asked.key, frozenset) else asked.key
    content = [item.stem, asdict(asked.interaction, dict_factory=_without_reasons), key]
    return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:16]


def _without_reasons(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if name != "rationale"}
