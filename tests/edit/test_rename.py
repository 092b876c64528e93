"""A thing renamed: everything that refers to it follows, and nothing else of any file changes."""

import shutil
from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.commands.sources import KINDS_RENAMED
from coursewright.edit.rename import RENAMED
from trees import (
    BANK,
    CHAPTER,
    COURSE,
    GUIDE,
    QUIZ,
    ROOT,
    SECTION,
    TAXONOMY,
    changed,
    contents,
    problems_at,
    write_course,
)

Captured = pytest.CaptureFixture[str]

BICYCLE = ROOT / "tests" / "cases" / "bicycle"

ONE_OF_EACH = {
    "chapter": "wheels",
    "section": "wheels/puncture",
    "objective": "wheels/puncture/find",
    "taxonomy": "punctures",
    "node": "punctures/inside",
    "term": "truing",
    "person": "marta",
    "competency": "diagnosis",
    "toolkit": "ticket",
    "family": "workshop",
    "role": "mechanic",
    "guide": "study",
    "item": "wheels-find",
    "quiz": "wheels",
}


def rename(root: Path, *words: str) -> int:
    return run(["rename", *words, "--course", str(root)])


def sources_of(root: Path) -> dict[str, bytes]:
    return {
        path: raw for path, raw in contents(root).items() if not path.startswith((".coursewright", "site/"))
    }


@pytest.fixture
def bicycle(tmp_path: Path) -> Path:
    return Path(
        shutil.copytree(BICYCLE, tmp_path / "bicycle", ignore=shutil.ignore_patterns(".coursewright", "site"))
    )


def existing(root: Path, kind: str) -> str:
    """The id of the case above, or the first that there is."""
    from coursewright.commands.sources import opened

    known = sorted(opened(root).known[kind])
    return ONE_OF_EACH[kind] if ONE_OF_EACH.get(kind) in known else known[0]


def test_the_help_names_every_kind() -> None:
    assert tuple(KINDS_RENAMED.split(", ")) == RENAMED


@pytest.mark.parametrize("kind", RENAMED)
def test_there_and_back_again_leaves_every_byte_and_in_between_nothing_is_wrong(
    kind: str, bicycle: Path
) -> None:
    before, old = sources_of(bicycle), existing(bicycle, kind)
    last = old.rpartition("/")[2]
    assert rename(bicycle, kind, old, "another-name") == 0
    between = sources_of(bicycle)
    assert between != before
    assert [each for each in problems_at(bicycle) if not each.code.startswith("CW09")] == []
    assert run(["check", "--course", str(bicycle), "--language", "zh-CN"]) == 0

    whole = f"{old.rpartition('/')[0]}/another-name".removeprefix("/")
    assert rename(bicycle, kind, whole, last) == 0
    assert sources_of(bicycle) == before


def test_a_translation_stays_whole(bicycle: Path, capsys: Captured) -> None:
    """Its texts have links in them too; were they left, every such paragraph would count as untranslated."""
    assert run(["translate", "status", "--format", "json", "--course", str(bicycle)]) == 0
    before = capsys.readouterr().out
    for kind in ("chapter", "taxonomy", "section", "toolkit"):
        assert rename(bicycle, kind, existing(bicycle, kind), f"new-{kind}") == 0
    capsys.readouterr()
    assert run(["translate", "status", "--format", "json", "--course", str(bicycle)]) == 0
    assert capsys.readouterr().out == before


def test_what_it_says(tmp_path: Path, capsys: Captured) -> None:
    root = write_course(tmp_path)
    assert rename(root, "section", "soil/layers", "strata") == 0
    said = capsys.readouterr().out.splitlines()
    assert f"{CHAPTER}: 1 place" in said
    assert f"{GUIDE}: 1 place" in said
    assert f"{SECTION} → content/chapters/soil/strata.yml" in said
    assert said[-1].startswith("Learners' records are kept by the old id")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_marks_quotes_and_comments_stay(end: str, mark: bytes, tmp_path: Path) -> None:
    def odd(path: str, old: str, new: str) -> bytes:
        return mark + changed(path, old, new)[path].replace("\n", end).encode()

    files = {
        QUIZ: odd(QUIZ, "soil-dark", '"soil-dark"  ,'.replace("  ,", "")),
        CHAPTER: odd(CHAPTER, "sections: [layers]", "sections: # in order\n  - 'layers'   # the first"),
        SECTION: odd(SECTION, "check: [soil-top]", "check:\n      - soil-top # easy"),
    }
    root = write_course(tmp_path, files)
    assert rename(root, "item", "soil-dark", "soil-black") == 0
    assert rename(root, "item", "soil-top", "soil-first") == 0
    assert rename(root, "section", "soil/layers", "strata") == 0
    assert (root / QUIZ).read_bytes() == files[QUIZ].replace(b"soil-dark", b"soil-black").replace(
        b"soil-top", b"soil-first"
    )
    assert (root / CHAPTER).read_bytes() == files[CHAPTER].replace(b"'layers'", b"'strata'")
    assert (root / "content/chapters/soil/strata.yml").read_bytes() == files[SECTION].replace(
        b"soil-top # easy", b"soil-first # easy"
    )


def test_a_page_template_of_the_course_follows(tmp_path: Path) -> None:
    template = """<a href="{{ ref('section', "soil/layers") }}">{{ ref('term', 'loam') }} soil/layers</a>"""
    root = write_course(tmp_path, {"site_overrides/pages/guide.html": template})
    assert rename(root, "chapter", "soil", "ground") == 0
    assert (root / "site_overrides/pages/guide.html").read_text("utf-8") == template.replace(
        '"soil/layers") }}', '"ground/layers") }}'
    )


def test_ids_that_begin_alike_are_left_alone(tmp_path: Path) -> None:
    more = (
        "\n  See [a](section:soil/layers), [b](section:soil/layers#top) and [c](section:soil/layers-two).\n"
    )
    two = "content/chapters/soil/layers-two.yml"
    files = {
        **changed(GUIDE, "\n  Read", f"{more}\n  Read"),
        **changed(CHAPTER, "[layers]", "[layers, layers-two]"),
        two: COURSE[SECTION].replace("[digging]", "[]"),
        BANK: COURSE[BANK]
        + COURSE[BANK]
        .split("items:\n")[1]
        .split("  - id:")[1]
        .join(["  - id:", ""])
        .replace("soil-top", "two-top")
        .replace("soil/layers/", "soil/layers-two/"),
    }
    root = write_course(tmp_path, files)
    assert rename(root, "section", "soil/layers", "strata") == 0
    guide = (root / GUIDE).read_text("utf-8")
    assert "section:soil/strata)," in guide
    assert "section:soil/strata#top)" in guide
    assert "section:soil/layers-two)" in guide
    assert "soil/layers-two/name" in (root / BANK).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sektion", "a", "b"), "choose among chapter, competency"),
        (("section", "soil/layer", "b"), "did you mean “soil/layers”?"),
        (("section", "soil/layers", "My Layers"), "did you mean “my-layers”?"),
        (("section", "soil/layers", "other/layers"), "only the last part can be another"),
        (("item", "soil-top", "soil-dark"), "the item “soil-dark” is there already"),
        (("item", "soil-top", "a/b"), "is no id"),
        (
            ("section", "soil/layers", "chapter"),
            "content/chapters/soil/chapter.yml is the place of something",
        ),
        (("section", "soil/layers", "index"), "“index” is the name of a page that coursewright makes"),
        (("section", "soil/layers", "con"), "“con” is the name of a device on Windows"),
        (("chapter", "soil", "aux"), "“aux” is the name of a device on Windows"),
        (("chapter", "soil", "empty"), "content/chapters/empty is there already"),
        (("role", "gardener", "families"), "content/roles/families.yml is the place of something else"),
        (("role", "gardener", "compare"), "“compare” is the name of a page"),
        (("quiz", "soil", "index"), "“index” is the name of a page"),
        (("guide", "start", "codes"), "“codes” is the name of a page"),
    ],
)
def test_what_cannot_be_is_wrong_usage_and_changes_nothing(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: Captured
) -> None:
    root = write_course(tmp_path)
    (root / "content/chapters/empty").mkdir()
    before = sources_of(root)
    assert rename(root, *words) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert sources_of(root) == before


def test_a_course_with_errors_is_not_touched(tmp_path: Path) -> None:
    root = write_course(tmp_path, changed(QUIZ, "soil-dark", "soil-drak"))
    before = sources_of(root)
    assert rename(root, "taxonomy", "soils", "earths") == 1
    assert sources_of(root) == before
    assert TAXONOMY in before


@pytest.mark.parametrize(
    ("text", "renamed"),
    [
        ("`[x](section:soil/layers)`", "`[x](section:soil/layers)`"),
        ("``[x](section:soil/layers) ` ``", "``[x](section:soil/layers) ` ``"),
        ("```\n[x](section:soil/layers)\n```", "```\n[x](section:soil/layers)\n```"),
        ("~~~\n[x](section:soil/layers)\n~~~", "~~~\n[x](section:soil/layers)\n~~~"),
        ("A.\n\n    [x](section:soil/layers)", "A.\n\n    [x](section:soil/layers)"),
        ("\\[x](section:soil/layers)", "\\[x](section:soil/layers)"),
        ("plain section:soil/layers", "plain section:soil/layers"),
        ("[x](section:soil/layers#a)", "[x](section:soil/strata#a)"),
        ("[x](<section:soil/layers>)", "[x](<section:soil/strata>)"),
        ('[x](section:soil/layers "section:soil/layers")', '[x](section:soil/strata "section:soil/layers")'),
        ("[section:soil/layers](section:soil/layers)", "[section:soil/layers](section:soil/strata)"),
        ("[x][y]\n\n[y]: section:soil/layers", "[x][y]\n\n[y]: section:soil/strata"),
        ("[x]\n\n[x]: <section:soil/layers> 't'", "[x]\n\n[x]: <section:soil/strata> 't'"),
        ("[a [b] c](section:soil/layers)", "[a [b] c](section:soil/strata)"),
        ("[![Head](document:head)](section:soil/layers)", "[![Head](document:head)](section:soil/strata)"),
        ("<section:soil/layers>", "<section:soil/strata>"),
        ("> - [x](section:soil/layers)", "> - [x](section:soil/strata)"),
        ("| a |\n| - |\n| [x](section:soil/layers) |", "| a |\n| - |\n| [x](section:soil/strata) |"),
        (
            "`(section:soil/layers)` [a](section:soil/layers) `section:soil/layers` [b](section:soil/layers)",
            "`(section:soil/layers)` [a](section:soil/strata) `section:soil/layers` [b](section:soil/strata)",
        ),
    ],
)
def test_only_what_is_a_link_follows_in_texts_and_their_translations(
    text: str, renamed: str, tmp_path: Path
) -> None:
    def files(words: str, link: str) -> dict[str, str]:
        body = words.replace("\n", "\n  ").replace("\n  \n", "\n\n")
        said = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        guide = COURSE[GUIDE].replace(
            "Read [the section](section:soil/layers)", f"{body}\n\n  Read [it]({link})"
        )
        return {GUIDE: guide, "translations/de.po": f'msgid "{said}"\nmsgstr "{said}"\n'}

    root = write_course(tmp_path, files(text, "section:soil/layers"))
    assert rename(root, "section", "soil/layers", "strata") == 0
    after = files(renamed, "section:soil/strata")
    assert (root / GUIDE).read_text("utf-8") == after[GUIDE]
    assert (root / "translations/de.po").read_text("utf-8") == after["translations/de.po"]
