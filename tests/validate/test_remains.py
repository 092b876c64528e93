"""What is wrong with a thing hides nothing else that is wrong with it, and nothing follows from it."""

from pathlib import Path

import pytest

from banks import bank, choice, item, statement
from trees import QUIZ, ROLE, SECTION, brief, changed, problems_of


def codes(tmp_path: Path, files: dict[str, str]) -> list[str]:
    return [line.split()[0] for line in brief(problems_of(tmp_path, files))]


def without(text: str, *lines: str) -> str:
    kept = [line for line in text.splitlines(keepends=True) if not line.strip().startswith(lines)]
    return "".join(kept)


CHOICE = choice("a", "Which?", ["One", "Two"])
STATEMENT = statement("a", "It is.", holds=True)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (without(CHOICE, "stem"), ["CW0201"]),
        (without(CHOICE, "stem", "rationale: R0"), ["CW0201", "CW0424"]),
        (without(CHOICE, "stem", "key"), ["CW0201", "CW0401"]),
        (without(STATEMENT, "answer", "if_false"), ["CW0201", "CW0424"]),
        (without(STATEMENT, "stem").replace("soil/layers/name", "soil/layers/x"), ["CW0201", "CW0301"]),
        (without(CHOICE, "level").replace("explanation: E.", "explanation: '# E'"), ["CW0201", "CW0502"]),
        (CHOICE.replace("key: true", "kee: true"), ["CW0203"]),
        (CHOICE.replace("rationale: R0", "ratonale: R0"), ["CW0203"]),
        (without(CHOICE, "rationale").replace("    stem", "    unexplaned: true\n    stem"), ["CW0203"]),
        (without(CHOICE, "rationale: R1").replace("key: true", "kee: true"), ["CW0203", "CW0424"]),
        (
            without(item("a", "A ___.", "fill-in", "    blanks:\n      - accept: [b]\n"), "stem"),
            ["CW0201", "CW0424"],
        ),
    ],
)
def test_an_item_tells_all_at_once(tmp_path: Path, written: str, told: list[str]) -> None:
    assert sorted(codes(tmp_path, bank(written))) == told


def test_a_question_of_a_case_tells_all_at_once(tmp_path: Path) -> None:
    inner = "".join(f"    {line}" for line in without(STATEMENT, "use", "stem", "if_true").splitlines(True))
    case = f"  - id: c\n    type: case\n    use: exam\n    stimulus: S.\n    items:\n{inner}"
    case += "".join(f"    {line}" for line in without(STATEMENT, "use").splitlines(True)).replace(
        ": a", ": b"
    )
    assert sorted(codes(tmp_path, bank(case))) == ["CW0201", "CW0424"]


def test_a_section_a_chapter_and_a_role_tell_all_at_once(tmp_path: Path) -> None:
    files = {
        **changed(SECTION, "summary: Three layers, three uses.\n", ""),
        **changed(ROLE, "title:", "titel:"),
    }
    files[SECTION] = (
        files[SECTION]
        .replace("node:soils/loam", "node:soils/loom")
        .replace("competencies: [digging]", "competencies: [diging]")
    )
    files[ROLE] = files[ROLE].replace("weight: 100", "weight: 90", 1)
    assert sorted(codes(tmp_path, files)) == ["CW0201", "CW0201", "CW0203", "CW0301", "CW0301", "CW0403"]


def test_of_a_role_with_a_wrong_duty_the_weights_are_not_summed(tmp_path: Path) -> None:
    assert codes(tmp_path, changed(ROLE, "weight: 100", "weight: a lot")) == ["CW0202"]


def test_a_quiz_without_its_title_tells_its_repeated_item(tmp_path: Path) -> None:
    files = changed(QUIZ, "soil-which", "soil-which, soil-which")
    files[QUIZ] = without(files[QUIZ], "title")
    assert sorted(codes(tmp_path, files)) == ["CW0201", "CW0305"]
