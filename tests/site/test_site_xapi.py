"""What a learner does arrives at a real record store: once, if the learner agreed, on a bad line too."""

from pathlib import Path

import pytest
from output import ROOT
from playwright.sync_api import Page, Route, expect
from quizzing import check, questions
from stores import RecordStore
from telling import KEY, QUIZ, RECORD, SAY, SENT, account, agree, answer, box, ends, launch, press, settled
from visitors import PHONE, Visiting, Visitor

pytest_plugins = ["site_fixtures", "xapi_fixtures"]

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def origin(telling: tuple[str, RecordStore]) -> str:
    """For `visitor`, which visits this site here."""
    return telling[0]


def test_nothing_is_sent_before_the_learner_agreed(visitor: Visitor) -> None:
    answer(visitor.open(QUIZ), "soil-top")
    page = visitor.open(RECORD)

    expect(box(page)).to_contain_text("Only if you agree")
    expect(box(page)).to_contain_text("Human Resources")
    press(page, "I agree, send from now on")
    expect(box(page)).to_contain_text(SAY("Write your employee number or account name first."))
    assert [url for url in visitor.requests if SENT in url] == []
    assert visitor.complaints == []


def test_what_is_answered_offline_arrives_once_when_the_line_is_back(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    agree(visitor, number)
    page = visitor.open(QUIZ)
    visitor.context.set_offline(True)
    answer(page, "soil-top", "soil-dark", "soil-which", wrong="soil-dark")
    assert store.statements(account(number)) == []
    with page.expect_response(f"**{SENT}"):
        visitor.context.set_offline(False)
    page = visitor.open(RECORD)
    settled(page, 3)
    page.reload()
    settled(page, 3)

    kept = store.statements(account(number))
    assert ends(kept) == [("answered", "soil-top"), ("answered", "soil-dark"), ("answered", "soil-which")]
    assert [one["result"]["success"] for one in kept] == [True, False, True]
    assert kept[0]["object"]["definition"]["interactionType"] == "choice"
    assert kept[0]["result"]["response"] == "qaeg"
    assert kept[0]["actor"] == account(number)
    assert kept[0]["context"]["contextActivities"]["grouping"][0]["id"] == "https://garden.example/course/"


def test_answer_of_the_store_that_is_lost_makes_no_second_statement(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    agree(visitor, number)
    page = visitor.open(QUIZ)
    passed_on: list[int] = []

    def lose(route: Route) -> None:
        passed_on.append(route.fetch().status)
        route.abort()

    page.route(f"**{SENT}", lose)
    with page.expect_event("requestfailed"):
        answer(page, "soil-top")
    page.unroute(f"**{SENT}")
    settled(visitor.open(RECORD), 1)

    assert passed_on == [200]
    assert len(store.statements(account(number))) == 1


def test_what_is_sent_twice_is_stored_once(visitor: Visitor, store: RecordStore, number: str) -> None:
    agree(visitor, number)
    answer(visitor.open(QUIZ), "soil-top")
    page = visitor.open(RECORD)
    settled(page, 1)
    page.evaluate(
        """(key) => {
          const books = JSON.parse(localStorage.getItem(key));
          for (const account of Object.values(books.accounts)) account.told = {};
          localStorage.setItem(key, JSON.stringify(books));
        }""",
        KEY,
    )
    page.reload()
    settled(page, 2)

    assert len(store.statements(account(number))) == 1


def test_reading_answers_and_results_of_two_tabs_all_arrive(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    agree(visitor, number)
    page = visitor.open(QUIZ)
    other = visitor.context.new_page()
    other.goto("learn/soil/layers/")
    other.locator(".cw-after").first.scroll_into_view_if_needed()
    for at in range(questions(page).count()):
        check(questions(page).nth(at))
    other.goto(RECORD)
    expect(box(other)).not_to_contain_text("wait")

    kept = ends(store.statements(account(number)))
    assert sorted(kept) == sorted(set(kept))
    assert ("experienced", "layers") in kept
    assert ("passed", "soil") in kept
    assert len([verb for verb, _ in kept if verb == "answered"]) == questions(page).count()


def test_ending_it_and_deleting_the_record_send_nothing_more(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    page = agree(visitor, number)
    press(page, "Stop sending")
    expect(box(page)).to_contain_text("Nothing more is sent.")
    answer(visitor.open(QUIZ), "soil-top")
    agree(visitor, number)
    page.locator("cw-record summary").click()
    page.locator("cw-record").get_by_role("button", name=SAY("Delete"), exact=True).click()
    page.get_by_role("button", name=SAY("Delete everything for good?"), exact=True).click()
    expect(box(page)).to_contain_text("Only if you agree")

    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) is None
    assert store.statements(account(number)) == []


def test_record_of_another_device_is_added_and_not_sent(
    visiting: Visiting, store: RecordStore, number: str, tmp_path: Path
) -> None:
    one, other = visiting(), visiting()
    agree(other, number)
    answer(one.open(QUIZ), "soil-top")
    page = one.open(RECORD)
    page.locator("cw-record summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=SAY("Export (JSON)"), exact=True).click()
    download.value.save_as(tmp_path / "record.json")
    page = other.page
    page.locator("cw-record summary").click()
    page.locator("cw-record input[type=file]").set_input_files(tmp_path / "record.json")
    expect(page.locator("cw-record [role=status]")).to_contain_text(SAY("The record was added."))
    answer(other.open(QUIZ), "soil-dark")
    settled(other.open(RECORD), 1)

    assert ends(store.statements(account(number))) == [("answered", "soil-dark")]


def test_page_of_a_quiz_loads_next_to_nothing_until_somebody_agreed(visitor: Visitor) -> None:
    visitor.open(QUIZ)
    loaded = [url.rsplit("/", 2)[-2:] for url in visitor.requests if "xapi" in url]

    assert loaded == [["xapi", "xapi.mjs"]]


def test_box_breaks_no_rule_in_any_state(visitor: Visitor, store: RecordStore, number: str) -> None:
    page = visitor.open(RECORD)
    found = broken(page)
    agree(visitor, number)
    found += broken(page)
    page = visitor.open(f"?{launch(store, number, auth='Basic c2l0ZTp3cm9uZw==')}")
    expect(box(page)).to_contain_text("Lei")
    found += broken(page)
    press(page, "I agree, send from now on")
    answer(visitor.open(QUIZ), "soil-top")
    page = visitor.open(RECORD)
    expect(box(page)).to_contain_text("wants you to sign in")
    page.set_viewport_size(PHONE)
    page.locator("body").evaluate("(body) => body.setAttribute('data-md-color-scheme', 'slate')")

    assert found + broken(page) == []


def broken(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))"
    )
    return found
