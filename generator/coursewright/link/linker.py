"""Resolve every reference of the sources and build the `Site` and the `Vault`.

With a problem of any kind there is neither, but linking goes on to the end so
that every problem is said at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..diagnostics import Problem, errors_in
from ..model.kinds import COURSE
from ..translate.po_file import PoFile
from ..validate.sources import Sources
from .assembly import Linked, assembled
from .blueprints import exams
from .coverage import gaps
from .definitions import definitions
from .leaks import leak_problems
from .listings import listing_problems
from .made import made
from .media import published
from .minimum import minimum_problems
from .references import reference_problems
from .twins import twin_problems


@dataclass(frozen=True)
class Linking:
    """The linked course, or None when anything is wrong here or was before; and the problems found here."""

    linked: Linked | None
    problems: list[Problem]


def link_site(sources: Sources, written: Sources | None = None, catalogs: Iterable[PoFile] = ()) -> Linking:
    """`written` are the sources as their authors wrote them, if these are translated, with all `catalogs`."""
    known = definitions(sources)
    problems = [*listing_problems(sources), *known.problems, *reference_problems(sources, known)]
    media = published(sources)
    problems += [*twin_problems(sources), *leak_problems(written or sources, catalogs, media)]
    course = sources.one(COURSE)
    if errors_in(problems) or not sources.sound or course is None:
        return Linking(None, problems)
    items = made(sources, known)
    if items.problems:
        return Linking(None, [*problems, *items.problems])
    linked = assembled(sources, known.targets, course.model, items.items, media)
    drawable = exams(sources, linked.site, linked.vault)
    errors = [*drawable.problems, *minimum_problems(sources, linked.site)]
    problems += [*errors, *gaps(sources, linked.site)]
    if errors_in(errors):
        return Linking(None, problems)
    return Linking(replace(linked, site=replace(linked.site, exams=drawable.exams)), problems)
