"""What is for practice and reads as a reserved item is an error, in whatever signs it is written."""

from pathlib import Path

import pytest

from banks import bank, choice, item, statement
from trees import BANK, EVERY_TYPE, ITEMS, problems_of, with_quiz_of


def codes(root: Path, *items: str) -> list[str]:
    return [problem.code for problem in problems_of(root, bank(*items))]


@pytest.mark.parametrize(
    ("stem", "options", "key"),
    [
        ("What lies on top?", ["Humus", "Rock"], 0),
        ("What lies on top？", ["Rock", "Ｈｕｍｕｓ"], 1),
        ("'  what **lies**   on   TOP'", ["Clay", "Sand", "HUMUS "], 2),
        ("'What lies on [top](term:humus)?'", ["'*Humus*'", "Peat"], 0),
    ],
)
def test_near_copies_are_the_same(tmp_path: Path, stem: str, options: list[str], key: int) -> None:
    found = problems_of(tmp_path, bank(choice("kept", stem, options, [key])))
    (twin,) = [problem for problem in found if problem.code == "CW0427"]
    assert (twin.place.file, twin.place.line) == (BANK, 8)
    assert twin.values["id"] == "soil-top"
    assert twin.values["other"] == "kept"


@pytest.mark.parametrize(
    "kept",
    [
        choice("kept", "What lies on top?", ["Rock", "Humus"]),
        choice("kept", "What lies below?", ["Humus", "Rock"]),
        choice("kept", "What lies on top?", ["Humus", "Rock"], use="practice"),
        statement("kept", "Humus is not dark.", holds=False),
    ],
)
def test_others_are_not(tmp_path: Path, kept: str) -> None:
    assert "CW0427" not in codes(tmp_path, kept)


def test_reserved_items_may_be_alike(tmp_path: Path) -> None:
    first, other = (choice(id, "Where do worms live?", ["Below", "Above"]) for id in ("kept", "other"))
    assert "CW0427" not in codes(tmp_path, first, other)


def test_every_type_has_its_twin(tmp_path: Path) -> None:
    open = EVERY_TYPE.replace("    use: exam\n", "")
    reserved = open.replace("- id: soil-", "- id: kept-").replace(
        "\n    type: ", "\n    use: exam\n    type: "
    )
    files = {**with_quiz_of(ITEMS, open), "quizzes/bank/kept.yml": reserved}
    found = [problem for problem in problems_of(tmp_path, files) if problem.code == "CW0427"]
    assert [each.values["other"].removeprefix("kept-") for each in found] == [
        each.values["id"].removeprefix("soil-") for each in found
    ]
    assert len(found) == 12


def test_a_question_of_a_case_is_told_by_what_there_is_to_read(tmp_path: Path) -> None:
    alone = statement("kept", "Clay may lie below.", holds=True)
    assert "CW0427" not in [
        each.code for each in problems_of(tmp_path, {**with_quiz_of(ITEMS, EVERY_TYPE), **bank(alone)})
    ]


def test_as_a_text_a_case_stands_before_its_question(tmp_path: Path) -> None:
    lines = ("Water stands on Ann's bed:", "day \\| depth", "Monday \\| 3 cm", "Clay may lie below.")
    copied = statement("kept", "|\n      " + "\n\n      ".join(lines), holds=True)
    files = {**with_quiz_of(ITEMS, EVERY_TYPE), **bank(copied)}
    found = [each.values["id"] for each in problems_of(tmp_path, files) if each.code == "CW0427"]
    assert found == ["soil-bed-cause", "soil-bed-cure"], "the other question has the same scene"


def test_a_number_is_the_same_without_its_unit(tmp_path: Path) -> None:
    words = "    blanks:\n      - {accept: [50 cm], rationale: R.}\n"
    typed = item("kept", "Two spits of 25 cm are dug. How deep is the trench? ___", "fill-in", words)
    files = {**with_quiz_of(ITEMS, EVERY_TYPE), **bank(typed)}
    assert [each.values["id"] for each in problems_of(tmp_path, files) if each.code == "CW0427"] == [
        "soil-depth"
    ]


LONG = "A gardener sees that water stands on the bed for days after rain, and asks what to look at first."


@pytest.mark.parametrize(
    "stem",
    [
        LONG.replace("water", "wa\u200bter"),
        LONG.replace("water", "w&#97;ter"),
        LONG.replace("days", "two days"),
        LONG.replace("asks", "asks her neighbour"),
        f"Look. {LONG}",
    ],
)
def test_what_was_only_touched_up_is_a_twin_whatever_it_answers(tmp_path: Path, stem: str) -> None:
    kept = choice("kept", LONG, ["The layers", "The sky"])
    open = choice("open", f'"{stem}"', ["Roots", "Worms"], use="practice")
    assert "CW0427" in codes(tmp_path, kept, open)


SHORT = "六户商户里，哪一户最该先去？"


@pytest.mark.parametrize(
    "stem",
    [
        "6户商户里，哪1户最该先去？",
        "六戶商戶裏，哪一戶最該先去？",
        "·".join(SHORT),
        "-".join(SHORT),
        "～".join(SHORT),
        " ".join(SHORT),
        "\u200b".join(SHORT),
        "* *".join(SHORT),
    ],
)
def test_signs_digits_and_script_make_no_other_question(tmp_path: Path, stem: str) -> None:
    """However short it is, where the answer is the same too."""
    kept = choice("kept", SHORT, ["面馆", "药店"])
    open = choice("open", f"'{stem}'", ["麵館", "鞋店"], use="practice")
    assert "CW0427" in codes(tmp_path, kept, open)


@pytest.mark.parametrize(
    ("one", "other"), [(SHORT, SHORT.replace("六", "9")), ("利率是 1.5%", "利率是 15%"), ("x > 5", "x < 5")]
)
def test_a_figure_or_a_sign_can_make_another(tmp_path: Path, one: str, other: str) -> None:
    kept = choice("kept", one, ["面馆", "药店"])
    open = choice("open", other, ["面馆", "鞋店"], use="practice")
    assert "CW0427" not in codes(tmp_path, kept, open)


def test_another_question_about_the_same_scene_is_none(tmp_path: Path) -> None:
    scene = "A gardener sees that water stands on the bed for days after rain"
    kept = choice(
        "kept", f"{scene}. Which layer is the likely cause, if the spade meets no stone?", ["A", "B"]
    )
    open = choice(
        "open",
        f"{scene}. She wants to sow in a week and has a fork, a roller and sand: what does she do now?",
        ["C", "D"],
        use="practice",
    )
    assert "CW0427" not in codes(tmp_path, kept, open)


def test_every_copy_is_told_also_beside_others(tmp_path: Path) -> None:
    kept = choice("kept", LONG, ["The layers", "The sky"])
    copies = [choice(f"open-{at}", LONG, ["Roots", "Worms"], use="practice") for at in range(3)]
    assert codes(tmp_path, *copies, kept).count("CW0427") == 3
