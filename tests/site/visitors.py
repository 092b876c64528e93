"""A person with a fresh browser, and what the page does while they look at it."""

import os
import shutil
import time
from typing import Any, Protocol

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, ViewportSize, expect

PHONE: ViewportSize = {"width": 390, "height": 844}
ON_A_PHONE: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}

_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error("policy:", event.effectiveDirective, event.blockedURI,
    `${event.sourceFile}:${event.lineNumber}`));
"""
_SEEDS = "let drawn = 0; crypto.getRandomValues = (numbers) => numbers.fill((drawn += 7919))"
"""Every run draws the same."""
_FORGET = "try { localStorage.clear(); sessionStorage.clear(); } catch {}"


def chromium_here() -> str | None:
    """The browser of this machine, if it has one."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


class Visitor:
    """Opens pages by their address in the site; notes every request and every complaint."""

    def __init__(self, browser: Browser, origin: str, **options: Any) -> None:
        options = {"viewport": DESKTOP, "locale": "zh-CN", "reduced_motion": "reduce", **options}
        self.context = browser.new_context(base_url=origin, **options)
        self.context.set_default_timeout(10_000)
        self.origin = origin
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.has_scripts: bool = options.get("java_script_enabled", True)
        self.page: Page = self.context.new_page()
        self.page.add_init_script(f"{_VIOLATIONS}{_SEEDS}")
        self.page.on("request", self._asked)
        self.page.on("console", self._said)
        self.page.on("pageerror", self._failed)

    def open(self, address: str) -> Page:
        """The page, once its elements do what they are for."""
        self.page.goto(address or "./")
        if self.has_scripts:
            waiting = ":not(:defined), cw-quiz:not(.is-ready)"
            expect(self.page.locator(waiting)).to_have_count(0)
        return self.page

    def strangers(self) -> list[str]:
        """What was asked of anyone but the site itself."""
        return [
            url for url in self.requests if not url.startswith((self.origin, "data:", f"blob:{self.origin}"))
        ]

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def _failed(self, error: Error) -> None:
        self.complaints.append(f"exception: {error}")


def until(page: Page, holds: str, within: float = 15) -> None:
    """Wait, in seconds, for an expression or its promise to be true, on whatever page the tab has come to.

    What the page's own policy forbids, to evaluate a text again and again within it, is not asked of it.
    """
    ending = time.monotonic() + within
    while not _now(page, holds):
        assert time.monotonic() < ending, holds
        page.wait_for_timeout(50)


def _now(page: Page, holds: str) -> bool:
    try:
        return bool(page.evaluate(holds))
    except Error:  # the page that it began on is gone
        return False


class Tourist(Visitor):
    """Looks at one page after another, each as a newcomer does; far sooner than as many browsers would.

    What a page keeps is forgotten before the next one begins, and so is how it was looked at.
    """

    def __init__(self, browser: Browser, origin: str, **options: Any) -> None:
        super().__init__(browser, origin, **options)
        self._window = self.page.viewport_size or DESKTOP
        self.page.add_init_script(_FORGET)

    def open(self, address: str) -> Page:
        self.page.set_viewport_size(self._window)
        self.page.emulate_media(media="null")
        self.requests.clear()
        self.complaints.clear()
        return super().open(address)


class Visiting(Protocol):
    """Makes a visitor; the options are those of a browser context."""

    def __call__(self, origin: str = ..., **options: Any) -> Visitor: ...
