"""The common Chinese text form and that of 问卷星, as text files in any encoding and as Word documents."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from importing import codes, drafts

FORM = """\
客户经理考试题库

一、单选题

1、哪一层在上面？（ B ） [单选题]
A.岩石
B、腐殖质
解析：落叶在上面。
章节：土壤/土层

2．哪些存水？ [多选题]
A. 黏土  B. 腐殖质  C. 石头
答案：A、Ｂ
解析：像海绵。
它吸水。

3、黏土存水。
答案：对
解析：是的。

4）上面是__，下面是__。[填空题]
答案：腐殖质;表土|黏土
解析：分层。

5. 为什么要翻土？（简答题）
答案：根要松土。
水要下去。
解析：松土。
"""


def brief(items: list[dict[str, Any]]) -> list[tuple[str, str, Any]]:
    def answer(item: dict[str, Any]) -> Any:
        if "options" in item:
            return [(option["text"], option.get("key", False)) for option in item["options"]]
        if "blanks" in item:
            return [blank["accept"] for blank in item["blanks"]]
        return item.get("sample", item.get("answer"))

    return [(item["type"], item["stem"], answer(item)) for item in items]


READ = [
    ("single-choice", "哪一层在上面？", [("岩石", False), ("腐殖质", True)]),
    ("multiple-choice", "哪些存水？", [("黏土", True), ("腐殖质", True), ("石头", False)]),
    ("true-false", "黏土存水。", True),
    ("fill-in", "上面是___，下面是___。", [["腐殖质", "表土"], ["黏土"]]),
    ("short-answer", "为什么要翻土？", "根要松土。\n\n水要下去。"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_form_in_any_encoding(encoding: str, end: str) -> None:
    raw = FORM.replace("\n", end).encode(encoding)
    assert brief(drafts("a.txt", raw)) == READ
    assert codes("a.txt", raw) == ["CW1018 1:1"]


def test_the_form_of_wenjuanxing() -> None:
    text = "1、我们去哪？（ AC ） [多选题]\nA.北京\nB.上海\nC.天津\n解析：x\n\n2、土是黑的。（对）\n解析：y\n"
    assert brief(drafts("a.txt", text.encode())) == [
        ("multiple-choice", "我们去哪？", [("北京", True), ("上海", False), ("天津", True)]),
        ("true-false", "土是黑的。", True),
    ]


def test_true_or_false_with_options() -> None:
    text = "1. 土是黑的。\nA. 正确\nB. 错误\n答案：B\n解析：y\n"
    assert brief(drafts("a.txt", text.encode())) == [("true-false", "土是黑的。", False)]


def test_lines_further_in_belong_to_what_is_above() -> None:
    text = "1、下列哪些对？\n  （1）甲\n  2、乙\nA.甲\n  还有\nB.乙\n答案：A\n解析：因为\n  1、一\n  2、二\n"
    (item,) = drafts("a.txt", text.encode())
    assert item["stem"] == "下列哪些对？\n\n（1）甲\n\n2、乙"
    assert [option["text"] for option in item["options"]] == ["甲\n\n还有", "乙"]
    assert item["explanation"] == "因为\n\n1、一\n\n2、二"


def test_numbers_in_brackets_begin_questions_where_no_others_do() -> None:
    text = "(1) q\nA.a\nB.b\n答案：A\n解析：e\n（2）r\nA.a\nB.b\n答案：B\n解析：e\n"
    assert [item["stem"] for item in drafts("a.txt", text.encode())] == ["q", "r"]


def document(lines: str) -> bytes:
    made, file = Document(), BytesIO()
    for line in lines.splitlines():
        made.add_paragraph(line)
    made.save(file)
    return file.getvalue()


def test_a_word_document() -> None:
    assert brief(drafts("a.docx", document(FORM))) == READ


def test_numbers_and_letters_that_word_counts() -> None:
    made, file = Document(), BytesIO()
    numbering = made.part.numbering_part.element
    for id, form in (("90", "decimal"), ("91", "upperLetter")):
        numbering.insert(0, _abstract(id, form))
        numbering.append(_list(id))
    for text, list_ in (
        ("q", "90"),
        ("a", "91"),
        ("b", "91"),
        ("答案：B", ""),
        ("解析：e", ""),
        ("r", "90"),
        ("c", "91"),
        ("d", "91"),
        ("答案：A", ""),
        ("解析：e", ""),
    ):
        paragraph = made.add_paragraph(text)
        if list_:
            element: Any = paragraph._p
            properties = element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = int(list_)
            properties.get_or_add_ilvl().val = 0
    made.save(file)
    assert brief(drafts("a.docx", file.getvalue())) == [
        ("single-choice", "q", [("a", False), ("b", True)]),
        ("single-choice", "r", [("c", True), ("d", False)]),
    ]


LISTED = [
    ("Number", "q"), ("Letter", "a"), ("Letter", "b"), ("Normal", "答案：B"), ("Normal", "解析：e"),
    ("Numbered too", "r"), ("Letter", "c"), ("Letter", "d"), ("Normal", "答案：A"), ("Normal", "解析：e"),
]  # fmt: skip


def styled(is_tied: bool) -> Any:
    """A document whose lists come with its styles: by their own level, or by the list's that names them."""
    made = Document()
    numbering = made.part.numbering_part.element
    for id, form in (("90", "decimal"), ("91", "upperLetter")):
        numbering.insert(0, _abstract(id, form))
        numbering.append(_list(id))
    for name, id in (("Number", "90"), ("Letter", "91")):
        style: Any = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        properties = style.element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = int(id)
        if is_tied:
            (level,) = numbering.xpath(f"w:abstractNum[@w:abstractNumId='{id}']/w:lvl")
            level.set(qn("w:ilvl"), "2")
            tie = OxmlElement("w:pStyle")
            tie.set(qn("w:val"), style.style_id)
            level.append(tie)
    made.styles.add_style("Numbered too", WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles["Number"]
    return made


def kept(made: Any) -> bytes:
    file = BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize("is_tied", [False, True])
def test_numbers_and_letters_that_come_with_a_style(is_tied: bool) -> None:
    made = styled(is_tied)
    for style, text in LISTED:
        made.add_paragraph(text, style=style)
    assert brief(drafts("a.docx", kept(made))) == [
        ("single-choice", "q", [("a", False), ("b", True)]),
        ("single-choice", "r", [("c", True), ("d", False)]),
    ]


def test_numbers_of_the_list_style_that_word_brings() -> None:
    made = Document()
    for number in (1, 2):
        made.add_paragraph(f"q{number}", style="List Number")
        for line in ("A. a", "B. b", "答案：A", "解析：e"):
            made.add_paragraph(line)
    assert [item["stem"] for item in drafts("a.docx", kept(made))] == ["q1", "q2"]


def test_a_paragraph_may_leave_the_list_of_its_style_and_headings_count_no_questions() -> None:
    made = styled(is_tied=False)
    made.styles["Heading 1"].base_style = made.styles["Number"]
    made.add_paragraph("一、单选题", style="Heading 1")
    for style, text in LISTED[:5]:
        made.add_paragraph(text, style=style)
    lone = made.add_paragraph("因为", style="Number")
    lone._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    (item,) = drafts("a.docx", kept(made))
    assert (item["stem"], item["explanation"]) == ("q", "e\n\n因为")


def test_lists_of_a_list_style_and_levels_of_their_own() -> None:
    made = styled(is_tied=False)
    numbering = made.part.numbering_part.element
    linked, own = _abstract("92", "bullet"), _abstract("93", "bullet")
    link = OxmlElement("w:numStyleLink")
    link.set(qn("w:val"), "Number")
    linked.clear()
    linked.set(qn("w:abstractNumId"), "92")
    linked.append(link)
    one = _list("93")
    instead = OxmlElement("w:lvlOverride")
    instead.set(qn("w:ilvl"), "0")
    instead.append(_abstract("94", "upperLetter").find(qn("w:lvl")))
    one.append(instead)
    for each in (linked, own):
        numbering.insert(0, each)
    numbering.append(_list("92"))
    numbering.append(one)
    for list_, (_style, text) in zip((92, 93, 93, 0, 0), LISTED, strict=False):
        paragraph = made.add_paragraph(text)
        if list_:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = list_
    assert brief(drafts("a.docx", kept(made))) == [("single-choice", "q", [("a", False), ("b", True)])]


def test_a_title_is_left_out_only_where_the_file_is_called_so() -> None:
    made = Document()
    made.core_properties.title = "1、q"
    for text, style in (("Bank", "Title"), ("1、q", "Normal"), ("A.a", "Normal"), ("B.b", "Normal")):
        made.add_paragraph(text, style=style)
    made.add_paragraph("答案：A")
    assert codes("a.docx", kept(made)) == ["CW1018 1:1"]
    made.core_properties.title = "Bank"
    assert codes("a.docx", kept(made)) == []


def _abstract(id: str, form: str) -> Any:
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), id)
    level, kind = OxmlElement("w:lvl"), OxmlElement("w:numFmt")
    level.set(qn("w:ilvl"), "0")
    kind.set(qn("w:val"), form)
    level.append(kind)
    abstract.append(level)
    return abstract


def _list(id: str) -> Any:
    number, of = OxmlElement("w:num"), OxmlElement("w:abstractNumId")
    number.set(qn("w:numId"), id)
    of.set(qn("w:val"), id)
    number.append(of)
    return number


def test_a_question_without_an_answer_is_told_at_its_line() -> None:
    assert codes("a.txt", "1、q [单选题]\nA.a\nB.b\n解析：e\n".encode()) == ["CW1010 1:1"]


HEADED = """\
一、单选题（每题2分，共4分）
(5) 哪个在上？( )A、甲 B、乙
答案：A
解析：x
2.问？( )A、甲B、乙
C、丙D、丁
答案：B
解析：(1) x
(2) y
多选题：
3、哪些？
A.甲B.乙C.丙
答案：A
解析：y
（4）土是黑的。（对）
解析：z
"""


def test_headings_give_types_and_options_need_no_space_before_them() -> None:
    assert brief(drafts("a.txt", HEADED.encode())) == [
        ("single-choice", "哪个在上？( )", [("甲", True), ("乙", False)]),
        ("single-choice", "问？( )", [("甲", False), ("乙", True), ("丙", False), ("丁", False)]),
        ("multiple-choice", "哪些？", [("甲", True), ("乙", False), ("丙", False)]),
        ("true-false", "土是黑的。", True),
    ]


@pytest.mark.parametrize("sign", ["；", ";", " | ", "，", "、", "/"])
def test_what_parts_options_on_a_line_belongs_to_none(sign: str) -> None:
    text = f"1、哪样？A.甲{sign}B.乙{sign}C.丙\n答案：B\n解析：e\n"
    (item,) = drafts("a.txt", text.encode())
    assert [option["text"] for option in item["options"]] == ["甲", "乙", "丙"]


def test_letters_in_a_text_are_no_options() -> None:
    text = "1、含维生素A、维生素B、C的是？\nA.甲\nB.维生素D、E\n答案：A\n解析：x\n"
    (item,) = drafts("a.txt", text.encode())
    assert [option["text"] for option in item["options"]] == ["甲", "维生素D、E"]
    assert item["stem"] == "含维生素A、维生素B、C的是？"


def test_names_in_brackets_need_no_colon() -> None:
    text = "1. q\nA. a\nB. b\n【答案】B\n【解析】e\n【难度】难\n"
    (item,) = drafts("a.txt", text.encode())
    assert (item["options"][1]["key"], item["explanation"], item["level"]) == (True, "e", "analyse")


def test_an_answer_in_the_stem_is_taken_out_where_it_stands_below_too() -> None:
    text = (
        "1、下列属于“4P”的是（　B　）。\nA.甲\nB.乙\n【答案】B\n解析：x\n2、水（对）。\n答案：正确\n解析：y\n"
    )
    assert [item["stem"] for item in drafts("a.txt", text.encode())] == [
        "下列属于“4P”的是（ ）。",
        "水（ ）。",
    ]


def test_what_stands_below_a_heading_belongs_to_no_question_before_it() -> None:
    question = "{}、q\nA.a\nB.b\n答案：A\n解析：e\n"
    text = f"{question.format(1)}二、案例分析题\n某企业申请贷款。\n{question.format(2)}"
    assert codes("a.txt", text.encode()) == ["CW1018 7:1"]


CHOICE = "\nA.甲\nB.乙\nC.丙\n答案：{}\n解析：x\n"


@pytest.mark.parametrize(
    ("stem", "type", "said"),
    [
        ("说什么[多选题] (2分)", "multiple-choice", "说什么"),
        ("说什么？【多选题】（本题2分）。", "multiple-choice", "说什么？"),
        ("（2分）[多选题] 说什么", "multiple-choice", "说什么"),
        ("[多选题]（2分）说什么", "multiple-choice", "说什么"),
        ("说什么[单选题]（ B ）", "single-choice", "说什么"),
        ("[单选题]和[多选题]各是什么", "single-choice", "和[多选题\\]各是什么"),
        ("说什么[抢答题] [单选题]", "single-choice", "说什么[抢答题\\]"),
        ("【真题】说什么", "single-choice", "【真题】说什么"),
        ("说什么【2019年真题】", "single-choice", "说什么【2019年真题】"),
        ("说什么（见上题）", "single-choice", "说什么（见上题）"),
    ],
)
def test_a_type_stands_beside_other_remarks(stem: str, type: str, said: str) -> None:
    answer = "" if "（ B ）" in stem else "B"
    text = f"12、{stem}{CHOICE.format(answer)}".replace("答案：\n", "")
    (item,) = drafts("a.txt", text.encode())
    assert (item["type"], item["stem"]) == (type, said)


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("说什么？（多选题，3分）", "说什么？"),
        ("说什么？（多选，每题2分）", "说什么？"),
        ("说什么？（3 分；多选题）。", "说什么？"),
        ("说什么？【多选题 2.5分】", "说什么？"),
        ("说什么？【多选题】【2分】", "说什么？"),
        ("【多选题】（分值：2）说什么？", "说什么？"),
        ("（共２分，每空1分）[多选]说什么？", "说什么？"),
        ("说什么？(2.0分)[多选题]（2019年真题，2分）", "说什么？（2019年真题）"),
        ("说什么？[多选题] (2分)\n还有什么？", "说什么？\n\n还有什么？"),
    ],
)
def test_points_in_brackets_are_taken_out_of_the_stem_and_told(stem: str, said: str) -> None:
    text = f"一、单选题\n1、{stem}{CHOICE.format('B')}".replace("\n还", "\n  还")
    (item,) = drafts("a.txt", text.encode())
    assert (item["type"], item["stem"]) == ("multiple-choice", said)
    assert codes("a.txt", text.encode()) == ["CW1014 2:1"]


def test_points_are_told_once() -> None:
    text = f"1、说什么？（2分）{CHOICE.format('B')}分值：2\n"
    assert codes("a.txt", text.encode()) == ["CW1014 7:1"]
    assert drafts("a.txt", text.encode())[0]["stem"] == "说什么？"


@pytest.mark.parametrize("stem", ["（3分钟）等多久？", "赢（3分）还是平（1分）的是？", "等多久？（约2分钟）"])
def test_what_is_no_points_of_the_question_stays(stem: str) -> None:
    text = f"1、{stem}{CHOICE.format('B')}"
    assert drafts("a.txt", text.encode())[0]["stem"] == stem
    assert codes("a.txt", text.encode()) == []


@pytest.mark.parametrize("stem", ["题？[抢答题]", "题？【抢答题】(2分)", "题？[单项题]。"])
def test_a_type_that_is_none_is_told_as_in_a_sheet(stem: str) -> None:
    text = f"1、{stem}{CHOICE.format('B')}"
    told = [*["CW1014 1:1"] * ("分" in stem), "CW1006 1:1"]
    assert codes("a.txt", text.encode()) == told
    assert codes("a.docx", document(text)) == told
    (item,) = drafts("a.txt", f"一、单选题\n{text}".encode())
    assert item["type"] == "single-choice", "the heading says it"


@pytest.mark.parametrize("lines", ["A 甲\nB 乙\nC 丙", "Ａ\u3000甲\nＢ　乙\nＣ丙", "A甲\nB乙\nC丙"])
@pytest.mark.parametrize(
    "question", ["题二？\n{}\n正确答案:B", "题二？（B）\n{}", "题二？[单选题]\n{}\n答案：B"]
)
def test_options_need_no_sign_behind_their_letters_where_the_answer_names_them(
    question: str, lines: str
) -> None:
    raw = f"第2题 {question.format(lines)}\n解析：x\n".encode()
    assert brief(drafts("a.txt", raw)) == [
        ("single-choice", "题二？", [("甲", False), ("乙", True), ("丙", False)])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "题？\nA 甲\nB 乙\n答案：因为",
        "题？\nA 甲\nC 乙\n答案：A",
        "题？\nA dog\n答案：A",
    ],
)
def test_lines_that_begin_with_letters_are_no_options_of_another_answer(text: str) -> None:
    (item,) = drafts("a.txt", f"1、{text}\n解析：x\n".encode())
    assert item["type"] == "short-answer"


@pytest.mark.parametrize(
    ("stem", "answer", "type"),
    [
        ("几吨？[计算题]\nA 仓三吨\nB 仓五吨", "8", "numeric"),
        ("几吨？\nA 仓三吨\nB 仓五吨[计算题]", "8", "numeric"),
        ("几吨？\nA 仓三吨\nB 仓五吨", "8", "short-answer"),
        ("哪一仓？\nA 仓三吨\nB 仓五吨 [简答题]", "B", "short-answer"),
        ("哪一仓？\nA 仓三吨\nB 仓五吨 [单选题]", "B", "single-choice"),
    ],
)
def test_lines_that_begin_with_letters_are_what_the_type_says(stem: str, answer: str, type: str) -> None:
    (item,) = drafts("a.txt", f"1、{stem}\n答案：{answer}\n解析：x\n".encode())
    assert item["type"] == type
    assert [option["text"] for option in item.get("options", ())] == (
        ["仓三吨", "仓五吨"] if "options" in item else []
    )
    assert "题]" not in str(item)


def test_an_answer_that_no_such_option_has_is_told() -> None:
    assert codes("a.txt", "1、题？\nA 甲\nB 乙\n答案：C\n解析：x\n".encode()) == ["CW1008 4:1"]


BESIDE = [
    ("答案：A 解析：因为", {}),
    ("答案:A  解析:因为", {}),
    ("答案：A。解析：因为", {}),
    ("答案：A解析：因为", {}),
    ("【答案】A【解析】因为", {}),
    ("【答案】A 【难度】难 【解析】因为", {"level": "analyse"}),
    ("答案：A　难度：易　解析：因为", {"level": "recall"}),
    ("答案：A，难度：难，章节：土壤/土层 解析：因为", {"level": "analyse", "chapter": "土壤/土层"}),
    ("解析：因为　难度：易　答案：A", {"level": "recall"}),
    ("answer: A explanation: 因为", {}),
]


BEHIND_OPTIONS = [(line, more) for line, more in BESIDE if line.startswith(("答案", "【答案】"))]


@pytest.mark.parametrize(
    ("before", "line", "more"),
    [
        *(("\n", line, more) for line, more in BESIDE),
        *((space, line, more) for line, more in BEHIND_OPTIONS for space in (" ", "　")),
    ],
)
def test_several_fields_stand_on_one_line(before: str, line: str, more: dict[str, str]) -> None:
    text = f"1. 哪样？\nA. 甲\nB. 乙{before}{line}\n"
    (item,) = drafts("a.txt", text.encode())
    assert [option["text"] for option in item["options"]] == ["甲", "乙"]
    assert [option.get("key", False) for option in item["options"]] == [True, False]
    assert item["explanation"] == "因为"
    assert {name: item[name] for name in more} == more
    assert codes("a.docx", document(text)) == []


@pytest.mark.parametrize(
    ("text", "stem", "answer", "explanation"),
    [
        ("1. 土是黑的。 答案：对 解析：看。", "土是黑的。", True, "看。"),
        (
            "1. 土是黑的。\n答案：对\n解析：答案：错的人看的是沙。",
            "土是黑的。",
            True,
            "答案：错的人看的是沙。",
        ),
        ("1. 土是黑的。\n答案：对\n解析：看。 正确答案：对", "土是黑的。", True, "看。 正确答案：对"),
        ("1. 土是黑的。\n答案：对\nexplanation: see chapter: 3", "土是黑的。", True, "see chapter: 3"),
        ("1. 为什么？\n答案：见解析：松土。\n解析：看。", "为什么？", "见解析：松土。", "看。"),
        ("1. 为什么？\n答案：根要松土。 解析：看。", "为什么？", "根要松土。", "看。"),
        ("1. 说明 答案：写在哪里？\n答案：根。\n解析：看。", "说明 答案：写在哪里？", "根。", "看。"),
    ],
)
def test_a_name_in_a_text_begins_no_field(text: str, stem: str, answer: object, explanation: str) -> None:
    (item,) = drafts("a.txt", text.encode())
    assert (item["stem"], item.get("sample", item.get("answer")), item["explanation"]) == (
        stem,
        answer,
        explanation,
    )


def test_a_field_behind_another_is_told_at_its_column() -> None:
    text = "1. q\nA. a\nB. b\n答案：A 知识点：土 解析：e\n"
    assert codes("a.txt", text.encode()) == ["CW1014 4:6"]


BEFORE = [
    ("【{}】{}. ", "3"),
    ("({}) {}、", "3"),
    ("[{}]{}．", "３"),
    ("（{}）第{}题：", "3"),
    ("{} {}、", "3"),
    ("{}：{}. ", "3"),
    ("<{}> ({}) ", "3"),
    ("【{}】（2分）{}. ", "3"),
    ("（{}，2分）{}. ", "3"),
]


@pytest.mark.parametrize(("begin", "number"), BEFORE)
def test_a_type_stands_before_the_number(begin: str, number: str) -> None:
    text = (
        f"{begin.format('单选题', 1)}哪样？\nA.甲\nB.乙\n答案：A\n解析：e\n"
        f"{begin.format('多选题', 2)}哪些？\nA.甲\nB.乙\n答案：A\n解析：e\n"
        f"{begin.format('判断题', number)}土是黑的。\n答案：对\n解析：e\n"
    )
    read = [
        ("single-choice", "哪样？", [("甲", True), ("乙", False)]),
        ("multiple-choice", "哪些？", [("甲", True), ("乙", False)]),
        ("true-false", "土是黑的。", True),
    ]
    assert brief(drafts("a.txt", text.encode())) == read
    assert brief(drafts("a.docx", document(text))) == read
    told = [f"CW1014 {line}:1" for line in (1, 6, 11)] if "2分" in begin else []
    assert codes("a.txt", text.encode()) == told


@pytest.mark.parametrize("begin", ["[多选]2．", "（ 多选 ） 2、", "多选：2. "])
def test_a_short_type_stands_before_the_number(begin: str) -> None:
    text = f"1. 哪样？\nA.甲\nB.乙\n答案：A\n解析：e\n{begin}哪些？\nA.甲\nB.乙\n答案：A\n解析：e\n"
    assert [item["type"] for item in drafts("a.txt", text.encode())] == ["single-choice", "multiple-choice"]


@pytest.mark.parametrize("line", ["（真题）2、看土。", "【2019】2. 看土。", "多选2人。", "见判断题 2"])
def test_what_is_no_type_before_a_number_begins_no_question(line: str) -> None:
    text = f"1. 哪样？\nA.甲\nB.乙\n答案：A\n解析：e\n{line}\n"
    (item,) = drafts("a.txt", text.encode())
    assert item["explanation"].replace("\\", "") == f"e\n\n{line}"


@pytest.mark.parametrize(
    "answer", ["北京/北平", "北京／北平", "北京 / 北平", "北京或北平", "北京或者北平", "colour/color"]
)
def test_words_beside_a_stroke_are_one_answer_and_told(answer: str) -> None:
    text = f"1、首都是__。\n答案：1949|{answer}\n解析：e\n".replace("是__", "__是__")
    assert codes("a.txt", text.encode()) == ["CW1087 2:1"]
    assert drafts("a.txt", text.encode())[0]["blanks"] == [{"accept": ["1949"]}, {"accept": [answer]}]


@pytest.mark.parametrize(
    "answer",
    [
        "元/户",
        "1/2",
        "km/h",
        "公斤/亩",
        "万元/平方公里",
        "TCP/IP",
        "是或否",
        "2/3或3/4",
        "北京;北平",
        "公里/小时",
        "人/次",
    ],
)
def test_a_stroke_that_belongs_to_an_answer_is_not_told(answer: str) -> None:
    text = f"1、写作__。\n答案：{answer}\n解析：e\n"
    assert codes("a.txt", text.encode()) == []
    assert drafts("a.txt", text.encode())[0]["blanks"] == [{"accept": answer.split(";")}]
