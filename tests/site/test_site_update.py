"""A site that is built anew while a learner is on it."""

import shutil
from pathlib import Path

from kinds import CHAPTER
from output import Built, serving
from playwright.sync_api import expect
from quizzing import check, questions
from visitors import Visiting, until

pytest_plugins = ["site_fixtures"]

CODE = "assets/coursewright"
OTHER = "f" * 12


def test_tab_that_comes_to_a_page_of_a_newer_build_takes_its_code(
    built: Built, visiting: Visiting, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(built.folder, tmp_path / "site"))
    with serving(site, sitemap=True) as address:
        learner = visiting(address)
        page = learner.open(CHAPTER)
        page.wait_for_load_state("networkidle")
        page.evaluate("window.marked = true")
        _renew(site)
        page.locator('article a[href$="quizzes/risk/"]').first.click()
        page.wait_for_url("**/quizzes/risk/")
        until(page, "window.marked === undefined")
        check(questions(page).first)

        assert [url for url in learner.requests if OTHER in url and url.endswith("/quiz.mjs")]
        assert learner.complaints == []


def test_tab_that_stays_with_its_build_is_not_loaded_anew(visiting: Visiting, instant: str) -> None:
    learner = visiting(instant)
    page = learner.open(CHAPTER)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.marked = true")
    page.locator('article a[href$="quizzes/risk/"]').first.click()
    page.wait_for_url("**/quizzes/risk/")
    expect(page.locator("cw-quiz.is-ready")).to_be_attached()

    assert page.evaluate("window.marked") is True


def _renew(site: Path) -> None:
    """The same site with its code in another folder, and in no other."""
    (folder,) = (entry for entry in (site / CODE).iterdir() if entry.is_dir())
    folder.rename(site / CODE / OTHER)
    for page in site.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(folder.name, OTHER), encoding="utf-8")
