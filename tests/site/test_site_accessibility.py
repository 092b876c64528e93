"""axe finds nothing to mend on a page of every kind, in light and in dark, on a phone and at a desk."""

from pathlib import Path
from typing import Any

import pytest
from builders import EVERY_BUILDER, TELLING_KINDS_OF_EVERY_BUILDER
from customising import ROLE, add_duty, choose_logo, fill, open_panel
from kinds import MOCK, PAGES, QUIZ, SECTION
from learners import DENIED, bring, learner_record
from output import ROOT, Built
from playwright.sync_api import Page, expect
from quizzing import answer_all, button, check
from sitting import answer, begin, flag, open_mock, submit
from visitors import DESKTOP, PHONE, Visiting, Visitor

from pictures import png

pytest_plugins = ["site_fixtures"]

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS: dict[str, dict[str, Any]] = {
    "light desk": {"color_scheme": "light", "viewport": DESKTOP},
    "dark phone": {"color_scheme": "dark", "viewport": PHONE},
}
_CUT = """(all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  .map(({ textContent }) => textContent)"""
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        pytest.skip("no axe-core; run npm ci")
    return Path(AXE).read_text("utf-8")


@TELLING_KINDS_OF_EVERY_BUILDER
def test_page_breaks_no_rule_and_asks_nobody_else(kind: str, visitor: Visitor, axe: str) -> None:
    page = visitor.open(PAGES[kind])
    at_desk = _broken(page, axe)
    page.set_viewport_size(PHONE)
    page.locator("body").evaluate("(body) => body.setAttribute('data-md-color-scheme', 'slate')")

    broken = at_desk + _broken(page, axe)

    assert not broken, "\n".join(broken)
    assert visitor.strangers() == []
    assert visitor.complaints == []


@pytest.mark.parametrize("look", LOOKS)
def test_answered_question_breaks_no_rule(look: str, visiting: Visiting, axe: str) -> None:
    page = visiting(**LOOKS[look]).open(QUIZ)
    check(page.locator("fieldset.cw-q").first, wrong=True)

    broken = _broken(page, axe)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_steps_to_put_in_order_break_no_rule(look: str, visiting: Visiting, axe: str) -> None:
    page = visiting(**LOOKS[look]).open("learn/relationship/complaints/")
    question = page.locator("fieldset[data-shape=order]")
    before = _broken(page, axe)
    check(question, wrong=True)

    broken = before + _broken(page, axe)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(("look", "wrong"), [("light desk", 0), ("dark phone", 99)])
def test_result_of_a_quiz_breaks_no_rule(look: str, wrong: int, visiting: Visiting, axe: str) -> None:
    page = visiting(**LOOKS[look]).open(QUIZ)
    answer_all(page, wrong=wrong)
    if page.get_by_role("button", name="查看结果").is_visible():
        page.get_by_role("button", name="查看结果").click()
    expect(page.locator(".cw-outcome")).to_be_visible()

    broken = _broken(page, axe)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_of_a_mock_exam_breaks_no_rule(look: str, visiting: Visiting, axe: str) -> None:
    page = open_mock(visiting(**LOOKS[look]), MOCK)
    broken = _broken(page, axe)
    questions = begin(page)
    answer(questions.first)
    flag(questions.first)
    if not page.locator(".cw-answers ol").is_visible():
        page.locator(".cw-answers summary").click()
    broken += _broken(page, axe)
    page.locator("button[value=submit]:visible").first.click()
    broken += _broken(page, axe)
    page.keyboard.press("Escape")
    submit(page)
    broken += _broken(page, axe)
    button(page, "New attempt with other questions").click()
    broken += _broken(page, axe)

    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_home_of_a_returning_learner_breaks_no_rule(look: str, visiting: Visiting, axe: str) -> None:
    learner = visiting(**LOOKS[look])
    check(learner.open(SECTION).locator("fieldset.cw-q").first)
    page = learner.open("")
    expect(page.locator("cw-progress .cw-strip")).to_contain_text("上次读到")
    expect(page.locator("body")).to_have_attribute(
        "data-md-color-scheme", SCHEMES[LOOKS[look]["color_scheme"]]
    )
    broken = _broken(page, axe)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_own_pages_of_a_learner_break_no_rule(
    look: str, visiting: Visiting, built: Built, axe: str, tmp_path: Path
) -> None:
    page = visiting(**LOOKS[look]).open("my/")
    bring(page, learner_record(built), tmp_path)
    page.locator("cw-dashboard summary").click()
    broken = _broken(page, axe)
    for address in ("my/levels/", "my/transcript/", ""):
        page.goto(address or "./")
        expect(page.locator("article :is(table, .cw-small-bars)").first).to_be_visible()
        broken += _broken(page, axe)

    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_own_pages_in_trouble_break_no_rule(look: str, visiting: Visiting, axe: str) -> None:
    learner = visiting(**LOOKS[look])
    learner.page.add_init_script(DENIED)
    broken: list[str] = []
    for address in ("my/", "my/levels/", "my/transcript/"):
        page = learner.open(address)
        expect(page.locator("article .cw-warn").first).to_be_visible()
        broken += _broken(page, axe)
    learner.page.route("**/catalogue.json", lambda route: route.abort())
    page = learner.open("my/")
    expect(button(page, "Try again")).to_be_visible()
    broken += _broken(page, axe)

    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_customised_role_breaks_no_rule(look: str, visiting: Visiting, axe: str) -> None:
    page = visiting(**LOOKS[look]).open(ROLE)
    open_panel(page)
    fill(page, company="恒泰银行", department="公司业务部")
    button(page.locator(".cw-duty").first, "Strike").click()
    add_duty(page, "完成交办事项", "", "10")
    choose_logo(page, png(30, 10))
    expect(page.locator("img.cw-logo")).to_be_visible()

    broken = _broken(page, axe)
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_search_results_break_no_rule(look: str, visiting: Visiting, axe: str) -> None:
    page = visiting(**LOOKS[look]).open("learn/")
    page.keyboard.press("/")
    expect(page.locator("dialog[open] input")).to_be_focused()
    page.keyboard.insert_text("风险")
    expect(page.locator("dialog[open] [role=status]")).not_to_be_empty()

    broken = _broken(page, axe)
    assert not broken, "\n".join(broken)


@EVERY_BUILDER
def test_code_and_tables_of_a_guide_break_no_rule_where_nothing_hovers(phone: Visitor, axe: str) -> None:
    page = phone.open("guides/write/")
    broken = _broken(page, axe)

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


def _broken(page: Page, axe: str, within: str = "html") -> list[str]:
    """Rules that are broken, each with where and what axe says of it."""
    # A page may not run what is added to it; the browser's own console may.
    page.evaluate(f"{axe}; undefined")
    run = """([within, values]) =>
        axe.run(within, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })"""
    found = page.evaluate(run, [within, LEVELS])
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
        for rule in found["violations"]
        for node in rule["nodes"][:5]
    ]
