"""Settings of mkdocs.yml that nobody knows: told with what was probably meant, and not handed on."""

from pathlib import Path

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from coursewright.model.settings import KEYS
from trees import COURSE, ENGLISH, brief, compiled, problems_of

CONFIG = "mkdocs.yml"


@pytest.mark.parametrize(
    ("written", "place", "near"),
    [
        ("them: {}\n", "7:1", "theme"),
        ("site_nmae: x\n", "7:1", "site_name"),
        ("plugin: []\n", "7:1", "plugins"),
        ("extra_javscript: []\n", "7:1", "extra_javascript"),
        ("Site_url: https://a.b/\n", "7:1", "site_url"),
        ("zzz: 1\n", "7:1", ""),
    ],
)
def test_an_unknown_setting_is_told(tmp_path: Path, written: str, place: str, near: str) -> None:
    (problem,) = problems_of(tmp_path, {CONFIG: COURSE[CONFIG] + written})
    assert brief([problem]) == [f"CW0612 {CONFIG}:{place}"]
    assert problem.severity == "warning"
    assert str(problem.values["near"]) == near


@pytest.mark.parametrize(("key", "near"), [("langauge", "language"), ("colour", ""), ("feature", "features")])
def test_an_unknown_setting_of_the_theme_is_told(tmp_path: Path, key: str, near: str) -> None:
    theme = COURSE[CONFIG].replace("material", f"material\n  {key}: x", 1)
    (problem,) = problems_of(tmp_path, {CONFIG: theme})
    assert (problem.code, problem.values["key"], str(problem.values["near"])) == (
        "CW0612",
        f"theme.{key}",
        near,
    )
    assert f"“theme.{key}”" in problem.message(ENGLISH)


def test_what_is_known_is_handed_on_and_what_is_not_is_left_out(tmp_path: Path) -> None:
    tree = compiled(tmp_path, {CONFIG: COURSE[CONFIG] + "copyright: We\nsite_nmae: x\n"})
    staged = yaml.safe_load(tree[CONFIG].decode())
    assert staged["copyright"] == "We"
    assert "site_nmae" not in staged


def test_every_setting_of_the_builder_is_known() -> None:
    known = {key for key, _ in MkDocsConfig._schema} - {"config_file_path"}  # which is no setting of a file
    assert known <= KEYS
