"""A course that was taken along: newer versions, removal, and another site of the same host."""

import re
import shutil
from pathlib import Path

import pytest
from network import Network, networked
from playwright.sync_api import Error, expect
from taking import CODE, box, names_of_caches, renewed, take
from visitors import Visiting, Visitor, until

from coursewright.host.manifest import write_manifest

pytest_plugins = ["site_fixtures", "offline_fixtures"]


def test_a_new_version_waits_until_its_reader_asks_for_it(
    bicycle_site: Path, network: Network, learner: Visitor, tmp_path: Path
) -> None:
    old = learner.open("")
    take(old)
    old.goto("learn/wheels/")
    expect(old.locator(".cw-notice")).to_be_hidden()
    network.sites["/"] = renewed(bicycle_site, tmp_path / "new")
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
    until(tab, "!window.marked && document.querySelector('link[href*=eeeeeeeeeeee]')")
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
    bicycle_site: Path, network: Network, learner: Visitor, tmp_path: Path
) -> None:
    page = learner.open("")
    take(page)
    network.sites["/"] = renewed(bicycle_site, tmp_path / "new")
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
    bicycle_site: Path, visiting: Visiting, tmp_path: Path
) -> None:
    other = renewed(bicycle_site, tmp_path / "other", "Other")
    with networked({"/": bicycle_site, "/a/b/": other}) as network:
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


def test_a_site_that_is_not_to_be_kept_any_more_takes_itself_back(
    bicycle_site: Path, network: Network, learner: Visitor, tmp_path: Path
) -> None:
    page = learner.open("")
    take(page)
    page.evaluate("caches.open('of another program')")
    new = Path(shutil.copytree(bicycle_site, tmp_path / "new"))
    write_manifest(new, is_kept=False)
    network.sites["/"] = new

    page = learner.open("learn/")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")
    until(page, "caches.keys().then((names) => names.length === 1)")
    assert names_of_caches(page) == ["of another program"]
    page = learner.open("")
    expect(box(page)).to_be_empty()
    assert learner.complaints == []
