"""Settings of which nothing would come are told, and values that are none, each at its line and once."""

from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from coursewright.commands.main import run
from coursewright.model.settings import COLOURS, FEATURES
from trees import COURSE, ENGLISH, changed, compiled, problems_of, write_course

CONFIG = "mkdocs.yml"


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("markdown_extensions: [admonition]", "CW0613", ""),
        ("markdown_extensions: [nosuch]", "CW0613", ""),
        ("mdx_configs: {}", "CW0613", ""),
        ("site_dir: public", "CW0613", ""),
        ("edit_uri: edit/", "CW0613", ""),
        ("edit_uri_template: '{'", "CW0613", ""),
        ("strict: 是", "CW0615", "true, false"),
        ("strict: maybe", "CW0615", "true, false"),
        ("site_author: !ENV X", "CW0112", "write the value itself"),
    ],
)
def test_a_setting_of_which_nothing_comes_is_told(tmp_path: Path, text: str, code: str, hint: str) -> None:
    (problem,) = problems_of(tmp_path, {CONFIG: f"{COURSE[CONFIG]}{text}\n"})
    assert (problem.code, problem.place.line) == (code, 7)
    assert any(hint in each for each in problem.hints(ENGLISH))


@pytest.mark.parametrize(
    ("old", "new", "code", "near"),
    [
        ("docs_dir: content", "docs_dir: contents", "CW0613", ""),
        ("site_name: Gardening", "site_name: ''", "CW0613", ""),
        ("site_name: Gardening", "site_name:", "CW0613", ""),
        ("name: material", "features: [navigation.instnat]", "CW0614", "navigation.instant"),
        ("name: material", "features: [content.action.edit]", "CW0613", ""),
        ("- coursewright", "- coursewright: {offline: 否}", "CW0615", ""),
        ("- coursewright", "- coursewright: {offline: flase}", "CW0615", "false"),
        ("name: material", "palette: {primary: 红}", "CW0615", ""),
        ("name: material", "palette: [{accent: idigo}]", "CW0615", "indigo"),
        ("name: material", "language: zh_CN", "CW0615", "zh"),
        ("name: material", "language: xx", "CW0615", ""),
    ],
)
def test_a_value_that_is_none_is_told(tmp_path: Path, old: str, new: str, code: str, near: str) -> None:
    (problem,) = problems_of(tmp_path, changed(CONFIG, old, new))
    assert (problem.code, str(problem.values.get("near", ""))) == (code, near)
    assert (
        problem.place.line
        == COURSE[CONFIG].split("\n").index(next(line for line in COURSE[CONFIG].split("\n") if old in line))
        + 1
    )


@pytest.mark.parametrize(
    "theme",
    [
        "features: [content.code.copy]",
        "palette: {primary: deep purple}",
        "palette: [{primary: indigo, scheme: mine}]",
        "language: zh-TW",
    ],
)
def test_what_the_theme_knows_is_left_alone(tmp_path: Path, theme: str) -> None:
    assert problems_of(tmp_path, changed(CONFIG, "name: material", theme)) == []


def test_an_empty_name_of_the_site_leaves_it_to_the_course(tmp_path: Path) -> None:
    staged = yaml.safe_load(compiled(tmp_path, changed(CONFIG, "Gardening", "''"))[CONFIG])
    assert staged["site_name"]
    assert staged["site_name"] != "None"


def test_features_and_colours_are_those_of_the_theme() -> None:
    """As its templates and its own schema of settings have them."""
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "templates"
    scripts = "".join(file.read_text("utf-8") for file in folder.glob("assets/javascripts/bundle*.js"))
    pages = "".join(file.read_text("utf-8") for file in folder.rglob("*.html"))
    assert [feature for feature in FEATURES if feature not in scripts + pages] == []
    styles = "".join(file.read_text("utf-8") for file in folder.glob("assets/stylesheets/palette*.css"))
    assert [name for name in COLOURS if name != "custom" and name.replace(" ", "-") not in styles] == []


def test_a_build_says_it_once_and_in_our_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(tmp_path, {CONFIG: COURSE[CONFIG] + "edit_uri: edit/\n"})
    assert run(["check", "--course", str(tmp_path)]) == 0
    said = "".join(capsys.readouterr())
    assert said.count("CW0613") == 1
    assert "not a valid URL" not in said
