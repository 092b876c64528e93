"""What is sealed opens with its own secret or key, whole and unchanged, or not at all."""

import json
import zlib
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc import jwe as jose
from joserfc.jwk import ECKey
from joserfc.util import urlsafe_b64decode

from coursewright.exams.sealing import jwe
from coursewright.exams.sealing.jwe import Unsealed

SECRET = "23456789ACDEF"
KEY = bytes(range(32))
SESSION = jwe.new_session_key()
PUBLIC = jwe.public_half(SESSION)
TICKET = jwe.seal_by_secret(b"ticket", SECRET)
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def header(sealed: str) -> dict[str, object]:
    first = sealed.split(".", maxsplit=1)[0]
    found: dict[str, object] = json.loads(urlsafe_b64decode(first.encode()))
    return found


def with_header(sealed: str, **changes: object) -> str:
    text = json.dumps({**header(sealed), **changes}).encode()
    return ".".join([urlsafe_b64encode(text).rstrip(b"=").decode(), *sealed.split(".")[1:]])


@given(st.binary(max_size=2000))
@settings(max_examples=25)
def test_what_was_sealed_comes_out_as_it_was(content: bytes) -> None:
    assert jwe.open_by_key(jwe.seal_by_key(content, KEY), KEY) == content
    assert jwe.open_for(jwe.seal_for(content, PUBLIC), SESSION) == content


def test_a_ticket_opens_with_its_secret_alone() -> None:
    assert jwe.open_by_secret(TICKET, SECRET) == b"ticket"
    with pytest.raises(Unsealed):
        jwe.open_by_secret(TICKET, SECRET[::-1])
    assert header(TICKET) == {
        "alg": "PBES2-HS512+A256KW",
        "enc": "A256GCM",
        "p2c": 100_000,
        "p2s": header(TICKET)["p2s"],
    }
    assert len(urlsafe_b64decode(str(header(TICKET)["p2s"]).encode())) == 16


def test_the_same_is_never_sealed_in_the_same_way() -> None:
    assert jwe.seal_by_key(b"form", KEY) != jwe.seal_by_key(b"form", KEY)
    assert jwe.seal_for(b"form", PUBLIC) != jwe.seal_for(b"form", PUBLIC)


@pytest.mark.parametrize("rounds", [1, 99_999, 300_001, 2_000_001, 10**12, -1, None, True, "100000", 1e5])
def test_rounds_that_are_too_few_or_too_many_are_refused(rounds: object) -> None:
    with pytest.raises(Unsealed, match="rounds"):
        jwe.open_by_secret(with_header(TICKET, p2c=rounds), SECRET)


def test_every_part_that_is_changed_is_noticed() -> None:
    sealed = jwe.seal_for(b"answers", PUBLIC)
    for at, sign in enumerate(sealed):
        # The last sign of a part may have bits that say nothing.
        is_last = at + 1 == len(sealed) or sealed[at + 1] == "."
        if sign == "." or is_last:
            continue
        changed = sealed[:at] + SIGNS[(SIGNS.index(sign) + 1) % 64] + sealed[at + 1 :]
        with pytest.raises(Unsealed):
            jwe.open_for(changed, SESSION)


@pytest.mark.parametrize(
    "changes",
    [
        {"alg": "dir"},
        {"alg": "ECDH-ES+A256KW"},
        {"enc": "A128CBC-HS256"},
        {"crit": ["x"]},
        {"zip": "GZ"},
        {"x": 1},
    ],
)
def test_another_kind_of_seal_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(Unsealed):
        jwe.open_for(with_header(jwe.seal_for(b"answers", PUBLIC), **changes), SESSION)


@pytest.mark.parametrize(
    "text", ["", ".", "....", "e30....", "bnVsbA....", "W10....", "é....", "[" * 5000 + "....", "x"]
)
def test_what_is_no_seal_is_refused(text: str) -> None:
    with pytest.raises(Unsealed):
        jwe.open_for(text, SESSION)
    with pytest.raises(Unsealed):
        jwe.open_by_key(text, KEY)


def test_another_key_opens_nothing() -> None:
    sealed = jwe.seal_for(b"answers", PUBLIC)
    with pytest.raises(Unsealed):
        jwe.open_for(sealed, jwe.new_session_key())
    assert jwe.kid_of(sealed) == SESSION["kid"] == ECKey.import_key(SESSION).thumbprint()
    assert "d" not in PUBLIC


class Packed:
    """What a browser of ill will may say that it deflated."""

    name = "DEF"

    def __init__(self, content: bytes) -> None:
        self._content = content

    def compress(self, _content: bytes) -> bytes:
        return self._content


def packed(content: bytes) -> str:
    class Registry(jose.JWERegistry):
        max_ciphertext_length = 10**8

        def get_zip(self, _name: str) -> object:  # type: ignore[override]
            return Packed(content)

    head = {"alg": "ECDH-ES", "enc": "A256GCM", "kid": PUBLIC["kid"], "zip": "DEF"}
    allowed = Registry(algorithms=["ECDH-ES", "A256GCM", "DEF"])
    return jose.encrypt_compact(head, b"", ECKey.import_key(PUBLIC), registry=allowed)


def deflated(content: bytes) -> bytes:
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    return made.compress(content) + made.flush()


def test_what_grows_without_end_is_not_read() -> None:
    whole = deflated(bytes(jwe.MOST_OPENED))
    assert len(whole) < 10_000
    assert jwe.open_for(packed(whole), SESSION) == bytes(jwe.MOST_OPENED)
    with pytest.raises(Unsealed):
        jwe.open_for(packed(deflated(bytes(jwe.MOST_OPENED + 1))), SESSION)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", deflated(b"answers")[:-2], deflated(b"answers") + b"more", zlib.compress(b"answers")],
)
def test_what_is_not_deflated_whole_is_refused(content: bytes) -> None:
    with pytest.raises(Unsealed):
        jwe.open_for(packed(content), SESSION)
