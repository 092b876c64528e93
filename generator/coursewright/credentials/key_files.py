"""The private half of an issuer: two keys in files that only their owner can read, encrypted.

A file is PKCS#8 in PEM (RFC 5958), encrypted under a password that scrypt (RFC 7914; 128 MiB, a fresh salt)
makes of the passphrase: whoever steals the folder must pay that for every guess. The folder is all there is
to back up: copy it to where the passphrase is not, such as a stick in a safe; the public half is in the
course. Without folder or passphrase nothing more can be issued or revoked under the identity.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from ..errors import CoursewrightError
from ..model.issuer import PublicKey
from ..words import marked as _
from .encoding import base64url
from .identity import public_key

FILES = {"P-256": "es256.pem", "Ed25519": "ed25519.pem"}
SALT = "salt"
SHORTEST = 12
"""Characters of a passphrase."""


class KeysMissing(CoursewrightError):
    """The folder of the private keys is not there, or not whole."""

    message = _(
        "the issuer's private keys are not in {detail}; say where they are with --keys, "
        "or bring them back from where they were backed up"
    )


class WrongPassphrase(CoursewrightError):
    """The keys cannot be decrypted."""

    message = _("the passphrase does not open the keys in {detail}")


class KeysElsewhere(CoursewrightError):
    """The private keys are not those of the issuer that the course names."""

    message = _("the keys in {detail} are not those that content/issuer.yml names as in use")


class KeysTaken(CoursewrightError):
    """There are keys already."""

    message = _("there are keys in {detail} already; nothing was written over")


class KeysInTree(CoursewrightError):
    """A folder that would be shared with the course."""

    message = _("{detail} is within the course or within what git keeps: private keys must lie elsewhere")


@dataclass(frozen=True)
class SigningKeys:
    """Both private keys."""

    es256: ec.EllipticCurvePrivateKey
    ed25519: ed25519.Ed25519PrivateKey

    @property
    def public(self) -> Mapping[str, PublicKey]:
        """By curve."""
        point = self.es256.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return {
            "P-256": public_key(point),
            "Ed25519": public_key(self.ed25519.public_key().public_bytes_raw()),
        }


def new_keys() -> SigningKeys:
    return SigningKeys(ec.generate_private_key(ec.SECP256R1()), ed25519.Ed25519PrivateKey.generate())


def refuse_shared(folder: Path, root: Path) -> None:
    """Raises KeysInTree for a folder in the course, or below one that git keeps."""
    place = folder.expanduser().resolve()
    if place.is_relative_to(root.resolve()) or any(
        (each / ".git").exists() for each in (place, *place.parents)
    ):
        raise KeysInTree(str(folder))


def write_keys(folder: Path, keys: SigningKeys, passphrase: str) -> None:
    """Write both files, 0600 in a folder of 0700. Raises KeysTaken where there are some."""
    if folder.exists() and any(folder.iterdir()):
        raise KeysTaken(str(folder))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    salt = secrets.token_bytes(16)
    locked = serialization.BestAvailableEncryption(_stretched(passphrase, salt))
    _write(folder / SALT, salt)
    for curve, key in (("P-256", keys.es256), ("Ed25519", keys.ed25519)):
        pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
        _write(folder / FILES[curve], pem)


def read_keys(folder: Path, passphrase: str) -> SigningKeys:
    """Raises KeysMissing, WrongPassphrase."""
    try:
        salt = (folder / SALT).read_bytes()
        sealed = [(folder / name).read_bytes() for name in FILES.values()]
    except OSError as error:
        raise KeysMissing(str(folder)) from error
    password = _stretched(passphrase, salt)
    try:
        first, second = (serialization.load_pem_private_key(pem, password) for pem in sealed)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise WrongPassphrase(str(folder)) from error
    if not isinstance(first, ec.EllipticCurvePrivateKey) or not isinstance(second, ed25519.Ed25519PrivateKey):
        raise KeysMissing(str(folder))
    return SigningKeys(first, second)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    key = Scrypt(salt=salt, length=32, n=2**17, r=8, p=1).derive(passphrase.encode())
    return base64url(key).encode("ascii")


def _write(file: Path, content: bytes) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as open_file:
        open_file.write(content)
