"""What a string in a source is: words to be read, or something that stays as it is in any language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """Stands in the annotation of every string of a model (`text.py`).

    `prose` is read by people and translated; `markdown` is parsed.
    """

    name: str
    prose: bool = False
    markdown: bool = False


class Refers(Mark):
    """A string that is the id of something else; `name` says of what (`kinds.py`)."""


PLAIN = Mark("plain", prose=True)
LINE = Mark("line", prose=True, markdown=True)
TEXT = Mark("text", prose=True, markdown=True)
CODE = Mark("code")
NAME = Mark("name")
