"""Who issues a course's credentials: the public half, by which everybody can check what was issued."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from .mark import CODE
from .text import Code, Source, field
from .xapi import ADDRESS

DID = r"did:(?:web|key):[A-Za-z0-9.%:_-]+"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"

Did = Annotated[str, StringConstraints(pattern=rf"^{DID}$", max_length=500), CODE]
Method = Annotated[str, StringConstraints(pattern=rf"^{DID}#[A-Za-z0-9._-]+$", max_length=600), CODE]
"""A verification method: the DID of its owner and the name of the key."""
Moment = Annotated[str, StringConstraints(pattern=rf"^{MOMENT}$"), CODE]
"""UTC, to the second."""
Coordinate = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$"), CODE]
"""32 bytes as base64url."""
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}$"), CODE]
"""The first 16 bytes of SHA-256 of a signature's text, as base64url: it says nothing of what was signed."""
WebAddress = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=1000), CODE]
Signed = Annotated[str, StringConstraints(min_length=1, max_length=2_000_000), CODE]


class PublicKey(Source):
    """A public key as JWK (RFC 7517, RFC 8037): P-256 signs JWTs, Ed25519 signs JSON."""

    kty: Literal["EC", "OKP"] = field("密钥的类别。", "Type of the key.")
    crv: Literal["P-256", "Ed25519"] = field("曲线。", "Its curve.")
    x: Coordinate = field("公钥。", "The public key.")
    y: Coordinate | None = field("公钥的另一半（P-256）。", "Its other half (P-256).", None)


class IssuerKey(Source):
    """A key with the time in which it signs; what it signed then stays good after it."""

    id: Method = field("密钥的名字，签名里写的就是它。", "Name of the key, as signatures have it.")
    jwk: PublicKey = field("公钥（JWK）。", "The public key (JWK).")
    since: Moment = field("从什么时候起使用（UTC）。", "When it begins to sign (UTC).")
    until: Moment | None = field(
        "到什么时候为止；在这之前签发的仍然有效。", "When it ends; what it signed before stays good.", None
    )
    signed: tuple[Fingerprint, ...] | None = field(
        "停用时记下的：它签过的全部凭据的指纹；不在其中的，是别人后来用它倒填日期签的。",
        "Noted when it ended: fingerprints of all that it signed; what is not among them was signed later, "
        "with an earlier date.",
        None,
        max_length=400_000,
    )


class StatusList(Source):
    """Which credentials were revoked, as a W3C Bitstring Status List, signed twice."""

    document: Signed = field(
        "名单，签名在其中（eddsa-rdfc-2022）。", "The list with its proof (eddsa-rdfc-2022)."
    )
    token: Signed = field("同一份名单，JWT（ES256）。", "The same as a JWT (ES256).")


class Issuer(Source):
    """`content/issuer.yml`, written by `coursewright issuer` and `coursewright credential revoke`."""

    name: Code = field(
        "颁发机构的名称，证书上写的就是它；各种语言都一样。",
        "Name of the issuer, as certificates have it; the same in every language.",
    )
    did: Did = field("机构的固定标识（DID）。", "Its identifier (DID).")
    site: WebAddress = field(
        "网站的地址，名单和核验页都在它下面。",
        "Address of the site, below which the list and the page that verifies are.",
    )
    keys: tuple[IssuerKey, ...] = field(
        "全部公钥，停用的也留着。", "All public keys; those that ended stay.", min_length=2, max_length=100
    )
    status: StatusList = field("撤销名单。", "The list of what was revoked.")

    @property
    def base(self) -> str:
        return self.site if self.site.endswith("/") else f"{self.site}/"

    @property
    def list_address(self) -> str:
        """Where the status list is published; the JWT is beside it."""
        return f"{self.base}{LIST_JSON}"

    @property
    def verify_address(self) -> str:
        return f"{self.base}verify/"


LIST_JSON, LIST_JWT = "credentials/status.json", "credentials/status.jwt"
"""Paths on the site."""
