"""Styles without their comments keep their rules."""

import re
from pathlib import Path

import pytest

import coursewright
from coursewright.render.stripped import stripped_style

ENGINE = Path(coursewright.__file__).parent


def test_styles_keep_their_rules() -> None:
    styles = "".join(file.read_text("utf-8") for file in sorted((ENGINE / "styles").glob("*.css")))
    left = stripped_style(styles)
    assert "/*" not in left
    bare = re.sub(r"/\*.*?\*/", " ", styles, flags=re.S)
    assert left.split() == bare.split()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a /* b */ { c: d }", "a { c: d }"),
        ("a {\n  c: d;\n\n  /* e */\n}", "a {\nc: d;\n}"),
        ('a::before { content: "/*  */" }', 'a::before { content: "/*  */" }'),
        (r"a { content: '\'  /* no */' }", r"a { content: '\'  /* no */' }"),
        ("a { b: url(x/*.png) /* c */ }", "a { b: url(x/*.png) }"),
    ],
)
def test_what_is_left_of_a_style(text: str, left: str) -> None:
    assert stripped_style(text) == left + "\n"
