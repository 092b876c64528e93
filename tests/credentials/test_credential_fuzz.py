"""Mutated files: what is believed of any is what the issuer signed, and nothing ends in an error."""

import base64
import random
import zlib
from collections.abc import Iterator

import pytest
from credentials_made import COLOURS, TODAY, every_file, issuer, made

from coursewright.credentials.badge import badge_png, badge_svg
from coursewright.credentials.baking import baked_png, baked_svg
from coursewright.credentials.verification import verified

OWN = issuer()
ONE = made(by=OWN)
FILES = every_file(ONE, OWN)
PICTURE = badge_png(badge_svg(ONE.credential, COLOURS), ONE.credential)
MUTATIONS = 1000
CREDENTIALS = {kind: verified(content, OWN, TODAY).credential for kind, content in FILES.items()}


def mutated(content: bytes, chance: random.Random) -> bytes:
    """One to four changes: bits turned, a stretch lost, doubled, filled, moved, or the end cut off."""
    own = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(own))
        size = chance.choice((1, 2, 16, 400))
        match chance.randrange(6):
            case 0:
                own[at] ^= 1 << chance.randrange(8)
            case 1:
                del own[at : at + size]
            case 2:
                own[at:at] = own[at : at + size]
            case 3:
                own[at : at + size] = bytes([chance.randrange(256)]) * size
            case 4:
                to = chance.randrange(len(own))
                own[to : to + size] = own[at : at + size]
            case _:
                del own[max(at, 1) :]
        if not own:
            return b""
    return bytes(own)


def mutations(kind: str) -> Iterator[bytes]:
    """Of a PNG, whose chunks have sums, what is in it is changed as well, and its sum made anew."""
    chance = random.Random(kind)
    for _ in range(MUTATIONS):
        yield mutated(FILES[kind], chance)
        if kind == "PNG":
            yield baked_png(PICTURE, mutated(FILES["JWT"], chance).decode("latin-1"))


@pytest.mark.parametrize("kind", FILES)
def test_nothing_is_believed_that_was_not_signed(kind: str) -> None:
    found = [verified(content, OWN, TODAY) for content in mutations(kind)]
    believed = [finding.credential for finding in found if finding.credential]
    assert all(credential == CREDENTIALS[kind] for credential in believed)
    assert {finding.verdict for finding in found} > {"unreadable"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"{" * 100_000,
        b'{"a":' * 100_000,
        b"[]",
        b"..",
        b"a.b.c",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n",
        b"<svg/>",
        b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        b'{"issuer":{"id":NaN},"proof":{}}',
        "。。".encode(),
        b"\xff\xfe\x00",
        b"https://garden.example/verify/#ZAAAA",
        b"#Z",
        b"0" * 33_000_000,
    ],
    ids=lambda content: repr(content[:24]),
)
def test_what_is_no_credential(content: bytes) -> None:
    finding = verified(content, OWN, TODAY)
    assert (finding.verdict, finding.credential) == ("unreadable", None)


def test_what_unpacks_to_too_much() -> None:
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packing.compress(b" " * 50_000_000) + packing.flush()
    text = b"#Z" + base64.b32encode(bomb).rstrip(b"=")
    assert verified(text, OWN, TODAY).verdict == "unreadable"


def test_a_picture_with_two_credentials_has_none() -> None:
    for content in (baked_png(FILES["PNG"], ONE.jwt), baked_svg(FILES["SVG"], ONE.jwt)):
        assert verified(content, OWN, TODAY).verdict == "unreadable"
