"""Search finds everything that has a name, on either builder's site, and no answer to a question."""

import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from builders import EVERY_BUILDER
from kinds import QUIZ
from output import ROOT, Built
from playwright.sync_api import expect
from quizzing import COMPOSED, SAY, press_raw
from searching import open_search, search_for
from visitors import Visitor

from coursewright.model.items.item import ItemSource
from trees import entries_of

pytest_plugins = ["site_fixtures"]

INDEX = "assets/coursewright/"
NAMED = ("term", "person", "toolkit", "role")
LONG = 8
"""An option of so few characters, such as a term, stands in the text for good reasons."""

_FIRST = """
import { readFileSync } from "node:fs";
const [code, names, texts] = process.argv.slice(1);
const read = (file) => JSON.parse(readFileSync(file));
const { Index } = await import(code);
const index = new Index(read(names), read(texts));
const queries = JSON.parse(readFileSync(0));
console.log(JSON.stringify(queries.map((query) => index.find(query)[0]?.address)));
"""
"""Runs in node what runs in a browser, for a thousand queries."""


@pytest.fixture(scope="module")
def indexed(built: Built) -> str:
    """All that search knows."""
    return _plain("\n".join(built.text(f"{INDEX}{name}.json") for name in ("names", "texts")))


def test_what_is_typed_has_its_own_entry_first(built: Built) -> None:
    """Its name, each other name of a term, in full width, and with a space in it."""
    typed: dict[str, str] = {}
    for address, kind, names, _ in _entries(built, "names"):
        if kind in NAMED:
            for name in names if kind == "term" else names[:1]:
                typed |= {name: address, _wide(name): address, f"{name[:2]} {name[2:]}": address}
    module = ROOT / "generator/coursewright/browser/search/index.mjs"
    files = [str(built.folder / INDEX / f"{name}.json") for name in ("names", "texts")]
    command = ["node", "--input-type=module", "-e", _FIRST, str(module), *files]
    done = subprocess.run(command, input=json.dumps(list(typed)), capture_output=True, text=True, check=True)
    first = dict(zip(typed, json.loads(done.stdout), strict=True))
    missed = {name: found for name, found in first.items() if found != typed[name]}

    assert len(typed) > 800
    assert len(missed) * 100 <= 2 * len(typed), missed


@EVERY_BUILDER
@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("信息不对称", "glossary/#information-asymmetry"),
        ("ＡＩＤＭＡ", "glossary/#aidma"),
        ("什么是信息不对称？", "glossary/#information-asymmetry"),
    ],
)
def test_reader_sees_the_entry_first_and_what_it_says(typed: str, address: str, visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    found = search_for(page, typed)

    expect(found.first).to_have_attribute("href", re.compile(re.escape(address) + "$"))
    expect(found.first.locator(".cw-excerpt")).to_be_visible()
    found.first.click()
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))
    entry = page.locator(address.removeprefix("glossary/"))
    expect(entry).to_be_visible()
    expect(entry).to_be_in_viewport()
    assert visitor.complaints == []


def test_nothing_is_loaded_before_the_box_is_opened(visitor: Visitor) -> None:
    page = visitor.open("")
    assert [url for url in visitor.requests if url.endswith((".json", "dialog.mjs"))] == [
        url for url in visitor.requests if url.endswith(("catalogue.json", "offline.json"))
    ]
    expect(open_search(page)).to_be_focused()
    page.keyboard.type("CRM")
    expect(page.locator("dialog[open] li a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("dialog[open] li a").first).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("cw-search button")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("dialog[open]")).to_be_visible()


@pytest.mark.parametrize("composed", COMPOSED)
def test_keys_of_who_composes_a_chinese_word_neither_move_nor_close(
    composed: dict[str, Any], visitor: Visitor
) -> None:
    page = visitor.open("")
    expect(search_for(page, "客户").first).to_be_visible()
    field = page.get_by_role("dialog", name=SAY("Search")).get_by_role("searchbox")
    field.focus()
    for key in ("ArrowDown", "Escape"):
        press_raw(field, key=key, **composed)
        expect(field).to_be_focused()
    press_raw(field, key="ArrowDown")
    expect(field).not_to_be_focused()
    press_raw(field, key="Escape")
    expect(field).to_be_hidden()


def test_address_may_ask(visitor: Visitor) -> None:
    page = visitor.open("?q=CRM")

    expect(page.locator("dialog[open] li a").first).to_be_visible()
    expect(page.locator("dialog[open] [role=status]")).to_contain_text(re.compile(r"\d"))


def test_no_option_is_in_the_index(built: Built, indexed: str) -> None:
    """But for those that the course says in the same words anyway, such as the name of a competency."""
    said = _plain(
        "".join(file.read_text("utf-8") for file in sorted((built.course / "content").rglob("*.yml")))
    )
    options = {(item.id, text) for item in built.site.items.values() for text in _texts(item.model)}
    own = {(id, text) for id, text in options if len(_plain(text)) > LONG and _plain(text) not in said}

    assert len(own) > 500
    assert sorted((id, text) for id, text in own if _plain(text) in indexed) == []


def test_no_reason_and_no_explanation_is_in_the_index(built: Built, indexed: str) -> None:
    reasons = {(item.id, text) for item in built.site.items.values() for text in _reasons(item.model)}

    assert reasons
    assert sorted((id, text) for id, text in reasons if _plain(text) in indexed) == []


def _entries(built: Built, name: str) -> list[list[Any]]:
    entries: list[list[Any]] = json.loads(built.text(f"{INDEX}{name}.json"))
    return entries


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _texts(model: ItemSource) -> Iterator[str]:
    yield from (entry.text for entry in entries_of(model))


def _reasons(model: ItemSource) -> Iterator[str]:
    if model.explanation:
        yield model.explanation
    yield from (entry.rationale for entry in entries_of(model) if entry.rationale)


def _plain(text: str) -> str:
    return re.sub(r"[\s\u200b*`\\]", "", re.sub(r"<[^>]+>", "", text))


def test_search_that_could_not_be_had_says_so_and_is_had_at_the_next_press(visitor: Visitor) -> None:
    page = visitor.open("people/")  # which needs nothing of what the search needs
    visitor.context.set_offline(True)
    page.locator("cw-search button").click()
    expect(page.get_by_role("alert")).to_have_text(SAY("The search could not be loaded."))
    visitor.context.set_offline(False)
    page.route("**/texts.json", lambda route: route.abort())
    field = open_search(page)
    field.fill("下月到账")
    status = page.locator("dialog[open] [role=status]")
    expect(status).to_have_text(SAY("The search could not be loaded."))
    page.unroute("**/texts.json")
    page.keyboard.press("Escape")
    open_search(page).fill("下月到账")
    expect(page.locator("dialog[open] li a").first).to_be_visible()
    expect(status).not_to_have_text(SAY("The search could not be loaded."))


def test_open_search_tries_again_at_the_next_key(visitor: Visitor) -> None:
    """Whichever of its two files did not come."""
    page = visitor.open("people/")
    status = page.locator("dialog[open] [role=status]")
    for file in ("names", "texts"):
        page.route(f"**/{file}.json", lambda route: route.abort())
        open_search(page).fill("下月到")
        expect(status).to_have_text(SAY("The search could not be loaded."))
        page.unroute(f"**/{file}.json")
        page.keyboard.type("账")
        expect(page.locator("dialog[open] li a").first).to_be_visible()
        expect(status).not_to_have_text(SAY("The search could not be loaded."))
        page.reload()
