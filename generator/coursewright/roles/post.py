"""The facts of a post: what it is called, where it stands, whom it reports to and where it leads."""

from collections.abc import Iterable, Iterator

from ..link.site import SiteRole
from ..press.document import Block, Control, Facts, Spans
from .stationery import joined
from .vocabulary import grades, superiors
from .writing import Writing

_ORDER = (
    "code",
    "title",
    "aliases",
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


def post(writing: Writing) -> Iterator[Block]:
    words, site, role = writing.words, writing.stationery.site, writing.role
    places = {**_written(writing), **_chosen(writing)}
    pairs: list[tuple[Spans, Spans]] = [
        ((places[name].title,), (places[name], *writing.mark(name))) for name in _ORDER
    ]
    below = site.coverage.reports_of_role.get(writing.of.id, ())
    onward = [site.roles[id] for id in role.career]
    pairs.append(((words("Direct reports"),), _links(below, writing)))
    pairs.append(((words("Career"),), (*_links(onward, writing), *writing.mark("career"))))
    yield Facts(tuple(pairs), wide=frozenset({len(pairs) - 1}), title=words("The post"))


def _written(writing: Writing) -> dict[str, Control]:
    role, words = writing.role, writing.words
    titles = {
        "code": words("Role code"),
        "title": words("Title"),
        "aliases": words("Also called"),
        "channel": words("Channel"),
        "employment": words("Employment"),
        "department": words("Department"),
        "second_line": words("Second line"),
        "headcount": words("Headcount"),
        "location": words("Place of work"),
        "conditions": words("Working conditions"),
    }
    values = {name: getattr(role, name) for name in titles}
    values["aliases"] = words(", ").join(role.aliases)
    return {name: writing.stationery.control(name, title, values[name]) for name, title in titles.items()}


def _chosen(writing: Writing) -> dict[str, Control]:
    role, words, stationery = writing.role, writing.words, writing.stationery
    families = [(family.id, family.title) for family in stationery.site.families]
    superior = (stationery.link("role", role.reports_to),) if role.reports_to else ()
    return {
        "family": stationery.choice("family", words("Family"), role.family, families),
        "grade": stationery.choice("grade", words("Job level"), role.grade, grades(words).items()),
        "reports_to": stationery.choice(
            "reports_to",
            words("Reports to"),
            role.reports_to,
            superiors(stationery.site, writing.of),
            line=superior,
        ),
    }


def _links(roles: Iterable[SiteRole], writing: Writing) -> Spans:
    """Links to roles; words for none of them, but in the blank template."""
    lines: list[Spans] = [(writing.stationery.link("role", role.id),) for role in roles]
    nothing = writing.words("none") if writing.role.title else ""
    return joined(lines, writing.words(", ")) if lines else (nothing,)
