"""What a file of a role was made from, kept in it: whose paper it is, and the role as it then was."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model.role import Role

Data = dict[str, Any]

_TOLD = ("document", "role", "language", "edition", "company")

_REMARK = re.compile("^# coursewright-edition: (.*)$", re.M)
"""How it stands in a source, written by `browser/roles/rolefiles.mjs`."""

BLANK = ""
"""The id of no role: that of the blank template."""


@dataclass(frozen=True)
class Edition:
    """`kind` is one of the documents of a role, `data` the source of a job description.

    `company` is the one on the paper, where that is not the source's.
    """

    kind: str
    role: str
    language: str
    data: Data
    company: str | None = None

    @property
    def digest(self) -> str:
        return digest(self.data)

    @property
    def properties(self) -> tuple[tuple[str, str], ...]:
        """In short, for programs that lose the rest."""
        told = (self.kind, self.role, self.language, self.digest, self.company or "")
        named = zip(_TOLD, told, strict=True)
        return tuple((f"coursewright-{name}", text) for name, text in named if text or name != "company")

    @property
    def kept(self) -> str:
        """As text, to be kept in the file."""
        whole = {"digest": self.digest, **vars(self)}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def edition_in(text: str) -> Edition | None:
    """The edition that was kept; None for a file without one, or one that is not as we wrote it."""
    try:
        found = json.loads(text)
        kind, role, language, data = (found[name] for name in ("kind", "role", "language", "data"))
        edition = Edition(kind, role, language, data, found.get("company"))
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
        return None
    texts = (edition.kind, edition.role, edition.language, edition.company or "")
    sound = all(isinstance(text, str) for text in texts) and isinstance(edition.data, dict)
    return edition if sound and found.get("digest") == edition.digest else None


def edition_beside(source: str) -> Edition | None:
    """The edition that a source has among its comments, such as the one that a role's page gives."""
    found = [edition_in(text) for text in _REMARK.findall(source)]
    return found[-1] if found else None


def edition_told(properties: Mapping[str, str], known: Mapping[str, Data]) -> Edition | None:
    """The edition that a file names in short, if it is that of a role as it is; `known` are their data."""
    kind, role, language, told, company = (properties.get(f"coursewright-{name}", "") for name in _TOLD)
    data = {BLANK: {}, **known}.get(role) if kind == "description" else {}
    if not kind or data is None or digest(data) != told:
        return None
    return Edition(kind, role, language, data, company or None)


def role_data(role: Role) -> Data:
    """The role as its source says it: nothing that is left out."""
    return role.model_dump(mode="json", exclude_defaults=True, warnings=False)


def digest(data: Data) -> str:
    """What tells editions apart; the company on the paper does not."""
    data = {**data, "company": None}
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
