"""Questions without ids: known again by what they say, and never mixed up by the name of their file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import GIVEN, bank, imported, table

from coursewright.exchange.kinship import are_kin, said_in
from trees import contents, write_course

Made = Callable[[tuple[tuple[str, ...], ...]], bytes]
Captured = pytest.CaptureFixture[str]
HEAD = ("题干", "选项A", "选项B", "选项C", "答案", "解析")
FIRST = (
    ("客户进门，先做什么？", "问好", "倒水", "带路", "A", "先问好。"),
    ("客户要办卡，先看什么？", "证件", "年龄", "职业", "A", "先核对证件。"),
)
SECOND = (
    ("反洗钱报告几天内提交？", "五天", "十天", "一个月", "B", "十天内。"),
    ("大额交易从多少起算？", "一万元", "五万元", "十万元", "B", "五万元起。"),
    ("客户资料保存几年？", "三年", "五年", "八年", "B", "至少五年。"),
)


def gift(rows: tuple[tuple[str, ...], ...]) -> bytes:
    return "\n\n".join(
        f"{stem} {{={a} ~{b} ~{c}####{why}}}" if key == "A" else f"{stem} {{~{a} ={b} ~{c}####{why}}}"
        for stem, a, b, c, key, why in rows
    ).encode()


def sheet(rows: tuple[tuple[str, ...], ...]) -> bytes:
    return table(HEAD, *rows)


FORMS = pytest.mark.parametrize(("name", "made"), [("quiz.csv", sheet), ("quiz.gift", gift)])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course")


def stems(root: Path) -> dict[str, str]:
    return {item["id"]: item["stem"].split("？")[0] for item in bank(root, "quiz")}


@FORMS
@pytest.mark.parametrize("options", [(), ("--update",)])
def test_another_file_of_the_same_name_takes_no_place_of_the_first(
    root: Path, name: str, made: Made, options: tuple[str, ...]
) -> None:
    assert imported(root, name, made(FIRST), *GIVEN) == 0
    assert imported(root, name, made(SECOND), *GIVEN, *options) == 0
    found = stems(root)
    assert [*found] == ["quiz-01", "quiz-02", "quiz-03", "quiz-04", "quiz-05"]
    assert [*found.values()] == [row[0].rstrip("？") for row in (*FIRST, *SECOND)]


@FORMS
def test_the_same_file_a_second_time_is_told_in_one_line_and_changes_nothing(
    root: Path, capsys: Captured, name: str, made: Made
) -> None:
    assert imported(root, name, made(SECOND), *GIVEN) == 0
    before = contents(root)
    assert imported(root, name, made(SECOND), *GIVEN) == 1
    told = capsys.readouterr().err
    assert told.count("error[") == 1
    assert "error[CW1076]: questions that the banks have already, word for word: 3 of 3 (rows " in told
    assert imported(root, name, made(SECOND), *GIVEN, "--update") == 0
    assert contents(root) == before


@FORMS
def test_what_was_mended_and_what_is_new_are_told_apart(
    root: Path, capsys: Captured, name: str, made: Made
) -> None:
    """A question before the others, one mended, one left out, one as it was."""
    assert imported(root, name, made(SECOND), *GIVEN) == 0
    mended = (SECOND[2][0], "三年", "五年", "十年", *SECOND[2][4:])
    rows = (FIRST[0], mended, SECOND[0])
    assert imported(root, name, made(rows), *GIVEN) == 1
    told = capsys.readouterr().err
    assert "it is the same question with changes (options): --update replaces it in its place" in told
    assert "word for word: 1 of 3" in told
    assert told.count("error[") == 2

    assert imported(root, name, made(rows), *GIVEN, "--update") == 0
    assert stems(root) == {
        **{f"quiz-0{at}": row[0].rstrip("？") for at, row in enumerate(SECOND, 1)},
        "quiz-04": FIRST[0][0].rstrip("？"),
    }
    assert [option["text"] for option in bank(root, "quiz")[2]["options"]] == ["三年", "五年", "十年"]


def test_a_name_that_another_program_gave_replaces_no_other_question(root: Path, capsys: Captured) -> None:
    one, other = (b"::q1::" + gift((row,)) for row in (FIRST[0], SECOND[0]))
    assert imported(root, "a.gift", one, *GIVEN) == 0
    before = contents(root)
    assert imported(root, "b.gift", other, *GIVEN) == 1
    told = capsys.readouterr().err
    assert "error[CW1016]" in told
    assert "that one is another question: “客户进门，先做什么？”; give this one another id" in told
    assert "--update" not in told
    assert imported(root, "b.gift", other, *GIVEN, "--update") == 1
    assert "error[CW1077]" in capsys.readouterr().err
    assert contents(root) == before


def test_two_questions_of_one_name_both_come_in(root: Path) -> None:
    """Other programs call many questions alike; only what is the same has to be taken out."""
    both = b"\n\n".join(b"::q1::" + gift((row,)) for row in (FIRST[0], SECOND[0]))
    assert imported(root, "a.gift", both, *GIVEN) == 0
    assert [item["id"] for item in bank(root, "a")] == ["q1", "a-02"]
    twice = b"\n\n".join([b"::q7::" + gift((FIRST[1],))] * 2)
    assert imported(root, "b.gift", twice, *GIVEN) == 1


def test_made_ids_are_none_that_the_file_says(root: Path) -> None:
    rows = (("id", *HEAD), ("quiz-02", *FIRST[0]), ("", *FIRST[1]))
    assert imported(root, "quiz.csv", table(*rows), *GIVEN) == 0
    assert [*stems(root)] == ["quiz-02", "quiz-03"]


@pytest.mark.parametrize(
    ("one", "other", "is_kin"),
    [
        ("客户进门，先做什么？", "客户进门以后，先做什么？", True),
        ("客户进门，先做什么？", "反洗钱报告几天内提交？", False),
        ("Which layer is on top?", "Which *layer* lies on top?", True),
        ("Which layer is on top?", "Who may open the vault at night?", False),
        ("", "", False),
    ],
)
def test_kin_have_half_of_their_words_in_common(one: str, other: str, is_kin: bool) -> None:
    assert are_kin([one], [other]) is is_kin


@given(st.lists(st.text(max_size=20), max_size=4), st.lists(st.text(max_size=20), max_size=4))
def test_kinship_goes_both_ways(one: list[str], other: list[str]) -> None:
    assert are_kin(one, other) == are_kin(other, one)


def test_what_an_item_says_has_its_order_and_its_key() -> None:
    steps = {"stem": "q", "steps": [{"text": "a"}, {"text": "b"}]}
    assert said_in(steps) == said_in({**steps, "stem": " *q* "})
    assert said_in(steps) != said_in({**steps, "steps": steps["steps"][::-1]})
    options = {"stem": "q", "options": [{"text": "a", "key": True}, {"text": "b"}]}
    assert said_in(options) != said_in({"stem": "q", "options": [{"text": "a"}, {"text": "b", "key": True}]})
    assert said_in({"answer": {"value": 5}}) == said_in({"answer": {"value": 5.0}})
