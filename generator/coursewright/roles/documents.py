"""Every document of a course's roles, with the names under which it is kept and handed out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..link.site import SiteRole
from ..press.document import Document
from ..words import Words
from .appraisal import appraisal
from .blank import ID as BLANK
from .blank import blank_template
from .interview import interview
from .job_description import job_description
from .onboarding import onboarding
from .stationery import Stationery, ascii_name

FOLDER = "roles/files"
ARCHIVE = f"{FOLDER}/roles.zip"

MAKERS: dict[str, Callable[[SiteRole, Stationery], Document | None]] = {
    "description": job_description,
    "interview": interview,
    "onboarding": onboarding,
    "appraisal": appraisal,
}


@dataclass(frozen=True)
class RoleDocument:
    """A document of a role (or the blank template). `key` names it in addresses, `ascii` in old archives."""

    role: SiteRole | None
    kind: str
    document: Document
    key: str
    ascii: str

    @property
    def stem(self) -> str:
        """Where the site has it, without an ending, such as `roles/files/client-manager`."""
        return f"{FOLDER}/{self.key}"

    def name(self, ending: str) -> str:
        """What a person calls the file, such as `RM-01-Client manager-v1.0.docx`."""
        return f"{self.document.name}.{ending}"


def kind_names(words: Words) -> dict[str, str]:
    return {
        "description": words("Job description"),
        "interview": words("Interview questions"),
        "onboarding": words("Onboarding plan"),
        "appraisal": words("Appraisal record"),
    }


def role_documents(stationery: Stationery, roles: Iterable[SiteRole]) -> Iterator[RoleDocument]:
    """The documents that each of these roles has, in the order of `MAKERS`."""
    for role in roles:
        for kind, make in MAKERS.items():
            document = make(role, stationery)
            if document is not None:
                key = role.id if kind == "description" else f"{role.id}.{kind}"
                yield RoleDocument(
                    role, kind, document, key, ascii_name(role, "" if kind == "description" else kind)
                )


def blank_document(stationery: Stationery) -> RoleDocument:
    return RoleDocument(None, "description", blank_template(stationery), BLANK, "job-description-blank")


def all_documents(stationery: Stationery) -> list[RoleDocument]:
    """The documents of every role, and the blank template."""
    return [*role_documents(stationery, stationery.site.roles.values()), blank_document(stationery)]
