"""Whether a page fits its window."""

from playwright.sync_api import Page

_TOO_WIDE = """
() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const isWide = (one) => one.getBoundingClientRect().right > root.clientWidth + 1;
  const wide = [...document.querySelectorAll("body *")].filter(isWide);
  return [`${root.scrollWidth} > ${root.clientWidth}`,
    ...wide.slice(0, 5).map(({ tagName, className, textContent }) =>
      `${tagName}.${className} ${(textContent ?? "").trim().slice(0, 20)}`)];
}
"""


def too_wide(page: Page) -> list[str]:
    """What makes a page scroll sideways; nothing where it does not."""
    found: list[str] = page.evaluate(_TOO_WIDE)
    return found
