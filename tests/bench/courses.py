"""Courses to measure: the reference course's size times one, ten and a hundred; 4,000 items on 80 pages."""

import shutil
from itertools import islice
from pathlib import Path
from typing import Any

from reference import LISTS, Reference, write_yaml

ITEMS, PAGES = 4000, 80
_MOST_WHOLE = 50
"""Larger courses have short definitions: the engine reads no file above 4 MB, and a glossary is one."""

_CHOSEN = ("options", "if_true")
"""What an item has where something is chosen."""

_MKDOCS = {
    "site_name": "Bench",
    "docs_dir": "content",
    "theme": {"name": "material"},
    "plugins": ["coursewright"],
}


def sized_course(reference: Reference, times: int, folder: Path) -> Path:
    """A course of `times` the reference's size in `folder`."""
    _emptied(folder)
    once: dict[str, Any] = {}
    for number in range(times):
        for path, data in reference.copy(number).items():
            if path in LISTS:
                once[path] = _joined(once[path], data) if path in once else data
            else:
                write_yaml(folder / path, data)
    if times > _MOST_WHOLE:
        for term in once["content/glossary.yml"]["terms"]:
            term["definition"] = term["definition"][:5]
    for path, data in once.items():
        write_yaml(folder / path, data)
    shutil.copy(reference.root / "mkdocs.yml", folder)
    for beside in ("site_overrides", "content/media"):
        if (reference.root / beside).is_dir():
            shutil.copytree(reference.root / beside, folder / beside)
    return folder


def _joined(first: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """The long list of a file that exists once, made longer; what it has a fixed number of stays."""
    grown = {key for key in ("people", "groups", "chapters", "terms", "families") if key in first}
    return {key: [*value, *more[key]] if key in grown else value for key, value in first.items()}


def many_items(reference: Reference) -> list[dict[str, Any]]:
    """4,000 items as long as the reference's, all on one objective, and of types that the rival has too."""
    return list(islice(_items(reference), ITEMS))


def _items(reference: Reference) -> Any:
    number = 0
    while True:
        for path, data in reference.copy(number).items():
            for item in data["items"] if path.startswith("quizzes/bank/") else ():
                if item.get("use", "practice") == "practice" and not item.keys().isdisjoint(_CHOSEN):
                    yield {
                        key: value for key, value in item.items() if key not in ("nodes", "competencies")
                    } | {"objective": "all/all/all"}
        number += 1


def pages_of(items: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The items as 80 pages."""
    each = len(items) // PAGES
    return [items[at : at + each] for at in range(0, len(items), each)]


def item_course(items: list[dict[str, Any]], folder: Path) -> Path:
    """A course that is almost nothing but these items on 80 quiz pages."""
    _emptied(folder)
    course = {
        "id": "bench",
        "title": "题库",
        "sentence": "四千道题。",
        "language": "zh-CN",
        "date": "2026-01-01",
        "owner": "题库",
        "chapters": ["all"],
    }
    write_yaml(folder / "mkdocs.yml", _MKDOCS)
    write_yaml(folder / "content/course.yml", course)
    chapter = {
        "title": "全部",
        "summary": "全部试题。",
        "opening": "全部试题。",
        "objectives": ["会做题"],
        "sections": ["all"],
    }
    section = {
        "title": "全部",
        "summary": "全部试题。",
        "objectives": [{"id": "all", "text": "会做题"}],
        "body": [{"text": "全部试题。"}],
    }
    write_yaml(folder / "content/chapters/all/chapter.yml", chapter)
    write_yaml(folder / "content/chapters/all/all.yml", section)
    for number, page in enumerate(pages_of(items), 1):
        write_yaml(folder / f"quizzes/bank/page-{number}.yml", {"items": page})
        quiz = {"title": f"第 {number} 页", "summary": "一页试题。", "items": [item["id"] for item in page]}
        write_yaml(folder / f"quizzes/practice/page-{number}.yml", quiz)
    return folder


def _emptied(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
