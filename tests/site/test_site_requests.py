"""Nothing comes from outside, and nothing breaks the site's own policy."""

import posixpath
import re

from builders import EVERY_BUILDER
from kinds import QUIZ
from markup import read
from output import Built
from playwright.sync_api import expect
from quizzing import come_to
from searching import search_for
from visitors import Visitor

pytest_plugins = ["site_fixtures"]

_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@EVERY_BUILDER
def test_no_page_loads_from_outside(built: Built) -> None:
    loaded = {(page, address) for page in built.files(".html") for address in read(built.text(page)).loaded}

    assert [pair for pair in loaded if _OUTSIDE.match(pair[1])] == []


@EVERY_BUILDER
def test_no_style_loads_from_outside(built: Built) -> None:
    sheets = {file: built.text(file) for file in built.files(".css")}
    attributes = {page: " ".join(read(built.text(page)).styles) for page in built.files(".html")}
    loaded = [
        (file, one or other)
        for file, text in (sheets | attributes).items()
        for one, other in _CSS_ADDRESS.findall(text)
    ]

    assert [pair for pair in loaded if _OUTSIDE.match(pair[1])] == []


_VOCABULARY = re.compile(
    r"https?://(?:purl\.imsglobal\.org|purl\.org/dc|schema\.org|w3id\.org|www\.w3\.org)/[^\s\"'`]*"
)
"""Names of what credentials say: nobody asks for them."""


def test_own_modules_name_no_address_outside(built: Built) -> None:
    ours = [file for file in built.files(".mjs", ".js", ".css") if file.startswith("assets/coursewright/")]

    assert ours
    assert [file for file in ours if re.search(r"https?:", _VOCABULARY.sub("", built.text(file)))] == []


def test_every_imported_module_is_in_the_output(built: Built) -> None:
    files = set(built.files())
    imported = [
        (file, posixpath.normpath(posixpath.join(posixpath.dirname(file), name)))
        for file in built.files(".mjs")
        for name in re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[^"']+)""", built.text(file))
    ]

    assert imported
    assert [pair for pair in imported if pair[1] not in files] == []


@EVERY_BUILDER
def test_search_and_answers_ask_only_the_own_site(visitor: Visitor) -> None:
    page = visitor.open(QUIZ)
    expect(search_for(page, "客户").first).to_be_visible()
    page.keyboard.press("Escape")
    question = come_to(page.locator("fieldset[data-shape=choice]").first)
    question.locator(".cw-o").first.click()
    question.get_by_role("button", name="核对答案").click()
    expect(question.locator(".cw-verdict")).to_be_visible()

    assert visitor.strangers() == []
    assert visitor.complaints == []


@EVERY_BUILDER
def test_page_that_is_not_there_says_so_with_the_site_around_it(visitor: Visitor) -> None:
    response = visitor.page.goto("learn/no-such-chapter/no-such-section/", wait_until="networkidle")

    assert response
    assert response.status == 404
    expect(visitor.page.get_by_role("navigation").first).to_be_visible()
    assert visitor.strangers() == []
    assert [one for one in visitor.complaints if "no-such-section" not in one] == []
