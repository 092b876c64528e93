"""HR adapts a role where something is missing: storage, the network, a file, a newer browser."""

import pytest
from customising import ROLE, choose_logo, download, field, fill, offline, open_panel
from playwright.sync_api import expect
from quizzing import SAY, button
from visitors import Visitor

from pictures import png

pytest_plugins = ["site_fixtures"]


DENIED = """
for (const area of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, area, { get() { throw new DOMException("denied", "SecurityError"); } });
"""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "This file is not a PNG or JPEG picture that can be read.",
        ),
        (png(30, 10)[:30], "This file is not a PNG or JPEG picture that can be read."),
        (png(1000, 800, level=0), "This file is larger than 2 MB. Choose a smaller one."),
    ],
)
def test_logo_that_cannot_be_used_is_refused_in_words(content: bytes, said: str, visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    choose_logo(page, content)

    expect(page.locator(".cw-desk")).to_contain_text(SAY(said))
    expect(page.locator("img.cw-logo")).to_have_count(0)


def test_logo_that_storage_has_no_room_for_is_shown_and_told(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    page.evaluate(
        """() => {
          for (let size = 1 << 22; size; size >>= 1)
            try { localStorage.setItem(`x${size}`, 'x'.repeat(size)); } catch {}
        }"""
    )
    choose_logo(page, png(300, 100, level=0))

    expect(page.locator("img.cw-logo")).to_be_visible()
    expect(page.locator(".cw-desk")).to_contain_text(
        SAY("The logo is shown, but could not be kept in this browser: choose it again after a reload.")
    )
    fill(page, company="恒泰银行" * 100)
    expect(page.locator(".cw-desk .cw-warn")).to_contain_text("不允许保存草稿")


def test_without_storage_everything_works_in_memory(visitor: Visitor) -> None:
    visitor.page.add_init_script(DENIED)
    page = visitor.page
    page.goto(ROLE)
    open_panel(page)
    fill(page, company="恒泰银行")

    expect(page.locator(".cw-letterhead")).to_contain_text("恒泰银行")
    expect(page.locator(".cw-desk")).to_contain_text(
        SAY(
            "What you fill in changes the document on the page at once and is not uploaded. "
            "This browser does not let us keep it: it is lost when you leave."
        )
    )
    assert "恒泰银行" in download(page, "Download YAML")[1].decode()


def test_offline_the_files_are_made_all_the_same(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    page.wait_for_load_state("networkidle")
    with offline(page):
        fill(page, company="恒泰银行")
        assert download(page, "Download Word")[1].startswith(b"PK")
        assert "恒泰银行" in download(page, "Download YAML")[1].decode()


def test_word_file_that_does_not_come_is_told_and_asked_for_again(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    page.route("**/client-manager.docx", lambda route: route.abort())
    open_panel(page)
    said = SAY("The Word file could not be loaded. Try again later; printing and YAML work all the same.")
    expect(page.locator(".cw-said")).to_have_text(said)
    page.unroute("**/client-manager.docx")

    assert download(page, "Download Word")[1].startswith(b"PK")


def test_template_that_does_not_come_is_told_and_asked_for_again(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    page.route("**/client-manager.json", lambda route: route.abort())
    button(page, "Customise").click()
    expect(page.get_by_role("alert")).to_have_text(
        SAY("The template could not be loaded. Check the connection, then close and open this again.")
    )
    page.unroute("**/client-manager.json")
    button(page, "Customise").click()
    button(page, "Customise").click()

    expect(field(page, "company")).to_be_visible()


def test_browser_without_streams_says_it_is_too_old(visitor: Visitor) -> None:
    visitor.page.add_init_script("delete window.DecompressionStream;")
    page = visitor.open(ROLE)
    open_panel(page)
    button(page, "Download Word").click()

    expect(page.locator(".cw-said")).to_have_text(
        SAY("This browser is too old to make a Word file. Printing and YAML work all the same.")
    )
