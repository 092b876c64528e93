"""The kinds of string an author writes, each with its mark, and the shape every source model shares."""

from typing import Annotated, Any, Literal, Self, get_origin

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


def without_blanks(model: type[BaseModel], data: dict[Any, Any]) -> dict[Any, Any]:
    """The data of a mapping without the keys that may be left out and have nothing behind them.

    Not of a choice: nobody else makes it, and an item that was to be for exams would be published.
    """
    blank = {
        key
        for key, value in data.items()
        if value is None
        and (info := model.model_fields.get(key)) is not None
        and not info.is_required()
        and get_origin(info.annotation) is not Literal
    }
    return {key: value for key, value in data.items() if key not in blank}


class Source(BaseModel):
    """A mapping in a source file: unknown keys are errors, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _said(cls, data: Any) -> Any:
        return without_blanks(cls, data) if isinstance(data, dict) else data

    def completed(self) -> Self:
        """The file with what an author may leave out filled in, once its shape is right."""
        return self


def field(chinese: str, english: str, default: Any = ..., **limits: Any) -> Any:
    """A model field whose hover help reads in Chinese and in English."""
    return Field(default, description=f"{chinese}\n\n{english}", **limits)
