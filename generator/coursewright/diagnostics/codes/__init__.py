"""Every diagnostic code, a file a family.

Codes are stable: one that is no longer used is not given to something else.
Messages are English source strings for the gettext catalogs; the page of codes
in the guides is made from these tables.
"""

from . import (
    analysis,
    content,
    credentials,
    exams,
    exchanged,
    files,
    grading,
    items,
    markdown,
    project,
    references,
    returned,
    rosters,
    scanning,
    sealing,
    shape,
    translations,
)
from .rule import Rule, Severity

RULES: dict[str, Rule] = {
    **files.RULES,
    **shape.RULES,
    **references.RULES,
    **content.RULES,
    **markdown.RULES,
    **project.RULES,
    **returned.RULES,
    **translations.RULES,
    **items.RULES,
    **exchanged.RULES,
    **exams.RULES,
    **rosters.RULES,
    **scanning.RULES,
    **sealing.RULES,
    **grading.RULES,
    **credentials.RULES,
    **analysis.RULES,
}

__all__ = ["RULES", "Rule", "Severity"]
