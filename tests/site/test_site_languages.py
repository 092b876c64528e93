"""One course in two languages, side by side on one host: what is done in the one counts in the other."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from output import BICYCLE, serving
from playwright.sync_api import Browser, Locator, Page, expect
from quizzing import choose, come_to, keys, questions, steps
from visitors import Visitor

from coursewright.commands.main import run
from sites import Sites

pytest_plugins = ["site_fixtures"]

QUIZ = "quizzes/wheels/"


@pytest.fixture(scope="module")
def both(sites: Sites, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """English at the root, Chinese below zh/."""
    root = tmp_path_factory.mktemp("languages") / "en"
    shutil.copytree(sites.of(BICYCLE, "--language", "en"), root)
    shutil.copytree(sites.of(BICYCLE, "--language", "zh-CN"), root / "zh")
    with serving(root) as address:
        yield address


@pytest.fixture
def rider(chromium: Browser, both: str) -> Iterator[Visitor]:
    visitor = Visitor(chromium, both)
    yield visitor
    assert visitor.complaints == []
    visitor.context.close()


def options(question: Locator) -> list[str]:
    """What each option is called in a record."""
    found: list[str] = question.locator("input:not([data-id]), option").evaluate_all(
        "(inputs) => inputs.map((each) => each.value)"
    )
    return found


def answer(page: Page) -> None:
    for question in questions(page).all():
        choose(question)
        question.locator("button[value=check]").click()
        expect(question.locator(".cw-verdict")).to_be_visible()


def test_pages_say_their_language(rider: Visitor) -> None:
    for address, language in (("", "en"), ("zh/", "zh-CN")):
        expect(rider.open(address).locator("html")).to_have_attribute("lang", language)


def test_items_and_options_have_the_same_names(rider: Visitor) -> None:
    ours, theirs = (
        [
            (each.get_attribute("id"), options(each), keys(each), steps(each))
            for each in questions(rider.open(at)).all()
        ]
        for at in (QUIZ, f"zh/{QUIZ}")
    )
    assert ours == theirs
    assert len(ours) == 12


def test_what_was_learned_in_one_language_counts_in_the_other(rider: Visitor) -> None:
    answer(rider.open(QUIZ))
    expect(rider.page.locator(".cw-score")).to_contain_text("12 / 12 ✓ Passed")

    page = rider.open(f"zh/{QUIZ}")
    expect(page.locator(".cw-score")).to_contain_text("12 / 12 ✓ 已达标")
    expect(rider.open("zh/learn/").locator("cw-result[data-quiz=wheels]")).to_contain_text("100% ✓ 已达标")


def test_a_choice_under_way_is_the_same_choice_in_the_other_language(rider: Visitor) -> None:
    page = rider.open(f"zh/{QUIZ}")
    come_to(page.locator("#q-puncture-place")).get_by_text("衬带和辐条头").click()

    page = rider.open(QUIZ)
    expect(page.locator("#q-puncture-place label:has(:checked)")).to_contain_text("At the rim tape")


def test_search_finds_the_words_of_the_page_s_language(rider: Visitor) -> None:
    for address, word, title in (("", "thorn", "Punctures"), ("zh/", "衬带", "爆胎")):
        page = rider.open(f"{address}?q={word}")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        expect(page.locator(".md-search-result__list")).to_contain_text(title)


def test_a_course_s_documents_are_in_its_language(both: str, rider: Visitor) -> None:
    page = rider.open("zh/roles/mechanic/")
    links = page.locator("a[download]").evaluate_all("(links) => links.map((each) => each.download)")
    assert [name for name in links if not re.search("技师", name)] == []


def test_no_page_of_the_translation_speaks_the_other_language(tmp_path: Path) -> None:
    """But for names that say which language they are in; and codes are explained with words of commands."""
    course = shutil.copytree(BICYCLE, tmp_path / "course", ignore=shutil.ignore_patterns(".coursewright"))
    staged = tmp_path / "staged"
    assert run(["stage", str(staged), "--course", str(course), "--language", "zh-CN"]) == 0
    pages = [
        file for file in staged.rglob("*") if file.suffix in {".md", ".html"} and file.name != "codes.md"
    ]
    english = {
        file.name: found
        for file in pages
        if (found := re.findall(r">[^<{]*\b[a-z]{3,} [a-z]{3,}\b[^<}]*<", _in_its_own_language(file)))
    }
    assert len(pages) > 25
    assert english == {}


def _in_its_own_language(page: Path) -> str:
    return re.sub(r'<span lang="en">[^<]*</span>', "", page.read_text("utf-8"))


def test_what_is_filled_in_has_the_same_names(rider: Visitor) -> None:
    fields = "(fields) => fields.map((each) => [each.type, each.name, each.value, each.dataset.key ?? ''])"
    ours, theirs = (
        rider.open(at).locator("article :is(input, textarea)").evaluate_all(fields)
        for at in ("toolkits/ticket/", "zh/toolkits/ticket/")
    )
    assert ours == theirs
    assert len(ours) > 5


def test_own_pages_of_a_learner_say_the_same_in_both_languages(rider: Visitor) -> None:
    answer(rider.open(QUIZ))
    bars = {}
    for address in ("my/", "zh/my/"):
        page = rider.open(address)
        expect(page.locator("cw-dashboard .cw-bars progress").first).to_be_visible()
        bars[address] = page.locator(".cw-bars progress").evaluate_all("(all) => all.map((bar) => bar.value)")
    expect(rider.page.locator("cw-dashboard h2").first).to_have_text("接下来十分钟")

    assert any(bars["my/"])
    assert bars["my/"] == bars["zh/my/"]
    page = rider.open("my/levels/")
    page.locator(".cw-own-levels input[value='3']").first.check()
    page = rider.open("zh/my/levels/")
    expect(page.locator(".cw-own-levels input[value='3']").first).to_be_checked()
    page = rider.open("my/transcript/")
    expect(page.locator("cw-transcript table").first).to_contain_text("Wheels")
