"""Roles side by side: the page that compares them, and what it compares as data.

    {"aspects": [{"title", "kind": "line" | "list" | "rows", "names": {key: title}}, …],
     "roles": [{"id", "title", "url", "values": [one an aspect, in their order]}, …]}

A line is a text, a list is texts, rows are texts by key. The url is seen from
the page that compares.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..link.site import Site, SiteRole
from ..model.markup import on_one_line
from ..model.role import Qualification
from ..render.code import ASSETS
from ..render.levels import level_words
from ..render.markdown import unmarked
from ..render.rendering import Rendering
from ..render.urls import relative, url_of
from ..words import Words
from .stationery import Stationery
from .vocabulary import grades, qualifications

PAGE = "roles/compare.md"
MOST = 3

Value = str | list[str] | dict[str, str]


@dataclass(frozen=True)
class Aspect:
    """What roles are compared by; `names` are the titles of the keys of rows, in order."""

    title: str
    kind: Literal["line", "list", "rows"]
    value: Callable[[SiteRole], Value]
    names: Mapping[str, str] = field(default_factory=dict)


def render_comparison(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    rendering.page(
        PAGE, "compare.html", words("Compare roles"), meta={"hide": ["navigation", "toc"]}, most=MOST
    )
    rendering.tree.add(
        f"{ASSETS}/roles.json", json.dumps(_data(site, words), ensure_ascii=False, separators=(",", ":"))
    )


def _data(site: Site, words: Words) -> dict[str, object]:
    aspects = [*_position(site, words), *_work(words), *_requirements(site, words)]
    return {
        "aspects": [
            {"title": aspect.title, "kind": aspect.kind, "names": aspect.names} for aspect in aspects
        ],
        "roles": [
            {
                "id": role.id,
                "title": role.model.title,
                "url": relative(PAGE, url_of(role.target.page)),
                "values": [aspect.value(role) for aspect in aspects],
            }
            for role in site.roles.values()
        ],
    }


def _position(site: Site, words: Words) -> list[Aspect]:
    levels = grades(words)
    found = [
        Aspect(words("Role code"), "line", lambda role: role.model.code),
        Aspect(
            words("Employer"),
            "line",
            lambda role: site.employers[role.model.employer].title if role.model.employer else "",
        ),
        Aspect(words("Family"), "line", lambda role: role.family.title),
        Aspect(words("Job level"), "line", lambda role: levels[role.model.grade]),
        Aspect(words("Channel"), "line", lambda role: role.model.channel or ""),
        Aspect(
            words("Reports to"),
            "line",
            lambda role: Stationery(site, words).superior(role.model) or "",
        ),
    ]
    return [aspect for aspect in found if any(aspect.value(role) for role in site.roles.values())]


def _work(words: Words) -> list[Aspect]:
    def weighted(parts: Iterable[tuple[str, int]]) -> list[str]:
        return [
            words("{text} ({weight} %)").format(text=unmarked(text), weight=weight) for text, weight in parts
        ]

    return [
        Aspect(words("Purpose"), "list", lambda role: [on_one_line(role.model.purpose)]),
        Aspect(
            words("Duties"),
            "list",
            lambda role: weighted((duty.text, duty.weight) for duty in role.model.duties),
        ),
        Aspect(
            words("Key performance indicators"),
            "list",
            lambda role: weighted((kpi.name, kpi.weight) for kpi in role.model.kpis),
        ),
    ]


def _requirements(site: Site, words: Words) -> list[Aspect]:
    kinds = qualifications(words)

    def listed(entries: Iterable[Qualification]) -> list[str]:
        return [f"{kinds[entry.kind]}{words(': ')}{unmarked(entry.text)}" for entry in entries]

    def levels(role: SiteRole) -> dict[str, str]:
        return {entry.competency: level_words(site, words, entry) for entry in role.model.competencies}

    competencies = {id: competency.title for id, competency in site.competencies.items()}
    chapters = {chapter.id: chapter.model.title for chapter in site.chapters}
    return [
        Aspect(words("Required qualifications"), "list", lambda role: listed(role.model.required)),
        Aspect(words("Preferred qualifications"), "list", lambda role: listed(role.model.preferred)),
        Aspect(words("Competencies required"), "rows", levels, competencies),
        Aspect(
            words("Training"),
            "rows",
            lambda role: {entry.chapter: entry.when for entry in role.model.training},
            chapters,
        ),
    ]
