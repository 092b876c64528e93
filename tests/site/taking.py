"""Taking a course along on a device, and putting another version of it in its place."""

import re
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from coursewright.host.manifest import write_manifest

CODE = "assets/coursewright"
READY = "The whole course works without a network."


def box(page: Page) -> Any:
    return page.locator("cw-offline")


def take(page: Page) -> None:
    """One press on the home page, until all is there."""
    box(page).get_by_role("button", name=re.compile("Take the course along")).click()
    expect(box(page)).to_contain_text(READY)


def names_of_caches(page: Page) -> list[str]:
    found: list[str] = page.evaluate("caches.keys()")
    return found


def renewed(site: Path, folder: Path, word: str = "Mended") -> Path:
    """Another version: its code is elsewhere, and a section says another word."""
    new = Path(shutil.copytree(site, folder))
    (code,) = (entry for entry in (new / CODE).iterdir() if entry.is_dir())
    code.rename(new / CODE / ("e" * 12))
    for page in new.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(code.name, "e" * 12), encoding="utf-8")
    section = new / "learn/wheels/puncture/index.html"
    section.write_text(section.read_text("utf-8").replace("</h1>", f" {word}</h1>", 1), encoding="utf-8")
    write_manifest(new, is_kept=True)
    return new
