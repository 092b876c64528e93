"""The page of a role: the sections of its job description, between what only a page has."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..link.site import SiteRole
from ..press.document import Heading
from ..render.document import document_html
from ..render.markdown import Reading
from .job_description import sections
from .stationery import Stationery


@dataclass(frozen=True)
class PageSection:
    """A section of a job description as HTML, its heading apart; `name` as in the description."""

    name: str
    heading: Markup
    body: Markup


def page_sections(role: SiteRole, stationery: Stationery, reading: Reading) -> Iterator[PageSection]:
    for section in sections(role, stationery):
        heading = [block for block in section.blocks[:1] if isinstance(block, Heading)]
        body = section.blocks[len(heading) :]
        yield PageSection(section.name, document_html(heading, reading), document_html(body, reading))
