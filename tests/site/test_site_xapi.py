"""What a learner does arrives at a real record store: once, if the learner agreed, on a bad line too."""

import json
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from output import BEHIND, ROOT, serving
from playwright.sync_api import Page, Route, expect
from quizzing import check, questions
from stores import AUTH, RecordStore, free_port, record_store
from visitors import PHONE, Visiting, Visitor

from coursewright.commands.main import run
from coursewright.words import Words
from reporting import XAPI, reporting
from trees import write_course

pytest_plugins = ["site_fixtures"]

SAY = Words("en")
QUIZ = "quizzes/soil/"
RECORD = "learn/#_record"
SENT = f"{BEHIND}statements"
KEY = "coursewright:gardening:xapi"
HOME = "https://hr.example"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
DENIED = """
for (const area of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, area, { get() { throw new DOMException("denied", "SecurityError"); } });
"""


@pytest.fixture(scope="module")
def telling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, RecordStore]]:
    """A site that sends through a gateway on its own host, or where a platform says; and its store."""
    folder, port = tmp_path_factory.mktemp("telling"), free_port()
    address = f"http://127.0.0.1:{port}"
    with record_store(folder / "store", address) as store:
        ways = f"  endpoint: {BEHIND}\n  home_page: {HOME}\n  launch: [{store.address}]\n"
        root = write_course(folder / "course", reporting(XAPI + ways))
        assert run(["build", "--course", str(root), "--site", str(root / "site")]) == 0
        store.wait()
        with serving(root / "site", port=port, gateway=store.gateway) as origin:
            yield origin, store


@pytest.fixture
def origin(telling: tuple[str, RecordStore]) -> str:
    """For `visitor`, which visits this site here."""
    return telling[0]


@pytest.fixture
def store(telling: tuple[str, RecordStore]) -> RecordStore:
    return telling[1]


@pytest.fixture
def number() -> str:
    """An employee whom the store does not know yet."""
    return f"A-{uuid.uuid4().hex[:8]}"


def account(number: str) -> dict[str, Any]:
    return {"objectType": "Agent", "account": {"homePage": HOME, "name": number}}


def box(page: Page) -> Any:
    return page.locator("cw-reporting")


def press(page: Page, source: str) -> None:
    box(page).get_by_role("button", name=SAY(source), exact=True).click()


def agree(visitor: Visitor, number: str) -> Page:
    page = visitor.open(RECORD)
    box(page).get_by_label(SAY("Your employee number or account name")).fill(number)
    press(page, "I agree, send from now on")
    expect(box(page)).to_contain_text(f"as {number}.")
    return page


def launch(store: RecordStore, number: str, **changes: str) -> str:
    said = {
        "endpoint": store.address,
        "auth": AUTH,
        "actor": json.dumps({"name": ["Lei"], "account": [{"homePage": HOME, "name": number}]}),
        "registration": "231859e2-937f-4969-b069-91cf49bfea0c",
        "activity_id": "https://lms.example/courses/7",
    }
    return urlencode({**said, **changes})


def come(page: Page, address: str) -> None:
    """Through a launch, until the page has taken it."""
    page.goto(address)
    expect(page).not_to_have_url(re.compile("endpoint="))


def settled(page: Page, sent: int) -> None:
    expect(box(page)).to_contain_text("1 entry was sent" if sent == 1 else f"{sent} entries were sent")
    expect(box(page)).not_to_contain_text("wait")


def answer(page: Page, *items: str, wrong: str = "") -> None:
    for item in items:
        check(page.locator(f"fieldset#q-{item}"), wrong=item == wrong)


def ends(statements: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Each as the last words of its verb and its object."""
    return [(one["verb"]["id"].split("/")[-1], one["object"]["id"].split("/")[-1]) for one in statements]


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


def test_launch_asks_at_once_and_leaves_no_secret(visitor: Visitor, store: RecordStore, number: str) -> None:
    page = visitor.open(f"learn/soil/#{launch(store, number)}")
    expect(box(page)).to_contain_text(f"Lei ({number})")
    assert page.url == f"{visitor.origin}learn/soil/"
    press(page, "I agree, send from now on")
    answer(visitor.open(QUIZ), "soil-top")
    settled(visitor.open(RECORD), 1)

    (kept,) = store.statements(account(number))
    assert kept["context"]["registration"] == "231859e2-937f-4969-b069-91cf49bfea0c"
    assert kept["context"]["contextActivities"]["grouping"][1]["id"] == "https://lms.example/courses/7"
    assert "secret" not in visitor.page.evaluate("JSON.stringify(localStorage)")
    assert visitor.complaints == []


def test_after_the_launched_session_it_waits_for_another(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    page = visitor.open(f"?{launch(store, number)}")
    press(page, "I agree, send from now on")
    other = visitor.context.new_page()
    page.close()
    other.goto(QUIZ)
    answer(other, "soil-top")
    other.goto(RECORD)
    expect(box(other)).to_contain_text(
        SAY("Open the course from your learning platform again: what waits is sent then.")
    )
    assert store.statements(account(number)) == []
    come(other, f"?{launch(store, number)}")
    other.goto(RECORD)
    settled(other, 1)


def test_launch_to_a_store_that_the_course_does_not_name_asks_nothing(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    page = visitor.open(f"?{launch(store, number, endpoint='http://127.0.0.1:9/xAPI/')}")
    page.wait_for_load_state("networkidle")

    expect(box(page)).to_have_count(0)
    assert page.url == visitor.origin


def test_launch_with_a_wrong_password_says_so_and_loses_nothing(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    page = visitor.open(f"?{launch(store, number, auth='Basic c2l0ZTp3cm9uZw==')}")
    press(page, "I agree, send from now on")
    answer(visitor.open(QUIZ), "soil-top")
    page = visitor.open(RECORD)
    expect(box(page)).to_contain_text("wants you to sign in")
    expect(box(page)).to_contain_text("1 entry waits.")
    come(page, f"?{launch(store, number)}")
    page.goto(RECORD)
    settled(page, 1)


def test_who_declines_is_not_asked_again_in_the_session(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    page = visitor.open(f"?{launch(store, number)}")
    press(page, "Do not send")
    answer(visitor.open(QUIZ), "soil-top")
    expect(box(visitor.page)).to_have_count(0)

    assert store.statements(account(number)) == []


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


def test_denied_storage_sends_until_the_page_is_left(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    visitor.page.add_init_script(DENIED)
    page = visitor.open(f"{QUIZ}?{launch(store, number)}")
    press(page, "I agree, send from now on")
    answer(page, "soil-top")
    settled(page, 1)

    assert ends(store.statements(account(number))) == [("answered", "soil-top")]


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
