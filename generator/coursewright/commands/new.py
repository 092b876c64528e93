"""`coursewright new`: a course to begin with; `parts.py` has the parts of one."""

import os
import re
import secrets
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..diagnostics import Place, Problem
from .parts import PARTS
from .sources import an_id
from .terminal import _, say
from .titles import a_line, id_of, title_of

STARTERS = ("zh-CN", "en")
"""Languages that there is a starter course in."""

COURSE = "course"


class NewFolder(click.Path):
    """A folder by its name, which is not left empty: to a path that would be this folder."""

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> Any:
        if value == "":
            self.fail(_("it is empty: name the new folder"), parameter, context)
        return super().convert(value, parameter, context)


class Beginning(click.Group):
    """`new DIR` is short for `new course DIR`."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in (*self.commands, *context.help_option_names):
            args = [COURSE, *args]
        return super().parse_args(context, args)


def an_url(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
    """The callback of the address of a site; none is known where it is empty."""
    from ..validate.config import SITE_ADDRESS

    if not text or SITE_ADDRESS.fullmatch(text):
        return text
    problem = Problem("CW0611", Place(""), {"found": text})
    raise click.BadParameter("; ".join((problem.message(_), *problem.hints(_))))


@click.group(
    cls=Beginning,
    short_help=_("Make a course, or a part of one."),
    help=_(
        "Make a small working course in the new folder DIR: coursewright new DIR. "
        "In the folder of a course, add a chapter, a section, an item, an exam or a role to it."
    ),
)
def new() -> None:
    pass


@new.command(COURSE, help=_("Make a small working course in the new folder DIR, to change and grow."))
@click.argument("folder", metavar="DIR", type=NewFolder(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(STARTERS),
    default=_.language.replace("_", "-"),
    help=_("Language of the new course."),
)
@click.option(
    "--title",
    metavar="TITLE",
    callback=a_line,
    help=_("Title of the course; made of the folder's name if left out."),
)
@click.option(
    "--id",
    "id",
    metavar="ID",
    callback=an_id(1),
    help=_(
        "Id of the course, under which learners' records are kept; made of the folder's name if left out."
    ),
)
@click.option(
    "--site-url",
    metavar="URL",
    callback=an_url,
    help=_("Where the site will be published; may be written later."),
)
def course(folder: Path, language: str, title: str | None, id: str | None, site_url: str | None) -> None:
    from ..starter import Beginnings, example_title, start_course

    name = folder.resolve().name
    own = id_of(name) or f"course-{secrets.token_hex(3)}"
    proposed = title_of(name, language) or example_title(language)
    if sys.stdin.isatty() and sys.stdout.isatty():
        title = title or _asked(_("Title of the course"), proposed, a_line)
        id = id or _asked(_("Its id, for learners' records"), own, an_id(1))
        site_url = site_url or _asked(_("Address of the site, if it is known"), "", an_url)
    chosen = Beginnings(title or proposed, id or own, site_url or "")
    start_course(folder, language, chosen)
    say(
        _("A course is ready in {folder}: “{title}”, with the id {id}.").format(
            folder=folder, title=chosen.title, id=chosen.id
        )
    )
    say(_("Next:"))
    say(f"  cd {_quoted(str(folder))}\n  coursewright serve --open")


def _asked(question: str, proposed: str, check: Callable[..., Any]) -> str:
    """An answer that the callback of an option takes."""
    return str(
        click.prompt(
            question,
            default=proposed,
            show_default=bool(proposed),
            value_proc=lambda text: check(click.get_current_context(), None, text),
        )
    )


def _quoted(folder: str) -> str:
    """A folder's name for the command line."""
    if os.name == "nt":
        return f'"{folder}"' if re.search(r"[^\w./\\:-]", folder) else folder
    return shlex.quote(folder) if re.search(r"[^\w./-]", folder) else folder


for command in PARTS:
    new.add_command(command)
