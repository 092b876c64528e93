"""Learners judge their own levels, and see how far they are from a role."""

from dashboards import LEVELS
from output import Built
from playwright.sync_api import expect
from quizzing import SAY, drawer, keep
from visitors import Visitor

pytest_plugins = ["site_fixtures"]

_PLACE = "(options, id) => options.slice(1).findIndex(({ value }) => value === id)"


def test_own_levels_and_the_gap_by_keyboard(visitor: Visitor, built: Built) -> None:
    page = visitor.open(LEVELS)
    role = built.site.roles["client-manager"]
    need = next(need for need in role.model.competencies if need.level == 3)
    field = page.locator(f"#own-{need.competency}")
    select = page.locator("#role-chosen select")
    select.focus()
    for _ in range(1 + select.locator("option").evaluate_all(_PLACE, role.id)):
        page.keyboard.press("ArrowDown")
    expect(select).to_have_value(role.id)
    row = page.locator("#gap tbody tr", has=page.locator(f"a[href='#own-{need.competency}']"))
    expect(page.locator("#gap tbody tr")).to_have_count(len(role.model.competencies))
    expect(row).to_contain_text(SAY("Not judged yet"))
    row.locator(f"a[href='#own-{need.competency}']").focus()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.press("Tab")
    expect(field.locator("input").first).to_be_focused()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(field.locator("input[value='2']")).to_be_checked()
    expect(field.locator("input[value='2']")).to_be_focused()
    expect(field).to_contain_text(f"岗位要求：3 {_levels(built)[2]}")
    expect(row.locator("td[data-column='差距']")).to_have_text("1 级")
    page.reload()

    expect(field.locator("input[value='2']")).to_be_checked()
    expect(select).to_have_value(role.id)
    expect(row.locator("td[data-column='差距']")).to_have_text("1 级")
    tries = drawer(page, "levels")["entries"][need.competency]["tries"]
    assert [one["level"] for one in tries] == [1, 2]
    section = row.locator("td").last.locator("a").first
    title = section.inner_text()
    section.click()
    expect(page.locator("h1")).to_have_text(title)
    assert visitor.complaints == []


def test_judgement_can_be_withdrawn(visitor: Visitor) -> None:
    page = visitor.open(LEVELS)
    field = page.locator("#own-honesty")
    field.locator("input[value='4']").check()
    expect(field.locator(".cw-since")).to_contain_text("自评")
    field.locator("input[value='0']").check()
    expect(field.locator(".cw-since")).to_be_empty()
    page.reload()

    expect(field.locator("input[value='0']")).to_be_checked()


def test_role_that_the_course_has_no_more_is_said(visitor: Visitor) -> None:
    page = visitor.open(LEVELS)
    sheets = {"version": 1, "entries": {"my/levels": {"at": 1, "fields": {"role": "<img src=x>"}}}}
    keep(page, ":sheets", sheets)
    page.reload()

    expect(page.locator("#gap")).to_contain_text(
        SAY("The role that you had chosen is no longer part of this course.")
    )
    expect(page.locator("#role-chosen select")).to_have_value("")


def _levels(built: Built) -> list[str]:
    assert built.site.framework
    return [level.name for level in built.site.framework.levels]
