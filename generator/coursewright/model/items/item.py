"""What every item has, whatever its type."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Annotated, Any, ClassVar, Literal, Protocol, Self

from pydantic import Field, PrivateAttr
from pydantic.types import StrictInt

from ..chapter import Level
from ..references import CompetencyId, NodeRef, ObjectiveRef
from ..text import Flag, Id, Source, Text, field
from ..waiver import Waiver, waivers
from .fault import Fault, Path
from .interaction import Asked
from .observed import Observed

_REASONS = {"rationale", "mistakes"}


class Reasoned(Protocol):
    """What has to say why it is right or wrong."""

    @property
    def rationale(self) -> str | None: ...


Edition = Annotated[StrictInt, Field(ge=1)]
Percentage = Annotated[StrictInt, Field(ge=1, le=99)]
Seconds = Annotated[StrictInt, Field(ge=5, le=3600)]


class Banked(Source):
    """What a bank lists and a quiz names: an item, or a case of several."""

    id: Id = field(
        "固定代号；学习记录按它保存，发布后不要更改。", "Stable id; learners' records are kept under it."
    )
    use: Literal["practice", "exam"] = field(
        "practice 练习；exam 只用于考试，绝不出现在公开网站。",
        "practice, or exam: reserved, never on the public site.",
        "practice",
    )


class ItemSource(Banked, ABC):
    """A type is a subclass with its own `type`, its content, its rules, and what it asks."""

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
    hints: tuple[Text, ...] = field(
        "提示，一步一步给，先给的说得少；不写就没有。",
        "Hints, shown one after the other; the first says least.",
        (),
        max_length=5,
    )
    explanation: Text | None = field(
        "解析：原理是什么；只有写明 unexplained 的题可以不写。",
        "Explanation: the principle; only an item that is unexplained may do without.",
        None,
    )
    unexplained: Flag = field(
        "true：导入的题，原来没有逐项的理由，或没有解析。",
        "True for an item that was imported without a rationale for each option, or an explanation.",
        False,
    )
    nodes: tuple[NodeRef, ...] = field(
        "所测图谱节点：图谱/节点。", "Taxonomy nodes tested: taxonomy/node.", ()
    )
    competencies: tuple[CompetencyId, ...] = field("所测能力。", "Competencies tested.", ())
    facility: Percentage | None = field(
        "预计答对率（%）：学完课程的人里，大约有百分之几会答对；组卷用它配平难度。",
        "Expected facility: the percentage of trained candidates who will answer it right, as estimated.",
        None,
    )
    seconds: Seconds | None = field(
        "预计用时（秒）；组卷用它配平时间。", "Seconds that a candidate will need, as estimated.", None
    )
    observed: tuple[Observed, ...] = field(
        "实测数据，一场一条；由 `coursewright exam analyse --write-back` 写入，不用手写。",
        "What sessions showed, an entry each; written by `coursewright exam analyse --write-back`, not by "
        "hand.",
        (),
    )
    waive: tuple[Waiver, ...] = waivers()
    UNJUDGED: ClassVar[frozenset[str]] = frozenset(
        {"id", "use", "edition", "objective", "level", "stem", "hints", "explanation", "nodes"}
        | {"competencies", "facility", "seconds", "observed", "waive"}
    )
    """Fields that `faults` does not look at."""
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
        return self.reasons()

    def reasons(self) -> Iterator[Fault]:
        """What explains nothing; some of the item may be left out for what is wrong with it."""
        if self.explanation is None and not self.unexplained:
            yield Fault("CW0430", ())

    def remaining(self, wrong: Collection[Path]) -> Iterator[Fault]:
        """The faults of an item of which something else is wrong, at these paths, and left out."""
        fields = {str(path[0]) for path in wrong}
        judged = fields & type(self).model_fields.keys() - self.UNJUDGED
        found = self.faults() if not judged else self.reasons() if "unexplained" not in judged else ()
        yield from (each for each in found if each.code != "CW0430" or "explanation" not in fields)

    def unreasoned(self, entries: Sequence[Reasoned | None] | None, path: Path) -> Iterator[Fault]:
        """Entries without a rationale, unless the item says that it has none."""
        for at, entry in enumerate(entries or ()):
            if entry and entry.rationale is None and not self.unexplained:
                yield Fault("CW0424", (*path, at))

    @abstractmethod
    def asked(self, words: Callable[[str], str]) -> Asked:
        """What it asks, once it is identified; `words` puts English into the reader's language."""


def _digest(item: ItemSource) -> str:
    asked = item.asked(str)
    interaction, key = (_plain(part) for part in (asked.interaction, asked.key))
    return sha256(json.dumps([item.stem, interaction, key], ensure_ascii=False).encode()).hexdigest()[:16]


def _plain(part: Any) -> Any:
    """As JSON, without what only explains."""
    if is_dataclass(part) and not isinstance(part, type):
        part = {each.name: getattr(part, each.name) for each in fields(part) if each.name not in _REASONS}
    if isinstance(part, Mapping):
        return {name: _plain(value) for name, value in part.items()}
    if isinstance(part, frozenset):
        return sorted(part)
    return [_plain(value) for value in part] if isinstance(part, tuple) else part
