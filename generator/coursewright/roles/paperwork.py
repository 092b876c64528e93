"""Who stands behind a job description: its versions, its closing statement, and who signs it."""

from collections.abc import Iterator

from ..press.document import Block, Column, Control, Facts, Heading, Paragraph, Signatures, Table
from .writing import Writing


def paperwork(writing: Writing) -> Iterator[Block]:
    words, role, stationery = writing.words, writing.role, writing.stationery
    title = words("Document control")
    yield Heading((title,), anchor="document")
    yield Facts(tuple(((place.title,), (place,)) for place in _control(writing)), title=title)
    yield from _revisions(writing)
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
        yield stationery.control(f"document.{name}", title, getattr(control, name))
    yield stationery.date("document.effective", words("Effective"), control.effective)


def _signers(writing: Writing) -> tuple[str, ...]:
    words = writing.words
    if writing.role.kind == "charter":
        return words("Head of the department"), words("Human resources"), words("Approved")
    return words("Holder of the post"), words("Direct superior"), words("Human resources")


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
