"""Authors' text is text: no tag, no address, no sign of a template gets into a page."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_reading import Renderer, reading

from coursewright.render.markdown import Reading, as_heading, block, inline


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


READING = Reading("index.md", {})
SIGNS = [
    *"ab <>&\"'`~*_[](){}!|#\\-+=.:/\n\t1好",
    "```",
    "~~~",
    "{{",
    "{%",
    "<b ",
    "-->",
    "](",
    "&#",
    "javascript:",
    "    ",
    "| - |",
    "[a]: ",
]
MARKED = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)
ATTRIBUTE = r" (?:class|href|rel|title|scope|tabindex|start)=\"[^\"<]*\""
TAGS = "p|em|strong|code|pre|a|ul|ol|li|br|hr|blockquote|h[1-6]|s|table|thead|tbody|tr|th|td|div"
KNOWN_TAG = re.compile(rf"</?(?:{TAGS})(?:{ATTRIBUTE})* ?/?>")


@settings(max_examples=800)
@given(MARKED)
def test_no_text_gets_an_unknown_tag_or_a_live_sign_into_a_page(text: str) -> None:
    for html in (str(inline(text, READING)), str(block(text, READING))):
        assert "<" not in KNOWN_TAG.sub("", html)
        assert not re.search(r"[`~{]", html)
        assert not re.search(r'href="\s*(?:javascript|data|vbscript|file):', html, re.I)


@given(st.text(min_size=1, max_size=200))
def test_a_heading_is_one_line_of_markdown_without_signs(text: str) -> None:
    heading = str(as_heading(2, text)).strip("\n")
    assert heading.startswith("##")
    assert not set(heading[2:]) & set("<>*_[]`{}\\\n\r!")
