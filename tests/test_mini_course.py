"""A course about bicycles, in English: the engine is general, hides exam items, repeats every byte."""

import re
import shutil
from pathlib import Path

import pytest

from coursewright.commands.main import run
from coursewright.compiler import check_course, compile_course
from coursewright.model.settings import BUILDERS
from sites import Sites
from trees import contents, words_of

BICYCLE = Path(__file__).parent / "cases" / "bicycle"
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
PAGES = [
    "competencies/index.md",
    "competencies/matrix.md",
    "glossary.md",
    "guides/index.md",
    "guides/study.md",
    "index.md",
    "learn/drivetrain/chain.md",
    "learn/drivetrain/gears.md",
    "learn/drivetrain/index.md",
    "learn/index.md",
    "learn/wheels/index.md",
    "learn/wheels/puncture.md",
    "learn/wheels/truing.md",
    "my/index.md",
    "my/levels.md",
    "my/transcript.md",
    "people.md",
    "quizzes/drivetrain.md",
    "quizzes/exams/workshop.md",
    "quizzes/exams/workshop/mock.md",
    "quizzes/exams/workshop/sample.md",
    "quizzes/index.md",
    "quizzes/review.md",
    "quizzes/wheels.md",
    "roles/compare.md",
    "roles/index.md",
    "roles/mechanic.md",
    "roles/workshop-lead.md",
    "taxonomies/index.md",
    "taxonomies/job.md",
    "taxonomies/punctures.md",
    "taxonomies/quotation.md",
    "toolkits/index.md",
    "toolkits/ticket.md",
]


@pytest.fixture(scope="module", params=BUILDERS)
def builder(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def built(builder: str, sites: Sites) -> dict[str, bytes]:
    return dict(contents(sites.of(BICYCLE, "--builder", builder)))


def exam_words() -> list[bytes]:
    """Every text of the items reserved for exams."""
    exam = [item.model for item in check_course(BICYCLE).vault.items.values()]
    words = [text for item in exam for text in (item.id, item.stem)]
    words += [text for item in exam for text in words_of(item)]
    return [text.encode() for text in words]


def leaks(files: dict[str, bytes]) -> list[tuple[str, bytes]]:
    secrets = exam_words()
    return [(path, words) for path, content in files.items() for words in secrets if words in content]


def test_checks_without_warnings() -> None:
    assert check_course(BICYCLE).warnings == []


def test_pages() -> None:
    _, tree = compile_course(BICYCLE)
    assert sorted(path.removeprefix("docs/") for path in tree if path.endswith(".md")) == PAGES


def test_exam_item_is_not_staged() -> None:
    _, tree = compile_course(BICYCLE)
    assert len(exam_words()) == 9
    assert leaks(dict(tree)) == []


def test_exam_item_is_not_in_the_site(built: dict[str, bytes]) -> None:
    assert b"Where does Mira look first?" in built["quizzes/wheels/index.html"]
    assert leaks(built) == []


def test_site_is_english(built: dict[str, bytes]) -> None:
    pages = {path: content.decode() for path, content in built.items() if path.endswith(".html")}
    assert [path for path, html in pages.items() if '<html lang="en"' not in html] == []
    assert [
        (path, html[found.start() - 20 : found.end()])
        for path, html in pages.items()
        if (found := CHINESE.search(html))
    ] == []


def test_two_compiles_are_equal() -> None:
    first, second = (dict(compile_course(BICYCLE)[1]) for _ in range(2))
    assert first == second


def test_two_builds_are_equal(builder: str, built: dict[str, bytes], tmp_path: Path) -> None:
    root, site = tmp_path / "course", tmp_path / "site"
    shutil.copytree(BICYCLE, root)
    assert run(["build", "--course", str(root), "--site", str(site), "--builder", builder]) == 0
    again = contents(site)
    assert again.keys() == built.keys()
    assert [path for path in built if built[path] != again[path]] == []
