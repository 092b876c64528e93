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


def facts(words: Words) -> dict[str, str]:
    """The facts of a post, as a job description names them."""
    return {
        "code": words("Role code"),
        "title": words("Title"),
        "aliases": words("Also called"),
        "employer": words("Employer"),
        "family": words("Family"),
        "channel": words("Channel"),
        "grade": words("Job level"),
        "employment": words("Employment"),
        "department": words("Department"),
        "reports_to": words("Reports to"),
        "second_line": words("Second line"),
        "headcount": words("Headcount"),
        "location": words("Place of work"),
        "conditions": words("Working conditions"),
    }


def fields(words: Words) -> dict[str, str]:
    """Everything that can be a proposal."""
    return {
        **facts(words),
        **lists(words),
        "purpose": words("Purpose"),
        "career": words("Career"),
        "statement": words("Statement"),
        "standard": words("Standard"),
        "weight": words("Weight"),
    }


def named(proposal: str, words: Words) -> str:
    """What a proposal is of: a field as its heading has it, a row by its number."""
    name, _, row = proposal.partition(".")
    return f"{fields(words).get(name, name)} {row}".strip()


def lists(words: Words) -> dict[str, str]:
    """The lists of a role, and what is confirmed of all duties, as their headings have them."""
    return {
        "duties": words("Duties"),
        "authority": words("Authority"),
        "internal": words("Relations inside"),
        "external": words("Relations outside"),
        "reservations": words("Confirm before use"),
        "notes": words("For HR"),
        "required": words("Required qualifications"),
        "preferred": words("Preferred qualifications"),
        "competencies": words("Competencies required"),
        "kpis": words("Key performance indicators"),
        "redlines": words("Compliance red lines"),
        "training": words("Training"),
        "document.revisions": words("Revisions"),
        "document.confirmations": words("Confirmations"),
    }


def superiors(site: Site, role: SiteRole) -> list[tuple[str, str]]:
    """Whom a role may report to: every other post, and whatever its source names."""
    return [
        (id, other.model.title)
        for id, other in site.roles.items()
        if id == role.model.reports_to or (id != role.id and other.model.kind == "role")
    ]
