"""axe-core's rules of WCAG 2.2 AA, held against a page."""

from functools import cache

import pytest
from output import ROOT
from playwright.sync_api import Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_STYLE = """(rule) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rule);
  document.adoptedStyleSheets = [sheet];
}"""
_LAID_OUT = "* { content-visibility: visible !important; }"
"""Else what is far from the window has the height that was guessed, and lies over what comes after it."""
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@cache
def axe() -> str:
    if not AXE.exists():
        pytest.skip("no axe-core; run npm ci")
    return AXE.read_text("utf-8")


def broken_rules(page: Page, within: str = "html", rule: str = "") -> list[str]:
    """Rules that are broken, of all or only one, each with where and what axe says of it."""
    # A page may not run what is added to it; the browser's own console may.
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{axe()}; undefined")
    only = {"type": "rule", "values": [rule]} if rule else {"type": "tag", "values": LEVELS}
    run = "([within, runOnly]) => axe.run(within, { runOnly, resultTypes: ['violations'] })"
    page.evaluate(_STYLE, _LAID_OUT)
    found = page.evaluate(run, [within, only])
    page.evaluate(_STYLE, "")
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
        for rule in found["violations"]
        for node in rule["nodes"][:5]
    ]
