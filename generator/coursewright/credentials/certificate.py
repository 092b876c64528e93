"""The certificate: PDF/A-3 (ISO 19005-3) and PDF/UA, with the credential attached, by `certificate.typ`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ..model.issuer import Issuer
from ..press.fonts import typeface
from ..press.pdf_text import printable
from ..press.squares import qr
from ..press.typeset import typeset
from ..words import Words
from .award import Issued
from .carried import ATTACHED, packed
from .credential import Credential
from .seal import seal

PROGRAM = "certificate.typ"
WIDTH = 220
"""Of a line, in mm."""
LARGEST_CODE = 137
"""Squares a side of a QR code (version 30), which is 48 mm then."""
SQUARE = 0.35
"""A side of one in mm: four dots of a print of 300 dpi, which a phone reads."""
SERIFS = {True: "Noto Serif SC", False: "Libertinus Serif"}
"""Of Chinese, and of other languages."""


@dataclass(frozen=True)
class Certificate:
    """`colours` are the light tokens; `number` is the candidate's, where the credential tells it in clear."""

    issued: Issued
    issuer: Issuer
    language: str
    colours: Mapping[str, str]

    @property
    def credential(self) -> Credential:
        return self.issued.credential


def certificate_pdf(certificate: Certificate) -> bytes:
    """The same certificate gives the same bytes."""
    date = certificate.credential.valid_from[:10]
    return typeset(_program(), _data(certificate), date=date, standards=("a-3a", "ua-1"))[0]


def certificate_png(certificate: Certificate) -> bytes:
    return typeset(_program(), _data(certificate), format="png")[0]


def verify_code(issued: Issued, issuer: Issuer) -> str:
    """What the QR code has: the page that verifies, with the credential where a phone can still read it, else
    with its id."""
    whole = f"{issuer.verify_address}#{packed(issued.jwt)}"
    return whole if qr(whole)[1] <= LARGEST_CODE else f"{issuer.verify_address}#{issued.credential.id}"


def _data(certificate: Certificate) -> dict[str, Any]:
    credential, words = certificate.credential, Words(certificate.language)
    code = verify_code(certificate.issued, certificate.issuer)
    path, side = qr(code)
    chinese = certificate.language.lower().startswith("zh")
    return {
        "language": certificate.language.partition("-")[0].lower(),
        "region": typeface(certificate.language).region,
        "font": [SERIFS[chinese], *typeface(certificate.language).families],
        "plain": typeface(certificate.language).families,
        "look": dict(certificate.colours),
        "title": _said(" · ".join((words("Certificate"), credential.name))),
        "heading": words("Certificate"),
        "spaced": chinese,
        "issuer": _said(credential.issuer.name),
        "lead": words("This is to certify that"),
        "name": _said(credential.holder or words("the holder of this certificate")),
        "passed": words("has passed the exam"),
        "exam": _said(credential.name),
        "criteria": _said(credential.achievement.criteria.narrative),
        "tested": words("Competencies tested"),
        "competencies": [_said(each.target_name) for each in credential.achievement.alignment or ()],
        "facts": [[name, _said(value)] for name, value in _facts(credential, words)],
        "scan": words("Scan to verify"),
        "attached": words(
            "The credential is attached to this file; the page at {address} verifies it."
        ).format(address=certificate.issuer.verify_address),
        "seal": seal(credential.issuer.name),
        "seal_alt": words("Seal of {issuer}").format(issuer=_said(credential.issuer.name)),
        "code": {
            "path": path,
            "side": side,
            "width": side * SQUARE,
            "alt": words("QR code of the page that verifies"),
        },
        "attachment": {
            "name": ATTACHED,
            "text": certificate.issued.json.decode(),
            "description": words("The credential (Open Badges 3.0)"),
        },
    }


def _facts(credential: Credential, words: Words) -> Iterator[tuple[str, str]]:
    named = {
        each.identity_type: each.identity_hash
        for each in credential.credential_subject.identifier
        if not each.hashed
    }
    if "name" in named and "identifier" in named:
        yield words("Number"), named["identifier"]
    yield words("Issued"), credential.valid_from[:10]
    yield (
        words("Valid until"),
        credential.valid_until[:10] if credential.valid_until else words("without end"),
    )
    yield words("Credential"), credential.id.removeprefix("urn:uuid:")


@cache
def _program() -> bytes:
    return resources.files(__package__).joinpath(PROGRAM).read_bytes()


def _said(text: str) -> str:
    return printable(text, WIDTH)
