"""Which items earlier sessions used, as far as it can be known: of any exam, for they share the bank.

A session that is damaged keeps no exam from being made. What it used is in its key file too; where that
cannot be read either its use is not counted, which whoever makes the next session is told, and its journal
says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import from_json

from .plan import Use
from .store import KEYS_FILE, SESSIONS, SessionDamaged, names, session_of


@dataclass(frozen=True)
class Exposure:
    """`uses` are those of the last session first; voided ones count too, for they were seen.

    `damaged` are sessions, by their folders, that cannot be read, and `unknown` those of them whose items are
    not counted.
    """

    uses: tuple[Use, ...]
    damaged: tuple[str, ...]
    unknown: tuple[str, ...]


def exposure(root: Path) -> Exposure:
    uses: list[Use] = []
    damaged, unknown = [], []
    for name in reversed(names(root)):
        folder = root / SESSIONS / name
        try:
            session = session_of(folder)
        except SessionDamaged:
            damaged.append(name)
            found = [*_of_keys(folder)]
            uses += found
            if not found:
                unknown.append(name)
        else:
            forms = (frozenset(question.item for question in form.questions) for form in session.forms)
            uses += (Use(session.name, items) for items in forms)
    return Exposure(tuple(uses), tuple(damaged), tuple(unknown))


def _of_keys(folder: Path) -> Iterator[Use]:
    """By the key file alone; nothing where that cannot be read."""
    try:
        data = from_json((folder / KEYS_FILE).read_bytes())
        forms = [[str(question["item"]) for question in form] for form in data["forms"].values()]
        name = str(data["session"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return
    yield from (Use(name, frozenset(items)) for items in forms)
