"""The server for whoever writes a course: what it sends, and how pages follow the builds."""

import json
import time
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from coursewright.errors import SourceProblems
from coursewright.host.preview import Preview, State
from coursewright.host.server import Server
from coursewright.host.watch import Watch
from trees import COURSE, SECTION, changed, write_course, write_tree

SITE = {
    "index.html": "<html lang=en><body><p>Home</p></body></html>",
    "learn/index.html": "<body><p>Learn</p></body>",
    "404.html": "<body><p>Nowhere</p></body>",
    "assets/a.mjs": "export {};",
    "assets/b.svg": "<svg/>",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    write_tree(tmp_path / "site", SITE)
    with Server("127.0.0.1", 0) as server:
        server.shown = Preview(tmp_path, tmp_path / "site", None, None)
        server.heading, server.waiting = "Broken", "Wait"
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def get(server: Server, path: str) -> tuple[int, str, str]:
    """Status, type and text."""
    try:
        with urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def test_every_page_follows_the_build_it_is_of(server: Server) -> None:
    build = server.shown.state.build
    for path, words in (("/", "Home"), ("/index.html", "Home"), ("/learn/", "Learn"), ("/learn", "Learn")):
        status, kind, page = get(server, path)
        assert (status, kind) == (200, "text/html; charset=utf-8")
        assert words in page
        assert page.count(f'src="/.coursewright/live.mjs?{build}"></script></body>') == 1


def test_what_is_not_there_is_the_site_s_own_page_for_it(server: Server) -> None:
    for path in ("/nope", "/nope/", "/learn/nope.html", "/assets/", "/../../etc/passwd"):
        status, _, page = get(server, path)
        assert (status, "Nowhere" in page) == (404, True), path


@pytest.mark.parametrize("path", ["/%00", "/a%00b.css", "/learn/%00/", f"/{'a' * 5000}.css"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_no_file_can_be_called_is_not_there(
    method: str, path: str, server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(HTTPError) as answer:
        urlopen(Request(f"http://127.0.0.1:{server.port}{path}", method=method), timeout=10)
    with answer.value as refused:
        assert refused.code == 404
    assert capfd.readouterr().err == ""


def test_other_files_go_as_they_are_with_the_type_that_browsers_ask_for(server: Server) -> None:
    assert get(server, "/assets/a.mjs") == (200, "text/javascript", "export {};")
    assert get(server, "/assets/b.svg") == (200, "image/svg+xml", "<svg/>")
    assert get(server, "/.coursewright/live.mjs")[1] == "text/javascript; charset=utf-8"


def test_nothing_is_kept_by_a_browser(server: Server) -> None:
    for path in ("/", "/assets/a.mjs"):
        with urlopen(f"http://127.0.0.1:{server.port}{path}") as answer:
            assert answer.headers["Cache-Control"] == "no-store"


def test_a_site_below_a_path_is_shown_there_too(server: Server) -> None:
    server.shown.mount = "/training"
    assert "Learn" in get(server, "/training/learn/")[2]
    assert get(server, "/training/assets/a.mjs")[0] == 200
    assert get(server, "/trainings/")[0] == 404


def test_before_the_first_build_there_is_a_page_that_waits(server: Server, tmp_path: Path) -> None:
    server.shown = Preview(tmp_path, tmp_path / "none", None, None)
    status, _, page = get(server, "/learn/")
    assert (status, "Wait" in page, "live.mjs" in page) == (503, True, True)


def said(stream: HTTPResponse) -> dict[str, str]:
    line = stream.readline().decode()
    stream.readline()
    found: dict[str, str] = json.loads(line.removeprefix("data: "))
    return found


def test_pages_are_told_of_troubles_and_builds_as_they_come(server: Server) -> None:
    with urlopen(f"http://127.0.0.1:{server.port}/.coursewright/events", timeout=10) as stream:
        build = server.shown.state.build
        assert said(stream) == {"build": build, "trouble": "", "heading": "Broken"}
        server.shown.fail("<b>no</b>")
        assert said(stream) == {"build": build, "trouble": "<b>no</b>", "heading": "Broken"}


# building


def test_a_build_says_which_pages_it_changed_and_a_failure_leaves_the_site(tmp_path: Path) -> None:
    root = write_course(
        tmp_path / "course", {"mkdocs.yml": f"{COURSE['mkdocs.yml']}site_url: https://x/a/b/\n"}
    )
    preview = Preview(root, tmp_path / "site", None, "zensical")
    first = preview.build()
    assert "/learn/soil/layers/" in first.pages
    assert preview.mount == "/a/b"
    shown = preview.state

    write_tree(root, changed(SECTION, "Humus is dark.", "Humus is nearly black."))
    second = preview.build()
    assert "/learn/soil/layers/" in second.pages
    assert "/roles/" not in second.pages
    assert preview.state.build not in (shown.build, "")

    write_tree(root, {SECTION: "title: ["})
    page = (tmp_path / "site/learn/soil/layers/index.html").read_bytes()
    with pytest.raises(SourceProblems):
        preview.build()
    assert (tmp_path / "site/learn/soil/layers/index.html").read_bytes() == page


def test_who_waits_is_told_at_once_and_else_after_a_while(tmp_path: Path) -> None:
    preview = Preview(tmp_path, tmp_path, None, None)
    assert preview.wait(None, 5) == preview.state
    assert preview.wait(preview.state, 0.01) == preview.state
    preview.fail("x")
    assert preview.wait(State(preview.state.build), 5).trouble == "x"


def test_the_watch_names_what_was_changed_made_and_removed(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    watch = Watch(root)
    (root / SECTION).write_text("title: another and longer\n", "utf-8")
    (root / "content/glossary.yml").unlink()
    (root / "content/new.yml").touch()
    (root / "site").mkdir()
    (root / "site/index.html").touch()
    assert watch.changed() == ["content/chapters/soil/layers.yml", "content/glossary.yml", "content/new.yml"]

    def later() -> None:
        time.sleep(0.2)
        (root / "content/new.yml").write_text("a")

    Thread(target=later).start()
    assert watch.changed() == ["content/new.yml"]
