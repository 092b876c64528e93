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
    wide = frozenset({len(pairs) + 1} if people else ())
    yield Facts((*pairs, *people), wide, title=words("The post"))


def _people(writing: Writing) -> Iterator[tuple[Spans, Spans]]:
    """Who reports to the post, and where it leads; a department has neither."""
    words, site = writing.words, writing.stationery.site
    below = site.coverage.reports_of_role.get(writing.of.id, ())
    onward = [site.roles[id] for id in writing.role.career]
    yield (words("Direct reports"),), _links(below, writing)
    yield (words("Career"),), (*_links(onward, writing), *writing.mark("career"))


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
