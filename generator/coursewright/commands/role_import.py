"""`coursewright roles import`: what a file that came back changes in the source of a role."""

import re
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import errors_in
from ..diagnostics.printable import escaped
from ..errors import SourceProblems
from .given import given, refuse, refuse_unknown
from .terminal import _, check_course, course_option, report, say, show

if TYPE_CHECKING:
    from ..link import Site
    from ..roles.importing import Check, Import

SOURCES = (".yml", ".yaml")


@click.command(
    "import",
    short_help=_("Show what a filled template changes."),
    help=_(
        "Read a filled job description (Word, or the YAML that a role's page gives) "
        "and show what differs from the role's YAML; with --output, write the new YAML."
    ),
)
@click.argument("filled", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILLED")
@course_option
@click.option(
    "--role",
    "id",
    metavar="ID",
    help=_("The role it belongs to, if the file does not say so; of a blank template, the new role's id."),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=_("Write the role's new YAML to this file: the source itself, or another."),
)
def import_(filled: Path, root: Path, id: str | None, output: Path | None) -> None:
    from ..press.word.opened import NotADocument
    from ..roles.importing import Refused
    from ..stage import write_files

    site = check_course(root).site
    try:
        done = (_taken if filled.suffix in SOURCES else _returned)(site, root, filled, id, output)
    except NotADocument:
        refuse("CW0701", filled)
    except Refused as refused:
        raise SourceProblems([refused.problem]) from None
    _show(done, str(filled))
    if errors_in(done.problems):
        raise SourceProblems(done.problems)
    report(done.problems, "text")
    if output:
        write_files({output.name: _written(done, root)}, output.parent)
        say(_("Written: {file}").format(file=output), err=True)
    elif done.before is None:
        said = _("A new role. To keep it: --output {file}")
        say(said.format(file=done.file), err=True)


def _written(done: "Import", root: Path) -> bytes:
    """The new source; the lines of one that was not there end as the course's own do."""
    from ..load.lines import usual_end, with_ends

    if done.before is not None:
        return done.after.encode()
    own = (root / "content/course.yml").read_bytes().decode()
    return with_ends(done.after, usual_end(own)).encode()


def _returned(site: "Site", root: Path, filled: Path, id: str | None, output: Path | None) -> "Import":
    """What a Word file says."""
    from ..press.word.package import filled as read
    from ..roles.importing import Importer

    importer, found = Importer(site, str(filled)), read(given(filled))
    known = importer.role_of(found, id if id in site.roles else None)
    if known and id:
        refuse_unknown(_("role"), id, site.roles, "--role")
    name = known or _new_id(site, importer.code_of(found), id, output, filled)
    return importer.imported(found, name, _source_of(root, known), _check(root))


def _taken(site: "Site", root: Path, filled: Path, id: str | None, _output: Path | None) -> "Import":
    """What another source of the role says, such as the one that its page gives."""
    from ..load.source_file import read_source
    from ..roles.importing import Importer

    importer, source = Importer(site, str(filled)), read_source(str(filled), given(filled))
    name = importer.role_of_source(source, id) or filled.stem
    refuse_unknown(_("role"), name, site.roles, "--role")
    return importer.taken(source, name, _source_of(root, name) or "", _check(root))


def _check(root: Path) -> "Check":
    from .. import compiler

    return lambda file, text: compiler.problems_with(root, file, text)


def _new_id(site: "Site", code: str, id: str | None, output: Path | None, filled: Path) -> str:
    """What the new role's file is to be called: as asked, as the file to write, or after its code."""
    asked = id or (output.stem if output else "") or code
    name = re.sub("[^a-z0-9]+", "-", asked.lower()).strip("-") or "role"
    if name in site.roles:
        refuse("CW0716", filled, id=name)
    return name


def _source_of(root: Path, id: str | None) -> str | None:
    """What the source of a role says now, to the byte."""
    return (root / f"content/roles/{id}.yml").read_bytes().decode() if id else None


def _show(done: "Import", filled: str) -> None:
    lines = difference(done.before or "", done.after, (done.file if done.before else "—", filled))
    unsaid = any(problem.place.file == filled for problem in done.problems)
    if lines:
        show("\n".join(map(_coloured, lines)) + "\n")
    elif unsaid:
        say(_("{file} stays as it is.").format(file=done.file))
    else:
        say(_("The template says what {file} says.").format(file=done.file))


def difference(before: str, after: str, names: tuple[str, str]) -> list[str]:
    """Lines of a unified diff; none when nothing changed."""
    return list(unified_diff(before.splitlines(), after.splitlines(), *names, lineterm="", n=2))


def _coloured(line: str) -> str:
    colour, line = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1]), escaped(line)
    return click.style(line, fg=colour) if colour else line
