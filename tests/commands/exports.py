"""What a garden's export is called."""

from pathlib import Path

NAMES = [
    "G-01-Gardener-v1.0",
    "G-01-Gardener-90-day onboarding plan-v1.0",
    "G-01-Gardener-Appraisal record-v1.0",
    "G-02-Head gardener-v1.0",
]
BLANK = "Job description, blank template"


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())
