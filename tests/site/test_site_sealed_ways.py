"""The ways of a sealed exam: without a network, over plain http, into a drop box, by QR codes, in SEB."""

import base64
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from auditing import broken_rules
from fitting import too_wide
from playwright.sync_api import Page, expect
from sealed_package import CODE
from sealed_sitting import (
    Candidates,
    Published,
    Publishing,
    answer_all,
    at_door,
    begin,
    enter,
    handed_in,
    submit,
)
from visitors import DESKTOP, PHONE

pytest_plugins = ["site_fixtures", "sealed_rooms"]

NO_SUBTLE = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })"
SEB = """window.SafeExamBrowser = { security: {
  configKey: "", browserExamKey: "",
  updateKeys(done) { this.configKey = "c0"; this.browserExamKey = "b0"; done(); },
} };"""


PIXELS = """async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data, width } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return [width, Array.from(data).filter((_, at) => at % 4 === 0)];
}"""


def seen(page: Page, place: str) -> Any:
    """What a camera sees there: rows of pixels, from 0 for black to 255."""
    picture = base64.b64encode(page.locator(place).screenshot()).decode()
    width, pixels = page.evaluate(PIXELS, picture)
    return np.array(pixels, dtype=np.uint8).reshape(-1, width)


def loaded(requests: list[str], address: str) -> list[str]:
    return [url.removeprefix(address) for url in requests if url.endswith(".js")]


def test_nothing_that_scores_is_loaded_and_noble_only_without_subtle(
    published: Published, candidates: Candidates
) -> None:
    _, address = published
    visitor = candidates(address)
    begin(visitor.page)
    answer_all(visitor.page)
    submit(visitor.page)
    files = loaded(visitor.requests, address)
    assert not [file for file in files if "plain" in file or "noble" in file]
    assert visitor.strangers() == []
    code = "".join(visitor.context.request.get(f"{address}{file}").text() for file in files)
    assert "PBKDF2" in code
    # what only the rules of scoring have: net correct, numerals, the script of characters
    for rule in ("mantissa", "零〇一", "distractors", "百千万亿", "variants.match"):
        assert rule not in code, rule


def test_over_plain_http_noble_does_the_same(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    visitor = candidates(address)
    visitor.page.add_init_script(NO_SUBTLE)
    begin(visitor.page).first.locator("input").first.check()
    submit(visitor.page)
    response = exam.opened(handed_in(visitor.page, tmp_path))
    assert list(response["answers"]) == ["soil-top"]
    assert "sealed/crypt/plain.js" in loaded(visitor.requests, address)
    at_door(visitor.page)
    expect(visitor.page.locator(".cw-entrance")).to_contain_text("未加密的网络连接")


def test_it_works_without_a_network_once_it_is_loaded(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    visitor = candidates(address)
    page = at_door(visitor.page)
    page.wait_for_load_state("networkidle")
    visitor.context.set_offline(True)
    page.locator(".cw-code").fill(CODE)
    page.locator("button[value=open]").click()
    page.locator("button[value=begin]").click()
    answer_all(page)
    page.locator("button[value=keys]").click()
    page.locator("dialog button[value=close]").click()
    submit(page)
    page.locator("button[value=qr]").click()
    expect(page.locator(".cw-qr svg")).to_be_visible()
    assert set(exam.opened(handed_in(page, tmp_path))["answers"]) == {item.id for item in exam.items}


def test_a_drop_box_is_tried_until_it_took_the_response(
    publishing: Publishing, candidates: Candidates
) -> None:
    exam, address = publishing("drop")
    exam.answers = [503, 500]
    visitor = candidates(address)
    page = visitor.page
    begin(page)
    submit(page)
    expect(page.locator(".cw-way")).to_contain_text("尚未送达")
    expect(page.locator(".cw-saved")).not_to_contain_text("已送达")
    expect(page.locator(".cw-way")).to_contain_text("送达收卷箱", timeout=15_000)
    expect(page.locator(".cw-saved")).to_have_text(re.compile(r"已送达 \d\d:\d\d"))
    [(name, text)] = exam.put.items()
    assert re.fullmatch(r"spring-1001-A-[0-9a-f]{8}-[0-9a-f]{16}\.cwr", name)
    assert exam.opened(text)["final"] is True
    page.wait_for_timeout(600)
    enter(page)
    expect(page.locator(".cw-saved")).to_have_text(re.compile("已送达"))
    visitor.complaints[:] = [said for said in visitor.complaints if "status of 50" not in said]


def test_a_drop_box_that_refuses_is_told_of(publishing: Publishing, candidates: Candidates) -> None:
    exam, address = publishing("drop")
    exam.answers = [403]
    visitor = candidates(address)
    begin(visitor.page)
    submit(visitor.page)
    expect(visitor.page.locator(".cw-way")).to_contain_text("拒收（403）")
    expect(visitor.page.locator(".cw-saved")).to_contain_text("已保存在本机")
    visitor.page.locator("button[value=send]").click()
    expect(visitor.page.locator(".cw-way")).to_contain_text("送达收卷箱")
    visitor.complaints[:] = [said for said in visitor.complaints if "status of 403" not in said]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_camera_reads_the_whole_response_from_the_codes(
    scheme: str, published: Published, candidates: Candidates
) -> None:
    exam, address = published
    page = candidates(address, viewport=PHONE, color_scheme=scheme).page
    begin(page)
    submit(page)
    page.locator("button[value=qr]").click()
    pieces: dict[int, str] = {}
    count = int(re.findall(r"\d+", page.locator(".cw-code-series .cw-place").inner_text())[1])
    for _ in range(count):
        [code] = zxingcpp.read_barcodes(seen(page, ".cw-qr"))
        kind, _, number, of, piece = code.text.split("/", 4)
        assert (kind, int(of)) == ("CWR1", count)
        pieces[int(number)] = piece
        page.locator("button[value=qr-on]").click()
    text = "".join(pieces[number] for number in range(1, count + 1))
    assert exam.opened(f"CWR1.{text}")["final"] is True


def test_the_keys_of_safe_exam_browser_are_sealed_in(
    published: Published, candidates: Candidates, tmp_path: Path
) -> None:
    exam, address = published
    page = candidates(address).page
    page.add_init_script(SEB)
    begin(page)
    submit(page)
    seb = exam.opened(handed_in(page, tmp_path))["seb"]
    assert seb == {"configKey": "c0", "browserExamKey": "b0", "url": address}


def test_keys_answer_and_turn(published: Published, candidates: Candidates) -> None:
    page = candidates(published[1]).page
    questions = begin(page)
    page.keyboard.press("b")
    expect(questions.first.locator("input").nth(1)).to_be_checked()
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    expect(questions.nth(1).locator("input").first).to_be_checked()
    page.keyboard.press("?")
    expect(page.locator("dialog.cw-keys")).to_be_visible()


def rooms(page: Page) -> list[str]:
    """Every state of the page, as it is gone through; what is broken in each."""
    found = broken_rules(at_door(page)) + too_wide(page)
    enter(page)
    expect(page.locator(".cw-is-it")).to_be_visible()
    found += broken_rules(page) + too_wide(page)
    page.locator("button[value=begin]").click()
    expect(page.locator(".cw-saved")).to_contain_text("已保存")
    found += broken_rules(page) + too_wide(page)
    page.locator("button[value=export]").click()
    found += broken_rules(page) + too_wide(page)
    page.locator("dialog button[value=close]").click()
    page.locator("button[value=submit]").first.evaluate("(button) => button.click()")
    found += broken_rules(page) + too_wide(page)
    page.locator("dialog button[value=sure]").click()
    expect(page.locator(".cw-ended")).to_be_visible()
    page.locator("button[value=text]").click()
    found += broken_rules(page) + too_wide(page)
    page.locator("button[value=qr]").click()
    expect(page.locator(".cw-qr svg")).to_be_visible()
    return found + broken_rules(page) + too_wide(page)


@pytest.mark.parametrize(
    ("scheme", "viewport"),
    [("light", DESKTOP), ("dark", PHONE), ("light", {"width": 320, "height": 256})],
    ids=["light desk", "dark phone", "zoomed four times"],
)
def test_no_room_breaks_a_rule(
    scheme: str, viewport: dict[str, int], published: Published, candidates: Candidates
) -> None:
    assert rooms(candidates(published[1], color_scheme=scheme, viewport=viewport).page) == []
