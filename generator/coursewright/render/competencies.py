"""The competency framework and the matrix competency × role × chapter."""

from .rendering import Rendering


def render_competencies(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if site.framework is None:
        return
    rendering.page("competencies/index.md", "competencies.html", site.framework.title)
    roles = [role for role in site.roles.values() if role.model.competencies]
    needed = {(entry.competency, role.id): entry for role in roles for entry in role.model.competencies}
    taught = {(id, section.chapter) for id, sections in site.coverage.sections_of_competency.items() for section in sections}
    rendering.page(
        "competencies/matrix.md",
        "matrix.html",
        words("Competency matrix"),
        meta={"hide": ["toc"]},
        roles=roles,
        needed=needed,
        taught=taught,
    )
