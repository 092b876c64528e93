"""An issuer whose private keys everybody may know, and what it issues: for the page that verifies."""

from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from coursewright.credentials.award import Award, Competency, Examination, Issued, issued
from coursewright.credentials.key_files import SigningKeys
from coursewright.credentials.status import status_list
from coursewright.model.issuer import Issuer, IssuerKey, StatusList

SITE = "https://garden.example/"
DID = "did:web:garden.example"
MADE = "2026-01-01T00:00:00Z"
SINCE, UNTIL = "2026-11-01T08:00:00Z", "2029-11-01T08:00:00Z"
NAME = "阿依古丽·买买提“𠮷䶮”"

EXAM = Examination(
    session="fri",
    exam="spade",
    title="Spade® “basic”",
    summary="Digging, and <b>what</b> it is for.",
    course="Gardening",
    framework="Garden skills",
    cut=60,
    language="en",
    page="exams/spade/",
    commitment="ab" * 32,
    journal="cd" * 32,
    competencies=(
        Competency("digging", "Digging", "competencies/#digging"),
        Competency("sowing", "Sowing", "competencies/#sowing"),
    ),
)
AWARD = Award(
    id="0b54f4a9-3c0f-4a53-9c1e-5a4c8cbb2f11",
    subject="7d3e1d5e-94f4-4c86-8ac5-3b0be4d0f0a2",
    index=4711,
    number="1001",
    name=NAME,
    told="hashed",
    salt="00112233445566778899aabbccddeeff",
    since=SINCE,
    until=UNTIL,
)


def keys_of(seed: int) -> SigningKeys:
    return SigningKeys(
        ec.derive_private_key(seed + 1, ec.SECP256R1()),
        ed25519.Ed25519PrivateKey.from_private_bytes(bytes([seed % 256]) * 32),
    )


KEYS = keys_of(7)


def issuer_of(
    keys: SigningKeys, *, did: str = DID, name: str = "The Garden School", revoked: tuple[int, ...] = ()
) -> Issuer:
    """Public halves, and the list of what was revoked."""
    public = keys.public
    own = tuple(
        IssuerKey(id=f"{did}#{id}", jwk=public[curve], since=MADE)
        for id, curve in (("es256-1", "P-256"), ("ed25519-1", "Ed25519"))
    )
    bare = Issuer(name=name, did=did, site=SITE, keys=own, status=StatusList(document="-", token="-"))
    return with_revoked(bare, keys, *revoked)


def with_revoked(issuer: Issuer, keys: SigningKeys, *indexes: int) -> Issuer:
    return issuer.model_copy(update={"status": status_list(issuer, keys, indexes, SINCE)})


def minted(issuer: Issuer, keys: SigningKeys = KEYS, exam: Examination = EXAM, **changes: object) -> Issued:
    """What the issuer gives to one candidate; `changes` are of the award."""
    return issued(replace(AWARD, **changes), exam, issuer, keys)  # type: ignore[arg-type]
