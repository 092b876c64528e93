"""A letter to each candidate: what they came to, what they are good at, and what to study next.

No question, no key and nobody else's result is in it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from ...press.apart import pdfs
from ...press.document import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Look,
    PageEnd,
    Paragraph,
    Table,
)
from ...press.line import Run
from ...press.pdf import pdf
from ...styles.tokens import light_tokens
from ...words import Words
from .grading import Graded
from .ledger import result
from .standing import Parts, Share, Standing

FILE = "letters"
AT_ONCE = 250
"""Letters in one file: setting them takes a third of a MiB of memory each."""
FILES_APART, LETTERS_APART = 4, 500
"""So many are set in one process."""
MOST_KEPT = 5000
"""Candidates whose letters are kept with results; of more each is made when it is asked for."""
STRONG = 85
"""Percent from which something is called strong."""
FEWEST = 3
"""Items of which something is said in words; fewer are too few."""
MOST_SECTIONS = 5
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])", re.I)
"""Names that Windows keeps for itself, with any ending."""
SHOWN = 16
"""Digits of a receipt."""


def letters(graded: Graded, words: Words) -> dict[str, bytes]:
    """PDFs by the names of files, a letter begins on a page of its own; by candidates' numbers.

    All are marked by then. Of more than are kept there is none.
    """
    ordered = sorted(graded.standings, key=lambda one: one.candidate)
    if len(ordered) > MOST_KEPT:
        return {}
    made = _Letters(graded, words)
    if len(ordered) <= AT_ONCE:
        return {f"{FILE}.pdf": pdf(made.document(ordered))}
    starts = range(0, len(ordered), AT_ONCE)
    documents = (made.document(ordered[start : start + AT_ONCE]) for start in starts)
    return {
        f"{FILE}-{number:02}.pdf": content for number, content in enumerate(pdfs(documents, FILES_APART), 1)
    }


def single_letters(graded: Graded, to: Sequence[Standing], words: Words) -> Iterator[bytes]:
    """The letter to each of these candidates as a PDF of its own, one after another."""
    documents = (_Letters(graded, words).document([one]) for one in to)
    return map(pdf, documents) if len(to) <= AT_ONCE else pdfs(documents, LETTERS_APART)


def paths(standings: Sequence[Standing]) -> dict[str, PurePosixPath]:
    """Where each candidate's own letter goes, by number: in a folder of the department, if there are any.

    Signs that a file's name cannot have are left out; what is then alike, also where a system takes small
    and capital letters for one, gets a number.
    """
    departments = sorted({one.department.strip() for one in standings} - {""})
    folders = {"": PurePosixPath(), **_places({each: PurePosixPath(_plain(each)) for each in departments})}
    ordered = sorted(standings, key=lambda one: one.candidate)
    found = _places(
        {one.candidate: folders[one.department.strip()] / _plain(one.candidate) for one in ordered}
    )
    return {number: path.with_name(f"{path.name}.pdf") for number, path in found.items()}


def _places(wanted: Mapping[str, PurePosixPath]) -> dict[str, PurePosixPath]:
    """A path for each; who comes later to one that is taken gets a number behind it."""
    taken: set[str] = set()
    found = {}
    for name, stem in wanted.items():
        path, more = stem, 1
        while str(path).casefold() in taken:
            more += 1
            path = stem.with_name(f"{stem.name}-{more}")
        taken.add(str(path).casefold())
        found[name] = path
    return found


def _plain(text: str) -> str:
    name = re.sub(r"[^\w-]+", "_", text.strip())[:60] or "_"
    return f"{name}_" if _DEVICE.fullmatch(name) else name


class _Letters:
    def __init__(self, graded: Graded, words: Words) -> None:
        self._graded = graded
        self._session = graded.kept.session
        self._words = words
        self._cut = self._session.blueprint.cut

    def document(self, to: Sequence[Standing]) -> Document:
        session = self._session
        blocks: list[Block] = []
        for at, one in enumerate(to):
            blocks += [PageEnd()] if at else []
            blocks += self._letter(one)
        return Document(
            name="letters",
            title=self._title,
            subject=session.exam,
            author=session.course,
            language=session.language,
            date=self._graded.kept.entries[0].at[: len("2000-01-01")],
            head=((session.course,), session.name),
            page="",
            look=Look.of(light_tokens({})),
            blocks=tuple(blocks),
        )

    @property
    def _title(self) -> str:
        return self._words("Results: {title}").format(title=self._session.blueprint.title)

    def _letter(self, one: Standing) -> Iterator[Block]:
        words = self._words
        yield Heading((self._title,))
        yield Facts(tuple(((label,), (value,)) for label, value in self._facts(one)), title=words("Result"))
        yield Paragraph((Run(self._verdict(one), strong=True),))
        if one.competencies:
            yield Heading((words("By competency"),), 2)
            yield self._table(one.competencies, self._session.competencies, words("Competency"))
        yield Heading((words("By chapter"),), 2)
        yield self._table(one.chapters, self._session.chapters, words("Chapter"))
        if sections := self._sections(one):
            yield Heading((words("What to study next"),), 2)
            yield Paragraph((words("You lost most points on what these sections teach:"),))
            yield Listing(tuple((section,) for section in sections))
        yield Paragraph((self._closing(one),), "note")

    def _facts(self, one: Standing) -> Iterator[tuple[str, str]]:
        words = self._words
        yield words("Name"), one.name or "–"
        yield words("Number"), one.candidate
        yield words("Department"), one.department or "–"
        yield words("Form"), one.form
        yield (
            words("Points"),
            words("{points} of {worth}").format(points=f"{round(one.points, 2):g}", worth=one.worth),
        )
        yield words("Percent"), f"{one.percent:.2f} %"
        yield words("To pass"), words("{percent} %").format(percent=self._cut)
        yield words("Result"), result(one, words)

    def _verdict(self, one: Standing) -> str:
        words = self._words
        if one.passed:
            return words("You have passed.")
        return words("You have not passed this time.")

    def _table(self, parts: Parts, titles: dict[str, str], noun: str) -> Table:
        """In the order of the course, with a word for each share: a bare percentage of few items misleads."""
        words = self._words
        columns = (
            Column((noun,), 5),
            Column((words("Items"),), 1, "right"),
            Column((words("Percent"),), 1, "right"),
            Column((words("In words"),), 2),
        )
        rows = tuple(
            ((title,), (str(parts[id].items),), (f"{parts[id].percent} %",), (self._said(parts[id]),))
            for id, title in titles.items()
            if id in parts and parts[id].worth
        )
        return Table(columns, rows, noun)

    def _said(self, part: Share) -> str:
        words = self._words
        if part.items < FEWEST:
            return words("too few items to say")
        if part.percent >= STRONG:
            return words("strong")
        return words("sound") if part.percent >= self._cut else words("to be strengthened")

    def _sections(self, one: Standing) -> list[str]:
        """Those that teach what was lost, each once."""
        items = self._session.items
        return [*dict.fromkeys(items[id].section_title for id in one.lost)][:MOST_SECTIONS]

    def _closing(self, one: Standing) -> str:
        words = self._words
        few = words(
            "A competency or a chapter with few items is a hint, not a measurement. The result is that of "
            "the exam as a whole."
        )
        if not one.receipt:
            return few
        shown = " ".join(one.receipt[at : at + 4].upper() for at in range(0, SHOWN, 4))
        receipt = words("The receipt that you were shown when you handed in: {receipt}.")
        return f"{few} {receipt.format(receipt=shown)}"
