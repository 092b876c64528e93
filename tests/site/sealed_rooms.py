"""Fixtures of sealed exams, a plugin: they are published on servers of their own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser
from sealed_package import Exam, hosting, sealed_exam, write_page
from visitors import Visitor


@pytest.fixture(scope="module")
def publishing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., tuple[Exam, str]]]:
    """A sealed exam on a server of its own; `drop` is the address of its drop box from there."""
    with ExitStack() as open:

        def publish(drop: str | None = None, **options: Any) -> tuple[Exam, str]:
            folder = tmp_path_factory.mktemp("sealed")
            exam = sealed_exam(tmp_path_factory.mktemp("course"), **options)
            address = open.enter_context(hosting(folder, exam))
            if drop:
                exam.package["drop"] = f"{address}{drop}"
            write_page(folder, exam)
            return exam, address

        yield publish


@pytest.fixture(scope="module")
def published(publishing: Callable[..., tuple[Exam, str]]) -> tuple[Exam, str]:
    """One without a drop box."""
    return publishing()


@pytest.fixture
def candidates(chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """A person with a device of their own, who lets nothing of a page's complaints pass."""
    made: list[Visitor] = []

    def come(address: str, **options: Any) -> Visitor:
        made.append(Visitor(chromium, address, **options))
        # Nothing is sealed twice alike.
        made[-1].context.add_init_script("delete crypto.getRandomValues")
        made[-1].page.add_init_script("delete crypto.getRandomValues")
        return made[-1]

    yield come
    for visitor in made:
        visitor.context.close()
        assert visitor.complaints == []
