"""What a course's mkdocs.yml says to coursewright itself: the options of its plugin.

plugins:
  - coursewright:
      builder: zensical
"""

from collections.abc import Iterator, Mapping
from typing import Any

PLUGIN = "coursewright"
OPTIONS = ("builder", "language")
BUILDERS = ("mkdocs", "zensical")
"""Who may make the site of the staged tree; the first of them where nobody says."""

THEME = {"name": "material", "custom_dir": "overrides", "font": False}
"""What of the theme is as it is: its templates are those of site_overrides/, its fonts the reader's own."""


def builder_of(config: Mapping[str, Any]) -> str:
    """The builder that a valid mkdocs.yml asks for."""
    found = (options.get("builder") for _, options in plugin_options(config))
    return str(next(filter(None, found), BUILDERS[0]))


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
