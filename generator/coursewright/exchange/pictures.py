"""Pictures that come along with other people's questions, on their way into the course's media."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from unicodedata import normalize

from ..diagnostics import SourceString
from ..load.tree import medium_name
from ..model.medium import PICTURES, Medium
from ..validate.media import MOST_OF_A_PICTURE, medium
from ..words import marked as _
from .found import Found

MOST_IN_ALL = 64 * 1024 * 1024
"""Bytes of all pictures of one file."""
_LONGEST = 60
"""Characters of a name without its ending."""
_TOO_LARGE = _("it has more than 2 MiB")
_TOO_MANY = _("the pictures of this file are more than 64 MiB together")
_NO_PICTURE = _("it is none of PNG, JPEG, GIF, WebP and SVG, or it is damaged")


@dataclass(eq=False)
class Brought:
    """A picture that a file brings along: what it is called there, and how it is read."""

    called: str
    read: Callable[[], bytes]


class Refused(Exception):
    """Why a picture is not taken; a source string of the catalogs."""


class Pictures:
    """The pictures of one file of questions; `known` are the files that the course has, `new` those to come.

    Each is read once, however often it is shown, and one that the course has already keeps its name there.
    """

    def __init__(self, known: Mapping[str, Medium]) -> None:
        shown = [each for each in known.values() if each.is_picture]
        self._names = {_digest(each.content): each.name for each in shown}
        self._taken = {name.casefold() for name in known}
        self._done: dict[Brought, str | Refused] = {}
        self.new: dict[str, bytes] = {}

    def name_of(self, brought: Brought) -> str:
        """The name of a picture in the course. Raises Refused."""
        if brought not in self._done:
            try:
                self._done[brought] = self._taken_in(brought)
            except Refused as reason:
                self._done[brought] = reason
        done = self._done[brought]
        if isinstance(done, Refused):
            raise done
        return done

    def _taken_in(self, brought: Brought) -> str:
        content = _fit(brought.called, brought.read())
        digest = _digest(content)
        if digest not in self._names:
            if sum(map(len, self.new.values())) + len(content) > MOST_IN_ALL:
                raise Refused(_TOO_MANY)
            name = self._free(brought.called, digest)
            self._names[digest] = name
            self._taken.add(name.casefold())
            self.new[name] = content
        return self._names[digest]

    def _free(self, called: str, digest: str) -> str:
        """A name that can stand in a link and that no other file has."""
        stem, _dot, ending = _last(called).rpartition(".")
        stem = medium_name(stem[:_LONGEST]) or "picture"
        name = medium_name(f"{stem}.{ending.lower()}")
        return f"{stem}-{digest[:8]}.{ending.lower()}" if name.casefold() in self._taken else name


def _last(called: str) -> str:
    """The last part of a path, whichever system wrote it."""
    return normalize("NFC", re.split(r"[/\\]", called)[-1])


def _fit(called: str, content: bytes) -> bytes:
    """What a course shows of a picture. Raises Refused."""
    ending = _last(called).rpartition(".")[2].lower()
    if ending not in PICTURES:
        raise Refused(_NO_PICTURE)
    if len(content) > MOST_OF_A_PICTURE:
        raise Refused(_TOO_LARGE)
    found, problems = medium(f"picture.{ending}", content)
    for problem in problems:
        if problem.severity == "error":
            raise Refused(str(problem.values["reason"]))
    return found.content


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@dataclass
class Shown:
    """What one question shows: `find` gives the picture of an address, or nothing, and a call its name."""

    find: Callable[[str], Brought | None]
    pictures: Pictures
    missing: int = 0
    refused: dict[str, str] = field(default_factory=dict)

    def __call__(self, address: str) -> str:
        brought = self.find(address)
        if brought is None:
            self.missing += 1
            return ""
        try:
            return self.pictures.name_of(brought)
        except Refused as reason:
            self.refused[_last(brought.called)] = str(reason)
            return ""

    def tell(self, found: Found) -> None:
        """Tell of what is not read."""
        if self.missing:
            found.tell("CW1022", count=self.missing)
        for name, reason in self.refused.items():
            found.tell("CW1059", name=name, reason=SourceString(reason))
