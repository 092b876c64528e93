"""Pages that say in public what a reserved item says: whoever has read one knows the exam.

The limits were tried on a course of 585 items on 148 pages, whose items for exams nobody had told. Of an
item above recall no page had more than 47 % of the task, 9 % of a case's material or 44 % of answers and
reasons. An item of recall asks for what is taught, in much the same words: in runs of two pieces, no page had
more than 69 % of such a task, and 31 % of its answers and reasons.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from ..diagnostics import Place, Problem
from ..load.source_file import SourceFile
from ..model.items.case import CaseItem
from ..model.items.item import ItemSource
from ..model.kinds import BANK
from ..model.medium import Medium
from ..model.walk import Path, Spot, prose
from ..translate.piece import joined, pieces
from ..translate.po_file import PoFile
from ..validate.sources import Sources
from ..writing.folding import letters
from .pages import Page, pages
from .reserved import Reserved, Said, said

TASK, REST = 0.7, 0.6
"""The share from which a page tells a task, and all else that an item says."""
RECALLED, RECALLED_REST = 0.85, 0.4
"""The same of an item of recall."""
NAMED = 3
"""Of several places that tell an item together, so many are named beside the first."""


def leak_problems(
    sources: Sources, catalogs: Iterable[PoFile], media: Mapping[str, Medium]
) -> Iterator[Problem]:
    """Everything of the site that tells a reserved item, in any language; `media` are the site's files."""
    known = [*catalogs]
    reserved = Reserved(_reserved(sources, known))
    found: dict[tuple[Place, str], Problem] = {}
    for page in pages(sources, known, media) if reserved.parts else ():
        parts = reserved.told(letters("\n".join(passage.text for passage in page)))
        rows = [letters(passage.text) for passage in page] if parts else []
        for part in (part for part in parts if part.is_told("".join(rows))):
            for problem in _problems(part, page, rows):
                found.setdefault((problem.place, part.item), problem)
    yield from found.values()


def _problems(part: Said, page: Page, rows: list[str]) -> Iterator[Problem]:
    """One at each text, of the letters in `rows`, that tells the part alone, or else at that with most."""
    where = {"other": part.item, "where": f"{part.place.file}:{part.place.line}"}
    alone = [passage for passage, row in zip(page, rows, strict=True) if part.is_told(row)]
    if alone:
        yield from (Problem("CW0428", passage.place(), where) for passage in alone)
        return
    shares = _shares(part, rows)
    places = [page[at].place() for at in sorted(shares, key=lambda at: -shares[at])]
    more = dict.fromkeys(f"{place.file}:{place.line}" for place in places[1:])
    yield Problem("CW0429", places[0], {**where, "places": ", ".join([*more][:NAMED])})


def _shares(part: Said, rows: list[str]) -> dict[int, int]:
    """How many letters of a part each of some texts tells, of those that tell any."""
    found = Counter[int]()
    ends = [*accumulate(map(len, rows))]
    for start, end in part.told("".join(rows)):
        here = start
        while here < end:
            at = bisect_right(ends, here)
            found[at] += min(end, ends[at]) - here
            here = ends[at]
    return found


def _reserved(sources: Sources, catalogs: list[PoFile]) -> Iterator[Said]:
    """What reserved items say in the language of the sources and of each catalog."""
    for po in (None, *catalogs):
        for bank in sources.all(BANK).values():
            for at, item in enumerate(bank.model.items):
                if item.use == "exam" and (texts := _texts(item, po)):
                    yield from filter(None, _parts(bank.file, ("items", at), item, texts))


def _texts(item: ItemSource | CaseItem, po: PoFile | None) -> dict[Path, str]:
    """What an item says in its own language or in a catalog's, in which nothing of it may be translated."""
    written = {spot.path: spot.text for spot in prose(item)}
    found = {spot.path: _text(spot, po) for spot in prose(item)} if po else written
    return found if po is None or found != written else {}


def _text(spot: Spot, po: PoFile) -> str:
    """A text in a catalog's language; in its own where it has no translation."""
    return joined([po.translation(piece) or piece for piece in pieces(spot.text, spot.mark)], spot.text)


def _parts(
    file: SourceFile, path: Path, item: ItemSource | CaseItem, texts: Mapping[Path, str]
) -> Iterator[Said | None]:
    if isinstance(item, CaseItem):
        yield said(item.id, file.place((*path, "stimulus")), texts["stimulus",], TASK)
        for at, each in enumerate(item.items):
            own = {way[2:]: text for way, text in texts.items() if way[:2] == ("items", at)}
            yield from _parts(file, (*path, "items", at), each, own)
        return
    place = file.place((*path, "stem"))
    rest = "\n".join(text for way, text in texts.items() if way != ("stem",))
    task, other, runs = (RECALLED, RECALLED_REST, 2) if item.level == "recall" else (TASK, REST, 1)
    yield said(item.id, place, texts["stem",], task, runs)
    yield said(item.id, place, rest, other, runs)
