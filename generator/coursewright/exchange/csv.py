"""Items as a table with the columns of our own workbook, for programs that read CSV alone."""

from collections.abc import Sequence

from ..model.items.bank import Bank
from ..words import Words
from .bank_book import fields_of
from .carried import rows
from .columns import header
from .plain import plain_items


def csv(bank: Bank, words: Words) -> list[Sequence[str]]:
    """The headers and the rows of the items of a bank, which need not be identified."""
    found = list(rows(plain_items(bank), words))
    fields = fields_of(found)
    return [
        [header(field, words) for field in fields],
        *([row.get(field, "") for field in fields] for row in found),
    ]
