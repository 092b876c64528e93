"""The kinds of string an author writes, each with its mark, and the shape every source model shares."""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.types import StrictBool, StrictInt

from .mark import CODE, LINE, NAME, PLAIN, TEXT

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"

LONGEST = 64
"""Characters of an id, which names files and addresses."""

Id = Annotated[str, StringConstraints(pattern=rf"^{ID}$", max_length=LONGEST), NAME]
"""A stable name: lower-case ASCII letters, digits and hyphens."""

MOST_OF_A_LINE = 400
"""Characters of a title or a name."""

_ONE_LINE = StringConstraints(min_length=1, max_length=MOST_OF_A_LINE, pattern=r"^[^\n]*\S[^\n]*$")

Plain = Annotated[str, _ONE_LINE, PLAIN]
"""One line without markup: a title, a name."""

Code = Annotated[str, _ONE_LINE, CODE]
"""One line that is the same in every language: a number of a form, a version, a date, a word of English."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=r"^[^\n]*\S[^\n]*\n?$"), LINE]
"""One line of Markdown: emphasis, code and links, no blocks."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=60000, pattern=r"\S"), TEXT]
"""Markdown: paragraphs, lists, tables, quotations, links; raw HTML shows as text."""

Percent = Annotated[StrictInt, Field(ge=0, le=100)]
Flag = StrictBool
Count = Annotated[StrictInt, Field(ge=0, le=100_000)]


class Source(BaseModel):
    """A mapping in a source file: unknown keys are errors, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def without_blanks(cls, data: Any) -> Any:
        """A mapping without the keys that may be left out and have nothing behind them: they say nothing."""
        if not isinstance(data, dict):
            return data
        known = cls.model_fields
        blank = {key for key in data if data[key] is None and key in known and not known[key].is_required()}
        return {key: value for key, value in data.items() if key not in blank}

    def completed(self) -> Self:
        """The file with what an author may leave out filled in, once its shape is right."""
        return self


def field(chinese: str, english: str, default: Any = ..., **limits: Any) -> Any:
    """A model field whose hover help reads in Chinese and in English."""
    return Field(default, description=f"{chinese}\n\n{english}", **limits)
