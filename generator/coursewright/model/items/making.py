"""Items that are made: of the glossary one for each term, of a taxonomy one for its nodes."""

from collections.abc import Iterator
from typing import Literal

from ..chapter import Level
from ..references import CompetencyId, NodeRef, ObjectiveRef, TermId
from ..text import Text, field
from .fault import Fault
from .item import Banked

PLACE = "{definition}"
"""Where the definition of a term comes in a stem."""


class Making(Banked):
    """What is made, and what of. A quiz that names it asks all of its items; they are for practice only."""

    make: Literal["terms", "examples"] = field(
        "terms：每个术语一道单选题，由定义认术语；examples：一道归类题，把例子归到图谱节点。",
        "terms: a single choice for each term, to be told by its definition; examples: one item that puts "
        "examples to the nodes of a taxonomy.",
    )
    objective: ObjectiveRef = field("所测目标：章/节/目标。", "Objective tested: chapter/section/objective.")
    level: Level = field("认知层次。", "Cognitive level.", "recall")
    competencies: tuple[CompetencyId, ...] = field("所测能力。", "Competencies tested.", ())
    stem: Text = field(
        "题干；terms 的题干里用 {definition} 代表定义。",
        "The stem; of terms with {definition} in the place of the definition.",
    )
    terms: tuple[TermId, ...] = field("术语代号。", "Ids of the terms.", (), max_length=40)
    nodes: tuple[NodeRef, ...] = field(
        "作为类别的节点：图谱/节点。", "Nodes that are the categories: taxonomy/node.", (), max_length=8
    )
    explanation: Text | None = field(
        "解析；terms 不写就用定义。", "Explanation; of terms the definition if left out.", None
    )

    def faults(self) -> Iterator[Fault]:
        if self.use == "exam":
            yield Fault("CW0423", ("use",))
        if self.make == "terms":
            if not self.terms:
                yield Fault("CW0421", ("terms",), {"key": "terms", "least": 1})
            if PLACE not in self.stem:
                yield Fault("CW0422", ("stem",))
        elif len(self.nodes) < 2:
            yield Fault("CW0421", ("nodes",), {"key": "nodes", "least": 2})
        elif self.explanation is None:
            yield Fault("CW0421", ("explanation",), {"key": "explanation", "least": 1})
