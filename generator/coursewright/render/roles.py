"""Roles: the library with its filters, chart and career paths, and a page for each job description."""

from ..link.site import SiteRole
from .adaptation import render_adaptation
from .chart import HEIGHT, WIDTH, chart
from .comparison import MOST
from .comparison import PAGE as COMPARISON
from .documents.papers import ARCHIVE, kind_names
from .documents.vocabulary import grades, periods, qualifications
from .rendering import Rendering

RANKS = ("specialist", "supervisor", "manager", "director")


def render_roles(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if not site.roles:
        return
    rendering.page(
        "roles/index.md",
        "roles.html",
        words("Roles"),
        grades=grades(words),
        channels=list(dict.fromkeys(role.model.channel for role in site.roles.values() if role.model.channel)),
        chart=chart(site),
        box_size=(WIDTH, HEIGHT),
        is_promotion=is_promotion,
        blank=rendering.papers.get("", ()),
        archive=ARCHIVE,
        archive_name=words("Job descriptions") + ".zip",
        comparison=COMPARISON,
        most=MOST,
    )
    for role in site.roles.values():
        _role(rendering, role)


def _role(rendering: Rendering, role: SiteRole) -> None:
    site, words = rendering.site, rendering.words
    rendering.page(
        role.target.page,
        "role.html",
        role.model.title,
        meta={"description": role.model.title},
        role=role,
        papers=rendering.papers.get(role.id, ()),
        kinds=kind_names(words),
        adaptation=render_adaptation(rendering, role),
        reports=site.coverage.reports_of_role.get(role.id, ()),
        origins=site.coverage.origins_of_role.get(role.id, ()),
        chapters={chapter.id: chapter for chapter in site.chapters},
        grades=grades(words),
        qualifications=qualifications(words),
        periods=periods(words),
        is_promotion=is_promotion,
    )


def is_promotion(role: SiteRole, to: SiteRole) -> bool:
    """Whether going from one role to the other means a higher level."""
    ranks = [RANKS.index(each.model.grade) if each.model.grade in RANKS else -1 for each in (role, to)]
    return -1 not in ranks and ranks[1] > ranks[0]
