"""Authors' Markdown → safe HTML: lists, tables, links, headings, whole pages."""

import re
from pathlib import Path

import pytest
from markdown_reading import reading

from coursewright.render.markdown import PageHeading, as_heading, block, inline, paragraphs, parts
from trees import SECTION, changed, compiled


def test_plain_text_is_a_paragraph() -> None:
    assert block("Ann & Ben", reading()).strip() == "<p>Ann &amp; Ben</p>"
    assert inline("Ann & Ben", reading()) == "Ann &amp; Ben"


def test_emphasis_code_and_lists() -> None:
    assert inline("**a** *b* `c`", reading()) == "<strong>a</strong> <em>b</em> <code>c</code>"
    assert block("- a\n- b", reading()).split() == ["<ul>", "<li>a</li>", "<li>b</li>", "</ul>"]


def test_a_table_scrolls_and_aligns_by_class() -> None:
    html = str(block("| a | b | c |\n| --- | ---: | :-: |\n| 1 | 2 | 3 |\n", reading()))
    assert html.startswith('<div class="cw-scroll" tabindex="0"><table>')
    assert "style=" not in html
    assert '<th scope="col" class="cw-right">b</th>' in html
    assert '<td class="cw-center">3</td>' in html


@pytest.mark.parametrize("text", ["1. a", "- a", "> a", "  a", "a\nb", "+ a", "a  b", "1) a"])
def test_what_looks_like_a_block_is_text_on_one_line(text: str) -> None:
    assert not re.search(r"<(ol|ul|blockquote|p|pre)", inline(text.split("\n", maxsplit=1)[0], reading()))


def test_paragraphs_alone_fit_a_legend() -> None:
    assert paragraphs("a\n\nb", reading()) == 'a<br><span class="cw-p"></span>b'
    assert paragraphs("a\n\n- b", reading()) is None


@pytest.mark.parametrize(
    ("page", "address", "href"),
    [
        ("guides/start.md", "section:soil/layers", "site:/learn/soil/layers/"),
        ("learn/soil/index.md", "section:soil/layers", "site:/learn/soil/layers/"),
        ("learn/soil/other.md", "section:soil/layers", "site:/learn/soil/layers/"),
        ("index.md", "section:soil/layers", "site:/learn/soil/layers/"),
        ("index.md", "term:humus", "site:/glossary/#humus"),
        ("glossary.md", "term:humus", "#humus"),
        ("guides/start.md", "node:soils/loam", "site:/taxonomies/soils/#loam"),
        ("guides/start.md", "section:soil/layers#top", "site:/learn/soil/layers/#top"),
        ("guides/start.md", "guide:start", "site:/guides/start/"),
        ("guides/start.md", "#first", "#first"),
        ("guides/start.md", "https://a.example/?a=1&b=2", "https://a.example/?a=1&amp;b=2"),
        ("guides/start.md", "mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_reference_is_resolved_from_the_root_or_stays_on_its_page(
    page: str, address: str, href: str
) -> None:
    assert re.findall(r'href="([^"]*)"', str(inline(f"[x]({address})", reading(page)))) == [href]


def test_only_links_out_are_marked_as_leaving() -> None:
    assert "rel=" in inline("[x](https://a.example)", reading())
    assert "rel=" not in inline("[x](term:humus)", reading())


def test_a_text_is_cut_at_its_headings() -> None:
    found = parts("a\n\n## One\n\nb\n\n### Two *three*\n\nc", reading())
    assert [part if isinstance(part, PageHeading) else "text" for part in found] == [
        "text",
        PageHeading(2, "One", "one"),
        "text",
        PageHeading(3, "Two three", "two-three"),
        "text",
    ]


def test_anchors_are_unique_on_a_page() -> None:
    here = reading()
    found = [
        part.anchor
        for text in ("## A\n\n## A", "## A\n\n## !", "## !")
        for part in parts(text, here)
        if isinstance(part, PageHeading)
    ]
    assert found == ["a", "a-2", "a-3", "part", "part-2"]


def test_anchors_of_a_text_and_of_its_page_do_not_meet(tmp_path: Path) -> None:
    page = compiled(tmp_path, changed(SECTION, "## Top to bottom", "## Check"))[
        "docs/learn/soil/layers.md"
    ].decode()
    anchors = re.findall(r"\{ #([^ ]+) \}", page)
    assert len(anchors) == len(set(anchors)), anchors


def test_a_heading_shows_any_text_and_obeys_none() -> None:
    assert as_heading(2, "a <b> *c* {#d} `e`\n# f") == (
        "\n\n## a &#60;b&#62; &#42;c&#42; &#123;&#35;d&#125; &#96;e&#96; &#35; f\n\n"
    )
    assert as_heading(3, "标题", "title") == "\n\n### 标题 { #title }\n\n"


def test_a_page_is_front_matter_and_html(tmp_path: Path) -> None:
    page = compiled(tmp_path)["docs/guides/start.md"].decode()
    assert [line for line in page.splitlines() if line] == [
        "---",
        'title: "Begin"',
        'template: "page.html"',
        'code: "search/searchbox.mjs"',
        'description: "Where to begin."',
        "---",
        "# Begin",
        "## First { #first }",
        '<div class="cw-text">',
        '<p>Read <a href="site:/learn/soil/layers/">the section</a>.</p>',
        "</div>",
    ]


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    assert dict(compiled(tmp_path / "a")) == dict(compiled(tmp_path / "b"))
