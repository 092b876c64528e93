"""HR adapts a role in the browser: the page follows, a reload keeps it, and nothing leaves the device."""

from pathlib import Path

from builders import EVERY_BUILDER
from customising import (
    ROLE,
    add_duty,
    choose_logo,
    controls,
    download,
    field,
    fill,
    open_panel,
    parts,
    place,
)
from playwright.sync_api import Page, expect
from quizzing import SAY, button
from visitors import PHONE, Visiting, Visitor

from pictures import png

pytest_plugins = ["site_fixtures"]

_ODD = "A weight is a whole number from 0 to 100: what is entered counts as the nearest one."
CHARTER = "roles/bancassurance-department/"


def test_button_opens_and_closes_the_form(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    toggle = button(page, "Customise")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(field(page, "company")).to_be_visible()
    button(page, "Close").click()

    expect(page.locator(".cw-panel")).to_be_hidden()
    expect(toggle).to_be_focused()


def test_page_shows_what_is_entered(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    expect(page.locator(".cw-letterhead")).to_be_hidden()
    open_panel(page)
    fill(page, company="恒泰 <b>银行</b>", department="公司业务部", kpis__1__target="不低于 100%")
    field(page, "reports_to").select_option("bancassurance-director")

    expect(page.locator(".cw-letterhead")).to_contain_text("恒泰 <b>银行</b>")
    expect(place(page, "department")).to_have_text("公司业务部")
    expect(page.locator(".cw-role-bar")).to_contain_text("原来的模板")
    expect(place(page, "department").locator("xpath=..")).to_contain_text(SAY("Changed"))
    expect(place(page, "kpis.1.target")).to_have_text("不低于 100%")
    expect(place(page, "reports_to")).to_have_text(
        field(page, "reports_to").locator("option:checked").inner_text()
    )


def test_field_set_back_is_no_longer_marked(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    before = place(page, "department").inner_text()
    open_panel(page)
    fill(page, department="公司业务部")
    field(page, "department").fill("")
    field(page, "department").blur()

    expect(field(page, "department")).to_have_value(before)
    expect(place(page, "department")).to_have_text(before)
    expect(page.locator("article .cw-changed")).to_have_count(0)


def test_duties_are_struck_restored_and_added(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    rows = page.locator("[data-duty]")
    total = rows.count()
    open_panel(page)
    block = page.locator(".cw-duty").nth(1)
    button(block, "Strike").click()
    expect(rows.nth(1)).to_have_class("is-struck")
    expect(rows.nth(1)).to_contain_text(SAY("Struck"))
    expect(rows.nth(2).locator("td").first).to_have_text("2")
    expect(button(block, "Restore")).to_be_focused()
    button(block, "Restore").click()
    add_duty(page, "完成交办事项", "按期完成", "10")

    expect(rows.nth(1)).not_to_contain_text(SAY("Struck"))
    expect(rows).to_have_count(total + 1)
    expect(rows.last).to_contain_text("完成交办事项")
    expect(rows.last).to_contain_text(SAY("Added"))
    expect(rows.last).not_to_contain_text(SAY("Proposal"))
    button(page.locator(".cw-duty").last, "Remove").click()
    expect(rows).to_have_count(total)
    expect(button(page, "Add a duty")).to_be_focused()


def test_sum_of_the_weights_is_said(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    said = page.locator(".cw-sum[role=status]")
    expect(said).to_have_text(SAY("The weights add up to {sum} %.").format(sum=100))
    weight = int(field(page, "duties.1.weight").input_value())
    fill(page, duties__1__weight=str(weight - 5))

    expect(said).to_have_text(
        SAY("The weights add up to {sum} %, {rest} % short of 100 %.").format(sum=95, rest=5)
    )
    for odd, counted in (("-5", "0"), ("0.5", "1"), ("101", "100"), ("1000000000", "100")):
        fill(page, duties__1__weight=odd)
        expect(page.locator(".cw-desk")).to_contain_text(SAY(_ODD))
        field(page, "duties.1.weight").blur()
        expect(field(page, "duties.1.weight")).to_have_value(counted)
        expect(page.locator(".cw-desk")).not_to_contain_text(SAY(_ODD))
    fill(page, duties__1__weight=str(weight + 3))
    expect(said).to_have_text(
        SAY("The weights add up to {sum} %, {rest} % above 100 %.").format(sum=103, rest=3)
    )


def test_unfinished_duty_and_the_most_duties_are_said(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    while button(page, "Add a duty").is_enabled():
        button(page, "Add a duty").click()

    expect(page.locator("[data-duty]")).to_have_count(12)
    said = page.locator(".cw-role-editor .cw-faults").first
    expect(said).to_contain_text(SAY("There are {most} duties, and no more can be added.").format(most=12))
    expect(said).to_contain_text(SAY("Duty {number} lacks its text or its standard.").format(number=12))


def test_reload_keeps_everything(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    fill(page, company="恒泰银行", kpis__2__target="三种")
    button(page.locator(".cw-duty").nth(2), "Strike").click()
    number = add_duty(page, "完成交办事项", "按期完成", "15")
    choose_logo(page, png(30, 10))
    expect(page.locator("img.cw-logo")).to_be_visible()
    page.reload()

    expect(page.locator(".cw-letterhead")).to_contain_text("恒泰银行")
    expect(page.locator("img.cw-logo")).to_be_visible()
    expect(place(page, "kpis.2.target")).to_have_text("三种")
    expect(page.locator("[data-duty].is-struck")).to_have_count(1)
    expect(place(page, f"duties.{number}.text")).to_have_text("完成交办事项")
    open_panel(page)
    expect(field(page, "company")).to_have_value("恒泰银行")
    expect(page.locator(".cw-desk")).to_contain_text("logo.png")
    other = visitor.open("roles/bancassurance-client-manager/")
    expect(other.locator(".cw-letterhead")).to_contain_text("恒泰银行")  # entered once for every role
    expect(other.locator("img.cw-logo")).to_be_visible()
    expect(other.locator("[data-duty].is-struck")).to_have_count(0)


def test_proposals_are_confirmed_once_it_is_said_by_whom_and_when(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    mark = page.locator('[data-confirm="location"]')
    open_panel(page)
    field(page, "confirm.location").check()
    expect(page.locator(".cw-role-editor")).to_contain_text(
        SAY("Say who confirms, and on which day: until then nothing is confirmed.")
    )
    expect(mark).to_be_visible()
    fill(page, confirmation__by="王某", confirmation__date="2026-12-01", headcount="3")

    expect(mark).to_be_hidden()
    expect(page.locator('[data-confirm="headcount"]')).to_be_hidden()  # HR's own words
    assert place(page, "confirmation.by").inner_text() == "王某"
    assert "fields" in download(page, "Download YAML")[1].decode()
    button(page, "Tick all").click()
    expect(page.locator("[data-confirm]:visible")).to_have_count(0)
    page.reload()
    expect(page.locator("[data-confirm]:visible")).to_have_count(0)


def test_other_documents_have_the_company_and_the_logo(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    fill(page, company="恒泰银行")
    choose_logo(page, png(30, 10))
    expect(page.locator("img.cw-logo")).to_be_visible()
    with page.expect_download() as coming:
        page.locator('.cw-documents a[download$=".docx"]').last.click()
    content = Path(coming.value.path()).read_bytes()

    assert {tag: text for tag, _, text in controls(content)}["company"] == "恒泰银行"
    assert parts(content)["word/media/company-logo.png"] == png(30, 10)


def test_template_is_restored_after_asking(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    before = page.locator("article").inner_text()
    open_panel(page)
    fill(page, company="恒泰银行", department="公司业务部")
    add_duty(page, "完成交办事项", "按期完成", "15")
    choose_logo(page, png(30, 10))
    button(page, "Back to the template").click()
    button(page, "Discard all changes for good?").click()
    expect(field(page, "company")).to_have_value("")
    button(page, "Close").click()

    assert page.locator("article").inner_text() == before
    page.reload()
    expect(page.locator("article .cw-changed")).to_have_count(0)


def test_changed_template_keeps_the_entries_and_says_so(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    fill(page, company="恒泰银行")
    expect(page.locator(".cw-desk > .cw-faults")).to_have_count(0)
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find((key) => key.endsWith(":role:client-manager"));
      const kept = JSON.parse(localStorage.getItem(key));
      localStorage.setItem(key, JSON.stringify({ ...kept, digest: "another" }));
    }""")
    page.reload()
    open_panel(page)

    expect(page.locator(".cw-desk > .cw-faults")).to_be_visible()
    expect(page.locator(".cw-letterhead")).to_contain_text("恒泰银行")


def test_logo_is_removed(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    choose_logo(page, png(30, 10))
    expect(page.locator("img.cw-logo")).to_be_visible()
    button(page, "Remove the logo").click()

    expect(page.locator("img.cw-logo")).to_have_count(0)
    expect(page.locator(".cw-letterhead")).to_be_hidden()
    expect(button(page, "Choose a logo")).to_be_focused()


@EVERY_BUILDER
def test_nothing_leaves_the_site_and_the_policy_holds(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    fill(page, company="恒泰银行")
    choose_logo(page, png(30, 10))
    expect(page.locator("img.cw-logo")).to_be_visible()
    download(page, "Download Word")
    download(page, "Download YAML")

    assert visitor.strangers() == []
    assert visitor.complaints == []


@EVERY_BUILDER
def test_draft_shows_again_after_instant_navigation(visiting: Visiting, instant: str) -> None:
    visitor = visiting(instant)
    page = visitor.open(ROLE)
    page.wait_for_load_state("networkidle")
    open_panel(page)
    fill(page, company="恒泰银行")
    page.locator(".md-tabs__link").nth(1).click()
    expect(page.locator("cw-customise")).to_have_count(0)
    expect(page.locator(":not(:defined)")).to_have_count(0)  # what is begun here is asked from here
    page.go_back()

    expect(page.locator(".cw-letterhead")).to_contain_text("恒泰银行")
    expect(button(page, "Customise")).to_have_count(1)
    assert visitor.complaints == []


def test_keyboard_alone_is_enough(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    button(page, "Customise").focus()
    page.keyboard.press("Enter")
    expect(field(page, "company")).to_be_visible()
    _tab_to(page, 'name="company"')
    page.keyboard.insert_text("恒泰银行")
    _tab_to(page, "<summary", 12)
    page.keyboard.press("Enter")
    _tab_to(page, 'name="kpis.1.target"', 3)
    page.keyboard.insert_text("达标")
    _tab_to(page, SAY("Duties"), 9)
    page.keyboard.press("Space")
    _tab_to(page, 'value="strike.1"', 5)
    page.keyboard.press("Enter")

    expect(page.locator(".cw-letterhead")).to_contain_text("恒泰银行")
    expect(place(page, "kpis.1.target")).to_have_text("达标")
    expect(page.locator("[data-duty]").first).to_have_class("is-struck")


def test_print_shows_the_document_alone(visitor: Visitor) -> None:
    page = visitor.open(ROLE)
    open_panel(page)
    fill(page, company="恒泰银行", department="公司业务部")
    button(page.locator(".cw-duty").first, "Strike").click()
    choose_logo(page, png(30, 10))
    expect(page.locator("img.cw-logo")).to_be_visible()
    page.emulate_media(media="print")

    for gone in ("cw-customise", ".cw-panel", ".cw-changed", ".is-struck", ".cw-role-bar"):
        assert page.locator(gone).locator("visible=true").count() == 0, gone
    head, title = page.locator(".cw-letterhead").bounding_box(), page.locator("article h1").bounding_box()
    assert head
    assert title
    assert head["y"] + head["height"] <= title["y"] + 1
    expect(page.locator("img.cw-logo")).to_be_visible()


def test_charter_is_customised_too(visitor: Visitor) -> None:
    page = visitor.open(CHARTER)
    open_panel(page)
    fill(page, company="恒泰银行")
    assert field(page, "grade").locator("option").count() == 1

    assert "恒泰银行" in download(page, "Download YAML")[1].decode()


def test_open_panel_fits_a_phone(visiting: Visiting) -> None:
    page = visiting(viewport=PHONE, has_touch=True, is_mobile=True).open(ROLE)
    open_panel(page)
    page.set_viewport_size({"width": 320, "height": 640})

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    low = """(all) => all.map((one) => one.getBoundingClientRect())
        .filter(({ height }) => height > 0 && height < 43.5).length"""
    fields = "button, input:not([type=file], [type=checkbox]), .cw-tick, select, textarea, summary"
    assert page.locator(f".cw-desk :is({fields})").evaluate_all(low) == 0


def _tab_to(page: Page, markup: str, most: int = 40) -> None:
    """Press Tab until what has the focus is written with `markup`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if markup in page.evaluate("document.activeElement.outerHTML"):
            return
    raise AssertionError(f"no stop at {markup}")
