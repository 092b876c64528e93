"""What the audit finds in a small course."""

from pathlib import Path

from coursewright.audit import Audit, audited
from trees import Files, checked

CHINESE_COURSE = "content/course.yml"


def audit_of(root: Path, files: Files) -> Audit:
    return audited(checked(root, files).sources)


def rules_of(root: Path, files: Files) -> list[str]:
    """The rules that found something, in the order of their places."""
    found = sorted(audit_of(root, files).findings, key=lambda finding: finding.place)
    return [finding.rule for finding in found]
