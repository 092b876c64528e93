"""Who stands behind a job description: its versions, its closing statement, and who signs it."""

from collections.abc import Iterator
from dataclasses import replace

from ..press.document import Block, Column, Facts, Heading, Paragraph, Signatures, Table, Together
from ..press.line import Control
from ..press.word.span import SETTLED
from .confirming import ALL, open_proposals
from .stationery import Final
from .unread import MARK
from .vocabulary import named
from .writing import Writing


def paperwork(writing: Writing) -> Iterator[Block]:
    title = writing.words("Document control")
    yield Heading((title,), anchor="document")
    yield from _revisions(writing)
    yield from _confirmations(writing)
    places = (*_control(writing), *_confirming(writing))
    yield Facts(tuple(((place.title,), (place,)) for place in places), title=title)
    yield Together(tuple(_signed(writing)))


def _signed(writing: Writing) -> Iterator[Block]:
    words, role, stationery = writing.words, writing.role, writing.stationery
    if role.statement:
        mark = writing.mark("statement")
        yield from stationery.passage("statement", words("Statement"), role.statement, "small", mark)
    if role.kind == "role":
        copies = words("Three copies: one for the holder, one for the department, one for human resources.")
        yield Paragraph((copies,), "small")
    yield Signatures(_signers(writing), (words("Signature"), words("Date")))


def _control(writing: Writing) -> Iterator[Control]:
    words, stationery, control = writing.words, writing.stationery, writing.role.document
    titles = {
        "version": words("Version"),
        "prepared": words("Prepared"),
        "reviewed": words("Reviewed"),
        "approved": words("Approved"),
        "review": words("Review"),
    }
    for name, title in titles.items():
        yield stationery.field(f"document.{name}", title, getattr(control, name))
    effective = stationery.date("document.effective", words("Effective"), control.effective)
    yield replace(effective, fixed=True)


def _confirming(writing: Writing) -> Iterator[Control]:
    """Where HR confirms everything that is a proposal at once, and says who does and when."""
    words, stationery = writing.words, writing.stationery
    if not open_proposals(writing.role):
        return
    final = stationery.final or Final()
    choices = (("open", words("open; each as marked")), (SETTLED, words("all confirmed")))
    state = SETTLED if stationery.final else "open"
    places = (
        stationery.choice(f"{MARK}{ALL}", words("Proposals"), state, choices),
        stationery.control("confirmation.by", words("Confirmed by"), final.by),
        stationery.date("confirmation.date", words("Confirmed on"), final.date),
    )
    yield from (replace(place, fixed=True) for place in places)


def _confirmations(writing: Writing) -> Iterator[Block]:
    """What was a proposal, who confirmed it and when."""
    words = writing.words
    rows = tuple(
        (
            (confirmation.date,),
            (confirmation.by,),
            (words(", ").join(named(name, words) for name in confirmation.fields),),
        )
        for confirmation in writing.role.document.confirmations
    )
    if rows:
        columns = (
            Column((words("Date"),), 18),
            Column((words("Confirmed by"),), 18),
            Column((words("What was a proposal"),), 64),
        )
        yield Table(columns, rows, words("Confirmations"))


def _signers(writing: Writing) -> tuple[str, ...]:
    words = writing.words
    if writing.role.kind == "charter":
        return words("Head of the department"), words("Human resources department"), words("Approved")
    return words("Holder of the post"), words("Direct superior"), words("Human resources department")


def _revisions(writing: Writing) -> Iterator[Block]:
    words, stationery = writing.words, writing.stationery
    rows = tuple(
        (
            (stationery.control(f"document.revisions.{at}.version", words("Version"), revision.version),),
            (stationery.control(f"document.revisions.{at}.date", words("Date"), revision.date),),
            (stationery.prose(f"document.revisions.{at}.change", words("Change"), revision.change),),
        )
        for at, revision in enumerate(writing.role.document.revisions, 1)
    )
    if rows:
        columns = (
            Column((words("Version"),), 12),
            Column((words("Date"),), 18),
            Column((words("Change"),), 70),
        )
        yield Table(columns, rows, words("Revisions"))
