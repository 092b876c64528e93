"""The pages that a browser shows, as pictures: on a candidate's phone, and on the desk of whoever marks."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, expect
from prints import framed
from rehearsed import Rehearsed

from coursewright.exams.sealing.publishing import published
from coursewright.exams.store import get

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 740}, "device_scale_factor": 1.5}
DESK: dict[str, Any] = {"viewport": {"width": 760, "height": 560}}
HALF: dict[str, Any] = {"viewport": {"width": 560, "height": 1400}}
SAVED = 800
"""Milliseconds after which an answer is kept."""
Shown = tuple[str, Image.Image]


def screens(browser: Browser, made: Rehearsed, site: str) -> Iterator[Shown]:
    """Name → picture; `site` is the address where the course's site is served."""
    for options, shots in ((PHONE, _sitting), (DESK, _marking)):
        context = browser.new_context(locale=made.language, reduced_motion="reduce", **options)
        yield from shots(context.new_page(), made)
        context.close()
    context = browser.new_context(base_url=site, locale=made.language, reduced_motion="reduce", **HALF)
    yield from _verifying(context.new_page(), made)
    context.close()


def _sitting(page: Page, made: Rehearsed) -> Iterator[Shown]:
    """As a candidate: door, question, answer sheet with flags, receipt."""
    page.goto((made.session / "web" / f"{made.session.name}.html").as_uri())
    code = next(each for each in next(published(get(made.root, made.session.name))).admissions.values())
    page.locator(".cw-code").fill(code.code.shown)
    yield "sitting-door", _window(page)
    page.locator("button[value=open]").click()
    expect(page.locator("button[value=begin]")).to_be_visible()
    page.locator("button[value=begin]").click()
    questions = page.locator("fieldset.cw-q")
    expect(questions.first).to_be_visible()
    for at in range(5):
        shown = questions.nth(at)
        if at != 2:
            shown.locator("input").first.check()
        if at in (2, 3):
            shown.locator("button[value=flag]").click()
        if at == 3:
            page.wait_for_timeout(SAVED)
            yield "sitting-question", _window(page)
        page.locator("button[value=next]:visible").first.click()
    page.locator(".cw-answers > summary").click()
    page.evaluate("scrollTo(0, 0)")
    yield "sitting-sheet", _window(page, 520)
    page.locator("button[value=submit]:visible").first.click()
    page.locator("dialog button[value=sure]").click()
    expect(page.locator(".cw-ended")).to_be_visible()
    yield "sitting-receipt", _window(page, 1040)


def _marking(page: Page, made: Rehearsed) -> Iterator[Shown]:
    """As whoever decides on doubtful marks, and judges what was written."""
    page.goto((made.session / "scans/review.html").as_uri())
    page.locator("canvas, img").first.wait_for()
    yield "scan-review", _window(page)
    page.goto((made.session / "marking/marking.html").as_uri())
    for key in ("ArrowDown", "1", "2", "Enter", "1"):
        page.keyboard.press(key)
    page.evaluate("scrollTo(0, 0)")
    yield "marking-page", _window(page)


def _verifying(page: Page, made: Rehearsed) -> Iterator[Shown]:
    """As an employer with three files: a good one, one that was revoked, one that was altered."""
    revoked, good, *_others = made.certificates
    told = json.loads(good.read_bytes())
    told["credentialSubject"]["identifier"][0]["identityHash"] = made.texts["people"][0]
    for name, content, file in (
        ("verify-valid", good.with_suffix(".pdf").read_bytes(), f"{good.stem}.pdf"),
        ("verify-revoked", revoked.with_suffix(".pdf").read_bytes(), f"{revoked.stem}.pdf"),
        ("verify-altered", json.dumps(told).encode(), good.name),
    ):
        page.goto("verify/")
        page.locator("cw-verify input[type=file]").set_input_files(
            {"name": file, "mimeType": "application/octet-stream", "buffer": content}
        )
        result = page.locator(".cw-verified")
        expect(result).to_be_visible()
        yield name, _read(result.screenshot(animations="disabled"))


def _window(page: Page, height: int = 0) -> Image.Image:
    """What is to be seen at once, on a screen of that height."""
    if height and page.viewport_size:
        page.set_viewport_size({**page.viewport_size, "height": height})
    return _read(page.screenshot(animations="disabled"))


def _read(content: bytes) -> Image.Image:
    return framed(Image.open(BytesIO(content)).convert("RGB"))
