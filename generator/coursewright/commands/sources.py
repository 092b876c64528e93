"""Commands that change the sources: `rename`, and `new` for a part of a course."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import Place, Problem, errors_in
from ..errors import SourceProblems
from .given import refuse_unknown
from .terminal import _, check_course, course_option, say, turn_to

if TYPE_CHECKING:
    from ..load import SourceTree
    from ..model.kind import Kind
    from ..validate.sources import Sources

KEPT = ("chapter", "exam", "item", "quiz", "section", "toolkit")
"""Things by whose ids learners' records are kept."""


@dataclass(frozen=True)
class Course:
    """A course whose sources are to be changed, without errors or as far as it is understood.

    `known` has the ids of a kind of thing by its name, `partial` the kinds of which there may be more.
    """

    root: Path
    tree: "SourceTree"
    sources: "Sources"
    known: Mapping[str, Any]
    partial: frozenset[str] = frozenset()

    def errors(self) -> list[Problem]:
        """Everything that keeps the course from being built."""
        try:
            check_course(self.root)
        except SourceProblems as error:
            return [problem for problem in error.problems if problem.severity == "error"]
        return []

    def raw(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def need(self, *files: str) -> None:
        """Raises SourceProblems when some files, of those that are there, or the course's own are broken."""
        from ..model.kinds import COURSE

        found = [*self.tree.problems, *self.sources.problems]
        if self.sources.one(COURSE) and not self.tree.has_gaps:
            broken = self.sources.failed.intersection(files)
            found = [problem for problem in found if problem.place.file in broken]
        if errors_in(found):
            raise SourceProblems(found, self.sources.language)

    def refuse_unknown(self, name: str, id: str, hint: str) -> None:
        """Raises BadParameter with what may have been meant."""
        refuse_unknown(_(_noun(name)), id, self.known[name], hint)

    def refuse_taken(self, name: str, id: str, hint: str) -> None:
        """Raises BadParameter when there is such a thing."""
        if id in self.known[name]:
            said = _("the {kind} “{id}” is there already").format(kind=_(_noun(name)), id=id)
            raise click.BadParameter(said, param_hint=hint)

    def refuse_place(self, kind: "Kind[Any]", id: str, hint: str) -> None:
        """Raises BadParameter when a new file of this id would be refused, or is another's place."""
        from ..model.kinds import kind_of

        refuse_unfit(kind, id, hint)
        file = kind.file_of(id)
        if kind_of(file) is not kind:
            said = _("{file} is the place of something else; choose another id").format(file=file)
            raise click.BadParameter(said, param_hint=hint)
        self.refuse_existing(file, hint)

    def refuse_existing(self, path: str, hint: str) -> None:
        """Raises BadParameter when anything is at a path from the course's folder."""
        if os.path.lexists(self.root / path):
            said = _("{file} is there already; choose another id").format(file=path)
            raise click.BadParameter(said, param_hint=hint)

    def write(self, files: Mapping[str, bytes]) -> None:
        from ..stage import write_files

        write_files(files, self.root)
        for path in files:
            say(_("Written: {file}").format(file=path))

    def add(self, files: Mapping[str, bytes]) -> None:
        """Write new parts of a course that may have errors elsewhere, which are counted."""
        errors = len(self.errors())
        self.write(files)
        if errors:
            said = _.plural(
                "The course has {count} error that was there before; “coursewright check” lists it.",
                "The course has {count} errors that were there before; “coursewright check” lists them.",
                errors,
            )
            say(said, err=True)


def opened(root: Path) -> Course:
    """The course at `root`. Raises SourceProblems when it has errors: what is changed must be understood."""
    check_course(root)
    return understood(root)


def understood(root: Path) -> Course:
    """The course at `root` as far as it can be understood, whatever is wrong with it."""
    from ..link.definitions import definitions
    from ..load import load_tree
    from ..validate import validate_tree

    tree = load_tree(root)
    sources = validate_tree(tree)
    turn_to(sources.language)
    registers = definitions(sources).registers
    known = {name: set(register.things) for name, register in registers.items()}
    partial = frozenset(name for name, register in registers.items() if register.partial or tree.has_gaps)
    return Course(root, tree, sources, known, partial)


def an_id(parts: int) -> Any:
    """The callback of an id of so many parts with slashes between."""

    def checked(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str | None:
        if text is None or is_id(text, parts):
            return text
        raise click.BadParameter(refusal(text, parts))

    return checked


def refuse_unfit(kind: "Kind[Any]", id: str, hint: str | None = None) -> None:
    """Raises BadParameter when a file of this id would be refused wherever it is: con is none on Windows."""
    from ..load.tree import unfit_path

    if problem := unfit_path(kind.file_of(id), kind.taken):
        raise click.BadParameter("; ".join((problem.message(_), *problem.hints(_))), param_hint=hint)


def refusal(text: str, parts: int, example: str = "first-minute") -> str:
    """Why a text is no id, and what may have been meant; an id of one part is written like the example."""
    from ..load.tree import is_device
    from ..model.text import LONGEST
    from ..validate.meant import as_id

    if device := next(filter(is_device, text.split("/")), None):
        problem = Problem("CW0130", Place(""), {"name": device})
        return "; ".join((problem.message(_), *problem.hints(_)))
    if (length := _longest(text)) > LONGEST:
        return Problem("CW0206", Place(""), {"length": length, "most": LONGEST}).message(_)
    proper = as_id(text)
    is_near = is_id(proper, parts) and not any(map(is_device, proper.split("/")))
    near = "; " + _("did you mean “{near}”?").format(near=proper) if is_near else ""
    shape = "/".join(("chapter", "section", "objective")[:parts]) if parts > 1 else example
    said = _("“{id}” is no id; write it like {shape}, in lower-case letters, digits and hyphens")
    return said.format(id=text, shape=shape) + near


def is_id(text: str, parts: int) -> bool:
    """Whether a text is an id of so many parts."""
    from ..model.text import ID, LONGEST

    return bool(re.fullmatch("/".join([ID] * parts), text)) and _longest(text) <= LONGEST


def _longest(id: str) -> int:
    """Characters of the longest part of an id."""
    return max(map(len, id.split("/")))


def _noun(name: str) -> str:
    from ..model.kinds import THINGS

    return THINGS[name].noun


KINDS_RENAMED = (
    "chapter, competency, employer, exam, family, guide, item, node, objective, person, quiz, role, section, "
    "taxonomy, term, toolkit"
)
"""As `edit/rename.py` has them, which is read only by who renames."""


@click.command(
    short_help=_("Give something another id, everywhere."),
    help=_(
        "Give something of the course another id, and change every reference to it: in lists, in texts, in "
        "translations. KIND is one of: {kinds}. OLD and NEW are ids as others refer to them, such as "
        "reception/first-minute; of NEW the last part is enough."
    ).format(kinds=KINDS_RENAMED),
)
@click.argument("kind", metavar="KIND")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@course_option
def rename(kind: str, old: str, new: str, root: Path) -> None:
    from ..edit.rename import RENAMED, Change, new_id, renaming
    from ..model.kind import BY_FILE

    if kind not in RENAMED:
        said = _("choose among {names}").format(names=", ".join(RENAMED))
        raise click.BadParameter(said, param_hint="KIND")
    course = opened(root)
    course.refuse_unknown(kind, old, "OLD")
    whole = new_id(old, new)
    if not is_id(whole, old.count("/") + 1):
        raise click.BadParameter(refusal(new, old.count("/") + 1 if "/" in new else 1), param_hint="NEW")
    if whole.rpartition("/")[0] != old.rpartition("/")[0]:
        raise click.BadParameter(_("only the last part can be another"), param_hint="NEW")
    course.refuse_taken(kind, whole, "NEW")
    change = Change(kind, old, whole)
    if change.thing.key == BY_FILE:
        course.refuse_place(change.kind, whole, "NEW")
    found = renaming(course.sources, course.tree, course.raw, change)
    for after in found.moves.values():
        course.refuse_existing(after, "NEW")
    _write(course, found.contents, found.moves, found.counts)
    if kind in KEPT:
        say(_("Learners' records are kept by the old id: what they did there no longer counts."))
    check_course(root)


def _write(
    course: Course, contents: Mapping[str, bytes], moves: Mapping[str, str], counts: Mapping[str, int]
) -> None:
    from ..stage import write_files

    write_files(contents, course.root)
    for path, count in sorted(counts.items()):
        said = _.plural("{file}: {count} place", "{file}: {count} places", count, file=path)
        say(said)
    for before, after in moves.items():
        (course.root / before).rename(course.root / after)
        say(f"{before} → {after}")
