"""What statements about a learner name: the course, its sections, quizzes and items, and how items are asked.

`browser/xapi/` makes statements of it and of the learner's record (xAPI 1.0.3, Data 2.4.4.1, for the
components of interactions). It has texts, and no answers: what is right stays with the questions.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..link.site import Site, SiteItem
from ..model.items.interaction import Choice, Entry, Gaps, Interaction, Match, Order, Target, Written
from ..model.markup import on_one_line
from ..words import Words
from .code import ASSETS, DOCS
from .rendering import Rendering

FILE = f"{ASSETS}/xapi.json"
STORES = FILE.removeprefix(DOCS)
"""Where it is in the site that was built."""

_ADL = "http://adlnet.gov/expapi"
VERBS = {
    verb: f"{_ADL}/verbs/{verb}" for verb in ("answered", "completed", "experienced", "failed", "passed")
}
ACTIVITIES = {
    "course": f"{_ADL}/activities/course",
    "section": f"{_ADL}/activities/lesson",
    "quiz": f"{_ADL}/activities/assessment",
    "item": f"{_ADL}/activities/cmi.interaction",
}
"""The vocabulary of ADL, by what it says of ours."""

_JUDGED = frozenset({"true", "false"})


def render_xapi(rendering: Rendering) -> None:
    if rendering.site.course.xapi is not None:
        told = json.dumps(_told(rendering.site, rendering.words), ensure_ascii=False, separators=(",", ":"))
        rendering.tree.add(FILE, told)


def _told(site: Site, words: Words) -> dict[str, Any]:
    xapi = site.course.xapi
    assert xapi is not None
    return {
        "course": {"title": site.course.title, "language": site.course.language},
        "activities": f"{xapi.activities.rstrip('/')}/",
        "recipient": xapi.recipient,
        "endpoint": xapi.endpoint,
        "homePage": xapi.home_page,
        "cookies": xapi.cookies,
        "stores": xapi.addresses,
        "verbs": VERBS,
        "types": ACTIVITIES,
        "sections": {section.id: section.model.title for section in site.sections},
        "quizzes": {quiz.id: quiz.model.title for quiz in site.quizzes.values()},
        "exams": {exam.id: exam.model.title for exam in site.exams.values()},
        "items": {item.id: _item(item, words) for item in site.items.values()},
    }


def _item(item: SiteItem, words: Words) -> tuple[int, str, str, dict[str, Any]]:
    """Its edition, its section, its stem, and how it is asked."""
    interaction = item.model.asked(words).interaction
    return item.model.edition, item.section.id, on_one_line(item.model.stem), described(interaction)


def described(interaction: Interaction) -> dict[str, Any]:
    """Its shape, what the standard calls it, and its components."""
    match interaction:
        case Choice(options):
            judged = {option.id for option in options} == _JUDGED
            kind = {"type": "true-false"} if judged else {"type": "choice", "choices": _components(options)}
            return {"shape": "choice", **kind}
        case Order(steps):
            return {"shape": "order", "type": "sequencing", "choices": _components(steps)}
        case Match(things, targets):
            ends = {"source": _components(things), "target": _components(targets)}
            return {"shape": "match", "type": "matching", **ends}
        case Gaps((gap,)) if gap.is_number:
            return {"shape": "gaps", "type": "numeric", "gaps": [gap.id], "isNumber": True}
        case Gaps(gaps):
            return {"shape": "gaps", "type": "fill-in", "gaps": [gap.id for gap in gaps]}
        case Written():
            return {"shape": "written", "type": "long-fill-in"}


def _components(entries: Iterable[Entry | Target]) -> Mapping[str, str]:
    return {entry.id: on_one_line(entry.text) for entry in entries}
