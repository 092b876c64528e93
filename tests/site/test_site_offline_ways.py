"""Ways to a course that may be taken along: slow, redirected, unsafe, without scripts, as an app."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from network import Network
from playwright.sync_api import Browser, expect
from taking import CODE, box, take
from visitors import Visiting, Visitor, chromium_here

pytest_plugins = ["site_fixtures", "offline_fixtures"]

_SIDE = """async (address) => {
  const icon = Object.assign(new Image(), { src: address });
  await icon.decode();
  return icon.width === icon.height ? icon.width : 0;
}"""


def test_what_is_none_of_its_business_passes_by_the_worker(network: Network, learner: Visitor) -> None:
    page = learner.open("")
    take(page)
    page.reload()
    ways: dict[str, Any] = {
        "kept": "fetch('assets/coursewright/names.json')",
        "range": "fetch('assets/coursewright/names.json', {headers: {range: 'bytes=0-9'}})",
        "query": "fetch('assets/coursewright/names.json?1')",
        "post": "fetch('assets/coursewright/names.json', {method: 'POST'})",
        "unknown": "fetch('no-such-thing.json')",
    }
    by_worker = {}
    for name, call in ways.items():
        with page.expect_response(re.compile(r"names|no-such")) as answered:
            page.evaluate(f"{call}.then(() => 1)")
        by_worker[name] = answered.value.from_service_worker
    assert by_worker == {"kept": True, "range": False, "query": False, "post": False, "unknown": False}


def test_a_network_that_does_not_answer_is_not_waited_for(network: Network, learner: Visitor) -> None:
    """The one timer: without it a page would wait as long as the browser does, which is minutes."""
    take(learner.open(""))
    network.seconds = 30
    page = learner.open("learn/wheels/")
    expect(page.locator("article h1")).to_be_visible()
    network.seconds = 0


def test_answers_that_were_redirected_are_shown_nevertheless(network: Network, learner: Visitor) -> None:
    network.redirect = lambda path: f"{path}index.html" if path.endswith("s/") else None
    take(learner.open(""))
    network.is_down = True
    for address in ("quizzes/", "learn/wheels/", "toolkits/"):
        learner.open(address)
        expect(learner.page.locator("article h1")).to_be_visible()


def test_a_login_in_the_place_of_a_page_is_not_kept(network: Network, learner: Visitor) -> None:
    page = learner.open("")
    network.redirect = lambda path: "/404.html" if path == "/glossary/" else None
    box(page).get_by_role("button").click()
    expect(box(page)).to_contain_text("something on the way alters its files")


@pytest.fixture
def elsewhere(chromium: Browser) -> Iterator[Callable[[str], Browser]]:
    """A browser for which a host is this machine."""
    browsers: list[Browser] = []

    def launch(host: str) -> Browser:
        arguments = ["--no-sandbox", f"--host-resolver-rules=MAP {host} 127.0.0.1"]
        browsers.append(chromium.browser_type.launch(executable_path=chromium_here(), args=arguments))
        return browsers[-1]

    yield launch
    for browser in browsers:
        browser.close()


def test_over_plain_http_there_is_nothing_and_no_complaint(
    network: Network, elsewhere: Callable[[str], Browser]
) -> None:
    host = "training.example"
    learner = Visitor(elsewhere(host), network.address(host=host))
    page = learner.open("")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("isSecureContext") is False
    expect(box(page)).to_be_empty()
    expect(box(page)).to_be_hidden()
    assert learner.complaints == []
    assert not [path for path in network.asked if "offline.json" in path or "worker.js" in path]


def test_without_scripts_there_is_nothing(visiting: Visiting, network: Network) -> None:
    learner = visiting(network.address(), java_script_enabled=False)
    page = learner.open("")
    expect(box(page)).to_be_empty()
    assert "/worker.js" not in network.asked


def test_the_site_can_be_installed(network: Network, learner: Visitor) -> None:
    """What Chromium asks for; where it is no mere shell, it says itself that nothing is missing."""
    page = learner.open("learn/wheels/")
    session = learner.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == network.address(f"/{CODE}/app.json")
    app = json.loads(found["data"])
    address = urljoin(found["url"], app["start_url"])
    assert [address, urljoin(found["url"], app["scope"])] == [network.address(), network.address()]
    assert (app["name"], app["lang"], app["display"]) == (
        "Bicycle repair for apprentices",
        "en",
        "standalone",
    )
    for icon in app["icons"]:
        side = page.evaluate(_SIDE, urljoin(found["url"], icon["src"]))
        assert icon["sizes"] == f"{side}x{side}"
    assert {(icon["sizes"], icon["purpose"]) for icon in app["icons"]} >= {
        ("192x192", "any"),
        ("512x512", "any"),
    }
    missing = {
        error["errorId"] for error in session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    }
    assert missing <= {"in-incognito"}, "as every context of a test is"
