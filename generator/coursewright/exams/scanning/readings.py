"""`scans/readings.json`: what was scanned, every bubble of it, what was decided and by whom."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

from pydantic import ConfigDict, TypeAdapter

from ..recorded import as_recorded
from ..store import Kept, SessionDamaged
from .account import Account
from .deciding import Desk, Entered
from .fields import SIGNS, bounds
from .printed import Printings
from .scanned import Scanned

FOLDER, FILE, REVIEW, CUTS = "scans", "readings.json", "review.html", "cut-outs.json"
FORMAT = 1


@dataclass(frozen=True)
class Copy:
    """A file that is the same, byte by byte, as another that was handed in before it."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    file: str
    of: str
    pages: int


@dataclass(frozen=True)
class Readings:
    """What is kept: all else follows from it, the layout and the session."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="ignore")

    format: int
    session: str
    is_double: bool
    is_accepted: bool
    scanned: tuple[Scanned, ...]
    entered: tuple[Entered, ...]
    copies: tuple[Copy, ...] = ()

    @property
    def desk(self) -> Desk:
        return Desk(self.entered, self.is_double)

    def account(self, kept: Kept, printings: Printings) -> Account:
        return Account(kept.session, printings, self.scanned, self.desk.decisions)


_READINGS: TypeAdapter[Readings] = TypeAdapter(Readings)


def readings(kept: Kept) -> Readings | None:
    """None before anything was scanned. Raises SessionDamaged."""
    file = kept.folder / FOLDER / FILE
    if not file.is_file():
        return None
    try:
        found = _READINGS.validate_json(as_recorded(kept, file))
    except ValueError as error:
        raise SessionDamaged(str(file)) from error
    if found.format != FORMAT or found.session != kept.session.name:
        raise SessionDamaged(str(file))
    return found


def readings_bytes(kept: Readings, account: Account) -> bytes:
    """A line a page, and what is marked in each field beside what it follows from, for whoever asks later."""
    head = {
        "format": kept.format,
        "session": kept.session,
        "is_double": kept.is_double,
        "is_accepted": kept.is_accepted,
        "entered": [asdict(each) for each in kept.entered],
        "copies": [asdict(each) for each in kept.copies],
        "bands": SIGNS,
    }
    lines = ",\n".join(_json(asdict(page)) for page in kept.scanned)
    marks = ",\n".join(_json(_marked(account, at)) for at in range(len(kept.scanned)))
    return f'{_json(head)[:-1]},\n"scanned":[\n{lines}],\n"pages":[\n{marks}]}}\n'.encode()


def _marked(account: Account, at: int) -> dict[str, Any]:
    page, own = account.scanned[at], account.identities[at]
    said: dict[str, Any] = {"page": page.key, "status": account.statuses[at]}
    if own:
        limits = bounds(page.empty, page.filled)
        said["fields"] = [
            {
                "field": field.key,
                "item": field.item,
                "values": field.values,
                "greys": (greys := [page.greys[place] for place in field.places]),
                "bands": "".join(SIGNS[limits.band(grey)] for grey in greys),
                "marks": marks,
                "by": by,
            }
            for field, marks, by in account.marks(at)
        ]
    return said


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def cuts_bytes(cuts: Mapping[str, Sequence[str]]) -> bytes:
    return _json(cuts).encode()


def cuts_of(kept: Kept) -> dict[str, list[str]]:
    """Addresses of cut-outs by the ids of doubts. Raises SessionDamaged."""
    found: dict[str, list[str]] = json.loads(as_recorded(kept, kept.folder / FOLDER / CUTS))
    return found


def entries_about(all_entered: Sequence[Entered], ids: set[str]) -> tuple[Entered, ...]:
    """What was decided of these doubts, where sheets are scanned again."""
    kept = (
        Entered(each.by, each.at, {id: chosen for id, chosen in each.chosen.items() if id in ids})
        for each in all_entered
    )
    return tuple(each for each in kept if each.chosen)
