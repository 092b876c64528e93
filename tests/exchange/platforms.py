"""Learning platforms that a package is put into: served, with the runtime of npm `scorm-again` around it."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from playwright.sync_api import Browser, Frame, Page

HERE = Path(__file__).parent
RUNTIME = HERE.parents[1] / "node_modules" / "scorm-again" / "dist" / "scorm-again.js"
ANSWERS = (HERE.parent / "site" / "answers.js").read_text("utf-8")
"""Answers all that is open, the first so many as wrongly as can be."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def set_up(folder: Path, package: bytes, page: str) -> None:
    """The platform of a page here, with a package unpacked in it."""
    with ZipFile(BytesIO(package)) as archive:
        archive.extractall(folder / "package")
    shutil.copy(HERE / page, folder / "index.html")
    shutil.copy(RUNTIME, folder / "scorm-again.js")


class Learner:
    """Someone who takes a package on a platform, and what the platform keeps of it."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self._context = browser.new_context(**{"reduced_motion": "reduce", **options})
        self._context.set_default_timeout(10_000)
        self.page: Page = self._context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.address = address

    def open(self) -> Frame:
        """Launch it, or launch it again in the same session of the platform."""
        self.page.goto(self.address)
        frame = self.page.frames[-1]
        frame.locator("cw-quiz.is-ready").wait_for()
        return frame

    def kept(self) -> dict[str, Any]:
        """What was committed, and stays when the page is gone."""
        kept: dict[str, Any] = self.page.evaluate("JSON.parse(sessionStorage.getItem('cmi'))")
        return kept

    def errors(self) -> list[list[str]]:
        """Each call that the platform answered with an error, with its number."""
        found: list[list[str]] = self.page.evaluate("errors")
        return found

    def calls(self) -> list[list[str]]:
        found: list[list[str]] = self.page.evaluate("calls")
        return found

    def close(self) -> None:
        self._context.close()


def answer_all(frame: Frame, *, wrong: int) -> int:
    count: int = frame.evaluate(ANSWERS, wrong)
    frame.locator(".cw-outcome").wait_for(state="attached")
    return count
