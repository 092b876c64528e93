"""What an author probably did where YAML stops or reads something else: told at its line, with a cure."""

import re
from pathlib import Path

import pytest
import yaml

from coursewright.load.parser_words import in_our_words
from coursewright.load.source_file import read_source
from trees import BANK, CAST, CHINESE, COVERED, ENGLISH, QUIZ, ROLE, SECTION, changed, problems_of

C = "content/course.yml"


def told(text: str) -> list[str]:
    """The code of every problem of one file."""
    return [problem.code for problem in read_source("file.yml", text.encode()).problems]


@pytest.mark.parametrize(
    ("text", "line", "column", "proper"),
    [
        ("title: a\nsentence：b\nlanguage: zh\n", 2, 9, "sentence: b"),
        ("title：a\nsummary: b\n", 1, 6, "title: a"),
        ("title ： a\nsummary: b\n", 1, 7, "title: a"),
        ("- id: a\n  text：b\n  key: true\n", 2, 7, "text: b"),
        ("- text：a\n  key: true\n", 1, 7, "text: a"),
        ("body:\n  - text: 他说：好\n  - note：\n      kind: key\n", 3, 9, "note:"),
        ("title: a\n\nsentence：b\n", 3, 9, "sentence: b"),
        ("titel：a\nsummary: b\n", 1, 6, "titel: a"),
        ("title: a\r\nsentence：b\r\n", 2, 9, "sentence: b"),
        *((f"title: a\nsentence{colon}b\n", 2, 9, "sentence: b") for colon in "∶︰﹕꞉։︓"),
        *((f"title{sign}a\nsummary: b\n", 1, 6, "title: a") for sign in ";；=＝。，、"),
        ("title a\nsummary: b\n", 1, 6, "title: a"),
    ],
)
def test_a_full_width_colon_is_told_where_it_stands(text: str, line: int, column: int, proper: str) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("CW0120", line, column)
    assert problem.values["proper"] == proper


@pytest.mark.parametrize(
    ("text", "line", "proper"),
    [
        ("title:新\nsummary: b\n", 1, "title: 新"),
        ("title: a\nsummary:新\n", 2, "summary: 新"),
        ("items:\n  - id: a\n    stem:b\n    type: c\n", 3, "stem: b"),
        ("title :新\nsummary: b\n", 1, "title: 新"),
    ],
)
def test_a_colon_without_its_space_is_told_where_it_stands(text: str, line: int, proper: str) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.place.line, problem.values["proper"]) == ("CW0121", line, proper)


def test_signs_of_a_chinese_text_are_no_slip() -> None:
    assert (
        told("text: |\n  title：这不是键\n  　　首行缩进\n  http://a\nsummary: 甲：乙\nlink: http://a:80/\n")
        == []
    )


@pytest.mark.parametrize(
    ("text", "line", "character"),
    [
        ("title: a\n　　summary: b\n", 2, "U+3000"),
        ("title: a\n\xa0\xa0summary: b\n", 2, "U+00A0"),
        ("title:　新\nsummary: b\n", 1, "U+3000"),
        ("body:\n　- a\n　- b\n", 2, "U+3000"),
        ("body:\n  -　a\n  - b\n", 2, "U+3000"),
        ("body:\n  - text: a\n　　note: b\n", 3, "U+3000"),
        ("ti\u200btle: a\n", 1, "U+200B"),
        ("{title:\xa0a}\n", 1, "U+00A0"),
        ("body: |\n  a\n\n　　b\n", 4, "U+3000"),
        ("body: |\n  a\n\xa0\xa0b\nc: d\n", 3, "U+00A0"),
        ("a:\n  body: >\n    a\n  　　b\n", 4, "U+3000"),
    ],
)
def test_spaces_that_are_none_to_yaml_are_named(text: str, line: int, character: str) -> None:
    problem = read_source("file.yml", text.encode()).problems[0]
    assert (problem.code, problem.place.line, problem.values["character"]) == ("CW0122", line, character)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", "1, 3, 5"),
        ("a: |\n  b\n<<<<<<< HEAD\n  c\n||||||| base\n=======\n  d\n>>>>>>> x\ne: f\n", "3, 5, 6, 8"),
        ("a: b\r\n<<<<<<< HEAD\r\n=======\r\nc: d\r\n>>>>>>> x\r\n", "2, 3, 5"),
        ("a: b\n>>>>>>> left over\n", "2"),
        ("a: b\n  <<<<<<< HEAD\n  c: d\n  =======\n  c: e\n  >>>>>>> x\n", "2, 4, 6"),
        ("l:\n  - a\n  <<<<<<< Updated upstream\n  - b\n", "3"),
        ("- a\n\t<<<<<<< HEAD\n- b\n", "2"),
        ("a: b\n=======\nc: d\n", "2"),
        ("l:\n  - a\n  =======\n  - b\n", "3"),
        ("a: b\n||||||| merged common ancestors\nc: d\n", "2"),
        ("a: b\n  =======\nc: d\n", "2"),
        ("a: b\n<<<<<<<HEAD\nc: d\n", "2"),
    ],
)
def test_what_a_merge_left_is_told_with_its_lines(text: str, lines: str) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.values["lines"]) == ("CW0123", lines)


def test_a_line_of_signs_in_a_text_is_no_merge() -> None:
    assert told("a: |\n  Heading\n  =======\nb: c\nd\n") == ["CW0101"]
    assert told("a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> x\n") == []


@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        ("a:\n  b: c\n d: e\n", 3, 2, (2, 3)),
        ("a:\n  - b\n - c\n", 3, 2, (2, 3)),
        ("a: b\n c: d\n", 2, 2, (1, 1)),
        ("x:\n  a: b\n    c: d\n", 3, 5, (2, 3)),
        ("items:\n  - id: a\n    stem: b\n   type: c\n", 4, 4, (3, 5)),
        ("items:\n  - id: a\n   stem: b\n", 3, 4, (2, 5)),
        (" a: b\nc: d\n", 2, 1, (1, 2)),
        ("list:\n- a\n - b\n", 3, 2, (2, 1)),
        ("a:\n  - b\n    - c\n", 3, 5, (2, 3)),
    ],
)
def test_a_line_that_begins_in_the_wrong_column_is_told_with_the_right_one(
    text: str, line: int, column: int, expected: tuple[int, int]
) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("CW0129", line, column)
    assert (problem.values["line"], problem.values["expected"]) == expected


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("list:\n  － a\n", [2]),
        ("list:\n  － id: a\n    text: b\n", None),
        ("list:\n  – a: b\n", [2]),
        ("text: — as he said\n", []),
        ("text: |\n  — as he said\n  － and she\n", []),
        ("text: －5 degrees\n", []),
    ],
)
def test_another_sign_than_a_hyphen_begins_no_entry(text: str, lines: list[int] | None) -> None:
    problems = read_source("file.yml", text.encode()).problems
    assert problems or lines == []
    if lines is not None:
        assert [(problem.code, problem.place.line) for problem in problems] == [
            ("CW0132", at) for at in lines
        ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("title: a\n   summary：b\n", "CW0120", 2),
        ("title: a\n   summary:b\n", "CW0121", 2),
        ("title: a\n  and more\n  summary：b\n", "CW0120", 3),
    ],
)
def test_a_key_that_a_text_swallowed_is_told(text: str, code: str, line: int) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.place.line) == (code, line)


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("a: [C #, b]\nc: d\n", '["C #", b]'),
        ("a: 'it's here'\n", '"it\'s here"'),
    ],
)
def test_what_a_comment_or_an_apostrophe_ended_is_shown_whole(text: str, proper: str) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.values["proper"]) == ("CW0128", proper)


@pytest.mark.parametrize(
    ("text", "line", "opener"),
    [
        ("text: |\n  a\nb b\nsummary: c\n", 3, "text: |"),
        ("text: |\n\n\n正文\nsummary: c\n", 4, "text: |"),
        ("- text: >-\n    a\n  b b\n  key: c\n", 3, "- text: >-"),
        ("title: a\nbody: | # here\n好\n", 3, "body: | # here"),
    ],
)
def test_a_line_outside_its_text_is_told(text: str, line: int, opener: str) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.place.line, problem.values["opener"]) == ("CW0127", line, opener)


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("title: a: b\nc: d\n", 'title: "a: b"'),
        ("title: 问：怎么办: 两个办法\n", 'title: "问：怎么办: 两个办法"'),
        ("title: [示例] 交接单\nc: d\n", '"[示例] 交接单"'),
        ("title: {x} y\n", '"{x} y"'),
        ('text: "他说："好"。"\nb: c\n', '"他说：“好”。"'),
        ('title: "a"b\nc: d\n', "'\"a\"b'"),
        ("- text: 'a' b\n", "\"'a' b\""),
    ],
)
def test_a_text_that_must_stand_in_quotation_marks_is_shown_in_them(text: str, proper: str) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.values["proper"]) == ("CW0128", proper)
    written = re.sub(r"^(?:title|text): ", "", proper)
    assert yaml.safe_load(f"a: {written}")["a"] == written[1:-1]


@pytest.mark.parametrize(
    "text",
    [
        "a: @b\n", "a: `b`\n", "a: %b\n", "a: [b\n", "a: {b: c\n", 'a: "b\n', 'a: "\\q"\n', "a: | b\n  c\n",
        "a: - b\n", "a: b\nc\n", "a:\n  b: c\n d: e\n", "a:\n  - b\n - c\n", "a: b\n c: d\n",
        "%YAML 9.9\n---\na: b\n",
        "a: !<x\n", "a: |9x\n  b\n", "]\n", "- a\nb: c\n", "a: b\n- c\n", "? a\n: b\n  c: d\n",
    ],
)  # fmt: skip
def test_no_word_of_the_parser_is_shown_in_either_language(text: str) -> None:
    problems = read_source("file.yml", text.encode()).problems
    assert problems
    for problem in problems:
        said = "\n".join((problem.message(CHINESE), *problem.hints(CHINESE)))
        assert not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", said.replace("key: value", "")), said
        assert "expected" not in problem.message(ENGLISH)
        assert problem.hints(ENGLISH)


def test_what_a_newer_parser_may_say_has_words_too() -> None:
    assert in_our_words("something that nobody has heard of")[0] == "from here on the file cannot be read"


@pytest.mark.parametrize(
    ("files", "code", "hint"),
    [
        (changed(C, "[soil]", "【soil】"), "CW0202", "write it like this: [soil]"),
        (changed(C, "[soil]", "[soil】"), "CW0124", "a list has half-width ones: [soil]"),
        (changed(C, "[soil]", "soil"), "CW0202", "write it like this: [soil]"),
        (changed(C, "[soil]", "[soil，more]"), "CW0124", "a list has half-width ones: [soil, more]"),
        (changed(QUIZ, "[soil-top, soil-dark", "[soil-top、soil-dark"), "CW0124", None),
        (changed(C, "chapters: [soil]", "chapters: 土 和 水"), "CW0202", None),
        (changed(C, '"2026-01-31"', "“2026-01-31”"), "CW0125", 'use straight ones, or none: "2026-01-31"'),
        (changed(C, "id: gardening", "id: “gardening”"), "CW0125", "use straight ones, or none: gardening"),
        (
            changed(CAST, "side: customer", "side: ‘customer’"),
            "CW0125",
            "use straight ones, or none: customer",
        ),
        (changed(CAST, "side: customer", "side: client"), "CW0204", "allowed: customer, colleague"),
        (changed(C, "id: gardening", "id: My Garden😀"), "CW0207", "did you mean “my-garden”?"),
        (changed(C, "id: gardening", "id: 园艺"), "CW0207", None),
        (changed(BANK, "key: true", "key: yes"), "CW0202", "write it like this: true"),
        (changed(BANK, "key: true", "key: 是"), "CW0202", "write it like this: true"),
        (changed(QUIZ, "cut: 70", "cut: 70%"), "CW0202", "write it like this: 70"),
        (changed(QUIZ, "cut: 70", "cut: “７０”"), "CW0202", "write it like this: 70"),
        (changed(C, "owner: The", "owner: [The]"), "CW0128", 'write it like this: "[The] allotment"'),
        (
            changed(C, "The allotment", "[示例]"),
            "CW0202",
            'put it in quotation marks to make it text: "[示例]"',
        ),
        (changed(C, "The allotment", "{x}"), "CW0202", 'put it in quotation marks to make it text: "{x}"'),
        (changed(C, "The allotment", ""), "CW0202", None),
        (changed(C, "The allotment", '" "'), "CW0205", None),
        (changed(SECTION, 'topics: ["1.1"]', "topics: 1.1"), "CW0202", None),
        (changed(SECTION, "- note:\n", "- note：\n"), "CW0120", "note:"),
        (changed(SECTION, "  - figure: soils", "  - figure：soils"), "CW0120", "figure: soils"),
        (changed(SECTION, "  - figure: soils", "  - {figure：soils}"), "CW0120", "figure: soils"),
        (changed(ROLE, "weight: 100", "weight: 90"), "CW0403", "change some of them by +10 in all"),
        (changed(C, "The allotment", "窗口 #3"), "CW0126", None),
        (changed(C, "The allotment", "C # 语言"), "CW0126", None),
        (changed(C, "The allotment", "# 语言"), "CW0202", "what begins with # is a comment"),
        (changed(SECTION, '["1.1"]', "[1.1.2 ] #3") | changed(COVERED, '"1.1"', '"1.1.2"'), None, None),
        (changed(CAST, "side: customer", "side: customer # or colleague"), None, None),
        (changed(C, '"2026-01-31"', "2026-01-31 # of this edition"), None, None),
        (changed(C, "The allotment", '"Window #3" # in the hall'), None, None),
    ],
)
def test_slips_that_yaml_takes_for_something_else(
    tmp_path: Path, files: dict[str, str], code: str | None, hint: str | None
) -> None:
    problems = problems_of(tmp_path, files)
    assert [problem.code for problem in problems] == ([code] if code else [])
    for problem in problems:
        assert problem.hints(ENGLISH), "nothing that helps"
        assert hint is None or any(hint in each for each in problem.hints(ENGLISH)), problem.hints(ENGLISH)


def test_a_comment_behind_a_text_is_told_at_the_comment(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, changed(C, "The allotment", "the first line\n  and a second #3"))
    assert (problem.place.line, problem.place.column, problem.values["lost"]) == (7, 16, "#3")


def test_a_list_that_is_too_long_is_told_at_the_first_entry_too_many(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, changed(SECTION, "[soil-top]", "[a, b, c, d, e, f, g]"))
    assert (problem.code, problem.place.column) == ("CW0209", 31)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("opening: ｜\n  Read\n  on\n", "CW0133", 1),
        ("opening: ＞-\n  Read\n", "CW0133", 1),
        ("opening: ｜－\n  Read: on\n  and on\n", "CW0133", 1),
        ("a:\n  - ｜\n    Read\n", "CW0133", 2),
        ("a:\n  - opening: ｜\n\n      - Read: it\n      - on\n", "CW0133", 2),
        ("a:\n  -text: x\n", "CW0134", 2),
        ("a:\n  -text: x\n   correct: true\n", "CW0134", 2),
        ("a:\n  - text: x\n  -text: y\n", "CW0134", 3),
        ("a:\n  -one\n  -two\n", "CW0134", 2),
        ("a:\n  - one\n  -甲\n", "CW0134", 3),
        ("a:\n  * one\n", "CW0132", 2),
        ("a:\n  - text: x\n  * text: y\n", "CW0132", 3),
        ("a:\n  • one\n", "CW0132", 2),
    ],
)
def test_signs_that_are_nearly_right_are_named(text: str, code: str, line: int) -> None:
    found = read_source("a.yml", text.encode()).problems
    assert (found[0].code, found[0].place.line) == (code, line)


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  ｜\n  -text\n  * x\n  • y\n",
        "a: x ｜\n",
        "a: -5\nb: -x\n",
        "a:\n  -5\n",
        "a: [\n  x, y]\n",
        'a: "｜"\n',
        "a: >-\n  opening: ｜\n",
    ],
)
def test_signs_within_texts_and_numbers_are_what_they_are(text: str) -> None:
    assert read_source("a.yml", text.encode()).problems == []


def test_a_text_that_begins_with_a_hyphen_is_a_text_in_an_entry_with_its_own() -> None:
    file = read_source("a.yml", b"a:\n  - -A\n  - \xe7\x94\xb2\nb: -B\n")
    assert file.problems == []
    assert file.data == {"a": ["-A", "甲"], "b": "-B"}


@pytest.mark.parametrize(
    ("text", "line", "column", "swallowed", "proper"),
    [
        ('a: "x\nb: c\nd: e\n', 1, 4, "", '"x"'),
        ('a: "x\nb: "c"\nd: e\n', 1, 4, 2, '"x"'),
        ("a: 'x\nb: 'c'\nd: 1\n", 1, 4, 2, "'x'"),
        ('a: "x\n\n\n\n\n\n\n\n\n\n\nb: "c"\n', 1, 4, 12, '"x"'),
        ('items:\n  - id: a\n    stem: "What\n    type: x\n  - stem: "Who?"\n', 3, 11, 4, '"What"'),
        ("a:\n  - 'x\n  - y\n", 2, 5, "", "'x'"),
        ("a:\n  - 'x\n  - 'y'\n", 2, 5, 3, "'x'"),
        ('a: "他说“好”\nb: "c"\n', 1, 4, 2, '"他说“好”"'),
        ('a: "x”\nb: "c"\n', 1, 4, 2, '"x"'),
        ('a: ["x, y]\nb: "c"\n', 1, 5, 2, ""),
        ('a: "x\nb: c"\n', 1, 4, 2, '"x"'),
        ('a: "x\n', 1, 4, "", '"x"'),
    ],
)
def test_an_unclosed_quotation_mark_is_told_where_it_opens(
    text: str, line: int, column: int, swallowed: object, proper: str
) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("CW0135", line, column)
    assert (problem.values["line"], problem.values["proper"]) == (swallowed, proper)


def test_a_text_in_quotation_marks_may_go_on_with_what_looks_like_a_key() -> None:
    assert told('a: "x\n  note: y"\nb:\n  - "x\n    note: y"\n') == []


@pytest.mark.parametrize("sign", list("!&*@`%],}"))
@pytest.mark.parametrize("rest", ["[图](picture:x.png)", " 图", "图", '图 "a" \\d'])
def test_a_text_that_begins_with_a_sign_of_yaml_is_to_be_quoted(sign: str, rest: str) -> None:
    (problem,) = read_source("file.yml", f"stem: {sign}{rest}\nb: c\n".encode()).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("CW0128", 1, 7)
    assert yaml.safe_load(problem.values["proper"]) == f"{sign}{rest}"


def test_a_text_in_a_list_is_quoted_alone() -> None:
    (problem,) = read_source("file.yml", "l: [@图, b]\n".encode()).problems
    assert (problem.code, problem.values["proper"]) == ("CW0128", '"@图"')


def test_what_is_used_as_an_anchor_or_a_tag_is_told_as_such() -> None:
    assert told("a: &x b\nc: *x\n") == ["CW0108", "CW0108"]
    assert told("a: !!str b\n") == ["CW0112"]
    assert told("a: b\n<<: *x\n") == ["CW0108"]
    assert told("a: &x\n  b: c\n") == ["CW0108"]


@pytest.mark.parametrize(
    ("text", "found", "proper"),
    [
        ("＃ a note\na: b\n", "＃", "#"),
        ("﹟ a note\na: b\n", "﹟", "#"),
        ("－－－\na: b\n", "－－－", "---"),
        ("———\na: b\n", "———", "---"),
    ],
)
def test_a_sign_that_looks_like_one_of_yaml_is_named(text: str, found: str, proper: str) -> None:
    (problem,) = read_source("file.yml", text.encode()).problems
    assert (problem.code, problem.values) == ("CW0136", {"found": found, "proper": proper})


@pytest.mark.parametrize("hyphen", list("－—–−‐‑⸺―─﹘﹣⁃•●▪·・"))
@pytest.mark.parametrize("text", ["l:\n  {} a\n", "l:\n{} a\n{} b\n", "l:\n  {} id: x\n    t: y\n"])
def test_a_sign_like_a_hyphen_begins_no_entry(hyphen: str, text: str) -> None:
    problem = read_source("file.yml", text.replace("{}", hyphen).encode()).problems[-1]
    assert (problem.code, problem.place.line, problem.values["found"]) == ("CW0132", 2, hyphen)


@pytest.mark.parametrize("char", list("\u2060\u200d\u3164\xad\u200e\u180e"))
@pytest.mark.parametrize("text", ["{}a: b\n", "a{}: b\n"])
def test_a_key_has_nothing_that_is_not_seen(char: str, text: str) -> None:
    assert told(text.replace("{}", char)) == ["CW0115"]


@pytest.mark.parametrize("end", ["；", "。", "，", ",", "、"])
@pytest.mark.parametrize("value", ["[soil]", '"soil"', "'soil'"])
def test_nothing_follows_a_list_or_a_quoted_text(value: str, end: str) -> None:
    (problem,) = read_source("file.yml", f"a: {value}{end}\nb: c\n".encode()).problems
    assert (problem.code, problem.values) == ("CW0137", {"found": end, "proper": value})


@pytest.mark.parametrize(
    "written",
    [
        *(f"soil{comma}layers" for comma in "，、﹐﹑､；﹔"),
        *("［soil, layers］", "﹝soil，layers﹞", "｛soil，layers｝", "{soil, layers}", "〖soil layers〗"),
        "\n  1. soil\n  2. layers",
        "\n  ① soil\n  ② layers",
        "\n  一、soil\n  二、layers",
        "\n  ★ soil\n  ★ layers",
    ],
)
def test_a_list_that_is_written_otherwise_is_shown_as_one(tmp_path: Path, written: str) -> None:
    (problem,) = problems_of(tmp_path, changed(C, "[soil]", written))
    assert (problem.code, problem.values["proper"]) == ("CW0202", "[soil, layers]")


@pytest.mark.parametrize("sign", "－—•")
@pytest.mark.parametrize("last", ["", "    weight: 1\n"])
def test_a_wrong_hyphen_that_stops_the_parser_is_told_once(sign: str, last: str) -> None:
    text = f"duties:\n  {sign} text: Digs\n{last}  - text: Rakes\n"
    assert told(text) == ["CW0132"]


@pytest.mark.parametrize("indent", ["\u3000\u3000", "\u3000", "\u3000\u3000\u3000\u3000"])
def test_what_follows_a_wide_indent_is_not_out_of_place(indent: str) -> None:
    text = f"items:\n  - id: a\n    type: b\n{indent}level: c\n    stem: d\n"
    assert told(text) == ["CW0122"]


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ("-text: |\n      b", "CW0134"),
        ("－ text: |\n      b", "CW0132"),
        ("-\u00a0text: b", "CW0122"),
        ("-\u3000text: |\n      b", "CW0122"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_hyphen_or_space_that_is_none_is_told_once(slip: str, code: str, first: bool) -> None:
    entries = [slip, "- text: c"] if first else ["- text: c", slip]
    text = "a:\n" + "".join(f"  {entry}\n" for entry in [*entries, "- text: |\n      d"])
    assert told(text) == [code]


def test_an_entry_behind_a_text_of_several_lines_needs_its_space() -> None:
    assert told("a:\n  - text: |\n      b\n  -text: c\n") == ["CW0134"]


@pytest.mark.parametrize(
    ("written", "column", "word"),
    [
        (r'"路径 C:\Users\new 对吗？"', 10, "two backslashes"),
        (r'"a\d"', 6, "two backslashes"),
        (r'"\xZZ"', 5, "two backslashes"),
        (r'"\u12"', 5, "two backslashes"),
        (r'["a", "b \d"]', 13, "two backslashes"),
        ('"a \\d\n  on"', 7, "two backslashes"),
        (r'"a\ud800b"', 6, "the character itself"),
        (r'"\ud83d\ude00"', 5, "the character itself"),
        (r'"\UFFFFFFFF"', 5, "the character itself"),
    ],
)
def test_a_backslash_that_begins_no_code_is_told_where_it_stands(
    written: str, column: int, word: str
) -> None:
    (problem,) = read_source("a.yml", f"a: {written}\nb: c\n".encode()).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("CW0101", 1, column)
    assert "backslash" in problem.message(ENGLISH)
    assert word in problem.hints(ENGLISH)[0]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        (r'"a \d', r'close it with the same sign: "a \d"'),
        ('"a \\d\nc: "d"', r'close it with the same sign: "a \d"'),
        (r'"C:\"', r"between single ones a backslash is itself: 'C:\'"),
        ('"C:\\" # the disk\nc: "d"', r"between single ones a backslash is itself: 'C:\'"),
        ('"C:\\', "quotation marks inside a text are best written as “ and ”"),
    ],
)
def test_a_text_with_a_backslash_that_is_not_closed_is_told_so(written: str, hint: str) -> None:
    (problem,) = read_source("a.yml", f"a: {written}\nb: c\n".encode()).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("CW0135", 1, 4)
    told = [each for each in problem.hints(ENGLISH) if "line 2" not in each]
    assert hint in told[0]
