"""mkdocs-quiz in a throw-away environment, and our items in its syntax."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from plain import write_config

from coursewright.render.config import FEATURES

VERSION = "1.7.1"
_SAME = ("mkdocs", "mkdocs-material", "jieba", "Markdown", "pymdown-extensions", "Jinja2", "PyYAML")
"""Packages that must be the same version on both sides."""


def rival_python(folder: Path) -> Path:
    """The Python of an environment with mkdocs-quiz; made at first use, which needs a package index."""
    from importlib.metadata import version

    python = folder / "bin" / "python"
    wanted = [f"mkdocs-quiz=={VERSION}", *(f"{name}=={version(name)}" for name in _SAME)]
    mark = folder / "installed.txt"
    if not mark.is_file() or mark.read_text() != "\n".join(wanted):
        _quietly([sys.executable, "-m", "venv", str(folder)])
        _quietly([str(python), "-m", "pip", "install", "--disable-pip-version-check", *wanted])
        mark.write_text("\n".join(wanted))
    return python


def _quietly(command: list[str]) -> None:
    """Run a command; what it said is shown when it fails, and only then."""
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(done.stdout)


def rival_site(pages: list[list[dict[str, Any]]], folder: Path) -> Path:
    """A project of mkdocs-quiz with its defaults: one page of questions a file, and a home page."""
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text("# 题库\n\n四千道题。\n", encoding="utf-8")
    for number, items in enumerate(pages, 1):
        questions = "\n\n".join(map(_question, items))
        (docs / f"page-{number}.md").write_text(f"# 第 {number} 页\n\n{questions}\n", encoding="utf-8")
    return write_config(folder, FEATURES, ["search", "mkdocs_quiz"])


def _question(item: dict[str, Any]) -> str:
    """Everything that our item says: stem, options with their rationales, explanation."""
    options = "\n".join(
        f"- [{'x' if key else ' '}] {_line(text)}\n  > {_line(rationale)}"
        for text, key, rationale in _options(item)
    )
    return f"<quiz>\n{item['stem'].strip()}\n{options}\n\n{item['explanation'].strip()}\n</quiz>"


def _options(item: dict[str, Any]) -> list[tuple[str, bool, str]]:
    if item["type"] == "true-false":
        return [("正确", item["answer"], item["if_true"]), ("错误", not item["answer"], item["if_false"])]
    return [(option["text"], option.get("key", False), option["rationale"]) for option in item["options"]]


def _line(text: str) -> str:
    return " ".join(text.split())
