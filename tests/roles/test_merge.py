"""Three ways: what two sides changed, row by row."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coursewright.roles.merge import merged
from coursewright.roles.rows import side

ROWS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6)


def role(rows: list[str], **fields: Any) -> dict[str, Any]:
    return {"competencies": [{"competency": id, "level": 1} for id in rows], **fields}


def ids(data: dict[str, Any]) -> list[str]:
    return [row["competency"] for row in data.get("competencies", [])]


@given(base=ROWS, form=ROWS)
def test_what_only_one_side_changed_is_what_it_says(base: list[str], form: list[str]) -> None:
    for theirs, ours in ((form, base), (base, form)):
        merge = merged(side(role(base)), side(role(theirs)), side(role(ours)))
        assert ids(merge.result.data) == form
        assert merge.conflicts == []


@given(base=ROWS, form=ROWS, source=ROWS)
def test_rows_that_a_side_added_are_there_and_those_it_deleted_are_not(
    base: list[str], form: list[str], source: list[str]
) -> None:
    merge = merged(side(role(base)), side(role(form)), side(role(source)))
    kept = {id for id in {*base, *form, *source} if (id in form and id in source) or (id not in base)}
    assert {*ids(merge.result.data)} == kept
    assert merge.conflicts == []


def test_words_of_a_set_are_merged_one_by_one() -> None:
    sides = [role([], proposals=words) for words in (["a", "b", "c"], ["b", "c"], ["a", "b", "d"])]
    assert merged(*map(side, sides)).result.data["proposals"] == ["b", "d"]


def test_a_field_that_both_changed_otherwise_is_a_conflict() -> None:
    sides = [role([], title=title) for title in ("one", "two", "three")]
    (conflict,) = merged(*map(side, sides)).conflicts
    assert (conflict.field, conflict.form, conflict.source) == ("title", "two", "three")
