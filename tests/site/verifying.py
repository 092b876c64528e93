"""A site that verifies certificates, whose issuer is ours, and what a person may bring it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from minting import EXAM, KEYS, issuer_of, minted, with_revoked
from output import serving

from coursewright.credentials.award import Issued
from coursewright.credentials.badge import badge_png, badge_svg
from coursewright.credentials.baking import baked_png, baked_svg
from coursewright.credentials.certificate import Certificate, certificate_pdf
from coursewright.model.issuer import LIST_JWT, Issuer
from sites import Sites
from trees import ISSUER, write_course

GONE = 99
"""Index of what was revoked."""
COLOURS = {"text": "#1D2B33", "muted": "#56646C", "accent": "#A8322A", "hairline": "#E2DED5"}


@dataclass(frozen=True)
class Verifying:
    """`origin` is where its site is served."""

    issuer: Issuer
    origin: str
    site: Path

    @cached_property
    def good(self) -> Issued:
        return minted(self.issuer)

    @property
    def files(self) -> Mapping[str, bytes]:
        """The good certificate in every kind of file."""
        certificate = Certificate(self.good, self.issuer, EXAM.language, COLOURS)
        svg = badge_svg(self.good.credential, COLOURS)
        return {
            "certificate.pdf": certificate_pdf(certificate),
            "badge.svg": baked_svg(svg, self.good.jwt),
            "badge.png": baked_png(badge_png(svg, self.good.credential), self.good.jwt),
            "credential.json": self.good.json,
            "credential.jwt": self.good.jwt.encode(),
        }

    @property
    def list_file(self) -> Path:
        return self.site / LIST_JWT


def issuer_source(issuer: Issuer) -> str:
    return yaml.safe_dump(issuer.model_dump(mode="json", exclude_none=True), allow_unicode=True)


@contextmanager
def verifying(sites: Sites, folder: Path, **files: str) -> Iterator[Verifying]:
    """`files` are laid over the small course."""
    issuer = with_revoked(issuer_of(KEYS), KEYS, GONE)
    course = write_course(folder, {ISSUER: issuer_source(issuer), **files})
    site = sites.of(course)
    with serving(site) as origin:
        yield Verifying(issuer, origin, site)


def tampered(document: bytes, **changes: object) -> bytes:
    """JSON with other values at its top."""
    return json.dumps({**json.loads(document), **changes}).encode()
