"""Other ways to the same site: Zensical, plain MkDocs, and a server that rebuilds."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from output import SOURCES, Built, copy_course

from coursewright.host.plugin import CoursewrightPlugin
from coursewright.render.worker import ABOUT, WORKER
from trees import SECTION, changed, write_course, write_tree

pytest_plugins = ["site_fixtures"]

PROGRAMS = Path(sys.executable).parent
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def test_zensical_makes_the_same_pages_of_the_staged_tree(
    builds: Callable[[str], Built], tmp_path: Path
) -> None:
    """As it stands, without any adapter of ours: its links too."""
    staged = tmp_path / "staged"
    _run(PROGRAMS / "coursewright", "stage", staged, "--course", builds("mkdocs").course)
    _run(PROGRAMS / "zensical", "build", cwd=staged)
    made = replace(builds("zensical"), folder=staged / "site")

    assert _articles(made) == _articles(builds("zensical"))


def test_builders_make_the_same_of_every_text(builds: Callable[[str], Built]) -> None:
    ours, theirs = (_articles(builds(builder)) for builder in ("mkdocs", "zensical"))

    assert ours.keys() == theirs.keys()
    assert [page for page, article in ours.items() if theirs[page] != article] == []


def test_builders_publish_the_same_documents_and_modules(builds: Callable[[str], Built]) -> None:
    staged = [
        path.removeprefix("docs/")
        for path in builds("mkdocs").tree
        if path.startswith("docs/") and not path.endswith((".md", WORKER, ABOUT))  # which list the pages
    ]
    ours, theirs = (builds(builder).folder for builder in ("mkdocs", "zensical"))

    assert len(staged) > 100
    assert [file for file in staged if (ours / file).read_bytes() != (theirs / file).read_bytes()] == []


def test_plain_mkdocs_makes_the_same_bytes(built: Built, tmp_path: Path) -> None:
    course = copy_course(tmp_path / "course")
    _run(PROGRAMS / "mkdocs", "build", "--quiet", "--site-dir", tmp_path / "site", cwd=course)
    made = {
        file.relative_to(tmp_path / "site").as_posix(): file
        for file in (tmp_path / "site").rglob("*")
        if file.is_file()
    }

    assert sorted(made) == built.files()
    assert [
        name for name, file in made.items() if file.read_bytes() != (built.folder / name).read_bytes()
    ] == []


def test_server_watches_every_source(built: Built) -> None:
    watched: list[str] = []
    server: Any = SimpleNamespace(watch=watched.append)
    config: Any = SimpleNamespace(config_file_path=str(built.course / "mkdocs.yml"))
    CoursewrightPlugin().on_serve(server, config=config, builder=None)

    assert {Path(path).relative_to(built.course).as_posix() for path in watched} == set(SOURCES)


def test_server_shows_an_edit_of_a_source(tmp_path: Path) -> None:
    course = write_course(tmp_path)
    with _served(course) as address:
        assert _shows(f"{address}learn/soil/layers/", "cw-objectives", seconds=90)
        write_tree(course, changed(SECTION, "title: Layers", "title: What lies below"))

        assert _shows(f"{address}learn/soil/layers/", "What lies below", seconds=30)


def _articles(site: Built) -> dict[str, str]:
    """What stands in the middle of every page, without what tells a builder's own from the other's."""
    return {page: _settled(site.text(page)) for page in site.files(".html")}


def _settled(page: str) -> str:
    """Spaces between elements are no matter, nor what one builder adds for its own scripts."""
    article = page[page.index("<article") : page.index("</article>")]
    for mark in ('<a id="__skip" tabindex="-1"></a>', " data-search-exclude"):
        article = article.replace(mark, "")
    return re.sub(r"\s+", " ", re.sub(r">\s+|\s+<", lambda space: space[0].strip(), article))


@contextmanager
def _served(course: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        str(PROGRAMS / "coursewright"),
        "serve",
        "--course",
        str(course),
        "--address",
        f"127.0.0.1:{port}",
    ]
    with subprocess.Popen(
        command, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.kill()


def _shows(address: str, text: str, *, seconds: float) -> bool:
    """Whether the page comes to hold the text in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=seconds) as answer:
                if text in answer.read().decode():
                    return True
        except (URLError, ConnectionError, TimeoutError):
            pass  # not started yet
        time.sleep(0.5)
    return False


def _run(*command: str | Path, cwd: Path | None = None) -> None:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=QUIET, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
