"""A sealed exam from the door to the receipt: every shape, and a response that only the trainer reads."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sealed_package import CODE, ROOM_CODE, Exam
from sealed_sitting import (
    Candidates,
    Published,
    Publishing,
    answer_all,
    at_door,
    begin,
    enter,
    handed_in,
    saved,
    submit,
)
from visitors import PHONE

from coursewright.link.site import SiteItem
from coursewright.model.items.interaction import AskedGaps, AskedMatch, AskedOrder, AskedWritten
from trees import ENGLISH

pytest_plugins = ["site_fixtures", "sealed_rooms"]


def canonical(exam: Exam) -> str:
    sealed = {name: exam.package[name] for name in ("forms", "tickets")}
    return json.dumps(sealed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_every_shape_is_answered_and_comes_to_the_trainer(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    page = candidates(address).page
    questions = begin(page)
    assert questions.count() == len(exam.items)
    answer_all(page)
    questions.first.locator("button[value=flag]").click()
    submit(page)

    text = handed_in(page, tmp_path)
    response = exam.opened(text)

    receipt = sha256(text.removeprefix("CWR1.").encode()).hexdigest()
    assert [file.name for file in tmp_path.iterdir()] == [f"spring-1001-A-{receipt[:8]}.cwr"]
    shown = " ".join(receipt[:16].upper()[at : at + 4] for at in range(0, 16, 4))
    expect(page.locator(".cw-receipt")).to_contain_text(shown)
    assert set(response["answers"]) == {item.id for item in exam.items}
    answers = response["answers"]
    assert len(answers["soil-top"]) == 1
    assert len(answers["soil-order"]) == 4
    assert list(answers["soil-words"].values()) == ["50", "50"]
    assert len(answers["soil-pairs"]) == 2
    assert answers["soil-letter"] == {"text": "先核实，再说。"}
    assert response["flags"] == ["soil-top"]
    assert response["candidate"] == {"number": "1001", "name": "张三·Ann"}
    assert response["package"] == sha256(canonical(exam).encode()).hexdigest()
    known = {"session": "spring", "exam": "spade", "form": "A", "ticket": "K7M", "final": True, "format": 1}
    assert {name: response[name] for name in known} == known
    assert response["began"] <= response["submitted"]
    assert sum(response["seconds"].values()) >= 0
    assert response["seb"] is None


def test_what_is_read_of_each_shape_fits_its_item(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    page = candidates(address).page
    begin(page)
    answer_all(page)
    submit(page)
    answers = exam.opened(handed_in(page, tmp_path))["answers"]

    for item in exam.items:
        response = answers[item.id]
        text = json.dumps(response)
        ids = [id for id in _ids(item) if id in text]
        assert ids or "text" in response, item.id


def _ids(item: SiteItem) -> list[str]:
    asked = item.model.asked(ENGLISH)
    if isinstance(asked, AskedMatch):
        return [thing.id for thing in asked.interaction.things]
    if isinstance(asked, AskedOrder):
        return [step.id for step in asked.interaction.steps]
    if isinstance(asked, AskedGaps):
        return [gap.id for gap in asked.interaction.gaps]
    return [] if isinstance(asked, AskedWritten) else [option.id for option in asked.interaction.options]


def test_a_wrong_code_is_refused_in_plain_words(published: Published, candidates: Candidates) -> None:
    page = candidates(published[1]).page
    said = page.locator(".cw-code-said")
    for code in (CODE.replace("K7M", "A7M"), CODE[:-1] + "K"):
        enter(page, code)
        expect(said).to_contain_text("这个准考码打不开试卷")
    page.locator(".cw-code").fill("K7M0-O")
    expect(said).to_contain_text("0 O")
    page.locator(".cw-code").fill("K7M2")
    page.locator("button[value=open]").click()
    expect(said).to_contain_text("16")


def test_a_code_is_forgiving_and_shown_in_groups(published: Published, candidates: Candidates) -> None:
    page = at_door(candidates(published[1]).page)
    page.locator(".cw-code").press_sequentially("k7m2 34567acd")
    expect(page.locator(".cw-code")).to_have_value("K7M2-3456-7ACD")
    page.locator(".cw-code").press_sequentially("efhj")
    page.locator(".cw-code").press("Enter")
    expect(page.locator(".cw-is-it")).to_contain_text("张三·Ann（1001）")


def test_in_a_room_candidates_say_their_number(published: Published, candidates: Candidates) -> None:
    page = enter(candidates(published[1]).page, ROOM_CODE)
    page.locator("#cw-number").fill("9")
    page.locator("button[value=number]").click()
    expect(page.locator(".cw-code-said")).to_contain_text("没有这个考号")
    page.locator("#cw-number").fill("１００２")
    page.locator("#cw-number").press("Enter")
    expect(page.locator(".cw-is-it")).to_contain_text("Ben（1002）")
    expect(page.locator(".cw-is-it")).to_contain_text("Phones away <b>now</b>.")
    page.locator("button[value=not-me]").click()
    expect(page.locator(".cw-code")).to_have_value("")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"opens": "2999-01-01T00:00:00Z"}, "考试于 2999年1月1日"),
        ({"closes": "2001-01-01T00:00:00Z"}, "考试已于 2001年1月1日"),
    ],
)
def test_nothing_begins_too_early_or_too_late(
    more: dict[str, str], said: str, publishing: Publishing, candidates: Candidates
) -> None:
    _, address = publishing(**more)
    page = enter(candidates(address, timezone_id="Asia/Shanghai").page)
    expect(page.locator("cw-sealed [role=alert]")).to_contain_text(said)
    assert page.locator("button[value=begin]").count() == 0


def test_a_ticket_with_too_few_rounds_opens_nothing(publishing: Publishing, candidates: Candidates) -> None:
    _, address = publishing(rounds=99_999)
    page = enter(candidates(address).page)
    expect(page.locator(".cw-code-said")).to_contain_text("打不开")


def test_submitting_warns_of_what_is_open_and_is_once(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    page = candidates(address).page
    questions = begin(page)
    questions.first.locator("input").first.check()
    page.locator("button[value=submit]:visible").first.click()
    expect(page.locator("dialog")).to_contain_text("10 题")
    page.locator("dialog button[value=go-on]").click()
    saved(page)
    submit(page)
    first = handed_in(page, tmp_path)

    enter(page)
    expect(page.locator(".cw-ended")).to_be_visible()
    assert handed_in(page, tmp_path) == first
    assert exam.opened(first)["final"] is True
    page.get_by_role("button", name="从本机移除").click()
    page.get_by_role("button", name="移除：培训师已收到我的作答").click()
    expect(page.locator("cw-sealed")).to_contain_text("已从本机移除")


def test_answers_are_exported_at_any_time(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    page = candidates(address, viewport=PHONE).page
    begin(page).first.locator("input").first.check()
    page.locator("button[value=export]").click()
    response = exam.opened(handed_in(page, tmp_path))
    assert (response["final"], response["submitted"]) == (False, None)
    assert list(response["answers"]) == ["soil-top"]
    page.locator("dialog button[value=close]").click()
    expect(page.locator(".cw-sitting")).to_be_visible()


def test_a_text_to_paste_is_selected_where_there_is_no_clipboard(
    published: Published, candidates: Candidates
) -> None:
    exam, address = published
    visitor = candidates(address)
    visitor.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    begin(visitor.page)
    submit(visitor.page)
    visitor.page.locator("button[value=text]").click()
    expect(visitor.page.locator(".cw-outlets [role=status]")).to_contain_text("请复制选中的文本")
    assert exam.opened(visitor.page.evaluate("getSelection().toString()"))["final"] is True
