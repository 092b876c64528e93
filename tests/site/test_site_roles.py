"""The index of roles is narrowed by family, level and words; the count is announced and the address keeps the choice."""

from output import Built
from playwright.sync_api import Page, expect
from quizzing import SAY
from visitors import Visitor

pytest_plugins = ["site_fixtures"]


def test_family_leaves_its_own_roles(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    family = built.site.families[0]
    page.get_by_label(SAY("Family")).select_option(label=family.title)

    assert _shown(page) == [role.model.title for role in built.site.roles.values() if role.family.id == family.id]


def test_level_leaves_the_roles_of_it(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    page.get_by_label(SAY("Job level")).select_option(label=SAY("Specialist"))

    assert _shown(page) == [role.model.title for role in built.site.roles.values() if role.model.grade == "specialist"]


def test_words_leave_what_has_them_all(visitor: Visitor) -> None:
    page = visitor.open("roles/")
    page.get_by_role("searchbox", name=SAY("Search")).fill("培训 策划")

    found = page.locator("#role-list > li:visible").all_inner_texts()

    assert 0 < len(found) < page.locator("#role-list > li").count()
    assert all("培训" in entry and "策划" in entry for entry in found)


def test_count_is_announced(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    page.get_by_label(SAY("Family")).select_option(index=1)
    said = SAY("{shown} of {total}").format(shown=len(_shown(page)), total=len(built.site.roles))

    expect(page.locator("cw-filter [role=status]")).to_have_text(said)


def test_nothing_that_fits_is_said_in_words(visitor: Visitor) -> None:
    page = visitor.open("roles/")
    page.get_by_role("searchbox", name=SAY("Search")).fill("航天员")

    expect(page.locator("cw-filter [role=status]")).to_have_text(SAY("Nothing fits. Try fewer words, or “All”."))
    assert _shown(page) == []


def test_address_keeps_the_choice(visitor: Visitor) -> None:
    page = visitor.open("roles/")
    page.get_by_label(SAY("Family")).select_option(index=1)
    page.get_by_role("searchbox", name=SAY("Search")).fill("经理")
    before = _shown(page)
    page.goto(page.url)

    expect(page.get_by_role("searchbox", name=SAY("Search"))).to_have_value("经理")
    expect(page.locator("cw-filter [role=status]")).not_to_be_empty()
    assert _shown(page) == before


def _shown(page: Page) -> list[str]:
    return page.locator("#role-list > li:visible strong").all_inner_texts()
