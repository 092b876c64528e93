"""A course that is taken along on a device: what goes well, and all that may not."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from network import Network, networked
from output import Built
from playwright.sync_api import Browser, Error, Page, expect
from quizzing import check, questions
from visitors import Visiting, Visitor

from coursewright.commands.main import run
from coursewright.host.manifest import write_manifest

pytest_plugins = ["site_fixtures"]

BICYCLE = Path(__file__).parents[1] / "cases" / "bicycle"
CODE = "assets/coursewright"
QUIZ = "quizzes/wheels/"
READY = "The whole course works without a network."


@pytest.fixture(scope="session")
def bicycle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the mini-course."""
    root = tmp_path_factory.mktemp("bicycle")
    course = Path(shutil.copytree(BICYCLE, root / "course", ignore=shutil.ignore_patterns(".coursewright")))
    assert run(["build", "--course", str(course), "--site", str(root / "site")]) == 0
    return root / "site"


@pytest.fixture
def network(bicycle: Path) -> Iterator[Network]:
    with networked({"/": bicycle}) as network:
        yield network


@pytest.fixture
def learner(visiting: Visiting, network: Network) -> Visitor:
    return visiting(network.address(), locale="en")


def box(page: Page) -> Any:
    return page.locator("cw-offline")


def take(page: Page) -> None:
    """One press on the home page, until all is there."""
    box(page).get_by_role("button", name=re.compile("Take the course along")).click()
    expect(box(page)).to_contain_text(READY)


def names_of_caches(page: Page) -> list[str]:
    found: list[str] = page.evaluate("caches.keys()")
    return found


def renewed(site: Path, folder: Path, word: str = "Mended") -> Path:
    """Another version: its code is elsewhere, and a section says another word."""
    new = Path(shutil.copytree(site, folder))
    (code,) = (entry for entry in (new / CODE).iterdir() if entry.is_dir())
    code.rename(new / CODE / ("e" * 12))
    for page in new.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(code.name, "e" * 12), encoding="utf-8")
    section = new / "learn/wheels/puncture/index.html"
    section.write_text(section.read_text("utf-8").replace("</h1>", f" {word}</h1>", 1), encoding="utf-8")
    write_manifest(new, is_kept=True)
    return new


def test_the_whole_course_works_after_one_press(bicycle: Path, network: Network, learner: Visitor) -> None:
    take(learner.open(""))
    network.is_down = True
    pages = [file.parent.relative_to(bicycle).as_posix() for file in bicycle.rglob("index.html")]
    assert len(pages) > 25
    for page in pages:
        learner.open("" if page == "." else f"{page}/")
        expect(learner.page.locator("article h1")).to_have_count(1)
        expect(learner.page.locator(".cw-notice")).to_contain_text("You are offline")

    page = learner.open(QUIZ)
    check(questions(page).first, wrong=True)
    expect(questions(page).first.locator(".cw-verdict")).to_be_visible()
    page.locator("cw-search button").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("puncture")
    page.locator("dialog[open] li a").first.click()
    page.wait_for_url(re.compile("learn|taxonomies|glossary"))
    review = learner.open("quizzes/review/")
    expect(review.locator("cw-review")).to_contain_text("1")
    assert [one for one in learner.complaints if "ERR_" not in one] == []
