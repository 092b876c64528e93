"""A page of a file, as it was read: where it lies, what it says it is, and how dark its bubbles are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from pydantic import ConfigDict

from .darkness import inked
from .fields import LEAST
from .pictures import Grey, NoPicture, Source, picture
from .printed import identity, without_serial
from .registration import Registered, registered

Spots = Mapping[str, Sequence[tuple[float, float]]]
"""As `Printed.spots`."""


@dataclass(frozen=True)
class Scanned:
    """`page` counts from 1 in the file, whose SHA-256 is `digest`. `why` says what is in the way of reading
    it: "damaged", "blank", "two", "bare", "corners", "askew", "foreign" or "pale"; `said` is what its code
    says. `greys` are percent, bubble by bubble as the layout has them."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    file: str
    digest: str
    page: int
    said: str = ""
    why: str = ""
    corners: int = 0
    projection: tuple[float, ...] = ()
    greys: tuple[int, ...] = ()
    empty: int = 0
    filled: int = 0

    @property
    def key(self) -> str:
        """The same for the same page of the same file."""
        return f"{self.digest[:16]}-{self.page}"


def scan(given: Source, page: int, spots: Spots) -> Scanned:
    try:
        grey = picture(given, page)
    except NoPicture:
        return Scanned(given.file, given.digest, page, why="damaged")
    return _read(given, page, grey, registered(grey), spots)


def _read(given: Source, page: int, grey: Grey, found: Registered, spots: Spots) -> Scanned:
    why = found.why
    if found.said and (identity(found.said) is None or without_serial(found.said) not in spots):
        why = "foreign"
    if why:
        return Scanned(given.file, given.digest, page, found.said, why, found.corners)
    projection = np.array(found.projection).reshape(3, 3)
    dark = inked(grey, projection, spots[without_serial(found.said)])
    return Scanned(
        given.file,
        given.digest,
        page,
        found.said,
        "" if dark.filled - dark.empty >= LEAST else "pale",
        found.corners,
        found.projection,
        dark.greys,
        dark.empty,
        dark.filled,
    )
