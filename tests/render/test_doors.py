"""Pages offer what a course has: no door, heading or list that leads to nothing."""

from pathlib import Path

import pytest
import yaml

from coursewright.render import OutputTree
from trees import COURSE, GLOSSARY, GUIDE, Files, brief, changed, compiled, problems_of

BARE: Files = {
    **dict.fromkeys(COURSE),
    "mkdocs.yml": COURSE["mkdocs.yml"],
    "content/course.yml": COURSE["content/course.yml"],
    "content/chapters/soil/layers.yml": """\
        title: Layers
        summary: Three layers.
        objectives: [{id: name, text: Name the layers}]
        body: [{text: Humus lies on loam.}]
        """,
    "content/chapters/soil/chapter.yml": """\
        title: Soil
        summary: What plants stand in.
        opening: Below.
        objectives: [Tell soils apart]
        sections: [layers]
        """,
    "quizzes/bank/soil.yml": """\
        items:
          - id: soil-top
            type: true-false
            objective: soil/layers/name
            level: recall
            stem: Humus is on top.
            answer: true
            if_true: It is.
            if_false: It is.
            explanation: Leaves fall on top.
        """,
    "quizzes/practice/soil.yml": """\
        title: Soil
        summary: One question.
        chapter: soil
        items: [soil-top]
        """,
}
"""A chapter, its section and its quiz, and nothing beside them."""


def page(tree: OutputTree, name: str) -> str:
    return tree[f"docs/{name}"].decode()


def test_a_course_with_nothing_beside_its_chapters_has_no_empty_place(tmp_path: Path) -> None:
    tree = compiled(tmp_path, BARE)
    home, learn = page(tree, "index.md"), page(tree, "learn/index.md")
    assert "Trainers" not in home
    assert "Human resources" not in home
    assert "guides/" not in home
    assert "Beside the chapters" not in learn
    assert "cw-cards" not in learn
    assert not [path for path in tree if path.startswith("docs/guides/")]
    assert "Guides" not in tree["mkdocs.yml"].decode()


@pytest.mark.parametrize(
    ("audience", "door"), [("trainer", True), ("learner", False), ("hr", False), ("host", False)]
)
def test_trainers_have_a_door_and_the_codes_where_there_is_a_guide_for_them(
    audience: str, door: bool, tmp_path: Path
) -> None:
    tree = compiled(tmp_path, changed(GUIDE, "audience: learner", f"audience: {audience}"))
    assert ("Write, check, preview" in page(tree, "index.md")) == door
    assert ("docs/guides/codes.md" in tree) == door
    assert ("guides/codes.md" in tree["mkdocs.yml"].decode()) == door
    assert "docs/guides/start.md" in tree


def test_a_term_needs_no_english_name(tmp_path: Path) -> None:
    text = "".join(line for line in COURSE[GLOSSARY].splitlines(keepends=True) if "english:" not in line)
    files = {GLOSSARY: text}
    assert brief(problems_of(tmp_path / "a", files)) == []
    glossary = page(compiled(tmp_path / "b", files), "glossary.md")
    assert "None" not in glossary
    assert "\n### Loam {" in glossary or "\n### loam {" in glossary


def features(tree: OutputTree) -> list[str]:
    found: list[str] = yaml.safe_load(tree["mkdocs.yml"])["theme"]["features"]
    return found


def test_a_course_s_features_are_added_to_ours(tmp_path: Path) -> None:
    ours = features(compiled(tmp_path / "a"))
    own = changed("mkdocs.yml", "material", "material\n  features: [announce.dismiss, navigation.tabs]")
    assert features(compiled(tmp_path / "b", own)) == [*ours, "announce.dismiss"]


@pytest.mark.parametrize(
    ("plugins", "problems"),
    [
        ("[coursewright, search]", []),
        ("[search: {}, coursewright]", []),
        ("[coursewright, search: {lang: en}]", ["CW0602 mkdocs.yml:5:34"]),
    ],
)
def test_options_of_the_search_are_refused_aloud(tmp_path: Path, plugins: str, problems: list[str]) -> None:
    settings = f"site_name: Gardening\ndocs_dir: content\ntheme:\n  name: material\nplugins: {plugins}\n"
    assert brief(problems_of(tmp_path, {"mkdocs.yml": settings})) == problems


@pytest.mark.parametrize(
    ("theme", "problems"),
    [
        ("material", []),
        ("mkdocs", ["CW0602 mkdocs.yml:3:1"]),
        ("{name: material, font: false}", []),
        ("{name: readthedocs}", ["CW0602 mkdocs.yml:3:9"]),
        ("{name: material, custom_dir: mine}", ["CW0602 mkdocs.yml:3:25"]),
        ("{name: material, font: {text: Roboto}}", ["CW0602 mkdocs.yml:3:25"]),
    ],
)
def test_what_of_the_theme_is_fixed_is_refused_aloud(tmp_path: Path, theme: str, problems: list[str]) -> None:
    settings = f"site_name: Gardening\ndocs_dir: content\ntheme: {theme}\nplugins: [coursewright]\n"
    assert brief(problems_of(tmp_path, {"mkdocs.yml": settings})) == problems
