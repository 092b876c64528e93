"""The commands about a course as a whole: check, build, stage it, and its schemas."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import PROBLEMS, BuilderMissing, ForeignFolder, SourceProblems
from ..model.settings import BUILDERS, builder_of
from .notices import unlike_sessions
from .terminal import (
    Progress,
    _,
    compile_course,
    course_option,
    format_option,
    language_option,
    report,
    say,
    say_waiting,
)

if TYPE_CHECKING:
    from ..diagnostics import Problem
    from ..link import Site
    from ..render import OutputTree


@click.command(help=_("Read all sources and list every problem; nothing is written."))
@course_option
@language_option
@click.option("--strict", is_flag=True, help=_("End with 1 if there are warnings, too."))
@format_option
def check(root: Path, language: str | None, strict: bool, style: str) -> None:
    from ..audit import audited
    from ..diagnostics import in_order

    with Progress(_("Checking …")):
        checked, tree = compile_course(root, language)
        problems = [*_refusals(root, checked.site, tree), *unlike_sessions(root, checked.sources)]
        if problems:
            raise SourceProblems([*checked.warnings, *problems], checked.site.course.language)
        warnings = in_order([*checked.warnings, *audited(checked.sources).problems])
    report(warnings, style, err=False)
    if style == "text":
        say(_summary(checked.site, len(warnings)))
    if strict and warnings:
        raise click.exceptions.Exit(PROBLEMS)


def _refusals(root: Path, site: "Site", tree: "OutputTree") -> "list[Problem]":
    """What the course's builder would refuse, where it is installed."""
    from ..host.builder import builder_named
    from ..host.trial import trial_problems

    try:
        builder = builder_named(builder_of(site.config))
    except BuilderMissing:
        return []
    return trial_problems(root, site, tree, builder)


def _summary(site: "Site", warnings: int) -> str:
    counts = (
        _.plural("{count} chapter", "{count} chapters", len(site.chapters)),
        _.plural("{count} section", "{count} sections", sum(1 for section in site.sections)),
        _.plural("{count} item", "{count} items", len(site.items) + site.reserved),
        _.plural("{count} quiz", "{count} quizzes", len(site.quizzes)),
        _.plural("{count} exam", "{count} exams", len(site.exams)),
        _.plural("{count} term", "{count} terms", len(site.terms)),
        _.plural("{count} role", "{count} roles", len(site.roles)),
    )
    listed = _(", ").join(counts)
    if not warnings:
        return _("Fine: {counts}").format(counts=listed)
    return _.plural(
        "Fine, with {count} warning: {counts}",
        "Fine, with {count} warnings: {counts}",
        warnings,
        counts=listed,
    )


builder_option = click.option(
    "--builder",
    type=click.Choice(BUILDERS),
    help=_(
        "Who builds the site: mkdocs (with Material) or zensical. "
        "What mkdocs.yml says if left out, and mkdocs if it says nothing."
    ),
)


@click.command(help=_("Build the finished site. The last good site stays as it was if anything is wrong."))
@course_option
@language_option
@click.option(
    "--site",
    "destination",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help=_("Where the site goes; site/ in the course's folder if left out."),
)
@builder_option
@format_option
def build(
    root: Path, language: str | None, destination: Path | None, builder: str | None, style: str
) -> None:
    from ..host.build import build_site
    from ..host.builder import builder_named
    from ..host.workplace import workplace
    from ..stage import restore_folder

    destination = destination or root / "site"
    with Progress(_("Reading the sources …")) as progress, workplace(root, say_waiting) as place:
        restore_folder(destination.resolve())
        checked, tree = compile_course(root, language, documents=True)
        chosen = builder_named(builder or builder_of(checked.site.config), place.templates)
        progress(_("Building the site …"))
        build_site(checked.site, tree, place, destination, chosen)
    report(checked.warnings, style)
    say(_("The site is in {folder}").format(folder=destination), err=True)


@click.command(
    help=_("Write the Markdown tree that MkDocs or Zensical builds, with its mkdocs.yml, into DIR.")
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@course_option
@language_option
@format_option
def stage(folder: Path, root: Path, language: str | None, style: str) -> None:
    from ..host.workplace import workplace
    from ..stage import stage_tree

    with workplace(root, say_waiting):
        checked, tree = compile_course(root, language, documents=True)
        staged = stage_tree(tree, folder)
    report(checked.warnings, style)
    say(
        _.plural(
            "{count} file written, {deleted} deleted in {folder}",
            "{count} files written, {deleted} deleted in {folder}",
            len(staged.written),
            deleted=len(staged.deleted),
            folder=folder,
        ),
        err=True,
    )


@click.command(
    help=_("Write the JSON Schemas of the source files into DIR, for completion and help in an editor.")
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    from ..model.schema import is_schema, schema_files

    files = schema_files()
    present = {file.name: file for file in folder.iterdir()} if folder.exists() else {}
    ours = {name for name in files if name in present and is_schema(present[name].read_bytes())}
    if present and (not ours or ours != files.keys() & present.keys()):
        raise ForeignFolder(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    say(_("The schemas are in {folder}").format(folder=folder), err=True)


COMMANDS = (check, build, stage, schema)
