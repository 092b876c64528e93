"""A merge of three: what a file changed is changed, whatever its format has no place for."""

from hypothesis import given
from hypothesis import strategies as some

from coursewright.exchange.draft import Data
from coursewright.exchange.merging import merged

VALUES = some.recursive(
    some.text(max_size=3) | some.integers(0, 3) | some.booleans(),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)
ITEMS = some.dictionaries(some.sampled_from(["stem", "options", "rubric", "hints"]), VALUES)


@given(ITEMS, ITEMS)
def test_a_file_that_says_what_went_out_changes_nothing(old: Data, base: Data) -> None:
    assert merged(old, base, base) == old


@given(ITEMS, ITEMS)
def test_a_file_whose_format_holds_everything_is_taken_as_it_is(old: Data, new: Data) -> None:
    assert merged(old, old, new) == new


def test_entries_and_questions_keep_what_the_format_has_no_place_for() -> None:
    option = {"text": "a", "rationale": "r"}
    old = {"items": [{"id": "q", "options": [option, {"text": "b", "rationale": "s"}], "hints": ["h"]}]}
    base = {"items": [{"id": "q", "options": [{"text": "a"}, {"text": "b"}]}]}
    new = {"items": [{"id": "q", "options": [{"text": "a"}, {"text": "c"}]}, {"id": "p", "stem": "n"}]}

    assert merged(old, base, new) == {
        "items": [
            {"id": "q", "options": [option, {"text": "c", "rationale": "s"}], "hints": ["h"]},
            {"id": "p", "stem": "n"},
        ]
    }
