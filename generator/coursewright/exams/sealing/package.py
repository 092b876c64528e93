"""What is published of a sealed exam: forms and tickets that only access codes open, and some facts.

format 1; session, exam, title, language, minutes; opens, closes (UTC or null); drop (address or null);
commitment (SHA-256 of the key file), journal (hash of the last entry before this one);
key (public P-256 JWK, RFC 7517, with the kid of RFC 7638); tickets, forms (compact JWE by name)
"""

import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ...words import Words
from ..store import Kept
from . import jwe
from .admission import Admission
from .paper import Sheets

FORMAT = 1
Package = Mapping[str, Any]


@dataclass(frozen=True)
class Terms:
    """When the exam may be begun, and until when a response counts: UTC in ISO 8601, or None for any time.

    `drop` is the address of a folder that takes responses by PUT, or None.
    """

    opens: str | None = None
    closes: str | None = None
    drop: str | None = None


def package_of(
    kept: Kept,
    admissions: Sequence[Admission],
    private: jwe.Jwk,
    words: Words,
    terms: Terms,
    *,
    progress: Callable[[], None] = lambda: None,
) -> dict[str, Any]:
    """Sealed by new keys of forms, which nothing keeps but the tickets; `progress` is told of each ticket."""
    session = kept.session
    sheets = Sheets(kept, words)
    keys = {form.code: secrets.token_bytes(jwe.KEY) for form in session.forms}
    forms = {
        form.code: jwe.seal_by_key(_bytes(sheets.plain(form)), keys[form.code]) for form in session.forms
    }
    return {
        "format": FORMAT,
        "session": session.name,
        "exam": session.exam,
        "title": session.blueprint.title,
        "language": session.language,
        "minutes": session.blueprint.minutes,
        "opens": terms.opens,
        "closes": terms.closes,
        "drop": terms.drop,
        "commitment": kept.commitment,
        "journal": kept.entries[-1].hash,
        "key": jwe.public_half(private),
        "tickets": _tickets(admissions, keys, progress),
        "forms": forms,
    }


def digest_of(package: Package) -> str:
    """Which package it is: SHA-256 in hex of what is sealed in it."""
    return sha256(_bytes({name: package[name] for name in ("forms", "tickets")})).hexdigest()


def as_bytes(package: Package) -> bytes:
    return _bytes(package)


def _tickets(
    admissions: Sequence[Admission], keys: Mapping[str, bytes], progress: Callable[[], None]
) -> dict[str, str]:
    known = {form: urlsafe_b64encode(key).rstrip(b"=").decode() for form, key in keys.items()}

    def ticket(admission: Admission) -> str:
        sealed = jwe.seal_by_secret(_bytes(admission.plain(known)), admission.code.secret)
        progress()
        return sealed

    with ThreadPoolExecutor() as threads:  # OpenSSL works without Python's lock
        return dict(
            zip((each.code.ticket for each in admissions), threads.map(ticket, admissions), strict=True)
        )


def _bytes(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
