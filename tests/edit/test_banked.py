"""Items in a bank, however its author lays it out: the bank says them, and nothing else is touched."""

from typing import Any

import pytest
from exchanged_banks import banks
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.edit.banked import with_items
from coursewright.load.source_file import read_source

HEAD = "# the bank\nitems:\n"
LAYOUTS = {
    "indented": HEAD + "  - id: a   # first\n    stem: One\n\n  # second\n  - id: b\n    stem: 'Two'\n",
    "flush": HEAD + "- id: a   # first\n  stem: One\n\n# second\n- id: b\n  stem: 'Two'\n",
    "wide": HEAD
    + "    -   id: a   # first\n        stem: One\n\n    # second\n    -   id: b\n        stem: 'Two'\n",
    "without an end": HEAD + "- id: a   # first\n  stem: One\n\n# second\n- id: b\n  stem: 'Two'",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_changed_item_changes_its_lines_alone(layout: str, end: str) -> None:
    text = LAYOUTS[layout].replace("\n", end)
    found = with_items(read_source("", text.encode()), [{"id": "a", "stem": "Three"}])
    assert found == text.replace("One", "Three")
    found = with_items(read_source("", text.encode()), [{"id": "b", "stem": "Two"}])
    assert found == text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_new_item_stands_behind_the_last(layout: str) -> None:
    text = LAYOUTS[layout]
    found = with_items(read_source("", text.encode()), [{"id": "c", "stem": "Three"}])
    assert found.startswith(text)
    assert read_source("", found.encode()).data["items"][-1] == {"id": "c", "stem": "Three"}


@pytest.mark.parametrize(
    "text",
    [
        "items: [{id: a, stem: One}, {id: b, stem: Two}]\n",
        "items:\n-\n  id: a\n  stem: One\n- id: b\n  stem: x\n",
    ],
)
def test_another_layout_is_written_anew(text: str) -> None:
    found = with_items(
        read_source("", text.encode()), [{"id": "a", "stem": "Three"}, {"id": "c", "stem": "Four"}]
    )
    assert [item["stem"] for item in read_source("", found.encode()).data["items"]][::2] == ["Three", "Four"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("nothing", ["", " []", " [ ]", " null", " ~"])
def test_the_first_item_of_a_blank_list_leaves_the_comments_around_it(nothing: str, end: str) -> None:
    text = f"# mine\nitems:{nothing}   # none yet\n# from terms\nmade:\n  - x: 1 # as ever\n"
    file = read_source("", text.replace("\n", end).encode())
    found = with_items(file, [{"id": "a", "stem": "One"}, {"id": "b", "stem": "Two"}])
    items = "  - id: a\n    stem: One\n\n  - id: b\n    stem: Two\n"
    made = "# from terms\nmade:\n  - x: 1 # as ever\n"
    assert found == f"# mine\nitems:   # none yet\n{items}{made}".replace("\n", end)


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_bank_without_a_list_gets_one_at_its_end(end: str) -> None:
    text = f"# mine\nmade:\n  - x: 1 # as ever{end}"
    found = with_items(read_source("", text.encode()), [{"id": "a"}])
    assert found == "# mine\nmade:\n  - x: 1 # as ever\nitems:\n  - id: a\n"


@pytest.mark.parametrize("text", ["1\n\n", "1\n", "\n", "\n1", " 1\n\n\n", "1\n2", "1\n\u2028"])
def test_lines_at_the_end_of_a_text_stay_as_many_as_they_are(text: str) -> None:
    items = [{"id": "a", "stem": text}, {"id": "b", "stem": text}]
    new = with_items(None, items)
    assert read_source("", new.encode()).data == {"items": items}
    more = with_items(read_source("", new.encode()), [{"id": "c", "stem": text}])
    assert read_source("", more.encode()).data == {"items": [*items, {"id": "c", "stem": text}]}


def test_what_else_a_bank_has_stays() -> None:
    """A bank may have no items of its own, but what they are made of."""
    for text in ("made:\n  - from: x\n", "made: [{from: x}]\nitems: [{id: a}]\n"):
        found = with_items(read_source("", text.encode()), [{"id": "b", "stem": "One"}])
        data = read_source("", found.encode()).data
        assert data["made"] == [{"from": "x"}]
        assert data["items"][-1] == {"id": "b", "stem": "One"}


TEXTS = st.text("aB1 .,:#-'\"\\`*{}[]&!%@|>?~\n甲：，“”－é", min_size=1, max_size=12) | st.sampled_from(
    [
        "true",
        "No",
        "null",
        "~",
        "1e5",
        "007",
        "1-2",
        "12:30",
        "=1+1",
        "- a",
        "a: b",
        "a #b",
        "0x1F",
        "1_000",
        "<<",
        ".",
    ]
)


@settings(max_examples=150)
@given(st.sampled_from(list(LAYOUTS)), st.lists(TEXTS, min_size=1, max_size=3))
def test_whatever_an_item_says_the_bank_says(layout: str, texts: list[str]) -> None:
    items: list[dict[str, Any]] = [
        {"id": id, "stem": text, "options": [{"text": each} for each in texts]}
        for id, text in zip("abc", texts, strict=False)
    ]
    file = read_source("", LAYOUTS[layout].encode())
    found = read_source("", with_items(file, items).encode())
    for item in items:
        (said,) = [each for each in found.data["items"] if each["id"] == item["id"]]
        assert said["options"] == item["options"]


@settings(max_examples=40)
@given(banks, banks)
def test_any_bank_becomes_any_other(before: dict[str, Any], after: dict[str, Any]) -> None:
    text = with_items(None, before["items"])
    file = read_source("", text.encode())
    found = read_source("", with_items(file, after["items"]).encode())
    wanted = {item["id"]: item for item in [*before["items"], *after["items"]]}
    assert [item["id"] for item in found.data["items"]] == list(wanted)
