"""A cmi5 package taken in a browser, on a tiny platform: what is said and kept, and in which order."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cmi5_platform import ACTOR, REGISTRATION, UNIT, Cmi5Platform, cmi5_platform, flaws
from lxml import etree
from platforms import ANSWERS
from playwright.sync_api import Browser, Page, expect
from quizzing import check

from coursewright.commands.main import run
from trees import EVERY_TYPE, ITEMS, with_quiz_of, write_course

pytest_plugins = ["site_fixtures"]

CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVES = "https://w3id.org/xapi/cmi5/context/categories/moveon"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
Launching = Callable[..., Cmi5Platform]


@pytest.fixture
def package(tmp_path: Path) -> bytes:
    root = write_course(tmp_path / "course", with_quiz_of(ITEMS, EVERY_TYPE))
    file = tmp_path / "cmi5.zip"
    assert run(["export", "cmi5", str(file), "--quiz", "soil", "--course", str(root)]) == 0
    return file.read_bytes()


@pytest.fixture
def platform(tmp_path: Path, package: bytes) -> Iterator[Launching]:
    with ExitStack() as stack:
        yield lambda **launch: stack.enter_context(cmi5_platform(tmp_path / "www", package, **launch))


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def launched(page: Page, platform: Cmi5Platform) -> None:
    page.goto(platform.launch())
    page.locator("cw-quiz.is-ready").wait_for()


def answer(page: Page, *, wrong: int) -> None:
    assert page.evaluate(ANSWERS, wrong) == 11
    page.locator(".cw-outcome").wait_for(state="attached")


def left(page: Page, platform: Cmi5Platform) -> None:
    """The page is gone, and what it sent on its way has arrived."""
    page.goto("about:blank")
    for _ in range(100):
        if platform.verbs()[-1:] == ["terminated"]:
            return
        page.wait_for_timeout(50)
    raise AssertionError(platform.verbs())


def said(platform: Cmi5Platform, verb: str) -> list[dict[str, Any]]:
    return [each for each in platform.statements if each["verb"]["id"].endswith(f"/{verb}")]


def categories(statement: dict[str, Any]) -> list[str]:
    return [each["id"] for each in statement["context"]["contextActivities"].get("category", [])]


def test_a_session_is_told_in_order_and_every_statement_is_sound(page: Page, platform: Launching) -> None:
    lms = platform(masteryScore=0.7)
    launched(page, lms)
    answer(page, wrong=3)
    left(page, lms)

    assert lms.verbs() == ["initialized", *["answered"] * 11, "completed", "passed", "terminated"]
    assert flaws(lms.statements) == [[] for _ in lms.statements]
    assert lms.refused == []
    assert lms.profiles == 1
    for each in lms.statements:
        assert each["actor"] == ACTOR
        assert each["context"]["registration"] == REGISTRATION
        assert each["context"]["extensions"][SESSION] == "session-1"
        assert {"id": "https://garden.example/au"} in each["context"]["contextActivities"]["grouping"]
    assert len({each["id"] for each in lms.statements}) == len(lms.statements)


def test_what_the_standard_defines_is_as_it_says(page: Page, platform: Launching) -> None:
    lms = platform(masteryScore=0.7)
    launched(page, lms)
    answer(page, wrong=3)
    left(page, lms)

    defined = {verb: said(lms, verb)[0] for verb in ("initialized", "completed", "passed", "terminated")}
    assert {verb: categories(each) for verb, each in defined.items()} == {
        "initialized": [CMI5],
        "completed": [CMI5, MOVES],
        "passed": [CMI5, MOVES],
        "terminated": [CMI5],
    }
    assert {each["object"]["id"] for each in defined.values()} == {UNIT}
    assert "result" not in defined["initialized"]
    assert set(defined["completed"]["result"]) == {"completion", "duration"}
    assert set(defined["terminated"]["result"]) == {"duration"}
    result = defined["passed"]["result"]
    assert result["success"] is True
    assert result["score"] == {"scaled": 0.7272, "raw": 8, "min": 0, "max": 11}
    assert defined["passed"]["context"]["extensions"][MASTERY] == 0.7
    assert categories(said(lms, "answered")[0]) == []


def test_answers_have_the_forms_of_the_standard(page: Page, platform: Launching) -> None:
    lms = platform()
    launched(page, lms)
    answer(page, wrong=0)
    left(page, lms)

    found = {each["object"]["id"].rpartition("/")[2]: each for each in said(lms, "answered")}
    order = found["soil-order"]
    assert order["result"]["response"] == "mark[,]dig[,]rake[,]sow"
    assert order["object"]["definition"]["correctResponsesPattern"] == ["mark[,]dig[,]rake[,]sow"]
    assert order["object"]["definition"]["interactionType"] == "sequencing"
    assert order["result"]["success"] is True
    assert "score" not in found["soil-letter"]["result"]
    assert found["soil-depth"]["object"]["definition"]["correctResponsesPattern"] == ["49[:]51"]


def test_the_platforms_mastery_score_is_the_cut_score(page: Page, platform: Launching) -> None:
    lms = platform(masteryScore=0.9)
    launched(page, lms)
    expect(page.locator(".cw-cut")).to_contain_text("90 %")
    answer(page, wrong=3)
    expect(page.locator(".cw-outcome")).to_contain_text("Not yet passed")
    left(page, lms)

    assert lms.verbs()[-3:] == ["completed", "failed", "terminated"]
    assert said(lms, "failed")[0]["result"]["success"] is False


def test_who_fails_and_passes_in_one_session_has_passed(page: Page, platform: Launching) -> None:
    lms = platform()
    launched(page, lms)
    answer(page, wrong=11)
    page.locator("button[value=again]:visible").click()
    answer(page, wrong=0)
    left(page, lms)

    verbs = [verb for verb in lms.verbs() if verb != "answered"]
    assert verbs == ["initialized", "completed", "passed", "terminated"]


def test_who_comes_back_goes_on_and_nothing_is_said_twice(page: Page, platform: Launching) -> None:
    lms = platform()
    launched(page, lms)
    check(page.locator("#q-soil-top"))
    left(page, lms)
    assert lms.verbs() == ["initialized", "answered", "terminated"]

    launched(page, lms)
    expect(page.locator(".cw-bar-text")).to_have_text("1 / 11")
    answer(page, wrong=0)
    left(page, lms)
    launched(page, lms)
    expect(page.locator(".cw-bar-text")).to_have_text("11 / 11")
    left(page, lms)

    assert [verb for verb in lms.verbs() if verb != "answered"] == [
        *("initialized", "terminated"),
        *("initialized", "completed", "passed", "terminated"),
        *("initialized", "terminated"),
    ]
    assert lms.verbs().count("answered") == 11
    assert len({each["id"] for each in lms.statements}) == len(lms.statements)


def test_who_only_looks_says_nothing_but_that(page: Page, platform: Launching) -> None:
    lms = platform(launchMode="Review")
    launched(page, lms)
    expect(page.get_by_role("status")).to_contain_text("only looking")
    answer(page, wrong=0)
    left(page, lms)
    assert lms.verbs() == ["initialized", "terminated"]
    assert set(lms.states) == {"LMS.LaunchData"}


def test_a_token_is_taken_once_and_a_page_without_one_says_so(page: Page, platform: Launching) -> None:
    lms = platform()
    address = lms.launch()
    page.goto(address)
    page.locator("cw-quiz.is-ready").wait_for()
    left(page, lms)
    page.goto(address)
    expect(page.get_by_role("status")).to_contain_text("The token was taken already.")
    assert lms.verbs() == ["initialized", "terminated"]


def test_what_a_store_did_not_take_arrives_later_in_its_place(page: Page, platform: Launching) -> None:
    lms = platform()
    launched(page, lms)
    page.wait_for_timeout(100)
    lms.is_down = True
    check(page.locator("#q-soil-top"))
    expect(page.get_by_role("status")).to_contain_text("503")
    lms.is_down = False
    answer(page, wrong=0)
    left(page, lms)
    assert lms.verbs() == ["initialized", *["answered"] * 11, "completed", "passed", "terminated"]


def test_there_is_a_way_back_where_the_platform_names_one(page: Page, platform: Launching) -> None:
    lms = platform(returnURL="https://lms.example/courses")
    launched(page, lms)
    expect(page.get_by_role("link", name="End and return")).to_have_attribute(
        "href", "https://lms.example/courses"
    )


def test_the_structure_is_at_the_root_and_names_the_page(package: bytes) -> None:
    with ZipFile(BytesIO(package)) as archive:
        assert archive.namelist()[:2] == ["cmi5.xml", "index.html"]
        structure = etree.fromstring(archive.read("cmi5.xml"))
    unit = structure.find("{*}au")
    assert unit is not None
    assert {name: unit.get(name) for name in ("moveOn", "masteryScore", "launchMethod")} == {
        "moveOn": "Passed",
        "masteryScore": "0.7",
        "launchMethod": "AnyWindow",
    }
    assert [etree.QName(each).localname for each in unit] == ["title", "description", "url"]
    assert unit.findtext("{*}url") == "index.html"
    course = structure.find("{*}course")
    assert course is not None
    assert course.get("id") != unit.get("id")
