"""Files of the course that a package shows, by names of letters that every archive and platform knows."""

import re
from hashlib import sha256
from html import unescape
from urllib.parse import unquote

from ..link.site import Site
from .media import MEDIA
from .urls import ROOT

_SHOWN = re.compile(rf'(?<==")(?:{re.escape(ROOT)}{MEDIA})([^"]*)')


class PackedMedia:
    """`files` are those that were shown so far, by their path below `folder`: a name of what is in it."""

    def __init__(self, site: Site, folder: str) -> None:
        self._media = site.media
        self._folder = folder
        self.files: dict[str, bytes] = {}

    def named(self, html: str) -> str:
        """HTML as pages have it, with the addresses of the package."""
        return _SHOWN.sub(self._name, html)

    def _name(self, found: re.Match[str]) -> str:
        medium = self._media[unquote(unescape(found[1]))]
        name = f"{self._folder}{sha256(medium.content).hexdigest()[:16]}.{medium.ending}"
        self.files[name] = medium.content
        return name
