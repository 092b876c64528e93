"""A course that is taken along on a device: all of it, as far as it came, and what is said of it."""

import re
from pathlib import Path

import pytest
from network import Network, networked
from output import ROOT, Built
from playwright.sync_api import expect
from quizzing import check, questions
from taking import READY, box, take
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures", "offline_fixtures"]

QUIZ = "quizzes/wheels/"


@pytest.fixture(scope="module")
def axe() -> str:
    file = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not file.exists():
        pytest.skip("no axe-core; run npm ci")
    return file.read_text("utf-8")


def test_the_whole_course_works_after_one_press(
    bicycle_site: Path, network: Network, learner: Visitor
) -> None:
    take(learner.open(""))
    network.is_down = True
    pages = [file.parent.relative_to(bicycle_site).as_posix() for file in bicycle_site.rglob("index.html")]
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
    bicycle_site: Path, network: Network, learner: Visitor
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
    assert downloading.value.path().read_bytes() == (bicycle_site / "roles/files/mechanic.docx").read_bytes()
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
