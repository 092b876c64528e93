"""Whether a credential is good, by the issuer's public half alone: no network, no key that the file brings.

What is told apart: a file that names a key of the issuer's, and is not what that key signed, was altered; one
that names the issuer and a key that is none of its own was forged; one of another identity under the same
name was issued by somebody else. Of all of these nothing that they say is shown.
"""

import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

from ..model.issuer import Issuer, IssuerKey
from . import jwt
from .carried import Carried, Kind, carried
from .credential import Credential, ListCredential, shaped
from .data_integrity import is_proved
from .identity import did_of, jwk
from .status import decoded, is_set
from .strict_json import loaded

Verdict = Literal[
    "valid",
    "expired",
    "early",
    "revoked",
    "unknown",
    "altered",
    "forged",
    "impostor",
    "stranger",
    "unreadable",
]
"""`unknown`: good but for its status, which cannot be told."""


@dataclass(frozen=True)
class Finding:
    """`credential` is there where the issuer signed it; `listed` says when the status list was made."""

    verdict: Verdict
    kind: Kind | None = None
    credential: Credential | None = None
    listed: str = ""


def verified(content: bytes, issuer: Issuer, now: str) -> Finding:
    """What a file is worth at a moment (UTC, to the second). Never raises for what is in the file."""
    try:
        found = carried(content)
        did, name = _claimed(found.body)
    except ValueError:
        return Finding("unreadable")
    if did not in map(did_of, issuer.keys):
        return Finding("impostor" if _alike(name) == _alike(issuer.name) else "stranger", found.kind)
    key = _named_key(found, issuer)
    if key is None or did_of(key) != did:
        return Finding("forged", found.kind)
    try:
        credential = _signed(found, key)
    except ValueError:
        credential = None
    if credential is None:
        return Finding("altered", found.kind)
    if not _signs_at(key, credential.valid_from):
        return Finding("forged", found.kind)
    verdict, listed = _standing(credential, issuer, now)
    return Finding(verdict, found.kind, credential, listed)


def _claimed(body: dict[str, Any]) -> tuple[str, str]:
    """The issuer's identity and name, as the file says. Raises ValueError."""
    issuer = body.get("issuer")
    if isinstance(issuer, str):
        return issuer, ""
    if not isinstance(issuer, dict) or not isinstance(issuer.get("id"), str):
        raise ValueError("no issuer")
    name = issuer.get("name")
    return issuer["id"], name if isinstance(name, str) else ""


def _alike(name: str) -> str:
    """Names that people take for the same."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _named_key(found: Carried, issuer: Issuer) -> IssuerKey | None:
    """The issuer's key that a file says it is signed with."""
    for key in issuer.keys:
        if found.header is not None and key.jwk.crv == "P-256":
            named = found.header.get("kid") if "kid" in found.header else found.header.get("jwk")
            if named in (key.id, jwk(key.jwk)):
                return key
        is_proof = found.proof is not None and key.jwk.crv == "Ed25519"
        if is_proof and found.proof and found.proof.get("verificationMethod") == key.id:
            return key
    return None


def _signed(found: Carried, key: IssuerKey) -> Credential | None:
    """The credential, where the key signed just this. Raises ValueError for another shape."""
    credential = shaped(Credential, found.body)
    jwt.seconds(credential.valid_from)
    if found.proof is not None:
        return credential if is_proved(found.body, found.proof, key) else None
    is_good = jwt.is_signed(found.token, key) and found.claims == jwt.claims(found.body)
    return credential if is_good else None


def _signs_at(key: IssuerKey, moment: str) -> bool:
    return key.since <= moment and (key.until is None or moment <= key.until)


def _standing(credential: Credential, issuer: Issuer, now: str) -> tuple[Verdict, str]:
    """Moments are of one spelling, so they compare as texts."""
    bits, listed = _status_bits(issuer)
    entry = credential.credential_status
    index = int(entry.status_list_index)
    is_known = (
        bits is not None and entry.status_list_credential == issuer.list_address and index < len(bits) * 8
    )
    if bits is not None and is_known and is_set(bits, index):
        return "revoked", listed
    if credential.valid_until is not None and credential.valid_until <= now:
        return "expired", listed
    if now < credential.valid_from:
        return "early", listed
    return ("valid" if is_known else "unknown"), listed


def _status_bits(issuer: Issuer) -> tuple[bytes | None, str]:
    """The bits of the status list, where the issuer signed it, and when it was made."""
    try:
        document = loaded(issuer.status.document.encode())
        proof = document.pop("proof", None)
        found = shaped(ListCredential, document)
        keys = [key for key in issuer.keys if did_of(key) == found.issuer and key.jwk.crv == "Ed25519"]
        is_good = isinstance(proof, dict) and any(
            proof.get("verificationMethod") == key.id
            and _signs_at(key, found.valid_from)
            and is_proved(document, proof, key)
            for key in keys
        )
        if not is_good or found.id != issuer.list_address:
            return None, ""
        return decoded(found.credential_subject.encoded_list), found.valid_from
    except ValueError:
        return None, ""
