"""What is kept of a sealed exam on the device: after a crash, in two windows, without storage, over time."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sealed_package import ROOM_CODE, Exam
from sealed_sitting import (
    SAVED,
    Candidates,
    Published,
    Publishing,
    begin,
    enter,
    handed_in,
    saved,
    submit,
)
from visitors import chromium_here

pytest_plugins = ["site_fixtures", "sealed_rooms"]

MINUTE = 60_000
LESS = re.compile(r"剩余 5:\d\d")
DENIED = "Object.defineProperty(window, 'indexedDB', { value: { open() { throw new Error('denied') } } })"
FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }"
KEPT = """() => new Promise((resolve) => {
  indexedDB.open("coursewright-sealed").onsuccess = ({ target: { result } }) => {
    result.transaction("sittings").objectStore("sittings").getAll().onsuccess = ({ target }) =>
      resolve(target.result.map(({ data }) => new TextDecoder().decode(data)));
  };
})"""


def events(response: dict[str, Any]) -> list[str]:
    return [event["what"] for event in response["events"]]


def exported(page: Page, exam: Exam, folder: Path) -> dict[str, Any]:
    page.locator("button[value=export]").click()
    found = exam.opened(handed_in(page, folder))
    page.locator("dialog button[value=close]").click()
    return found


def test_after_a_crash_the_same_code_brings_every_answer_back(
    published: Published, chromium: Browser, tmp_path: Path
) -> None:
    exam, address = published
    device, executable = tmp_path / "device", chromium_here()
    type = chromium.browser_type

    def start() -> Any:
        return type.launch_persistent_context(
            device, executable_path=executable, args=["--no-sandbox"], locale="zh-CN", base_url=address
        )

    first = start()
    questions = begin(first.pages[0])
    questions.nth(0).locator("input").first.check()
    questions.nth(3).locator("button[value=down]").first.click()
    questions.nth(8).locator("textarea").fill("写到一半")
    questions.nth(1).locator("button[value=flag]").click()
    saved(first.pages[0])
    session = first.new_cdp_session(first.pages[0])
    with pytest.raises(Exception, match=r"closed|crash"):
        session.send("Browser.crash")

    again = start()
    page = enter(again.pages[0])
    expect(page.locator(".cw-is-it")).to_contain_text("本机存有您在")
    page.locator("button[value=begin]").click()
    questions = page.locator("fieldset.cw-q")
    expect(questions.nth(8)).to_be_focused()
    expect(questions.nth(8)).to_be_in_viewport()
    expect(questions.nth(0).locator("input").first).to_be_checked()
    expect(questions.nth(8).locator("textarea")).to_have_value("写到一半")
    expect(questions.nth(1).locator("button[value=flag]")).to_have_attribute("aria-pressed", "true")
    submit(page)
    response = exam.opened(handed_in(page, tmp_path))
    again.close()
    assert set(response["answers"]) == {"soil-top", "soil-order", "soil-letter"}
    assert "resumed" in events(response)
    assert response["save"] > 1


def test_what_is_restored_is_never_called_sent(published: Published, candidates: Candidates) -> None:
    page = candidates(published[1]).page
    begin(page).first.locator("input").first.check()
    saved(page)
    begin(page)
    expect(page.locator(".cw-saved")).to_contain_text("已从本机恢复")
    expect(page.locator(".cw-saved")).to_contain_text("尚未交卷")


def test_nothing_that_was_answered_lies_on_the_device_in_clear(
    published: Published, candidates: Candidates
) -> None:
    page = candidates(published[1]).page
    begin(page).nth(8).locator("textarea").fill("clear-as-day")
    saved(page)
    [kept] = page.evaluate(KEPT)
    assert "clear-as-day" not in kept
    assert "soil-letter" not in kept


@pytest.mark.parametrize("trouble", [DENIED, FULL])
def test_without_storage_it_is_said_at_once_and_nothing_else_is_lost(
    trouble: str, published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    page = candidates(address).page
    page.add_init_script(trouble)
    begin(page).first.locator("input").first.check()
    expect(page.locator(".cw-saved [role=alert]")).to_contain_text("没有保存")
    response = exported(page, exam, tmp_path)
    assert list(response["answers"]) == ["soil-top"]
    assert "full" in events(response)
    submit(page)
    expect(page.locator(".cw-saved")).to_contain_text("没有保存")
    assert exam.opened(handed_in(page, tmp_path))["final"] is True


def test_there_is_one_desk_however_many_windows(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    visitor = candidates(address)
    first = visitor.page
    begin(first).first.locator("input").first.check()
    saved(first)
    second = visitor.context.new_page()
    enter(second)
    expect(second.locator("cw-sealed [role=alert]")).to_contain_text("另一个窗口正在作答")
    second.locator("button[value=take-over]").click()
    second.locator("button[value=begin]").click()
    expect(second.locator("fieldset.cw-q").first.locator("input").first).to_be_checked()
    expect(first.locator("cw-sealed")).to_contain_text("您已在另一个窗口继续作答")
    submit(second)
    response = exam.opened(handed_in(second, tmp_path))
    assert list(response["answers"]) == ["soil-top"]
    assert "other-window" in events(response)


def test_a_page_that_is_loaded_anew_waits_for_no_window(published: Published, candidates: Candidates) -> None:
    page = candidates(published[1]).page
    begin(page).first.locator("input").first.check()
    for _ in range(2):
        page.reload()
        enter(page)
        expect(page.locator(".cw-is-it")).to_contain_text("本机存有您在")
        assert not page.locator("button[value=take-over]").count()
    page.locator("button[value=begin]").click()
    submit(page)
    page.reload()
    enter(page)
    expect(page.locator(".cw-ended")).to_be_visible()


def test_time_has_the_extra_minutes_and_submits_by_itself(
    publishing: Publishing, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = publishing(minutes=2, extra=1)
    page = candidates(address).page
    page.clock.install()
    begin(page).first.locator("input").first.check()
    expect(page.locator(".cw-time")).to_contain_text("2:5")
    page.clock.run_for(3 * MINUTE)
    expect(page.locator(".cw-ended")).to_contain_text("时间到")
    response = exam.opened(handed_in(page, tmp_path))
    assert (response["minutes"], response["extra"], response["final"]) == (2, 1, True)
    assert list(response["answers"]) == ["soil-top"]


def test_nothing_is_gained_by_setting_the_clock_back(
    publishing: Publishing, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = publishing(minutes=10)
    page = candidates(address).page
    page.clock.install(time="2026-11-28T10:00:00Z")
    begin(page)
    page.clock.run_for(4 * MINUTE)
    saved_after(page)
    page.clock.set_system_time("2026-11-28T09:00:00Z")
    page.clock.run_for(6_000)
    expect(page.locator(".cw-time")).to_have_text(LESS)
    page.clock.run_for(1_000)
    saved_after(page)
    enter(page)
    expect(page.locator("button[value=take-over]")).to_be_visible()
    page.clock.run_for(8_000)
    page.locator("button[value=begin]").click()
    expect(page.locator(".cw-time")).to_have_text(LESS)
    assert "clock" in events(exported(page, exam, tmp_path))


def saved_after(page: Page) -> None:
    """Minutes pass in no time here, and to keep what passed takes its own."""
    page.wait_for_timeout(1500)
    page.clock.run_for(1000)
    page.wait_for_timeout(500)
    expect(page.locator(".cw-saved")).to_have_text(SAVED)


def test_leaving_the_page_and_the_network_is_noted(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    visitor = candidates(address)
    page = visitor.page
    begin(page).first.locator("input").first.check()
    page.evaluate("window.dispatchEvent(new Event('blur'))")
    page.wait_for_timeout(1100)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    visitor.context.set_offline(True)
    page.wait_for_timeout(100)
    visitor.context.set_offline(False)
    page.wait_for_timeout(100)
    response = exported(page, exam, tmp_path)
    assert events(response) == ["left", "returned", "offline", "online"]
    assert response["events"][1]["for"] == 1
    assert "for" not in response["events"][0]


def test_a_kept_sitting_is_of_its_candidate_alone(published: Published, candidates: Candidates) -> None:
    """Whoever sits at the same device in another room begins anew."""
    visitor = candidates(published[1])
    begin(visitor.page).first.locator("input").first.check()
    saved(visitor.page)
    enter(visitor.page, ROOM_CODE)
    visitor.page.locator("#cw-number").fill("1002")
    visitor.page.locator("button[value=number]").click()
    expect(visitor.page.locator("button[value=begin]")).to_have_text("是我，开始考试")
    assert "1001" not in json.dumps(visitor.page.evaluate(KEPT))
