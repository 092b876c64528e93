"""`coursewright roles export`: the documents of roles into a folder."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import Place, Problem
from .given import given, refuse, refuse_unknown
from .terminal import Progress, _, check_course, course_option, language_option, report, say

if TYPE_CHECKING:
    from ..link import Site
    from ..press.picture import Picture
    from ..roles.stationery import Final

FORMATS = ("docx", "pdf", "zip")

MOST_OF_A_NAME = 80
"""Characters of a company's name, so that it stands in the head of a page."""


def _company(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    """The name on one line; nothing but spaces is none."""
    bare = " ".join((name or "").split())
    if len(bare) > MOST_OF_A_NAME:
        raise click.BadParameter(_("at most {most} characters").format(most=MOST_OF_A_NAME))
    return bare or None


@click.command(
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
    for id in chosen:
        refuse_unknown(_("role"), id, site.roles, "--role")
    raw = given(template) if template else None
    with Progress(_("Printing …")) as progress:
        order = Order(asked, chosen, company, _logo(logo), raw, confirmation)
        try:
            kept = _kept(site, raw, template) if raw else []
            files = export_roles(site, order, lambda name: progress(_("Printing {name} …").format(name=name)))
        except NotATemplate:
            refuse("CW0704", template)
        except NotAPicture:  # its head is that of a picture, the rest of it is not
            refuse("CW0703", logo)
    if missing := unprintable_in(site, order):
        kept.append(Problem("CW0721", Place(str(folder)), {"characters": " ".join(missing)}))
    report(kept, "text")
    write_files(files, folder)
    said = _.plural("{count} file in {folder}", "{count} files in {folder}", len(files), folder=folder)
    say(said, err=True)


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


def _logo(file: Path | None) -> "Picture | None":
    from ..press.picture import NotAPicture, picture

    if file is None:
        return None
    try:
        return picture(given(file))
    except NotAPicture:
        refuse("CW0703", file)
