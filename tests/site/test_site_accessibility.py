"""axe finds nothing to mend on a page of every kind, in light and in dark, on a phone and at a desk."""

from pathlib import Path
from typing import Any

import pytest
from auditing import broken_rules
from builders import EVERY_BUILDER, TELLING_KINDS_OF_EVERY_BUILDER
from customising import ROLE, add_duty, choose_logo, fill, open_panel
from fitting import too_wide
from kinds import MOCK, PAGES, QUIZ, SECTION
from learners import DENIED, bring, learner_record
from output import Built
from playwright.sync_api import expect
from quizzing import answer_all, button, check
from sitting import answer, begin, flag, open_mock, submit
from visitors import DESKTOP, PHONE, Tourist, Visiting, Visitor

from pictures import png

pytest_plugins = ["site_fixtures"]

LOOKS: dict[str, dict[str, Any]] = {
    "light desk": {"color_scheme": "light", "viewport": DESKTOP},
    "dark phone": {"color_scheme": "dark", "viewport": PHONE},
}
_CUT = """(all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  .map(({ textContent }) => textContent)"""
SCHEMES = {"light": "default", "dark": "slate"}


@TELLING_KINDS_OF_EVERY_BUILDER
def test_page_breaks_no_rule_fits_a_phone_and_asks_nobody_else(kind: str, tourist: Tourist) -> None:
    """One visit for all three: what is slow is the opening of a page."""
    page = tourist.open(PAGES[kind])
    at_desk = broken_rules(page)
    page.set_viewport_size(PHONE)
    page.locator("body").evaluate("(body) => body.setAttribute('data-md-color-scheme', 'slate')")

    broken = at_desk + broken_rules(page)

    assert not broken, "\n".join(broken)
    assert too_wide(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert too_wide(page) == []
    assert tourist.strangers() == []
    assert tourist.complaints == []


@pytest.mark.parametrize(("look", "wrong"), [("light desk", 0), ("dark phone", 99)])
def test_result_of_a_quiz_breaks_no_rule(look: str, wrong: int, visiting: Visiting) -> None:
    page = visiting(**LOOKS[look]).open(QUIZ)
    answer_all(page, wrong=wrong)
    if page.get_by_role("button", name="查看结果").is_visible():
        page.get_by_role("button", name="查看结果").click()
    expect(page.locator(".cw-outcome")).to_be_visible()

    broken = broken_rules(page)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_of_a_mock_exam_breaks_no_rule(look: str, visiting: Visiting) -> None:
    page = open_mock(visiting(**LOOKS[look]), MOCK)
    broken = broken_rules(page)
    questions = begin(page)
    answer(questions.first)
    flag(questions.first)
    if not page.locator(".cw-answers ol").is_visible():
        page.locator(".cw-answers summary").click()
    broken += broken_rules(page)
    page.locator("button[value=submit]:visible").first.click()
    broken += broken_rules(page)
    page.keyboard.press("Escape")
    submit(page)
    broken += broken_rules(page)
    button(page, "New attempt with other questions").click()
    broken += broken_rules(page)

    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_home_of_a_returning_learner_breaks_no_rule(look: str, visiting: Visiting) -> None:
    learner = visiting(**LOOKS[look])
    check(learner.open(SECTION).locator("fieldset.cw-q").first)
    page = learner.open("")
    expect(page.locator("cw-progress .cw-strip")).to_contain_text("上次读到")
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", SCHEMES[LOOKS[look]["color_scheme"]]
    )
    broken = broken_rules(page)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_own_pages_of_a_learner_break_no_rule(
    look: str, visiting: Visiting, built: Built, tmp_path: Path
) -> None:
    page = visiting(**LOOKS[look]).open("my/")
    bring(page, learner_record(built), tmp_path)
    page.locator("cw-dashboard summary").click()
    broken = broken_rules(page)
    for address in ("my/levels/", "my/transcript/", ""):
        page.goto(address or "./")
        expect(page.locator("article :is(table, .cw-small-bars)").first).to_be_visible()
        broken += broken_rules(page)

    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_own_pages_in_trouble_break_no_rule(look: str, visiting: Visiting) -> None:
    learner = visiting(**LOOKS[look])
    learner.page.add_init_script(DENIED)
    broken: list[str] = []
    for address in ("my/", "my/levels/", "my/transcript/"):
        page = learner.open(address)
        expect(page.locator("article .cw-warn").first).to_be_visible()
        broken += broken_rules(page)
    learner.page.route("**/catalogue.json", lambda route: route.abort())
    page = learner.open("my/")
    expect(button(page, "Try again")).to_be_visible()
    broken += broken_rules(page)

    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_customised_role_breaks_no_rule(look: str, visiting: Visiting) -> None:
    page = visiting(**LOOKS[look]).open(ROLE)
    open_panel(page)
    fill(page, company="恒泰银行", department="公司业务部")
    button(page.locator(".cw-duty").first, "Strike").click()
    add_duty(page, "完成交办事项", "", "10")
    choose_logo(page, png(30, 10))
    expect(page.locator("img.cw-logo")).to_be_visible()

    broken = broken_rules(page)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_search_results_break_no_rule(look: str, visiting: Visiting) -> None:
    page = visiting(**LOOKS[look]).open("learn/")
    page.keyboard.press("/")
    expect(page.locator("dialog[open] input")).to_be_focused()
    page.keyboard.insert_text("风险")
    expect(page.locator("dialog[open] [role=status]")).not_to_be_empty()

    broken = broken_rules(page)
    assert not broken, "\n".join(broken)


@EVERY_BUILDER
def test_code_and_tables_of_a_guide_break_no_rule_where_nothing_hovers(phone: Visitor) -> None:
    page = phone.open("guides/write/")
    broken = broken_rules(page)

    assert not broken, "\n".join(broken)
    code = page.locator("pre > code")
    expect(page.get_by_role("button", name="复制")).to_have_count(code.count())
    assert code.evaluate_all(_CUT) == []
    expect(page.locator("pre").get_by_role("navigation")).to_have_count(0)


@EVERY_BUILDER
def test_skip_link_is_the_first_stop(visitor: Visitor) -> None:
    """On a page without a table of contents too."""
    page = visitor.open(QUIZ)
    page.keyboard.press("Tab")

    expect(page.locator(".cw-skip")).to_be_focused()
    expect(page.locator(".cw-skip")).to_have_text("跳到正文")
    page.keyboard.press("Enter")
    expect(page.locator("#_text")).to_be_focused()
