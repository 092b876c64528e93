"""The site as an app on a device's start page: its name, colours and icon (W3C Web Application Manifest)."""

import json

from ..model.settings import logo_of
from ..press.icon import Icon
from ..press.picture import NotAPicture, picture
from ..press.typeset import picture_data
from ..styles.tokens import light_tokens
from .code import ASSETS
from .rendering import Rendering

FILE = f"{ASSETS}/app.json"
SIDES = (192, 512)
"""Pixels that browsers ask for."""


def render_app(rendering: Rendering) -> None:
    course, colours = rendering.site.course, light_tokens(rendering.site.tokens)
    logo = _logo(rendering)
    for side in SIDES:
        icon = Icon(
            side, colours["primary"], colours["background"], course.title.strip()[:1], course.language, logo
        )
        rendering.draw(f"{ASSETS}/icon-{side}.png".removeprefix("docs/"), icon)
    app = {
        "name": course.title,
        "description": course.sentence,
        "lang": rendering.language.tag,
        "dir": rendering.language.direction,
        "start_url": "../../",
        "scope": "../../",
        "display": "standalone",
        "theme_color": colours["primary"],
        "background_color": colours["background"],
        "icons": [
            _listed(side, purpose) for side, purpose in ((192, "any"), (512, "any"), (512, "maskable"))
        ],
    }
    rendering.tree.add(FILE, json.dumps(app, ensure_ascii=False, indent=1) + "\n")


def _listed(side: int, purpose: str) -> dict[str, str]:
    return {"src": f"icon-{side}.png", "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}


def _logo(rendering: Rendering) -> str:
    """The course's own logo as an SVG, or nothing."""
    raw = rendering.site.overrides.get(logo_of(rendering.site.config), b"")
    if raw.lstrip().startswith(b"<"):
        return raw.decode("utf-8", "replace")
    try:
        return str(picture_data(picture(raw), 1, 1, 1)["svg"])
    except NotAPicture:
        return ""
