"""A course that is being written, in a browser: pages follow the builds and say what is wrong."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect
from visitors import PHONE, Visitor

from coursewright.host.preview import Preview, State
from coursewright.host.server import Server
from trees import write_tree

pytest_plugins = ["site_fixtures"]

PAGE = "<html lang=en><title>A</title><link rel=icon href=data:,><body><h1>{}</h1></body></html>"
TROUBLE = "error[CW0101]: <b>not</b>\n --> a.yml:1:1\n" + "and more\n" * 60


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    write_tree(tmp_path, {"index.html": PAGE.format("Old")})
    with Server("127.0.0.1", 0) as server:
        server.shown, server.heading = Preview(tmp_path, tmp_path, None, None), "The course cannot be built"
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_report_lies_over_the_page_until_the_next_build_which_is_shown_by_itself(
    server: Server, chromium: Browser, tmp_path: Path
) -> None:
    visitor = Visitor(chromium, f"http://127.0.0.1:{server.port}/", viewport=PHONE)
    page = visitor.open("/")
    report = page.get_by_role("alert")
    expect(report).to_have_count(0)

    server.shown.fail(TROUBLE)
    expect(report).to_contain_text("The course cannot be built")
    expect(report).to_contain_text("error[CW0101]: <b>not</b>")
    box = report.bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert box["height"] <= 844 * 0.85

    page.keyboard.press("Escape")
    expect(report).to_have_count(0)
    server.shown.fail(TROUBLE + "again")
    report.get_by_role("button").click()
    expect(report).to_have_count(0)

    write_tree(tmp_path, {"index.html": PAGE.format("New")})
    server.shown._show(State("2"))
    expect(page.get_by_role("heading")).to_have_text("New")
    expect(report).to_have_count(0)
    assert visitor.complaints == []
    visitor.context.close()
