"""Our own workbook for Excel and WPS: items with everything they have, which comes back without loss."""

from ..words import Words
from .bank_book import workbook
from .carried import carried
from .posed import Ledger, Parcel, Sent


def xlsx(parcel: Parcel, words: Words) -> Sent:
    """Same items, same bytes."""
    ledger = Ledger()
    found = carried(parcel.posed, words, ledger)
    return Sent(workbook(found, parcel.names, words, form=parcel.form), len(found), ledger)
