"""The items that a making makes. Always the same, and kept by the ids of terms and nodes."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from ..glossary import Term
from ..taxonomy import Node
from .bank import Bank
from .item import ItemSource
from .making import PLACE, Making

MOST_DISTRACTORS = 3
EXAMPLES = 2
"""Of each node at most."""


def items_of(making: Making, terms: Mapping[str, Term], nodes: Mapping[str, Node]) -> tuple[ItemSource, ...]:
    """The items of one making; terms by id, nodes by taxonomy/node, and all that it names is there."""
    sources = _of_terms(making, terms) if making.make == "terms" else [_of_nodes(making, nodes)]
    bank = Bank.model_validate({"items": [{**_common(making), **source} for source in sources]})
    return tuple(item for _, item, _ in bank.completed().questions())


def _common(making: Making) -> dict[str, object]:
    return {
        "objective": making.objective,
        "level": making.level,
        "competencies": making.competencies,
        "edition": 1,
    }


def _of_terms(making: Making, terms: Mapping[str, Term]) -> Iterator[dict[str, object]]:
    """A single choice for each term, to be told by its definition."""
    for id in making.terms:
        term = terms[id]
        others = _nearest(term, terms)
        options = [_option(term, key=True), *(_option(other, key=False) for other in others)]
        yield {
            "id": f"{making.id}-{id}",
            "type": "single-choice",
            "stem": making.stem.replace(PLACE, _veiled(term)),
            "options": sorted(options, key=lambda option: _chance(id, str(option["id"]))),
            "explanation": making.explanation or f"**{term.term}** {term.definition}",
        }


def _option(term: Term, *, key: bool) -> dict[str, object]:
    return {"id": term.id, "text": term.term, "key": key, "rationale": term.definition}


def _veiled(term: Term) -> str:
    """The definition without the term's own names in it."""
    text = term.definition
    for name in (term.term, *term.aliases):
        text = text.replace(name, "……")
    return text


def _nearest(term: Term, terms: Mapping[str, Term]) -> list[Term]:
    """The terms most easily taken for it: related ones, then those of its section and its chapter."""
    names = {term.term, *term.aliases}
    others = [other for other in terms.values() if names.isdisjoint((other.term, *other.aliases))]
    return sorted(others, key=lambda other: (_distance(term, other), _chance(term.id, other.id)))[
        :MOST_DISTRACTORS
    ]


def _distance(term: Term, other: Term) -> int:
    if other.id in term.see or term.id in other.see:
        return 0
    places = [(each.section or "").partition("/") for each in (term, other)]
    return 1 if places[0] == places[1] else 2 if places[0][0] == places[1][0] else 3


def _of_nodes(making: Making, nodes: Mapping[str, Node]) -> dict[str, object]:
    """Examples and signs of nodes, to be put to them."""
    chosen = [nodes[id] for id in making.nodes]
    return {
        "id": making.id,
        "type": "categorise",
        "stem": making.stem,
        "nodes": making.nodes,
        "categories": [
            {
                "id": node.id,
                "text": node.title,
                "examples": [_example(node, text) for text in _examples(making.id, node)],
            }
            for node in chosen
        ],
        "explanation": making.explanation,
    }


def _example(node: Node, text: str) -> dict[str, object]:
    return {"text": text, "rationale": node.definition}


def without_examples(making: Making, nodes: Mapping[str, Node]) -> list[str]:
    """The nodes of a making that have nothing to put to them."""
    return [id for id in making.nodes if id in nodes and not _examples(making.id, nodes[id])]


def _examples(seed: str, node: Node) -> Sequence[str]:
    """Texts of a node and of those below it."""
    below = [node, *_below(node)]
    texts = [text for each in below for text in (*filter(None, [each.example]), *each.signals)]
    return sorted(dict.fromkeys(texts), key=lambda text: _chance(seed, text))[:EXAMPLES]


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)


def _chance(*names: str) -> str:
    return sha256(" ".join(names).encode()).hexdigest()
