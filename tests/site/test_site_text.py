"""What is written in Markdown is read as text: no mark is left over, no element is torn apart."""

import re
from html import unescape

from builders import EVERY_BUILDER
from output import Built

pytest_plugins = ["site_fixtures"]
pytestmark = EVERY_BUILDER

_NOT_PROSE = re.compile(r"<(script|style|code|pre|template)\b.*?</\1>", re.S)
_TAG = re.compile(r"<[^>]+>")
_LEFT_OVER = re.compile(r".{0,12}(?:\*\*|\]\(|^#{1,6} |\{[#:%{]).{0,12}", re.M)


def test_no_mark_of_markdown_is_left_in_the_text(built: Built) -> None:
    prose = {
        page: unescape(_TAG.sub("", _NOT_PROSE.sub("", built.text(page)))) for page in built.files(".html")
    }
    left = {page: _LEFT_OVER.findall(text) for page, text in prose.items()}

    assert {page: marks for page, marks in left.items() if marks} == {}


def test_no_element_of_ours_is_torn_apart_by_markdown(built: Built) -> None:
    """Python-Markdown takes an element it does not know for a word of a paragraph unless a block holds it."""
    torn = {page: re.findall(r"<p></?cw-[a-z-]+", built.text(page)) for page in built.files(".html")}

    assert {page: tags for page, tags in torn.items() if tags} == {}


def test_the_title_of_a_page_names_the_page_and_the_site_and_neither_twice(built: Built) -> None:
    titles = {page: re.findall(r"<title>(.*?)</title>", built.text(page)) for page in built.files(".html")}

    site = built.site.course.title
    assert titles["index.html"] == [site]
    assert titles["glossary/index.html"] == [f"术语表 - {site}"]
    assert [page for page, found in titles.items() if len(found) != 1 or found[0].count(site) != 1] == []
