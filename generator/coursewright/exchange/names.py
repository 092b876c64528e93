"""What a file that goes out says of its course."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Names:
    """Title, owner, language and date of the course, the texts of its objectives by id, and its sections.

    `sections` has the titles of chapter and section, with a slash between, by the section's id.
    """

    title: str
    owner: str
    language: str
    moment: datetime
    objectives: Mapping[str, str]
    sections: Mapping[str, str]
