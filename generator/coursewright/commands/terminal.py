"""What every command shares: the reader's words, its options, the course it is about, progress, reports."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import REPORTS, Problem
from ..diagnostics.printable import escaped
from ..words import Words, reader_language
from ..words.language import TAG, is_language, suggested_tag, usual_tag
from ..words.system import trouble
from .click_words import teach_click

if TYPE_CHECKING:
    from ..compiler import Checked
    from ..render import OutputTree

_HEAD = re.compile(r"^(error|warning)\[CW\d+\]", re.M)
_ASKED = reader_language()
_ = Words(_ASKED or "en")
teach_click(_)


def turn_to(language: str | None) -> None:
    """Go on in the course's language, where the terminal says nothing of its user's."""
    if language and _ASKED is None:
        _.turn_to(language)


def the_course(_context: click.Context, _parameter: click.Parameter, root: Path | None) -> Path:
    """The folder that was named, else the nearest one that holds a course, from here upwards."""
    if root is not None:
        return root
    here = Path.cwd()
    found = (Path(os.path.relpath(folder)) for folder in (here, *here.parents) if holds_a_course(folder))
    return next(found, Path())


def holds_a_course(folder: Path) -> bool:
    from ..load.tree import NEEDED

    try:
        return all((folder / name).is_file() for name in NEEDED)
    except PermissionError:
        return False


course_option = click.option(
    "--course",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=the_course,
    metavar="DIR",
    help=_(
        "The folder of the course, with mkdocs.yml, content/ and quizzes/ in it; "
        "the current folder, or the nearest above it that is one, if left out."
    ),
)


def a_language(_context: click.Context, _parameter: click.Parameter, tag: str | None) -> str | None:
    """The callback of whatever names a language: its tag in the usual case, for case means nothing in it."""
    if tag is None:
        return None
    if re.fullmatch(TAG, tag) and is_language(tag):
        return usual_tag(tag)
    near = suggested_tag(tag)
    hint = "; " + _("did you mean “{near}”?").format(near=near) if near else ""
    raise click.BadParameter(_("“{name}” is not the code of a language").format(name=tag) + hint)


language_option = click.option(
    "--language",
    metavar="LANGUAGE",
    callback=a_language,
    help=_("In another language, such as de: the one of translations/de.po; the course's own if left out."),
)
STYLE = "coursewright.style"
"""Where a command's context remembers how problems are to be listed, for whoever catches them."""


def _remember(context: click.Context, _parameter: click.Parameter, style: str) -> str:
    context.meta[STYLE] = style
    return style


format_option = click.option(
    "--format",
    "style",
    callback=_remember,
    type=click.Choice(sorted(REPORTS)),
    default="text",
    help=_(
        "How problems are listed: text for people, json for programs, "
        "github for notes beside the changed line."
    ),
)


def check_course(root: Path, language: str | None = None) -> "Checked":
    from .. import compiler

    checked = compiler.check_course(root, language)
    turn_to(checked.site.course.language)
    return checked


def compile_course(
    root: Path, language: str | None = None, *, documents: bool = False
) -> tuple["Checked", "OutputTree"]:
    from .. import compiler

    checked, tree = compiler.compile_course(root, language, documents=documents)
    turn_to(checked.site.course.language)
    return checked, tree


def say(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """The one way to the terminal: names of files, and what others wrote, may hold what acts on it."""
    click.echo(escaped(text), nl=nl, err=err)


def show(text: str, *, err: bool = False) -> None:
    """What was escaped and then coloured."""
    click.echo(text, nl=False, err=err)


def report(problems: list[Problem], style: str, *, err: bool = True) -> None:
    if problems or style == "json":
        show(listed(problems, style), err=err and style == "text")


def listed(problems: list[Problem], style: str) -> str:
    """The report, in colour for people; what is no terminal is sent none by click."""
    text = escaped(REPORTS[style](problems, _))
    return text if style != "text" or "NO_COLOR" in os.environ else _HEAD.sub(_coloured, text)


def _coloured(head: re.Match[str]) -> str:
    return click.style(head[0], fg="red" if head[1] == "error" else "yellow", bold=True)


def said_of(error: OSError) -> str:
    """What the system refused, and with which file if it was one."""
    file = "" if error.filename is None else f"{_(': ')}{error.filename}"
    return f"{_(trouble(error))}{file}"


def say_waiting() -> None:
    say(_("Another build of this course is at work; waiting for it to end …"), err=True)


class Progress:
    """A line that says what is going on, on a terminal only."""

    def __init__(self, message: str) -> None:
        self._message = message
        self._status: Any = None

    def __enter__(self) -> "Progress":
        if sys.stderr.isatty():
            from rich.console import Console

            self._status = Console(stderr=True, markup=False).status(escaped(self._message))
            self._status.start()
        return self

    def __call__(self, message: str) -> None:
        if self._status:
            self._status.update(escaped(message))

    def __exit__(self, *_error: object) -> None:
        if self._status:
            self._status.stop()
