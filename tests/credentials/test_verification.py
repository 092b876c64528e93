"""What is told apart, and that nothing but what was signed is believed."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from credentials_made import (
    AFTER,
    AWARD,
    BEGAN,
    EXAM,
    INDEX,
    NAME,
    TODAY,
    every_file,
    issuer,
    keys,
    made,
    with_until,
)

from coursewright.credentials.carried import packed, unpacked
from coursewright.credentials.data_integrity import proved
from coursewright.credentials.encoding import base64url, from_base64url
from coursewright.credentials.identity import jwk
from coursewright.credentials.key_files import new_keys
from coursewright.credentials.status import status_list
from coursewright.credentials.verification import SAID, Finding, Verdict, verified
from coursewright.model.issuer import StatusList
from trees import CHINESE, ENGLISH

KINDS = ("JWT", "JSON", "PDF", "PNG", "SVG")
OWN = issuer()
ONE = made(by=OWN)
FILES = every_file(ONE, OWN)
each_kind = pytest.mark.parametrize("kind", KINDS)


def _place(value: Any) -> str:
    """Of a field; what it says is signed anew in every run, and names no test."""
    return "/".join(map(str, value)) if isinstance(value, tuple) else "value"


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from leaves(value, (*path, name))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from leaves(value, (*path, at))
    else:
        yield path, data


def put(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy with another value at a path, or without it where the value is None."""
    copy = json.loads(json.dumps(data))
    below = copy
    for step in path[:-1]:
        below = below[step]
    if value is None:
        del below[path[-1]]
    else:
        below[path[-1]] = value
    return copy


def token_of(header: Any, payload: Any, signature: str) -> bytes:
    return ".".join(
        [*(base64url(json.dumps(part).encode()) for part in (header, payload)), signature]
    ).encode()


HEADER, PAYLOAD = (json.loads(from_base64url(part)) for part in ONE.jwt.split(".")[:2])
SIGNATURE = ONE.jwt.split(".")[2]
DOCUMENT = json.loads(ONE.json)


def judged(content: bytes, now: str = TODAY) -> Finding:
    return verified(content, OWN, now)


@each_kind
def test_a_good_one_is_good_in_every_file(kind: str) -> None:
    finding = judged(FILES[kind])
    assert (finding.verdict, finding.kind) == ("valid", kind)
    assert finding.credential
    assert finding.credential.holder == AWARD.name
    assert finding.credential.data() | {"issuer": 0} == ONE.credential.data() | {"issuer": 0}


@each_kind
@pytest.mark.parametrize(
    ("verdict", "now", "revoked"),
    [
        ("early", BEGAN, ()),
        ("expired", AFTER, ()),
        ("revoked", TODAY, (INDEX,)),
        ("revoked", AFTER, (INDEX,)),
    ],
)
def test_the_clock_and_the_list_decide(kind: str, verdict: str, now: str, revoked: tuple[int, ...]) -> None:
    finding = verified(FILES[kind], issuer(revoked=revoked), now)
    assert finding.verdict == verdict
    assert finding.credential, "it was the issuer who signed it, so it may be shown"


def test_an_end_is_the_first_moment_that_is_too_late() -> None:
    assert judged(ONE.json, "2028-11-27T23:59:59Z").verdict == "valid"
    assert judged(ONE.json, "2028-11-28T00:00:00Z").verdict == "expired"
    assert judged(ONE.json, "2026-11-28T00:00:00Z").verdict == "valid"
    assert judged(ONE.json, "2026-11-27T23:59:59Z").verdict == "early"


@each_kind
@pytest.mark.parametrize(
    ("name", "verdict"), [(NAME, "impostor"), ("花园 · 学校®", "impostor"), ("Else", "stranger")]
)
def test_others_are_told_by_their_keys_and_not_by_their_name(kind: str, name: str, verdict: str) -> None:
    other = new_keys()
    theirs = issuer(other, name=name, site="https://else.example/")
    finding = judged(every_file(made(by=theirs, own=other), theirs)[kind])
    assert (finding.verdict, finding.credential) == (verdict, None)


@each_kind
def test_who_signs_in_our_name_with_another_key_forges(kind: str) -> None:
    other = new_keys()
    theirs = issuer(other)
    named = theirs.model_copy(
        update={"keys": tuple(key.model_copy(update={"id": f"{key.id}x"}) for key in theirs.keys)}
    )
    finding = judged(every_file(made(by=named, own=other), named)[kind])
    assert (finding.verdict, finding.credential) == ("forged", None)


@each_kind
def test_a_key_of_ours_that_did_not_sign_it(kind: str) -> None:
    other = new_keys()
    theirs = issuer(other)
    finding = judged(every_file(made(by=theirs, own=other), theirs)[kind])
    assert (finding.verdict, finding.credential) == ("altered", None)


def test_a_key_that_a_header_brings_proves_nothing() -> None:
    other = new_keys()
    theirs = issuer(other)
    token = made(by=theirs, own=other).jwt.split(".")
    header = {"alg": "ES256", "typ": "JWT", "jwk": jwk(theirs.keys[0].jwk)}
    assert judged(".".join([base64url(json.dumps(header).encode()), *token[1:]]).encode()).verdict == "forged"


@pytest.mark.parametrize(("path", "value"), list(leaves(DOCUMENT)), ids=_place)
def test_every_field_of_the_json_is_signed(path: tuple[Any, ...], value: str) -> None:
    for other in (
        f"{value}x",
        "",
        None,
        f"x{value}",
        [value],
        1,
    ):
        finding = judged(json.dumps(put(DOCUMENT, path, other)).encode())
        assert finding.verdict not in ("valid", "unknown")
        assert finding.credential is None


@pytest.mark.parametrize(("path", "value"), list(leaves(PAYLOAD)), ids=_place)
def test_every_claim_of_the_jwt_is_signed(path: tuple[Any, ...], value: Any) -> None:
    for other in (f"{value}x", None, [value], 1):
        finding = judged(token_of(HEADER, put(PAYLOAD, path, other), SIGNATURE))
        assert (finding.credential, finding.verdict == "valid") == (None, False)


@pytest.mark.parametrize(
    "header",
    [
        {**HEADER, "alg": "none"},
        {**HEADER, "alg": "HS256"},
        {**HEADER, "crit": ["x"]},
        {**HEADER, "jwk": jwk(OWN.keys[0].jwk)},
        {"alg": "ES256", "typ": "JWT"},
    ],
)
def test_a_header_is_as_we_write_it(header: dict[str, Any]) -> None:
    for signature in (SIGNATURE, ""):
        assert judged(token_of(header, PAYLOAD, signature)).credential is None


@pytest.mark.parametrize(
    "at", [(), ("credentialSubject",), ("credentialSubject", "achievement"), ("issuer",), ("proof",)]
)
@pytest.mark.parametrize("name", ["undefined", "@id", "description", "x:y"])
def test_what_nobody_signed_cannot_be_added(at: tuple[str, ...], name: str) -> None:
    """A term that no context has is left out of what is signed."""
    if name == "description" and at == ("credentialSubject", "achievement"):
        return
    finding = judged(json.dumps(put(DOCUMENT, (*at, name), "https://x.example/")).encode())
    assert (finding.verdict, finding.credential) == ("altered", None)


def test_a_name_twice_is_refused() -> None:
    text = ONE.json.decode().replace('"name":', '"name": "Else", "name":', 1)
    assert judged(text.encode()).verdict == "unreadable"


def test_claims_that_differ_from_the_body_are_refused_whoever_signed_them() -> None:
    from joserfc import jws
    from joserfc.jwk import ECKey

    for claims in (
        {"nbf": 1},
        {"iss": "did:web:else.example"},
        {"sub": "urn:x"},
        {"jti": "urn:x"},
        {"exp": 9_999_999_999},
    ):
        payload = json.dumps({**PAYLOAD, **claims}).encode()
        token = jws.serialize_compact(HEADER, payload, ECKey.import_key(keys().es256))
        assert judged(str(token).encode()).verdict == "altered"


def test_another_spelling_of_a_signature_is_another_file() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = letters.index(ONE.jwt[-1])
    assert judged((ONE.jwt[:-1] + letters[last ^ 1]).encode()).verdict == "unreadable"


def test_a_key_signs_only_in_its_time() -> None:
    assert verified(ONE.json, with_until(OWN, "2026-11-27T23:59:59Z"), TODAY).verdict == "forged"
    assert verified(ONE.jwt.encode(), with_until(OWN, "2026-11-27T23:59:59Z"), TODAY).verdict == "forged"
    late = tuple(key.model_copy(update={"since": TODAY}) for key in OWN.keys)
    assert verified(ONE.json, OWN.model_copy(update={"keys": late}), TODAY).verdict == "forged"


STATUS = json.loads(OWN.status.document)


@pytest.mark.parametrize(("path", "value"), list(leaves(STATUS)), ids=_place)
def test_a_status_list_that_somebody_changed_says_nothing(path: tuple[Any, ...], value: str) -> None:
    for other in (f"{value}A", None):
        text = json.dumps(put(STATUS, path, other))
        changed = OWN.model_copy(update={"status": StatusList(document=text, token=OWN.status.token)})
        assert verified(ONE.json, changed, TODAY).verdict == "unknown"


def test_a_status_list_of_somebody_else_says_nothing() -> None:
    other = new_keys()
    theirs = status_list(issuer(other), other, (), TODAY)
    finding = verified(ONE.json, OWN.model_copy(update={"status": theirs}), TODAY)
    assert finding.verdict == "unknown"


def test_a_credential_of_another_list_has_no_known_status() -> None:
    moved = OWN.model_copy(update={"site": "https://new.example/"})
    moved = moved.model_copy(update={"status": status_list(moved, keys(), (), TODAY)})
    assert verified(ONE.json, moved, TODAY).verdict == "unknown"


def test_a_signed_day_that_no_calendar_has() -> None:
    body = {**ONE.credential.data(), "validFrom": "2026-02-30T00:00:00Z"}
    document = proved(body, OWN.keys[1], keys())
    assert judged(json.dumps(document).encode()).verdict == "altered"


def test_a_credential_is_packed_for_a_qr_code_and_comes_back_the_same() -> None:
    text = packed(ONE.jwt)
    assert unpacked(text) == ONE.jwt
    assert judged(f"https://garden.example/verify/#{text}\n".encode()).verdict == "valid"


@pytest.mark.parametrize("verdict", SAID)
def test_every_finding_has_its_words(verdict: Verdict) -> None:
    assert CHINESE(SAID[verdict]) != SAID[verdict] == ENGLISH(SAID[verdict])


def test_an_identity_that_is_its_key_verifies_too() -> None:
    own = issuer(web=False)
    one = made(by=own)
    assert {verified(file, own, TODAY).verdict for file in every_file(one, own).values()} == {"valid"}
    assert "kid" not in json.loads(from_base64url(one.jwt.split(".")[0]))


def test_without_an_end_it_has_no_exp() -> None:
    one = made(replace(AWARD, until=None), EXAM, OWN)
    assert "exp" not in json.loads(from_base64url(one.jwt.split(".")[1]))
    assert judged(one.jwt.encode(), "2099-01-01T00:00:00Z").verdict == "valid"
