"""SCORM packages taken in a browser, on the runtime of `scorm-again`: what a platform is told and keeps."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from platforms import Learner, answer_all, served, set_up
from playwright.sync_api import Browser, Frame, expect
from quizzing import check, come_to

from coursewright.commands.main import run
from trees import EVERY_TYPE, ITEMS, Files, with_quiz_of, write_course

pytest_plugins = ["site_fixtures"]

BANK, QUIZ = "quizzes/bank/soil.yml", "quizzes/practice/soil.yml"
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
Taking = Callable[..., Learner]

STANDARDS = ["scorm12", "scorm2004"]


def steps(count: int) -> Files:
    """A quiz of one question that has so many steps."""
    rows = "".join(
        f"      - id: step-{at}\n        text: Step {at}\n        rationale: It is number {at}.\n"
        for at in range(1, count + 1)
    )
    item = (
        "  - id: long-way\n    type: ordering\n    objective: soil/layers/name\n    level: apply\n"
        f"    stem: In which order?\n    steps:\n{rows}    explanation: One after another.\n"
    )
    return with_quiz_of("long-way", f"{EVERY_TYPE}{item}")


@pytest.fixture
def taking(chromium: Browser, tmp_path: Path) -> Iterator[Taking]:
    """Pack a quiz of the small course, put it on a platform, and take it."""
    opened: list[Any] = []

    def take(standard: str, files: Files | None = None, **options: Any) -> Learner:
        root = write_course(tmp_path / "course", files or with_quiz_of(ITEMS, EVERY_TYPE))
        package = tmp_path / "package.zip"
        assert run(["export", standard, str(package), "--quiz", "soil", "--course", str(root)]) == 0
        set_up(tmp_path / "www", package.read_bytes(), f"platform{standard.removeprefix('scorm')}.html")
        serving = served(tmp_path / "www")
        learner = Learner(chromium, serving.__enter__(), **options)
        opened.extend((learner.close, lambda: serving.__exit__(None, None, None)))
        return learner

    yield take
    for close in opened:
        close()


def interactions(kept: dict[str, Any]) -> dict[str, Any]:
    return {each["id"]: each for each in kept["interactions"].values()}


def patterns(interaction: dict[str, Any]) -> list[str]:
    return [each["pattern"] for each in interaction["correct_responses"].values()]


def status(standard: str, kept: dict[str, Any]) -> tuple[str, str, str]:
    """Whether it was passed, the points, and the share of who has that."""
    core = kept.get("core", kept)
    score = core["score"]
    return core.get("lesson_status") or core["success_status"], score["raw"], score.get("scaled", "")


@pytest.mark.parametrize(
    ("standard", "wrong", "expected"),
    [
        ("scorm12", 0, ("passed", "100", "")),
        ("scorm12", 11, ("failed", "0", "")),
        ("scorm12", 3, ("passed", "72", "")),
        ("scorm2004", 0, ("passed", "100", "1")),
        ("scorm2004", 11, ("failed", "0", "0")),
        ("scorm2004", 3, ("passed", "72", "0.7272")),
    ],
)
def test_a_quiz_that_is_answered_reports_its_result(
    taking: Taking, standard: str, wrong: int, expected: tuple[str, str, str]
) -> None:
    learner = taking(standard)
    assert answer_all(learner.open(), wrong=wrong) == 11

    kept = learner.kept()
    assert status(standard, kept) == expected
    assert len(interactions(kept)) == len(kept["interactions"]) == 11
    assert kept.get("completion_status", "completed") == "completed"
    assert (learner.errors(), learner.complaints) == ([], [])


def test_scorm12_writes_responses_in_its_letters(taking: Taking) -> None:
    learner = taking("scorm12")
    answer_all(learner.open(), wrong=0)

    found = interactions(learner.kept())
    forms = {id: (each["type"], each["student_response"], patterns(each)) for id, each in found.items()}
    assert forms == {
        "soil-top": ("choice", "a", ["a"]),
        "soil-dark": ("true-false", "t", ["t"]),
        "soil-which": ("choice", "a,b", ["a,b"]),
        "soil-order": ("sequencing", forms["soil-order"][1], [forms["soil-order"][1]]),
        "soil-words": ("fill-in", "humus; clay", ["humus; clay"]),
        "soil-depth": ("numeric", "50", ["50"]),
        "soil-pairs": ("matching", forms["soil-pairs"][1], [forms["soil-pairs"][1]]),
        "soil-kinds": ("matching", forms["soil-kinds"][1], [forms["soil-kinds"][1]]),
        "soil-letter": ("fill-in", "A text.", []),
        "soil-bed-cause": ("true-false", "t", ["t"]),
        "soil-bed-cure": ("choice", "a", ["a"]),
    }
    assert sorted(forms["soil-order"][1].split(",")) == ["a", "b", "c", "d"]
    assert re.fullmatch(r"a\.[abc],b\.[abc]", forms["soil-pairs"][1])
    assert re.fullmatch(r"a\.[ab],b\.[ab],c\.[ab]", forms["soil-kinds"][1])
    for each in found.values():
        assert re.fullmatch(r"\d{2,4}:\d\d:\d\d(\.\d\d?)?", each["latency"])
        assert re.fullmatch(r"\d\d:\d\d:\d\d", each["time"])
        assert each["weighting"] == "1"


def test_scorm2004_writes_responses_between_its_signs(taking: Taking) -> None:
    learner = taking("scorm2004")
    answer_all(learner.open(), wrong=0)

    found = interactions(learner.kept())
    assert patterns(found["soil-order"]) == ["mark[,]dig[,]rake[,]sow"]
    assert found["soil-order"]["learner_response"] == "mark[,]dig[,]rake[,]sow"
    assert patterns(found["soil-depth"]) == ["49[:]51"]
    assert patterns(found["soil-words"]) == ["{case_matters=false}humus[,]clay"]
    assert found["soil-dark"]["learner_response"] == "true"
    assert re.fullmatch(r"\w+\[\.\]\w+\[,\]\w+\[\.\]\w+", found["soil-pairs"]["learner_response"])
    assert found["soil-letter"]["type"] == "long-fill-in"
    assert found["soil-top"]["description"] == "{lang=en}What lies on top?"
    for each in found.values():
        assert re.fullmatch(r"PT\d+(\.\d+)?S", each["latency"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\dZ", each["timestamp"])
    assert found.pop("soil-letter")["result"] == "neutral"
    assert {each["result"] for each in found.values()} == {"correct"}


def test_as_many_steps_as_an_item_has_are_as_many_letters(taking: Taking) -> None:
    learner = taking("scorm12", steps(8))
    answer_all(learner.open(), wrong=0)

    found = interactions(learner.kept())["long-way"]
    assert sorted(found["student_response"].split(",")) == list("abcdefgh")
    assert patterns(found) == [found["student_response"]]
    assert found["result"] == "correct"
    assert learner.errors() == []


def test_as_many_steps_are_as_many_identifiers_in_2004(taking: Taking) -> None:
    learner = taking("scorm2004", steps(8))
    answer_all(learner.open(), wrong=0)
    found = interactions(learner.kept())["long-way"]
    assert found["learner_response"] == "[,]".join(f"step-{at}" for at in range(1, 9))
    assert (patterns(found), found["type"]) == ([found["learner_response"]], "sequencing")
    assert (found["result"], learner.errors()) == ("correct", [])


@pytest.mark.parametrize("standard", STANDARDS)
def test_what_is_partly_right_is_a_number(taking: Taking, standard: str) -> None:
    learner = taking(standard, with_quiz_of("soil-which, soil-top", EVERY_TYPE))
    frame = learner.open()
    question = frame.locator("#q-soil-which")
    come_to(question).get_by_label("Clay").check()
    question.locator("button[value=check]").click()
    expect(question.locator(".cw-verdict")).to_contain_text("Partly right 50%")

    kept = learner.kept()
    assert interactions(kept)["soil-which"]["result"] == "0.5"
    assert status(standard, kept)[:2] in {("incomplete", "25"), ("unknown", "25")}
    assert learner.errors() == []


@pytest.mark.parametrize("standard", STANDARDS)
def test_who_comes_back_goes_on_where_they_were(taking: Taking, standard: str) -> None:
    learner = taking(standard)
    frame = learner.open()
    for id in ("soil-top", "soil-words"):
        field = frame.locator(f"#q-{id}")
        check(field)
    come_to(frame.locator("#q-soil-letter")).locator("textarea").fill("Not checked yet: 根 \U0001f331")
    before = status(standard, learner.kept())
    order = frame.locator("fieldset.cw-q").evaluate_all("(all) => all.map(({ id }) => id)")

    frame = learner.open()
    expect(frame.locator(".cw-bar-text")).to_have_text("2 / 11")
    expect(frame.locator("#q-soil-letter textarea")).to_have_value("Not checked yet: 根 \U0001f331")
    assert frame.locator("fieldset.cw-q").evaluate_all("(all) => all.map(({ id }) => id)") == order
    assert status(standard, learner.kept()) == before
    answer_all(frame, wrong=0)
    kept = learner.kept()
    assert status(standard, kept)[:2] == ("passed", "100")
    assert sorted(interactions(kept)) == sorted(each["id"] for each in kept["interactions"].values())
    assert len(kept["interactions"]) == 11
    assert (learner.errors(), learner.complaints) == ([], [])


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_pass_is_not_taken_away_by_another_try(taking: Taking, standard: str) -> None:
    learner = taking(standard)
    frame = learner.open()
    answer_all(frame, wrong=0)
    frame.locator("button[value=again]:visible").click()
    answer_all(frame, wrong=11)

    assert status(standard, learner.kept())[:2] == ("passed", "100")
    assert len(learner.kept()["interactions"]) == 22


@pytest.mark.parametrize("standard", STANDARDS)
def test_each_answer_is_committed_and_the_session_ends_with_the_page(taking: Taking, standard: str) -> None:
    learner = taking(standard)
    frame = learner.open()
    prefix = "LMS" if standard == "scorm12" else ""
    before = len([call for call in learner.calls() if call[0] == f"{prefix}Commit"])
    check(frame.locator("#q-soil-top"))
    assert len([call for call in learner.calls() if call[0] == f"{prefix}Commit"]) > before

    learner.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    ending = f"{prefix}{'Finish' if prefix else 'Terminate'}"
    learner.page.wait_for_function("(name) => calls.some(([called]) => called === name)", arg=ending)
    assert learner.errors() == []


def test_without_a_platform_it_works_and_says_that_nothing_is_told(taking: Taking) -> None:
    learner = taking("scorm12")
    page = learner.page
    page.goto(f"{learner.address}/package/index.html")
    page.locator("cw-quiz.is-ready").wait_for()
    expect(page.get_by_role("status")).to_contain_text("nothing is reported")
    answer_all(page.main_frame, wrong=0)
    expect(page.locator(".cw-outcome")).to_contain_text("Passed")
    assert learner.complaints == []
    page.goto(f"{learner.address}/package/imsmanifest.xml")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_beside_the_window(taking: Taking, standard: str, width: int) -> None:
    learner = taking(standard, viewport={"width": width, "height": 844})
    frame = learner.open()
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    answer_all(frame, wrong=3)
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [390, 1280])
def test_everyone_can_use_it(taking: Taking, width: int) -> None:
    learner = taking("scorm12", viewport={"width": width, "height": 844})
    frame = learner.open()
    assert violations(frame) == []
    answer_all(frame, wrong=3)
    assert violations(frame) == []


def violations(frame: Frame) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA."""
    frame.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = frame.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})"
    )
    return [f"{each['id']}: {each['nodes'][0]['target']}" for each in found["violations"]]


def test_what_nobody_explained_has_no_box_that_says_so(taking: Taking) -> None:
    bare = re.sub("explanation: .*", "unexplained: true", EVERY_TYPE)
    frame = taking("scorm2004", with_quiz_of("soil-top, soil-depth", bare)).open()
    answer_all(frame, wrong=1)
    expect(frame.locator(".cw-verdict")).to_have_count(2)
    assert frame.locator(".cw-explanation").count() == 0


def test_hostile_texts_do_nothing_on_the_page(taking: Taking) -> None:
    said = "'</script><img src=x onerror=\"document.title=1\">{{ 7*7 }}'"
    bank = EVERY_TYPE.replace("What lies on top?", said).replace("text: Rock", f"text: {said}")
    learner = taking("scorm2004", with_quiz_of(ITEMS, bank))
    frame = learner.open()
    answer_all(frame, wrong=0)
    assert frame.title() == "Soil quiz"
    assert frame.locator("img").count() == 0
    assert frame.locator("#q-soil-top legend").inner_text().count("{{ 7*7 }}") == 1
    assert (learner.errors(), learner.complaints) == ([], [])
