"""Questions as HTML: the contract with the browser, sound HTML around any text, nothing given away."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from trees import BANK, COURSE, EVERY_TYPE, ITEMS, ORDERING, Files, compiled, with_quiz_of

PHRASING_ONLY = {"legend", "label", "span", "summary", "b", "i", "p"}
"""What may hold no blocks (HTML, 3.2.5.2.5 and the content models of each)."""
BLOCKS = {"p", "div", "ul", "ol", "table", "pre", "blockquote", "hr", "h2", "h3", "fieldset", "details"}
VOID = {"input", "br", "hr", "img"}
RICH = """\
Two lines,
then

- a list
- of two

| k | v |
| - | - |
| a | b |

```
code {{ x }}
```
"""


class Tree(HTMLParser):
    """Where blocks stand in what can hold none, and what is not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.named: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += [f"not closed: {tag}" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        self.named += values.get("aria-labelledby", "").split()
        if tag in BLOCKS:
            self.wrong += [f"{tag} in {outer}" for outer in self.open if outer in PHRASING_ONLY]
        self._end_entry(tag == "li")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_entry(tag in ("ol", "ul"))
        if self.open.pop() != tag:
            self.wrong.append(f"{tag} closes something else")

    def _end_entry(self, is_over: bool) -> None:
        """The end of an entry may be left out: the next one ends it, and the end of its list."""
        if is_over and self.open[-1:] == ["li"]:
            self.open.pop()


def questions(root: Path, files: Files) -> str:
    return compiled(root, files)["overrides/questions/soil.html"].decode()


def block(text: str) -> str:
    """As a YAML literal within an entry of an item."""
    return "|\n" + "".join(f"          {line}\n" for line in text.splitlines())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    files = with_quiz_of(ITEMS, EVERY_TYPE)
    return questions(tmp_path_factory.mktemp("course"), files)


def question(page: str, id: str) -> str:
    found = re.search(rf'<fieldset class="cw-q" id="q-{id}".*?</fieldset>', page, re.S)
    assert found
    return found[0]


def test_a_multiple_choice_is_check_boxes_and_does_not_tell_how_many(page: str) -> None:
    controls = question(page, "soil-which").split("<details")[0]
    assert re.findall(r'type="(\w+)"', controls) == ["checkbox"] * 3
    assert "<i>(choose all that apply)</i>" in controls
    assert not re.search(r"\b(two|2|three|3)\b", controls.replace("<b>3</b>", ""))


def test_an_order_is_a_list_in_which_nothing_tells_the_order(page: str) -> None:
    controls, answer = question(page, "soil-order").split("<details")
    assert 'data-shape="order"' in controls
    assert "<i>(put these in order)</i>" in controls
    shown = re.findall(r'<li data-id="(\w+)"><label><input type="number">', controls)
    assert sorted(shown) == ["dig", "mark", "rake", "sow"]
    assert shown != ["mark", "dig", "rake", "sow"]
    assert re.findall(r'<li data-id="(\w+)">', answer) == ["mark", "dig", "rake", "sow"]
    assert '<li data-id="dig"><div>Dig it</div>Roots need loose soil.<li' in answer


def test_a_number_is_there_even_if_it_is_nothing(tmp_path: Path) -> None:
    bank = EVERY_TYPE.replace("value: 50\n      tolerance: 1\n", "value: 0\n")
    html = questions(tmp_path, with_quiz_of(ITEMS, bank))
    assert '<li data-id="answer" data-value="0" data-unit="cm"><b>0 cm</b>' in html


@pytest.mark.parametrize("stem", ["It is ___ cm deep.", "It is ___.", "How deep?"])
def test_a_unit_with_which_the_stem_goes_on_stands_there_once(tmp_path: Path, stem: str) -> None:
    bank = EVERY_TYPE.replace("Two spits of 25 cm are dug. How deep is the trench?", stem)
    html = question(questions(tmp_path, with_quiz_of(ITEMS, bank)), "soil-depth")
    asked = html[: html.index("<details")]
    assert re.sub("<[^>]*>", "", asked).count("cm") == 1


def test_an_edition_is_told_only_when_it_is_not_the_first(tmp_path: Path, page: str) -> None:
    assert "data-edition" not in page
    raised = COURSE[BANK].replace("id: soil-dark", "id: soil-dark\n    edition: 3")
    html = questions(tmp_path, {BANK: raised})
    assert 'id="q-soil-dark" data-shape="choice" data-edition="3" data-fixed>' in html
    assert html.count("data-edition") == 1


def test_order_is_fixed_where_it_says_something(tmp_path: Path, page: str) -> None:
    """Of true and false, of numbers, and where the author says so."""
    assert re.findall(r'id="q-(\S+)"[^>]* data-fixed', page) == ["soil-dark", "soil-bed-cause"]
    for old, new in (("text: ", "text: 1 "), ("id: soil-top\n", "id: soil-top\n    shuffle: false\n")):
        html = questions(tmp_path / new[:4].strip(), {BANK: COURSE[BANK].replace(old, new)})
        assert 'id="q-soil-top" data-shape="choice" data-fixed>' in html


@pytest.mark.parametrize(
    ("key", "text", "where"),
    [
        ("text", "Rock", r'</label><div id="o-soil-top-[a-z2-7]{4}">(.*?)</div></div>\n'),
        ("rationale", "It lies below.", r"<b>Not right</b> (.*?)</ol>"),
        ("explanation", "Leaves fall on top.", r'<div class="cw-e">(.*?)<a'),
        ("stem", "What lies on top?", r'<div id="s-soil-top">(.*?)</div>\n<div class="cw-o"'),
        ("text", "Dig it", r'</label><div id="o-soil-order-dig">(.*?)</div><li '),
        ("rationale", "Seeds need a level bed.", r"<div>Rake it</div>(.*?)<li data-id"),
    ],
)
def test_blocks_stay_blocks_wherever_an_author_writes_them(
    tmp_path: Path, key: str, text: str, where: str
) -> None:
    assert f"{key}: {text}" in ORDERING
    bank = ORDERING.replace(f"{key}: {text}", f"{key}: {block(RICH)}", 1)
    html = questions(tmp_path, with_quiz_of("soil-top, soil-order", bank))
    found = re.search(where, html, re.S)
    assert found
    assert all(tag in found[1] for tag in ("<p>", "<ul>", "<table>", "<pre>")), found[1]
    tree = Tree(html)
    assert tree.wrong == []
    assert set(tree.named) <= set(tree.ids)
    assert len(set(tree.ids)) == len(tree.ids)


def test_a_stem_of_blocks_names_the_group(tmp_path: Path) -> None:
    bank = COURSE[BANK].replace("stem: What lies on top?", f"stem: {block(RICH)}")
    html = questions(tmp_path, {BANK: bank})
    assert 'aria-labelledby="l-soil-top s-soil-top">\n<legend id="l-soil-top"><b>1</b></legend>' in html


def test_paragraphs_stay_in_the_legend_and_the_label(tmp_path: Path) -> None:
    bank = COURSE[BANK].replace(
        "stem: What lies on top?", "stem: |\n      A scene.\n\n      What lies on top?"
    )
    bank = bank.replace("text: Rock", "text: |\n          Rock,\n\n          hard")
    html = questions(tmp_path, {BANK: bank})
    gap = '<br><span class="cw-p"></span>'
    assert f"<legend><b>1</b> A scene.{gap}What lies on top?</legend>" in html
    assert f"<span>Rock,{gap}hard</span></label>" in html


def test_every_shape_is_sound_html(page: str) -> None:
    assert Tree(page).wrong == []
