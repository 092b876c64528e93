"""The three kinds of JWE (RFC 7516, compact) that an exam is sealed with; all contents by AES-256-GCM.

a ticket     PBES2-HS512+A256KW (RFC 7518, 4.8): by the secret of an access code
a form       dir (4.5): by a key of its own, which tickets have
a response   ECDH-ES (4.6), deflated where the browser can: for the holder of the session's key
"""

import json
import secrets
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwe import JWERegistry
from joserfc.jwk import ECKey, OctKey
from joserfc.util import to_bytes, urlsafe_b64decode

Jwk = Mapping[str, Any]

PASSWORD, DIRECT, AGREED, CONTENT = "PBES2-HS512+A256KW", "dir", "ECDH-ES", "A256GCM"
ROUNDS = 100_000
FLOOR, CEILING = 100_000, 300_000
"""Fewer rounds would help who guesses; more keep a machine busy, and joserfc refuses them. Browsers read up
to 2,000,000."""
KEY = 32
"""Bytes of a form's key."""
MOST_OPENED = 8 * 1024 * 1024
"""Bytes of a response; a small file that grows beyond it is meant to hurt."""
_LONGEST = 64 * 1024 * 1024
_SALT = 16


class Unsealed(ValueError):
    """Another code or key than this was sealed with, or not as it was sealed."""


class _Deflated:
    """RFC 1951, read to its end and no further than MOST_OPENED."""

    name = "DEF"

    def compress(self, content: bytes) -> bytes:
        made = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        return made.compress(content) + made.flush()

    def decompress(self, content: bytes) -> bytes:
        reader = zlib.decompressobj(-zlib.MAX_WBITS)
        found = reader.decompress(content, MOST_OPENED)
        if not reader.eof or reader.unused_data:
            raise ValueError("not deflated, or too much")
        return found


class _Registry(JWERegistry):
    max_ciphertext_length = _LONGEST

    def get_zip(self, name: str) -> Any:
        self._check_algorithm(name, self.algorithms["zip"])
        return _Deflated()


def seal_by_secret(content: bytes, secret: str) -> str:
    salt = urlsafe_b64encode(secrets.token_bytes(_SALT)).rstrip(b"=").decode()
    header = {"alg": PASSWORD, "enc": CONTENT, "p2c": ROUNDS, "p2s": salt}
    return jwe.encrypt_compact(header, content, _octets(secret.encode()), registry=_allowed(PASSWORD))


def open_by_secret(sealed: str, secret: str) -> bytes:
    """Raises Unsealed for another secret, for too few or too many rounds, for what was altered."""
    rounds = _header(sealed).get("p2c")
    if not isinstance(rounds, int) or isinstance(rounds, bool) or not FLOOR <= rounds <= CEILING:
        raise Unsealed("rounds")
    return _opened(sealed, _octets(secret.encode()), PASSWORD)


def seal_by_key(content: bytes, key: bytes) -> str:
    header = {"alg": DIRECT, "enc": CONTENT}
    return jwe.encrypt_compact(header, content, _octets(key), registry=_allowed(DIRECT))


def open_by_key(sealed: str, key: bytes) -> bytes:
    """Raises Unsealed."""
    return _opened(sealed, _octets(key), DIRECT)


def seal_for(content: bytes, public: Jwk) -> str:
    """What only the holder of the private half can open."""
    header = {"alg": AGREED, "enc": CONTENT, "kid": public["kid"], "zip": "DEF"}
    return jwe.encrypt_compact(
        header, content, ECKey.import_key({**public}), registry=_allowed(AGREED, "DEF")
    )


def open_for(sealed: str, private: Jwk) -> bytes:
    """Raises Unsealed."""
    return _opened(sealed, ECKey.import_key({**private}), AGREED, "DEF")


def kid_of(sealed: str) -> str:
    """Which key a response names as the one that it is sealed for. Raises Unsealed for what is none."""
    return str(_header(sealed).get("kid", ""))


def new_session_key() -> dict[str, Any]:
    """A private P-256 JWK (RFC 7517) that is called by its thumbprint (RFC 7638)."""
    key = ECKey.generate_key("P-256", private=True)
    return {**key.as_dict(private=True), "kid": key.thumbprint()}


def public_half(private: Jwk) -> dict[str, Any]:
    return {name: private[name] for name in ("kty", "crv", "x", "y", "kid")}


def _octets(key: bytes) -> OctKey:
    """Not by `import_key`, which looks for keys of other kinds in it and warns of a secret of 13 letters."""
    return OctKey(key, key)


def _allowed(*algorithms: str) -> JWERegistry:
    return _Registry(algorithms=[*algorithms, CONTENT])


def _header(sealed: str) -> dict[str, Any]:
    try:
        found = json.loads(urlsafe_b64decode(to_bytes(sealed.partition(".")[0])))
    except (ValueError, RecursionError) as error:
        raise Unsealed("header") from error
    if not isinstance(found, dict):
        raise Unsealed("header")
    return found


def _opened(sealed: str, key: OctKey | ECKey, *algorithms: str) -> bytes:
    if _header(sealed).get("alg") != algorithms[0]:
        raise Unsealed("kind")
    try:
        found = jwe.decrypt_compact(sealed.encode("ascii"), key, registry=_allowed(*algorithms)).plaintext
    except (JoseError, ValueError, TypeError, LookupError, AssertionError, zlib.error) as error:
        raise Unsealed(str(error)) from error
    assert found is not None
    return found
