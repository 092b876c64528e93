"""Models → `Site`: every reference resolved, coverage computed. The only thing renderers take."""

from .linker import link_site
from .site import Site

__all__ = ["Site", "link_site"]
