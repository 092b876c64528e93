"""The staged `mkdocs.yml`: complete by itself, for MkDocs and for Zensical."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import yaml

from ..model.settings import KEYS, THEME
from ..model.theme_languages import THEME_LANGUAGES
from .code import MAIN
from .renderer import Entry
from .rendering import PAGES, Rendering
from .xapi import STORES

FEATURES = [
    "navigation.tabs", "navigation.indexes", "navigation.prune", "navigation.top", "navigation.footer",
    "navigation.instant", "content.code.copy", "toc.follow",
]  # fmt: skip
OWN_COLOURS = {"primary": "custom", "accent": "custom"}
"""Keeps Material's own palettes from overruling our tokens."""

OURS = (
    "docs_dir",
    "site_dir",
    "nav",
    "plugins",
    "theme",
    "markdown_extensions",
    "mdx_configs",
    "edit_uri",
    "edit_uri_template",
    "extra_css",
    "extra_javascript",
    "extra",
)
"""Settings that are made or merged here; every other one that the builders know passes through."""


def render_config(rendering: Rendering, nav: Sequence[Entry]) -> None:
    own = rendering.site.config
    passed = {key: value for key, value in own.items() if key in KEYS.difference(OURS)}
    code = rendering.code
    config = {
        "site_description": escape(rendering.site.course.sentence),
        **passed,
        "site_name": escape(str(passed.get("site_name") or rendering.site.course.title)),
        "docs_dir": "docs",
        "use_directory_urls": True,
        "theme": _theme(rendering, own.get("theme")),
        "plugins": _other_plugins(own.get("plugins")),
        "markdown_extensions": ["attr_list", {"toc": {"permalink": False, "toc_depth": "2-3"}}],
        "extra_css": [
            code.address("tokens.css"),
            code.address("coursewright.css"),
            *_listed(own.get("extra_css")),
        ],
        "extra_javascript": [code.address(MAIN), *_listed(own.get("extra_javascript"))],
        "extra": {
            "generator": False,
            **_mapping(own.get("extra")),
            "course": rendering.site.course.id,
            "language": rendering.language.tag,
            "words": _words(rendering),
            "preloads": rendering.preloads,
            **({"xapi": STORES} if rendering.site.course.xapi else {}),
        },
        "nav": list(nav),
    }
    settings = yaml.dump(config, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
    rendering.tree.add("mkdocs.yml", settings)
    for path, raw in rendering.site.overrides.items():
        if not path.startswith(PAGES):
            rendering.tree.lay_over(f"overrides/{path}", raw)


def _words(rendering: Rendering) -> dict[str, str]:
    """What the theme's own pages say."""
    words = rendering.words
    return {
        "skip": words("Skip to the text"),
        "search": words("Search"),
        "search_failed": words("The search could not be loaded."),
        "not_found": words("This page is not here"),
        "not_found_why": words("It may have been moved or renamed, or its address was mistyped."),
        "ways_on": words("Ways on"),
        "home": words("Home"),
        "learn": words("Learn"),
    }


def _theme(rendering: Rendering, own: Any) -> dict[str, Any]:
    words = rendering.words
    dark, light = words("Switch to dark"), words("Switch to light")
    theme = {
        "variant": "classic",  # to Zensical, whose own variant underlines cards; nothing to Material
        "language": rendering.language.among(THEME_LANGUAGES, "en"),
        "direction": rendering.language.direction,
        "palette": [
            {
                "media": "(prefers-color-scheme: light)",
                "scheme": "default",
                **OWN_COLOURS,
                "toggle": {"icon": "material/weather-night", "name": dark},
            },
            {
                "media": "(prefers-color-scheme: dark)",
                "scheme": "slate",
                **OWN_COLOURS,
                "toggle": {"icon": "material/weather-sunny", "name": light},
            },
        ],
        **(own if isinstance(own, dict) else {}),
        "features": list(dict.fromkeys([*FEATURES, *_listed(_mapping(own).get("features"))])),
    }
    return theme | THEME


def _other_plugins(own: Any) -> list[Any]:
    """The course's further MkDocs plugins; ours runs before staging and is not needed after it."""
    return [plugin for plugin in _listed(own) if _name(plugin) not in ("coursewright", "search")]


def _name(plugin: Any) -> str:
    return str(next(iter(plugin), "")) if isinstance(plugin, dict) else str(plugin)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
