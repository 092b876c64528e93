"""A course that a learning platform launches: the learner is asked, and nothing of it stays."""

import pytest
from playwright.sync_api import expect
from stores import RecordStore
from telling import QUIZ, RECORD, SAY, account, answer, box, come, ends, launch, press, settled
from visitors import Visitor

pytest_plugins = ["site_fixtures", "xapi_fixtures"]

DENIED = """
for (const area of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, area, { get() { throw new DOMException("denied", "SecurityError"); } });
"""


@pytest.fixture
def origin(telling: tuple[str, RecordStore]) -> str:
    """For `visitor`, which visits this site here."""
    return telling[0]


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


def test_denied_storage_sends_until_the_page_is_left(
    visitor: Visitor, store: RecordStore, number: str
) -> None:
    visitor.page.add_init_script(DENIED)
    page = visitor.open(f"{QUIZ}?{launch(store, number)}")
    press(page, "I agree, send from now on")
    answer(page, "soil-top")
    settled(page, 1)

    assert ends(store.statements(account(number))) == [("answered", "soil-top")]
