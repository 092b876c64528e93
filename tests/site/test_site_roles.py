"""The library of roles: narrowed by family, level, channel and words; compared; the address keeps both."""

import pytest
from output import Built
from playwright.sync_api import Locator, Page, expect
from quizzing import SAY, button
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures"]

TWO = ("client-manager", "channel-manager")
COMPARED = f"roles/compare/?roles={','.join(TWO)}"


def test_family_leaves_its_own_roles(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    family = built.site.families[0]
    page.get_by_label(SAY("Family")).select_option(label=family.title)

    assert _shown(page) == [
        role.model.title for role in built.site.roles.values() if role.family.id == family.id
    ]


def test_level_leaves_the_roles_of_it(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    page.get_by_label(SAY("Job level")).select_option(label=SAY("Specialist"))

    assert _shown(page) == [
        role.model.title for role in built.site.roles.values() if role.model.grade == "specialist"
    ]


def test_channel_leaves_the_roles_of_it(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    channels = dict.fromkeys(role.model.channel for role in built.site.roles.values() if role.model.channel)
    field = page.locator("select[name=channel]")
    assert field.locator("option").all_inner_texts() == [SAY("All"), *channels]

    for channel in channels:
        field.select_option(channel)
        assert _shown(page) == [
            role.model.title for role in built.site.roles.values() if role.model.channel == channel
        ]


def test_words_leave_what_has_them_all(visitor: Visitor) -> None:
    page = visitor.open("roles/")
    page.get_by_role("searchbox", name=SAY("Find a role")).fill("培训 策划")

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
    page.get_by_role("searchbox", name=SAY("Find a role")).fill("航天员")

    expect(page.locator("cw-filter [role=status]")).to_have_text(
        SAY("Nothing fits. Try fewer words, or “All”.")
    )
    assert _shown(page) == []


def test_address_keeps_the_choice(visitor: Visitor) -> None:
    page = visitor.open("roles/")
    page.get_by_label(SAY("Family")).select_option(index=1)
    page.get_by_role("searchbox", name=SAY("Find a role")).fill("经理")
    before = _shown(page)
    page.goto(page.url)

    expect(page.get_by_role("searchbox", name=SAY("Find a role"))).to_have_value("经理")
    expect(page.locator("cw-filter [role=status]")).not_to_be_empty()
    assert _shown(page) == before
    button(page, "Show all").click()
    expect(button(page, "Show all")).to_be_hidden()
    expect(page.get_by_role("searchbox", name=SAY("Find a role"))).to_be_focused()
    assert len(_shown(page)) == page.locator("#role-list > li").count()
    assert "?" not in page.url


# choosing roles to compare


def test_two_roles_chosen_are_led_to_be_compared(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    _box(page, built, TWO[0]).check()
    expect(page.get_by_role("link", name=SAY("Compare side by side"))).to_be_hidden()
    _box(page, built, TWO[1]).check()
    page.get_by_role("link", name=SAY("Compare side by side")).click()

    page.wait_for_url(f"**/{COMPARED}")
    assert _heads(page) == [built.site.roles[id].model.title for id in TWO]


def test_choice_is_made_and_followed_with_the_keyboard_alone(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    for id in TWO:
        _box(page, built, id).focus()
        page.keyboard.press("Space")
    page.get_by_role("link", name=SAY("Compare side by side")).focus()
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/{COMPARED}")


def test_fourth_role_is_refused_in_words(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    ids = list(built.site.roles)
    for id in ids[:3]:
        _box(page, built, id).check()
    _box(page, built, ids[3]).click()

    expect(page.locator("cw-picks [role=status]")).to_have_text(
        SAY("No more roles than {most} can be compared. Give one up first.").format(most=3)
    )
    expect(_box(page, built, ids[3])).not_to_be_checked()
    expect(_box(page, built, ids[2])).to_be_checked()


def test_choice_survives_a_reload_and_can_be_given_up(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    for id in TWO:
        _box(page, built, id).check()
    page.goto(page.url)
    expect(_box(page, built, TWO[1])).to_be_checked()
    button(page, "Choose anew").click()

    expect(page.locator("#role-list input:checked")).to_have_count(0)
    expect(page.locator("cw-picks [role=status]")).to_be_empty()
    assert "roles=" not in page.url


def test_boxes_are_no_words_to_find(visitor: Visitor) -> None:
    page = visitor.open("roles/")
    page.get_by_role("searchbox", name=SAY("Find a role")).fill(SAY("Compare"))

    assert _shown(page) == []


def test_boxes_suit_a_thumb(phone: Visitor) -> None:
    heights = (
        phone.open("roles/")
        .locator(".cw-pick")
        .evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")
    )

    assert heights
    assert min(heights) >= 44


# comparing


def test_comparison_shows_both_roles_in_full(visitor: Visitor, built: Built) -> None:
    page = visitor.open(COMPARED)
    roles = [built.site.roles[id] for id in TWO]

    assert _heads(page) == [role.model.title for role in roles]
    for at, role in enumerate(roles):
        column = "\n".join(page.locator(f".cw-side tr > td:nth-of-type({at + 1})").all_inner_texts())
        assert role.model.code in column
        assert all(duty.text in column for duty in role.model.duties)
        assert all(entry.text in column for entry in (*role.model.required, *role.model.preferred))


def test_competencies_are_united_and_differences_said(visitor: Visitor, built: Built) -> None:
    page = visitor.open(COMPARED)
    first, second = (
        {entry.competency: entry for entry in built.site.roles[id].model.competencies} for id in TWO
    )
    expect(page.locator(".cw-side table")).to_be_visible()
    part = page.locator("tbody", has=page.locator(".cw-side-part", has_text=SAY("Competencies required")))

    marked = {
        row.locator("th").inner_text().split(" ≠")[0]: SAY("differs") in row.locator("th").inner_text()
        for row in part.locator("tr:not(.cw-side-part)").all()
    }

    assert marked == {
        built.site.competencies[id].title: first.get(id) != second.get(id) for id in first | second
    }


def test_another_choice_is_shown_said_and_kept(visitor: Visitor, built: Built) -> None:
    page = visitor.open(COMPARED)
    page.get_by_label(SAY("Role {number}").format(number=3)).select_option("financial-planner")
    expect(page.locator(".cw-side thead th")).to_have_count(3)
    said = page.locator("cw-compare [role=status]").inner_text()
    page.goto(page.url)

    assert page.url.endswith(f"{COMPARED},financial-planner")
    assert _heads(page)[2] == built.site.roles["financial-planner"].model.title
    expect(page.locator("cw-compare [role=status]")).to_have_text(said)


def test_less_than_two_roles_are_asked_for(visitor: Visitor) -> None:
    page = visitor.open("roles/compare/?roles=client-manager,nobody")

    expect(page.locator("cw-compare [role=status]")).to_have_text(SAY("Choose two or three roles above."))
    expect(page.locator(".cw-side table")).to_have_count(0)


def test_data_that_cannot_be_had_is_said(visitor: Visitor) -> None:
    visitor.page.route("**/roles.json", lambda route: route.abort())
    page = visitor.open(COMPARED)

    expect(page.locator("cw-compare [role=status]")).to_contain_text(
        SAY("The data of the roles cannot be loaded here. Open the pages of the roles side by side.")
    )


def test_aspects_are_stacked_on_a_phone(phone: Visitor, built: Built) -> None:
    page = phone.open(COMPARED)
    duties = page.locator(".cw-side tr", has=page.locator("th", has_text=SAY("Duties")))
    head, first, second = (
        cell.bounding_box()
        for cell in (duties.locator("th"), duties.locator("td").nth(0), duties.locator("td").nth(1))
    )

    assert head
    assert first
    assert second
    assert head["y"] < first["y"] < second["y"]
    assert first["width"] > 300


def test_without_scripts_the_page_says_how_to_compare(visiting: Visiting, built: Built) -> None:
    page = visiting(java_script_enabled=False).open("roles/compare/")

    expect(
        page.get_by_text(SAY("Without scripts roles are compared by opening their pages side by side:"))
    ).to_be_visible()
    assert page.locator(".cw-without-scripts a:visible").count() == len(built.site.roles)


# reporting lines


def test_chart_leads_to_every_role_at_a_desk(visitor: Visitor, built: Built) -> None:
    page = visitor.open("roles/")
    expect(page.locator(".cw-chart svg a")).to_have_count(len(built.site.roles))
    title = built.site.roles[TWO[1]].model.title
    page.locator(f".cw-chart svg a[aria-label^='{title}']").last.click()

    page.wait_for_url("**/roles/*/")
    assert visitor.complaints == []


def test_chart_is_a_list_on_a_phone(phone: Visitor, built: Built) -> None:
    page = phone.open("roles/")

    expect(page.locator(".cw-chart svg")).to_be_hidden()
    assert page.locator(".cw-chart-text a:visible").count() == len(built.site.roles)


def test_chart_survives_instant_navigation(visiting: Visiting, instant: str, built: Built) -> None:
    visitor = visiting(instant)
    page = visitor.open("competencies/")
    page.get_by_role("link", name=SAY("Roles"), exact=True).first.click()
    expect(page.locator("#role-list .cw-pick")).to_have_count(len(built.site.roles))
    page.locator(".cw-chart svg a").first.click()

    page.wait_for_url("**/roles/*/")
    assert visitor.complaints == []


@pytest.mark.parametrize("file", ["matrix.xlsx", "matrix.csv"])
def test_matrix_is_downloaded(file: str, visitor: Visitor, built: Built) -> None:
    page = visitor.open("competencies/matrix/")
    with page.expect_download() as started:
        page.locator(f"a[href$='{file}']").click()

    assert started.value.path().read_bytes() == built.tree[f"docs/competencies/{file}"]


def _box(page: Page, built: Built, id: str) -> Locator:
    return page.get_by_role(
        "checkbox", name=SAY("Compare {title}").format(title=built.site.roles[id].model.title), exact=True
    )


def _heads(page: Page) -> list[str]:
    heads = page.locator(".cw-side thead th")
    expect(heads.nth(1)).to_be_visible()
    return heads.all_inner_texts()


def _shown(page: Page) -> list[str]:
    return page.locator("#role-list > li:visible strong").all_inner_texts()
