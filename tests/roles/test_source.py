"""A role's file with other values: whatever is changed, nothing else is touched."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.load.source_file import read_source
from coursewright.roles.rows import Side, side
from coursewright.roles.source import changed_source

STYLES = {
    "indented": "duties:\n  - text: One\n    standard: Two\n    weight: 100\n",
    "flush": "duties:\n- text: One\n  standard: Two\n  weight: 100\n",
    "flow": "duties: [{text: One, standard: Two, weight: 100}]\n",
    "wide": "duties:\n    -   text: One\n        standard: Two\n        weight: 100\n",
    "wrapped": "duties:\n  - text: >\n      One\n    standard: 'Two'\n    weight: 100\n",
}
AROUND = """\
# a role
code: "A-1"   # its number

title: 'One'
purpose: |
  First.

  Second.
{duties}redlines:
  # the first
  - Never: this, that
  - "No"
kpis: []
"""


def data(text: str) -> dict[str, Any]:
    found = read_source("role.yml", text.encode())
    assert found.problems == []
    assert isinstance(found.data, dict)
    return found.data


def rewritten(text: str, **values: Any) -> str:
    before = data(text)
    after = {**before, **values}
    return changed_source(text, side(before), side({key: v for key, v in after.items() if v is not None}))


@pytest.mark.parametrize("style", STYLES)
def test_only_the_line_of_a_changed_field_is_another(style: str) -> None:
    text = AROUND.format(duties=STYLES[style]).replace("- Never: this, that", "- Never this, that")
    made = rewritten(text, title="Two # three")

    assert made.splitlines()[3] in ("title: 'Two # three'", 'title: "Two # three"')
    assert [line for line in made.splitlines() if not line.startswith("title")] == [
        line for line in text.splitlines() if not line.startswith("title")
    ]


@pytest.mark.parametrize("style", STYLES)
def test_a_row_more_and_a_row_less_are_read_as_meant(style: str) -> None:
    text = AROUND.format(duties=STYLES[style]).replace("- Never: this, that", "- Never this, that")
    row = {"text": "New: one", "standard": "x", "weight": 0}
    more = rewritten(text, duties=[*data(text)["duties"], row])

    assert data(more)["duties"][-1] == row
    assert "# the first" in more
    assert "# its number" in more
    assert "duties" not in data(rewritten(text, duties=None))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_mark_and_the_ends_of_lines_stay_as_they_are(mark: str, end: str) -> None:
    text = AROUND.format(duties=STYLES["indented"]).replace("- Never: this, that", "- Never this, that")
    made = rewritten(mark + text.replace("\n", end), title="Two", redlines=["No", "Never"])
    plain = rewritten(text, title="Two", redlines=["No", "Never"])

    assert made == mark + plain.replace("\n", end)


def test_lines_that_end_otherwise_end_so_still() -> None:
    text = "code: A-1\r\ntitle: One\npurpose: So.\r\nredlines:\n  - a\r\n  - b"
    row = {"text": "Digs", "standard": "x", "weight": 100}

    assert rewritten(text) == text
    assert rewritten(text, title="Two") == text.replace("One", "Two")
    assert rewritten(text, redlines=["a", "b", "c"]) == f"{text}\r\n  - c"
    assert rewritten(text, redlines=["b"]) == text.replace("  - a\r\n", "")
    more = rewritten(text, duties=[row])
    assert all(line in more for line in text.splitlines(keepends=True))
    assert data(more)["duties"] == [row]


TOLD = {"CW0115", "CW0122", "CW0127", "CW0132", "CW0133", "CW0205"}
"""What is refused aloud: characters that are unfit or unseen, and what looks like a slip of the hand."""

VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(str.strip)


@settings(deadline=None, max_examples=60)
@given(title=VALUES, lines=st.lists(VALUES, max_size=4), style=st.sampled_from(list(STYLES)))
def test_any_words_are_written_so_that_they_are_read_again(title: str, lines: list[str], style: str) -> None:
    text = AROUND.format(duties=STYLES[style]).replace("- Never: this, that", "- Never this, that")
    found = read_source("role.yml", rewritten(text, title=title, redlines=lines or None).encode())

    assert {problem.code for problem in found.problems} <= TOLD
    if not found.problems:
        assert found.data.get("title") == title
        assert found.data.get("redlines", []) == lines
        assert found.data["purpose"] == data(text)["purpose"]


ROWS = """\
code: A-1
# what they do
duties:
  # first
  - text: One
    standard: s  # to see
  # second
  - text: Two
    standard: s

  - {text: Three, standard: s}
authority:
  # may
  - a
  - b  # or not
  - c
document:
  version: "1.0"
"""
PICKED = st.lists(st.sampled_from(["1", "2", "3", "4", "5"]), unique=True, min_size=1)


def test_a_list_behind_whose_key_nothing_stands_gets_its_rows_there() -> None:
    text = "title: One # two\nauthority: # later\ndocument:\n  version: '1'\n  revisions:\n"
    said: dict[str, Any] = {"title": "One", "document": {"version": "1"}}
    more = {"title": "One", "authority": ["a"], "document": {"version": "1", "revisions": [{"change": "b"}]}}
    made = changed_source(text, side(said), side(more))

    assert data(made) == more
    assert [line.split()[0] for line in made.splitlines()[:2]] == ["title:", "authority:"]
    assert "title: One # two" in made


@settings(deadline=None)
@given(duties=PICKED, authority=PICKED)
def test_rows_that_are_moved_added_and_deleted_are_read_as_meant(
    duties: list[str], authority: list[str]
) -> None:
    before = side(data(ROWS))
    known = before.lists["duties"], before.lists["authority"]
    rows = {key: known[0].get(key, {"text": f"New {key}", "standard": "x"}) for key in duties}
    lines = {key: known[1].get(key, f"new {key}") for key in authority}
    after = Side(before.fields, {**before.lists, "duties": rows, "authority": lines})
    made = changed_source(ROWS, before, after)

    assert data(made) == after.data
    assert "code: A-1\n# what they do\nduties:\n" in made
