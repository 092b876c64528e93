"""The staged `mkdocs.yml`: complete by itself, for MkDocs and for Zensical."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import yaml

from .assets import code_of
from .glossary import DICTIONARY
from .renderer import Entry
from .rendering import PAGES, Rendering
from .theme_languages import THEME_LANGUAGES

FEATURES = [
    "navigation.tabs", "navigation.indexes", "navigation.prune", "navigation.top", "navigation.footer",
    "navigation.instant", "search.highlight", "search.suggest", "content.tooltips", "toc.follow",
]  # fmt: skip
OWN_COLOURS = {"primary": "custom", "accent": "custom"}
"""Keeps Material's own palettes from overruling our tokens."""

_SPACES = r"[\s\u200b\u3000\-，。；：？！、（）“”《》]+"
_LATIN_BEFORE_HAN = r"(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])"
_HAN_BEFORE_LATIN = r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])"
"""jieba cuts the index between Han and Latin letters; what is typed must be cut there too, unstemmed."""
OURS = (
    "docs_dir",
    "site_dir",
    "nav",
    "plugins",
    "theme",
    "markdown_extensions",
    "extra_css",
    "extra_javascript",
    "extra",
)
"""Settings that are made or merged here; every other one of the course's mkdocs.yml passes through."""


def render_config(rendering: Rendering, nav: Sequence[Entry]) -> None:
    own = rendering.site.config
    passed = {key: value for key, value in own.items() if key not in OURS}
    code = code_of(rendering)
    config = {
        "site_description": escape(rendering.site.course.sentence),
        **passed,
        "site_name": escape(str(passed.get("site_name", rendering.site.course.title))),
        "docs_dir": "docs",
        "use_directory_urls": True,
        "theme": _theme(rendering, own.get("theme")),
        "plugins": [*_search(rendering), *_other_plugins(own.get("plugins"))],
        "markdown_extensions": ["attr_list", {"toc": {"permalink": False, "toc_depth": "2-3"}}],
        "extra_css": [
            code.address("tokens.css"),
            code.address("coursewright.css"),
            *_listed(own.get("extra_css")),
        ],
        "extra_javascript": [code.address("main.mjs"), *_listed(own.get("extra_javascript"))],
        "extra": {
            "generator": False,
            **_mapping(own.get("extra")),
            "course": rendering.site.course.id,
            "language": rendering.language.tag,
        },
        "nav": list(nav),
    }
    rendering.tree.add("mkdocs.yml", yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=1000))
    for path, raw in rendering.site.overrides.items():
        if not path.startswith(PAGES):
            rendering.tree.lay_over(f"overrides/{path}", raw)


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
    return theme | {"name": "material", "custom_dir": "overrides", "font": False}


def _search(rendering: Rendering) -> list[Any]:
    options: dict[str, Any] = {
        "separator": f"{_SPACES}|{_LATIN_BEFORE_HAN}|{_HAN_BEFORE_LATIN}",
        "pipeline": ["stopWordFilter"],
    }
    if rendering.site.terms:
        options["jieba_dict_user"] = DICTIONARY
    return [{"search": options}]


def _other_plugins(own: Any) -> list[Any]:
    """The course's further MkDocs plugins; ours runs before staging and is not needed after it."""
    return [plugin for plugin in _listed(own) if _name(plugin) not in ("coursewright", "search")]


def _name(plugin: Any) -> str:
    return str(next(iter(plugin), "")) if isinstance(plugin, dict) else str(plugin)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
