"""The command line: `coursewright` and `python -m coursewright`.

Exit codes: 0 fine, 1 problems in the sources, 2 wrong usage, 70 a bug of ours.
"""

import gc
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from . import __version__
from .diagnostics import REPORTS, SourceProblems, errors_in
from .role_commands import roles
from .site_build import SiteFailed
from .stage import ForeignFolder
from .terminal import Progress, _, course_option, format_option, report

PROBLEMS, USAGE, BUG = 1, 2, 70

FEW_COLLECTIONS = 200_000
"""Objects made between two looks for cycles: a build makes millions and next to no cycles, and ends."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Build a learning site from YAML: chapters, quizzes, toolkits and role templates. "
        "Begin with “coursewright new DIR”, then “coursewright serve”."
    ),
)
@click.version_option(__version__, prog_name="coursewright")
def main() -> None:
    pass


main.add_command(roles)


@main.command(help=_("Make a small working course in the new folder DIR, to change and grow."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["zh-CN", "en"]), default=_.tag, help=_("Language of the new course."))
def new(folder: Path, language: str) -> None:
    from .starter import FolderTaken, start_course

    try:
        start_course(folder, language)
    except FolderTaken as error:
        raise click.UsageError(_("{folder} exists and is not empty").format(folder=error)) from error
    click.echo(_("A course is ready in {folder}. Next: cd {folder} && coursewright serve").format(folder=folder))


@main.command(help=_("Read all sources and list every problem; nothing is written."))
@course_option
@format_option
def check(root: Path, style: str) -> None:
    from .compiler import compile_course

    with Progress(_("Checking …")):
        checked, _tree = compile_course(root)
    report(checked.warnings, style, err=False)
    if style == "text":
        click.echo(_summary(checked.site))


@main.command(help=_("Build the finished site. The last good site stays as it was if anything is wrong."))
@course_option
@click.option(
    "--site",
    "destination",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help=_("Where the site goes; site/ in the course's folder if left out."),
)
@format_option
def build(root: Path, destination: Path | None, style: str) -> None:
    from .compiler import compile_course
    from .site_build import build_site

    destination = destination or root / "site"
    with Progress(_("Reading the sources …")) as progress:
        checked, tree = compile_course(root, documents=True)
        progress(_("Building the site …"))
        build_site(checked.site, tree, root, destination)
    report(checked.warnings, style)
    click.echo(_("The site is in {folder}").format(folder=destination), err=True)


@main.command(help=_("Show the site on this machine and rebuild it whenever a source changes."))
@course_option
@click.option("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help=_("Where to serve; 127.0.0.1:8000 if left out."))
def serve(root: Path, address: str) -> None:
    from mkdocs.commands.serve import serve as mkdocs_serve

    from .compiler import check_course
    from .load.tree import CONFIG

    check_course(root)
    mkdocs_serve(config_file=str(root / CONFIG), dev_addr=address)


@main.command(help=_("Write the Markdown tree that MkDocs or Zensical builds, with its mkdocs.yml, into DIR."))
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@course_option
@format_option
def stage(folder: Path, root: Path, style: str) -> None:
    from .compiler import compile_course
    from .stage import stage_tree

    checked, tree = compile_course(root, documents=True)
    staged = stage_tree(tree, folder)
    report(checked.warnings, style)
    click.echo(
        _("{written} files written, {deleted} deleted in {folder}").format(
            written=len(staged.written), deleted=len(staged.deleted), folder=folder
        ),
        err=True,
    )


@main.command(help=_("Write the JSON Schemas of the source files into DIR, for completion and help in an editor."))
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    from .schema import schema_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(_("{count} schemas written in {folder}").format(count=len(schema_files()), folder=folder), err=True)


def _summary(site: Any) -> str:
    return _("Fine: {chapters} chapters, {sections} sections, {items} items in {quizzes} quizzes, {terms} terms, {roles} roles").format(
        chapters=len(site.chapters),
        sections=sum(1 for _ in site.sections),
        items=len(site.items),
        quizzes=len(site.quizzes),
        terms=len(site.terms),
        roles=len(site.roles),
    )


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; the one place that catches."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        code = main.main(arguments, prog_name="coursewright", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except SourceProblems as error:
        return _say_problems(error, _style_asked(arguments))
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Abort:
        return 130
    except ForeignFolder as error:
        click.echo(_("{folder} holds files that coursewright did not write; choose an empty folder").format(folder=error), err=True)
        return USAGE
    except SiteFailed as error:
        click.echo(_("MkDocs stopped: {problem}").format(problem=error), err=True)
        return PROBLEMS
    except OSError as error:
        label = _("error")
        click.echo(f"{label}: {error.strerror}: {error.filename}", err=True)
        return PROBLEMS
    except Exception:
        traceback.print_exc()
        click.echo(_("This is a bug in coursewright. Please report it with the lines above."), err=True)
        return BUG


def _say_problems(error: SourceProblems, style: str) -> int:
    click.echo(REPORTS[style](error.problems, _), nl=False, err=style == "text")
    if style == "text":
        errors = errors_in(error.problems)
        counts = _("{errors} errors, {warnings} warnings").format(errors=errors, warnings=len(error.problems) - errors)
        click.echo(counts, err=True)
        click.echo(_("Nothing was written."), err=True)
    return PROBLEMS


def _style_asked(arguments: list[str]) -> str:
    """The --format that was asked for; the command that failed cannot tell any more."""
    for at, argument in enumerate(arguments):
        style = argument.removeprefix("--format=") if argument.startswith("--format=") else ""
        style = style or (arguments[at + 1] if argument == "--format" and at + 1 < len(arguments) else "")
        if style in REPORTS:
            return style
    return "text"


def entry() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console of another encoding is no reason to stop
    gc.set_threshold(FEW_COLLECTIONS)
    sys.exit(run())
