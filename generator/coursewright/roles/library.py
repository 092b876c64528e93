"""Roles: the library with its filters, chart and career paths, and a page for each job description."""

from collections.abc import Iterator, Sequence
from html import escape

from ..link.site import Site, SiteRole
from ..press.document import Paragraph
from ..render.document import document_html
from ..render.renderer import Entry, entry, group
from ..render.rendering import Rendering
from .adaptation import render_adaptation
from .chart import HEIGHT, WIDTH, chart
from .comparison import MOST, render_comparison
from .comparison import PAGE as COMPARISON
from .confirming import open_proposals
from .documents import ARCHIVE, RoleDocument, all_documents, kind_names
from .page import page_sections
from .printing import order_documents
from .stationery import Stationery
from .vocabulary import grades

PAGE = "roles/index.md"
RANKS = ("specialist", "supervisor", "manager", "director")


def render(rendering: Rendering) -> None:
    """Documents first: they are printed while pages are rendered."""
    if not rendering.site.roles:
        return
    stationery = Stationery(rendering.site, rendering.words)
    documents = all_documents(stationery)
    order_documents(rendering, documents)
    _index(rendering, [document for document in documents if document.role is None])
    for role in rendering.site.roles.values():
        _role(rendering, role, stationery, [document for document in documents if document.role is role])
    render_comparison(rendering)


def nav(rendering: Rendering) -> Iterator[Entry]:
    if rendering.site.roles:
        comparison = entry(rendering.words("Compare roles"), COMPARISON)
        yield group(rendering.words("Roles"), PAGE, [comparison, *_families(rendering.site)])


def _families(site: Site) -> Iterator[Entry]:
    for family in site.families:
        roles = [
            entry(role.model.title, role.target.page)
            for role in site.roles.values()
            if role.family.id == family.id
        ]
        if roles:
            yield {escape(family.title): roles}


def _index(rendering: Rendering, blank: Sequence[RoleDocument]) -> None:
    site, words = rendering.site, rendering.words
    rendering.page(
        PAGE,
        "roles.html",
        words("Roles"),
        grades=grades(words),
        channels=list(
            dict.fromkeys(role.model.channel for role in site.roles.values() if role.model.channel)
        ),
        chart=chart(site),
        box_size=(WIDTH, HEIGHT),
        is_promotion=is_promotion,
        blank=blank,
        archive=ARCHIVE,
        archive_name=words("Job descriptions") + ".zip",
        comparison=COMPARISON,
        most=MOST,
    )


def _role(
    rendering: Rendering, role: SiteRole, stationery: Stationery, documents: Sequence[RoleDocument]
) -> None:
    site, reading = rendering.site, rendering.reading(role.target.page)
    rendering.page(
        role.target.page,
        "role.html",
        role.model.title,
        meta={"description": role.model.title},
        role=role,
        documents=documents,
        kinds=kind_names(rendering.words),
        opened=open_proposals(role.model),
        sections=list(page_sections(role, stationery, reading)),
        exams=document_html([Paragraph(stationery.exams(role.model))], reading),
        adaptation=render_adaptation(rendering, role),
        reports=site.coverage.reports_of_role.get(role.id, ()),
        origins=site.coverage.origins_of_role.get(role.id, ()),
        chapters={chapter.id: chapter for chapter in site.chapters},
        is_promotion=is_promotion,
    )


def is_promotion(role: SiteRole, to: SiteRole) -> bool:
    """Whether going from one role to the other means a higher level."""
    ranks = [RANKS.index(each.model.grade) if each.model.grade in RANKS else -1 for each in (role, to)]
    return -1 not in ranks and ranks[1] > ranks[0]
