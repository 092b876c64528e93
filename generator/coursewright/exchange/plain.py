"""Items as their author would write them again: without what may be left out."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from ..model.items.bank import Bank
from ..model.items.item import ItemSource
from .draft import Data


def plain_items(bank: Bank) -> list[Data]:
    """The items of a bank that need not be identified, as plain data."""
    items: list[Data] = bank.model_dump(mode="json", exclude_defaults=True)["items"]
    return [_whole(item) for item in items]


def plain_item(item: ItemSource) -> Data:
    """A single item, as `plain_items`."""
    data: Data = _whole(item.model_dump(mode="json", exclude_defaults=True))
    return data


def are_same(first: Data, second: Data) -> bool:
    """Whether two items say the same, whatever either writes that may be left out."""
    try:
        one, other = plain_items(Bank.model_validate({"items": [first, second]}))
    except ValidationError:
        return False
    return one == other


def plain_data(data: Mapping[str, Any]) -> Data:
    """An item's data as its author would write it again; as it is while something is wrong with it."""
    try:
        return plain_items(Bank.model_validate({"items": [data]}))[0]
    except ValidationError:
        return dict(data)


def plain_text(text: str) -> str:
    """A text without the end of its last line."""
    return text.rstrip("\n") or text


def _whole(value: Any) -> Any:
    """Numbers as an author writes them, 50 for 50.0, and texts without the line's end behind them."""
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, dict):
        return {key: _whole(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_whole(below) for below in value]
    is_whole = isinstance(value, float) and value == int(value) and abs(value) < 1e15
    return int(value) if is_whole else value
