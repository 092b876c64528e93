"""The words for a role's fixed values, value → words, in the order in which templates list them."""

from ..link.site import Site, SiteRole
from ..words import Words


def grades(words: Words) -> dict[str, str]:
    return {
        "director": words("Director"),
        "manager": words("Manager"),
        "supervisor": words("Supervisor"),
        "specialist": words("Specialist"),
        "department": words("Department charter"),
    }


def qualifications(words: Words) -> dict[str, str]:
    return {
        "education": words("Education"),
        "field": words("Field of study"),
        "experience": words("Experience"),
        "certificate": words("Certificate"),
        "knowledge": words("Knowledge"),
        "skill": words("Skill"),
        "quality": words("Personal quality"),
    }


def periods(words: Words) -> dict[str, str]:
    return {
        "month": words("month"),
        "quarter": words("quarter"),
        "half-year": words("half-year"),
        "year": words("year"),
    }


def superiors(site: Site, role: SiteRole) -> list[tuple[str, str]]:
    """Whom a role may report to: every other post, and whatever its source names."""
    return [
        (id, other.model.title)
        for id, other in site.roles.items()
        if id == role.model.reports_to or (id != role.id and other.model.kind == "role")
    ]
