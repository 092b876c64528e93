"""Settings of mkdocs.yml of which nothing would come, and values that are none."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ..diagnostics import Problem, SourceString
from ..diagnostics.nearest import near, nearest
from ..load.source_file import SourceFile
from ..model.settings import COLOURS, FEATURES, OFFLINE, PLUGIN, plugin_options
from ..model.theme_languages import THEME_LANGUAGES
from ..model.walk import Path
from ..words import marked as _
from .outside import valued

_MARKDOWN = _("authors' Markdown is CommonMark with tables, and no extension is asked")
_GENERATED = _("pages are made by coursewright, and there is nothing to edit at that address")
_UNHEEDED = {
    "markdown_extensions": _MARKDOWN,
    "mdx_configs": _MARKDOWN,
    "edit_uri": _GENERATED,
    "edit_uri_template": _GENERATED,
    "site_dir": _("only a bare “mkdocs build” goes by it; “coursewright build” is told by --site"),
}
"""Settings that nothing comes of, and why."""
_UNHEEDED_FEATURES = {"content.action.edit": _GENERATED, "content.action.view": _GENERATED}
_SOURCES = "content"
_SWITCHES = ("strict",)
_PALETTE_KEYS = ("primary", "accent")


def unheeded_settings(file: SourceFile) -> Iterator[Problem]:
    """Every setting without effect, and every value of the theme that it does not know."""
    data = file.data
    for key in _UNHEEDED.keys() & data.keys():
        yield _unheeded(file, (key,), _UNHEEDED[key])
    if data.get("docs_dir") not in (None, _SOURCES):
        yield _unheeded(file, ("docs_dir",), _("the sources are always in content/ and quizzes/"))
    if "site_name" in data and not data["site_name"]:
        yield _unheeded(file, ("site_name",), _("it is empty, and the course's title stands for it"))
    for key in _SWITCHES:
        if key in data and not isinstance(data[key], bool):
            yield _no_value(file, (key,), data[key], ("true", "false"))
    for at, options in plugin_options(data):
        if isinstance(options, dict) and not isinstance(options.get(OFFLINE, True), bool):
            yield _no_value(file, ("plugins", at, PLUGIN, OFFLINE), options[OFFLINE], ("true", "false"))
    if isinstance(data.get("theme"), dict):
        yield from _of_theme(file, data["theme"])


def _of_theme(file: SourceFile, theme: Mapping[str, Any]) -> Iterator[Problem]:
    language = theme.get("language")
    if isinstance(language, str) and language not in THEME_LANGUAGES:
        meant = re.split("[-_]", language)[0].lower()
        known = meant if meant in THEME_LANGUAGES else nearest(language, THEME_LANGUAGES)
        values = {"key": "theme.language", "found": language, "near": known}
        yield Problem("CW0615", file.place(("theme", "language")), values)
    yield from _features(file, theme)
    yield from _colours(file, theme)


def _features(file: SourceFile, theme: Mapping[str, Any]) -> Iterator[Problem]:
    features = theme.get("features")
    for at, feature in enumerate(features if isinstance(features, list) else ()):
        if reason := _UNHEEDED_FEATURES.get(str(feature)):
            values = {"key": str(feature), "reason": SourceString(reason)}
            yield Problem("CW0613", file.place(("theme", "features", at)), values)
        elif isinstance(feature, str) and feature not in FEATURES:
            meant = near(feature, FEATURES)
            yield Problem("CW0614", file.place(("theme", "features", at)), {"key": feature, "near": meant})


def _colours(file: SourceFile, theme: Mapping[str, Any]) -> Iterator[Problem]:
    palettes = theme.get("palette")
    ways: list[Path] = [("theme", "palette")]
    if isinstance(palettes, list):
        ways = [("theme", "palette", at) for at in range(len(palettes))]
    for way in ways:
        palette = valued(file.data, way)
        for key in _PALETTE_KEYS if isinstance(palette, dict) else ():
            if palette.get(key) is not None and palette[key] not in COLOURS:
                yield _no_value(file, (*way, key), palette[key], COLOURS)


def _unheeded(file: SourceFile, path: Path, reason: str) -> Problem:
    values = {"key": ".".join(map(str, path)), "reason": SourceString(reason)}
    return Problem("CW0613", file.place(path, key=True), values)


def _no_value(file: SourceFile, path: Path, found: Any, known: Collection[str]) -> Problem:
    key = ".".join(str(step) for step in path if isinstance(step, str))
    values = {
        "key": key,
        "found": str(found),
        "near": near(str(found), known),
        "known": SourceString(", ".join(known)),
    }
    return Problem("CW0615", file.place(path), values)
