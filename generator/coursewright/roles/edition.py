"""What a Word file was printed from, kept in it: whose paper it is, and the role as it then was."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model.role import Role

Data = dict[str, Any]

_TOLD = ("document", "role", "language", "edition")

BLANK = ""
"""The id of no role: that of the blank template."""


@dataclass(frozen=True)
class Edition:
    """`kind` is one of the documents of a role, `data` the source of a job description."""

    kind: str
    role: str
    language: str
    data: Data

    @property
    def digest(self) -> str:
        return digest(self.data)

    @property
    def properties(self) -> tuple[tuple[str, str], ...]:
        """In short, for programs that lose the rest."""
        told = (self.kind, self.role, self.language, self.digest)
        return tuple((f"coursewright-{name}", text) for name, text in zip(_TOLD, told, strict=True))

    @property
    def kept(self) -> str:
        """As text, to be kept in the file."""
        whole = {"digest": self.digest, **vars(self)}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def edition_in(text: str) -> Edition | None:
    """The edition that was kept; None for a file without one, or one that is not as we wrote it."""
    try:
        found = json.loads(text)
        edition = Edition(*(found[name] for name in ("kind", "role", "language", "data")))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    texts = (edition.kind, edition.role, edition.language)
    sound = all(isinstance(text, str) for text in texts) and isinstance(edition.data, dict)
    return edition if sound and found.get("digest") == edition.digest else None


def edition_told(properties: Mapping[str, str], known: Mapping[str, Data]) -> Edition | None:
    """The edition that a file names in short, if it is that of a role as it is; `known` are their data."""
    kind, role, language, told = (properties.get(f"coursewright-{name}", "") for name in _TOLD)
    data = {BLANK: {}, **known}.get(role) if kind == "description" else {}
    return Edition(kind, role, language, data) if kind and data is not None and digest(data) == told else None


def role_data(role: Role) -> Data:
    """The role as its source says it: nothing that is left out."""
    return role.model_dump(mode="json", exclude_defaults=True, warnings=False)


def digest(data: Data) -> str:
    """What tells editions apart; the company may be put on when they are printed."""
    data = {**data, "company": None}
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
