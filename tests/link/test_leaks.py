"""What a reserved item says stands nowhere in public."""

from pathlib import Path

import pytest

from banks import bank, choice
from trees import COURSE, problems_of

STEM = "A gardener sees that water stands on the bed for days after rain. What does she look at first?"
REASONS = (
    "The roots rot where no air comes to them in time. A wet spring makes the worms leave a bed early. "
    "Whoever digs below the loam finds where water is held up, and sees whether a drain would help at all."
)
KEPT = bank(
    choice("kept", STEM, ["The layers below", "The sky"], level="apply").replace(
        "explanation: E.", f"explanation: {REASONS}"
    )
)
SECTION = "content/chapters/soil/layers.yml"
WORDS = {
    SECTION: "Ann digs.",
    "content/glossary.yml": "Sand, silt and clay.",
    "content/cast.yml": "Ann has a plot.",
    "content/taxonomies/soils.yml": "Old leaves.",
    "content/roles/gardener.yml": "Keeps the garden.",
    "content/toolkits/spade.yml": "Before digging.",
}
"""A file and what stands in it."""


def told(root: Path, file: str, text: str) -> list[tuple[str, str]]:
    """The file and the item of every problem, once the text stands below a file's own words."""
    files = {**COURSE, **KEPT, file: COURSE[file].replace(WORDS[file], f"{WORDS[file]} {text}")}
    found = [each for each in problems_of(root, files) if each.code == "CW0428"]
    return [(each.place.file, str(each.values["other"])) for each in found]


@pytest.mark.parametrize("file", WORDS)
@pytest.mark.parametrize(
    "text",
    [
        STEM,
        "Seen here， **a gardener sees that water stands on the bed** for days after rain!",
        "A gardener sees that wa&#116;er stands on the bed for days after rain; so what.",
        REASONS,
    ],
)
def test_a_text_that_tells_it_is_an_error_at_its_place(tmp_path: Path, file: str, text: str) -> None:
    assert told(tmp_path, file, text) == [(file, "kept")]


@pytest.mark.parametrize(
    "text",
    [
        "What does she look at first?",
        "The roots rot where no air comes to them in time.",
        "A gardener sees that a bed is dry for days after rain.",
    ],
)
def test_what_anyone_would_say_is_none(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, SECTION, text) == []


def test_items_for_practice_are_public_too(tmp_path: Path) -> None:
    open = choice("open", "Which?", ["One", "Two"], use="practice").replace(
        "explanation: E.", f"explanation: {STEM}"
    )
    (text,) = KEPT.values()
    files = {**COURSE, "quizzes/bank/more.yml": text + open}
    assert [each.values["other"] for each in problems_of(tmp_path, files) if each.code == "CW0428"] == [
        "kept"
    ]
