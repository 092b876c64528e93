"""Search finds every term of the course and no answer to a question."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from builders import EVERY_BUILDER
from output import Built
from playwright.sync_api import expect
from searching import open_search, search_for
from visitors import Visitor

from coursewright.model.items.item import ItemSource
from trees import entries_of

pytest_plugins = ["site_fixtures"]

SHARE = {"mkdocs": 1, "zensical": 6}
"""Every how many-th name is typed: Zensical draws what it finds, which takes its time."""

LONG = 8
"""An option of so few characters, such as a term, stands in the text for good reasons."""

_KEEP_WORKER = """
const Native = Worker;
window.Worker = class extends Native {
  constructor(...given) { super(...given); window.searching = this; }
};
"""
_ASK_MATERIAL = """
async (terms) => {
  const input = document.querySelector("[data-md-component=search-query]");
  const answer = () => new Promise((resolve) => {
    const hear = ({ data }) => {
      if (data.type !== 3) return;
      window.searching.removeEventListener("message", hear);
      resolve(data.data.items.flat().map(({ location }) => location));
    };
    window.searching.addEventListener("message", hear);
  });
  const found = {};
  for (const term of terms) {
    const answered = answer();
    input.value = term;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    found[term] = await answered;
  }
  return found;
}
"""


_ASK_ZENSICAL = """
async (terms) => {
  const { shadowRoot } = [...document.querySelectorAll("*")].find((one) => one.shadowRoot);
  const input = shadowRoot.querySelector("[role=combobox]");
  const links = () => [...shadowRoot.querySelectorAll("[role=option]")].map(({ href }) => new URL(href));
  const frame = () => new Promise(requestAnimationFrame);
  const found = {};
  for (const term of terms) {
    input.value = term;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const answers = () => links().filter(({ searchParams }) => searchParams.get("h") === term);
    for (let frames = 0; frames < 300 && answers().length === 0; frames++) await frame();
    found[term] = answers().map(({ pathname }) => pathname.slice(1));
  }
  return found;
}
"""


@pytest.fixture(scope="module")
def indexed(built: Built) -> str:
    """All that search knows, without markup and without the marks between words."""
    file, key = (
        ("search.json", "items") if built.builder == "zensical" else ("search/search_index.json", "docs")
    )
    index: dict[str, Any] = json.loads(built.text(file))
    return _plain("\n".join(doc["title"] + "\n" + doc["text"] for doc in index[key]))


@EVERY_BUILDER
def test_every_term_is_in_the_index(built: Built, indexed: str) -> None:
    assert [term.term for term in built.site.terms.values() if _plain(term.term) not in indexed] == []


@pytest.mark.parametrize(
    ("built", "kind"),
    [("mkdocs", "term"), ("mkdocs", "english"), ("mkdocs", "aliases"), ("zensical", "term")],
    indirect=["built"],
)
def test_every_name_typed_into_the_search_box_finds_the_glossary(
    kind: str, built: Built, visitor: Visitor
) -> None:
    names = [name for term in built.site.terms.values() for name in _names(getattr(term, kind))]
    found = _typed(built.builder, visitor, names := names[:: SHARE[built.builder]])

    assert names
    assert [name for name in names if not any(place.startswith("glossary/") for place in found[name])] == []


@EVERY_BUILDER
@pytest.mark.parametrize("term", ["信息不对称", "AIDMA", "客户关系管理"])
def test_reader_sees_results_for_what_is_typed(term: str, visitor: Visitor) -> None:
    page = visitor.open("")
    found = search_for(page, term)

    expect(found.first).to_be_visible()
    expect(found.locator("mark").first).to_be_visible()


@EVERY_BUILDER
def test_no_option_is_in_the_index(built: Built, indexed: str) -> None:
    """But for those that the course says in the same words anyway, such as the name of a competency."""
    said = _plain(
        "".join(file.read_text("utf-8") for file in sorted((built.course / "content").rglob("*.yml")))
    )
    options = {(item.id, text) for item in built.site.items.values() for text in _texts(item.model)}
    own = {(id, text) for id, text in options if len(_plain(text)) > LONG and _plain(text) not in said}

    assert len(own) > 500
    assert sorted((id, text) for id, text in own if _plain(text) in indexed) == []


@EVERY_BUILDER
def test_no_reason_and_no_explanation_is_in_the_index(built: Built, indexed: str) -> None:
    reasons = {(item.id, text) for item in built.site.items.values() for text in _reasons(item.model)}

    assert reasons
    assert sorted((id, text) for id, text in reasons if _plain(text) in indexed) == []


def _typed(builder: str, visitor: Visitor, terms: list[str]) -> dict[str, list[str]]:
    """What the builder's own search answers to each of them, by the address of the place found."""
    visitor.page.add_init_script(_KEEP_WORKER)
    page = visitor.open("")
    open_search(page)
    ask = _ASK_ZENSICAL if builder == "zensical" else _ASK_MATERIAL
    found: dict[str, list[str]] = page.evaluate(ask, terms)
    return found


def _names(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _texts(model: ItemSource) -> Iterator[str]:
    yield from (entry.text for entry in entries_of(model))


def _reasons(model: ItemSource) -> Iterator[str]:
    yield model.explanation
    yield from (entry.rationale for entry in entries_of(model))


def _plain(text: str) -> str:
    return re.sub(r"[\s\u200b*`]", "", unescape(re.sub(r"<[^>]+>", "", text)))
