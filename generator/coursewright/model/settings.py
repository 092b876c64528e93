"""What a course's mkdocs.yml says to coursewright itself: the options of its plugin.

plugins:
  - coursewright:
      builder: zensical
      offline: false
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

PLUGIN = "coursewright"
OFFLINE = "offline"
"""Whether readers may keep the site on their devices; they may where nobody says."""

OPTIONS = ("builder", "language", OFFLINE)
BUILDERS = ("mkdocs", "zensical")
"""Who may make the site of the staged tree; the first of them where nobody says."""

KEYS = frozenset(
    re.findall(
        r"\w+",
        "site_name site_url site_description site_author copyright repo_url repo_name edit_uri "
        "edit_uri_template remote_branch remote_name nav pages exclude_docs draft_docs not_in_nav "
        "validation theme docs_dir site_dir extra_css extra_javascript extra_templates extra "
        "markdown_extensions mdx_configs plugins hooks watch dev_addr use_directory_urls strict "
        "google_analytics INHERIT",
    )
)
"""What a mkdocs.yml may set (MkDocs 1.6, mkdocs/config/defaults.py)."""

THEME_KEYS = frozenset(
    re.findall(
        r"\w+",
        "name custom_dir locale static_templates language direction font logo favicon icon palette features "
        "variant",
    )
)
"""What of the theme may be set (Material 9, and Zensical's variant)."""

FEATURES = (
    "announce.dismiss", "content.code.annotate", "content.code.copy", "content.code.select",
    "content.footnote.tooltips", "content.lazy", "content.tabs.link", "content.tooltips", "header.autohide",
    "navigation.expand", "navigation.footer", "navigation.indexes", "navigation.instant",
    "navigation.instant.prefetch", "navigation.instant.preview", "navigation.instant.progress",
    "navigation.path", "navigation.prune", "navigation.sections", "navigation.tabs", "navigation.tabs.sticky",
    "navigation.top", "navigation.tracking", "search.highlight", "search.share", "search.suggest",
    "toc.follow", "toc.integrate",
)  # fmt: skip
"""Features of the theme (Material 9)."""

COLOURS = (
    "red", "pink", "purple", "deep purple", "deep-purple", "indigo", "blue", "light blue", "light-blue",
    "cyan", "teal", "green", "light green", "light-green", "lime", "yellow", "amber", "orange", "deep orange",
    "deep-orange", "brown", "grey", "blue grey", "blue-grey", "black", "white", "custom",
)  # fmt: skip
"""Colours of the theme's own palettes; `custom` leaves them to our tokens."""

THEME = {"name": "material", "custom_dir": "overrides", "font": False}
"""What of the theme is as it is: its templates are those of site_overrides/, its fonts the reader's own."""


def builder_of(config: Mapping[str, Any]) -> str:
    """The builder that a valid mkdocs.yml asks for."""
    found = (options.get("builder") for _, options in plugin_options(config))
    return str(next(filter(None, found), BUILDERS[0]))


def offline_of(config: Mapping[str, Any]) -> bool:
    """Whether a valid mkdocs.yml lets readers keep the site on their devices."""
    return not any(options.get(OFFLINE) is False for _, options in plugin_options(config))


def logo_of(config: Mapping[str, Any]) -> str:
    """The picture in site_overrides/ that the head of every page shows; empty where none is named."""
    theme = config.get("theme")
    return str((theme if isinstance(theme, dict) else {}).get("logo") or "")


def plugin_names(config: Mapping[str, Any]) -> list[str]:
    return [
        name for plugin in _plugins(config) for name in (plugin if isinstance(plugin, dict) else [plugin])
    ]


def plugin_options(config: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
    """What is written as our options, if anything is, and at which of the plugins."""
    for at, plugin in enumerate(_plugins(config)):
        if isinstance(plugin, dict) and plugin.get(PLUGIN) is not None:
            yield at, plugin[PLUGIN]


def _plugins(config: Mapping[str, Any]) -> list[Any]:
    plugins = config.get("plugins")
    return plugins if isinstance(plugins, list) else []
