"""Pictures and attachments: found, checked, published with what uses them, and shown."""

import struct
from pathlib import Path

import pytest

from coursewright.compiler import check_course
from coursewright.model.medium import MOST_OF_A_FILE, Medium
from coursewright.validate.media import LONG_TO_WAIT, medium
from pictures import png
from trees import (
    BANK,
    COURSE,
    ENGLISH,
    GUIDE,
    ROLE,
    SECTION,
    Files,
    brief,
    changed,
    compiled,
    problems_of,
    site_of,
    with_quiz_of,
    write_course,
)

PLAN = "content/media/plan.png"
FORM = "content/media/申请表.xlsx"
LOSSLESS = (29 | 19 << 14).to_bytes(4, "little")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9"/></svg>'

GIF = b"GIF89a" + struct.pack("<HH", 7, 5) + b"\0\0\0," + b"\0" * 9 + b"\2\2D\1\0;"
JPEG = (
    b"\xff\xd8\xff\xc0\0\x11\x08" + struct.pack(">HH", 5, 7) + b"\3" + b"\0" * 9 + b"\xff\xda\0\2\0\xff\xd9"
)


def shown(words: str = "![A plan of the beds](picture:plan.png)", **files: bytes) -> Files:
    return {PLAN: png(30, 20), **noted(words), **files}


def noted(words: str) -> Files:
    """A section that says this in a note."""
    return changed(SECTION, "Humus is dark.", f'"{words}"')


def page(root: Path, files: Files) -> str:
    return compiled(root, files)["docs/learn/soil/layers.md"].decode()


def test_a_picture_is_shown_in_its_size_with_its_words(tmp_path: Path) -> None:
    tree = compiled(tmp_path, shown("![A “plan” & <b>more</b>](picture:plan.png)".replace('"', "'")))
    assert (
        '<img class="cw-shown" src="site:/media/plan.png" alt="A “plan” &amp; &lt;b&gt;more&lt;/b&gt;" '
        'width="30" height="20" loading="lazy">'
    ) in tree["docs/learn/soil/layers.md"].decode()
    assert tree["docs/media/plan.png"] == png(30, 20)


def test_an_attachment_says_its_kind_and_size_in_the_link(tmp_path: Path) -> None:
    html = page(tmp_path, {FORM: b"x" * 3000, **noted("[The *form*](attachment:申请表.xlsx) to fill")})
    assert (
        '<a href="site:/media/%E7%94%B3%E8%AF%B7%E8%A1%A8.xlsx" download>The <em>form</em> '
        '<span class="cw-m">(XLSX, 3 KB)</span></a> to fill'
    ) in html


def test_only_the_link_to_an_attachment_has_a_size(tmp_path: Path) -> None:
    words = "[a](attachment:申请表.xlsx), [b](term:loam), [c](https://x.y/)"
    html = page(tmp_path, {FORM: b"x" * 2_000_000, **noted(words)})
    assert 'a <span class="cw-m">(XLSX, 1.9 MB)</span></a>, <a href="' in html
    assert html.count("(XLSX") == 1
    assert html.count(" download>") == 1


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        ("![](picture:plan.png)", "CW0510", "say between the square brackets"),
        ("![plan.png](picture:plan.png)", "CW0510", None),
        ("![ … ](picture:plan.png)", "CW0510", None),
        *(
            (f"![{words}](picture:plan.png)", "CW0517", None)
            for words in (
                "图片",
                "图 1",
                "图片（二）",
                "Image",
                "a picture",
                "Figure 3:",
                "IMG_0001",
                "0001",
                "plan",
                "Plan.PNG",
                "截图2024-01-01",
                "屏幕截图",
                "画像",
            )
        ),
        ("![图书馆平面图](picture:plan.png)", None, None),
        ("![Picture of the beds](picture:plan.png)", None, None),
        ("![A](image:plan.png)", "CW0503", "![…](picture:plan.png)"),
        ("![A](file:plan.png)", "CW0503", "![…](picture:plan.png)"),
        ("![A](attachment:plan.png)", "CW0503", "![…](picture:plan.png)"),
        ("![A](file:form.pdf)", "CW0503", "[…](attachment:form.pdf)"),
        ("[A](file:form.pdf)", "CW0501", "[…](attachment:form.pdf)"),
        ("[A](files/form.xlsx)", "CW0501", "[…](attachment:form.xlsx)"),
        ("[A](附件:form.docx)", "CW0501", "[…](attachment:form.docx)"),
        ("[A](picture:plan.png)", "CW0501", "![…](picture:plan.png)"),
        ("[A](atachment:plan.png)", "CW0501", "![…](picture:plan.png)"),
        ("![A plan](picture:paln.png)", "CW0301", "did you mean “plan.png”?"),
        ("[A plan](attachment:paln.png)", "CW0301", "did you mean “plan.png”?"),
        ("![A plan](attachment:plan.png)", "CW0503", None),
        ("![A plan](media/plan.png)", "CW0503", "![…](picture:plan.png)"),
        ("![A plan](../../media/plan.png)", "CW0503", "![…](picture:plan.png)"),
        ("![A plan](https://x.y/plan.png)", "CW0503", "![…](picture:plan.png)"),
        ("![A plan](picture:plan.png)", None, None),
        ("[A plan](attachment:plan.png)", None, None),
    ],
)
def test_a_picture_has_words_and_is_there(
    tmp_path: Path, words: str, code: str | None, hint: str | None
) -> None:
    found = [problem for problem in problems_of(tmp_path, shown(words)) if problem.code != "CW0515"]
    assert [problem.code for problem in found] == ([code] if code else [])
    assert hint is None or any(hint in each for each in found[0].hints(ENGLISH))


def test_a_file_that_is_no_picture_can_only_be_attached(tmp_path: Path) -> None:
    files = {FORM: b"x", **shown("![A](picture:申请表.xlsx) [B](attachment:plan.png)")}
    (problem,) = problems_of(tmp_path, files)
    assert (problem.code, problem.values["id"]) == ("CW0301", "申请表.xlsx")


def test_a_job_description_prints_no_pictures(tmp_path: Path) -> None:
    files = {**shown(), **changed(ROLE, "purpose: ", "purpose: See ![A plan](picture:plan.png), ")}
    assert [problem.code for problem in problems_of(tmp_path, files)] == ["CW0503"]


# what is published


def test_what_no_text_uses_is_told_and_not_published(tmp_path: Path) -> None:
    files = {PLAN: png(3, 2), FORM: b"x"}
    problems = problems_of(tmp_path / "a", files)
    assert brief(problems) == [f"CW0515 {PLAN}:1:1", f"CW0515 {FORM}:1:1"]
    assert problems[0].hints(ENGLISH) == ["show it: ![…](picture:plan.png)"]
    assert problems[1].hints(ENGLISH) == ["link to it: […](attachment:申请表.xlsx)"]
    assert site_of(tmp_path / "b", files).media == {}


def test_a_picture_of_an_exam_item_alone_is_not_published(tmp_path: Path) -> None:
    secret = COURSE[BANK].split("  - id: soil-secret")[1]
    stem = next(line for line in secret.splitlines() if "stem:" in line)
    files: Files = {
        PLAN: png(3, 2),
        BANK: COURSE[BANK].replace(stem, '    stem: "![A plan](picture:plan.png)"'),
    }
    root = write_course(tmp_path, files)
    checked = check_course(root)
    assert checked.warnings == []
    assert checked.site.media == {}
    assert not [path for path in compiled(tmp_path / "b", files) if "media/" in path]


def test_a_picture_in_a_question_is_published(tmp_path: Path) -> None:
    bank = COURSE[BANK].replace("text: Rock", 'text: "![A rock](picture:plan.png)"')
    assert bank != COURSE[BANK]
    tree = compiled(tmp_path, {PLAN: png(3, 2), **with_quiz_of("soil-top, soil-dark, soil-which", bank)})
    assert "docs/media/plan.png" in tree


# files


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.png", png(30, 20), (30, 20)),
        ("a.PNG", png(30, 20), (30, 20)),
        ("a.gif", GIF, (7, 5)),
        ("a.jpg", JPEG, (7, 5)),
        ("a.svg", SVG, (40, 20)),
        ("a.svg", b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>' + SVG, (40, 20)),
        ("a.svg", SVG.replace(b"viewBox", b'width="80.4" height="40" viewBox'), (80, 40)),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x1d\0\0\x13\0\0" + b"\0" * 9, (30, 20)),
        (
            "a.webp",
            b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (29 | 19 << 14).to_bytes(4, "little") + b"\0" * 9,
            (30, 20),
        ),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + struct.pack("<HH", 30, 20) + b"\0" * 9, (30, 20)),
        ("a.pdf", b"%PDF", (0, 0)),
    ],
)
def test_the_size_that_a_picture_says_it_has(name: str, content: bytes, size: tuple[int, int]) -> None:
    found, problems = medium(name, content)
    assert problems == []
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b"not a picture"),
        ("a.png", png(30, 20)[:20]),
        ("a.webp", b"RIFF\0\0\0\0WEBPxxxx"),
        ("a.jpg", b"\xff\xd8\xff"),
        ("a.svg", b"<svg xmlns='x'></svg>"),
        ("a.svg", SVG.replace(b"<path", b"<script>alert(1)</script><path")),
        ("a.svg", SVG.replace(b"<path", b"<path onload='x()'")),
        ("a.svg", SVG.replace(b"<path", b"<image href='https://x.y/a.png'/><path")),
        ("a.svg", SVG.replace(b"<path", b"<a xlink:href='javascript:x'/><path")),
        *(("cut.png", png(30, 20)[:end]) for end in (60, -1, -12)),
        ("changed.png", png(30, 20).replace(b"IDAT", b"IDAU")),
        *(("cut.gif", GIF[:end]) for end in (12, 13, -1)),
        ("cut.jpg", JPEG[:-2]),
        ("cut.webp", b"RIFF\x99\0\0\0WEBPVP8X" + b"\0" * 30),
        ("a.svg", SVG.replace(b"</svg>", b"")),
        ("a.svg", SVG.replace(b"/></svg>", b"></svg>")),
        ("a.svg", SVG.replace(b"<path", b"<x:path")),
        ("a.svg", b'<?xml version="1.0" encoding="nobody"?>' + SVG),
        ("a.svg", SVG.replace(b"<path", b"<text>A & B</text><path")),
        ("page.html", b"<p>"),
        ("run.exe", b"MZ"),
        ("notes.md", b"# x"),
        ("empty.pdf", b""),
    ],
)
def test_what_cannot_be_published_is_refused(name: str, content: bytes) -> None:
    _, problems = medium(name, content)
    assert [problem.code for problem in problems] == ["CW0511"]
    assert str(problems[0].values["reason"]) != ""


@pytest.mark.parametrize(
    ("name", "content", "codes"),
    [
        ("a.png", png(30, 20) + b"\0" * LONG_TO_WAIT, ["CW0513"]),
        ("a.png", png(3001, 20), ["CW0513"]),
        ("a.png", png(30, 20) + b"\0" * 2**21, ["CW0512"]),
        ("a.zip", b"\0" * 2**21, []),
        ("a.zip", b"\0" * (MOST_OF_A_FILE + 1), ["CW0512"]),
    ],
)
def test_what_takes_long_is_told(name: str, content: bytes, codes: list[str]) -> None:
    assert [problem.code for problem in medium(name, content)[1]] == codes


@pytest.mark.parametrize(
    ("path", "code", "near"),
    [
        ("content/media/my plan.png", "CW0514", "my-plan.png"),
        ("content/media/计划（一）.png", "CW0514", "计划-一-.png"),
        ("content/media/plan", "CW0514", "plan"),
        ("content/media/sub/plan.png", "CW0105", "content/media/plan.png"),
        ("content/plan.png", "CW0105", None),
        ("content/media/.DS_Store", None, None),
    ],
)
def test_a_name_that_can_stand_in_a_link(
    tmp_path: Path, path: str, code: str | None, near: str | None
) -> None:
    problems = problems_of(tmp_path, {path: png(3, 2)})
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert near is None or str(problems[0].values["near"]) == near


def test_a_guide_may_show_one_too(tmp_path: Path) -> None:
    files: Files = {PLAN: png(3, 2), **changed(GUIDE, "Read", "![A plan](picture:plan.png) Read")}
    assert isinstance(site_of(tmp_path, files).media["plan.png"], Medium)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a text", "CW0511"),
        (b"", "CW0511"),
        (png(30, 20)[:60], "CW0511"),
        (SVG[:-3], "CW0511"),
        (png(30, 20), None),
        (SVG, None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"\0\0\1\0\1\0", None),
    ],
)
@pytest.mark.parametrize("key", ["logo", "favicon"])
def test_the_logo_of_a_site_is_a_picture(tmp_path: Path, key: str, content: bytes, code: str | None) -> None:
    files: Files = {
        "site_overrides/assets/own.png": content,
        **changed("mkdocs.yml", "material", f"material\n  {key}: assets/own.png"),
    }
    assert [problem.code for problem in problems_of(tmp_path, files)] == ([code] if code else [])
