"""My learning: where a learner stands, how they judge themselves, and the transcript they print.

The pages hold words and forms; the browser fills in what its own record knows.
"""

import json
from collections.abc import Iterator

from ..link.site import Site, SiteRole
from ..model.competency import Competency, CompetencyGroup
from .code import ASSETS
from .renderer import Entry, entry, group
from .rendering import Rendering
from .urls import url_of

PAGE = "my/index.md"
LEVELS = "my/levels.md"
TRANSCRIPT = "my/transcript.md"


def render(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    rendering.page(PAGE, "standing.html", words("My learning"), meta={"hide": ["toc"]})
    rendering.page(TRANSCRIPT, "transcript.html", words("Transcript"), meta={"hide": ["toc"]})
    if site.framework:
        rendering.page(LEVELS, "levels.html", words("Own levels and the gap"), roles=_roles(site))
        framework = json.dumps(_framework(site), ensure_ascii=False, separators=(",", ":"))
        rendering.tree.add(f"{ASSETS}/framework.json", framework)


def nav(rendering: Rendering) -> Iterator[Entry]:
    words = rendering.words
    levels = [entry(words("Own levels and the gap"), LEVELS)] if rendering.site.framework else []
    yield group(words("My learning"), PAGE, [*levels, entry(words("Transcript"), TRANSCRIPT)])


def _roles(site: Site) -> list[SiteRole]:
    """Those that need a competency at a level."""
    return [role for role in site.roles.values() if role.model.competencies]


def _framework(site: Site) -> dict[str, object]:
    """Names of levels and competencies, where each competency is taught, what each role needs."""
    assert site.framework is not None
    return {
        "levels": [level.name for level in site.framework.levels],
        "groups": [_group(site, group) for group in site.framework.groups],
        "roles": [_role(role) for role in _roles(site)],
    }


def _group(site: Site, group: CompetencyGroup) -> dict[str, object]:
    competencies = [_competency(site, competency) for competency in group.competencies]
    return {"title": group.title, "competencies": competencies}


def _competency(site: Site, competency: Competency) -> dict[str, object]:
    target = site.target("competency", competency.id)
    sections = site.coverage.sections_of_competency.get(competency.id, ())
    return {
        "id": competency.id,
        "title": competency.title,
        "url": f"{url_of(target.page)}#{target.anchor}",
        "sections": [section.id for section in sections],
    }


def _role(role: SiteRole) -> dict[str, object]:
    needs = [(need.competency, need.level, need.essential) for need in role.model.competencies]
    return {
        "id": role.id,
        "title": role.model.title,
        "url": url_of(role.target.page),
        "needs": needs,
    }
