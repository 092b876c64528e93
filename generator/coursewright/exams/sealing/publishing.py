"""Everything that is published of a session, as the files of its folder `web/`.

    session-key.json            the private key that opens responses (JWK)
    codes.json                  who has which access code
    codes.xlsx, slips.pdf       the same for people
    site/                       what goes to a web server, and nothing else of it
    <session>.html              the same exam as one single file, for where there is none

A later publication has other codes and is put in its place; the session's key stays, so that whatever was
sealed for it can be opened.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...words import Words
from ..recorded import as_recorded
from ..session import as_json
from ..shelf import WEB
from ..store import Kept, SessionDamaged
from . import admission, jwe
from .admission import Admission
from .package import Package, Terms, package_of
from .page import PACKAGE, ExamPage
from .slips import Slips

KEY_FILE, CODES_FILE, SLIPS_FILE, BOOK_FILE = "session-key.json", "codes.json", "slips.pdf", "codes.xlsx"
SECRET = (KEY_FILE, CODES_FILE, SLIPS_FILE, BOOK_FILE)
SITE = "site"
_KEY = {"kty", "crv", "x", "y", "d", "kid"}


@dataclass(frozen=True)
class Publication:
    """`address` is where candidates find the exam, and may be empty; `date` is YYYY-MM-DD, `words` are the
    course's."""

    kept: Kept
    admissions: Sequence[Admission]
    terms: Terms
    address: str
    date: str
    words: Words

    def files(self, progress: Callable[[], None] = lambda: None) -> dict[str, bytes]:
        """Path in `web/` → bytes; `progress` is told of each ticket. Raises SessionDamaged."""
        kept, words = self.kept, self.words
        private = session_key(kept) or jwe.new_session_key()
        package = package_of(kept, self.admissions, private, words, self.terms, progress=progress)
        page = ExamPage(package, kept.session.course, words)
        slips = Slips(kept.session, self.admissions, self.address, self.date, words)
        return {
            KEY_FILE: as_json(private),
            CODES_FILE: as_json(admission.kept(self.admissions)),
            BOOK_FILE: slips.xlsx(),
            SLIPS_FILE: slips.pdf(),
            f"{kept.session.name}.html": page.single(),
            **{f"{SITE}/{path}": content for path, content in page.folder().items()},
        }


@dataclass(frozen=True)
class Published:
    """A package that went out, with whom its tickets let in."""

    package: Package
    admissions: dict[str, Admission]


def session_key(kept: Kept) -> dict[str, Any] | None:
    """The private key of a session, None for one that was never published. Raises SessionDamaged."""
    file = kept.folder / WEB / KEY_FILE
    if not file.exists():
        return None
    key = _read(kept, file)
    if not isinstance(key, dict) or key.keys() != _KEY:
        raise SessionDamaged(str(file))
    return key


def published(kept: Kept) -> Iterator[Published]:
    """All that ever went out of a session, the last first. Raises SessionDamaged."""
    for folder in sorted(kept.folder.glob(f"{WEB}*"), key=lambda each: (each.name != WEB, each.name)):
        if not (folder / CODES_FILE).is_file():
            continue
        package = _read(kept, folder / SITE / PACKAGE)
        try:
            let_in = {each.code.ticket: each for each in admission.read(_read(kept, folder / CODES_FILE))}
        except (ValueError, LookupError, TypeError) as error:
            raise SessionDamaged(str(folder / CODES_FILE)) from error
        yield Published(package, let_in)


def _read(kept: Kept, file: Path) -> Any:
    """Who may sit which form for how long is believed only as it was published. Raises SessionDamaged."""
    try:
        return json.loads(as_recorded(kept, file))
    except (ValueError, RecursionError) as error:
        raise SessionDamaged(str(file)) from error
