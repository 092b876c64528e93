"""Addresses of staged pages, relative to one another so that the site works in any folder."""

from functools import lru_cache


def url_of(page: str) -> str:
    """The address of a staged Markdown page from the site's root: `a/b.md` → `a/b/`."""
    stem = page.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"


def relative(page: str, address: str) -> str:
    """`address` (from the site's root) as seen from `page`."""
    return "../" * url_of(page).count("/") + address or "./"


@lru_cache(maxsize=65536)
def link(page: str, target: str, anchor: str = "") -> str:
    """A link from one staged page to another."""
    if page == target and anchor:
        return f"#{anchor}"
    address = relative(page, url_of(target))
    return f"{address}#{anchor}" if anchor else address
