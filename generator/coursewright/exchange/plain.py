"""Items as their author would write them again: without what may be left out."""

from typing import Any

from pydantic import ValidationError

from ..model.items.bank import Bank
from .draft import Data


def plain_items(bank: Bank) -> list[Data]:
    """The items of a bank that need not be identified, as plain data."""
    items: list[Data] = bank.model_dump(mode="json", exclude_defaults=True)["items"]
    return [_whole(item) for item in items]


def are_same(first: Data, second: Data) -> bool:
    """Whether two items say the same, whatever either writes that may be left out."""
    try:
        one, other = plain_items(Bank.model_validate({"items": [first, second]}))
    except ValidationError:
        return False
    return one == other


def _whole(value: Any) -> Any:
    """Numbers as an author writes them, 50 for 50.0, and texts without the line's end behind them."""
    if isinstance(value, str):
        return value.rstrip("\n") or value
    if isinstance(value, dict):
        return {key: _whole(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_whole(below) for below in value]
    is_whole = isinstance(value, float) and value == int(value) and abs(value) < 1e15
    return int(value) if is_whole else value
