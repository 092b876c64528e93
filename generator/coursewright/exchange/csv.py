"""Items as a table with the columns of our own workbook, for programs that read CSV alone."""

from ..press.cells import csv_bytes
from ..words import Words
from .bank_book import fields_of
from .carried import carried
from .columns import header
from .posed import Ledger, Parcel, Sent


def csv(parcel: Parcel, words: Words) -> Sent:
    """The headers and a row for every question; no cell is a formula."""
    ledger = Ledger()
    found = carried(parcel.posed, words, ledger)
    fields = fields_of(found)
    head = [header(field, words) for field in fields]
    rows = ([row.get(field, "") for field in fields] for row in found)
    return Sent(csv_bytes([head, *rows]), len(found), ledger)
