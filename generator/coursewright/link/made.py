"""Items that a bank says are to be made: of terms, or of the nodes of a taxonomy. Always the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from ..diagnostics import Problem, SourceString
from ..model.glossary import Term
from ..model.items.item import ItemSource
from ..model.items.made import items_of, without_examples
from ..model.kinds import BANK
from ..model.taxonomy import Node
from ..validate.sources import Sources
from .definitions import Definitions


@dataclass(frozen=True)
class Made:
    """The items of every making by its id, and what is wrong with them."""

    items: Mapping[str, tuple[ItemSource, ...]]
    problems: list[Problem]


def made(sources: Sources, known: Definitions) -> Made:
    """Everything that banks say is to be made; whatever they name must be there."""
    terms = cast(Mapping[str, Term], known["term"].things)
    nodes = cast(Mapping[str, Node], known["node"].things)
    items: dict[str, tuple[ItemSource, ...]] = {}
    problems: list[Problem] = []
    for bank in sources.all(BANK).values():
        for at, making in enumerate(bank.model.made):
            items[making.id] = items_of(making, terms, nodes)
            place = bank.file.place(("made", at))
            taken = (item.id for item in items[making.id] if item.id in known["item"].things)
            problems += (
                Problem("CW0302", place, {"id": id, "first": place.file}) for id in taken if id != making.id
            )
            faults = (fault for item in items[making.id] for fault in item.faults())
            bare = {"nodes": SourceString(", ".join(without_examples(making, nodes)))}
            problems += (Problem(fault.code, place, {**fault.values, **bare}) for fault in faults)
    return Made(items, problems)
