"""What other people's programs make of our credentials: openbadgeslib, jose, vc-bitstring-status-list."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from credentials_made import AWARD, INDEX, TODAY, every_file, issuer, made
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

from coursewright.credentials.identity import did_document, did_of, jwk
from coursewright.model.issuer import Issuer

NODE = shutil.which("node")
SINCE = "2026-01-01T00:00:00Z"
"""Before any clock that runs the tests; the libraries ask the machine's."""
NOW = replace(AWARD, since=SINCE, until=None)
NAMES = ("欧阳“𠮷”·䶮®", 'O’Brien <b>& "Söhne"</b>', "a\\b\tc", "İ̇ ﷽ 👩‍🏫")


class Web:
    """What is published, by its address."""

    def __init__(self, own: Issuer) -> None:
        self.files = {
            "https://garden.example/.well-known/did.json": json.dumps(did_document(own)).encode(),
            own.list_address: own.status.document.encode(),
            own.list_address.replace(".json", ".jwt"): own.status.token.encode(),
        }

    def __call__(self, address: str) -> bytes:
        return self.files[address]


@pytest.mark.parametrize("web", [True, False], ids=["did:web", "did:key"])
@pytest.mark.parametrize("name", NAMES)
def test_openbadgeslib_verifies_both(web: bool, name: str) -> None:
    own = issuer(web=web)
    one, site = made(replace(NOW, name=name), by=own), Web(own)
    whole = OB3LdpVerifier.for_issuer_did(did_of(own.keys[1]), download=site)
    assert whole.verify(one.json, download=site).id == one.credential.id
    token = OB3Verifier.for_issuer_did(did_of(own.keys[0]), download=site)
    read = token.verify(one.jwt)
    assert read.id == one.credential.id
    token.check_status(read, download=site)


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_openbadgeslib_finds_the_token_in_pictures(kind: str) -> None:
    own = issuer()
    one = made(by=own)
    take = OB3Verifier.extract_token_from_png if kind == "PNG" else OB3Verifier.extract_token_from_svg
    assert take(every_file(one, own)[kind]) == one.jwt


def test_openbadgeslib_sees_a_revocation_in_either_list() -> None:
    own = issuer(revoked=(INDEX,))
    one, site = made(NOW, by=own), Web(own)
    token = OB3Verifier.for_issuer_did(own.did, download=site)
    read = token.verify(one.jwt)
    for text in (own.status.document, own.status.token):
        site.files[own.list_address] = text.encode()
        with pytest.raises(OB3VerificationError, match="revocation"):
            token.check_status(read, download=site)


def test_openbadgeslib_refuses_what_was_altered() -> None:
    own = issuer()
    one, site = made(NOW, by=own), Web(own)
    whole = OB3LdpVerifier.for_issuer_did(own.did, download=site)
    with pytest.raises(OB3VerificationError):
        whole.verify(one.json.replace("挖土".encode(), "种树".encode()), download=site)


def test_jose_and_the_status_list_of_others_read_the_same() -> None:
    assert NODE
    own = issuer(revoked=(0, INDEX, 131_071))
    one = made(by=own)
    list = json.loads(own.status.document)["credentialSubject"]["encodedList"]
    given = {"token": one.jwt, "jwk": jwk(own.keys[0].jwk), "issuer": own.did, "now": TODAY, "list": list}
    script = Path(__file__).with_name("read_credential.mjs")
    done = subprocess.run([NODE, script], input=json.dumps(given), capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    assert read["header"] == {"alg": "ES256", "typ": "JWT", "kid": own.keys[0].id}
    assert read["payload"]["credentialSubject"] == one.credential.data()["credentialSubject"]
    assert (read["length"], read["set"]) == (131_072, [0, INDEX, 131_071])
