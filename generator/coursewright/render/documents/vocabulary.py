"""The words for a role's fixed values, value → words, in the order of forms."""

from ...words import Words


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
    return {"month": words("month"), "quarter": words("quarter"), "half-year": words("half-year"), "year": words("year")}
