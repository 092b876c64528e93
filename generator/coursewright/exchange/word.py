"""Questions as a Word document in the common Chinese text form, which `word_text.py` reads."""

from ..words import Words
from . import form_mark
from .posed import Ledger, Parcel, Sent, written
from .question import question
from .text import lines
from .word_text import document


def word(parcel: Parcel, words: Words) -> Sent:
    """A paragraph a line, below the title. Same questions, same bytes."""
    ledger = Ledger()
    found = [each for _posed, each in written(parcel.posed, question, ledger)]
    wholes = (whole for at, each in enumerate(found, 1) for whole in lines(each, at))
    head = [form_mark.line(parcel.form)] if parcel.form else []
    said = [*head, *(line for whole in wholes for line in whole.split("\n"))]
    page = words("page {page} of {pages}")
    return Sent(document(said, parcel.title, parcel.names, page), len(found), ledger)
