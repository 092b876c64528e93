"""The job description: everything a role's source says, with a place for every field that HR may change.

Its document and its page are both made of these sections, so that they say the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..link.site import Site, SiteRole
from ..press.document import Block, Document
from .demand import competencies, qualification, training
from .edition import Edition, role_data
from .paperwork import paperwork
from .post import post
from .stationery import Stationery
from .task import authority, duties, kpis, notes, purpose, redlines, relations, reservations
from .writing import Writing

_PARTS: dict[str, Callable[[Writing], Iterator[Block]]] = {
    "post": post,
    "reservations": reservations,
    "notes": notes,
    "purpose": purpose,
    "duties": duties,
    "authority": authority,
    "relations": relations,
    "qualifications": qualification,
    "competencies": competencies,
    "kpis": kpis,
    "redlines": redlines,
    "training": training,
    "document": paperwork,
}


@dataclass(frozen=True)
class DescriptionSection:
    """`name` is also the anchor of its heading."""

    name: str
    blocks: tuple[Block, ...]


def job_description(role: SiteRole, stationery: Stationery) -> Document:
    """The job description of a role, or the charter of a department."""
    words, model = stationery.words, role.model
    title = (
        words("{title}: department charter") if model.kind == "charter" else words("{title}: job description")
    )
    blocks = described(role, stationery)
    edition = edition_of(role, stationery.site)
    return stationery.document(model, role.id, title.format(title=model.title), blocks, edition=edition)


def edition_of(role: SiteRole, site: Site) -> Edition:
    """What a job description is made from; the company that was put on for its print told apart."""
    own = site.roles[role.id].model.company
    data = role_data(role.model.model_copy(update={"company": own}))
    put_on = role.model.company if role.model.company != own else None
    return Edition("description", role.id, site.course.language, data, put_on)


def described(role: SiteRole, stationery: Stationery) -> Iterator[Block]:
    """The blocks of a job description below its title."""
    for section in sections(role, stationery):
        yield from section.blocks


def sections(role: SiteRole, stationery: Stationery) -> Iterator[DescriptionSection]:
    """The sections that a role has anything to say in."""
    writing = Writing(role, stationery)
    for name, part in _PARTS.items():
        if blocks := tuple(part(writing)):
            yield DescriptionSection(name, blocks)
