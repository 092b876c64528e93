"""Titles that are given on the command line, and titles and ids that are made of names."""

import re

import click

from ..diagnostics.printable import escaped
from .terminal import _


def a_line(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    """The callback of a title or a code: what a source takes for one line with something to read in it."""
    from ..model.characters import is_unseen, unfit
    from ..model.text import MOST_OF_A_LINE

    if text is None or (
        len(text.splitlines()) == 1 and len(text) <= MOST_OF_A_LINE and not (is_unseen(text) or unfit(text))
    ):
        return text
    said = _("write one line with something to read in it, of at most {most} characters")
    raise click.BadParameter(said.format(most=MOST_OF_A_LINE))


def title_of(name: str, language: str) -> str:
    """A title made of a folder's name, or nothing: a name in Latin letters is none for a Chinese course."""
    words = re.sub(r"[-_]+", " ", name).strip()
    if escaped(words) != words:
        return ""
    return "" if name.isascii() and language != "en" else words[:1].upper() + words[1:]


def id_of(name: str) -> str:
    """An id made of a name: its Latin letters, or the initials of its Chinese characters; it may be empty."""
    from ..render.initials import initial
    from ..validate.meant import as_id

    latin = as_id(name).replace("/", "-").strip("-")
    initials = "".join(letter for letter in map(initial, name) if letter != "#").lower()
    return latin or initials
