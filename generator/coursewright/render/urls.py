"""Addresses in staged pages: from the site's root, made relative to the page by our theme.

MkDocs leaves a link in HTML alone, Zensical takes it for one from the source file and mends it.
Neither touches an address with a scheme, so `site:/learn/` is staged, and `page.html` says where that is.
"""

ROOT = "site:/"


def url_of(page: str) -> str:
    """The address of a staged Markdown page from the site's root: `a/b.md` → `a/b/`."""
    stem = page.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"


def relative(page: str, address: str) -> str:
    """`address` (from the site's root) as seen from `page`, for data that no template passes through."""
    return "../" * url_of(page).count("/") + address or "./"


def link(page: str, target: str, anchor: str = "") -> str:
    """A link from one staged page to another."""
    if page == target and anchor:
        return f"#{anchor}"
    address = ROOT + url_of(target)
    return f"{address}#{anchor}" if anchor else address


def as_built(html: str, base: str) -> str:
    """What `page.html` makes of HTML on a page whose way to the site's root is `base`, such as `../..`."""
    return html.replace(f'="{ROOT}', f'="{base}/')
