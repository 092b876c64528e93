"""Bytes → plain data: encodings, and what YAML may not do here."""

from pathlib import Path

import pytest

from coursewright.load.source_file import DEEPEST, MOST_BYTES, SourceFile, read_source
from trees import COURSE, ENGLISH, report, site_of

COURSE_YML = "content/course.yml"

TEXT = COURSE[COURSE_YML]


def read(text: str | bytes) -> SourceFile:
    return read_source("file.yml", text.encode() if isinstance(text, str) else text)


def found(text: str | bytes) -> list[str]:
    """Each problem as `CW0101 line:column`."""
    return [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in read(text).problems]


def test_only_true_false_null_and_numbers_are_not_text() -> None:
    document = read("a: true\nb: false\nc: null\nd: ~\ne:\nf: 12\ng: -3\nh: 1.5\ni: 1e3\nj: 0\n")
    assert document.problems == []
    assert document.data == {
        "a": True,
        "b": False,
        "c": None,
        "d": None,
        "e": None,
        "f": 12,
        "g": -3,
        "h": 1.5,
        "i": 1000.0,
        "j": 0,
    }


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "NO",
        "True",
        "NULL",
        "12:30",
        "1:30:00",
        "0777",
        "0o17",
        "0x1F",
        "1_000",
        "2026-01-31",
        ".inf",
        ".nan",
        "=",
        "+",
        "1.",
        ".5",
        "1e",
        "٣",
    ],
)
def test_what_yaml_1_1_would_change_stays_text(word: str) -> None:
    assert read(f"a: {word}\n").data == {"a": word}


@pytest.mark.parametrize("text", ['"5"', "'5'", "|-\n  5", ">-\n  5"])
def test_quoted_and_block_numbers_are_text(text: str) -> None:
    assert read(f"a: {text}\n").data == {"a": "5"}


def test_keys_are_always_text() -> None:
    assert read("1: a\ntrue: b\nnull: c\n").data == {"1": "a", "true": "b", "null": "c"}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert read("<<: {a: b}\n").data == {"<<": {"a": "b"}}


def test_a_number_too_long_to_be_one_is_text() -> None:
    assert read("a: " + "9" * 5000).data == {"a": "9" * 5000}


def test_a_byte_order_mark_is_accepted_and_not_counted(tmp_path: Path) -> None:
    assert site_of(tmp_path, {COURSE_YML: b"\xef\xbb\xbf" + TEXT.encode()}).course.id == "gardening"
    assert found(b"\xef\xbb\xbfa: b\na: c\n") == ["CW0113 2:1"]
    assert found(b"\xef\xbb\xbfa: {b: *c}\n") == ["CW0128 1:8"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_utf_16_is_told_from_its_mark(encoding: str) -> None:
    document = read(TEXT.encode(encoding))
    assert [problem.code for problem in document.problems] == ["CW0102"]


def test_broken_utf_8_is_told_by_line_and_column() -> None:
    assert found("标题: 好\n名: 一二".encode() + b"\xff\n") == ["CW0103 2:6"]
    assert found(b"\xff") == ["CW0103 1:1"]
    assert found(b"\xef\xbb\xbfa: \xff") == ["CW0103 1:4"]
    assert found("标题".encode()[:-1]) == ["CW0103 1:2"]


def test_gbk_is_told_with_the_byte(tmp_path: Path) -> None:
    assert (
        report(tmp_path, {COURSE_YML: TEXT.replace("Gardening", "园艺").encode("gbk")})
        == """\
error[CW0103]: the file is not UTF-8: byte 0xD2 is out of place
 --> content/course.yml:2:9
  = hint: save it again as UTF-8; older editors offer GBK or ANSI by default
"""
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_count_as_lines(end: str) -> None:
    document = read(f"a: b{end}c:{end}  - d{end}  - e{end}")
    assert document.data == {"a": "b", "c": ["d", "e"]}
    place = document.place(("c", 1))
    assert (place.line, place.column, place.source) == (4, 5, "  - e")


def test_unusual_line_separators_do_not_shift_the_lines_an_editor_shows() -> None:
    assert found('a: "b\u2028c"\nd: *e\n') in (["CW0108 2:4"], ["CW0115 1:6"])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ["CW0109 1:1"]),
        ("\n\n# a comment\n", ["CW0109 1:1"]),
        ("a: b\n---\nc: d\n", ["CW0110 2:1"]),
        ("---\na: b\n...\n---\nc: d\n", ["CW0110 4:1"]),
        ("a: &x 1\n", ["CW0128 1:4"]),
        ("a: *x\n", ["CW0128 1:4"]),
        ("&x a: 1\n", ["CW0108 1:1"]),
        ("a: &x 1\nb: &y 2\nc: *x\n", ["CW0108 1:4", "CW0128 2:4", "CW0108 3:4"]),
        ("a: &x [1, 2]\nb: *x\n", ["CW0108 1:4", "CW0108 2:4"]),
        ("a: &x {b: 1}\nc: d\n", ["CW0108 1:4"]),
        ("- &x {b: 1}\n- &y [2]\n- c\n", ["CW0108 1:3", "CW0108 2:3"]),
        ("a: !!python/object:os.system b\n", ["CW0112 1:4"]),
        ("a: !own b\n", ["CW0128 1:4"]),
        ("a: !!own b\n", ["CW0112 1:4"]),
        ("!own\na: b\n", ["CW0112 1:1"]),
        ("a: !own [b]\n", ["CW0112 1:4"]),
        ("!own a: b\n", ["CW0112 1:1"]),
        ("a: 1\nb: 2\na: 3\n", ["CW0113 3:1"]),
        ("a: {b: 1, b: 2}\n", ["CW0113 1:11"]),
        ("[a, b]: c\n", ["CW0114 1:1"]),
        ("{a: b}: c\n", ["CW0114 1:1"]),
        ("a:\n\t- b\n", ["CW0104 2:1"]),
        ("a:\n  b: c\n\td: e\n", ["CW0104 3:1"]),
        ("a: b\x07c\n", ["CW0115 1:5"]),
        ("a: b\x00c\n", ["CW0115 1:5"]),
        ("好: 好\x7f\n", ["CW0115 1:5"]),
        ("a: b: c\n", ["CW0128 1:4"]),
        ("a: [b\n", ["CW0101 1:4"]),
        ("a: @b\n", ["CW0128 1:4"]),
        ("%YAML 9.9\n---\na: b\n", ["CW0101 1:1"]),
    ],
)
def test_what_the_language_does_not_have(text: str, places: list[str]) -> None:
    assert found(text) == places


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_was_opened() -> None:
    assert found('a: b\nc: "d\ne: f\n') == ["CW0135 2:4"]


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    codes = {problem.code for problem in read("\n".join(lines)).problems}
    assert codes == {"CW0108"}


@pytest.mark.parametrize("pair", ["[]", "{}"])
def test_nesting_has_an_end(pair: str) -> None:
    opening = "[" if pair == "[]" else "{a: "
    closing = pair[1]
    fine, deep = DEEPEST - 1, 100_000
    assert found(f"a: {opening * fine}b{closing * fine}\n") == []
    assert [place.split()[0] for place in found(f"a: {opening * deep}b{closing * deep}\n")] == ["CW0111"]


def test_nesting_by_indentation_has_an_end() -> None:
    assert [place.split()[0] for place in found("".join("  " * depth + "a:\n" for depth in range(200)))] == [
        "CW0111"
    ]


def test_a_file_of_ten_megabytes_is_refused_unread(tmp_path: Path) -> None:
    big = TEXT.encode() + b"#" * (10 * 1024 * 1024 - len(TEXT))
    assert (
        report(tmp_path, {COURSE_YML: big})
        == """\
error[CW0107]: the file is too large: 10.0 MiB, at most 4
 --> content/course.yml:1:1
  = hint: split it; an item bank may have any number of files
"""
    )


def test_a_file_just_small_enough_is_read() -> None:
    assert found(b"a: b\n#".ljust(MOST_BYTES, b"x")) == []


def test_a_long_line_is_cut_around_its_caret(tmp_path: Path) -> None:
    line = f"chapters: [{'x' * 500}, *y]"
    text = report(tmp_path, {COURSE_YML: TEXT.replace("chapters: [soil]", line)})
    assert max(map(len, text.splitlines())) < 160
    assert text.splitlines()[4].rstrip() == "  | " + " " * 60 + "^^"


@pytest.mark.parametrize("escape", [r"\x7f", r"\x93", r"\\\x0c", r"\uFFFE", r"\u202E"])
def test_a_character_that_no_text_may_have_is_told_where_it_is_escaped(escape: str) -> None:
    assert found(f'a: b\nc: ["x", "y{escape}z"]\n') == ["CW0115 2:10"]
    assert found(f'a: b\n"y{escape}z": c\n') == ["CW0115 2:1"]


@pytest.mark.parametrize("escape", [f"\\{letter}" for letter in "0abvfreNLP"])
def test_an_escape_that_was_meant_as_a_backslash_is_named(escape: str) -> None:
    assert found(f'a: b\nc: ["x", "y{escape}z"]\n') == ["CW0139 2:10"]
    assert found(f'a: b\n"y{escape}z": c\n') == ["CW0139 2:1"]
    (problem,) = read(f'a: "one\n  two {escape}z"').problems
    assert problem.hints(ENGLISH)[0] == f"if a backslash is meant, write two of them: \\{escape}"
    assert found(f"a: 'y{escape}z'\nb: \"y\\{escape}z\"\nc: y{escape}z\n") == []


def test_a_quotation_mark_of_windows_is_offered() -> None:
    (problem,) = read(r'a: "Wheels \x93one"').problems
    assert problem.hints(ENGLISH)[0] == "did you mean ““”?"


@pytest.mark.parametrize("escape", [r"\u200B", r"\uFEFF\t", r"\u3164", r" \xAD "])
def test_a_text_in_which_nothing_can_be_seen_is_empty(escape: str) -> None:
    assert found(f'a: "{escape}"\n') == ["CW0205 1:4"]


def test_a_text_may_turn_its_direction_and_turn_back() -> None:
    text = "שלום \u2067abc\u2069"
    assert read(f"a: {text}\n").data == {"a": text}
    assert found("a: שלום \u2067abc\n") == ["CW0115 1:4"]
