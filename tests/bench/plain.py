"""The same pages for bare MkDocs with Material: our staged pages as plain Markdown of the same words."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_ATTRIBUTES = re.compile(r" \{ #[^}]* \}$", re.M)
_GAPS = re.compile(r"\n{3,}")
_STARTS = {
    "p": "\n\n",
    "li": "\n- ",
    "div": "\n\n",
    "tr": "\n| ",
    "label": "\n- ",
    "legend": "\n\n",
    "summary": "\n\n",
    "fieldset": "\n\n",
}
_ENDS = {"td": " | ", "th": " | ", "ul": "\n\n", "ol": "\n\n", "table": "\n\n"}


class _Words(HTMLParser):
    """What a page says, with the Markdown that its elements stand for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._rows = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._rows = self._cells = 0
        self._cells += tag in ("td", "th") and self._rows == 0
        self.text.append(_STARTS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.text.append(_ENDS.get(tag, ""))
        if tag == "tr":
            if self._rows == 0:
                self.text.append("\n|" + " --- |" * self._cells)
            self._rows += 1

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def bare_site(staged: Path, folder: Path) -> Path:
    """A bare MkDocs project in `folder` with the staged pages: same paths, words, navigation, features."""
    shutil.rmtree(folder, ignore_errors=True)
    for page in sorted((staged / "docs").rglob("*.md")):
        target = folder / "docs" / page.relative_to(staged / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(plain_markdown(page.read_text("utf-8")), encoding="utf-8")
    config = yaml.load((staged / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return write_config(folder, config["theme"]["features"], ["search"], config["nav"])


def write_config(folder: Path, features: list[str], plugins: list[Any], nav: list[Any] | None = None) -> Path:
    """The `mkdocs.yml` of a bare project: Material in Chinese with the features that our site has."""
    config: dict[str, Any] = {
        "site_name": "Bench",
        "theme": {"name": "material", "language": "zh", "font": False, "features": features},
        "plugins": plugins,
        **({"nav": nav} if nav else {}),
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(
        yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    return folder


def plain_markdown(page: str) -> str:
    """A staged page without its HTML: the title and every word that a reader sees."""
    front = _FRONT.match(page)
    title = yaml.safe_load(front[1])["title"] if front else ""
    words = _Words()
    words.feed(_ATTRIBUTES.sub("", page[front.end() :] if front else page))
    words.close()
    lines = "".join(words.text).split("\n")
    text = "\n".join(line if line.startswith(("- ", "| ")) else line.strip() for line in lines)
    body = _GAPS.sub("\n\n", text).strip()
    return f"{body}\n" if body.startswith("# ") else f"# {title}\n\n{body}\n"
