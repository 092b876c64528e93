"""A page of 200 questions in a browser whose processor is slowed down: our script, feedback, bytes a type."""

import os
import shutil
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean, median
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright
from reference import Reference, write_yaml
from sizes import markup_bytes, question_at

QUESTIONS = 200
PAGE = "quizzes/bench-many/"
SLOWER = 4
ROUNDS = 12
"""A machine that others use too gives its full speed only now and then."""
PATIENCE = 120_000
"""In milliseconds: the theme's own script takes its time on so long a page."""
OURS = "/assets/coursewright/"
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_CHOICES = "cw-quiz fieldset[data-shape=choice]:not(:has(.cw-verdict))"
_FEEDBACK = """(field) => new Promise((done) => {
  field.querySelector(".cw-o input").click();
  requestAnimationFrame(() => setTimeout(() => {
    const before = performance.now();
    field.querySelector("button[value=check]").click();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
  }));
})"""


def types_of(reference: Reference) -> dict[str, str]:
    """The type of every practice item that a quiz can list, and of every question of a case, by its id."""
    found: dict[str, str] = {}
    for path, data in reference.files.items():
        for item in data["items"] if path.startswith("quizzes/bank/") else ():
            if item.get("use", "practice") == "practice":
                found[item["id"]] = item["type"]
    return found


def add_long_quiz(reference: Reference, course: Path) -> None:
    """200 items of all types in turn, as two quizzes: more than 100 no quiz may list."""
    by_type: defaultdict[str, list[str]] = defaultdict(list)
    for id, type in types_of(reference).items():
        by_type[type].append(id)
    rows = [list(ids) for ids in by_type.values()]
    taken = [ids[at] for at in range(max(map(len, rows))) for ids in rows if at < len(ids)][:QUESTIONS]
    for name, items in (("bench-many", taken[::2]), ("bench-more", taken[1::2])):
        quiz = {"title": name, "summary": "许多题。", "items": items}
        write_yaml(course / f"quizzes/practice/{name}.yml", quiz)


def join_long_quiz(site: Path) -> None:
    """The questions of both on the page of the first."""
    page, other = (site / "quizzes" / name / "index.html" for name in ("bench-many", "bench-more"))
    _, _, more = other.read_text("utf-8").partition("<form>")
    head, form, rest = page.read_text("utf-8").partition("<form>")
    page.write_text(head + form + more.partition("</form>")[0] + rest, "utf-8")


def bytes_by_type(reference: Reference, site: Path) -> dict[str, float]:
    """Average bytes of a question's markup, its text left out."""
    html = (site / PAGE / "index.html").read_text("utf-8")
    found: defaultdict[str, list[int]] = defaultdict(list)
    for id, type in types_of(reference).items():
        if type != "case" and (question := question_at(html, id)):
            found[type].append(markup_bytes(question))
    return {type: mean(sizes) for type, sizes in sorted(found.items())}


def script_and_feedback(site: Path) -> tuple[float, float]:
    """Milliseconds of our script until the page can be used, and until feedback is painted.

    The least of the rounds: whatever else the machine does only adds to it.
    """
    with _serving(site) as origin, sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        runs = [_run(browser.new_page(), origin + PAGE) for _ in range(ROUNDS)]
        browser.close()
    return min(run[0] for run in runs), min(run[1] for run in runs)


def _run(page: Page, address: str) -> tuple[float, float]:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("Profiler.enable")
    session.send("Profiler.setSamplingInterval", {"interval": 250})
    session.send("Profiler.start")
    page.goto(address, wait_until="commit")
    page.locator("cw-quiz.is-ready").wait_for(timeout=PATIENCE)
    script = _ours(session)
    fields = page.locator(_CHOICES).all()[:5]
    feedback = [field.evaluate(_FEEDBACK) for field in reversed(fields)]
    page.close()
    return script, median(feedback)


def _ours(session: CDPSession) -> float:
    """Milliseconds in which our code was on the stack."""
    profile: dict[str, Any] = session.send("Profiler.stop")["profile"]
    nodes = {node["id"]: node for node in profile["nodes"]}
    ours: set[int] = set()

    def mark(id: int, inside: bool) -> None:
        inside = inside or OURS in nodes[id]["callFrame"]["url"]
        if inside:
            ours.add(id)
        for child in nodes[id].get("children", ()):
            mark(child, inside)

    mark(profile["nodes"][0]["id"], False)
    spent = zip(profile["samples"], profile["timeDeltas"], strict=True)
    return float(sum(delta for id, delta in spent if id in ours)) / 1000


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@contextmanager
def _serving(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
