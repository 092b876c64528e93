"""A learner sees where they stand, what to do next and how far they are from a role; nothing is made up."""

import csv
import io
import re
from pathlib import Path

import pytest
from builders import EVERY_BUILDER
from dashboards import LEVELS, MY, chapter_bar, part
from kinds import QUIZ, SECTION
from learners import DAY, DENIED, NOW, bring, learner_record
from output import Built
from playwright.sync_api import Locator, expect
from quizzing import SAY, answer_all, button, check, drawer, questions
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures"]

_LOW = """(all) => all.map((one) => [one.textContent, one.getBoundingClientRect().height])
  .filter(([, height]) => height && height < 24)"""


@EVERY_BUILDER
def test_who_is_new_is_told_how_to_begin_and_what_there_is(visitor: Visitor, built: Built) -> None:
    page = visitor.open(MY)
    first, second = list(built.site.sections)[:2]
    plan = part(page, "The next ten minutes").locator("li")

    expect(page.locator("cw-dashboard")).to_contain_text(
        SAY(
            "There is no learning record on this device yet. It begins with the first section that you read. "
            "If you have studied on another device or in another browser, export the record there and import "
            "it below."
        )
    )
    expect(plan).to_have_count(2)
    expect(plan.nth(0)).to_contain_text(first.model.title)
    expect(plan.nth(1)).to_contain_text(second.model.title)
    expect(part(page, "Chapters").locator(".cw-bars > li")).to_have_count(len(built.site.chapters))
    expect(chapter_bar(page, 1)).to_contain_text("掌握 0%")
    expect(part(page, "How sure, how right")).to_have_count(0)
    expect(button(page, "Tries as a table (CSV)")).to_have_count(0)
    plan.nth(0).locator("a").click()
    page.wait_for_url(f"**/{first.target.page.removesuffix('.md')}/")
    assert visitor.complaints == []


def test_answers_by_real_clicks_are_the_evidence(visitor: Visitor, built: Built) -> None:
    total = answer_all(visitor.open(QUIZ), wrong=3)
    page = visitor.open(MY)
    quiz = built.site.quizzes["risk"]
    asked = {item.model.objective for item in quiz.items}
    of_chapter = {
        item.model.objective for item in built.site.items.values() if item.section.chapter == "risk"
    }

    bar = chapter_bar(page, 6)
    expect(bar).to_contain_text(f"{len(of_chapter)} 个目标中 {len(asked)} 个有证据")
    share = _percent(bar.locator(".cw-share"))
    assert 0 < share < 100
    assert bar.locator("progress").evaluate("(bar) => bar.value") == share
    page.locator("summary", has_text=SAY("Where the figures come from")).click()
    expect(page.locator("cw-dashboard details")).to_contain_text(f"共 {total} 次作答")
    expect(page.locator("cw-dashboard details table")).to_contain_text(f"6 {_title(built, 6)}")
    home = visitor.open("")
    small = home.locator(".cw-small-bars li")
    expect(small).to_have_count(len(built.site.chapters))
    expect(small.nth(5)).to_contain_text(f"{share}%")
    expect(small.nth(5).locator("a")).to_have_accessible_name(
        re.compile(f"第 6 章 {re.escape(_title(built, 6))}：掌握程度.*{share}%")
    )
    home.locator(".cw-strip a", has_text=SAY("My learning")).click()
    expect(home.locator("cw-dashboard section").first).to_be_visible()
    assert visitor.complaints == []


def test_plan_leads_to_reviews_and_back_to_a_quiz_below_its_cut(
    visitor: Visitor, built: Built, tmp_path: Path
) -> None:
    record = {
        "quizzes": {"risk": {"tries": [{"at": NOW - DAY, "points": 1, "of": 2, "passed": False}]}},
    }
    page = visitor.open(MY)
    bring(page, record, tmp_path)
    plan = part(page, "The next ten minutes").locator("li")

    expect(plan).to_have_count(2)
    expect(plan.nth(0)).to_contain_text(SAY("It is the next section that you have not read to its end."))
    expect(plan.nth(1).locator("a")).to_have_attribute("href", re.compile("quizzes/risk/$"))
    expect(plan.nth(1)).to_contain_text(re.compile(r"共 \d+ 题，先做 [1-9] 题"))
    bring(page, learner_record(built), tmp_path)
    expect(plan.first.locator("a")).to_have_attribute("href", re.compile("quizzes/review/$"))
    expect(plan.first).to_contain_text("分钟")
    minutes = page.locator(".cw-plan .cw-m").all_inner_texts()
    total = sum(int(re.findall(r"\d+", text)[0]) for text in minutes)
    assert 8 <= total <= 12
    expect(part(page, "The next ten minutes")).to_contain_text(f"合计约 {total} 分钟")


def test_figures_of_a_record_are_shown_and_can_be_worked_out_again(
    visitor: Visitor, built: Built, tmp_path: Path
) -> None:
    record = learner_record(built)
    page = visitor.open(MY)
    bring(page, record, tmp_path)
    answers, results = (
        sum(len(entry["tries"]) for entry in record[name].values()) for name in ("items", "quizzes")
    )
    page.locator("summary", has_text=SAY("Where the figures come from")).click()
    expect(page.locator("cw-dashboard details")).to_contain_text(f"共 {answers} 次作答")
    with page.expect_download() as download:
        button(page, "Tries as a table (CSV)").click()
    raw = Path(download.value.path()).read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))

    assert download.value.suggested_filename == "learning-tries.csv"
    assert len(rows) == answers + results
    assert {row["concern"] for row in rows} == {"items", "quizzes"}
    shown = {row["id"]: row["of"] for row in rows if row["concern"] == "quizzes"}
    assert shown == {id: str(len(built.site.quizzes[id].items)) for id in record["quizzes"]}
    sure = [row for row in rows if row["sure"] == "3"]
    right = sum(row["points"] == row["of"] for row in sure)
    expect(part(page, "How sure, how right")).to_contain_text(
        f"你说有把握的 {len(sure)} 题里，答对 {right} 题"
    )
    expect(part(page, "Competencies: evidence of knowledge").locator("h3")).to_have_count(4)
    expect(part(page, "Competencies: evidence of knowledge").locator("li")).to_have_count(24)
    assert visitor.complaints == []


def test_two_tabs_know_of_each_other_at_once_and_take_no_focus(visitor: Visitor) -> None:
    page = visitor.open(MY)
    summary = page.locator("summary", has_text=SAY("Where the figures come from"))
    summary.click()
    link = chapter_bar(page, 1).locator("a")
    link.focus()
    other = visitor.context.new_page()
    other.goto(SECTION)
    check(questions(other).nth(0))

    expect(chapter_bar(page, 6)).to_contain_text("个目标中 1 个有证据")
    assert link.evaluate("(link) => link === document.activeElement")
    expect(page.locator("cw-dashboard details")).to_have_attribute("open", "")
    page.goto(LEVELS)
    other.goto(LEVELS)
    page.locator("#own-honesty input[value='2']").check()
    expect(other.locator("#own-honesty input[value='2']")).to_be_checked()
    other.locator("#own-ethics input[value='3']").check()
    expect(page.locator("#own-ethics input[value='3']")).to_be_checked()
    entries = drawer(page, "levels")["entries"]
    assert {id: [one["level"] for one in entry["tries"]] for id, entry in entries.items()} == {
        "honesty": [2],
        "ethics": [3],
    }


def test_denied_storage_is_said_and_works_until_one_leaves(visitor: Visitor) -> None:
    visitor.page.add_init_script(DENIED)
    page = visitor.open(MY)
    said = SAY(
        "This browser keeps nothing of this site, or its storage is full: what you do is lost when you "
        "leave. Export your record below to keep it."
    )
    expect(page.locator("cw-dashboard .cw-warn")).to_have_text(said)
    expect(chapter_bar(page, 1)).to_be_visible()
    page = visitor.open(LEVELS)
    page.locator("#own-honesty input[value='2']").check()
    expect(page.locator("#own-honesty .cw-since")).not_to_be_empty()
    expect(page.locator("cw-levels .cw-warn")).to_have_text(said)
    assert visitor.complaints == []


def test_course_that_cannot_be_had_is_said_and_asked_for_again(visitor: Visitor) -> None:
    check(questions(visitor.open(SECTION)).nth(0))
    page = visitor.page
    page.route("**/items.json", lambda route: route.abort())
    visitor.open(MY)
    expect(page.locator("cw-dashboard .cw-warn")).to_contain_text("不受影响：共 1 次作答")
    expect(page.locator("cw-record")).to_be_visible()
    page.unroute("**/items.json")
    button(page, "Try again").click()

    expect(chapter_bar(page, 6)).to_contain_text("个目标中 1 个有证据")
    expect(page.locator("cw-dashboard .cw-warn")).to_have_count(0)


@pytest.mark.parametrize("address", [MY, LEVELS, "my/transcript/"])
def test_nothing_is_wider_than_a_phone_or_a_window_at_400_percent(
    address: str, visiting: Visiting, built: Built, tmp_path: Path
) -> None:
    visitor = visiting(viewport={"width": 390, "height": 640}, color_scheme="dark")
    page = visitor.open(MY)
    bring(page, learner_record(built), tmp_path)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 640})
        page = visitor.open(address)
        expect(page.locator("article :is(.cw-bars, table)").first).to_be_visible()

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("article :is(button, summary, select, label)").evaluate_all(_LOW) == []


def test_dashboard_is_there_after_instant_navigation(visiting: Visiting, instant: str) -> None:
    learner = visiting(instant)
    page = learner.open(MY)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.marked = true")
    page.locator("article a", has_text=SAY("Own levels and the gap")).click()
    page.wait_for_url("**/my/levels/")
    page.locator("#own-honesty input[value='2']").check()
    expect(page.locator("#own-honesty .cw-since")).not_to_be_empty()
    page.go_back()

    expect(chapter_bar(page, 1)).to_be_visible()
    assert page.evaluate("window.marked")
    assert learner.complaints == []


def test_page_says_without_scripts_what_it_needs(visiting: Visiting) -> None:
    page = visiting(java_script_enabled=False).open(MY)
    expect(page.locator("cw-dashboard")).to_have_text(
        SAY("This page needs scripts, and the site opened from its address.")
    )
    page.goto(LEVELS)
    expect(page.locator("#own-honesty input")).to_have_count(5)


def _percent(share: Locator) -> int:
    return int(re.findall(r"\d+", share.inner_text())[0])


def _title(built: Built, number: int) -> str:
    return built.site.chapters[number - 1].model.title
