"""What was done with a session: entries that are only ever added, each with the hash of the one before.

A line is one entry as JSON with sorted keys; its hash is SHA-256 of that without the hash.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, TypeAdapter

from ..words import marked as _

FILE = "journal.jsonl"
Deed = Literal[
    "made",
    "printed",
    "published",
    "sealed",
    "exported",
    "scanned",
    "marked",
    "graded",
    "regraded",
    "analysed",
    "issued",
    "voided",
]
DEEDS: dict[Deed, str] = {
    "made": _("made"),
    "printed": _("printed"),
    "published": _("published"),
    "sealed": _("sealed for the browser"),
    "exported": _("exported"),
    "scanned": _("scanned"),
    "marked": _("marked"),
    "graded": _("graded"),
    "regraded": _("regraded"),
    "analysed": _("analysed"),
    "issued": _("credentials issued"),
    "voided": _("voided"),
}
"""Source strings of the catalogs."""
FIRST = "0" * 64
"""Before the first entry."""


def _said(about: dict[str, Any]) -> dict[str, Any]:
    """What an entry may say of files: their paths within the session's folder, and their SHA-256."""
    files = about.get("files", {})
    if not isinstance(files, dict) or not all(isinstance(digest, str) for digest in files.values()):
        raise ValueError("files")
    if any(path.is_absolute() or ".." in path.parts for path in map(PurePosixPath, files)):
        raise ValueError("files beyond the folder")
    if not isinstance(about.get("what", ""), str):
        raise ValueError("what")
    return about


@dataclass(frozen=True)
class Entry:
    """`by` is who did it by their own word, `at` when (UTC, ISO 8601), `version` with which of ours.

    `about` is what else there is to say, such as the digests of files.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    number: int
    at: str
    by: str
    did: Deed
    version: str
    about: Annotated[dict[str, Any], AfterValidator(_said)]
    before: str
    hash: str = ""

    def hashed(self) -> "Entry":
        return Entry(**{**asdict(self), "hash": self.digest})

    @property
    def digest(self) -> str:
        own = {name: value for name, value in asdict(self).items() if name != "hash"}
        return sha256(_json(own).encode()).hexdigest()


_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


def written(entries: Sequence[Entry]) -> bytes:
    return "".join(f"{_json(asdict(entry))}\n" for entry in entries).encode()


def added(entries: Sequence[Entry], *, at: str, by: str, did: Deed, version: str, about: Any) -> list[Entry]:
    """The entries with one more."""
    before = entries[-1].hash if entries else FIRST
    return [*entries, Entry(len(entries) + 1, at, by, did, version, about, before).hashed()]


def read(content: bytes) -> list[Entry]:
    """Raises ValueError when a line is no entry, or is not written as we do it."""
    entries = [_ENTRY.validate_json(line) for line in content.split(b"\n") if line]
    if written(entries) != content:
        raise ValueError("not as it was written")
    return entries


def broken(entries: Sequence[Entry]) -> Iterator[int]:
    """Numbers of the entries that are not what was written, or do not follow the one before."""
    before = FIRST
    for number, entry in enumerate(entries, 1):
        if entry.hash != entry.digest or entry.before != before or entry.number != number:
            yield number
        before = entry.hash


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
