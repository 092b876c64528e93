"""A page of 200 questions in a browser whose processor is slowed down: our script, feedback, bytes a type."""

import os
import shutil
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean, median
from typing import Any

from playwright.sync_api import Page, sync_playwright
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
THEIRS = "/assets/javascripts/"
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_CHOICES = "cw-quiz fieldset[data-shape=choice]:not(:has(.cw-verdict))"
_PAINTED = """(field, action) => new Promise((done) => {
  const line = document.createElement("p");
  line.textContent = "一行字";
  field.querySelector(".cw-o input").click();
  requestAnimationFrame(() => setTimeout(() => {
    const before = performance.now();
    if (action === "check") field.querySelector("button[value=check]").click();
    else field.append(line);
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
  }));
})"""


@dataclass(frozen=True)
class Run:
    """Milliseconds on the long page, each beside what the machine takes for what is not ours."""

    script: float
    """Our script until the page can be used."""
    theirs: float
    """The theme's own script until then."""
    feedback: float
    """From a press of the button until feedback is painted."""
    line: float
    """From a line of text that is added to a question until it is painted."""


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


def long_page_times(site: Path) -> Run:
    """The least of the rounds for each: whatever else the machine does only adds to it."""
    with _serving(site) as origin, sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        runs = [_run(browser.new_page(), origin + PAGE) for _ in range(ROUNDS)]
        browser.close()
    return Run(*(min(times) for times in zip(*map(astuple, runs), strict=True)))


def _run(page: Page, address: str) -> Run:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("Profiler.enable")
    session.send("Profiler.setSamplingInterval", {"interval": 250})
    session.send("Profiler.start")
    page.goto(address, wait_until="commit")
    page.locator("cw-quiz.is-ready").wait_for(timeout=PATIENCE)
    profile = session.send("Profiler.stop")["profile"]
    fields = list(reversed(page.locator(_CHOICES).all()[:5]))
    lines = [field.evaluate(_PAINTED, "line") for field in fields]
    feedback = [field.evaluate(_PAINTED, "check") for field in fields]
    page.close()
    return Run(_spent(profile, OURS), _spent(profile, THEIRS), median(feedback), median(lines))


def _spent(profile: dict[str, Any], where: str) -> float:
    """Milliseconds in which code from there was on the stack."""
    nodes = {node["id"]: node for node in profile["nodes"]}
    found: set[int] = set()

    def mark(id: int, inside: bool) -> None:
        inside = inside or where in nodes[id]["callFrame"]["url"]
        if inside:
            found.add(id)
        for child in nodes[id].get("children", ()):
            mark(child, inside)

    mark(profile["nodes"][0]["id"], False)
    spent = zip(profile["samples"], profile["timeDeltas"], strict=True)
    return float(sum(delta for id, delta in spent if id in found)) / 1000


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
