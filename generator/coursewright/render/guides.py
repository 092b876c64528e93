"""Guides for learners, trainers, HR, auditors and hosts, and the page of diagnostic codes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from ..diagnostics.codes import RULES, Rule
from .bank import bank_nav, render_bank
from .coverage import coverage_nav, render_coverage
from .renderer import Entry, entry, group
from .rendering import Rendering


def render(rendering: Rendering) -> None:
    site, words = rendering.site, rendering.words
    if not site.guides:
        return
    audiences = {
        "learner": words("For learners"),
        "trainer": words("For trainers"),
        "hr": words("For human resources"),
        "auditor": words("For those who verify or audit"),
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
    if _for_trainers(rendering):
        _codes(rendering)
        render_bank(rendering)
        render_coverage(rendering)


def nav(rendering: Rendering) -> Iterator[Entry]:
    words = rendering.words
    if not rendering.site.guides:
        return
    pages = [entry(guide.model.title, guide.target.page) for guide in rendering.site.guides]
    codes = [entry(words("Diagnostic codes"), "guides/codes.md")] if _for_trainers(rendering) else []
    bank = [*coverage_nav(rendering), *bank_nav(rendering)] if _for_trainers(rendering) else []
    yield group(words("Guides"), "guides/index.md", [*pages, *bank, *codes])


def _for_trainers(rendering: Rendering) -> bool:
    """Whether trainers read this site: only for them is it to say what the messages of `check` mean."""
    return any(guide.model.audience == "trainer" for guide in rendering.site.guides)


def _codes(rendering: Rendering) -> None:
    rendering.page(
        "guides/codes.md",
        "codes.html",
        rendering.words("Diagnostic codes"),
        groups=_groups(rendering),
        shown=partial(_shown, rendering),
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
        "CW09": words("Item quality"),
        "CW10": words("Files of items"),
        "CW11": words("Exams"),
        "CW12": words("Rosters"),
        "CW13": words("Sealed exams"),
        "CW14": words("Scanned answer sheets"),
        "CW15": words("Graded answers"),
        "CW16": words("Item analysis"),
        "CW17": words("Credentials"),
    }
    groups: defaultdict[str, list[tuple[str, Rule]]] = defaultdict(list)
    for code, rule in RULES.items():
        groups[titles[code[:4]]].append((code, rule))
    return list(groups.items())
