"""Authors' Markdown → safe HTML: links, glossary terms, tables, headings."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from coursewright.link.site import Target
from coursewright.render.glosses import glosses
from coursewright.render.markdown import PageHeading, Reading, as_heading, block, inline, paragraphs, parts
from trees import CHAPTER, COURSE, GLOSSARY, SECTION, changed, compiled

Renderer = Callable[[str, Reading], str]

TARGETS = {
    "section:soil/layers": Target("section", "soil/layers", "Layers", "learn/soil/layers.md"),
    "term:humus": Target("term", "humus", "humus", "glossary.md", "humus"),
    "node:soils/loam": Target("node", "soils/loam", "Loam", "taxonomies/soils.md", "loam"),
    "guide:start": Target("guide", "start", "Begin", "guides/start.md"),
}


def reading(page: str = "guides/start.md", **names: str) -> Reading:
    """`names` are glossary terms: their id → their name."""
    return Reading(page, TARGETS, glosses({name: (id, f"meaning of {id}") for id, name in names.items()}))


def linked(html: str) -> list[str]:
    return re.findall(r'class="cw-term"[^>]*>([^<]*)<', html)


# escaping


@pytest.mark.parametrize("render", [inline, block])
@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</script>",
        "<!-- -->",
        "a <b> c",
        "&lt;",
        "<?php ?>",
        "<![CDATA[x]]>",
    ],
)
def test_html_shows_as_text(render: Renderer, text: str) -> None:
    html = render(text, reading())
    assert re.sub(r"</?p>", "", html).count("<") == 0


@pytest.mark.parametrize("render", [inline, block])
@pytest.mark.parametrize(
    "text",
    ["{{ 7*7 }}", "{% raw %}", "{# x #}", "```", "~~~", "`{{ x }}`", "`` ` ``", "a {: .b }", "~~struck~~ {"],
)
def test_nothing_that_python_markdown_or_jinja_would_read_again(render: Renderer, text: str) -> None:
    assert not re.search(r"[`~{]", str(render(text, reading())))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "vbscript:x",
        "file:///etc",
        "data:text/html,x",
        "\x01javascript:alert(1)",
    ],
)
def test_an_address_that_is_code_is_no_link(address: str) -> None:
    for text in (f"[x]({address})", f"[x](<{address}>)", f"<{address}>", f"[x]\n\n[x]: {address}"):
        assert not re.search(
            r'href="\s*(?:javascript|vbscript|file|data):', str(block(text, reading())), re.I
        )


def test_a_link_cannot_break_out_of_its_attribute() -> None:
    html = str(inline('[x](https://a.example/"onmouseover="alert)', reading()))
    assert html == '<a href="https://a.example/%22onmouseover=%22alert" rel="noopener noreferrer">x</a>'


def test_pictures_are_not_made() -> None:
    assert "<img" not in block("![x](https://a.example/a.png)", reading())


# what authors may write


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
    assert paragraphs("a\n\nb", reading()) == "a<br>b"
    assert paragraphs("a\n\n- b", reading()) is None


# links


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


# glossary terms


def test_a_term_is_linked_at_first_use_only() -> None:
    here = reading(humus="humus")
    assert linked(str(block("humus and humus\n\nhumus", here)) + str(block("humus", here))) == ["humus"]


def test_a_term_links_to_the_glossary_with_its_meaning() -> None:
    html = str(block("humus", reading("learn/soil/layers.md", humus="humus")))
    assert (
        html == '<p><a class="cw-term" href="site:/glossary/#humus" title="meaning of humus">humus</a></p>\n'
    )


def test_an_alias_counts_as_the_term() -> None:
    here = Reading("index.md", {}, glosses({"humus": ("humus", "d"), "leaf mould": ("humus", "d")}))
    assert linked(str(block("leaf mould is humus", here))) == ["leaf mould"]


@pytest.mark.parametrize(
    "text",
    [
        "[humus](https://a.example)",
        "[**humus**](term:humus)",
        "## humus",
        "`humus`",
        "```\nhumus\n```",
        "    humus",
        "humus\n=====",
        "<https://humus.example>",
    ],
)
def test_a_term_is_not_linked_in_links_headings_and_code(text: str) -> None:
    assert linked(str(block(text, reading(humus="humus")))) == []


def test_a_term_after_a_heading_is_still_first_use() -> None:
    assert linked(str(block("## humus\n\nhumus [x](https://a.example) humus", reading(humus="humus")))) == [
        "humus"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("posthumus", []),
        ("humus2", []),
        ("humus-rich", ["humus"]),
        ("(humus)", ["humus"]),
        ("好humus好", ["humus"]),
        ("Humus", []),
    ],
)
def test_a_latin_term_is_a_whole_word(text: str, found: list[str]) -> None:
    assert linked(str(block(text, reading(humus="humus")))) == found


def test_a_chinese_term_needs_no_spaces_and_the_longest_wins() -> None:
    here = reading(a="客户", b="客户关系")
    assert linked(str(block("维护客户关系,再找客户。", here))) == ["客户关系", "客户"]


def test_a_term_with_signs_is_found_and_escaped() -> None:
    assert linked(str(block("a C++ b R&D", reading(a="C++", b="R&D")))) == ["C++", "R&amp;D"]


def test_a_meaning_cannot_break_out_of_its_attribute() -> None:
    here = Reading("index.md", {}, glosses({"humus": ("humus", '"><script>{{ 7*7 }}')}))
    html = str(block("humus", here))
    assert "<script" not in html
    assert "{{" not in html


def test_a_meaning_is_shown_without_marks(tmp_path: Path) -> None:
    tree = compiled(
        tmp_path, changed(GLOSSARY, "Sand, silt and clay.", "'**Sand**, [silt](term:humus) and `clay`.'")
    )
    title = re.search(
        r'title="([^"]*)">loam<',
        tree["docs/learn/soil/layers.md"].decode() + tree["docs/learn/soil/index.md"].decode(),
    )
    assert title is None or title[1] == "Sand, silt and clay."


def test_an_objective_is_named_in_a_quiz_without_marks(tmp_path: Path) -> None:
    tree = compiled(
        tmp_path,
        changed(SECTION, "text: Name the layers", "text: Name the **layers** of [loam](node:soils/loam)"),
    )
    assert (
        '<a href="site:/learn/soil/layers/">Name the layers of loam</a>'
        in tree["overrides/questions/soil.html"].decode()
    )


def test_nothing_inside_a_control_is_linked(tmp_path: Path) -> None:
    """A link in an option's label would take the learner away instead of choosing it."""
    tree = compiled(
        tmp_path,
        {
            **changed(SECTION, "Humus lies on loam, see [loam](node:soils/loam).", "Top."),
            "quizzes/bank/soil.yml": COURSE["quizzes/bank/soil.yml"].replace(
                "text: Humus\n", "text: The *loam* is humus\n", 1
            ),
        },
    )
    labels = re.findall(
        r"<label class=\"cw-o\">.*?</label>", tree["docs/learn/soil/layers.md"].decode(), re.S
    )
    assert labels
    assert not [label for label in labels if "<a " in label]


# headings


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


# whole pages


def test_a_page_is_front_matter_and_html(tmp_path: Path) -> None:
    page = compiled(tmp_path)["docs/guides/start.md"].decode()
    assert [line for line in page.splitlines() if line] == [
        "---",
        'title: "Begin"',
        'template: "page.html"',
        'description: "Where to begin."',
        "---",
        "# Begin",
        "## First { #first }",
        '<div class="cw-text">',
        '<p>Read <a href="site:/learn/soil/layers/">the section</a>.</p>',
        "</div>",
    ]


def test_a_chapter_explains_terms_of_its_opening(tmp_path: Path) -> None:
    page = compiled(
        tmp_path, changed(CHAPTER, "Everything begins below.", "All begins with humus, always humus.")
    )["docs/learn/soil/index.md"].decode()
    assert linked(page) == ["humus"]


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    assert dict(compiled(tmp_path / "a")) == dict(compiled(tmp_path / "b"))
