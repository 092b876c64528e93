"""A question as it goes out sealed: what is asked, and nothing that says or hints at what is right.

Ids are an author's, and may be the answer: of an item made of a term it is the term's. So in a form an item
is called by its number, `q7`, its entries by their places in the order of the form, `e1`, what they are put
to `t1`, and its gaps `g1`. `answer_of` reads a response back.
"""

from collections.abc import Iterable, Sequence
from typing import Any, assert_never

from ...model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
    Choice,
    Entry,
    Gap,
    Gaps,
    Match,
    Order,
    Target,
    Written,
)
from ..form import Question

MOST_TEXT = 20_000
"""Characters of one answer; a page writes no more."""


class NotAnAnswer(ValueError):
    """A response that no page gives to this question."""


def named(number: int) -> str:
    """What a form calls its question of a number."""
    return f"q{number}"


def _places(sign: str, ids: Iterable[str]) -> dict[str, str]:
    """What a form calls them → ids."""
    return {f"{sign}{at}": id for at, id in enumerate(ids, 1)}


def bare(question: Question, asked: Asked) -> Asked:
    """Entries in the order of the form, without reasons and without a key."""
    match asked:
        case AskedChoice(interaction):
            options = _entries(interaction.options, question.entries)
            return AskedChoice(Choice(options, interaction.many), frozenset(), fixed=True)
        case AskedOrder(interaction):
            return AskedOrder(Order(_entries(interaction.steps, question.entries)), ())
        case AskedMatch(interaction):
            texts = {target.id: target.text for target in interaction.targets}
            targets = (Target(name, texts[id]) for name, id in _places("t", question.targets).items())
            things = _entries(interaction.things, question.entries)
            return AskedMatch(Match(things, tuple(targets)), {}, fixed=True)
        case AskedGaps(interaction):
            gaps = enumerate(interaction.gaps, 1)
            shown = tuple(Gap(f"g{at}", None, gap.is_number, gap.unit) for at, gap in gaps)
            return AskedGaps(Gaps(shown, interaction.any_order), {})
        case AskedWritten():
            return AskedWritten(Written(), (), "")
        case unknown:
            assert_never(unknown)


def answer_of(question: Question, asked: Asked, response: Any) -> object:
    """A response by the ids of the item, in the shape of its interaction.

    Raises NotAnAnswer for another shape, for an entry that is not there, and for one that is there twice.
    """
    entries = _places("e", question.entries)
    match asked:
        case AskedChoice(interaction):
            chosen = _list(response, entries)
            if not interaction.many and len(chosen) > 1:
                raise NotAnAnswer("more than one")
            return chosen
        case AskedOrder():
            return _list(response, entries)
        case AskedMatch():
            return _pairs(response, entries, _places("t", question.targets))
        case AskedGaps(interaction):
            gaps = _places("g", (gap.id for gap in interaction.gaps))
            return {gaps[_known(gap, gaps)]: _text(text) for gap, text in _object(response).items()}
        case AskedWritten():
            return {"text": _text(_object(response).get("text", ""))}
        case unknown:
            assert_never(unknown)


def _entries(entries: Sequence[Entry], ids: Sequence[str]) -> tuple[Entry, ...]:
    texts = {entry.id: entry.text for entry in entries}
    return tuple(Entry(name, texts[id], None) for name, id in _places("e", ids).items())


def _list(response: Any, entries: dict[str, str]) -> list[str]:
    if not isinstance(response, list):
        raise NotAnAnswer("no list")
    found = [entries[_known(each, entries)] for each in response]
    if len({*found}) != len(found):
        raise NotAnAnswer("twice")
    return found


def _pairs(response: Any, things: dict[str, str], targets: dict[str, str]) -> dict[str, str]:
    pairs = _object(response).items()
    return {things[_known(thing, things)]: targets[_known(target, targets)] for thing, target in pairs}


def _object(response: Any) -> dict[str, Any]:
    if not isinstance(response, dict):
        raise NotAnAnswer("no object")
    return response


def _known(id: Any, known: dict[str, str]) -> str:
    if not isinstance(id, str) or id not in known:
        raise NotAnAnswer("nothing of that name")
    return id


def _text(text: Any) -> str:
    if not isinstance(text, str) or len(text) > MOST_TEXT:
        raise NotAnAnswer("no text")
    return text
