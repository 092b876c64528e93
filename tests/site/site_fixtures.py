"""Fixtures of the tests here, a plugin that each of them names.

It is no conftest.py because mypy takes that for tests/conftest.py a second time.
The site is built once a run with each builder that is asked for, see builders.py.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hostile import LONG, SAID, say_first
from output import BICYCLE, Built, build_reference, serving
from playwright.sync_api import Browser, expect, sync_playwright
from visitors import ON_A_PHONE, Tourist, Visiting, Visitor, chromium_here

from coursewright.model.settings import BUILDERS
from sites import Sites, held, run_folder

expect.set_options(timeout=15_000)  # two workers share two cores


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """The reference course by its builder, in a folder that all workers of a run share."""
    shared = run_folder(tmp_path_factory)

    def build(builder: str) -> Built:
        with held(shared / "building"):
            return build_reference(shared / "reference", builder)

    return cache(build)


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest, builds: Callable[[str], Built]) -> Built:
    return builds(getattr(request, "param", BUILDERS[0]))


@pytest.fixture(scope="session")
def origin(built: Built) -> Iterator[str]:
    with serving(built.folder) as address:
        yield address


@pytest.fixture(scope="session")
def instant(built: Built) -> Iterator[str]:
    """The site where Material navigates instantly: its sitemap says where the pages are."""
    with serving(built.folder, sitemap=True) as address:
        yield address


@pytest.fixture(scope="session")
def bicycle(sites: Sites) -> Iterator[str]:
    """The small course with an item of every type, in English, where Material navigates instantly."""
    with serving(sites.of(BICYCLE), sitemap=True) as address:
        yield address


@pytest.fixture(scope="session")
def hostile(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, with what would run in every text of its bank."""
    with serving(sites.of(_saying(SAID, tmp_path_factory))) as address:
        yield address


@pytest.fixture(scope="session")
def long_winded(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, with more than a line takes in every text of its bank."""
    with serving(sites.of(_saying(LONG, tmp_path_factory))) as address:
        yield address


def _saying(said: str, factory: pytest.TempPathFactory) -> Path:
    course = shutil.copytree(BICYCLE, factory.mktemp("saying") / "course")
    say_first(said, course / "quizzes" / "bank")
    return course


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    executable = chromium_here()
    if executable is None:
        pytest.skip("no chromium on this machine; set CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visiting(chromium: Browser, origin: str) -> Iterator[Visiting]:
    visitors: list[Visitor] = []

    def visit(origin: str = origin, **options: Any) -> Visitor:
        visitors.append(Visitor(chromium, origin, **options))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.context.close()


@pytest.fixture(scope="session")
def tourist(chromium: Browser, origin: str) -> Iterator[Tourist]:
    """At a desk, for tests that open one page and change nothing that outlives it."""
    with touring(chromium, origin) as tourist:
        yield tourist


@pytest.fixture(scope="session")
def strolling(chromium: Browser, origin: str) -> Iterator[Tourist]:
    """The same with a phone."""
    with touring(chromium, origin, **ON_A_PHONE) as tourist:
        yield tourist


@contextmanager
def touring(browser: Browser, origin: str, **options: Any) -> Iterator[Tourist]:
    tourist = Tourist(browser, origin, **options)
    yield tourist
    tourist.context.close()


@pytest.fixture
def visitor(visiting: Visiting) -> Visitor:
    """At a desk."""
    return visiting()


@pytest.fixture
def phone(visiting: Visiting) -> Visitor:
    return visiting(**ON_A_PHONE)
