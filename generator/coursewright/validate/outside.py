"""What a page would fetch from another host: a site needs none, and may be shown where there is none.

Links that a reader follows are no such thing. Settings are known by their names;
templates, styles and scripts of the course are looked through for addresses in
places where a browser fetches what they name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.walk import Path

_AWAY = r"(?:https?:|wss?:)?//[\w\[]"
_ADDRESS = rf"(?P<address>{_AWAY}[^\s\"'`<>)]*)"
_IS_AWAY = re.compile(rf"\s*{_AWAY}", re.I)
_HOSTS_OF_FACTS = re.compile(r"(?:^|[/.@])(?:github\.com|[^/]*gitlab[^/]*|bitbucket\.org)/", re.I)
"""Code hosts that the theme asks how many stars a repository has."""

_ELEMENTS = "script|img|iframe|frame|source|video|audio|track|embed|object|input|image|use|feImage"
_ATTRIBUTES = "src|data|poster|srcset|href|xlink:href|background"
_ONLY_NAMED = "(?:canonical|alternate|author|license|next|prev|me)"
"""Relations of a page to others, which a browser does not fetch."""
_IN_HTML = re.compile(
    rf"<(?:{_ELEMENTS})\b[^>]*?\s(?:{_ATTRIBUTES})\s*=\s*[\"']?\s*{_ADDRESS}"
    rf"|<link\b(?![^>]*\brel\s*=\s*[\"']?{_ONLY_NAMED}\b)[^>]*?\shref\s*=\s*"
    rf"[\"']?\s*(?P<linked>{_AWAY}[^\s\"'<>]*)",
    re.I,
)
_IN_STYLE = re.compile(rf"(?:url\(\s*[\"']?|@import\s+[\"'])\s*{_ADDRESS}", re.I)
_IN_SCRIPT = re.compile(
    r"(?:\b(?:from|import|fetch|importScripts|WebSocket|EventSource|(?:Shared)?Worker|sendBeacon|Request)"
    r"\b\s*\(?"
    r"|\.(?:src|href)\s*=|\bopen\(\s*[\"'`]\w+[\"'`]\s*,)\s*[\"'`]" + _ADDRESS
)
_KINDS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "html": (_IN_HTML, _IN_STYLE, _IN_SCRIPT),
    "svg": (_IN_HTML, _IN_STYLE),
    "css": (_IN_STYLE,),
    "js": (_IN_SCRIPT,),
    "mjs": (_IN_SCRIPT,),
}

_FETCHED: tuple[Path, ...] = (("extra_css",), ("extra_javascript",), ("theme", "logo"), ("theme", "favicon"))


def fetched(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Where in a file of this name an address of another host is that would be fetched, and the address."""
    addresses: dict[int, str] = {}
    for pattern in _KINDS.get(name.rsplit(".", 1)[-1].lower(), ()):
        for found in pattern.finditer(text):
            group = next(group for group, address in found.groupdict().items() if address)
            addresses[found.start(group)] = found[group]
    return iter(sorted(addresses.items()))


def fetched_settings(config: Mapping[str, Any]) -> Iterator[Path]:
    """Where in a mkdocs.yml something is set for which pages ask another host."""
    for path in _FETCHED:
        yield from _away(config, path)
    if isinstance(valued(config, ("extra", "analytics")), dict):
        yield ("extra", "analytics")
    repository = config.get("repo_url")
    if isinstance(repository, str) and _HOSTS_OF_FACTS.search(repository):
        yield ("repo_url",)


def _away(config: Mapping[str, Any], path: Path) -> Iterator[Path]:
    value = valued(config, path)
    for at, one in enumerate(value) if isinstance(value, list) else ():
        yield from ((*path, at) for address in _addresses(one) if _IS_AWAY.match(address))
    yield from (path for address in _addresses(value) if _IS_AWAY.match(address))


def _addresses(value: Any) -> Sequence[str]:
    """What a setting names: itself, or the path of a script with options."""
    if isinstance(value, dict):
        value = value.get("path")
    return [value] if isinstance(value, str) else []


def valued(config: Any, path: Path) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        if isinstance(config, dict):
            config = config.get(str(step))
        elif isinstance(config, list) and isinstance(step, int):
            config = config[step]
        else:
            return None
    return config
