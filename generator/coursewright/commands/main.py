"""The command line: `coursewright` and `python -m coursewright`."""

import gc
import sys
import traceback
from io import StringIO, TextIOWrapper
from typing import Any

import click

from .. import __version__
from ..diagnostics import errors_in
from ..errors import BUG, PROBLEMS, CoursewrightError, SourceProblems
from . import course
from .credential import credential
from .demo import demo
from .exam import exam
from .export import export
from .importing import import_
from .issuer import issuer
from .items import items
from .new import new
from .roles import roles
from .serve import serve
from .sources import rename
from .terminal import STYLE, _, listed, said_of, say, show, turn_to
from .translate import translate

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


COMMANDS = (
    new,
    *course.COMMANDS,
    serve,
    rename,
    items,
    exam,
    issuer,
    credential,
    demo,
    export,
    import_,
    translate,
    roles,
)
for command in COMMANDS:
    main.add_command(command)


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; the one place that catches."""
    asked: dict[str, Any] = {}
    try:
        with main.make_context("coursewright", sys.argv[1:] if arguments is None else arguments) as context:
            asked = context.meta
            main.invoke(context)
        return 0
    except SourceProblems as error:
        return _say_problems(error, asked.get(STYLE, "text"))
    except CoursewrightError as error:
        say(error.said(_), err=True)
        return error.exit_code
    except click.exceptions.Exit as exit:
        return exit.exit_code
    except click.ClickException as error:
        said = StringIO()
        error.show(said)
        say(said.getvalue(), err=True, nl=False)
        return error.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return 130
    except OSError as error:
        say(f"{_('error')}: {said_of(error)}", err=True)
        return PROBLEMS
    except Exception:
        say(traceback.format_exc(), err=True, nl=False)
        say(_("This is a bug in coursewright. Please report it with the lines above."), err=True)
        return BUG


def _say_problems(error: SourceProblems, style: str) -> int:
    turn_to(error.language)
    show(listed(error.problems, style), err=style == "text")
    if style == "text":
        errors = errors_in(error.problems)
        warnings = len(error.problems) - errors
        counts = (
            _.plural("{count} error", "{count} errors", errors),
            _.plural("{count} warning", "{count} warnings", warnings),
        )
        say(_(", ").join(counts), err=True)
        say(_("Nothing was written."), err=True)
    return error.exit_code


def entry() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                errors="backslashreplace"
            )  # a console of another encoding is no reason to stop
    gc.set_threshold(FEW_COLLECTIONS)
    sys.exit(run())
