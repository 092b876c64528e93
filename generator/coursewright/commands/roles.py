"""`coursewright roles`: the documents of roles for HR, out and back in."""

import re
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ..diagnostics import Place, Problem, errors_in
from ..diagnostics.nearest import nearest
from ..diagnostics.printable import escaped
from ..errors import SourceProblems
from .given import given
from .terminal import Progress, _, check_course, course_option, language_option, report

if TYPE_CHECKING:
    from ..link import Site
    from ..press.picture import Picture
    from ..press.word.package import Filled
    from ..roles.importing import Check, Import
    from ..roles.stationery import Final

FORMATS = ("docx", "pdf", "zip")
SOURCES = (".yml", ".yaml")


MOST_OF_A_NAME = 80
"""Characters of a company's name, so that it stands in the head of a page."""


def _company(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    """The name on one line; nothing but spaces is none."""
    bare = " ".join((name or "").split())
    if len(bare) > MOST_OF_A_NAME:
        raise click.BadParameter(_("at most {most} characters").format(most=MOST_OF_A_NAME))
    return bare or None


@click.group(help=_("Job descriptions as Word, PDF and ZIP, and filled templates back into YAML."))
def roles() -> None:
    pass


@roles.command(
    short_help=_("Print the roles' documents into a folder."),
    help=_(
        "Print the documents of every role into a folder: job description, interview questions, "
        "onboarding plan and appraisal record, "
        "with a manifest and checksums."
    ),
)
@course_option
@language_option
@click.option(
    "--format",
    "formats",
    default="docx,pdf",
    metavar="LIST",
    help=_("Any of docx, pdf and zip with commas between; docx,pdf if left out."),
)
@click.option(
    "--role",
    "chosen",
    multiple=True,
    metavar="ID",
    help=_("Only this role, by the name of its file; may be given again."),
)
@click.option(
    "--company",
    metavar="NAME",
    callback=_company,
    help=_("Name of the company at the head of every page of every document."),
)
@click.option(
    "--logo",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=_("A PNG or JPEG for the head of every page."),
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=_("Your own Word file (.docx or .dotx): its styles, page and header are kept, its text is not."),
)
@click.option(
    "--final",
    is_flag=True,
    help=_("Print no mark of a proposal: all are confirmed, by whom and when stands under document control."),
)
@click.option(
    "--confirmed-by",
    "confirmed_by",
    metavar="NAME",
    help=_("With --final: who confirms them, today; to be signed by hand if left out."),
)
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("role-documents"),
    metavar="DIR",
    help=_("Where the files go; role-documents/ if left out. Files of the same name are replaced."),
)
def export(
    *,
    root: Path,
    language: str | None,
    formats: str,
    chosen: tuple[str, ...],
    company: str | None,
    logo: Path | None,
    template: Path | None,
    final: bool,
    confirmed_by: str | None,
    folder: Path,
) -> None:
    from ..press.picture import NotAPicture
    from ..press.word.package import NotATemplate
    from ..roles.export import Order, export_roles, unprintable_in
    from ..stage import write_files

    asked, confirmation = _formats(formats), _confirmation(final, confirmed_by)
    site = check_course(root, language).site
    _known_roles(site, chosen)
    raw = given(template) if template else None
    with Progress(_("Printing …")) as progress:
        order = Order(asked, chosen, company, _logo(logo), raw, confirmation)
        try:
            kept = _kept(site, raw, template) if raw else []
            files = export_roles(site, order, lambda name: progress(_("Printing {name} …").format(name=name)))
        except NotATemplate:
            _refuse("CW0704", template)
        except NotAPicture:  # its head is that of a picture, the rest of it is not
            _refuse("CW0703", logo)
    if missing := unprintable_in(site, order):
        kept.append(Problem("CW0721", Place(str(folder)), {"characters": " ".join(missing)}))
    report(kept, "text")
    write_files(files, folder)
    said = _.plural("{count} file in {folder}", "{count} files in {folder}", len(files), folder=folder)
    click.echo(said, err=True)


def _confirmation(final: bool, by: str | None) -> "Final | None":
    from ..roles.stationery import Final

    if by is not None and not final:
        raise click.BadParameter(_("goes with --final"), param_hint="--confirmed-by")
    if not final:
        return None
    return Final(" ".join(by.split()), date.today().isoformat()) if by and by.strip() else Final()


def _kept(site: "Site", raw: bytes, template: Path | None) -> list[Problem]:
    """What a template keeps where ours would be."""
    from ..roles.export import template_keeps

    keeps, place = template_keeps(site, raw), Place(str(template))
    head = [Problem("CW0717", place)] if keeps.header else []
    return head if keeps.numbers else [*head, Problem("CW0718", place)]


def _formats(text: str) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    wrong = [name for name in formats if name not in FORMATS]
    if wrong or not formats:
        raise click.BadParameter(
            _("choose among docx, pdf and zip, not {found}").format(found=", ".join(wrong) or "“”"),
            param_hint="--format",
        )
    return formats


def _known_roles(site: "Site", ids: tuple[str, ...]) -> None:
    for id in ids:
        if id not in site.roles:
            near = nearest(id, site.roles)
            hint = " " + _("did you mean “{near}”?").format(near=near) if near else ""
            raise click.BadParameter(_("there is no role “{id}”").format(id=id) + hint, param_hint="--role")


def _logo(file: Path | None) -> "Picture | None":
    from ..press.picture import NotAPicture, picture

    if file is None:
        return None
    try:
        return picture(given(file))
    except NotAPicture:
        _refuse("CW0703", file)


def _refuse(rule: str, file: Path | None, **values: str) -> NoReturn:
    raise SourceProblems([Problem(rule, Place(str(file)), values)])


@roles.command(
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
        _refuse("CW0701", filled)
    except Refused as refused:
        raise SourceProblems([refused.problem]) from None
    _show(done, str(filled))
    if errors_in(done.problems):
        raise SourceProblems(done.problems)
    report(done.problems, "text")
    if output:
        write_files({output.name: done.after.encode()}, output.parent)
        click.echo(_("Written: {file}").format(file=output), err=True)
    elif done.before is None:
        said = _("A new role. To keep it: --output {file}")
        click.echo(said.format(file=done.file), err=True)


def _returned(site: "Site", root: Path, filled: Path, id: str | None, output: Path | None) -> "Import":
    """What a Word file says."""
    from ..press.word.package import filled as read
    from ..roles.importing import Importer

    importer, found = Importer(site, str(filled)), read(given(filled))
    known = importer.role_of(found, id if id in site.roles else None)
    if known and id:
        _known_roles(site, (id,))
    name = known or _new_id(site, found, id, output, filled)
    return importer.imported(found, name, _source_of(root, known), _check(root))


def _taken(site: "Site", root: Path, filled: Path, id: str | None, _output: Path | None) -> "Import":
    """What another source of the role says, such as the one that its page gives."""
    from ..load.source_file import read_source
    from ..roles.importing import Importer

    name = id or filled.stem
    _known_roles(site, (name,))
    source = read_source(str(filled), given(filled))
    return Importer(site, str(filled)).taken(source, name, _source_of(root, name) or "", _check(root))


def _check(root: Path) -> "Check":
    from .. import compiler

    return lambda file, text: compiler.problems_with(root, file, text)


def _new_id(site: "Site", found: "Filled", id: str | None, output: Path | None, filled: Path) -> str:
    """What the new role's file is to be called: as asked, as the file to write, or after its code."""
    code = next((held.text for held in found.held if held.tag == "code"), "")
    asked = id or (output.stem if output else "") or code
    name = re.sub("[^a-z0-9]+", "-", asked.lower()).strip("-") or "role"
    if name in site.roles:
        _refuse("CW0716", filled, id=name)
    return name


def _source_of(root: Path, id: str | None) -> str | None:
    """What the source of a role says now."""
    return (root / f"content/roles/{id}.yml").read_bytes().decode("utf-8-sig") if id else None


def _show(done: "Import", filled: str) -> None:
    lines = difference(done.before or "", done.after, (done.file if done.before else "—", filled))
    unsaid = any(problem.place.file == filled for problem in done.problems)
    if lines:
        click.echo("\n".join(map(_coloured, lines)))
    elif unsaid:
        click.echo(_("{file} stays as it is.").format(file=done.file))
    else:
        click.echo(_("The template says what {file} says.").format(file=done.file))


def difference(before: str, after: str, names: tuple[str, str]) -> list[str]:
    """Lines of a unified diff; none when nothing changed."""
    return list(unified_diff(before.splitlines(), after.splitlines(), *names, lineterm="", n=2))


def _coloured(line: str) -> str:
    colour, line = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1]), escaped(line)
    return click.style(line, fg=colour) if colour else line
