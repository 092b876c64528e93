"""Text is text: whatever an author writes into any field, no page obeys it.

Every text field of the small course is filled with hostile strings. Which
fields take free text is found by trying: a value that the models refuse (an
id, a reference, a word from a list) stays as it was.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from coursewright.load.source_file import read_source
from coursewright.model.kinds import kind_of
from coursewright.model.settings import BUILDERS
from coursewright.render import OutputTree
from coursewright.validate.shape import validated
from trees import COURSE, EVERY_TYPE, ITEMS, compiled, with_quiz_of, write_course

ONE_LINE = (
    "x{number} <script>alert(1)</script> \"><img src=x onerror=alert(1)> '><svg onload=alert(1)> "
    "{{{{ 7*7 }}}} {{% raw %}} {{# note #}} "
    "``` ~~~ </script> </title> </textarea> </div> javascript:alert(1) "
    "{{: #id .cls onclick=alert(1) }} &lt;b&gt; &#60;i&#62;"
)
LINES = (
    f"{ONE_LINE}\n\n"
    "## <script>alert(2)</script> {{{{ 7*7 }}}} {{#here onclick=alert(1)}}\n\n"
    "<script>alert(1)</script>\n\n"
    "| <img src=x onerror=alert(1)> | {{% x %}} |\n| --- | --- |\n| </table> | --> |\n\n"
    "- {{{{ 7*7 }}}}\n- <!-- \n\n<!--\n\n    <script>alert(1)</script>\n\n"
    "```\n</code></pre><script>alert(1)</script> {{% raw %}}\n~~~\n"
)

_SECRET = re.compile(r"(?m)^  - id: soil-secret\n(?:    .*\n)*")
EVERY_ITEM = COURSE | with_quiz_of(ITEMS, _SECRET.sub("", EVERY_TYPE))
"""Without what is reserved: it stands on no page, and no text of a page may read as it does."""

Steps = tuple[str | int, ...]


def leaves(data: Any, path: Steps = ()) -> Iterator[Steps]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from leaves(value, (*path, at))
    elif isinstance(data, str):
        yield path


def put(data: Any, path: Steps, value: str) -> str:
    for step in path[:-1]:
        data = data[step]
    before: str = data[path[-1]]
    data[path[-1]] = value
    return before


def accepted(file: str, data: Any) -> bool:
    kind = kind_of(file)
    assert kind is not None
    source = read_source(file, yaml.safe_dump(data, allow_unicode=True, width=10**6).encode())
    return validated(source, kind.model).model is not None


def hostile_file(file: str, numbers: Iterator[int]) -> tuple[str, int]:
    """The file with every free text made hostile, and how many texts that were."""
    data, count = yaml.safe_load(EVERY_ITEM[file]), 0
    for path in list(leaves(data)):
        for template in (LINES, ONE_LINE):
            before = put(data, path, "")
            put(data, path, template.format(number=next(numbers)) + " ___" * before.count("___"))
            if accepted(file, data):
                count += 1
                break
            put(data, path, before)
    return yaml.safe_dump(data, allow_unicode=True, width=10**6), count


@cache
def hostile_course() -> tuple[dict[str, str], int]:
    numbers = iter(range(10**6))
    made = {file: hostile_file(file, numbers) for file in EVERY_ITEM if kind_of(file)}
    return {
        "mkdocs.yml": "plugins: [coursewright]\n",
        **{file: text for file, (text, _) in made.items()},
    }, sum(count for _, count in made.values())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> OutputTree:
    return compiled(tmp_path_factory.mktemp("hostile"), hostile_course()[0])


class Tags(HTMLParser):
    """Collects what would act: tags that load or run, event attributes, addresses that are code."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bad: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("img", "iframe", "object", "embed", "style"):
            self.bad.append(f"<{tag}> {attrs}")
        self._script = tag == "script"
        for name, value in attrs:
            if name.startswith("on") or (
                name in ("href", "src", "action")
                and re.match(r"\s*(javascript|data|vbscript):", value or "", re.I)
            ):
                self.bad.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        self._script = False

    def handle_data(self, data: str) -> None:
        if self._script and "alert(" in data:
            self.bad.append(f"<script>{data[:60]}")


def acting(html: str) -> list[str]:
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags.bad


def pages_of(tree: OutputTree) -> Iterator[tuple[str, str]]:
    """Staged pages without their front matter, and quiz forms."""
    for path, raw in tree.items():
        if path.endswith(".md"):
            yield path, raw.decode().split("\n---\n", 1)[1]
        elif path.startswith("overrides/questions/"):
            yield path, raw.decode()


def test_most_text_fields_take_hostile_text() -> None:
    assert hostile_course()[1] > 100  # else the tests below test nothing


def test_no_staged_page_holds_a_tag_from_the_text(hostile: OutputTree) -> None:
    assert {
        path: bad
        for path, html in pages_of(hostile)
        if (bad := [*acting(html), *re.findall(r"<script|<img|<svg onload|<!--", html)])
    } == {}


def test_no_staged_page_lets_text_begin_a_fence(hostile: OutputTree) -> None:
    assert [path for path, html in pages_of(hostile) if re.search(r"^\s*(```|~~~)", html, re.M)] == []


def test_no_quiz_form_holds_a_jinja_expression_from_the_text(hostile: OutputTree) -> None:
    """A form is a theme template: what is between braces in it would be run by MkDocs."""
    found = {
        path: re.findall(r".{30}\{[{%#].{10}", html)
        for path, html in pages_of(hostile)
        if path.startswith("overrides/")
    }
    assert {path: bad[:3] for path, bad in found.items() if bad} == {}


def test_front_matter_and_settings_are_data(hostile: OutputTree) -> None:
    for path, raw in hostile.items():
        if path.endswith(".md"):
            front = yaml.safe_load(raw.decode().split("\n---\n", 1)[0].removeprefix("---\n"))
            assert isinstance(front["title"], str), path
    assert yaml.safe_load(hostile["mkdocs.yml"])["site_name"].startswith("x")
    json.loads(hostile["docs/assets/coursewright/catalogue.json"])


@pytest.fixture(scope="module", params=BUILDERS)
def hostile_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from coursewright.compiler import compile_course
    from coursewright.host.build import build_site
    from coursewright.host.builder import builder_named
    from coursewright.host.workplace import workplace

    root = write_course(tmp_path_factory.mktemp("hostile-site"), hostile_course()[0])
    checked, tree = compile_course(root)
    with workplace(root) as place:
        build_site(checked.site, tree, place, root / "site", builder_named(request.param))
    return root / "site"


def test_no_built_page_obeys_the_text(hostile_site: Path) -> None:
    pages = list(hostile_site.rglob("*.html"))
    found = {str(page.relative_to(hostile_site)): acting(page.read_text()) for page in pages}
    assert pages
    assert {page: bad[:3] for page, bad in found.items() if bad} == {}


def test_no_built_page_computes_the_text(hostile_site: Path) -> None:
    assert [
        page.name
        for page in hostile_site.rglob("*.html")
        if re.search(r"onload=alert\(1\)&gt; 49|onload=alert\(1\)> 49", page.read_text())
    ] == []


def test_the_search_index_is_data_and_nothing_else(hostile_site: Path) -> None:
    for name in ("names", "texts"):
        entries = json.loads((hostile_site / f"assets/coursewright/{name}.json").read_text())
        assert entries
        assert all(isinstance(entry, list) for entry in entries)
    assert not list(hostile_site.glob("search*"))


def test_reserved_items_are_in_no_file(tmp_path: Path) -> None:
    tree = compiled(tmp_path)
    assert [path for path, raw in tree.items() if b"anzibar" in raw or b"soil-secret" in raw] == []
