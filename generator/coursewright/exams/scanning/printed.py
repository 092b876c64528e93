"""What was printed for a session, to read by: where bubbles are on its sheets, and who has which."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic_core import from_json

from ..assigned import Assigned, assignment_of
from ..layout import ANY, FORMAT, Identity, Variant
from ..page import Bubble
from ..printing import ASSIGNMENT_FILE, LAYOUT_FILE
from ..recorded import as_recorded
from ..shelf import SHEETS
from ..store import Kept, SessionDamaged
from .fields import Field, fields

_CODE = re.compile(r"CW([A-TZ])([01])([0-9]{12})([0-9]{3})([0-9]{5})")


def identity(said: str) -> Identity | None:
    """What the code of a page says; none where it is no page's of an answer sheet."""
    if not (found := _CODE.fullmatch(said)):
        return None
    form, spare, tag, page, serial = found.groups()
    return Identity(Variant("" if form == ANY else form, spare == "1"), tag, int(page), int(serial))


@dataclass(frozen=True)
class Printed:
    """`pages` are bubbles by sheets that are alike; `assigned` and `spare` are by serials."""

    tag: str
    pages: Mapping[Variant, Sequence[Sequence[Bubble]]]
    assigned: Mapping[int, Assigned]
    spare: Mapping[int, str]

    def has(self, page: Identity) -> bool:
        """Whether there is such a page of such a sheet."""
        if page.serial in self.assigned:
            variant = Variant(self.assigned[page.serial].form, False)
        elif page.serial in self.spare:
            variant = Variant(self.spare[page.serial], True)
        else:
            return False
        return variant == page.variant and 0 < page.page <= len(self.pages[variant])

    @cached_property
    def fields(self) -> dict[Variant, list[list[Field]]]:
        return {variant: fields(pages) for variant, pages in self.pages.items()}

    @cached_property
    def by_number(self) -> dict[str, Assigned]:
        return {each.number: each for each in self.assigned.values()}

    @property
    def spots(self) -> dict[str, list[tuple[float, float]]]:
        """Middles of the bubbles of every page, by what its code says before the serial."""
        return {
            without_serial(Identity(variant, self.tag, at, 0).text): [(each.x, each.y) for each in bubbles]
            for variant, pages in self.pages.items()
            for at, bubbles in enumerate(pages, 1)
        }


def without_serial(said: str) -> str:
    return said[:-5]


Printings = Mapping[str, Printed]
"""By their tags."""


def printings(kept: Kept) -> dict[str, Printed]:
    """All that were ever printed, also those that were put aside: any of them may have been handed out.

    Raises SessionDamaged where a file is not what was printed.
    """
    folders = sorted(file.parent for file in kept.folder.glob(f"{SHEETS}*/{LAYOUT_FILE}"))
    found = [_printed(kept, folder) for folder in folders]
    return {each.tag: each for each in found}


def _printed(kept: Kept, folder: Path) -> Printed:
    layout = from_json(as_recorded(kept, folder / LAYOUT_FILE))
    assignment = assignment_of(as_recorded(kept, folder / ASSIGNMENT_FILE))
    if layout["format"] != FORMAT:
        raise SessionDamaged(str(folder / LAYOUT_FILE))
    pages = {
        Variant(each["form"], each["spare"]): [
            [Bubble(**bubble) for bubble in page["bubbles"]] for page in each["pages"]
        ]
        for each in layout["sheets"]
    }
    return Printed(
        assignment.tag,
        pages,
        {each.serial: each for each in assignment.candidates},
        {each.serial: each.form for each in assignment.spare},
    )
