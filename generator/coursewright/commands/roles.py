"""`coursewright roles`: the documents of roles for HR, out and back in."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ..diagnostics import Place, Problem, errors_in
from ..diagnostics.nearest import nearest
from ..diagnostics.printable import escaped
from ..errors import SourceProblems
from .terminal import Progress, _, check_course, course_option, language_option, report

if TYPE_CHECKING:
    from ..link import Site
    from ..press.picture import Picture

FORMATS = ("docx", "pdf", "zip")


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
@click.option("--company", metavar="NAME", help=_("Name of the company at the head of every page."))
@click.option(
    "--logo",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=_("A PNG or JPEG for the head of every page."),
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=_("Your own Word file (.docx): its styles, page and header are kept, its text is not."),
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
    folder: Path,
) -> None:
    from ..press.picture import NotAPicture
    from ..press.word.package import NotATemplate
    from ..roles.export import Order, export_roles
    from ..stage import write_files

    asked = _formats(formats)
    site = check_course(root, language).site
    _known_roles(site, chosen)
    raw = template.read_bytes() if template else None
    with Progress(_("Printing …")) as progress:
        order = Order(asked, chosen, company, _logo(logo), raw)
        try:
            files = export_roles(site, order, lambda name: progress(_("Printing {name} …").format(name=name)))
        except NotATemplate:
            _refuse("CW0704", template)
        except NotAPicture:  # its head is that of a picture, the rest of it is not
            _refuse("CW0703", logo)
    write_files(files, folder)
    said = _.plural("{count} file in {folder}", "{count} files in {folder}", len(files), folder=folder)
    click.echo(said, err=True)


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
        return picture(file.read_bytes())
    except NotAPicture:
        _refuse("CW0703", file)


def _refuse(rule: str, file: Path | None, **values: str) -> NoReturn:
    raise SourceProblems([Problem(rule, Place(str(file)), values)])


@roles.command(
    "import",
    short_help=_("Show what a filled template changes."),
    help=_(
        "Read a filled job description (Word) and show what differs from the role's YAML; "
        "with --output, write the new YAML."
    ),
)
@click.argument("filled", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILLED.docx")
@course_option
@click.option(
    "--role", "id", metavar="ID", help=_("The role it belongs to, if its code in the template was changed.")
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=_("Write the role's new YAML to this file."),
)
def import_(filled: Path, root: Path, id: str | None, output: Path | None) -> None:
    from ..press.word.package import NotADocument, controls
    from ..roles.returned import difference, filled_data, filled_problems, role_data, role_yaml
    from ..stage import write_files

    site = check_course(root).site
    try:
        pairs = controls(filled.read_bytes())
    except NotADocument:
        _refuse("CW0701", filled)
    role = site.roles[_role_of(site, dict(pairs), id, filled)]
    before, after = role_yaml(role_data(role.model)), role_yaml(filled_data(pairs, role.model))
    source = f"content/roles/{role.id}.yml"
    lines = difference(before, after, (source, str(filled)))
    click.echo(
        "\n".join(map(_coloured, lines)) or _("The template says what {file} says.").format(file=source)
    )
    problems = filled_problems(str(output or source), after, site.course.language)
    if errors_in(problems):
        raise SourceProblems(problems)
    report(problems, "text")
    if output:
        write_files({output.name: after.encode()}, output.parent)
        click.echo(_("Written: {file}").format(file=output), err=True)


def _role_of(site: "Site", tags: dict[str, str], id: str | None, filled: Path) -> str:
    """The role that was named, or the one whose code stands in the template."""
    if id is not None:
        _known_roles(site, (id,))
        return id
    if "code" not in tags:
        _refuse("CW0702", filled)
    codes = {role.model.code: role.id for role in site.roles.values()}
    code = tags["code"].strip()
    if code not in codes:
        _refuse("CW0705", filled, code=code, near=nearest(code, codes))
    return codes[code]


def _coloured(line: str) -> str:
    colour, line = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1]), escaped(line)
    return click.style(line, fg=colour) if colour else line
