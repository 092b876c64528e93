"""Files and roles that are named on the command line; files from anywhere and of any kind."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ..diagnostics import Place, Problem
from ..diagnostics.nearest import nearest
from ..errors import NoOrdinaryFile, SourceProblems
from .terminal import _

if TYPE_CHECKING:
    from ..link import Site

MOST_BYTES = 64 * 1024 * 1024
"""Of a filled template, a template or a logo: each of them has a closer limit of its own."""


def given(file: Path) -> bytes:
    """What is in the file. Raises NoOrdinaryFile for a pipe or a device, which may have no end."""
    if not file.is_file() or file.stat().st_size > MOST_BYTES:
        raise NoOrdinaryFile(str(file))
    return file.read_bytes()


def refuse(rule: str, file: Path | None, **values: str) -> NoReturn:
    raise SourceProblems([Problem(rule, Place(str(file)), values)])


def known_roles(site: "Site", ids: tuple[str, ...]) -> None:
    for id in ids:
        if id not in site.roles:
            near = nearest(id, site.roles)
            hint = " " + _("did you mean “{near}”?").format(near=near) if near else ""
            raise click.BadParameter(_("there is no role “{id}”").format(id=id) + hint, param_hint="--role")
