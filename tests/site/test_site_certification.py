"""A certification from the blueprint to the certificate: three candidates, each in another way; a verifier.

One test, for each step stands on what the one before it left.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from answered import Captured, csv_of, form, graded, head, kept, row, rows
from filled import filled, save
from knower import answer
from knowing import known
from output import serving
from playwright.sync_api import Browser, BrowserContext, Page, expect
from scanned import pages
from sealed_sitting import handed_in, submit
from sessions import NAME, course
from verifying import bring, says
from visitors import Visitor, chromium_here

from coursewright.commands.issuing import read_register
from coursewright.commands.main import run
from coursewright.exams.grading.judging import answer_of
from coursewright.exams.layout import Variant
from coursewright.exams.page import Bubble
from coursewright.exams.printing import SHEETS_FILE
from coursewright.exams.scanning.printed import printings
from coursewright.model.items.interaction import (
    Asked,
    AskedChoice,
    AskedGaps,
    AskedMatch,
    AskedOrder,
    AskedWritten,
)
from trees import ENGLISH, ISSUER, write_tree

pytest_plugins = ["site_fixtures"]

WRITTEN = "Loose soil lets roots and water down."
SAVED = "Saved on this device"
PASSPHRASE = "four words in a row"
ANN, BEN, CLEO, DAN = "101", "102", "103", "104"
OTHERS = [f"2{at:02}" for at in range(18)]
"""Keyed in by the trainer; analysis takes 20."""


def do(root: Path, *arguments: str, by: bool = True) -> int:
    return run([*arguments, *(("--by", "Eve") if by else ()), "--course", str(root)])


def roster(root: Path, name: str, *people: tuple[str, str]) -> str:
    file = root.parent / f"{name}.csv"
    file.write_bytes(csv_of([("name", "number"), *people]))
    return str(file)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COURSEWRIGHT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    made = course(tmp_path / "course")
    return write_tree(made, {ISSUER: None})


def published(root: Path) -> None:
    online = roster(root, "online", ("Ann Ash", ANN), ("Ben Birch", BEN))
    paper = roster(root, "paper", ("Cleo Cedar", CLEO))
    others = [(f"Candidate {number}", number) for number in OTHERS]
    people = (("Ann Ash", ANN), ("Ben Birch", BEN), ("Cleo Cedar", CLEO), ("Dan, who is ill", DAN))
    roster(root, "roster", *people, *others)
    assert do(root, "issuer", "init", "--site", "https://garden.example/", by=False) == 0
    assert do(root, "exam", "make", "spade", NAME, "--seed", "s") == 0
    assert do(root, "exam", "announce", NAME, "--date", "2999-01-01") == 0
    assert do(root, "exam", "sheets", NAME, "--roster", paper) == 0
    assert do(root, "exam", "publish", NAME, "--roster", online) == 0


def web(root: Path) -> Path:
    return kept(root).folder / "web"


def at_work(root: Path, page: Page, number: str, address: str) -> list[Any]:
    """Let in with their code, and what they know of their form."""
    codes: dict[str, Any] = json.loads((web(root) / "codes.json").read_bytes())["codes"]
    [(code, own)] = [pair for pair in codes.items() if pair[1]["admitted"][0]["number"] == number]
    page.goto(address)
    page.locator(".cw-code").fill(code)
    page.keyboard.press("Enter")
    page.locator("button[value=begin]").click()
    expect(page.locator("fieldset.cw-q")).to_have_count(11)
    return known(kept(root).session, form(root, own["admitted"][0]["form"]), WRITTEN)


@contextmanager
def device(browser: Browser, folder: Path) -> Iterator[BrowserContext]:
    """A browser of its own, whose storage outlives it."""
    options: dict[str, Any] = {"executable_path": chromium_here(), "args": ["--no-sandbox"]}
    context = browser.browser_type.launch_persistent_context(folder, **options)
    context.set_default_timeout(15_000)
    try:
        yield context
    finally:
        context.close()


def sat_with_a_crash(root: Path, browser: Browser, responses: Path) -> None:
    """Over a web server; the browser dies in the middle, and a new one goes on with what it kept."""
    with serving(web(root) / "site") as address:
        with device(browser, root.parent / "device") as first:
            page = first.pages[0]
            answer(page, at_work(root, page, ANN, address), range(1, 7))
            page.wait_for_timeout(500)
            expect(page.locator(".cw-saved")).to_contain_text(SAVED)
            with pytest.raises(Exception, match=r"closed|crash"):
                first.new_cdp_session(page).send("Browser.crash")
        with device(browser, root.parent / "device") as again:
            page = again.pages[0]
            answer(page, at_work(root, page, ANN, address), range(7, 12))
            submit(page)
            handed_in(page, responses)


def sat_without_a_network(root: Path, browser: Browser, responses: Path) -> None:
    """From the single file, which a candidate has on a stick."""
    file = shutil.copy2(web(root) / f"{NAME}.html", root.parent)
    context = browser.new_context()
    context.set_default_timeout(15_000)
    page = context.new_page()
    context.set_offline(True)
    presses = at_work(root, page, BEN, Path(file).as_uri())
    answer(page, presses, range(1, 12))
    submit(page)
    handed_in(page, responses)
    context.close()


def sat_on_paper(root: Path) -> None:
    """Filled in with a pencil but for the number; a marker gave all points for what is written."""
    (printed,) = printings(kept(root)).values()
    blank = pages((kept(root).folder / "sheets" / SHEETS_FILE).read_bytes())
    asked = kept(root).session.asked(ENGLISH)
    code = next(iter(printed.assigned.values())).form
    sheets = [
        filled(grey, [each for each in bubbles if is_right(each, asked)])
        for grey, bubbles in zip(blank, printed.pages[Variant(code, False)], strict=True)
    ]
    scan = save(root.parent / "scan.pdf", sheets)
    assert do(root, "exam", "scan", NAME, str(scan)) == 0


def is_right(bubble: Bubble, asked: Mapping[str, Asked]) -> bool:
    match asked[bubble.item] if bubble.item else None:
        case AskedChoice(_, key):
            return bubble.value in key
        case AskedMatch(_, key):
            return key[bubble.entry] == bubble.value
        case AskedOrder(_, key):
            return key[int(bubble.entry) - 1] == bubble.value
        case AskedGaps():
            return bubble.kind == "points" and bubble.value == "1"
        case AskedWritten():
            return bubble.value == "3"
    return False


def marked(root: Path) -> None:
    assert do(root, "exam", "mark", NAME) == 0
    asked = kept(root).session.asked(ENGLISH)["exam-letter"]
    assert isinstance(asked, AskedWritten)
    answer = answer_of("exam-letter", WRITTEN).digest
    judgment = {"item": "exam-letter", "answer": answer, "met": [each.id for each in asked.key]}
    file = root.parent / "judgments.json"
    file.write_text(json.dumps({"format": 1, "session": NAME, "judgments": [judgment]}), "utf-8")
    assert do(root, "exam", "mark", NAME, str(file), "--marker", "Flo") == 0


def keyed_in(root: Path) -> Path:
    """Of the others each leaves another number of questions open."""
    items = [each.item for each in form(root, "A").questions]
    own = [
        row(root, number, "AB"[at % 2], wrong=items[: at % 10], written=WRITTEN)
        for at, number in enumerate(OTHERS)
    ]
    file = root.parent / "answers.csv"
    file.write_bytes(csv_of([head(root), *own]))
    return file


def built(root: Path) -> Path:
    site = root.parent / "site"
    assert do(root, "build", "--site", str(site), by=False) == 0
    return site


def credentials(root: Path, number: str) -> dict[str, bytes]:
    found = (root / "private/credentials" / NAME).glob(f"{number}-*")
    return {file.name: file.read_bytes() for file in found}


def told(root: Path, browser: Browser, **words: Mapping[str, bytes]) -> None:
    """Each file by its verdict, in the page that verifies; and nothing leaves it."""
    with serving(built(root)) as origin:
        visitor = Visitor(browser, origin)
        page = visitor.open("verify/")
        for word, files in words.items():
            for name, content in files.items():
                says(bring(page, content, name), word)
        assert visitor.strangers() == []
        assert visitor.complaints == []
        visitor.context.close()


def test_from_the_blueprint_to_the_certificate_and_its_end(
    root: Path, chromium: Browser, tmp_path: Path, capsys: Captured
) -> None:
    published(root)
    responses = tmp_path / "responses"
    responses.mkdir()
    sat_with_a_crash(root, chromium, responses)
    sat_without_a_network(root, chromium, responses)
    sat_on_paper(root)
    assert len([*responses.iterdir()]) == 2

    listed = graded(root, capsys, responses, keyed_in(root))
    marked(root)
    assert "1 candidate absent" in listed
    assert "0 findings do not count" in listed
    points = dict(rows(root, "SELECT candidate, points FROM candidates"))
    assert (points[ANN], points[BEN], points[CLEO]) == (13, 13, 12)
    ways = dict(rows(root, "SELECT candidate, split_part(origin, ' ', 1) FROM candidates"))
    assert [ways[each] for each in (ANN, BEN, CLEO, OTHERS[0])] == ["sealed", "sealed", "sheet", "table"]
    assert do(root, "exam", "analyse", NAME) == 0
    assert do(root, "exam", "verify", NAME, by=False) == 0

    assert do(root, "credential", "issue", NAME) == 0
    passed = dict(rows(root, "SELECT candidate, passed FROM candidates"))
    assert {passed[each] for each in (ANN, BEN, CLEO)} == {True}
    assert {each: bool(credentials(root, each)) for each in passed} == passed
    assert False in passed.values()
    own = credentials(root, ANN)
    paths = [str(root / "private/credentials" / NAME / name) for name in own]
    capsys.readouterr()
    assert do(root, "credential", "verify", *paths, by=False) == 0
    assert capsys.readouterr().out.count("✓ good") == len(own) == 5
    told(root, chromium, Valid=own)

    [id] = [entry.id for entry in read_register(root) if entry.number == ANN]
    assert do(root, "credential", "revoke", id, "--reason", "It was not Ann who sat.") == 0
    capsys.readouterr()
    assert do(root, "credential", "verify", *paths, by=False) == 1
    assert capsys.readouterr().out.count("✗ revoked") == 5
    told(root, chromium, Revoked=own, Valid=credentials(root, CLEO))
    assert do(root, "exam", "verify", NAME, by=False) == 0
