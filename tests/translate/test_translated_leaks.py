"""A translation tells no reserved item, whichever language it is told in and whichever is asked for."""

from pathlib import Path

import pytest
from catalogs_of import CATALOG, po

from banks import bank, choice
from coursewright.compiler import check_course
from coursewright.errors import SourceProblems
from trees import changed, write_course

STEM = "A gardener sees that water stands on the bed for days after rain. What does she look at first?"
OWN = "Eine Gärtnerin sieht, dass nach dem Regen tagelang Wasser auf dem Beet steht. Was prüft sie zuerst?"
KEPT = bank(choice("kept", STEM, ["The layers below", "The sky"], level="apply"))


def told(root: Path, language: str | None) -> list[tuple[str, int]]:
    """File and line of every leak."""
    try:
        check_course(root, language)
    except SourceProblems as refused:
        places = [each.place for each in refused.problems if each.code in ("CW0428", "CW0429")]
        return [(place.file, place.line) for place in places]
    return []


@pytest.mark.parametrize("language", [None, "de"])
@pytest.mark.parametrize("text", [STEM, OWN])
def test_a_translation_that_tells_it_is_an_error_at_its_line(
    tmp_path: Path, text: str, language: str | None
) -> None:
    write_course(tmp_path, {**KEPT, CATALOG: po({"Humus is dark.": text, STEM: OWN})})
    assert told(tmp_path, language) == [(CATALOG, 7)]


@pytest.mark.parametrize("language", [None, "de"])
def test_a_text_of_the_course_may_not_be_the_translation_either(tmp_path: Path, language: str | None) -> None:
    public = changed("content/glossary.yml", "Sand, silt and clay.", OWN)
    write_course(tmp_path, {**KEPT, **public, CATALOG: po({STEM: OWN})})
    assert [file for file, _ in told(tmp_path, language)] == ["content/glossary.yml"]


def test_translations_that_only_together_tell_it_are_named(tmp_path: Path) -> None:
    texts = {"Humus is dark.": OWN[:50], "Ann digs.": OWN[50:], STEM: OWN}
    write_course(tmp_path, {**KEPT, CATALOG: po(texts)})
    assert [file for file, _ in told(tmp_path, None)] == [CATALOG]


def test_a_setting_in_another_language_tells_it(tmp_path: Path) -> None:
    write_course(tmp_path, {**KEPT, CATALOG: po({"Gardening": OWN, STEM: OWN})})
    assert told(tmp_path, None) == [(CATALOG, 7)]


def test_that_of_the_item_itself_is_as_reserved_as_the_item(tmp_path: Path) -> None:
    write_course(tmp_path, {**KEPT, CATALOG: po({STEM: OWN})})
    assert told(tmp_path, None) == []


def test_links_do_not_part_a_translation(tmp_path: Path) -> None:
    text = "".join(f"[{OWN[at : at + 5]}][z]" for at in range(0, len(OWN), 5))
    write_course(tmp_path, {**KEPT, CATALOG: po({"Humus is dark.": text, STEM: OWN})})
    assert told(tmp_path, None) == [(CATALOG, 7)]
