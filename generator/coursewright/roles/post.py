"""The facts of a post: what it is called, where it stands, whom it reports to and where it leads."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..link.site import SiteRole
from ..press.document import Block, Facts
from ..press.line import Control, Spans
from .stationery import joined
from .vocabulary import facts, grades, superiors
from .writing import Writing

_ORDER = (
    "code",
    "title",
    "aliases",
    "employer",
    "family",
    "channel",
    "grade",
    "employment",
    "department",
    "reports_to",
    "second_line",
    "headcount",
    "location",
    "conditions",
)


_CHOSEN = ("employer", "family", "grade", "reports_to")


def post(writing: Writing) -> Iterator[Block]:
    words, role = writing.words, writing.role
    places = {**_written(writing), **_chosen(writing)}
    pairs: list[tuple[Spans, Spans]] = [
        ((places[name].title,), (places[name], *writing.mark(name))) for name in _ORDER if name in places
    ]
    people = [*_people(writing)] if role.kind == "role" else []
    onward = [*_onward(writing)] if role.kind == "role" else []
    wide = frozenset({len(pairs) + len(people)} if onward else ())
    yield Facts((*pairs, *people, *onward), wide, title=words("The post"))


def _people(writing: Writing) -> Iterator[tuple[Spans, Spans]]:
    """Who reports to the post; nobody to a department."""
    below = writing.stationery.site.coverage.reports_of_role.get(writing.of.id, ())
    yield (writing.words("Direct reports"),), _links(below, writing)


def _onward(writing: Writing) -> Iterator[tuple[Spans, Spans]]:
    """Where the post leads, if its source says so; the blank template has the place for it."""
    if writing.role.career or not writing.role.title:
        onward = [writing.stationery.site.roles[id] for id in writing.role.career]
        yield (writing.words("Career"),), (*_links(onward, writing), *writing.mark("career"))


def _written(writing: Writing) -> dict[str, Control]:
    role, words = writing.role, writing.words
    titles = {name: title for name, title in facts(words).items() if name not in _CHOSEN}
    values = {name: getattr(role, name) for name in titles}
    values["aliases"] = words(", ").join(role.aliases)
    return {name: writing.stationery.field(name, title, values[name]) for name, title in titles.items()}


def _chosen(writing: Writing) -> dict[str, Control]:
    role, words, stationery = writing.role, writing.words, writing.stationery
    titles = facts(words)
    levels = [
        (value, word)
        for value, word in grades(words).items()
        if (value == "department") == (role.kind == "charter")
    ]
    families = [(family.id, family.title) for family in stationery.site.families]
    employers = [(employer.id, employer.title) for employer in stationery.site.employers.values()]
    outside = [(role.superior, role.superior)] if role.superior else []
    superior = (stationery.link("role", role.reports_to),) if role.reports_to else ()
    chosen = {
        "family": stationery.choice("family", titles["family"], role.family, families),
        "grade": stationery.choice("grade", titles["grade"], role.grade, levels),
        "reports_to": stationery.choice(
            "reports_to",
            titles["reports_to"],
            role.reports_to or role.superior,
            [*superiors(stationery.site, writing.of), *outside],
            line=superior,
        ),
    }
    if employers:
        chosen["employer"] = stationery.choice("employer", titles["employer"], role.employer, employers)
    return {name: replace(control, fixed=True, open=name == "reports_to") for name, control in chosen.items()}


def _links(roles: Iterable[SiteRole], writing: Writing) -> Spans:
    """Links to roles; words for none of them, but in the blank template."""
    lines: list[Spans] = [(writing.stationery.link("role", role.id),) for role in roles]
    nothing = writing.words("none") if writing.role.title else ""
    return joined(lines, writing.words(", ")) if lines else (nothing,)
