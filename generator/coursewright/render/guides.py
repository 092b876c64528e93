"""Guides for learners, trainers, HR and hosts, and the page of diagnostic codes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from ..diagnostics.codes import RULES, Rule
from .renderer import Entry, entry, group
from .rendering import Rendering


def render(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    audiences = {
        "learner": words("For learners"),
        "trainer": words("For trainers"),
        "hr": words("For human resources"),
        "host": words("For whoever hosts the site"),
    }
    rendering.page("guides/index.md", "guides.html", words("Guides"), audiences=audiences)
    for guide in site.guides:
        rendering.page(
            guide.target.page,
            "guide.html",
            guide.model.title,
            meta={"description": guide.model.summary},
            guide=guide,
        )
    rendering.page(
        "guides/codes.md",
        "codes.html",
        words("Diagnostic codes"),
        groups=_groups(rendering),
        shown=partial(_shown, rendering),
    )


def nav(rendering: Rendering) -> Iterator[Entry]:
    words = rendering.words
    pages = (entry(guide.model.title, guide.target.page) for guide in rendering.site.guides)
    yield group(
        words("Guides"), "guides/index.md", [*pages, entry(words("Diagnostic codes"), "guides/codes.md")]
    )


def _shown(rendering: Rendering, template: str) -> str:
    """A message with “…” where its values go."""
    return re.sub(r"\{\w+\}", "…", rendering.words(template)).replace("{{", "{").replace("}}", "}")


def _groups(rendering: Rendering) -> list[tuple[str, list[tuple[str, Rule]]]]:
    words = rendering.words
    titles = {
        "CW01": words("Files and YAML"),
        "CW02": words("The shape of a file"),
        "CW03": words("References"),
        "CW04": words("Rules of content"),
        "CW05": words("Markdown"),
        "CW06": words("The project"),
        "CW07": words("Documents handed in"),
        "CW08": words("Translations"),
    }
    groups: defaultdict[str, list[tuple[str, Rule]]] = defaultdict(list)
    for code, rule in RULES.items():
        groups[titles[code[:4]]].append((code, rule))
    return list(groups.items())
