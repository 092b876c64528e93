"""The drop box behind a real nginx: who may do what there, and what the page makes of it."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from drop_box import DropBox, configuration, needed
from playwright.sync_api import Browser, Error, Page, Route, expect
from playwright.sync_api import Request as Asked
from sessions import NAME, session

from coursewright.commands.main import run
from coursewright.exams.sealing.opening import opened
from coursewright.exams.store import get
from trees import contents

pytest_plugins = ["site_fixtures"]

KNOWN = "spring-1001-A-0123abcd-0123456789abcdef.cwr"
SEND = """async ([method, address]) => {
  const sent = await fetch(address, { method, body: "x", headers: { "Content-Type": "text/plain" } });
  return sent.status;
}"""


@pytest.fixture
def box(tmp_path: Path) -> Iterator[DropBox]:
    needed()
    made = DropBox(tmp_path)
    yield made
    made.stop()


def asked(
    box: DropBox, method: str, path: str, content: bytes = b"x", headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, str]]:
    request = Request(
        f"{box.address}{path}", data=content or None, method=method, headers={**(headers or {})}
    )
    try:
        with urlopen(request, timeout=10) as answer:
            return answer.status, dict(answer.headers)
    except HTTPError as error:
        return error.code, dict(error.headers)


def test_both_guides_have_the_same_configuration() -> None:
    assert configuration("zh-CN") == configuration("en")


def test_one_can_put_and_nothing_else(box: DropBox) -> None:
    box.start()
    file = f"drop/{KNOWN}"
    assert asked(box, "PUT", file, b"first")[0] == 201
    for method in ("GET", "HEAD", "DELETE", "MKCOL", "COPY", "MOVE", "PROPFIND", "POST", "PATCH"):
        headers = {"Destination": f"{box.address}drop/other.cwr"} if method in ("COPY", "MOVE") else {}
        assert asked(box, method, file, b"", headers)[0] == 405, method
        assert asked(box, method, "drop/nothing.cwr", b"", headers)[0] == 405, method
        assert asked(box, method, "drop/", b"", headers)[0] in (403, 404, 405), method
    assert box.received == {KNOWN: "first"}


def test_who_knows_an_address_replaces_nothing(box: DropBox) -> None:
    box.start()
    assert asked(box, "PUT", f"drop/{KNOWN}", b"first")[0] == 201
    for headers in ({}, {"If-Match": "*"}, {"Overwrite": "T"}, {"Content-Range": "bytes 0-1/5"}):
        assert asked(box, "PUT", f"drop/{KNOWN}", b"second", headers)[0] == 409
    for way in (f"drop//{KNOWN}", f"drop/./{KNOWN}", f"x/../drop/{KNOWN}", f"drop/%73{KNOWN[1:]}"):
        assert asked(box, "PUT", way, b"second")[0] in (400, 404, 405, 409), way
    assert box.received == {KNOWN: "first"}


@pytest.mark.parametrize(
    "path",
    ["drop/", "drop/a.html", "drop/.htaccess.cwr", "drop/a/b.cwr", "drop/../site/index.html", "index.html",
     "drop/..%2fsite%2fa.cwr", "drop/%2e%2e/a.cwr", f"drop/{'a' * 201}.cwr", "drop/a.cwr/", "incoming/a.cwr"],
)  # fmt: skip
def test_nothing_lands_elsewhere(box: DropBox, path: str) -> None:
    box.start()
    before = contents(box.folder)
    assert asked(box, "PUT", path)[0] >= 400
    assert contents(box.folder) == before


def test_more_than_a_response_can_have_is_refused(box: DropBox) -> None:
    box.start()
    assert asked(box, "PUT", f"drop/{KNOWN}", bytes(2 * 1024**2 + 1))[0] == 413
    assert box.received == {}


@pytest.mark.parametrize("origin", ["null", "http://exam.intranet", "https://elsewhere.example.com"])
def test_browsers_may_ask_from_any_page(box: DropBox, origin: str) -> None:
    box.start()
    wanted = {"Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "content-type"}
    status, headers = asked(box, "OPTIONS", f"drop/{KNOWN}", b"", {"Origin": origin, **wanted})
    assert (status, headers["Access-Control-Allow-Origin"]) == (204, "*")
    assert headers["Access-Control-Allow-Methods"] == "PUT"
    assert headers["Access-Control-Allow-Headers"] == "Content-Type"
    for expected in (201, 409):
        status, headers = asked(box, "PUT", f"drop/{KNOWN}", headers={"Origin": origin})
        assert (status, headers["Access-Control-Allow-Origin"]) == (expected, "*")
    assert box.received == {KNOWN: "x"}


@pytest.fixture
def course(tmp_path: Path, box: DropBox) -> Path:
    """A published exam whose answers go into the box, and which its server shows."""
    root = tmp_path / "course"
    session(root)
    options = ["--spare", "1", "--drop", f"{box.address}drop", "--by", "Ann", "--course", str(root)]
    assert run(["exam", "publish", NAME, *options]) == 0
    shutil.copytree(root / "private/sessions" / NAME / "web/site", box.folder / "site")
    return root


def sat(page: Page, course: Path) -> None:
    """From the door to the end, with one answer."""
    codes = json.loads((course / "private/sessions" / NAME / "web/codes.json").read_bytes())["codes"]
    page.locator(".cw-code").fill(next(iter(codes)))
    page.locator("button[value=open]").click()
    page.locator("#cw-holder-name").fill("Cleo")
    page.locator("#cw-holder-number").fill("1003")
    page.locator("button[value=begin]").click()
    page.locator("#q-q1 input").first.check()
    page.locator("button[value=submit]:visible").first.click()
    page.locator("dialog button[value=sure]").click()
    expect(page.locator(".cw-ended")).to_be_visible()


def test_answers_of_a_file_wait_for_the_box_and_arrive(course: Path, box: DropBox, chromium: Browser) -> None:
    page = chromium.new_context().new_page()
    page.goto((course / "private/sessions" / NAME / "web" / f"{NAME}.html").as_uri())
    sat(page, course)
    expect(page.locator(".cw-way")).to_contain_text("Not sent yet")
    expect(page.locator(".cw-saved")).to_contain_text("Saved on this device")
    assert page.locator(".cw-receipt").is_visible()
    box.start()
    page.locator("button[value=send]").click()
    expect(page.locator(".cw-way")).to_contain_text("Arrived at the drop box")
    expect(page.locator(".cw-saved")).to_have_text(re.compile(r"Arrived \d"))
    ((name, text),) = box.received.items()
    shown = page.locator(".cw-receipt dl > div:last-child dd").inner_text().replace(" ", "").lower()
    assert re.fullmatch(rf"spring-spare-01-A-{shown[:8]}-[0-9a-f]{{16}}\.cwr", name)
    found = opened([box.folder / "drop"], get(course, NAME))
    assert [each.origin.receipt[:16] for each in found.sittings] == [shown]
    assert text.startswith("CWR1.")


def test_what_was_there_before_is_left_and_the_page_takes_another_address(
    course: Path, box: DropBox, chromium: Browser
) -> None:
    """As where the answer to a first try was lost, or somebody else was there first."""
    page = chromium.new_context().new_page()
    page.goto(box.start().address)
    tried: list[str] = []

    def first(route: Route, request: Asked) -> None:
        tried.append(request.url)
        if len(tried) == 1:
            asked(box, "PUT", request.url.removeprefix(box.address), b"somebody else's")
        route.continue_()

    page.route("**/drop/*.cwr", first)
    sat(page, course)
    expect(page.locator(".cw-way")).to_contain_text("Arrived at the drop box")
    assert len({*tried}) == 2
    assert box.received[tried[0].rpartition("/")[2]] == "somebody else's"
    (sitting,) = opened([box.folder / "drop"], get(course, NAME)).sittings
    assert sitting.candidate == "spare-01"


def test_a_page_of_another_server_may_send(box: DropBox, chromium: Browser, tmp_path: Path) -> None:
    page = chromium.new_context().new_page()
    other = DropBox(tmp_path / "other-server")
    other.folder.mkdir()
    (other.folder / "site").mkdir()
    (other.folder / "site/index.html").write_text("<title>Exam</title>", "utf-8")
    try:
        page.goto(other.start().address)
        assert page.evaluate(SEND, ["PUT", f"{box.start().address}drop/{KNOWN}"]) == 201
        with pytest.raises(Error, match="Failed to fetch"):
            page.evaluate(SEND, ["DELETE", f"{box.address}drop/{KNOWN}"])
    finally:
        other.stop()
