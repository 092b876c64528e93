"""Every page of the small course as it is staged."""

import json
import re
from html import escape
from pathlib import Path

import pytest
import yaml

from coursewright.render.rendering import Rendering
from snapshots import assert_kept
from trees import compiled, site_of

CODE = re.compile(r"(assets/coursewright/)[0-9a-f]{12}/")
"""The folder of code, whose name is made of its content."""


def test_the_staged_pages_of_the_small_course(tmp_path: Path) -> None:
    pages = {
        path: CODE.sub(r"\1CODE/", raw.decode())
        for path, raw in compiled(tmp_path).items()
        if path.endswith((".md", ".html", ".yml"))
    }
    assert_kept("render/pages", pages)


@pytest.mark.parametrize(
    "odd", ["\x7f", "\x80", "\x93", "\x85", "\u2028", "\ufeff", "\ufffe", "\uffff", "\x1b", "😀", '"', "\\"]
)
def test_front_matter_is_read_as_it_was_meant(tmp_path: Path, odd: str) -> None:
    """A builder that cannot read it shows it as text, and the page loses what it is made of."""
    title = f"a{odd}b"
    rendering = Rendering(site_of(tmp_path))
    rendering.page(
        "x.md", "guide.html", title, meta={"listed": [title]}, guide=next(iter(rendering.site.guides))
    )
    page = rendering.tree["docs/x.md"].decode()
    front = yaml.safe_load(page.split("\n---\n")[0].removeprefix("---\n"))
    assert (front["title"], front["listed"]) == (escape(title), [title])


def test_the_data_of_the_small_course(tmp_path: Path) -> None:
    """What pages load: roles to adapt and to compare, the catalogue of what is to be learnt."""
    data = {
        path.removeprefix("docs/"): json.dumps(json.loads(raw), ensure_ascii=False, indent=1) + "\n"
        for path, raw in compiled(tmp_path).items()
        if path.endswith(".json") and not path.startswith("docs/assets/coursewright/schema/")
    }
    assert_kept("render/data", data)
