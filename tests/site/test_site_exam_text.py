"""Hostile text in an exam's fields, and in the titles that its result is told by, runs nothing."""

from collections.abc import Iterator

import pytest
import yaml
from output import serving
from playwright.sync_api import Browser, expect
from sitting import begin, open_mock, submit
from visitors import Visitor

from sites import Sites
from trees import CHAPTER, COURSE, EXAM, FRAMEWORK, write_course

pytest_plugins = ["site_fixtures"]

HOSTILE = "<img src=x onerror=alert(1)> </script><script>alert(2)</script> {{ 7*7 }} {total}"


@pytest.fixture(scope="module")
def site(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    exam = yaml.safe_load(COURSE[EXAM])
    framework = yaml.safe_load(COURSE[FRAMEWORK])
    framework["groups"][0]["competencies"][0]["title"] = HOSTILE
    texts = {
        EXAM: exam
        | {"items": 3, "title": HOSTILE, "summary": HOSTILE, "purpose": HOSTILE, "reason": HOSTILE},
        CHAPTER: yaml.safe_load(COURSE[CHAPTER]) | {"title": HOSTILE},
        FRAMEWORK: framework,
    }
    root = write_course(
        tmp_path_factory.mktemp("course"), {path: yaml.safe_dump(data) for path, data in texts.items()}
    )
    with serving(sites.of(root)) as address:
        yield address


def test_hostile_text_is_text(chromium: Browser, site: str) -> None:
    visitor = Visitor(chromium, site)
    said: list[str] = []
    visitor.page.on("dialog", lambda dialog: said.append(dialog.message))
    page = visitor.open("quizzes/exams/spade/")
    for part in ("h1", ".cw-intro", ".cw-syllabus"):
        expect(page.locator(f"article {part}").first).to_contain_text("<img src=x onerror=alert(1)>")
    open_mock(visitor, "quizzes/exams/spade/mock/")
    begin(page)
    result = submit(page)
    expect(result).to_contain_text(HOSTILE)
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert said == []
    assert visitor.complaints == []
    visitor.context.close()
