"""A credential as VC-JWT (Open Badges 3.0, section 8.2): signed with ES256 (RFC 7515, RFC 7518).

The claims repeat what the body says, and are compared with it.
"""

import json
from calendar import timegm
from time import strptime
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from ..model.issuer import IssuerKey
from .encoding import from_base64url
from .identity import jwk
from .key_files import SigningKeys
from .strict_json import loaded

HEADER = {"alg": "ES256", "typ": "JWT"}
CLAIMS = ("iss", "jti", "nbf", "sub", "exp")


def signed_jwt(body: dict[str, Any], key: IssuerKey, keys: SigningKeys) -> str:
    """The body with its claims, signed; `key` names the public half."""
    named: dict[str, Any] = {"kid": key.id} if key.id.startswith("did:web:") else {"jwk": jwk(key.jwk)}
    payload = json.dumps({**body, **claims(body)}, ensure_ascii=False, separators=(",", ":")).encode()
    return str(jws.serialize_compact({**HEADER, **named}, payload, ECKey.import_key(keys.es256)))


def claims(body: dict[str, Any]) -> dict[str, Any]:
    """What a JWT says of a credential beside it: iss, jti, nbf, sub, and exp where it ends."""
    issuer, subject = body["issuer"], body["credentialSubject"]
    found = {
        "iss": issuer["id"] if isinstance(issuer, dict) else issuer,
        "jti": body["id"],
        "nbf": seconds(body["validFrom"]),
        "sub": subject["id"],
    }
    return found | ({"exp": seconds(body["validUntil"])} if "validUntil" in body else {})


def seconds(moment: str) -> int:
    """Since 1970. Raises ValueError for no day of the calendar."""
    return timegm(strptime(moment, "%Y-%m-%dT%H:%M:%SZ"))


def parts(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and payload, nothing of which is verified. Raises ValueError."""
    first, second, third = token.split(".")
    from_base64url(third)
    header, payload = loaded(from_base64url(first)), loaded(from_base64url(second))
    return header, payload


def is_signed(token: str, key: IssuerKey) -> bool:
    """Whether the key signed it, its header saying so and nothing else."""
    header = parts(token)[0]
    names: list[dict[str, Any]] = [{"kid": key.id}, {"jwk": jwk(key.jwk)}]
    if header not in [{**HEADER, **name} for name in names]:
        return False
    try:
        jws.deserialize_compact(token, ECKey.import_key(jwk(key.jwk)), algorithms=["ES256"])
    except (JoseError, ValueError):
        return False
    return True
