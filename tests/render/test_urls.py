"""Addresses from page to page: where they lead, for any two pages."""

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from coursewright.render.urls import as_built, link, relative, url_of

names = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
pages = st.lists(names, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md") | st.lists(
    names, max_size=3
).map(lambda parts: "/".join([*parts, "index.md"]))
ids = st.lists(names, min_size=1, max_size=3).map("/".join)


@given(pages, pages)
def test_a_relative_address_leads_where_it_should(page: str, target: str) -> None:
    here = "/" + url_of(page)
    assert posixpath.normpath(posixpath.join(here, relative(page, url_of(target)))) == posixpath.normpath(
        "/" + url_of(target)
    )


@given(pages, pages)
def test_a_page_is_linked_as_a_folder(page: str, target: str) -> None:
    assert link(page, target).endswith("/")


@given(pages, pages)
def test_a_link_as_built_leads_where_it_should(page: str, target: str) -> None:
    base = relative(page, "").removesuffix("/")
    built = as_built(f'<a href="{link(page, target)}">', base)
    address = built.removeprefix('<a href="').removesuffix('">')
    assert posixpath.normpath(posixpath.join("/" + url_of(page), address)) == posixpath.normpath(
        "/" + url_of(target)
    )


@given(pages, ids)
def test_a_file_is_linked_as_a_file(page: str, file: str) -> None:
    address = relative(page, f"assets/{file}.json")
    assert address.endswith(".json")
    assert posixpath.normpath(posixpath.join("/" + url_of(page), address)) == f"/assets/{file}.json"


@given(pages, names)
def test_an_anchor_on_the_same_page_needs_no_address(page: str, anchor: str) -> None:
    assert link(page, page, anchor) == f"#{anchor}"


@given(pages)
def test_an_address_never_begins_with_a_slash(page: str) -> None:
    assert not url_of(page).startswith("/")
    assert url_of("index.md") == ""
