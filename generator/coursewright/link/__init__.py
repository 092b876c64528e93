"""Models → `Site` and `Vault`: every reference resolved, coverage computed. Renderers take the site alone."""

from .assembly import Linked
from .linker import Linking, link_site
from .site import Site

__all__ = ["Linked", "Linking", "Site", "link_site"]
