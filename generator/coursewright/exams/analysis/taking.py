"""Sessions of an exam and their results → what figures are made of, with everything that is wrong with
them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from ...diagnostics import Place, Problem, errors_in
from ...model.items.interaction import Asked, AskedChoice, AskedGaps
from ...words import Words
from ..shelf import recorded
from ..store import Kept
from .figures import FEW, LEAST, Taken
from .grouping import Grouped, Grouping, grouped
from .results import CANDIDATES, RESPONSES, Damaged, FormResults, Pace, Results, Said

FOLDER = "results"
"""Of a session's folder."""
KEPT_COLUMNS = ("department", "room")
"""What results keep of candidates, to group them by."""


@dataclass(frozen=True)
class Sat:
    """What one session gave: its forms with their candidates, and what was said on them."""

    kept: Kept
    forms: Sequence[FormResults]
    said: Sequence[Said]
    paces: Mapping[str, Pace]
    columns: Mapping[str, Mapping[str, str]]
    asked: Mapping[str, Asked]


def sat(kept: Kept, temporary: Path, words: Words) -> tuple[Sat | None, list[Problem]]:
    """One session's results; None where something is wrong that nothing can be said with."""
    folder = kept.folder / FOLDER
    if problems := list(_unlike(kept)):
        return None, problems
    session = kept.session
    asked = {form.code: [question.item for question in form.questions] for form in session.forms}
    items = session.asked(words)
    told = [id for id, each in items.items() if isinstance(each, AskedChoice | AskedGaps)]
    try:
        with Results(folder, asked, temporary) as results:
            if unmarked := results.unmarked:
                return None, [Problem("CW1604", Place(str(folder / RESPONSES)), {"count": unmarked})]
            forms = list(results.forms())
            if sum(form.scores.candidates for form in forms) != results.candidates:
                raise Damaged(CANDIDATES)
            said = results.said([form.scores for form in forms], told) if forms else []
            columns = {name: results.column(name) for name in KEPT_COLUMNS}
            return Sat(kept, forms, said, results.paces(), columns, items), []
    except Damaged as error:
        return None, [Problem("CW1603", Place(str(folder / str(error))))]


def _unlike(kept: Kept) -> Iterator[Problem]:
    """Files that are not there, or not what is on record."""
    known = recorded(kept.entries)
    for name in (RESPONSES, CANDIDATES):
        file = kept.folder / FOLDER / name
        digest = known.get(f"{FOLDER}/{name}")
        if digest is None or not file.is_file():
            yield Problem("CW1601", Place(str(file)))
            return
        with file.open("rb") as stream:
            if file_digest(stream, "sha256").hexdigest() != digest:
                yield Problem("CW1602", Place(str(file)))


def taken(found: Sequence[Sat], grouping: Grouping | None) -> tuple[Taken, list[Problem]]:
    """All sessions as one; forms are named with their session where there are several."""
    named = [*_named(found)] if len(found) > 1 else [*found]
    forms = [form for own in named for form in own.forms]
    count = sum(form.scores.candidates for form in forms)
    problems = list(_few(count, found[0].kept))
    groups = Grouped("", {}, ())
    if grouping and not errors_in(problems):
        groups = grouped(grouping, forms)
        problems += groups.problems
    paces: dict[str, Pace] = {}
    for id, pace in (each for own in named for each in own.paces.items()):
        paces[id] = _joined(paces[id], pace) if id in paces else pace
    return Taken(
        forms=[form.scores for form in forms],
        said=[each for own in named for each in own.said],
        paces=paces,
        asked={id: each for own in named for id, each in own.asked.items()},
        cut=found[-1].kept.session.blueprint.cut,
        groups=groups.groups,
        reference=groups.reference,
    ), problems


def _named(found: Sequence[Sat]) -> Iterator[Sat]:
    """Forms with the names of their sessions. An item that asked something else before is another item: it is
    named with its session as well."""
    identities: dict[str, str] = {}
    for own in found:
        session = own.kept.session
        names = {
            id: id if identities.setdefault(id, item.identity) == item.identity else f"{id} ({session.name})"
            for id, item in session.items.items()
        }
        yield replace(
            own,
            forms=[_renamed(form, session.name, names) for form in own.forms],
            said=[
                each._replace(form=f"{session.name} {each.form}", item=names[each.item]) for each in own.said
            ],
            paces={names[id]: pace for id, pace in own.paces.items()},
            asked={names[id]: each for id, each in own.asked.items()},
        )


def _renamed(form: FormResults, session: str, names: Mapping[str, str]) -> FormResults:
    items = tuple(names[item] for item in form.scores.items)
    return replace(form, scores=replace(form.scores, form=f"{session} {form.scores.form}", items=items))


def _few(count: int, kept: Kept) -> Iterator[Problem]:
    place = Place(str(kept.folder / FOLDER / CANDIDATES))
    if count < LEAST:
        yield Problem("CW1605", place, {"count": count, "least": LEAST})
    elif count < FEW:
        yield Problem("CW1606", place, {"count": count, "few": FEW})


def _joined(one: Pace, other: Pace) -> Pace:
    known = [pace.seconds for pace in (one, other) if pace.seconds is not None]
    return Pace(one.unanswered + other.unanswered, sum(known) / len(known) if known else None)
