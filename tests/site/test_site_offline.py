"""A course that is taken along on a device: what goes well, and all that may not."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from network import Network, networked
from output import BICYCLE, ROOT, Built
from playwright.sync_api import Browser, Error, Page, expect
from quizzing import check, questions
from visitors import Visiting, Visitor, chromium_here

from coursewright.host.manifest import write_manifest
from sites import Sites

pytest_plugins = ["site_fixtures"]

CODE = "assets/coursewright"
QUIZ = "quizzes/wheels/"
_SIDE = """async (address) => {
  const icon = Object.assign(new Image(), { src: address });
  await icon.decode();
  return icon.width === icon.height ? icon.width : 0;
}"""
READY = "The whole course works without a network."


@pytest.fixture(scope="session")
def bicycle(sites: Sites) -> Path:
    """The site of the mini-course."""
    return sites.of(BICYCLE)


@pytest.fixture(scope="module")
def axe() -> str:
    file = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not file.exists():
        pytest.skip("no axe-core; run npm ci")
    return file.read_text("utf-8")


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


def until(page: Page, condition: str) -> None:
    """Wait for a promise of the page's to be true; the browser looks for a new worker when it has time."""
    for _ in range(150):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(condition)


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
    for folder in pages:
        learner.open("" if folder == "." else f"{folder}/")
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
    choice = learner.open("roles/compare/?roles=mechanic,workshop-lead")
    expect(choice.locator("cw-compare table")).to_be_visible()
    role = learner.open("roles/mechanic/")
    role.locator("a[href$='.docx'][download]").first.click()
    expect(role.locator(".cw-notice")).to_contain_text("This file was not taken along")
    assert [one for one in learner.complaints if "ERR_" not in one] == []


def test_what_is_said_of_a_copy_breaks_no_rule_and_can_be_closed(
    network: Network, visiting: Visiting, axe: str
) -> None:
    for scheme in ("light", "dark"):
        learner = visiting(network.address(), locale="en", color_scheme=scheme)
        page = learner.open("")
        take(page)
        network.is_down = True
        page = learner.open("")
        expect(page.locator(".cw-notice")).to_contain_text("You are offline")
        expect(box(page)).to_contain_text(READY)
        page.evaluate(axe)
        found = page.evaluate("axe.run('cw-offline, .cw-notice')")
        assert [rule["id"] for rule in found["violations"]] == []
        page.get_by_role("button", name="Close").click()
        expect(page.locator(".cw-notice")).to_be_hidden()
        network.is_down = False


def test_documents_come_after_a_press_of_their_own_that_names_their_size(
    bicycle: Path, network: Network, learner: Visitor
) -> None:
    page = learner.open("")
    take(page)
    assert not [path for path in network.asked if re.search(r"\.(pdf|docx|zip|xlsx)$", path)]
    more = box(page).get_by_role("button", name=re.compile("Take its"))
    expect(more).to_have_text(re.compile(r"Take its \d+ documents too \(\d+(\.\d)? [KM]B\)"))
    more.click()
    expect(box(page)).to_contain_text("Its documents are taken along too.")

    network.is_down = True
    page = learner.open("roles/mechanic/")
    with page.expect_download() as downloading:
        page.locator("a[href$='.docx'][download]").first.click()
    assert downloading.value.path().read_bytes() == (bicycle / "roles/files/mechanic.docx").read_bytes()
    assert downloading.value.suggested_filename.endswith(".docx")


def test_a_press_that_was_broken_off_goes_on_where_it_was(network: Network, learner: Visitor) -> None:
    page = learner.open("")
    page.wait_for_load_state("networkidle")
    came: list[str] = []
    for press in (re.compile("Take the course along"), re.compile("Go on")):
        network.is_down, network.left = False, 20
        network.asked.clear()
        box(page).get_by_role("button", name=press).click()
        expect(box(page)).to_contain_text("The connection was lost. What has come is kept")
        expect(box(page).locator("progress")).to_have_count(0)
        came += network.asked

    network.is_down = False
    page = learner.open("learn/")
    page.wait_for_load_state("networkidle")
    network.asked.clear()
    take(page)
    twice = {path for path in (*came, *network.asked) if (*came, *network.asked).count(path) > 1}
    assert len(came) == 40
    assert twice <= {"/worker.js"}
    network.is_down = True
    learner.open("learn/wheels/")


def test_a_device_that_is_full_says_how_much_is_wanted_and_loses_nothing(
    network: Network, learner: Visitor
) -> None:
    page = learner.open(QUIZ)
    check(questions(page).first)
    record = page.evaluate("JSON.stringify(localStorage)")
    page = learner.open("")
    session = learner.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": network.address(""), "quotaSize": 900_000})
    box(page).get_by_role("button").click()
    expect(box(page)).to_contain_text(
        re.compile(r"too little room for it: \d\.\d MB more are needed. Nothing of yours was lost")
    )
    assert page.evaluate("JSON.stringify(localStorage)") == record

    session.send("Storage.overrideQuotaForOrigin", {"origin": network.address("")})
    box(page).get_by_role("button", name="Go on").click()
    expect(box(page)).to_contain_text(READY)


def test_a_new_version_waits_until_its_reader_asks_for_it(
    bicycle: Path, network: Network, learner: Visitor, tmp_path: Path
) -> None:
    old = learner.open("")
    take(old)
    old.goto("learn/wheels/")
    expect(old.locator(".cw-notice")).to_be_hidden()
    network.sites["/"] = renewed(bicycle, tmp_path / "new")
    network.asked.clear()

    tab = learner.context.new_page()
    tab.goto("learn/")
    for page in (tab, old):
        expect(page.get_by_role("button", name="New version: press to refresh")).to_be_visible()
    fetched = {path for path in network.asked if path.endswith("/") or CODE in path}
    assert "/glossary/" in fetched, "pages that name the code changed with it"
    assert not [path for path in network.asked if "assets/stylesheets" in path], "what is as it was is copied"
    network.is_down = True
    old.goto("learn/wheels/puncture/")
    expect(old.locator("h1")).not_to_contain_text("Mended")
    network.is_down = False

    old.goto("learn/wheels/")
    old.evaluate("window.marked = true")
    # A worker at work is not replaced as long as it is watched, as a test's browser does.
    old.wait_for_load_state("networkidle")
    tab.evaluate("window.marked = true")
    tab.get_by_role("button", name="New version: press to refresh").click()
    tab.wait_for_function("!window.marked && document.querySelector('link[href*=eeeeeeeeeeee]')")
    expect(tab.locator(".cw-notice")).to_be_hidden()
    assert len(names_of_caches(tab)) == 1

    assert old.evaluate("window.marked") is True, "what is done in another tab is not taken away"
    expect(old.get_by_role("button", name="New version: press to refresh")).to_be_visible()
    old.locator("cw-search button").click()
    expect(old.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    network.is_down = True
    tab.goto("learn/wheels/puncture/")
    expect(tab.locator("h1")).to_contain_text("Mended")
    assert [one for one in learner.complaints if "ERR_" not in one] == []


def test_a_new_version_that_does_not_come_leaves_the_last_one(
    bicycle: Path, network: Network, learner: Visitor, tmp_path: Path
) -> None:
    page = learner.open("")
    take(page)
    network.sites["/"] = renewed(bicycle, tmp_path / "new")
    network.redirect = lambda path: "/404.html" if path == "/glossary/" else None
    page.goto("learn/")
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => 0)")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !one.installing && !one.waiting)")
    assert "/404.html" in network.asked
    network.is_down = True
    page.goto("learn/wheels/puncture/")
    expect(page.locator("h1")).not_to_contain_text("Mended")
    expect(page.get_by_role("button", name="New version: press to refresh")).to_have_count(0)


def test_two_sites_of_one_host_leave_each_other_alone(
    bicycle: Path, visiting: Visiting, tmp_path: Path
) -> None:
    other = renewed(bicycle, tmp_path / "other", "Other")
    with networked({"/": bicycle, "/a/b/": other}) as network:
        learner = visiting(network.address(), locale="en")
        for root in ("/", "/a/b/"):
            take(learner.open(network.address(root)))
        page = learner.page
        assert sorted(name.rsplit(" ", 1)[0] for name in names_of_caches(page)) == [
            "coursewright /",
            "coursewright /a/b/",
        ]
        network.is_down = True
        for root, word in (("/", ""), ("/a/b/", "Other")):
            page.goto(network.address(f"{root}learn/wheels/puncture/"))
            expect(page.locator("h1")).to_have_text(re.compile(f"{word}$"))
        network.is_down = False

        page.goto(network.address("/a/b/"))
        box(page).get_by_role("button", name="Remove the copy").click()
        box(page).get_by_role("button", name="Remove the copy from this device?").click()
        expect(box(page)).to_contain_text("The copy was removed.")
        assert [name.rsplit(" ", 1)[0] for name in names_of_caches(page)] == ["coursewright /"]
        network.is_down = True
        page.goto(network.address("/learn/"))
        with pytest.raises(Error, match="ERR_"):
            page.goto(network.address("/a/b/learn/"))


def test_who_removed_the_copy_may_take_it_again(network: Network, learner: Visitor) -> None:
    page = learner.open("")
    take(page)
    expect(box(page).get_by_role("status")).to_be_focused()
    box(page).get_by_role("button", name="Remove the copy").click()
    box(page).get_by_role("button", name="Remove the copy from this device?").click()
    expect(box(page)).to_contain_text("The copy was removed.")
    take(page)
    network.is_down = True
    learner.open("learn/wheels/")


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


def test_a_site_that_is_not_to_be_kept_any_more_takes_itself_back(
    bicycle: Path, network: Network, learner: Visitor, tmp_path: Path
) -> None:
    page = learner.open("")
    take(page)
    page.evaluate("caches.open('of another program')")
    new = Path(shutil.copytree(bicycle, tmp_path / "new"))
    write_manifest(new, is_kept=False)
    network.sites["/"] = new

    page = learner.open("learn/")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")
    until(page, "caches.keys().then((names) => names.length === 1)")
    assert names_of_caches(page) == ["of another program"]
    page = learner.open("")
    expect(box(page)).to_be_empty()
    assert learner.complaints == []


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


def test_the_reference_course_works_without_a_network(built: Built, visiting: Visiting) -> None:
    with networked({"/": built.folder}) as network:
        learner = visiting(network.address())
        page = learner.open("")
        box(page).get_by_role("button", name=re.compile("离线可用")).click()
        expect(box(page)).to_contain_text("整门课程已可离线使用", timeout=30_000)
        network.is_down = True
        for file in built.files("index.html")[::30]:
            learner.open(file.removesuffix("index.html"))
            expect(learner.page.locator(".cw-notice")).to_contain_text("当前离线")
