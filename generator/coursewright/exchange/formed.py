"""A form of an exam that comes in: it stays reserved, and what the banks have of it is found."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import ValidationError

from ..model.items.bank import Bank
from ..model.items.likeness import key_of, said_of
from .draft import Data, Draft


def reserve(drafts: Sequence[Draft]) -> None:
    """Keep what is of a form for exams, whatever its format says of that."""
    for draft in drafts:
        if draft.form:
            draft.data["use"] = "exam"


class Banked:
    """What some banks have: by ids, and by what it says."""

    def __init__(self, banks: Iterable[Bank]) -> None:
        known = [*banks]
        self._ids = {item.id for bank in known for item in bank.items}
        self._said = {said for bank in known for said in _said(bank)}

    def any_of(self, draft: Draft) -> bool:
        """Whether they have an item, or a question of it; what is no item yet is in none of them."""
        if draft.id in self._ids:
            return True
        try:
            bank = Bank.model_validate({"items": [_whole(draft.data)]})
        except ValidationError:
            return False
        return not self._said.isdisjoint(_said(bank))


def _whole(data: Data) -> Data:
    """The data with what a text need not say, and what tells no item from another."""
    if "items" in data:
        return {**data, "items": [_whole(each) for each in data["items"]]}
    return {"objective": "a/b/c", "level": "recall", **data}


def _said(bank: Bank) -> Iterator[tuple[str, frozenset[str]]]:
    for _path, item, case in bank.questions():
        yield said_of(item, case.stimulus if case else ""), key_of(item)
