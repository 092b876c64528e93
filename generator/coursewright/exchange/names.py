"""What a file that goes out says of its course."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Names:
    """Title, owner, language and date of the course, its objectives by id, and what its sections are called.

    `sections` has the titles of chapter and section, with a slash between, by the section's id.
    """

    title: str
    owner: str
    language: str
    moment: datetime
    objectives: Sequence[str]
    sections: Mapping[str, str]
