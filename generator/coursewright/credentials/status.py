"""The status list: one bit a credential, 1 where it was revoked (W3C “Bitstring Status List v1.0”).

At least 131,072 bits, so that whoever asks for the list does not say for whom; the first bit is the most
significant of the first byte; compressed with gzip, as base64url with the multibase letter u.
"""

import gzip
import json
import secrets
import zlib
from collections.abc import Collection, Iterable

from ..errors import CoursewrightError
from ..model.issuer import Issuer, StatusList
from ..words import marked as _
from .credential import ListCredential, ListSubject, StatusEntry, shaped
from .data_integrity import is_proved, proved
from .encoding import base64url, from_base64url
from .identity import current, did_of, signs_at
from .jwt import signed_jwt
from .key_files import SigningKeys
from .strict_json import loaded

LENGTH = 131_072
LONGEST = 16 * LENGTH
"""Bits of a list that is read."""


class ListDamaged(CoursewrightError):
    """Nothing can be made of a list that somebody changed."""

    message = _("the status list in content/issuer.yml is not what the issuer signed: take the file back")


def encoded(revoked: Iterable[int]) -> str:
    """The same bits give the same text."""
    bits = bytearray(LENGTH // 8)
    for index in revoked:
        bits[index // 8] |= 0x80 >> index % 8
    return f"u{base64url(gzip.compress(bytes(bits), mtime=0))}"


def decoded(text: str) -> bytes:
    """The bits. Raises ValueError for what is no such list, or too long."""
    if not text.startswith("u"):
        raise ValueError("not multibase base64url")
    unpacking = zlib.decompressobj(wbits=31)
    try:
        bits = unpacking.decompress(from_base64url(text[1:]), LONGEST // 8 + 1)
    except zlib.error as error:
        raise ValueError("not gzip") from error
    if not unpacking.eof or unpacking.unused_data or not LENGTH // 8 <= len(bits) <= LONGEST // 8:
        raise ValueError("not whole")
    return bits


def is_set(bits: bytes, index: int) -> bool:
    """Raises ValueError for an index beyond the list."""
    if not 0 <= index < len(bits) * 8:
        raise ValueError("beyond the list")
    return bool(bits[index // 8] & 0x80 >> index % 8)


def free_index(taken: Collection[int]) -> int:
    """By chance, so that it says nothing of the order in which credentials were issued."""
    while (index := secrets.randbelow(LENGTH)) in taken:
        pass
    return index


def entry(issuer: Issuer, index: int) -> StatusEntry:
    address = issuer.list_address
    return StatusEntry(id=f"{address}#{index}", status_list_index=str(index), status_list_credential=address)


def status_list(issuer: Issuer, keys: SigningKeys, revoked: Iterable[int], moment: str) -> StatusList:
    """Signed twice, each by the identity of its key."""
    text = encoded(revoked)
    first, second = current(issuer, "Ed25519"), current(issuer, "P-256")
    body = _list(issuer, did_of(first), text, moment)
    whole = json.dumps(proved(body.data(), first, keys), ensure_ascii=False, separators=(",", ":"))
    token = signed_jwt(_list(issuer, did_of(second), text, moment).data(), second, keys)
    return StatusList(document=whole, token=token)


def _list(issuer: Issuer, did: str, text: str, moment: str) -> ListCredential:
    address = issuer.list_address
    return ListCredential(
        id=address,
        issuer=did,
        valid_from=moment,
        credential_subject=ListSubject(id=f"{address}#list", encoded_list=text),
    )


def revoked_of(issuer: Issuer) -> list[int]:
    """What the issuer's own list has. Raises ListDamaged."""
    bits, _listed = status_bits(issuer)
    if bits is None:
        raise ListDamaged
    return [index for index in range(len(bits) * 8) if is_set(bits, index)]


def status_bits(issuer: Issuer) -> tuple[bytes | None, str]:
    """The bits of the status list, where the issuer signed it, and when it was made."""
    try:
        document = loaded(issuer.status.document.encode())
        proof = document.pop("proof", None)
        found = shaped(ListCredential, document)
        keys = [key for key in issuer.keys if did_of(key) == found.issuer and key.jwk.crv == "Ed25519"]
        is_good = isinstance(proof, dict) and any(
            proof.get("verificationMethod") == key.id
            and signs_at(key, found.valid_from)
            and is_proved(document, proof, key)
            for key in keys
        )
        if not is_good or found.id != issuer.list_address:
            return None, ""
        return decoded(found.credential_subject.encoded_list), found.valid_from
    except ValueError:
        return None, ""
