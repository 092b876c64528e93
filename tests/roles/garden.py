"""A gardener's job description: printed, filled in by hand, brought back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from wordhand import (
    Change,
    hand,
)

from coursewright.compiler import check_course, problems_with
from coursewright.link import Site
from coursewright.load.source_file import read_source
from coursewright.press.word.package import filled, word
from coursewright.roles.importing import Import, Importer
from coursewright.roles.job_description import job_description
from coursewright.roles.stationery import Stationery
from trees import ENGLISH, FRAMEWORK, ROLE, changed

OLD_DUTY = "  - text: Digs the beds\n    standard: Beds are dug\n    weight: 100\n    source: true\n"
DUTIES = """\
  # what matters most comes first
  - text: Digs the **beds**
    standard: Beds are dug
    weight: 60  # of a hundred
    source: true
  - text: Cleans the tools
    standard: No rust
    weight: 30
  - text: Plans the year
    standard: It grows
    weight: 10
"""
SOWS = "  - {kind: skill, text: Sows}\n"
COMPETENCIES = """\
competencies:
  - competency: digging
    level: 3
  - competency: sowing
    level: 2
    essential: false
  - {competency: raking, level: 1}
"""


def source() -> str:
    """The gardener with more of everything, written as people write."""
    role = changed(ROLE, OLD_DUTY, DUTIES)[ROLE]
    for old, new in (
        ("competencies:\n  - {competency: digging, level: 3}\n", COMPETENCIES),
        ("  - Buys seeds\n", "  - Buys seeds\n  - Sells flowers\n"),
        ("  - No poison\n", "  - No poison\n  # mind the neighbours\n  - No fire\n"),
        ("proposals: [kpis]", "proposals: [kpis, headcount, location]"),
        ("effective: May", "effective: '2026-05-01'"),
    ):
        assert old in role
        role = role.replace(old, new)
    return role


def framework() -> dict[str, str]:
    own = "      - id: digging\n"
    others = "".join(
        f"      - id: {id}\n        title: {id.capitalize()}\n        definition: It.\n"
        "        criteria: [Says it, Does it when told, Does it, Shows it]\n"
        for id in ("sowing", "raking", "mowing")
    )
    return changed(FRAMEWORK, own, others + own)


@dataclass
class Garden:
    root: Path

    @property
    def site(self) -> Site:
        return check_course(self.root).site

    def printed(self, *changes: Change) -> bytes:
        role = self.site.roles["gardener"]
        return hand(word(job_description(role, Stationery(self.site, ENGLISH))), *changes)

    def rewrite(self, *pairs: tuple[str, str]) -> None:
        """What the trainer changes meanwhile."""
        text = (self.root / ROLE).read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (self.root / ROLE).write_text(text, "utf-8")

    def back(self, raw: bytes, id: str | None = None) -> Import:
        importer, found = Importer(self.site, "form.docx"), filled(raw)
        known = importer.role_of(found, id)
        text = (self.root / ROLE).read_text("utf-8") if known else None
        return importer.imported(
            found, known or id or "new", text, lambda file, text: problems_with(self.root, file, text)
        )

    def taken(self, text: str) -> Import:
        """Another source of the role."""
        return Importer(self.site, "form.yml").taken(
            read_source("form.yml", text.encode()),
            "gardener",
            (self.root / ROLE).read_text("utf-8"),
            lambda file, text: problems_with(self.root, file, text),
        )


def data(done: Import) -> Mapping[str, object]:
    found = yaml.safe_load(done.after)
    assert isinstance(found, dict)
    return found


def rows(done: Import, name: str) -> list[dict[str, Any]]:
    found = data(done)[name]
    assert isinstance(found, list)
    return found


def document(done: Import) -> dict[str, Any]:
    found = data(done)["document"]
    assert isinstance(found, dict)
    return found


def codes(done: Import) -> list[str]:
    return [problem.code for problem in done.problems if problem.code.startswith("CW07")]


def changes(done: Import) -> list[str]:
    """Lines that are others, as `diff` has them."""
    before, after = (done.before or "").splitlines(), done.after.splitlines()
    gone = [f"-{line}" for line in before if before.count(line) > after.count(line)]
    return [*gone, *(f"+{line}" for line in after if after.count(line) > before.count(line))]
