"""What readers fill in is kept by names that outlive every edit around it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.model.toolkit import Tick, Toolkit
from coursewright.model.walk import instances, prose, replaced
from trees import TOOLKIT, brief, changed, compiled, problems_of, report


def toolkit(*parts: dict[str, Any]) -> Toolkit:
    return Toolkit.model_validate(
        {"title": "T", "summary": "S", "kind": "worksheet", "code": "T-1", "parts": list(parts)}
    )


def ticks(*entries: Any, **others: Any) -> dict[str, Any]:
    return {"checklist": {"title": "Take along", "entries": list(entries)}, **others}


def table(columns: Sequence[Any], rows: Sequence[Any], *, blank: int = 0, **others: Any) -> dict[str, Any]:
    return {
        "sheet": {"title": "Beds", "columns": list(columns), "rows": list(rows), "blank": blank},
        **others,
    }


def by_text(*entries: Any) -> dict[str, str]:
    """Name of each entry by what it says."""
    here = toolkit(ticks(*entries))
    said = [entry.text for _, entry in instances(here, Tick)]
    return {text: name for text, (name,) in zip(said, here.names[0], strict=True)}


# what an author names


def test_an_id_is_the_name() -> None:
    here = toolkit(
        ticks({"id": "spade", "text": "A spade"}),
        {"fields": [{"id": "name", "label": "Name"}]},
        table(
            [{"id": "bed", "title": "Bed"}, {"id": "depth", "title": "Depth"}],
            [{"id": "a", "cells": ["A", ""]}],
            blank=2,
            id="beds",
        ),
    )
    assert here.names == (
        (("spade",),),
        (("name",),),
        (
            ("beds.a.bed", "beds.a.depth"),
            ("beds.+1.bed", "beds.+1.depth"),
            ("beds.+2.bed", "beds.+2.depth"),
        ),
    )


def test_an_entry_with_an_id_keeps_its_name_when_its_words_are_mended() -> None:
    before, after = by_text({"id": "spade", "text": "spad"}), by_text({"id": "spade", "text": "spade"})
    assert list(before.values()) == list(after.values()) == ["spade"]


def test_the_id_of_a_part_stands_before_what_is_in_it() -> None:
    here = toolkit(ticks({"id": "a", "text": "A"}, id="first"), ticks({"id": "a", "text": "A"}, id="second"))
    assert here.names == ((("first.a",),), (("second.a",),))


# what it does not


@given(
    st.lists(
        st.text("ab c", min_size=1).filter(str.strip),
        unique_by=lambda text: " ".join(text.split()),
        max_size=8,
    ),
    st.randoms(),
)
def test_inserting_and_moving_entries_changes_no_name(texts: list[str], random: Any) -> None:
    before = by_text(*texts, "last")
    moved = [*texts, "last", "new"]
    random.shuffle(moved)
    after = by_text(*moved)
    assert {text: after[text] for text in before} == before
    assert len(set(after.values())) == len(after)


def test_inserting_a_row_or_a_column_moves_no_cell() -> None:
    (before,) = toolkit(table(["Bed", "Depth"], [["A", ""]], blank=1)).names
    (after,) = toolkit(table(["New", "Bed", "Depth"], [["", "", ""], ["", "A", ""]], blank=3)).names
    assert before[1][1] == after[2][2]
    (wider,) = toolkit(table(["Bed", "Depth"], [["B", ""], ["A", ""]], blank=1)).names
    assert before == wider[1:]


def test_another_part_before_it_moves_nothing() -> None:
    own = ticks("spade", "boots")
    assert toolkit(own).names[0] == toolkit({"text": "Read."}, ticks("hat"), own).names[2]


def test_repeated_words_are_numbered() -> None:
    (first,), (second,), (third,) = (
        toolkit(ticks("spade", "spade"), ticks("spade")).names[0]
        + (toolkit(ticks("spade", "spade"), ticks("spade")).names[1])
    )
    assert [second, third] == [f"{first}-2", f"{first}-3"]
    (grid,) = toolkit(table(["Day", "Day"], [["", ""], ["", ""]])).names
    assert len({name for row in grid for name in row}) == 4


def test_a_name_made_of_words_is_no_id() -> None:
    assert all(name.startswith("_") for name in by_text("spade", "boots").values())


def test_a_translation_keeps_the_names() -> None:
    here = toolkit(ticks("spade"), table(["Bed", "Depth"], [["A", ""]], blank=1))
    there = replaced(here, {spot.path: f"{spot.text} autrement" for spot in prose(here)})
    assert there.names == here.names
    assert there != here


# the short way of writing


def test_an_entry_a_column_and_a_row_may_be_written_short() -> None:
    short = toolkit(ticks("spade"), table(["Bed", "Depth"], [["A", ""]]))
    long = toolkit(
        ticks({"text": "spade"}), table([{"title": "Bed"}, {"title": "Depth"}], [{"cells": ["A", ""]}])
    )
    assert short == long


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[{id: spade, text: spade}]", "[5]", "CW0202 content/toolkits/spade.yml:10:17"),
        ("[{id: spade, text: spade}]", "[{id: spade}]", "CW0201 content/toolkits/spade.yml:10:17"),
        ("[{id: spade, text: spade}]", "[{id: S P, text: spade}]", "CW0207 content/toolkits/spade.yml:10:22"),
        ('cells: [A, ""]', "cells: [A, 5]", "CW0202 content/toolkits/spade.yml:19:30"),
        ('{id: a, cells: [A, ""]}', "[A, 5]", "CW0202 content/toolkits/spade.yml:19:15"),
        ('cells: [A, ""]', "cells: [A]", "CW0404 content/toolkits/spade.yml:19:11"),
        ("{id: depth, title: Depth}", "{id: bed, title: Depth}", "CW0305 content/toolkits/spade.yml:17:45"),
        ("{id: name,", "{id: spade,", "CW0305 content/toolkits/spade.yml:12:14"),
        ("  - fields:", "  - form:", "CW0212 content/toolkits/spade.yml:11:5"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in brief(problems_of(tmp_path, changed(TOOLKIT, old, new)))


# the warning


def test_entries_without_an_id_are_told_once_a_file(tmp_path: Path) -> None:
    edited = changed(TOOLKIT, "[{id: spade, text: spade}]", "[spade, boots]")
    edited = {
        TOOLKIT: edited[TOOLKIT].replace("id: remarks, ", "").replace("  - id: beds\n    sheet", "  - sheet")
    }
    (said,) = brief(problems_of(tmp_path, edited))
    assert said == "CW0411 content/toolkits/spade.yml:10:17"
    assert "without an id: 4" in report(tmp_path, edited)


@pytest.mark.parametrize(
    "part",
    [
        table(["Bed", "Depth"], [["A", "B"]], id="beds"),
        table([{"id": "a", "title": "A"}, {"id": "b", "title": "B"}], [["x", "y"]], blank=2, id="beds"),
        {"sheet": {"title": "T", "columns": ["A", "B"], "rows": [["", ""]], "fillable": False}},
    ],
)
def test_what_cannot_be_filled_in_needs_no_id(part: dict[str, Any]) -> None:
    assert [one.path for one in toolkit(part).called() if one.id is None] == []


# the page


def test_a_page_names_its_fields_and_says_what_they_were_called_by_place(tmp_path: Path) -> None:
    page = compiled(tmp_path)["docs/toolkits/spade.md"].decode()
    for name, was in [("spade", "p2-1"), ("name", "p3-1"), ("remarks", "p3-2"), ("beds.a.depth", "p4-1-2")]:
        assert f'name="{name}" data-was="{was}"' in page
    assert 'name="beds.+1.bed" data-was="p4-2-1"' in page
    assert page.count(" name=") == page.count(" data-was=") == 6
