"""One thing of a list that is wrong hides nothing of the others, which stand where they stood."""

from pathlib import Path

from trees import BANK, COURSE, EVERY_TYPE, GLOSSARY, brief, problems_of


def place(text: str, words: str) -> int:
    """The line of some words."""
    return text[: text.index(words)].count("\n") + 1


def test_an_item_without_its_level_hides_no_unknown_reference_of_the_others(tmp_path: Path) -> None:
    bank = EVERY_TYPE.replace(
        "    level: apply\n    stem: Which comes first?", "    stem: Which comes first?"
    )
    bank = bank.replace("below it lies ___.", "below it lies clay.")
    bank = bank.replace(
        "type: numeric\n    objective: soil/layers/name", "type: numeric\n    objective: soil/layers/nam"
    )
    told = brief(problems_of(tmp_path, {BANK: bank}))
    assert told == [
        f"CW0201 {BANK}:{place(bank, 'id: soil-order')}:5",
        f"CW0415 {BANK}:{place(bank, 'stem: The top layer')}:11",
        f"CW0301 {BANK}:{place(bank, 'soil/layers/nam' + chr(10))}:16",
    ]


def test_what_was_left_out_is_not_told_to_be_unknown(tmp_path: Path) -> None:
    """The quiz asks the item, and its id is in the file."""
    bank = EVERY_TYPE.replace("    stem: What lies on top?\n", "")
    assert brief(problems_of(tmp_path, {BANK: bank})) == [f"CW0201 {BANK}:{place(bank, 'id: soil-top')}:5"]


def test_a_term_without_its_definition_hides_no_unknown_section_of_another(tmp_path: Path) -> None:
    glossary = COURSE[GLOSSARY] + (
        "  - id: peat\n    term: Peat\n"
        "  - id: marl\n    term: Marl\n    definition: Lime.\n    section: soil/x\n"
    )
    assert brief(problems_of(tmp_path, {GLOSSARY: glossary})) == [
        f"CW0201 {GLOSSARY}:{place(glossary, 'id: peat')}:5",
        f"CW0301 {GLOSSARY}:{place(glossary, 'soil/x')}:14",
    ]
