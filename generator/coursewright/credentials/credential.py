"""A credential as Open Badges 3.0 has it (1EdTech; on W3C “Verifiable Credentials Data Model v2.0”).

The models are the shape that we issue, and nothing else is read as ours: a name that a context does not
know would be in a file without being signed.
"""

import json
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from ..model.issuer import MOMENT

VcContext = Literal["https://www.w3.org/ns/credentials/v2"]
ObContext = Literal["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
VC: VcContext = "https://www.w3.org/ns/credentials/v2"
OB: ObContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Address = Annotated[str, StringConstraints(pattern=r"^(?:https?|urn|did):[!-~]+$", max_length=2000)]
"""Absolute, for a relative one is left out when a document is signed."""
Moment = Annotated[str, StringConstraints(pattern=rf"^{MOMENT}$")]
Shape = TypeVar("Shape", bound="Part")


class Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=to_camel, populate_by_name=True
    )

    def data(self) -> dict[str, Any]:
        """As it stands in JSON."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def shaped(model: type[Shape], data: Any) -> Shape:
    """Raises ValueError for data of any other shape, or in another spelling of it."""
    found = model.model_validate_json(json.dumps(data), by_alias=True, by_name=False)
    if found.data() != data:
        raise ValueError("another spelling")
    return found


class Profile(Part):
    id: Address
    type: tuple[Literal["Profile"]] = ("Profile",)
    name: Text


class Identity(Part):
    """A name in clear, or a number, which may be hashed with a salt: sha256$ of number and salt."""

    type: Literal["IdentityObject"] = "IdentityObject"
    hashed: bool
    identity_hash: Text
    identity_type: Literal["name", "identifier"]
    salt: Text | None = None


class Alignment(Part):
    type: tuple[Literal["Alignment"]] = ("Alignment",)
    target_code: Text
    target_name: Text
    target_url: Address
    target_framework: Text | None = None


class Criteria(Part):
    narrative: Text


class Achievement(Part):
    id: Address
    type: tuple[Literal["Achievement"]] = ("Achievement",)
    achievement_type: Literal["Certificate"] = "Certificate"
    name: Text
    description: Text
    criteria: Criteria
    in_language: Text
    alignment: tuple[Alignment, ...] | None = None


class Subject(Part):
    id: Address
    type: tuple[Literal["AchievementSubject"]] = ("AchievementSubject",)
    identifier: tuple[Identity, ...]
    achievement: Achievement


class Evidence(Part):
    id: Address
    type: tuple[Literal["Evidence"]] = ("Evidence",)
    name: Text | None = None
    narrative: Text | None = None


class StatusEntry(Part):
    id: Address
    type: Literal["BitstringStatusListEntry"] = "BitstringStatusListEntry"
    status_purpose: Literal["revocation"] = "revocation"
    status_list_index: Annotated[str, StringConstraints(pattern=r"^(?:0|[1-9][0-9]{0,6})$")]
    status_list_credential: Address


class Credential(Part):
    context: tuple[VcContext, ObContext] = Field((VC, OB), alias="@context")
    id: Address
    type: tuple[Literal["VerifiableCredential"], Literal["OpenBadgeCredential"]] = (
        "VerifiableCredential",
        "OpenBadgeCredential",
    )
    issuer: Profile
    name: Text
    valid_from: Moment
    valid_until: Moment | None = None
    credential_subject: Subject
    evidence: tuple[Evidence, ...]
    credential_status: StatusEntry

    @property
    def holder(self) -> str:
        """The name of whom it is about, or else the number, or nothing where that is hashed."""
        known = {
            each.identity_type: each.identity_hash
            for each in self.credential_subject.identifier
            if not each.hashed
        }
        return known.get("name") or known.get("identifier") or ""

    @property
    def achievement(self) -> Achievement:
        return self.credential_subject.achievement


class ListSubject(Part):
    id: Address
    type: Literal["BitstringStatusList"] = "BitstringStatusList"
    status_purpose: Literal["revocation"] = "revocation"
    encoded_list: Annotated[str, StringConstraints(pattern=r"^u[A-Za-z0-9_-]+$", max_length=1_000_000)]


class ListCredential(Part):
    """W3C “Bitstring Status List v1.0”, section 2.2."""

    context: tuple[VcContext] = Field((VC,), alias="@context")
    id: Address
    type: tuple[Literal["VerifiableCredential"], Literal["BitstringStatusListCredential"]] = (
        "VerifiableCredential",
        "BitstringStatusListCredential",
    )
    issuer: Address
    valid_from: Moment
    credential_subject: ListSubject
