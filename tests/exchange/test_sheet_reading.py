"""Workbooks with hidden rows, pictures, several sheets, and rows of cases."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from importing import codes, drafts
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from test_workbook import saved

from coursewright.exchange.formats import read
from trees import ENGLISH

HEAD = ["type", "stem", "A", "B", "answer", "explanation"]
FINE = ["single choice", "q", "a", "b", "A", "e"]


def book(*rows: list[str], head: list[str] = HEAD) -> Workbook:
    made = Workbook()
    for row in (head, *rows):
        made.active.append(row)
    return made


def test_hidden_rows_are_read_and_told() -> None:
    made = book(FINE, FINE)
    made.active.row_dimensions[3].hidden = True
    raw = saved(made)
    assert len(drafts("a.xlsx", raw)) == 2
    assert codes("a.xlsx", raw) == ["CW1019 3:1"]


def test_dates_and_formulas_without_a_result_are_told_in_their_cells() -> None:
    made = book(FINE, FINE)
    made.active["C2"] = date(2026, 1, 2)
    made.active["E3"] = "=A1"
    assert codes("a.xlsx", saved(made)) == ["CW1011 2:3", "CW1012 3:5"]


def test_numbers_come_in_as_they_are_shown_or_are_told() -> None:
    made = book(FINE, FINE)
    for place, value, style in (("C2", 0.125, "0.00%"), ("D2", 1200, "#,##0"), ("D3", 1234, "0.00E+00")):
        made.active[place] = value
        made.active[place].number_format = style
    raw = saved(made)
    texts = [[option["text"] for option in item["options"]] for item in drafts("a.xlsx", raw)]
    assert texts == [["12.50%", "1,200"], ["a", "1234"]]
    assert codes("a.xlsx", raw) == ["CW1042 3:4"]


def test_a_number_is_the_letter_of_an_option() -> None:
    made = book(FINE)
    made.active["E2"] = 2.0
    (item,) = drafts("a.xlsx", saved(made))
    assert [option.get("key", False) for option in item["options"]] == [False, True]


def test_pictures_are_told() -> None:
    file = BytesIO(saved(book(FINE)))
    with ZipFile(file, "a") as archive:
        archive.writestr("xl/media/image1.png", b"")
    assert codes("a.xlsx", file.getvalue()) == ["CW1022 1:1"]


@pytest.mark.parametrize(("format", "stem"), [(None, r"\*q\*"), ("xlsx", "*q*"), ("kaoshibao", r"\*q\*")])
def test_whoever_names_a_format_says_whether_texts_are_markdown(format: str | None, stem: str) -> None:
    raw = saved(book(["single choice", "*q*", *FINE[2:]]))
    (draft,) = read("a.xlsx", raw, format, ENGLISH).drafts
    assert draft.data["stem"] == stem


def test_every_sheet_with_headers_is_read_and_others_are_not() -> None:
    made = book(FINE)
    made.create_sheet("notes").append(["read me"])
    other = made.create_sheet("more")
    other.append(HEAD)
    other.append([])
    other.append(FINE)
    assert len(drafts("a.xlsx", saved(made))) == 2


def test_what_of_a_workbook_is_not_read_is_told() -> None:
    made = book(FINE)
    secret, other, note = (made.create_sheet(name) for name in ("secret", "other", "note"))
    secret.sheet_state = "hidden"
    for sheet in (secret, other):
        sheet.append(["problem", "A", "B"])
        sheet.append(["q", "a", "b"])
    note.append(["read me"])
    problems = read("a.xlsx", saved(made), None, ENGLISH).problems
    told = [(problem.code, problem.values["sheet"]) for problem in problems]
    assert told == [("CW1035", "other"), ("CW1034", "secret")]


def test_merged_cells_are_told_where_they_touch_items() -> None:
    made = book(["Items of the spring"], HEAD, FINE, ["", *FINE[1:]], FINE, head=["", ""])
    made.active.merge_cells("A2:F2")
    made.active.merge_cells("A4:A5")
    raw = saved(made)
    assert codes("a.xlsx", raw) == ["CW1036 3:1"]
    assert len(drafts("a.xlsx", raw)) == 3
    assert read("a.xlsx", raw, None, ENGLISH).problems[0].values["areas"] == "A4:A5"


def test_rows_with_one_case_id_are_its_questions() -> None:
    head = [*HEAD, "case id", "case title", "case text", "use"]
    first = [*FINE, "wet", "A wet bed", "Water stands.", "exam"]
    raw = saved(book(first, [*FINE, "wet"], FINE, [*FINE, "dry"], head=head))
    wet, single, dry = drafts("a.xlsx", raw)
    assert (wet["id"], wet["type"], wet["title"], wet["use"]) == ("wet", "case", "A wet bed", "exam")
    assert [item["stem"] for item in wet["items"]] == ["q", "q"]
    assert "use" not in wet["items"][0]
    assert single["type"] == "single-choice"
    assert [item["stem"] for item in dry["items"]] == ["q"]


def rich(*runs: str) -> CellRichText:
    """Runs by turns as they are and bold."""
    strong = InlineFont(b=True)
    return CellRichText([TextBlock(strong, run) if at % 2 else run for at, run in enumerate(runs) if run])


@pytest.mark.parametrize(
    ("runs", "stem"),
    [
        (("哪一项", "不", "对？"), "哪一项**不**对？"),
        ((" 哪一项", "不对？"), "哪一项**不对？**"),
        (("", "不", "对的是（A）"), "**不**对的是（ ）"),
        (("（A）的是", "不", "对？"), "（ ）的是**不**对？"),
        (("（", "A", "）哪个", "不", "对？"), "（ ）哪个**不**对？"),
        (("哪些", "不\n是", "？"), "哪些**不**\n\n**是**？"),
        (("3*4", " is *", "?"), r"3\*4 **is \***?"),
        (("", "哪一项不对？"), "哪一项不对？"),
        (("哪一项", " ", "不对？"), "哪一项 不对？"),
        (("说\ufdd1", "不", "？"), "说\ufdd1不？"),
    ],
)
def test_bold_type_is_kept(runs: tuple[str, ...], stem: str) -> None:
    made = book(FINE)
    made.active["B2"] = rich(*runs)
    (item,) = drafts("a.xlsx", saved(made))
    assert item["stem"] == stem


def test_bold_type_is_kept_wherever_it_means_something() -> None:
    head = [*HEAD, "why A"]
    made = book(["单选题", "q", "", "B. b", "", "", ""], head=head)
    for place in ("C2", "F2", "G2"):
        made.active[place] = rich("A. it is ", "not", " so")
    made.active["E2"] = rich("", "A", " ")
    (item,) = drafts("a.xlsx", saved(made))
    (first, _second) = item["options"]
    assert first == {"text": "it is **not** so", "rationale": "A. it is **not** so", "key": True}
    assert item["explanation"] == "A. it is **not** so"


def test_bold_type_of_a_whole_cell_says_nothing() -> None:
    made = book(FINE)
    made.active["B2"] = CellRichText(["all ", TextBlock(InlineFont(b=True), "bold")])
    made.active["B2"].font = Font(bold=True)
    assert drafts("a.xlsx", saved(made))[0]["stem"] == "all bold"
    made.active["B2"] = CellRichText(["all but ", TextBlock(InlineFont(b=False), "this")])
    assert drafts("a.xlsx", saved(made))[0]["stem"] == "**all but** this"


@pytest.mark.parametrize(
    ("runs", "stem"),
    [
        (("it is ", "not", " _so_"), "it is **not** _so_"),
        (("3 * 4, ", "not", " 5 * 6"), "3 * 4, **not** 5 * 6"),
        ((r"3\*4 is ", "not", " 12"), r"3\*4 is **not** 12"),
        (("*now* it is ", "not", " so"), "*now* it is **not** so"),
        (("3*4 ", "and", " 5*6"), "3*4 **and** 5*6"),
        (("2*", "3", " is 6"), "2***3** is 6"),
        (("**", "not", "** so"), "**not** so"),
        (("it is ", "**not**", " so"), "it is **not** so"),
        (("*it is ", "not", " so*"), "*it is **not** so*"),
        (("[the](https://a.example/b) ", "rule", ""), "[the](https://a.example/b) **rule**"),
    ],
)
def test_bold_type_in_our_own_sheet_is_between_its_signs(runs: tuple[str, ...], stem: str) -> None:
    made = book([*FINE, ""], head=[*HEAD, "more settings"])
    made.active["B2"] = rich(*runs)
    raw = saved(made)
    assert drafts("a.xlsx", raw)[0]["stem"] == stem
    assert codes("a.xlsx", raw) == ["CW1041 1:1"]


@pytest.mark.parametrize(
    "runs",
    [
        ("a `b", "c", "d` e"),
        ("[a](https://a.example/", "b", ") e"),
        ("**a", "bc**d", " e"),
    ],
)
def test_bold_type_among_signs_that_it_would_change_is_told(runs: tuple[str, ...]) -> None:
    made = book([*FINE, ""], head=[*HEAD, "more settings"])
    made.active["B2"] = rich(*runs)
    raw = saved(made)
    assert drafts("a.xlsx", raw)[0]["stem"] == "".join(runs)
    assert codes("a.xlsx", raw) == ["CW1041 1:1", "CW1086 2:2"]
