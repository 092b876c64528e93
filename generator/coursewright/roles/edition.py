"""What a Word file was printed from, kept in it: whose paper it is, and the role as it then was."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from ..model.role import Role

Data = dict[str, Any]

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


def role_data(role: Role) -> Data:
    """The role as its source says it: nothing that is left out."""
    return role.model_dump(mode="json", exclude_defaults=True, warnings=False)


def digest(data: Data) -> str:
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
