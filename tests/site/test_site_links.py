"""Every link and every anchor of every page leads somewhere."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from builders import EVERY_BUILDER
from markup import Markup, read
from output import Built

pytest_plugins = ["site_fixtures"]
pytestmark = EVERY_BUILDER

_SCRIPTED = {"__search", "__top", "__toc"}
"""Fragments that Material's scripts or toggles answer to."""


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, Markup]:
    return {page: read(built.text(page)) for page in built.files(".html")}


def test_every_internal_link_leads_to_a_file(built: Built, pages: dict[str, Markup]) -> None:
    files = set(built.files())
    assert len({file for _, _, file, _ in _inside(pages)}) > 100

    assert sorted({(page, link) for page, link, file, _ in _inside(pages) if file not in files}) == []


def test_every_anchor_leads_to_an_id(pages: dict[str, Markup]) -> None:
    ids = {page: set(markup.ids) for page, markup in pages.items()}
    astray = {
        (page, link)
        for page, link, file, anchor in _inside(pages)
        if anchor and file in ids and anchor not in ids[file]
    }

    assert sorted(astray) == []


def test_no_id_is_given_twice_on_a_page(pages: dict[str, Markup]) -> None:
    twice = {
        page: [id for id, count in Counter(markup.ids).items() if count > 1] for page, markup in pages.items()
    }

    assert {page: ids for page, ids in twice.items() if ids} == {}


def test_every_loaded_file_of_a_page_is_there(built: Built, pages: dict[str, Markup]) -> None:
    files = set(built.files())
    loaded = {
        (page, address, _file(page, urlsplit(address).path))
        for page, markup in pages.items()
        for address in markup.loaded
    }

    assert (
        sorted(
            (page, address)
            for page, address, file in loaded
            if not address.startswith("data:") and file not in files
        )
        == []
    )


def test_every_page_is_reached_from_home(built: Built, pages: dict[str, Markup]) -> None:
    leads: dict[str, set[str]] = {}
    for page, _, file, _ in _inside(pages):
        leads.setdefault(page, set()).add(file)
    reached, todo = set[str](), ["index.html"]
    while todo:
        page = todo.pop()
        if page not in reached:
            reached.add(page)
            todo.extend(leads.get(page, ()))

    assert set(pages) - reached - {"404.html"} == set()


def _inside(pages: dict[str, Markup]) -> Iterator[tuple[str, str, str, str]]:
    """Page, link as written, the file it leads to and the anchor in it."""
    for page, markup in pages.items():
        for link in markup.links:
            parts = urlsplit(link)
            if not parts.scheme and not parts.netloc and parts.fragment not in _SCRIPTED:
                yield page, link, _file(page, unquote(parts.path)), unquote(parts.fragment)


def _file(page: str, address: str) -> str:
    """The file that a host sends for an address seen on a page; it begins with `..` outside the site."""
    if not address:
        return page
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address)).lstrip("/")
    is_folder = posixpath.basename(address) in ("", ".", "..")
    return posixpath.normpath(posixpath.join(path, "index.html")) if is_folder else path
