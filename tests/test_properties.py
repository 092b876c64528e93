"""Small functions held to what must be true of them for any input."""

import posixpath
import re
import string
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.diagnostics.nearest import nearest
from coursewright.link.reading import minutes
from coursewright.model.guide import Guide
from coursewright.render.initials import initial
from coursewright.render.markdown import Reading, as_heading, block, inline
from coursewright.render.urls import as_built, link, relative, url_of

quick = settings(max_examples=120, deadline=None)
texts = st.text(min_size=1, max_size=200)
names = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
pages = st.lists(names, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md") | st.lists(
    names, max_size=3
).map(lambda parts: "/".join([*parts, "index.md"]))
ids = st.lists(names, min_size=1, max_size=3).map("/".join)


def guide(text: str) -> Guide:
    return Guide(title="a", summary="b", audience="hr", body=f"x{text}")


# reading time


@quick
@given(texts, texts)
def test_more_text_never_takes_less_time(text: str, more: str) -> None:
    assert minutes(guide(text)) <= minutes(guide(f"{text} {more}"))


@quick
@given(texts)
def test_reading_takes_whole_minutes_and_at_least_one(text: str) -> None:
    assert isinstance(minutes(guide(text)), int)
    assert minutes(guide(text)) >= 1


# addresses


@quick
@given(pages, pages)
def test_a_relative_address_leads_where_it_should(page: str, target: str) -> None:
    here = "/" + url_of(page)
    assert posixpath.normpath(posixpath.join(here, relative(page, url_of(target)))) == posixpath.normpath(
        "/" + url_of(target)
    )


@quick
@given(pages, pages)
def test_a_page_is_linked_as_a_folder(page: str, target: str) -> None:
    assert link(page, target).endswith("/")


@quick
@given(pages, pages)
def test_a_link_as_built_leads_where_it_should(page: str, target: str) -> None:
    base = relative(page, "").removesuffix("/")
    built = as_built(f'<a href="{link(page, target)}">', base)
    address = built.removeprefix('<a href="').removesuffix('">')
    assert posixpath.normpath(posixpath.join("/" + url_of(page), address)) == posixpath.normpath(
        "/" + url_of(target)
    )


@quick
@given(pages, ids)
def test_a_file_is_linked_as_a_file(page: str, file: str) -> None:
    address = relative(page, f"assets/{file}.json")
    assert address.endswith(".json")
    assert posixpath.normpath(posixpath.join("/" + url_of(page), address)) == f"/assets/{file}.json"


@quick
@given(pages, names)
def test_an_anchor_on_the_same_page_needs_no_address(page: str, anchor: str) -> None:
    assert link(page, page, anchor) == f"#{anchor}"


@quick
@given(pages)
def test_an_address_never_begins_with_a_slash(page: str) -> None:
    assert not url_of(page).startswith("/")
    assert url_of("index.md") == ""


# initials

PINYIN = {
    "A": "爱安奥",
    "B": "保报北",
    "C": "产成存",
    "D": "贷担大",
    "E": "额恩",
    "F": "风发",
    "G": "公柜",
    "H": "汇合",
    "J": "金经",
    "K": "客口",
    "L": "利理",
    "M": "贸面",
    "N": "能内",
    "O": "欧",
    "P": "票平",
    "Q": "期企",
    "R": "融人",
    "S": "市授",
    "T": "投贴",
    "W": "网外",
    "X": "信限",
    "Y": "银优",
    "Z": "资周",
}


def test_chinese_words_are_filed_under_their_pinyin() -> None:
    assert {letter: {initial(char + "x") for char in chars} for letter, chars in PINYIN.items()} == {
        letter: {letter} for letter in PINYIN
    }


def test_latin_words_are_filed_under_their_letter_and_the_rest_under_a_sign() -> None:
    assert [initial(word) for word in ("loan", "Loan", "4P", "“x”", "", "鑫", "É")] == [
        "L",
        "L",
        "#",
        "#",
        "#",
        "#",
        "#",
    ]


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=3))
def test_an_initial_is_one_letter_or_the_sign(word: str) -> None:
    assert initial(word) in {*string.ascii_uppercase, "#"}


def test_an_initial_is_one_letter_for_every_character() -> None:
    allowed = {*string.ascii_uppercase, "#"}
    assert [
        char for char in map(chr, (*range(0xD800), *range(0xE000, 0x20000))) if initial(char) not in allowed
    ] == []


# did you mean


@quick
@given(st.text(max_size=20), st.lists(ids, max_size=10))
def test_the_nearest_is_one_of_the_known_or_nothing(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {*known, ""}


@quick
@given(st.lists(ids, min_size=1, max_size=10, unique=True), st.data())
def test_a_known_word_is_nearest_to_itself(known: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(known))
    assert nearest(word, known) == word


@quick
@given(st.lists(ids, max_size=10), st.text(max_size=10), st.randoms())
def test_the_order_of_the_known_does_not_matter(known: list[str], word: str, random: Random) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)
    assert nearest(word, known) == nearest(word, shuffled)


def test_slips_that_people_make() -> None:
    known = ["soil/layers", "soil/water", "head-gardener", "humus"]
    assert [
        nearest(word, known)
        for word in ("soil/layer", "layers", "sol/layers", "head-gardner", "hums", "nothing-like-it")
    ] == [
        "soil/layers",
        "soil/layers",
        "soil/layers",
        "head-gardener",
        "humus",
        "",
    ]


# Markdown

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


@settings(max_examples=800, deadline=None)
@given(MARKED)
def test_no_text_gets_an_unknown_tag_or_a_live_sign_into_a_page(text: str) -> None:
    for html in (str(inline(text, READING)), str(block(text, READING))):
        assert "<" not in KNOWN_TAG.sub("", html)
        assert not re.search(r"[`~{]", html)
        assert not re.search(r'href="\s*(?:javascript|data|vbscript|file):', html, re.I)


@quick
@given(texts)
def test_a_heading_is_one_line_of_markdown_without_signs(text: str) -> None:
    heading = str(as_heading(2, text)).strip("\n")
    assert heading.startswith("##")
    assert not set(heading[2:]) & set("<>*_[]`{}\\\n\r!")
