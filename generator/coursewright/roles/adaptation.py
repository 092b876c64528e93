"""What a browser needs to adapt a role to a company: its whole source, and the choices there are."""

import json
from dataclasses import dataclass

from ..link.site import SiteRole
from ..render.rendering import Rendering
from .confirming import open_proposals
from .documents import FOLDER
from .job_description import edition_of
from .stationery import file_name
from .vocabulary import grades, named, superiors


@dataclass(frozen=True)
class Adaptation:
    """Addresses from the site's root of the role's source and Word file; `name` is what people call it."""

    source: str
    word: str
    name: str


def render_adaptation(rendering: Rendering, role: SiteRole) -> Adaptation:
    """Add the role's source as JSON: its file's name, its fields in order, (value, words) of each choice.

    Its edition is for the files that are made of it.
    """
    model = role.model
    source = {
        "file": f"{role.id}.yml",
        "role": model.model_dump(mode="json"),
        "edition": edition_of(role, rendering.site).kept,
        "proposals": [(name, named(name, rendering.words)) for name in open_proposals(model)],
        "choices": {"grade": _grades(rendering, role), "reports_to": superiors(rendering.site, role)},
    }
    adaptation = Adaptation(
        f"{FOLDER}/{role.id}.json",
        f"{FOLDER}/{role.id}.docx",
        file_name(model.code, model.title, "", model.document.version),
    )
    rendering.tree.add(
        f"docs/{adaptation.source}", json.dumps(source, ensure_ascii=False, separators=(",", ":"))
    )
    return adaptation


def _grades(rendering: Rendering, role: SiteRole) -> list[tuple[str, str]]:
    """A department has no level to choose, and no post is a department."""
    is_charter = role.model.kind == "charter"
    return [
        (value, words)
        for value, words in grades(rendering.words).items()
        if (value == "department") == is_charter
    ]
