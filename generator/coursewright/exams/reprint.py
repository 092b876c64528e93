"""What was printed of a session, printed again from what it keeps, and compared byte by byte.

Whoever may write into a session's folder can write a journal that agrees with any file. The papers and keys
follow from the session, though, and the sheets and lists of a room from the session, the assignment and what
was announced: `session.json` and the publication are bound by the notice, so that what is printed after it
cannot be exchanged alone. Who sat where is in the assignment only: another roster gives another printing,
which no reckoning tells from that of the day.

Another program prints other bytes, and which one it was only the journal says. It is believed as far as the
journal is bound (`binding.py`); behind that it excuses nothing: such a file is not known to be right.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from typing import Literal

from typst import TypstError

from ..words import Words
from ..words import marked as _
from .assigned import printed_again
from .binding import Binding
from .journal import Entry
from .paper.papers import Order, Papers
from .printing import ASSIGNMENT_FILE
from .proof import CONTRADICTIONS
from .publication import appointment
from .shelf import PAPERS, SHEETS, original, recorded
from .store import Kept, SessionDamaged

ENVELOPE = "envelope-"
OTHER = _("{file} is not what is printed of this session")
MISSING = _("{file} is missing: it is printed with the others")
UNREADABLE = _("{file} does not say who has which sheet, so nothing beside it could be printed again")
MIXED = _("{file} has files of several printings")
FAILED = _("{file} cannot be printed again")
TAG = _("{file} has another tag than its entry in the journal")


Verdict = Literal["changed", "unchecked", "as bound"]
"""Of a file that is printed otherwise now. `as bound` is what a bound entry says; of a paper that one has, no
other bytes are right. `unchecked` is what another program may have printed, or anyone have put there."""


@dataclass(frozen=True)
class Maker:
    """What prints: the version of coursewright, and the versions of other programs that show in a file."""

    version: str
    press: str

    def __str__(self) -> str:
        return f"coursewright {self.version}" + (f" ({self.press})" if self.press else "")


@dataclass(frozen=True)
class Difference:
    """A file that is not what is printed now, in a source string of the catalogs.

    `maker` printed it; nothing where the journal does not say all that it was printed of. `is_bound` is
    what has the bytes that a bound entry of the journal says.
    """

    file: str
    said: str
    maker: Maker | None
    is_bound: bool

    def verdict(self, binding: Binding, here: Maker) -> Verdict:
        """`here` is what printed again."""
        if self.maker == here:
            return "changed"
        if self.is_bound:
            return "as bound"
        name = original(self.file)
        return "changed" if name.startswith(f"{PAPERS}/") and name in binding.files else "unchecked"


def differences(kept: Kept, binding: Binding, progress: Callable[[str], None]) -> Iterator[Difference]:
    """Printed files that the journal knows, and that are not what is printed of the session.

    What the journal does not know, or what is gone, the shelf tells. Where session, keys or journal are not
    what was made nothing is printed: that is told of them.
    """
    try:
        kept.refuse_damaged()
    except SessionDamaged:
        return
    found = _found(kept, binding)
    papers = {name: print for name, print in found.items() if original(name).startswith(f"{PAPERS}/")}
    if papers:
        yield from _papers(kept, papers, progress)
    sheets = {name: print for name, print in found.items() if original(name).startswith(f"{SHEETS}/")}
    for _folder, own in groupby(sheets.items(), key=lambda each: each[0].partition("/")[0]):
        yield from _sheets(kept, dict(own))


@dataclass(frozen=True)
class _Print:
    """A file that is there, with the last entry of the journal that has it; rather with one that is bound."""

    content: bytes
    entry: Entry
    is_bound: bool

    @property
    def maker(self) -> Maker:
        return _maker(self.entry)

    @property
    def digest(self) -> str:
        return sha256(self.content).hexdigest()


_Prints = dict[str, _Print]
"""By paths in the session's folder."""


def _found(kept: Kept, binding: Binding) -> _Prints:
    ordered = (*kept.entries[binding.number :], *kept.entries[: binding.number])
    made = {file: entry for entry in ordered for file in entry.about.get("files", {}).items()}
    files = {path.relative_to(kept.folder).as_posix(): path for path in sorted(kept.folder.glob("*/*"))}
    contents = {name: path.read_bytes() for name, path in files.items() if path.is_file()}
    entries = {
        name: made.get((original(name), sha256(content).hexdigest())) for name, content in contents.items()
    }
    return {
        name: _Print(contents[name], entry, entry.number <= binding.number)
        for name, entry in entries.items()
        if entry
    }


def _papers(kept: Kept, files: _Prints, progress: Callable[[str], None]) -> Iterator[Difference]:
    order = Order(
        large=any(name.endswith("-large.pdf") for name in files),
        docx=any(name.endswith(".docx") for name in files),
    )
    papers = Papers(kept, Words(kept.session.language))
    again = _made(lambda: papers.files(order, progress))
    known = {name for name in recorded(kept.entries) if name.startswith(f"{PAPERS}/")}
    yield from _unlike(files, again, PAPERS, known)


def _sheets(kept: Kept, files: _Prints) -> Iterator[Difference]:
    """Of the folder of one printing."""
    folder = next(iter(files)).partition("/")[0]
    path = f"{folder}/{ASSIGNMENT_FILE}"
    entry, known = _entry(kept, files), _known(kept, folder, files)
    if entry is None:
        yield Difference(f"{folder}/", MIXED, next(reversed(files.values())).maker, is_bound=False)
        return
    if path not in files:
        if path not in known and not (kept.folder / path).exists():
            yield Difference(path, MISSING, _maker(entry), _are_bound(files))
        return
    before = [each for each in kept.entries[: entry.number - 1] if each.did == "published"]
    announced = appointment(before[-1]) if before else None
    try:
        printing = printed_again(kept, files[path].content, announced)
    except (ValueError, LookupError):
        yield Difference(path, UNREADABLE, _maker(entry), files[path].is_bound)
        return
    for each in _unlike(files, _made(printing.files), folder, known):
        is_unsaid = before and not announced and ENVELOPE in each.file
        yield replace(each, maker=None) if is_unsaid else each
    if entry.about.get("tag") != printing.tag:
        yield Difference(path, TAG, _maker(entry), _are_bound(files))


def _entry(kept: Kept, files: _Prints) -> Entry | None:
    """The last entry that has all of them."""
    wanted = {(original(name), print.digest) for name, print in files.items()}
    entries = (each for each in reversed(kept.entries) if wanted <= each.about.get("files", {}).items())
    return next(entries, None)


def _known(kept: Kept, folder: str, files: _Prints) -> set[str]:
    """Files that need not be told if they are not there: of the last printing the shelf tells that."""
    return {*recorded(kept.entries)} if folder == SHEETS else {*files}


def _unlike(
    files: _Prints, again: Mapping[str, bytes] | None, folder: str, known: set[str]
) -> Iterator[Difference]:
    """`again` is what is printed now, by the names of files; of those in `known` none is told as missing."""
    for name, print in files.items():
        if again is None:
            yield Difference(name, FAILED, print.maker, print.is_bound)
        elif again.get(name.partition("/")[2]) != print.content:
            yield Difference(name, OTHER, print.maker, print.is_bound)
    last = next(reversed(files.values()))
    for name in again or ():
        if f"{folder}/{name}" not in known:
            yield Difference(f"{folder}/{name}", MISSING, last.maker, _are_bound(files))


def _are_bound(files: _Prints) -> bool:
    return all(print.is_bound for print in files.values())


def _made(make: Callable[[], dict[str, bytes]]) -> dict[str, bytes] | None:
    """What somebody wrote into a session or an assignment may be nothing that can be printed: that is told.

    Types are checked when it is read, so what is left to go wrong is in its values, in a picture that is gone
    or damaged, and in what Typst makes of them. Any other exception is a bug of ours and goes its way.
    """
    try:
        return make()
    except (*CONTRADICTIONS, SessionDamaged, TypstError):
        return None


def _maker(entry: Entry) -> Maker:
    return Maker(entry.version, str(entry.about.get("press", "")))
