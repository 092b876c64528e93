"""Waivers: a finding that its author knows of is not told, and a waiver of nothing is."""

from pathlib import Path

import pytest
from audits import audit_of, rules_of

from banks import MORE, bank, choice, statement
from coursewright.audit.rules import CODES
from coursewright.diagnostics.codes import RULES
from coursewright.model.items.bank import Bank
from trees import BANK, CHAPTER, COURSE, ENGLISH, brief, compiled, problems_of

NUMBERS = ["9 cm", "2 cm", "5 cm"]
WAIVED = "[{rule: unsorted-numbers, reason: The stem asks for the order.}]"


def test_an_item_waives_a_rule_for_itself_alone(tmp_path: Path) -> None:
    audit = audit_of(
        tmp_path, bank(choice("a", "How deep?", NUMBERS, waive=WAIVED), choice("b", "How wide?", NUMBERS))
    )
    assert [(each.rule, each.place.line) for each in audit.waived] == [("unsorted-numbers", 10)]
    assert [(each.rule, each.place.line) for each in audit.findings] == [("unsorted-numbers", 25)]


def test_a_file_waives_what_is_said_of_it(tmp_path: Path) -> None:
    statements = [statement(f"s{n}", f"Claim {n}.", holds=False) for n in range(4)]
    waived = bank(*statements, head="waive: [{rule: unbalanced, reason: A warm-up.}]\n")
    assert rules_of(tmp_path, bank(*statements)) == ["unbalanced"]
    assert rules_of(tmp_path, waived) == []


def test_a_chapter_waives_what_is_said_of_it(tmp_path: Path) -> None:
    low = bank(*(statement(f"s{n}", f"Claim {n}.", holds=n % 2 == 0) for n in range(8)))
    low[BANK] = COURSE[BANK].replace("level: apply", "level: recall")
    chapter = COURSE[CHAPTER] + "waive: [{rule: level-spread, reason: An overture.}]\n"
    assert rules_of(tmp_path, low) == ["level-spread"]
    assert rules_of(tmp_path, {**low, CHAPTER: chapter}) == []


def test_a_waiver_of_nothing_is_told_where_it_stands(tmp_path: Path) -> None:
    files = bank(statement("a", "It is.", holds=True, waive=WAIVED))
    assert brief(problems_of(tmp_path, files)) == [f"CW0917 {MORE}:7:20"]


def test_a_waiver_of_no_rule_says_which_was_meant_and_which_there_are(tmp_path: Path) -> None:
    files = bank(statement("a", "It is.", holds=True, waive="[{rule: unsorted-number, reason: R}]"))
    (problem,) = problems_of(tmp_path, files)
    near, listed = problem.hints(ENGLISH)
    assert "unsorted-numbers" in near
    assert all(rule in listed for rule in CODES)


@pytest.mark.parametrize(
    ("rule", "head", "said"),
    [
        ("guessable", False, "at the head of the file of the bank"),
        ("unbalanced", False, "at the head of the file of the bank"),
        ("level-spread", False, "chapter.yml"),
        ("level-spread", True, "chapter.yml"),
        ("longest-key", True, "in the item"),
    ],
)
def test_a_waiver_in_the_wrong_place_is_told_where_it_works(
    rule: str, head: bool, said: str, tmp_path: Path
) -> None:
    waiver = f"[{{rule: {rule}, reason: R}}]"
    item = statement("a", "It is.", holds=True, **({} if head else {"waive": waiver}))
    (problem,) = problems_of(tmp_path, bank(item, head=f"waive: {waiver}\n" if head else ""))
    assert problem.code == "CW0918"
    assert said in problem.hints(ENGLISH)[0]


def test_every_code_of_a_rule_is_one(tmp_path: Path) -> None:
    assert set(CODES.values()) | {"CW0916", "CW0917", "CW0918"} == {
        code for code in RULES if code.startswith("CW09")
    }


def test_a_waiver_changes_neither_what_is_asked_nor_the_site(tmp_path: Path) -> None:
    asked = COURSE[BANK].replace(
        "stem: Which hold water?", "stem: Which hold water?\n    waive: [{rule: cue, reason: Sesame}]"
    )
    before = compiled(tmp_path / "before")
    after = compiled(tmp_path / "after", {BANK: asked})
    assert dict(before) == dict(after)
    assert "waive" in Bank.model_fields
