"""Whether a credential is good, by the issuer's public half alone: no network, no key that the file brings.

What is told apart: a file that names a key of the issuer's, and is not what that key signed, was altered; one
that names the issuer and a key that is none of its own was forged, and so was one that a key signed after its
end, whatever date it has; one of another identity under the same name was issued by somebody else. Of all of
these nothing that they say is shown.
"""

from dataclasses import dataclass
from typing import Any, Literal

from ..model.issuer import Issuer, IssuerKey
from ..words import marked as _
from ..writing.folding import letters
from . import jwt
from .carried import Carried, Kind, carried
from .credential import Credential, shaped
from .data_integrity import is_proved
from .identity import did_of, jwk, signs_at
from .status import is_set, status_bits

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
SAID: dict[Verdict, str] = {
    "valid": _("✓ good: signed by the issuer, in force, not revoked"),
    "expired": _("○ expired: it was good, and has ended"),
    "early": _("○ not yet valid: it begins later"),
    "revoked": _("✗ revoked: the issuer took it back"),
    "unknown": _("? signed by the issuer; whether it was revoked cannot be told"),
    "altered": _("✗ altered: this is not what the issuer signed, and nothing in it can be believed"),
    "forged": _("✗ forged: it names this issuer, and no key signed it that the issuer used then"),
    "impostor": _("✗ issued by somebody else under the same name"),
    "stranger": _("✗ issued by somebody else, whom this course does not know"),
    "unreadable": _("✗ no credential can be read in this file"),
}
"""Source strings of the catalogs."""


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
        return Finding("impostor" if letters(name) == letters(issuer.name) else "stranger", found.kind)
    key = named_key(found, issuer)
    if key is None or did_of(key) != did:
        return Finding("forged", found.kind)
    try:
        credential = _signed(found, key)
    except ValueError:
        credential = None
    if credential is None:
        return Finding("altered", found.kind)
    is_listed = key.signed is None or found.fingerprint in key.signed
    if not is_listed or not signs_at(key, credential.valid_from):
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


def named_key(found: Carried, issuer: Issuer) -> IssuerKey | None:
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


def _standing(credential: Credential, issuer: Issuer, now: str) -> tuple[Verdict, str]:
    """Moments are of one spelling, so they compare as texts."""
    bits, listed = status_bits(issuer)
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
