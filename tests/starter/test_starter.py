"""What `coursewright new` writes checks clean, builds, and shows every part of the format once."""

import re
from pathlib import Path

import pytest

from coursewright.audit import audited
from coursewright.commands.main import run
from coursewright.compiler import check_course
from coursewright.errors import FolderTaken
from coursewright.load.tree import ROOTS
from coursewright.model.chapter import BLOCKS, block_kind
from coursewright.model.items.bank import ITEM_TYPES
from coursewright.model.kinds import GUIDE, KINDS, kind_of
from coursewright.model.toolkit import PARTS, part_kind
from coursewright.starter import start_course, starter_files
from trees import ROOT

SCHEMA = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
GUIDES = "content/guides/"
ITS_OWN = {
    "relationship-manager": "security-contact",
    "客户经理": "部门信息安全联络员",
    "RM-02": "IS-01",
    "[网点岗位分工表](toolkit:outlet-posts)": "分工表",
}
"""What of a guide is about the role of the course at hand, or about a sheet that it alone has."""

both_languages = pytest.mark.parametrize("language", ["zh-CN", "en"])


@both_languages
def test_checks_without_warnings(tmp_path: Path, language: str) -> None:
    start_course(tmp_path / "course", language)
    checked = check_course(tmp_path / "course")
    assert checked.warnings == []
    assert audited(checked.sources).problems == ()
    assert checked.site.course.language == language


@both_languages
def test_builds(tmp_path: Path, language: str) -> None:
    start_course(tmp_path, language)
    assert run(["build", "--course", str(tmp_path)]) == 0
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in home
    assert check_course(tmp_path).site.course.title in home


@both_languages
def test_shows_every_part_of_the_format(tmp_path: Path, language: str) -> None:
    start_course(tmp_path, language)
    site = check_course(tmp_path).site
    assert {block_kind(block) for section in site.sections for block in section.model.body} == set(BLOCKS)
    assert {part_kind(part) for toolkit in site.toolkits.values() for part in toolkit.model.parts} == set(
        PARTS
    )
    types = {type(part) for item in site.items.values() for part in (item.model, item.case) if part}
    assert types == set(ITEM_TYPES.values())
    written = {kind.name for kind in KINDS} - {"issuer", "notice"}  # commands write these
    assert {kind.name for path in starter_files(language) if (kind := kind_of(path))} == written


@both_languages
def test_sources_name_their_schemas(tmp_path: Path, language: str) -> None:
    start_course(tmp_path, language)
    for path in starter_files(language):
        if path.startswith(ROOTS) and path.endswith(".yml"):
            file, kind = tmp_path / path, kind_of(path)
            comment = SCHEMA.match(file.read_text("utf-8"))
            assert kind, path
            assert comment, path
            assert (file.parent / comment[1]).resolve(
                strict=True
            ) == tmp_path / "schema" / f"{kind.name}.json"


def test_languages_have_the_same_files() -> None:
    assert starter_files("zh-CN").keys() == starter_files("en").keys()
    assert len(guides("en")) >= 10


def guides(language: str) -> dict[str, str]:
    return {
        path.removeprefix(GUIDES): content.decode()
        for path, content in starter_files(language).items()
        if path.startswith(GUIDES)
    }


def test_the_chinese_guides_are_those_of_the_course_that_ships_with_the_engine() -> None:
    """Change one, and copy it to the other."""
    ours = {file.name: file.read_text("utf-8") for file in (ROOT / GUIDES).glob("*.yml")}
    for word, own in ITS_OWN.items():
        ours = {name: text.replace(word, own) for name, text in ours.items()}
    assert guides("zh-CN") == ours


@both_languages
def test_there_is_a_guide_for_everyone(tmp_path: Path, language: str) -> None:
    start_course(tmp_path, language)
    audiences = {guide.model.audience for guide in check_course(tmp_path).site.all(GUIDE).values()}
    assert audiences == {"learner", "trainer", "hr", "auditor", "host"}


def test_full_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(FolderTaken, match=re.escape(str(tmp_path))):
        start_course(tmp_path, "en")
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_command_refuses_a_second_time(tmp_path: Path) -> None:
    command = ["new", str(tmp_path / "course"), "--language", "en"]
    assert [run(command), run(command)] == [0, 2]
