"""A page of questions with its files, ready to be packed for a learning platform."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Lesson:
    """`files` are path → bytes, the page that begins first. `cut` is in percent, `activity` an address of its
    own, `course` the id of the course."""

    id: str
    course: str
    title: str
    summary: str
    language: str
    cut: int
    activity: str
    files: Mapping[str, bytes]

    @property
    def page(self) -> str:
        return next(iter(self.files))


def xml_text(text: str) -> str:
    """One line that XML can hold."""
    return " ".join(_NO_XML.sub("\ufffd", text).split())
