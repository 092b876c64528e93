"""Without scripts everything that is taught can be read, answered on paper, and printed."""

from collections.abc import Iterator

import pytest
from builders import EVERY_BUILDER
from kinds import QUIZ, ROLE, SECTION
from output import Built
from playwright.sync_api import Browser, expect
from site_fixtures import touring
from visitors import Tourist

pytest_plugins = ["site_fixtures"]


@pytest.fixture(scope="module")
def reader(chromium: Browser, origin: str) -> Iterator[Tourist]:
    with touring(chromium, origin, java_script_enabled=False) as reader:
        yield reader


def test_quiz_is_a_form_of_fieldsets(reader: Tourist, built: Built) -> None:
    page = reader.open(QUIZ)
    total = len(built.site.quizzes["risk"].items)

    expect(page.locator("form fieldset > legend")).to_have_count(total)
    assert page.locator("form fieldset:visible").count() == total
    assert (
        page.locator("form fieldset label:has(> input)").count()
        == page.locator("form fieldset input:not([data-id])").count()
        > 3 * total - total
    )


@EVERY_BUILDER
def test_answers_open_without_scripts(reader: Tourist, built: Built) -> None:
    question = reader.open(QUIZ).locator("fieldset").first
    item = built.site.quizzes["risk"].items[0]
    expect(question.locator("details > .cw-e")).to_be_hidden()
    question.locator("summary").click()

    expect(question.locator("details > .cw-e")).to_be_visible()
    expect(question.locator("details > .cw-e")).to_contain_text((item.model.explanation or "")[:12])
    expect(question.locator("details li:visible")).to_have_count(question.locator("label").count())


@pytest.mark.parametrize(
    "address",
    [
        SECTION,
        QUIZ,
        ROLE,
        "taxonomies/client-risk/",
        "toolkits/method-135/",
        "roles/",
        "glossary/",
        "learn/",
        "",
    ],
)
def test_only_what_scripts_do_is_hidden(address: str, reader: Tourist) -> None:
    page = reader.open(address)
    hidden = page.locator("article [hidden]").evaluate_all(
        "(found) => found.map(({ localName }) => localName)"
    )

    assert [name for name in hidden if not name.startswith("cw-")] == []
    expect(page.locator(".md-content h1").first).to_be_visible()
    assert len(page.locator(".md-content").inner_text()) > 300


def test_every_role_is_listed_without_scripts(reader: Tourist, built: Built) -> None:
    assert reader.open("roles/").locator("#role-list > li:visible").count() == len(built.site.roles)


@pytest.mark.parametrize("address", [SECTION, QUIZ, ROLE, "toolkits/summer-visits/", "roles/", "learn/"])
def test_nothing_to_press_stands_idle_without_scripts(address: str, reader: Tourist) -> None:
    idle = "article :is(button, select:not(.cw-things *), input[type=search]):visible"
    assert reader.open(address).locator(idle).count() == 0
