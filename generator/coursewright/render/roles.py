"""Roles: the index that filters and a page for each job description."""

from .rendering import Rendering


def render_roles(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if not site.roles:
        return
    grades = {
        "director": words("Director"),
        "manager": words("Manager"),
        "supervisor": words("Supervisor"),
        "specialist": words("Specialist"),
        "department": words("Department charter"),
    }
    rendering.page("roles/index.md", "roles.html", words("Roles"), grades=grades)
    for role in site.roles.values():
        rendering.page(
            role.target.page,
            "role.html",
            role.model.title,
            meta={"description": role.model.title},
            role=role,
            reports=site.coverage.reports_of_role.get(role.id, ()),
            grades=grades,
            qualifications={
                "education": words("Education"),
                "field": words("Field of study"),
                "experience": words("Experience"),
                "certificate": words("Certificate"),
                "knowledge": words("Knowledge"),
                "skill": words("Skill"),
                "quality": words("Personal quality"),
            },
            periods={"month": words("month"), "quarter": words("quarter"), "half-year": words("half-year"), "year": words("year")},
        )
