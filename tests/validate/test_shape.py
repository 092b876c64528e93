"""The shape of a file: what is missing, unknown or of another type, in the author's words."""

from pathlib import Path

import pytest

from trees import BANK, EVERY_TYPE, changed, problems_of, report

COURSE_YML = "content/course.yml"


def test_an_unknown_key_and_the_one_that_is_missing(tmp_path: Path) -> None:
    assert (
        report(tmp_path, changed(COURSE_YML, "owner:", "ownr:"))
        == """\
error[CW0201]: “owner” is missing
 --> content/course.yml:1:1
  |
1 | id: gardening
  | ^
  = hint: it is needed: Who answers for the content, such as a department.

error[CW0203]: unknown key “ownr”
 --> content/course.yml:6:1
  |
6 | ownr: The allotment
  | ^^^^
  = hint: did you mean “owner”?
  = hint: known keys here: id, title, sentence, language, date, owner, chapters, xapi
"""
    )


@pytest.mark.parametrize(
    ("old", "new", "first", "hint"),
    [
        (
            "owner: The allotment",
            "owner: 5",
            "expected text, found a whole number",
            'put it in quotation marks to make it text: "5"',
        ),
        (
            "owner: The allotment",
            "owner: 1e5",
            "expected text, found a number",
            'put it in quotation marks to make it text: "1e5"',
        ),
        (
            "owner: The allotment",
            "owner: true",
            "expected text, found true or false",
            'put it in quotation marks to make it text: "true"',
        ),
        (
            "owner: The allotment",
            "owner:",
            "expected text, found nothing",
            "it is needed: Who answers for the content, such as a department.",
        ),
        (
            "owner: The allotment",
            "owner: [a]",
            "expected text, found a list",
            'put it in quotation marks to make it text: "[a]"',
        ),
        (
            "owner: The allotment",
            "owner: {a: b}",
            "expected text, found a mapping",
            'put it in quotation marks to make it text: "{a: b}"',
        ),
        (
            "chapters: [soil]",
            "chapters: soil",
            "expected a list, found text",
            "write it like this: [soil]",
        ),
        ("chapters: [soil]", "chapters: {a: b}", "expected a list, found a mapping", None),
    ],
)
def test_a_wrong_type_says_what_was_found(
    tmp_path: Path, old: str, new: str, first: str, hint: str | None
) -> None:
    lines = report(tmp_path, changed(COURSE_YML, old, new)).splitlines()
    assert lines[0] == f"error[CW0202]: {first}"
    assert [line for line in lines if "hint" in line] == ([f"  = hint: {hint}"] if hint else [])


def test_a_unit_cannot_go_on_with_the_number(tmp_path: Path) -> None:
    bank = {"quizzes/bank/deep.yml": NUMERIC.replace("NUMBER", "5, unit: '00'")}
    lines = report(tmp_path, bank).splitlines()
    assert lines[0] == "error[CW0213]: “00” is not written as expected"
    assert "does not begin with a figure" in lines[-1]


def test_an_empty_entry_of_a_list_is_called_by_its_place(tmp_path: Path) -> None:
    lines = report(tmp_path, changed(COURSE_YML, "chapters: [soil]", "chapters: [soil, ' ']")).splitlines()
    assert lines[0] == "error[CW0205]: the text is empty"
    assert lines[-1] == "  = hint: write it, or take entry 2 out of the list"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("- a\n", "a list"), ("hello\n", "text"), ("5\n", "a whole number"), ("---\n", "nothing")],
)
def test_a_file_that_is_no_mapping(tmp_path: Path, text: str, kind: str) -> None:
    assert (
        report(tmp_path, {COURSE_YML: text}).splitlines()[0]
        == f"error[CW0202]: expected a mapping, found {kind}"
    )


NUMERIC = """
items:
  - id: deep
    type: numeric
    objective: soil/layers/name
    level: recall
    stem: How deep?
    answer: {value: NUMBER}
    rationale: Why.
    explanation: Why.
"""


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        ('"12.5"', "write it like this: 12.5"),
        ("1.2万", "write figures alone, without a unit or a sign: The right number, in the unit."),
        ("5%", "write figures alone, without a unit or a sign: The right number, in the unit."),
        (".nan", "write figures alone, without a unit or a sign: The right number, in the unit."),
    ],
)
def test_a_number_that_is_none_says_how_to_write_one(tmp_path: Path, number: str, hint: str) -> None:
    bank = {"quizzes/bank/deep.yml": NUMERIC.replace("NUMBER", number)}
    lines = report(tmp_path, bank).splitlines()
    assert lines[0] == "error[CW0202]: expected a number, found text"
    assert f"= hint: {hint}" in lines[5]


def test_a_number_beyond_what_a_computer_has_is_shown_as_it_is_written(tmp_path: Path) -> None:
    text = EVERY_TYPE.replace("value: 50", "value: 1e400", 1)
    assert text != EVERY_TYPE
    assert "1e400 is outside the range: ≤ 1,000,000,000,000,000" in report(tmp_path, {BANK: text})


def test_the_known_keys_are_told_to_the_last(tmp_path: Path) -> None:
    told = report(tmp_path, changed(BANK, "    stem: What lies", "    steem: x\n    stem: What lies"))
    assert "unknown key “steem”" in told
    assert ", explanation" in told
    assert "…" not in told.split("known keys here: ")[1].splitlines()[0]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("level:", "error[CW0205]: the text is empty"),
        ("level: [a, 1]", 'error[CW0204]: “["a", 1]” is not one of the allowed values'),
        ("level: true", "error[CW0204]: “true” is not one of the allowed values"),
    ],
)
def test_what_is_no_value_is_told_as_it_is_written(tmp_path: Path, written: str, said: str) -> None:
    told = report(tmp_path, changed(BANK, "level: recall", written))

    assert said in told
    assert "None" not in told


@pytest.mark.parametrize("written", ["absolute-words", "{rule: absolute-words, reason: it is so}"])
def test_a_list_of_entries_is_shown_with_their_keys(tmp_path: Path, written: str) -> None:
    told = report(tmp_path, changed(BANK, "level: recall", f"level: recall\n    waive: {written}"))

    assert "error[CW0202]: expected a list" in told
    assert "hint: write it like this: [{rule: …, reason: …}]" in told


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("type: single-choice", "type: 单选题", "single-choice"),
        ("type: true-false", "type: 判断", "true-false"),
        ("type: multiple-choice", "type: “多选题”", "multiple-choice"),
        ("level: apply", "level: 运用", "apply"),
        ("use: exam", "use: 考试", "exam"),
        ("use: exam", "use: 练习", "practice"),
        ("use: exam", "use: 单选题", ""),
    ],
)
def test_a_word_by_its_chinese_name_is_proposed_as_it_is_written(
    tmp_path: Path, old: str, new: str, meant: str
) -> None:
    problem = next(each for each in problems_of(tmp_path, changed(BANK, old, new)) if each.code == "CW0204")
    assert str(problem.values["near"]) == meant
