"""Files and ids that are named on the command line; files from anywhere and of any kind."""

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from ..diagnostics import Place, Problem
from ..diagnostics.nearest import nearest
from ..errors import NoOrdinaryFile, SourceProblems
from .terminal import _

MOST_BYTES = 64 * 1024 * 1024
"""Of a filled template, a template or a logo: each of them has a closer limit of its own."""


def given(file: Path) -> bytes:
    """What is in the file. Raises NoOrdinaryFile for a pipe or a device, which may have no end."""
    if not file.is_file() or file.stat().st_size > MOST_BYTES:
        raise NoOrdinaryFile(str(file))
    return file.read_bytes()


def refuse(rule: str, file: Path | None, **values: str) -> NoReturn:
    raise SourceProblems([Problem(rule, Place(str(file)), values)])


def refuse_unknown(noun: str, id: str, known: Iterable[str], hint: str) -> None:
    """Raises BadParameter, with what may have been meant, for an id of no such thing."""
    ids = [*known]
    if id in ids:
        return
    near = nearest(id, ids)
    meant = "; " + _("did you mean “{near}”?").format(near=near) if near else ""
    raise click.BadParameter(_("there is no {kind} “{id}”").format(kind=noun, id=id) + meant, param_hint=hint)
