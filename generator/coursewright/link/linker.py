"""Resolve every reference of the sources and build the `Site`.

With problems of any kind there is no site, but linking goes on to the end so
that every problem is said at once.
"""

from collections.abc import Mapping

from ..diagnostics import Problem, errors_in
from ..model.course import Course
from ..validate.sources import Sources
from .coverage import coverage, gaps
from .definitions import Definitions
from .references import check_references
from .site import Site, SiteChapter, SiteQuiz

AUDIENCES = ("learner", "trainer", "hr", "host")


def link_site(sources: Sources, problems: list[Problem]) -> Site | None:
    """The linked site, or None when anything is wrong; adds what it finds to `problems`."""
    known = Definitions(sources, problems)
    check_references(sources, known)
    if errors_in(problems) or sources.course is None:
        return None
    problems += gaps(sources, known)
    return _site(sources, known, sources.course.model)


def _site(sources: Sources, known: Definitions, course: Course) -> Site:
    chapters = sorted(known.chapters.things.values(), key=lambda chapter: chapter.number)
    guides = sorted(
        known.guides.things.values(),
        key=lambda guide: (AUDIENCES.index(guide.model.audience), guide.model.order, guide.id),
    )
    return Site(
        course=course,
        people_introduction=sources.cast.model.introduction if sources.cast else None,
        people=known.people.things,
        chapters=tuple(chapters),
        terms=known.terms.things,
        framework=sources.framework.model if sources.framework else None,
        competencies=known.competencies.things,
        taxonomies=known.taxonomies.things,
        toolkits=known.toolkits.things,
        families=tuple(known.families.things.values()),
        roles=dict(sorted(known.roles.things.items(), key=lambda entry: entry[1].model.code)),
        items=known.items.things,
        quizzes=_quizzes_in_order(known.quizzes.things, chapters),
        guides=tuple(guides),
        targets=known.targets,
        coverage=coverage(known, chapters),
        config=sources.config,
        tokens=sources.tokens,
        overrides=sources.overrides,
    )


def _quizzes_in_order(quizzes: Mapping[str, SiteQuiz], chapters: list[SiteChapter]) -> dict[str, SiteQuiz]:
    """Chapter quizzes in the order of chapters, then the others by id."""
    place = {chapter.id: chapter.number for chapter in chapters}
    last = len(chapters) + 1
    return dict(
        sorted(quizzes.items(), key=lambda entry: (place.get(entry[1].model.chapter or "", last), entry[0]))
    )
