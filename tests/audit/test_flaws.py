"""Flaws of wording: what each rule finds, and what it leaves alone."""

from pathlib import Path

import pytest
from audits import rules_of

from banks import bank, choice, item, many, statement
from trees import COURSE, ENGLISH, problems_at, write_course

CHINESE = {"content/course.yml": COURSE["content/course.yml"].replace("language: en", "language: zh-CN")}
POLISH = {"content/course.yml": COURSE["content/course.yml"].replace("language: en", "language: pl")}

NOTHING: list[str] = []


def english(tmp_path: Path, *items: str) -> list[str]:
    return rules_of(tmp_path, bank(*items))


def chinese(tmp_path: Path, *items: str) -> list[str]:
    return rules_of(tmp_path, {**CHINESE, **bank(*items)})


def test_one_word_without_exception_among_the_distractors_is_enough(tmp_path: Path) -> None:
    stem = "面馆老板问能不能贷。怎么答？"
    assert chinese(tmp_path, choice("a", stem, ["先看流水", "绝对没问题", "先看存款"])) == ["absolute-words"]


def test_a_sweeping_word_tells_only_when_two_distractors_have_one(tmp_path: Path) -> None:
    stem = "面馆的钱怎样安排？"
    one = choice("a", stem, ["留三个月开支", "全部存成定期", "分两笔来存"])
    two = choice("a", stem, ["留三个月开支", "全部存成定期", "完全交给银行"])
    assert chinese(tmp_path, one) == NOTHING
    assert chinese(tmp_path, two) == ["absolute-words"]


def test_absolute_words_that_the_key_or_the_stem_has_too_tell_nothing(tmp_path: Path) -> None:
    assert chinese(tmp_path, choice("a", "怎么答？", ["绝对不能代签", "绝对可以的", "先看存款"])) == NOTHING
    assert chinese(tmp_path, choice("a", "“绝对安全”错在哪？", ["说满了", "“绝对”太短", "太长"])) == NOTHING
    assert chinese(tmp_path, choice("a", "要什么？", ["看流水", "存满一定金额", "看存款"])) == NOTHING


@pytest.mark.parametrize(
    "text", ["以上都对", "以上都不对", "以上全部都是", "全部都对", "以上各项均正确", "A和B"]
)
def test_an_option_that_speaks_of_the_others(tmp_path: Path, text: str) -> None:
    assert chinese(tmp_path, choice("a", "是哪项？", ["面馆", "超市", text])) == ["all-or-none"]


def test_an_option_about_things_that_are_all_alike_is_none(tmp_path: Path) -> None:
    assert english(tmp_path, choice("a", "What turns?", ["Two", "All of them alike", "One"])) == NOTHING


@pytest.mark.parametrize(
    "stem",
    ["下列哪一项不正确？", "以下不属于行业风险的是？", "哪项做法是错误的？", "除了价格以外，哪一项都对？"],
)
def test_a_question_for_what_does_not_hold_is_emphasised(tmp_path: Path, stem: str) -> None:
    assert chinese(tmp_path, choice("a", stem, ["面馆", "超市", "学校"])) == ["negative-stem"]


@pytest.mark.parametrize(
    "stem",
    [
        "下列哪一项**不**正确？",
        "哪些属于宏观风险而不是行业风险？",
        "他说“不属于我管”。怎么答最好？",
        "没有抵押时先看什么？",
    ],
)
def test_what_is_emphasised_or_asks_for_what_holds_is_fine(tmp_path: Path, stem: str) -> None:
    assert chinese(tmp_path, choice("a", stem, ["面馆", "超市", "学校"])) == NOTHING


def test_two_negations_in_one_breath(tmp_path: Path) -> None:
    assert chinese(tmp_path, statement("a", "客户经理不能不核实。", holds=True)) == ["double-negative"]
    negated = choice("a", "哪一项**不**合规？", ["代客签字", "不核对身份", "留存凭证"])
    assert chinese(tmp_path, negated) == ["double-negative"]


def test_a_key_that_is_longer_than_all_others(tmp_path: Path) -> None:
    long = "Clay whose grains are very fine and lie close"
    assert english(tmp_path, choice("a", "What holds?", [long, "Sand", "Glass"])) == ["longest-key"]
    assert (
        english(
            tmp_path, choice("a", "What holds?", [long, "Sand whose grains are very big and round", "Glass"])
        )
        == NOTHING
    )
    assert english(tmp_path, choice("a", "What holds?", ["Sand", long, "Glass"])) == NOTHING


def test_many_keys_are_longer_only_together(tmp_path: Path) -> None:
    long = ("Clay whose grains are very fine", "Loam whose grains are so fine")
    assert english(tmp_path, many("a", "What holds?", [*long, "Sand", "Glass"], (0, 1))) == ["longest-key"]
    assert english(tmp_path, many("a", "What holds?", [*long, "Sand", "Glass"], (0, 2))) == NOTHING


def test_options_end_alike(tmp_path: Path) -> None:
    assert english(tmp_path, choice("a", "What holds?", ["Clay", "Sand.", "Glass"])) == ["uneven-options"]
    root = write_course(tmp_path / "b", bank(choice("a", "Ann says", ["Go", "Who is it?", "Stay"])))
    (told,) = (problem.message(ENGLISH) for problem in problems_at(root) if problem.code == "CW0908")
    assert told.endswith("some end with a question or exclamation mark and some do not")
    assert english(tmp_path, choice("a", "What holds?", ["Clay.", "Sand.", "Glass."])) == NOTHING


def test_whole_passages_may_end_as_they_like(tmp_path: Path) -> None:
    notes = ["您好，路过来看看。", "刘老板好。周三三点方便吗？城南支行苏晴", "额度已留。请来办理，苏晴"]
    assert chinese(tmp_path, choice("a", "哪条短信最好？", notes)) == NOTHING


def test_numbers_stand_in_order(tmp_path: Path) -> None:
    assert english(tmp_path, choice("a", "How deep?", ["9 cm", "2 cm", "5 cm"])) == ["unsorted-numbers"]
    assert english(tmp_path, choice("a", "How deep?", ["9 cm", "5 cm", "2 cm"])) == NOTHING
    assert english(tmp_path, choice("a", "How deep?", ["9 cm", "5 m", "2 km"])) == NOTHING


def test_numbers_that_are_drawn_anew_need_no_order(tmp_path: Path) -> None:
    options = ["about 9 cm", "about 2 cm", "about 5 cm"]
    assert english(tmp_path, choice("a", "How deep?", options)) == NOTHING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1-3 cm", "2-5 cm"),
        ("water the bed", "water the bed and rake it"),
        ("the roots of a tree need air and light soil", "the roots of a tree need air and light soil too"),
    ],
)
def test_options_exclude_one_another(tmp_path: Path, one: str, other: str) -> None:
    assert "alike-options" in english(tmp_path, choice("a", "What now?", [one, other, "leave it"]))


def test_the_same_words_in_another_order_or_with_another_figure_are_another_answer(tmp_path: Path) -> None:
    orders = ["dig and rake and sow and mow", "sow and rake and dig and mow", "mow and sow and rake and dig"]
    figures = [f"the bed that you dig is {deep} cm deep and wide" for deep in ("120", "230", "340")]
    assert english(tmp_path, choice("a", "What now?", orders)) == NOTHING
    assert english(tmp_path, choice("a", "How deep?", figures)) == NOTHING


def test_words_of_the_stem_that_only_the_key_repeats(tmp_path: Path) -> None:
    stem = "面馆老板想看月度收支表。先做什么？"
    assert chinese(tmp_path, choice("a", stem, ["理出月度收支表", "先去约评审", "先去办开户"])) == [
        "echoed-stem"
    ]
    assert chinese(tmp_path, choice("a", stem, ["理出月度收支表", "寄去月度收支表", "先去办开户"])) == NOTHING


def test_an_item_that_another_one_gives_away(tmp_path: Path) -> None:
    asking = choice("a", "石灰有什么用？", ["把酸的黏土调成中性", "让树根烂得更快些", "把沙子粘在一起来"])
    telling = statement("b", "石灰能把酸的黏土调成中性，所以春天撒。", holds=True)
    assert chinese(tmp_path, asking, telling) == ["cue"]
    assert chinese(tmp_path, asking, statement("b", "石灰是白的，春天撒。", holds=True)) == NOTHING


@pytest.mark.parametrize("written", ["三个工作日", "3 个工作日", "３个工作日"])
def test_a_short_key_that_another_stem_about_the_same_says(tmp_path: Path, written: str) -> None:
    asking = choice("a", "挂失之后多久能补到新卡？", ["三个工作日", "一个半星期", "当天下班以前"])
    telling = statement("b", f"挂失之后{written}内补到新卡，客户不必催。", holds=True)
    elsewhere = statement("b", f"存单到期以前{written}给客户打电话。", holds=True)
    assert chinese(tmp_path / "a", asking, telling) == ["cue"]
    assert chinese(tmp_path / "b", asking, elsewhere) == NOTHING


def test_a_short_key_stands_as_it_is(tmp_path: Path) -> None:
    asking = choice("a", "Which soil holds most water?", ["clay", "sand", "chalk"])
    said = "In spring a {} soil holds most water of all."
    assert english(tmp_path / "a", asking, statement("b", said.format("clay"), holds=True)) == ["cue"]
    assert english(tmp_path / "b", asking, statement("b", said.format("clayey"), holds=True)) == NOTHING


def test_a_key_that_many_stems_name_is_given_away_by_none(tmp_path: Path) -> None:
    asking = choice("a", "大额支付由谁审批？", ["会计主管", "客户经理", "大堂人员"])
    telling = [statement(f"b{n}", f"大额支付由会计主管审批，第 {n} 条。", holds=n % 2 == 0) for n in range(5)]
    assert chinese(tmp_path / "a", asking, telling[0]) == ["cue"]
    assert "cue" not in chinese(tmp_path / "b", asking, *telling)


def test_items_that_differ_in_how_numbers_are_written_read_alike(tmp_path: Path) -> None:
    stem = "客户的押金过多少天才能退？"
    written = choice("a", stem, [f"再等{days}天退还" for days in ("三十", "六十", "九十")])
    typed = choice("b", stem, [f"再等{days}天退还" for days in (30, 60, 90)])
    assert chinese(tmp_path, written, typed) == ["alike-items"]


def test_items_that_read_nearly_alike_anywhere_in_the_bank(tmp_path: Path) -> None:
    stem = "面馆老板上周来问能不能先把装修的钱借出来，再补营业执照。怎么答？"
    options = ["先补执照", "先借一半", "先去担保"]
    files = {**CHINESE, **bank(choice("a", stem, options))}
    files["quizzes/bank/other.yml"] = bank(choice("b", stem.replace("上周", "昨天"), options)).popitem()[1]
    assert rules_of(tmp_path, files) == ["alike-items"]


def test_one_stem_with_other_options_is_another_item(tmp_path: Path) -> None:
    stem = "下面哪句话最合适？"
    one = choice("a", stem, ["先看流水再谈额度", "先谈额度再看流水", "谈完再说"])
    other = choice("b", stem, ["把到期日告诉她", "把利率先抄给她", "等她来问"])
    assert chinese(tmp_path, one, other) == NOTHING


def test_statements_of_a_file_that_mostly_have_one_answer(tmp_path: Path) -> None:
    def said(*holds: bool) -> list[str]:
        return english(tmp_path, *(statement(f"s{n}", f"Claim {n}.", holds=h) for n, h in enumerate(holds)))

    assert said(False, False, False, False, True) == ["unbalanced"]
    assert said(False, False, False, False) == ["unbalanced"]
    assert said(True, False, True) == said(False, False, False, True, True) == NOTHING


def test_a_language_without_lists_gets_the_rules_that_need_none(tmp_path: Path) -> None:
    wordy = choice("a", "Which is not wet?", ["Dry clay", "It is always so", "All of the above"])
    formal = choice("b", "Jak?", ["Tak.", "Nie", "Nigdy"])
    assert rules_of(tmp_path, {**POLISH, **bank(wordy, formal)}) == ["uneven-options"]


@pytest.mark.parametrize(
    ("accepted", "told"),
    [
        ("[三个工作日, 3个工作日]", True),
        ("[客户经理, 客戶經理]", True),
        ("[购买欲望, 購買欲望]", True),
        ("[KYC, kyc]", True),
        ("[ATM机, ＡＴＭ 机]", True),
        ("[三天, 三日]", False),
        ("[三个工作日]", False),
    ],
)
def test_answers_that_scoring_takes_for_one(tmp_path: Path, accepted: str, *, told: bool) -> None:
    gap = item(
        "a", "要等 ___。", "fill-in", f"    blanks:\n      - accept: {accepted}\n        rationale: R\n"
    )
    assert chinese(tmp_path, gap) == (["same-answers"] if told else NOTHING)


def test_answers_of_two_gaps_are_two(tmp_path: Path) -> None:
    blanks = "".join("      - accept: [三天]\n        rationale: R\n" for _ in range(2))
    assert (
        chinese(tmp_path, item("a", "先等 ___，再等 ___。", "fill-in", f"    blanks:\n{blanks}")) == NOTHING
    )
