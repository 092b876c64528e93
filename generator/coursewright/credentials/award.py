"""What is awarded to whom → the credential that says so, once for each identity of the issuer's keys."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from ..model.issuer import Issuer, IssuerKey
from ..words import Words
from . import credential as parts
from .data_integrity import proved
from .identity import current, did_of
from .jwt import signed_jwt
from .key_files import SigningKeys
from .status import entry

Told = Literal["plain", "hashed", "no"]
"""How a candidate's number is told."""


@dataclass(frozen=True)
class Competency:
    """`page` is where on the site it is described."""

    id: str
    title: str
    page: str


@dataclass(frozen=True)
class Examination:
    """What the candidates of a session passed: texts in its language, digests in hex, percent.

    `page` is that of the exam on the site; `evidence` are further addresses.
    """

    session: str
    exam: str
    title: str
    summary: str
    course: str
    framework: str
    cut: int
    language: str
    page: str
    commitment: str
    journal: str
    competencies: Sequence[Competency]
    evidence: Sequence[str] = ()


@dataclass(frozen=True)
class Award:
    """To a candidate: `id` and `subject` are fresh UUIDs, `salt` 16 bytes of chance in hex, times UTC.

    `name` is empty where it is not to be told.
    """

    id: str
    subject: str
    index: int
    number: str
    name: str
    told: Told
    salt: str
    since: str
    until: str | None = None
    replaces: str | None = None


@dataclass(frozen=True)
class Issued:
    """The same credential twice: signed as a JWT, and as JSON with its proof in it."""

    credential: parts.Credential
    jwt: str
    json: bytes


def issued(award: Award, exam: Examination, issuer: Issuer, keys: SigningKeys) -> Issued:
    """Signed with the keys that are in use. Raises LookupError where there is none."""
    words = Words(exam.language)
    es256, ed25519 = current(issuer, "P-256"), current(issuer, "Ed25519")
    own = _credential(award, exam, issuer, ed25519, words)
    other = _credential(award, exam, issuer, es256, words)
    whole = json.dumps(proved(own.data(), ed25519, keys), ensure_ascii=False, indent=1)
    return Issued(own, signed_jwt(other.data(), es256, keys), f"{whole}\n".encode())


def _credential(
    award: Award, exam: Examination, issuer: Issuer, key: IssuerKey, words: Words
) -> parts.Credential:
    return parts.Credential(
        id=f"urn:uuid:{award.id}",
        issuer=parts.Profile(id=did_of(key), name=issuer.name),
        name=exam.title,
        valid_from=award.since,
        valid_until=award.until,
        credential_subject=parts.Subject(
            id=f"urn:uuid:{award.subject}",
            identifier=_identifiers(award),
            achievement=_achievement(exam, issuer, words),
        ),
        evidence=(
            _evidence(award, exam, issuer, words),
            *(parts.Evidence(id=address) for address in exam.evidence),
        ),
        credential_status=entry(issuer, award.index),
    )


def _identifiers(award: Award) -> tuple[parts.Identity, ...]:
    found = []
    if award.name:
        found.append(parts.Identity(hashed=False, identity_hash=award.name, identity_type="name"))
    if award.told == "plain":
        found.append(parts.Identity(hashed=False, identity_hash=award.number, identity_type="identifier"))
    if award.told == "hashed":
        found.append(
            parts.Identity(
                hashed=True,
                identity_hash=hashed(award.number, award.salt),
                identity_type="identifier",
                salt=award.salt,
            )
        )
    return tuple(found)


def hashed(number: str, salt: str) -> str:
    """As Open Badges has it of an identity: SHA-256 of the number with the salt behind it."""
    return f"sha256${sha256((number + salt).encode()).hexdigest()}"


def _achievement(exam: Examination, issuer: Issuer, words: Words) -> parts.Achievement:
    passed = words("Passed the exam with {cut} % of the points or more.")
    alignment = tuple(
        parts.Alignment(
            target_code=each.id,
            target_name=each.title,
            target_url=f"{issuer.base}{each.page}",
            target_framework=exam.framework or None,
        )
        for each in exam.competencies
    )
    return parts.Achievement(
        id=f"{issuer.base}{exam.page}",
        name=exam.title,
        description=exam.summary,
        criteria=parts.Criteria(narrative=passed.format(cut=exam.cut)),
        in_language=exam.language,
        alignment=alignment or None,
    )


def _evidence(award: Award, exam: Examination, issuer: Issuer, words: Words) -> parts.Evidence:
    """The session, and what binds it; nothing of the candidate's answers."""
    said = [
        words("Session {name}. SHA-256 of the keys: {commitment}. SHA-256 of the journal: {journal}.").format(
            name=exam.session, commitment=exam.commitment, journal=exam.journal
        )
    ]
    if award.replaces:
        said.append(words("Replaces {id}.").format(id=award.replaces))
    return parts.Evidence(
        id=f"{issuer.base}{exam.page}#notice-{exam.session}", name=exam.course, narrative=" ".join(said)
    )
