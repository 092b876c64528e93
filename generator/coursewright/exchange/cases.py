"""Rows that are the questions of one case → the case."""

from collections.abc import Iterable, Iterator, Mapping

from ..diagnostics import Problem
from ..words import Words
from .draft import Draft, Reading
from .types import CASE

HEAD = ("title", "stimulus")
"""What the first row of a case says of all its questions."""


def with_cases(drafts: Iterable[Draft], words: Words) -> Reading:
    """The drafts with those of one case, which stand one after another, as its questions.

    What a later row of a case says of it otherwise than the first is told.
    """
    found = Reading()
    for draft in drafts:
        case = draft.data.pop("case", None)
        head: dict[str, str] = {name: draft.data.pop(name) for name in HEAD if name in draft.data}
        begun = found.drafts[-1] if found.drafts else None
        if case is None:
            found.drafts.append(draft)
        elif begun and begun.data.get("id") == case and "items" in begun.data:
            found.problems += _others(begun, head, draft, words)
            _join(begun, draft)
        else:
            found.drafts.append(_begun(str(case), head, draft))
    return found


def _others(case: Draft, head: Mapping[str, str], question: Draft, words: Words) -> Iterator[Problem]:
    for name, text in head.items():
        if text != case.data.get(name):
            yield question.spot_of((name,)).problem("CW1040", words, id=case.id)


def _begun(case: str, head: dict[str, str], first: Draft) -> Draft:
    data = {"id": case, "type": CASE, **head, "items": []}
    if use := first.data.get("use"):
        data["use"] = use
    whole = Draft(data, first.spots.get(("case",), first.spot), said=first.said)
    whole.spots = {(name,): first.spots[name,] for name in (*HEAD, "use") if (name,) in first.spots}
    whole.spots["id",] = first.spots.get(("case",), first.spot)
    _join(whole, first)
    return whole


def _join(case: Draft, question: Draft) -> None:
    at = len(case.data["items"])
    question.data.pop("use", None)
    case.data["items"].append(question.data)
    case.spots["items", at] = question.spot
    case.spots.update({("items", at, *path): spot for path, spot in question.spots.items()})
    case.guessed += [guess for guess in question.guessed if guess not in case.guessed]
    case.typed += question.typed
