"""What was answered comes back, and what was wrong is kept until it is right."""

import re
import time
from typing import Any

from output import Built
from playwright.sync_api import Locator, Page, expect
from quizzing import RECORD, SAY, answer_all, button, check, choose, drawer, keep, questions
from visitors import Visiting, Visitor

pytest_plugins = ["site_fixtures"]

REVIEW = "quizzes/review/"
SECTION = "learn/risk/internal/"
DAY = 86_400_000


def answered_long_ago(page: Page, *, days: int) -> dict[str, Any]:
    """The record as if everything in it had been done some days before."""
    kept = drawer(page, "items")
    for entry in kept["entries"].values():
        for one in entry["tries"]:
            one["at"] -= days * DAY
    keep(page, ":items", kept)
    return kept


def test_nothing_is_due_at_first(visitor: Visitor) -> None:
    page = visitor.open(REVIEW)
    expect(page.locator("cw-review")).to_contain_text(
        SAY("There is no question whose last answer was wrong.")
    )
    expect(button(page, "Begin the review")).to_have_count(0)
    assert visitor.complaints == []


def test_what_was_answered_comes_back_on_the_home_page_and_is_asked_again(visitor: Visitor) -> None:
    page = visitor.open(SECTION)
    check(questions(page).nth(0), wrong=True)
    check(questions(page).nth(1))
    before = answered_long_ago(page, days=40)

    home = visitor.open("")
    home.locator(".cw-strip a", has_text="到期").click()
    expect(page.locator("cw-review")).to_contain_text(SAY("Due today"))
    button(page, "Begin the review").click()
    question = page.locator("cw-review fieldset.cw-q")
    expect(question).to_be_focused()
    while True:
        check(question)
        link = question.locator(".cw-e a, .cw-explanation a").first
        expect(link).to_have_attribute("href", f"{visitor.origin}{SECTION}")
        if not button(page, "Next question").is_visible():
            break
        button(page, "Next question").click()
        expect(question.locator(".cw-verdict")).to_have_count(0)
    button(page, "Finish").click()

    expect(page.locator("cw-review p").first).to_be_focused()
    after = drawer(page, "items")["entries"]
    now = time.time() * 1000
    fresh = [one for entry in after.values() for one in entry["tries"] if now - one["at"] < DAY]
    assert fresh
    assert sum(len(entry["tries"]) for entry in after.values()) == len(fresh) + len(before["entries"])
    expect(button(page, "Begin the review")).to_have_count(0)


def test_a_mistake_stays_in_the_list_until_it_is_right(visitor: Visitor, built: Built) -> None:
    page = visitor.open(SECTION)
    id = questions(page).nth(0).get_attribute("id")
    check(questions(page).nth(0), wrong=True)
    visitor.open(REVIEW)
    expect(button(page, "Begin the review")).to_have_count(0)  # before tomorrow
    row = page.locator(".cw-mistakes > li")
    expect(row).to_have_count(1)
    expect(row.locator("a").first).to_have_attribute("href", re.compile(f"#{id}$"))
    item = built.site.items[(id or "").removeprefix("q-")]
    expect(row.locator("a").first).to_have_text(item.model.stem.strip().splitlines()[0])
    expect(row.locator("p")).to_contain_text(item.objective.text)
    page.get_by_label(SAY("Chapter")).select_option("1")
    expect(page.locator(".cw-mistakes")).to_have_count(0)
    page.get_by_label(SAY("Chapter")).select_option("")
    button(page, "Answer these again").click()
    check(page.locator("cw-review fieldset.cw-q"))
    button(page, "Finish").click()

    expect(page.locator(".cw-mistakes")).to_have_count(0)
    assert visitor.complaints == []


def test_question_answered_in_one_tab_is_not_asked_again_in_the_other(visitor: Visitor) -> None:
    page = two_mistakes(visitor)
    other = visitor.context.new_page()
    other.goto(REVIEW)
    for tab in (page, other):
        button(tab, "Answer these again").click()
    asked, same = (tab.locator("cw-review fieldset.cw-q") for tab in (page, other))
    first = asked.get_attribute("id") or ""
    expect(same).to_have_attribute("id", first)
    check(asked, wrong=True)
    expect(same).not_to_have_attribute("id", first)
    check(same)
    button(other, "Finish").click()
    expect(other.locator(".cw-best")).to_contain_text("2")

    button(page, "Next question").click()
    expect(page.locator(".cw-best")).to_contain_text("2")
    assert [*tries_at(page).values()] == [2, 2]


def test_answer_to_what_was_answered_unseen_in_another_tab_is_no_further_try(visitor: Visitor) -> None:
    """A page that was put away is not told of it."""
    page = two_mistakes(visitor)
    button(page, "Answer these again").click()
    question = page.locator("cw-review fieldset.cw-q")
    first = question.get_attribute("id") or ""
    kept = drawer(page, "items")
    tries = kept["entries"][first.removeprefix("q-")]["tries"]
    tries.append({**tries[-1], "at": tries[-1]["at"] + 1})
    keep(page, ":items", kept)
    choose(question)
    question.locator("button[value=check]").click()

    expect(question).not_to_have_attribute("id", first)
    assert tries_at(page)[first] == 2


def test_entries_are_drawn_anew_after_every_answer_and_not_by_a_reload(visitor: Visitor) -> None:
    page = visitor.open(SECTION)
    check(page.locator("cw-quiz fieldset[data-shape=choice]:not([data-fixed])").first, wrong=True)
    visitor.open(REVIEW)
    in_text = page.request.get(SECTION).text()
    asked = {at: entries_asked(page, at) for at in (DAY, 2 * DAY)}
    assert asked[DAY] != asked[2 * DAY]
    assert entries_asked(page, DAY) == asked[DAY]
    order = sorted(asked[DAY], key=lambda value: in_text.index(f'value="{value}"'))
    assert order not in asked.values()


HALVES = {
    "choice": ".cw-o input",
    "match": ".cw-things select",
    "order": ".cw-steps button[value=down]",
    "gaps": "input[data-id]",
    "written": "textarea",
}
"""What a beginning is made of, by shape."""
MADE = """(field) => [
  ...[...field.querySelectorAll("select, textarea, input[data-id]")].map(({ value }) => value),
  ...[...field.querySelectorAll(".cw-o input")].map(({ checked }) => checked),
  ...[...field.querySelectorAll(".cw-steps > li")].map(({ dataset }) => dataset.id),
]"""


def begin(question: Locator) -> list[Any]:
    """Make a little of an answer; what stands there then."""
    part = question.locator(HALVES[question.get_attribute("data-shape") or ""]).first
    if part.evaluate("(part) => part.matches('select')"):
        part.select_option(index=1)
    elif part.evaluate("(part) => part.matches('button, .cw-o input')"):
        part.click()
    else:
        part.fill("half")
    return made(question)


def made(question: Locator) -> list[Any]:
    found: list[Any] = question.evaluate(MADE)
    return found


def test_what_is_half_made_is_there_after_a_reload_until_it_is_checked(
    visiting: Visiting, bicycle: str
) -> None:
    learner = visiting(bicycle)
    answer_all(learner.open("quizzes/wheels/"), wrong=99)
    page = learner.open(REVIEW)
    question = page.locator("cw-review fieldset.cw-q")
    left, seen = page.locator(".cw-mistakes > li").count(), set[str]()
    for _ in range(left):
        page.locator("button[value=missed]").click()
        expect(question.locator("button[value=check]")).to_be_visible()
        shape = question.get_attribute("data-shape") or ""
        if shape not in seen:
            half = begin(question)
            page.reload()
            page.locator("button[value=missed]").click()
            expect(question.locator("button[value=check]")).to_be_visible()
            assert made(question) == half, shape
        seen.add(shape)
        check(question)
        page.locator("button[value=stop]").click()

    assert seen == HALVES.keys()
    assert drawer(page, "draft", "coursewright:bicycle-repair")[":review"] == {}
    assert learner.complaints == []


def test_what_was_half_made_before_a_question_was_answered_elsewhere_is_forgotten(visitor: Visitor) -> None:
    page = two_mistakes(visitor)
    question = page.locator("cw-review fieldset.cw-q")
    button(page, "Answer these again").click()
    expect(question).to_be_visible()
    empty = made(question)
    assert begin(question) != empty
    id = (question.get_attribute("id") or "").removeprefix("q-")
    kept = drawer(page, "items")
    tries = kept["entries"][id]["tries"]
    tries.append({**tries[-1], "at": tries[-1]["at"] + 1})
    keep(page, ":items", kept)
    page.reload()
    button(page, "Answer these again").click()
    expect(question).to_have_id(f"q-{id}")

    assert sorted(made(question)) == sorted(empty)


def entries_asked(page: Page, at: int) -> list[str]:
    """The values of the entries of the first question, had it been answered last at such a time."""
    kept = drawer(page, "items")
    for entry in kept["entries"].values():
        entry["tries"][-1]["at"] = at
    keep(page, ":items", kept)
    page.reload()
    button(page, "Answer these again").click()
    inputs = page.locator("cw-review fieldset.cw-q .cw-o input")
    expect(inputs).not_to_have_count(0)
    values: list[str] = inputs.evaluate_all("(all) => all.map(({ value }) => value)")
    return values


def two_mistakes(visitor: Visitor) -> Page:
    page = visitor.open(SECTION)
    for at in range(2):
        check(questions(page).nth(at), wrong=True)
    return visitor.open(REVIEW)


def tries_at(page: Page) -> dict[str, int]:
    """How often each question was answered."""
    return {f"q-{id}": len(entry["tries"]) for id, entry in drawer(page, "items")["entries"].items()}


def test_pages_left_open_say_what_has_come_back_as_soon_as_they_are_seen_again(visitor: Visitor) -> None:
    now = time.time()
    visitor.context.clock.set_fixed_time(now)
    page = visitor.open(SECTION)
    for at in range(2):
        check(questions(page).nth(at), wrong=True)
    home, my, review = (visitor.context.new_page() for _ in range(3))
    for tab, address in ((home, "./"), (my, "my/"), (review, REVIEW)):
        tab.goto(address)
    read = home.locator(f'.cw-strip a[href$="{SECTION}"]')
    known = (read, my.locator("cw-dashboard .cw-bars").first, review.locator(".cw-mistakes"))
    for shown in known:
        expect(shown).to_be_visible()
    back = (
        home.locator(".cw-strip a", has_text="到期"),
        my.locator('cw-dashboard a[href$="quizzes/review/"]').first,
        button(review, "Begin the review"),
    )
    for shown in back:
        expect(shown).to_have_count(0)
    read.focus()
    chapter = review.get_by_label(SAY("Chapter"))
    chapter.focus()

    visitor.context.clock.set_fixed_time(now + 20 * 86400)
    for tab in (home, my, review):
        tab.evaluate("void document.dispatchEvent(new Event('visibilitychange'))")
    for shown in back:
        expect(shown).to_be_visible()
    expect(read).to_be_focused()
    expect(chapter).to_be_focused()


def test_list_of_what_was_wrong_follows_another_tab_and_an_answer_in_hand_stays(visitor: Visitor) -> None:
    page = two_mistakes(visitor)
    other = visitor.context.new_page()
    other.goto(REVIEW)
    button(other, "Answer these again").click()
    question = other.locator("cw-review fieldset.cw-q")
    check(question)
    expect(page.locator(".cw-mistakes > li")).to_have_count(1)

    button(page, "Answer these again").click()
    half = begin(page.locator("cw-review fieldset.cw-q"))
    page.evaluate("void document.dispatchEvent(new Event('visibilitychange'))")
    assert made(page.locator("cw-review fieldset.cw-q")) == half


def test_clock_that_ran_ahead_delays_no_review_and_dates_nothing_that_is_done_later(visitor: Visitor) -> None:
    now = int(time.time() * 1000)
    visitor.page.clock.set_fixed_time((now + 730 * DAY) / 1000)
    page = visitor.open(SECTION)
    check(questions(page).nth(0), wrong=True)
    ahead = drawer(page, "items")["entries"]
    page.evaluate("(key) => localStorage.removeItem(key)", f"{RECORD}:draft")
    page.clock.set_fixed_time(now / 1000)
    home = visitor.open("")
    expect(home.locator(".cw-strip a", has_text="到期")).to_be_visible()
    page = visitor.open(SECTION)
    (id,) = ahead
    check(page.locator(f"#q-{id}"), wrong=True)
    tries = drawer(page, "items")["entries"][id]["tries"]
    assert tries[0] == ahead[id]["tries"][0]
    assert now <= tries[1]["at"] < now + DAY
    page = visitor.open("my/")
    page.locator("cw-dashboard details.cw-how summary").last.click()
    year = time.localtime(now / 1000 + 730 * 86400).tm_year
    expect(page.locator("cw-dashboard")).to_contain_text("2 次作答")
    expect(page.locator("cw-dashboard")).not_to_contain_text(str(year))
