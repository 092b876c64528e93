"""README, CONTRIBUTING and the guides tell the truth about the commands, the codes and the files."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from coursewright.commands.main import main
from coursewright.diagnostics.codes import RULES
from coursewright.load.source_file import read_source
from coursewright.model.guide import AUDIENCES
from coursewright.model.kinds import KINDS
from coursewright.validate.rules import content_problems
from coursewright.validate.shape import validated
from trees import COURSE, QUIZ, brief, problems_of

OBJECTIVE = "soil/layers/name"
HAN = re.compile("[\u4e00-\u9fff]")
ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FOLDERS = {
    "zh-CN": ROOT / "content" / "guides",
    "en": ROOT / "generator" / "coursewright" / "starter" / "en" / "content" / "guides",
}
GUIDES = {
    f"{language}-{file.stem}": file.read_text("utf-8")
    for language, folder in FOLDERS.items()
    for file in sorted(folder.glob("*.yml"))
}


@pytest.mark.parametrize("language", FOLDERS)
def test_there_is_a_guide_for_every_reader_in_both_languages(language: str) -> None:
    guides = [yaml.safe_load(text) for name, text in GUIDES.items() if name.startswith(language)]
    assert {guide["audience"] for guide in guides} == set(AUDIENCES)
    assert {name.removeprefix(f"{language}-") for name in GUIDES if name.startswith(language)} == {
        file.stem for file in FOLDERS["zh-CN"].glob("*.yml")
    }


def test_english_guides_are_english() -> None:
    assert [name for name, text in GUIDES.items() if name.startswith("en-") and HAN.search(text)] == []


EXAMPLE = re.compile(r"```yaml\n(# yaml-language-server: \$schema=\S*/(\w+)\.json\n.*?)```", re.S)
EXAMPLES = [
    pytest.param(found[1], found[2], id=f"{name}-{number}")
    for name, guide in GUIDES.items()
    for number, found in enumerate(EXAMPLE.finditer(yaml.safe_load(guide)["body"]), 1)
    if re.search(r"^[^#\s]", found[1], re.M)  # one shows the first line alone
]


@pytest.mark.parametrize(("text", "kind"), EXAMPLES)
def test_a_file_that_a_guide_shows_is_valid(text: str, kind: str) -> None:
    file = read_source("example.yml", text.encode())
    model = next(each.model for each in KINDS if each.name == kind)
    read = validated(file, model)
    assert [*file.problems, *read.problems] == []
    assert read.model is not None
    assert [problem for problem in content_problems(file, read.model) if problem.severity == "error"] == []


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_in_the_readme_and_in_a_guide(command: str) -> None:
    assert f"`coursewright {command}" in README
    for language in FOLDERS:
        guides = (guide for name, guide in GUIDES.items() if name.startswith(language))
        assert any(f"coursewright {command}" in guide for guide in guides), language


def test_no_text_names_a_command_that_is_not_there() -> None:
    for text in (README, *GUIDES.values()):
        named = set(re.findall(r"`(?:python -m )?coursewright ([a-z]+)", text))
        assert named <= main.commands.keys()


def test_every_code_that_a_guide_names_exists() -> None:
    named = {code for guide in GUIDES.values() for code in re.findall(r"CW\d{4}", guide)}
    assert named <= RULES.keys()


@pytest.mark.parametrize(
    "target", ["site", "serve", "test", "check", "bench", "lock", "snapshots", "words", "clean"]
)
def test_make_has_what_the_documents_name(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.M)


def pins(lock: str) -> dict[str, str]:
    """Package → version and, where it has one, its condition."""
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return dict(line.removesuffix(" \\").split("==", 1) for line in lines if re.match(r"[a-z0-9.-]+==", line))


def test_a_site_needs_nothing_of_what_tests_and_checks_need() -> None:
    site, tests = pins("requirements.lock"), pins("requirements-test.lock")
    assert site.items() <= tests.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = {
        group: {re.split(r"[^a-z0-9.-]", need.lower())[0].replace(".", "-") for need in needs}
        for group, needs in (
            ("site", project["project"]["dependencies"]),
            *project["dependency-groups"].items(),
        )
    }
    assert {*named["site"], *named["make"]} <= site.keys()
    assert {*named["test"], *named["check"]} <= tests.keys()
    assert not {*named["test"], *named["check"]} & site.keys()
    assert named["lrs"] <= pins("requirements-lrs.lock").keys()


def test_the_map_of_the_code_names_what_is_there() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## How to add")[0]
    engine = ROOT / "generator" / "coursewright"
    named = list(re.findall(r"`([a-z_]+(?:\.py|/))`", table))
    assert [name for name in named if not list(engine.rglob(name.rstrip("/")))] == []


@pytest.mark.parametrize("name", [name for name in GUIDES if name.endswith("-items")])
def test_the_items_that_a_guide_shows_have_no_flaw(name: str, tmp_path: Path) -> None:
    """They are copied into the small course, which has other objectives."""
    shown = [text for text, kind in EXAMPLE.findall(yaml.safe_load(GUIDES[name])["body"]) if kind == "bank"]
    for at, text in enumerate(shown):
        said = re.sub(r"objective: \S+", f"objective: {OBJECTIVE}", text)
        said = re.sub(r"(nodes|competencies): \[[^]]*\]", r"\1: []", said)
        items = ", ".join(item["id"] for item in yaml.safe_load(said)["items"])
        files = {
            "content/course.yml": COURSE["content/course.yml"].replace(
                "language: en", f"language: {name.removesuffix('-items')}"
            ),
            "quizzes/bank/shown.yml": said,
            "quizzes/practice/shown.yml": COURSE[QUIZ].replace("soil-top, soil-dark, soil-which", items),
        }
        found = problems_of(tmp_path / str(at), files)
        assert [each for each in brief(found) if "shown.yml" in each] == []
