"""Terms of the glossary in a text: which are linked, where, with what meaning."""

import re
from pathlib import Path

import pytest
from markdown_reading import reading

from coursewright.render.glosses import glosses
from coursewright.render.markdown import Reading, block
from trees import CHAPTER, COURSE, GLOSSARY, SECTION, changed, compiled


def linked(html: str) -> list[str]:
    return re.findall(r'class="cw-term"[^>]*>([^<]*)<', html)


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
    listed = tree["overrides/questions/soil.html"].decode().split("<template>")[1]
    assert ">Name the layers of loam\n<a href=" in listed


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
    labels = re.findall(r"<div class=\"cw-o\">.*?</div>", tree["docs/learn/soil/layers.md"].decode(), re.S)
    assert labels
    assert not [label for label in labels if "<a " in label]


def test_a_chapter_explains_terms_of_its_opening(tmp_path: Path) -> None:
    page = compiled(
        tmp_path, changed(CHAPTER, "Everything begins below.", "All begins with humus, always humus.")
    )["docs/learn/soil/index.md"].decode()
    assert linked(page) == ["humus"]
