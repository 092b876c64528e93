"""Bytes → positioned data: what YAML may not do here, and where each value stands."""

import os
from pathlib import Path

import pytest

from coursewright.load import load_tree
from coursewright.load.source_file import DEEPEST, MOST_BYTES, SourceFile, read_source
from trees import CHAPTER, COURSE, SECTION, brief, changed, problems_of, report, site_of, write_course

COURSE_YML = "content/course.yml"
TEXT = COURSE[COURSE_YML]


def read(text: str | bytes) -> SourceFile:
    return read_source("file.yml", text.encode() if isinstance(text, str) else text)


def found(text: str | bytes) -> list[str]:
    """Each problem as `CW0101 line:column`."""
    return [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in read(text).problems]


# plain data


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


# encodings and line ends


def test_a_byte_order_mark_is_accepted_and_not_counted(tmp_path: Path) -> None:
    assert site_of(tmp_path, {COURSE_YML: b"\xef\xbb\xbf" + TEXT.encode()}).course.id == "gardening"
    assert found(b"\xef\xbb\xbfa: b\na: c\n") == ["CW0113 2:1"]
    assert found(b"\xef\xbb\xbfa: {b: *c}\n") == ["CW0108 1:8"]


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


# refused


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ["CW0109 1:1"]),
        ("\n\n# a comment\n", ["CW0109 1:1"]),
        ("a: b\n---\nc: d\n", ["CW0110 2:1"]),
        ("---\na: b\n...\n---\nc: d\n", ["CW0110 4:1"]),
        ("a: &x 1\n", ["CW0108 1:4"]),
        ("a: *x\n", ["CW0108 1:4"]),
        ("&x a: 1\n", ["CW0108 1:1"]),
        ("a: &x 1\nb: &y 2\nc: *x\n", ["CW0108 1:4", "CW0108 2:4", "CW0108 3:4"]),
        ("a: &x [1, 2]\nb: *x\n", ["CW0108 1:4", "CW0108 2:4"]),
        ("a: &x {b: 1}\nc: d\n", ["CW0108 1:4"]),
        ("- &x {b: 1}\n- &y [2]\n- c\n", ["CW0108 1:3", "CW0108 2:3"]),
        ("a: !!python/object:os.system b\n", ["CW0112 1:4"]),
        ("a: !own b\n", ["CW0112 1:4"]),
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
        ("a: b: c\n", ["CW0101 1:5"]),
        ("a: [b\n", ["CW0101 1:4"]),
        ("a: @b\n", ["CW0101 1:4"]),
        ("%YAML 9.9\n---\na: b\n", ["CW0101 1:1"]),
    ],
)
def test_what_the_language_does_not_have(text: str, places: list[str]) -> None:
    assert found(text) == places


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_was_opened() -> None:
    assert found('a: b\nc: "d\ne: f\n') == ["CW0101 2:4"]


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
    line = f"owner: {'x' * 500} : y"
    text = report(tmp_path, {COURSE_YML: TEXT.replace("owner: The allotment", line)})
    assert max(map(len, text.splitlines())) < 160
    assert text.splitlines()[4].rstrip() == "  | " + " " * 60 + "^"


# positions


NESTED = """\
title: 标题
objectives:
  - id: one
    text: "在引号里"
  - id: two
    text: |
      第一行
      第二行
flow: {a: [1, 二], b: x}
"""


@pytest.mark.parametrize(
    ("path", "line", "column", "width"),
    [
        (("title",), 1, 8, 2),
        (("objectives", 0), 3, 5, 1),
        (("objectives", 0, "text"), 4, 11, 6),
        (("objectives", 1, "id"), 5, 9, 3),
        (("objectives", 1, "text"), 6, 11, 1),
        (("flow", "a", 1), 9, 15, 1),
        (("flow", "b"), 9, 22, 1),
        (("objectives", 1, "missing"), 5, 5, 1),
        (("objectives", 7), 3, 3, 1),
        (("nothing", "at", "all"), 1, 1, 1),
        ((), 1, 1, 1),
    ],
)
def test_the_place_of_a_value(path: tuple[str | int, ...], line: int, column: int, width: int) -> None:
    place = read(NESTED).place(path)
    assert (place.line, place.column, place.width) == (line, column, width)


@pytest.mark.parametrize(
    ("path", "line", "column", "width"),
    [
        (("title",), 1, 1, 5),
        (("objectives", 1, "text"), 6, 5, 4),
        (("flow", "b"), 9, 19, 1),
        (("objectives", 1, "missing"), 5, 5, 1),
        (("nothing", "here"), 1, 1, 1),
    ],
)
def test_the_place_of_a_key(path: tuple[str | int, ...], line: int, column: int, width: int) -> None:
    place = read(NESTED).place(path, key=True)
    assert (place.line, place.column, place.width) == (line, column, width)


def test_the_place_of_words_inside_a_block() -> None:
    document = read(NESTED)
    place = document.place_of(("objectives", 1, "text"), "二行")
    assert (place.line, place.column, place.width, place.source) == (8, 8, 2, "      第二行")
    assert document.place_of(("title",), "not there").line == 1


# the folder


def places(root: Path, files: dict[str, str | bytes | None]) -> list[str]:
    return brief(problems_of(root, files))


def test_files_that_nothing_reads_are_told(tmp_path: Path) -> None:
    stray: dict[str, str | bytes | None] = {
        "content/extra.yml": "a: b",
        "content/chapters/soil/deep/x.yml": "a: b",
        "content/guides/x.txt": "hello",
        "content/guids/x.yml": "a: b",
        "quizzes/x.yml": "a: b",
    }
    assert places(tmp_path, stray) == sorted(f"CW0105 {file}:1:1" for file in stray)


@pytest.mark.parametrize(
    "name", ["Start.yml", "start.yaml", "start.YML", "a_b.yml", "a b.yml", "-a.yml", "开始.yml", "a--b.yml"]
)
def test_file_names_are_ids(tmp_path: Path, name: str) -> None:
    assert places(tmp_path, {f"content/guides/{name}": "a: b"}) == [f"CW0118 content/guides/{name}:1:1"]


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.yml",
        "start.yml~",
        ".start.yml.swp",
        "Thumbs.db",
        "desktop.ini",
        "README.md",
        ".git/config",
        "__pycache__/x.pyc",
    ],
)
def test_files_of_editors_and_systems_are_passed_over(tmp_path: Path, name: str) -> None:
    assert places(tmp_path, {f"content/guides/{name}": b"\x00"}) == []


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text("title: secret\n")
    root = write_course(tmp_path / "course")
    (root / "content/guides/link.yml").symlink_to(outside / "secret.yml")
    (root / "content/toolkits/linked").symlink_to(outside)
    (root / "quizzes/bank/broken.yml").symlink_to(tmp_path / "nowhere")
    (root / "content/guides/loop").symlink_to(root / "content")
    expected = [
        "content/guides/link.yml",
        "content/guides/loop",
        "content/toolkits/linked",
        "quizzes/bank/broken.yml",
    ]
    assert brief(problems_of(root)) == [f"CW0106 {file}:1:1" for file in expected]


def test_the_lock_that_emacs_puts_beside_an_open_file_is_passed_over(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / "content/guides/.#start.yml").symlink_to("ann@machine.4711:1700000000")
    assert brief(problems_of(root)) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / SECTION).chmod(0)
    assert "CW0117 content/chapters/soil/layers.yml:1:1" in brief(problems_of(root))


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    tree = load_tree(write_course(tmp_path, {COURSE_YML: "a: [", CHAPTER: b"\xff", SECTION: ""}))
    codes = {
        file: [problem.code for problem in document.problems]
        for file, document in tree.files.items()
        if document.problems
    }
    assert codes == {CHAPTER: ["CW0103"], SECTION: ["CW0109"], COURSE_YML: ["CW0101"]}


def test_a_large_override_is_taken_whole(tmp_path: Path) -> None:
    size = 17 * 1024 * 1024
    tree = load_tree(write_course(tmp_path, {"site_overrides/assets/film.bin": b"\0" * size}))
    assert tree.problems or len(tree.overrides["assets/film.bin"]) == size


def test_no_course_is_one_problem(tmp_path: Path) -> None:
    assert (
        report(tmp_path, {"mkdocs.yml": None}).splitlines()[0]
        == "error[CW0601]: there is no course here: mkdocs.yml does not exist"
    )


# the shape of a file


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
  = hint: known keys here: id, title, sentence, language, date, owner, chapters
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
        ("owner: The allotment", "owner:", "expected text, found nothing", None),
        ("owner: The allotment", "owner: [a]", "expected text, found a list", None),
        ("owner: The allotment", "owner: {a: b}", "expected text, found a mapping", None),
        ("chapters: [soil]", "chapters: soil", "expected a list, found text", None),
        ("chapters: [soil]", "chapters: {a: b}", "expected a list, found a mapping", None),
    ],
)
def test_a_wrong_type_says_what_was_found(
    tmp_path: Path, old: str, new: str, first: str, hint: str | None
) -> None:
    lines = report(tmp_path, changed(COURSE_YML, old, new)).splitlines()
    assert lines[0] == f"error[CW0202]: {first}"
    assert [line for line in lines if "hint" in line] == ([f"  = hint: {hint}"] if hint else [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [("- a\n", "a list"), ("hello\n", "text"), ("5\n", "a whole number"), ("---\n", "nothing")],
)
def test_a_file_that_is_no_mapping(tmp_path: Path, text: str, kind: str) -> None:
    assert (
        report(tmp_path, {COURSE_YML: text}).splitlines()[0]
        == f"error[CW0202]: expected a mapping, found {kind}"
    )
