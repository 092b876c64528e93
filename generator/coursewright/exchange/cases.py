"""Rows that are the questions of one case → the case."""

from collections.abc import Iterable, Iterator, Mapping

from ..diagnostics import Problem
from ..words import Words
from .draft import Draft, Reading
from .types import CASE

HEAD = ("title", "stimulus")
"""What the first row of a case says of all its questions."""


def with_cases(drafts: Iterable[Draft], words: Words) -> Reading:
    """The drafts with those of one case as its questions.

    Rows of a case that do not stand one after another are told, and so is what a later row says of it
    otherwise than the first.
    """
    found = Reading()
    cases: dict[str, Draft] = {}
    parted: dict[str, Draft] = {}
    for draft in drafts:
        case = draft.data.pop("case", None)
        head: dict[str, str] = {name: draft.data.pop(name) for name in HEAD if name in draft.data}
        if case is None:
            found.drafts.append(draft)
        elif case in cases:
            begun = cases[case]
            if begun is not found.drafts[-1] or head.keys() - begun.data.keys():
                parted.setdefault(case, draft)
            else:
                found.problems += _others(begun, head, draft, words)
            _join(begun, draft, head)
        else:
            cases[case] = _begun(str(case), head, draft)
            found.drafts.append(cases[case])
    found.problems += _parted(cases, parted, words)
    return found


def _parted(cases: Mapping[str, Draft], parted: Mapping[str, Draft], words: Words) -> Iterator[Problem]:
    """Cases whose rows somebody has sorted, each at the first that stands elsewhere."""
    for id, stray in parted.items():
        spots = [cases[id].spots["items", at] for at in range(cases[id].count)]
        lines = ", ".join(str(spot.place.line) for spot in spots)
        yield stray.spot_of(("case",)).problem("CW1073", words, id=id, rows=lines)


def _others(case: Draft, head: Mapping[str, str], question: Draft, words: Words) -> Iterator[Problem]:
    for name, text in head.items():
        if text != case.data.get(name):
            yield question.spot_of((name,)).problem("CW1040", words, id=case.id)


def _begun(case: str, head: dict[str, str], first: Draft) -> Draft:
    data = {"id": case, "type": CASE, **head, "items": []}
    if use := first.data.get("use"):
        data["use"] = use
    whole = Draft(data, first.spots.get(("case",), first.spot), said=first.said, form=first.form)
    whole.spots = {(name,): first.spots[name,] for name in (*HEAD, "use") if (name,) in first.spots}
    whole.spots["id",] = first.spots.get(("case",), first.spot)
    _join(whole, first, {})
    return whole


def _join(case: Draft, question: Draft, head: Mapping[str, str]) -> None:
    """Add a question to a case, which keeps what its first row says of it."""
    at = len(case.data["items"])
    for name in head.keys() - case.data.keys():
        case.data[name] = head[name]
        case.spots[name,] = question.spot_of((name,))
    question.data.pop("use", None)
    case.data["items"].append(question.data)
    case.spots["items", at] = question.spot
    case.spots.update({("items", at, *path): spot for path, spot in question.spots.items()})
    case.guessed += [guess for guess in question.guessed if guess not in case.guessed]
    case.typed += question.typed
