"""A sealed exam over plain http under a host's name, where a browser has no cryptography of its own."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from answered import code_in
from drop_box import DropBox, needed
from playwright.sync_api import Browser, Page, expect
from sessions import NAME, session
from visitors import chromium_here

from coursewright.commands.main import run
from coursewright.exams.store import get

pytest_plugins = ["site_fixtures"]

HOST = "exam.intranet"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of two candidates, published for the web."""
    root = tmp_path_factory.mktemp("plain") / "course"
    session(root)
    (root.parent / "roster.csv").write_text("name,number\nAnn,1001\nBen,1002\n", "utf-8")
    options = ["--roster", str(root.parent / "roster.csv"), "--by", "Ann", "--course", str(root)]
    assert run(["exam", "publish", NAME, *options]) == 0
    return root


@pytest.fixture(scope="module")
def server(course: Path) -> Iterator[DropBox]:
    needed()
    box = DropBox(course.parent)
    (course.parent / "site").symlink_to(course / "private/sessions" / NAME / "web/site")
    yield box.start()
    box.stop()


@pytest.fixture(scope="module")
def intranet(chromium: Browser) -> Iterator[Browser]:
    """A browser that finds the host here."""
    rules = f"--host-resolver-rules=MAP {HOST} 127.0.0.1"
    browser = chromium.browser_type.launch(executable_path=chromium_here(), args=["--no-sandbox", rules])
    yield browser
    browser.close()


def loaded(page: Page, address: str) -> list[str]:
    """Files of the page's code, as it asks for them from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(page.locator(".cw-code")).to_be_visible()
    return asked


def has_noble(asked: list[str]) -> bool:
    return any("noble" in url or "crypt/plain" in url for url in asked)


def sat(page: Page, course: Path, folder: Path) -> Path:
    """From the code to the file that is handed in; two questions are answered."""
    codes = json.loads((course / "private/sessions" / NAME / "web/codes.json").read_bytes())["codes"]
    page.locator(".cw-code").fill(next(iter(codes)))
    page.locator("button[value=open]").click()
    page.locator("button[value=begin]").click(timeout=60_000)
    page.locator("#q-q1 input").first.check()
    page.locator("#q-q4 input").first.fill("humus")
    page.wait_for_timeout(500)
    expect(page.locator(".cw-saved")).to_contain_text("Saved on this device")
    page.locator("button[value=submit]:visible").first.click()
    page.locator("dialog button[value=sure]").click()
    expect(page.locator(".cw-ended")).to_be_visible()
    with page.expect_download() as download:
        page.locator("button[value=download]").click()
    kept = folder / download.value.suggested_filename
    download.value.save_as(kept)
    return kept


def test_the_whole_sitting_and_a_response_that_grading_opens(
    course: Path, server: DropBox, intranet: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = intranet.new_context(accept_downloads=True).new_page()
    asked = loaded(page, f"http://{HOST}:{server.port}/")
    assert page.evaluate("[isSecureContext, typeof crypto.subtle]") == [False, "undefined"]
    expect(page.locator(".cw-entrance")).to_contain_text("not encrypted")
    sat(page, course, tmp_path)
    assert has_noble(asked)
    assert [url for url in asked if not url.startswith((f"http://{HOST}:", "blob:", "data:"))] == []
    roster = str(course.parent / "roster.csv")
    given = ["exam", "grade", NAME, str(tmp_path), "--roster", roster, "--by", "Ann", "--course", str(course)]
    capsys.readouterr()
    assert run(given) == 1
    said = "".join(capsys.readouterr())
    assert re.findall(r"CW\d{4}", said) == ["CW1522"]  # Ben was absent, and all else is as it should be
    assert run([*given, "--accept", code_in(said)]) == 0
    assert get(course, NAME).entries[-1].about["counted"] == 1


def test_where_a_browser_has_its_own_none_is_loaded(server: DropBox, intranet: Browser) -> None:
    page = intranet.new_context().new_page()
    asked = loaded(page, server.address)
    assert page.evaluate("[isSecureContext, typeof crypto.subtle]") == [True, "object"]
    page.wait_for_load_state("networkidle")
    assert not has_noble(asked)
