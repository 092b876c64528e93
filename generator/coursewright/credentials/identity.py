"""Who an issuer is: DIDs (did:web, did:key), the names of its keys, and its DID document."""

from typing import Any
from urllib.parse import urlsplit

from ..model.issuer import Issuer, IssuerKey, PublicKey
from .encoding import base58, base64url, from_base64url

CODECS = {"P-256": b"\x80\x24", "Ed25519": b"\xed\x01"}
"""Of a public key in multicodec, as varints."""
DID_CONTEXT = [
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/security/jwk/v1",
    "https://w3id.org/security/multikey/v1",
]
WELL_KNOWN = ".well-known/did.json"


def did_web(site: str) -> str:
    """The did:web of a site: https://a.cn:8080/b/ → did:web:a.cn%3A8080:b (W3C CCG, “did:web Method”)."""
    parts = urlsplit(site)
    path = [part for part in parts.path.split("/") if part]
    return ":".join(["did:web", parts.netloc.replace(":", "%3A"), *path])


def document_path(issuer: Issuer) -> str | None:
    """Where on the site the DID document is, for a did:web that is the site's."""
    if issuer.did != did_web(issuer.site):
        return None
    return "did.json" if urlsplit(issuer.site).path.strip("/") else WELL_KNOWN


def multikey(key: PublicKey) -> str:
    """`publicKeyMultibase` (W3C “Controlled Identifiers”, Multikey)."""
    x = from_base64url(key.x)
    if key.crv == "P-256":
        odd = from_base64url(key.y or "")[-1] & 1
        x = bytes([2 + odd]) + x
    return f"z{base58(CODECS[key.crv] + x)}"


def did_key_method(key: PublicKey) -> str:
    """The only verification method of the did:key of this key."""
    name = multikey(key)
    return f"did:key:{name}#{name}"


def did_of(key: IssuerKey) -> str:
    return key.id.partition("#")[0]


def jwk(key: PublicKey) -> dict[str, Any]:
    return key.model_dump(exclude_none=True)


def public_key(raw: bytes) -> PublicKey:
    """Of 32 bytes of Ed25519, or of an uncompressed point of P-256."""
    if len(raw) == 32:
        return PublicKey(kty="OKP", crv="Ed25519", x=base64url(raw))
    return PublicKey(kty="EC", crv="P-256", x=base64url(raw[1:33]), y=base64url(raw[33:]))


def did_document(issuer: Issuer) -> dict[str, Any]:
    """All keys, those that ended too: what they signed is still to be checked (W3C “DIDs v1.0”)."""
    own = [key for key in issuer.keys if did_of(key) == issuer.did]
    return {
        "@context": DID_CONTEXT,
        "id": issuer.did,
        "verificationMethod": [{**_method(key), "controller": issuer.did} for key in own],
        "assertionMethod": [key.id for key in own],
    }


def _method(key: IssuerKey) -> dict[str, Any]:
    if key.jwk.crv == "P-256":
        return {"id": key.id, "type": "JsonWebKey", "publicKeyJwk": jwk(key.jwk)}
    return {"id": key.id, "type": "Multikey", "publicKeyMultibase": multikey(key.jwk)}


def current(issuer: Issuer, curve: str) -> IssuerKey:
    """The key that signs now. Raises LookupError."""
    for key in issuer.keys:
        if key.jwk.crv == curve and key.until is None:
            return key
    raise LookupError(curve)


def signs_at(key: IssuerKey, moment: str) -> bool:
    """Moments are of one spelling, so they compare as texts."""
    return key.since <= moment and (key.until is None or moment <= key.until)
