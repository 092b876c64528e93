"""What a report is made of, before it is a page or a print; all texts are text, not markup."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...words import Words
from .drawing import Drawing
from .figures import ItemFigures


@dataclass(frozen=True)
class Head:
    """A heading; level 1 is the first below the title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Say:
    text: str
    is_note: bool = False


@dataclass(frozen=True)
class Steps:
    """A numbered list: what each is about, and what there is to say of it."""

    entries: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Grid:
    """A table; the first `words` cells of a row are words, the others figures."""

    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1
    shares: tuple[int, ...] = ()


Part = Head | Say | Steps | Grid | Drawing


@dataclass(frozen=True)
class Subject:
    """What was analysed: titles, and the words of items (`stems`) and of their options. `day` is
    YYYY-MM-DD."""

    title: str
    course: str
    language: str
    sessions: tuple[str, ...]
    day: str
    by: str
    version: str
    stems: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]

    def option(self, item: str, id: str) -> str:
        return self.options.get(item, {}).get(id, id)


def number(item: ItemFigures) -> str:
    """Where it stands on the forms, such as A3 B7."""
    return " ".join(f"{form}{at}" for form, at in item.places.items())


def marked(item: ItemFigures, words: Words) -> str:
    """Its number, and whether it is void."""
    return words("{item} (void)").format(item=number(item)) if item.is_void else number(item)


def short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def points(value: float | None, digits: int = 2) -> str:
    """A number with its digits and a true minus; a dash for none."""
    return "–" if value is None else f"{value:.{digits}f}".replace("-", "−")
