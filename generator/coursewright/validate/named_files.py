"""Files that the course's mkdocs.yml names: what is not there would be missing on every page."""

import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..diagnostics import Problem, SourceString
from ..diagnostics.nearest import near
from ..load.source_file import SourceFile
from ..model.walk import Path as Way
from .media import picture_trouble

_NAMED: tuple[tuple[Way, str], ...] = (
    (("theme", "logo"), ""),
    (("theme", "favicon"), ""),
    (("theme", "icon", "logo"), ".icons/{}.svg"),
    (("extra_css",), ""),
    (("extra_javascript",), ""),
)
"""Where a file is named, and where it lies when only a part of its name is written."""


_PICTURES = (("theme", "logo"), ("theme", "favicon"))
_ICO = b"\0\0\1\0"
_ELSEWHERE = re.compile(r"(?:[a-z]+:)?//")
"""An address on another host, of which `outside.py` tells."""


def named_file_problems(file: SourceFile, overrides: Mapping[str, bytes]) -> Iterator[Problem]:
    """Pictures, icons, style sheets and scripts that are neither in `site_overrides/` nor the theme's.

    The logo and the favicon that are there are pictures.
    """
    for way, pattern in _NAMED:
        for path, name in _names(way, _value(file.data, way)):
            wanted = (pattern or "{}").format(name)
            if not _ELSEWHERE.match(name) and wanted not in overrides and not _in_theme(wanted):
                values = {"found": f"site_overrides/{wanted}", "near": near(wanted, overrides)}
                yield Problem("CW0609", file.place(path), values)
            elif way in _PICTURES and (reason := _trouble(overrides.get(wanted))):
                values = {"name": f"site_overrides/{wanted}", "reason": SourceString(reason)}
                yield Problem("CW0511", file.place(path), values)


def _trouble(content: bytes | None) -> str:
    """Why a picture of the course cannot be shown; browsers show a favicon as ICO too."""
    return "" if content is None or content.startswith(_ICO) else picture_trouble(content)


def _value(data: Any, way: Way) -> Any:
    for step in way:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _names(way: Way, value: Any) -> Iterator[tuple[Way, str]]:
    """Each name with its path; a script may be a mapping with a path of its own."""
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, list):
        for at, entry in enumerate(value):
            yield from _names((*way, at), entry)
    elif isinstance(value, dict) and isinstance(value.get("path"), str):
        yield (*way, "path"), value["path"]


def _in_theme(name: str) -> bool:
    """Whether Material brings the file."""
    theme = find_spec("material")
    places = theme.submodule_search_locations if theme else None
    return any((Path(place) / "templates" / name).is_file() for place in places or ())
