"""A file → the credential that it carries, of which nothing is verified yet."""

import base64
import binascii
import re
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from . import jwt
from .baking import PNG, of_png, of_svg
from .encoding import base64url, from_base64url
from .strict_json import LARGEST, loaded

Kind = Literal["JWT", "JSON", "PDF", "PNG", "SVG"]
ATTACHED = "credential.json"
PACKED = "Z"
"""Begins what a QR code has instead of a JWT."""
_SIGNATURE = 64
"""Bytes of one with ES256."""
_LARGEST_FILE = 32_000_000


@dataclass(frozen=True)
class Carried:
    """`body` is what was signed, without claims of a JWT and without the proof.

    One of `token` and `proof` is there.
    """

    kind: Kind
    body: dict[str, Any]
    token: str = ""
    header: dict[str, Any] | None = None
    claims: dict[str, Any] | None = None
    proof: dict[str, Any] | None = None

    @property
    def fingerprint(self) -> str:
        """By which a key's list names what it signed (`IssuerKey.signed`)."""
        text = str(self.proof.get("proofValue")) if self.proof else self.token.rpartition(".")[2]
        return base64url(sha256(text.encode()).digest()[:16])


def carried(content: bytes) -> Carried:
    """Raises ValueError for a file without one credential."""
    if len(content) > _LARGEST_FILE:
        raise ValueError("too large")
    if content.startswith(b"%PDF"):
        return _read(_of_pdf(content), "PDF")
    if content.startswith(PNG):
        return _read(of_png(content), "PNG")
    text = content.strip(b"\xef\xbb\xbf \r\n\t")
    return _read(of_svg(text), "SVG") if text.startswith(b"<") else _read(text, None)


def _of_pdf(content: bytes) -> bytes:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        found = [document.get_attachment(at) for at in range(document.count_attachments())]
        own = [bytes(each.get_data()) for each in found if each.get_name() == ATTACHED]
    except (pypdfium2.PdfiumError, UnicodeError) as error:
        raise ValueError("no PDF that can be read") from error
    if len(own) != 1:
        raise ValueError("no one credential")
    return own[0]


def _read(content: bytes, kind: Kind | None) -> Carried:
    if content.startswith(b"{"):
        document = loaded(content)
        proof = document.pop("proof", None)
        if not isinstance(proof, dict):
            raise ValueError("no proof")
        return Carried(kind or "JSON", document, proof=proof)
    token = _token(content.decode("ascii"))
    header, body = jwt.parts(token)
    claims: dict[str, Any] = {name: body.pop(name) for name in jwt.CLAIMS if name in body}
    return Carried(kind or "JWT", body, token, header, claims)


def _token(text: str) -> str:
    """A JWT as it is, or in an address as a QR code has it."""
    own = text.rpartition("#")[2]
    return unpacked(own) if own.startswith(PACKED) else own


def packed(token: str) -> str:
    """A JWT in the letters that a QR code holds best (A–Z, 2–7): its parts compressed, as base 32.

    Header, line break, payload, line break, signature; raw deflate (RFC 1951); RFC 4648 without padding.
    """
    header, payload, signature = (from_base64url(part) for part in token.split("."))
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = packing.compress(header + b"\n" + payload + b"\n" + signature) + packing.flush()
    return PACKED + base64.b32encode(content).decode("ascii").rstrip("=")


def unpacked(text: str) -> str:
    """Raises ValueError."""
    letters = text.removeprefix(PACKED)
    if not re.fullmatch(r"[A-Z2-7]+", letters):
        raise ValueError("no base 32")
    unpacking = zlib.decompressobj(-15)
    try:
        content = unpacking.decompress(base64.b32decode(letters + "=" * (-len(letters) % 8)), LARGEST)
    except (zlib.error, binascii.Error) as error:
        raise ValueError("damaged") from error
    signed, signature = content[:-_SIGNATURE], content[-_SIGNATURE:]
    header, payload, rest = signed.split(b"\n")
    if rest or not unpacking.eof:
        raise ValueError("damaged")
    return ".".join(map(base64url, (header, payload, signature)))
