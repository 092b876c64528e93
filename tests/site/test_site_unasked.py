"""A course that asks nothing: a learner's own pages speak of what was read, and of nothing else."""

from collections.abc import Iterator

import pytest
from output import serving
from playwright.sync_api import Browser, expect
from visitors import Visitor, until

from sites import Sites
from trees import COURSE, write_course

pytest_plugins = ["site_fixtures"]

READ_ALONE = {
    **dict.fromkeys(COURSE),
    "mkdocs.yml": COURSE["mkdocs.yml"],
    "content/course.yml": COURSE["content/course.yml"],
    "content/chapters/soil/chapter.yml": """\
        title: Soil
        summary: What plants stand in.
        opening: Below.
        objectives: [Tell soils apart]
        sections: [layers]
        """,
    "content/chapters/soil/layers.yml": """\
        title: Layers
        summary: Three layers.
        objectives: [{id: name, text: Name the layers}]
        body: [{text: Humus lies on loam.}]
        """,
}


@pytest.fixture(scope="module")
def read_alone(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    course = write_course(tmp_path_factory.mktemp("read"), READ_ALONE)
    with serving(sites.of(course)) as address:
        yield address


_READ = """Object.entries(localStorage)
  .some(([key, text]) => key.endsWith(":sections") && /"read":[1-9]/.test(text))"""


def test_what_was_read_is_shown_and_no_question_is_spoken_of(chromium: Browser, read_alone: str) -> None:
    reader = Visitor(chromium, read_alone)
    page = reader.open("my/")
    plan = page.locator("cw-dashboard .cw-plan li")
    expect(plan).to_have_count(1)
    plan.locator("a").click()
    page.wait_for_url("**/learn/soil/layers/")
    page.keyboard.press("End")
    until(page, _READ)
    page = reader.open("my/")

    expect(plan).to_have_count(0)
    expect(page.locator("cw-dashboard .cw-bars li")).to_contain_text("Done 1/1")
    expect(page.locator("article :is(progress, details.cw-how, .cw-warn)")).to_have_count(0)
    page = reader.open("my/transcript/")
    expect(page.locator("cw-transcript table")).to_have_count(1)
    expect(page.locator("cw-transcript table")).to_contain_text("1 / 1")
    home = reader.open("")
    expect(home.locator(".cw-strip a", has_text="My learning")).to_be_visible()
    expect(home.locator(".cw-small-bars")).to_have_count(0)
    assert reader.complaints == []
    reader.context.close()
