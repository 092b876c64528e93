"""`new`: a course with a title, an id and an address of its own, and parts of one in their places."""

import re
from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.compiler import check_course
from coursewright.model.items.bank import ITEM_TYPES
from coursewright.starter import starter_files
from coursewright.starter.stencil import scalar
from trees import (
    BANK,
    CHAPTER,
    COURSE,
    EXAM,
    GUIDE,
    NOTICE,
    QUIZ,
    ROLE,
    SECTION,
    changed,
    contents,
    problems_at,
    write_course,
)

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("folder", "language", "title", "id"),
    [
        ("fire-safety", "en", "Fire safety", "fire-safety"),
        ("My Course (1)", "en", "My Course (1)", "my-course-1"),
        ("我的课程", "zh-CN", "我的课程", "wdkc"),
        ("xinren", "zh-CN", "新员工信息安全入门", "xinren"),
    ],
)
def test_title_and_id_are_made_of_the_folder_s_name(
    folder: str, language: str, title: str, id: str, tmp_path: Path
) -> None:
    root = tmp_path / folder
    assert run(["new", str(root), "--language", language]) == 0
    checked = check_course(root)
    assert (checked.site.course.title, checked.site.course.id) == (title, id)
    assert checked.site.config["site_name"] == title
    assert "site_url" not in checked.site.config
    assert checked.warnings == []


def test_a_folder_without_a_name_is_wrong_usage(capsys: Captured) -> None:
    assert run(["new", ""]) == 2
    assert "name the new folder" in capsys.readouterr().err


def test_what_is_said_counts(tmp_path: Path, capsys: Captured) -> None:
    words = [
        "--language",
        "en",
        "--title",
        'A "quoted": title',
        "--id",
        "mine",
        "--site-url",
        "https://a.b/c/",
    ]
    assert run(["new", str(tmp_path / "x"), *words]) == 0
    site = check_course(tmp_path / "x").site
    assert (site.course.title, site.course.id) == ('A "quoted": title', "mine")
    assert site.config["site_url"] == "https://a.b/c/"
    assert "with the id mine" in capsys.readouterr().out


def test_a_name_of_no_letters_gets_an_id_that_no_other_course_has(tmp_path: Path) -> None:
    for name in ("《》", "……"):
        assert run(["new", str(tmp_path / name), "--language", "en"]) == 0
    ids = {check_course(tmp_path / name).site.course.id for name in ("《》", "……")}
    assert len(ids) == 2
    assert all(re.fullmatch("course-[0-9a-f]{6}", id) for id in ids)


@pytest.mark.parametrize(("folder", "shown"), [("my course", "cd 'my course'"), ("plain", "cd plain")])
def test_the_next_line_can_be_typed_as_it_stands(
    folder: str, shown: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", folder]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.strip() for line in lines[-2:]] == [shown, "coursewright serve --open"]
    assert "&&" not in "".join(lines)


def test_a_folder_may_be_called_as_a_part_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "./chapter"]) == 0
    assert run(["new", "course", "section"]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"chapter", "section"}


@pytest.mark.parametrize("id", ["My Course", "课程", "a_b", "-a"])
def test_an_id_that_is_none_is_wrong_usage(id: str, tmp_path: Path) -> None:
    assert run(["new", str(tmp_path / "x"), "--id", id]) == 2
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--title", "  "], "write one line with something to read in it, of at most 400 characters"),
        (["--title", "a\nb"], "write one line"),
        (["--title", "a\u2028b"], "write one line"),
        (["--title", "\u202eabc"], "write one line"),
        (["--title", "\u200b"], "write one line"),
        (["--title", ""], "write one line"),
        (["--title", "a" * 401], "write one line"),
        (["--id", "a" * 65], "the text is too long: 65 characters, at most 64"),
        (
            ["--site-url", "not a url"],
            "“not a url” is not the address of a site; write it as https://",
        ),
        (["--site-url", "https://"], "is not the address of a site"),
        (["--site-url", "ftp://a.b/"], "is not the address of a site"),
        (["--site-url", "https://a.b/\nplugins: []"], "is not the address of a site"),
        (["--site-url", "https://a.b/ # c"], "is not the address of a site"),
        (["--site-url", "https://a.b/\u202e"], "is not the address of a site"),
    ],
)
def test_what_check_would_refuse_is_refused_at_once(
    words: list[str], said: str, tmp_path: Path, capsys: Captured
) -> None:
    assert run(["new", str(tmp_path / "x"), *words]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "url", ["http://localhost:8000", "https://例子.cn/课程/", "https://a-b.example:8443/x/", ""]
)
def test_addresses_that_are_some(url: str, tmp_path: Path) -> None:
    assert run(["new", str(tmp_path / "x"), "--language", "en", "--site-url", url]) == 0
    assert check_course(tmp_path / "x").site.config.get("site_url", "") == url


# parts


def new(root: Path, *words: str) -> int:
    return run(["new", *words, "--course", str(root)])


@pytest.mark.parametrize("language", ["en", "zh-CN", "ja"])
def test_parts_are_put_where_they_count_and_are_sound_at_once(language: str, tmp_path: Path) -> None:
    root = write_course(tmp_path, changed("content/course.yml", "language: en", f"language: {language}"))
    assert new(root, "chapter", "water", "--title", "Water: how much?") == 0
    assert new(root, "section", "water/rain", "--title", "Rain") == 0
    for type in ITEM_TYPES:
        words = [
            "item",
            f"water-{type}",
            "--type",
            type,
            "--objective",
            "water/rain/first",
            "--quiz",
            "water",
        ]
        assert new(root, *words) == 0
    assert new(root, "item", "soil-more", "--objective", "soil/layers/name", "--quiz", "soil") == 0
    assert new(root, "role", "waterer", "--title", "Waterer") == 0
    assert new(root, "exam", "final", "--title", "Final: all of it") == 0
    assert {problem.code for problem in problems_at(root)} <= {"CW0406", "CW0425", "CW0910"}, (
        "two of a kind that nobody has filled in read alike"
    )

    site = check_course(root).site
    assert [chapter.id for chapter in site.chapters] == ["soil", "water"]
    assert site.chapters[1].model.title == "Water: how much?"
    assert [section.id for section in site.chapters[1].sections] == ["water/first", "water/rain"]
    assert list(site.quizzes["water"].model.items) == [f"water-{type}" for type in ITEM_TYPES]
    assert site.quizzes["soil"].items[-1].id == "soil-more"
    assert site.roles["waterer"].model.code == "NEW-01"
    exam = site.exams["final"].model
    assert (exam.title, exam.items, exam.minutes) == ("Final: all of it", 15, 23)
    assert [(demand.chapter, demand.items) for demand in exam.demands] == [("soil", 4), ("water", 11)]


@pytest.mark.parametrize(
    "text", ["items:\n", "items:\nwaive: []\n", "items: []\n", "made: []\n", "items:\nmade:\n"]
)
def test_a_bank_that_has_no_item_yet_gets_its_first(tmp_path: Path, text: str) -> None:
    root = write_course(tmp_path, {"quizzes/bank/more.yml": text})
    assert new(root, "item", "soil-more", "--objective", "soil/layers/name", "--bank", "more") == 0
    assert "soil-more" in check_course(root).site.items


def test_a_misspelt_quiz_is_not_made(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path)
    before = contents(root)
    asked = ("item", "soil-more", "--objective", "soil/layers/name", "--quiz")
    assert new(root, *asked, "soli") == 2
    assert "did you mean “soil”?" in " ".join(capsys.readouterr().err.split())
    assert contents(root) == before
    assert new(root, *asked, "soil-2") == 0
    assert (root / "quizzes/practice/soil-2.yml").exists()


def test_a_course_that_asks_nothing_has_no_exam_yet(tmp_path: Path, capsys: Captured) -> None:
    silent = changed(SECTION, "  - check: [soil-top]\n", "")
    root = write_course(tmp_path, {EXAM: None, NOTICE: None, QUIZ: None, **silent})
    assert new(root, "exam", "final") == 2
    assert "there is nothing to ask yet" in " ".join(capsys.readouterr().err.split())


def test_what_was_there_stays_as_it_was(tmp_path: Path) -> None:
    listed = changed(CHAPTER, "sections: [layers]", "sections: # in order\r\n  - layers # the first\r\n")
    root = write_course(tmp_path, listed)
    assert new(root, "section", "soil/worms") == 0
    assert (root / CHAPTER).read_bytes().decode() == listed[CHAPTER].replace(
        "  - layers # the first\r\n", "  - layers # the first\r\n  - worms\r\n"
    )
    assert new(root, "item", "soil-worms", "--objective", "soil/layers/name") == 0
    assert (root / BANK).read_text("utf-8").startswith(COURSE[BANK])
    assert (root / QUIZ).read_text("utf-8") == COURSE[QUIZ]


def test_lines_of_new_files_end_as_the_course_s_do(tmp_path: Path) -> None:
    gone = {path: None for path in COURSE if path.startswith("content/roles/")}
    own = {path: text.replace("\n", "\r\n") for path, text in {**COURSE, **gone}.items() if text}
    root = write_course(tmp_path, {**gone, **own, **changed("content/guides/start.yml", "Read", "Do")})
    before = contents(root)
    assert new(root, "chapter", "water") == 0
    assert new(root, "section", "water/rain") == 0
    assert new(root, "item", "water-more", "--objective", "water/rain/first", "--quiz", "water") == 0
    assert new(root, "role", "waterer") == 0
    made = {
        path: content
        for path, content in contents(root).items()
        if path.endswith(".yml") and content != before.get(path)
    }

    assert len(made) > 6
    assert [path for path, content in made.items() if b"\n" in content.replace(b"\r\n", b"")] == []
    assert {problem.code for problem in problems_at(root)} <= {"CW0406", "CW0425"}


def test_a_course_without_roles_gets_its_first_with_a_family(tmp_path: Path) -> None:
    gone = {path: None for path in COURSE if path.startswith("content/roles/")}
    root = write_course(tmp_path, {**gone, **changed("content/guides/start.yml", "Read", "Do")})
    assert new(root, "role", "digger") == 0
    assert check_course(root).site.roles["digger"].family.id == "general"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["section", "soli/x"], "there is no chapter “soli”; did you mean “soil”?"),
        (["section", "soil/layers"], "the section “soil/layers” is there already"),
        (["chapter", "soil"], "the chapter “soil” is there already"),
        (["chapter", "My Chapter"], "did you mean “my-chapter”?"),
        (["item", "x", "--objective", "soil/layers/nmae"], "did you mean “soil/layers/name”?"),
        (["item", "soil-top", "--objective", "soil/layers/name"], "the item “soil-top” is there already"),
        (["item", "x"], "--objective"),
        (["exam", "spade"], "the exam “spade” is there already"),
        (["role", "x", "--family", "gardn"], "did you mean “garden”?"),
        (["role", "x" * 65], "the text is too long: 65 characters, at most 64"),
        (["role", "x", "--title", " "], "write one line with something to read in it"),
        (["role", "x", "--code", "a\nb"], "write one line with something to read in it"),
        (["section", "soil/x", "--title", "\n"], "write one line with something to read in it"),
    ],
)
def test_what_cannot_be_is_wrong_usage(words: list[str], said: str, tmp_path: Path, capsys: Captured) -> None:
    assert new(write_course(tmp_path), *words) == 2
    assert said in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["section", "soil/chapter"], "content/chapters/soil/chapter.yml is the place of something else"),
        (["section", "soil/index"], "“index” is the name of a page that coursewright makes; choose another"),
        (["section", "soil/unlisted"], "content/chapters/soil/unlisted.yml is there already"),
        (["section", "soil/lpt1"], "“lpt1” is the name of a device on Windows"),
        (["chapter", "con"], "“con” is the name of a device on Windows, where no file can have it; choose"),
        (["chapter", "half"], "content/chapters/half/first.yml is there already"),
        (["chapter", "air", "--section", "chapter"], "content/chapters/air/chapter.yml is the place of"),
        (["chapter", "air", "--section", "aux"], "“aux” is the name of a device"),
        (["role", "families"], "content/roles/families.yml is the place of something else"),
        (["role", "compare"], "“compare” is the name of a page"),
        (["role", "nul"], "“nul” is the name of a device"),
        (["item", "x", "--objective", "soil/layers/name", "--bank", "prn"], "“prn” is the name of a device"),
        (
            ["item", "x", "--objective", "soil/layers/name", "--quiz", "index"],
            "“index” is the name of a page",
        ),
    ],
)
def test_no_file_is_written_over_and_none_that_check_refuses(
    words: list[str], said: str, tmp_path: Path, capsys: Captured
) -> None:
    root = write_course(tmp_path)
    for path in ("soil/unlisted.yml", "half/first.yml"):
        (root / "content/chapters" / path).parent.mkdir(exist_ok=True)
        (root / "content/chapters" / path).write_text("mine", "utf-8")
    before = contents(root)
    assert new(root, *words) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert contents(root) == before


@pytest.mark.parametrize(
    "text", ["Rain", "雨：多少", "a: b", "# a", "- a", "true", "5", 'say "x"', "a\\b", " a", "[a]"]
)
def test_a_value_reads_as_what_it_is(text: str) -> None:
    import yaml

    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_check_tells_what_is_still_to_be_written(language: str, tmp_path: Path) -> None:
    root = write_course(tmp_path, changed("content/course.yml", "language: en", f"language: {language}"))
    new(root, "chapter", "water")
    new(root, "item", "water-first", "--objective", "water/first/first", "--quiz", "water")
    new(root, "role", "waterer")
    new(root, "exam", "final")
    told = [problem.place for problem in problems_at(root) if problem.code == "CW0425"]
    assert {place.file.rsplit("/", 1)[-1] for place in told} == {
        "chapter.yml",
        "first.yml",
        "water.yml",
        "waterer.yml",
        "final.yml",
    }
    assert all(place.source.startswith("✎", place.column - 1) for place in told)
    for file in {place.file for place in told}:
        (root / file).write_text((root / file).read_text("utf-8").replace("✎ ", ""), "utf-8")
    assert "CW0425" not in {problem.code for problem in problems_at(root)}


def test_every_stencil_is_there_in_both_languages() -> None:
    from importlib import resources

    folder = resources.files("coursewright.starter").joinpath("stencils")
    names = [{file.name for file in folder.joinpath(language).iterdir()} for language in ("en", "zh-CN")]
    assert names[0] == names[1] >= {f"{type}.yml" for type in ITEM_TYPES}
    assert not any("stencil" in path for path in starter_files("en"))


ITEM = ("item", "new", "--objective", "soil/layers/name")


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        (ITEM, {GUIDE: "titel: A\n"}),
        (ITEM, changed(CHAPTER, "title: Soil", "title Soil")),
        (("section", "soil/sand"), changed(BANK, "single-choice", "singel-choice")),
        (("chapter", "air"), changed(SECTION, "title: Layers", "titel: Layers")),
        (("role", "digger"), changed(BANK, "soil/layers/name", "soil/layers/nam")),
    ],
)
def test_what_is_wrong_elsewhere_hinders_nobody(
    words: tuple[str, ...], broken: dict[str, str], tmp_path: Path, capsys: Captured
) -> None:
    root = write_course(tmp_path, broken)
    before = problems_at(root)
    assert new(root, *words) == 0
    said = capsys.readouterr()
    assert "Written: " in said.out
    assert re.search(r"The course has \d+ errors? that w", said.err)
    errors = [problem.code for problem in problems_at(root) if problem.severity == "error"]
    assert errors == [problem.code for problem in before if problem.severity == "error"]


@pytest.mark.parametrize(
    ("words", "broken", "said"),
    [
        (ITEM, changed(BANK, "single-choice", "singel-choice"), "quizzes/bank/soil.yml:3:11"),
        (ITEM, {"quizzes/bank/air.yml": "items: ["}, "quizzes/bank/air.yml:"),
        (ITEM, changed(SECTION, "title: Layers", "titel: Layers"), "content/chapters/soil/layers.yml:1:1"),
        ((*ITEM, "--quiz", "soil"), changed(QUIZ, "items", "itmes"), "quizzes/practice/soil.yml:"),
        (("section", "soil/sand"), changed(CHAPTER, "title: Soil", "title Soil"), "soil/chapter.yml:1:6"),
        (("role", "digger"), changed(ROLE, "title:", "titel:"), "content/roles/gardener.yml:"),
    ],
)
def test_what_a_new_part_needs_must_be_sound(
    words: tuple[str, ...], broken: dict[str, str], said: str, tmp_path: Path, capsys: Captured
) -> None:
    """Of a broken course only that is told which stands in the way."""
    root = write_course(tmp_path, {**broken, GUIDE: "titel: A\n"})
    before = contents(root)
    assert new(root, *words) == 1
    told = capsys.readouterr().err
    assert said in told
    assert GUIDE not in told
    assert contents(root) == before
