"""What was issued and revoked: entries that are only ever added, each with the hash of the one before.

A line is one entry as JSON with sorted keys; its hash is SHA-256 of that without the hash.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter

FILE = "private/credentials/register.jsonl"
FIRST = "0" * 64
"""Before the first entry."""


@dataclass(frozen=True)
class Entry:
    """A credential `id` was issued, or revoked for a `reason`; `files` are SHA-256 by path.

    `told` is how the candidate's number is told in it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    at: str
    by: str
    did: Literal["issued", "revoked"]
    id: str
    index: int
    session: str = ""
    number: str = ""
    name: str = ""
    title: str = ""
    since: str = ""
    until: str = ""
    replaces: str = ""
    told: str = ""
    reason: str = ""
    files: Mapping[str, str] | None = None
    before: str = FIRST
    hash: str = ""

    @property
    def digest(self) -> str:
        own = {name: value for name, value in asdict(self).items() if name != "hash"}
        return sha256(_json(own).encode()).hexdigest()


_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


def added(entries: Sequence[Entry], *more: Entry) -> list[Entry]:
    """The entries with more behind them, chained."""
    found = [*entries]
    for entry in more:
        linked = Entry(**{**asdict(entry), "before": found[-1].hash if found else FIRST})
        found.append(Entry(**{**asdict(linked), "hash": linked.digest}))
    return found


def written(entries: Sequence[Entry]) -> bytes:
    return "".join(f"{_json(asdict(entry))}\n" for entry in entries).encode()


def read(content: bytes) -> list[Entry]:
    """Raises ValueError when a line is no entry, or is not what was written there."""
    entries = [_ENTRY.validate_json(line) for line in content.split(b"\n") if line]
    if written(entries) != content or any(_broken(entries)):
        raise ValueError("not as it was written")
    return entries


def _broken(entries: Sequence[Entry]) -> Iterator[bool]:
    before = FIRST
    for entry in entries:
        yield entry.hash != entry.digest or entry.before != before
        before = entry.hash


@dataclass(frozen=True)
class Record:
    """A credential by all that the register says of it."""

    issued: Entry
    revoked: Entry | None = None
    replaced: Entry | None = None


def records(entries: Sequence[Entry]) -> dict[str, Record]:
    """By the credential's id, in the order in which they were issued."""
    revoked = {entry.id: entry for entry in entries if entry.did == "revoked"}
    replaced = {entry.replaces: entry for entry in entries if entry.replaces}
    return {
        entry.id: Record(entry, revoked.get(entry.id), replaced.get(entry.id))
        for entry in entries
        if entry.did == "issued"
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
