"""The reference course as a pattern: its shape, references and lengths of texts, to be filled again."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from prose import Prose

from coursewright.load.source_file import read_source

ROOTS = ("content", "quizzes")
LISTS = (
    "content/cast.yml",
    "content/competencies.yml",
    "content/course.yml",
    "content/glossary.yml",
    "content/roles/families.yml",
)
"""Files that a course has once: their lists grow."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*){0,2}")
_CHOICES = frozenset(
    {"kind", "type", "use", "grade", "level", "side", "audience", "period", "proposals", "language", "date"}
)
"""Keys whose values are the engine's words, not the course's."""

_SHORT = 4
"""Runs of fewer characters stay: units and names, which must stay different from one another."""


class Reference:
    """Every source file of a course, read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, Any] = {
            (name := file.relative_to(root).as_posix()): read_source(name, file.read_bytes()).data
            for top in ROOTS
            for file in sorted((root / top).rglob("*.yml"))
        }
        self._ids = {value for data in self.files.values() for value in _ids(data)} | _ids_of_files(
            self.files
        )
        self._names = [
            name
            for term in self.files["content/glossary.yml"]["terms"]
            for name in (term["term"], *term.get("aliases", ()))
        ]
        names = "|".join(re.escape(name) for name in sorted(self._names, key=len, reverse=True))
        self._piece = re.compile(rf"(\]\([^)\n]*\))|({names})|((?:(?!{names})[\u4e00-\u9fff])+)")

    def copy(self, number: int) -> dict[str, Any]:
        """The files of copy `number` by path: other words, and other ids in all copies but the first."""
        copy = _Copy(number, self._ids, self._names, self._piece)
        return {
            path if path in LISTS else copy.path(path): copy.data(data) for path, data in self.files.items()
        }


class _Copy:
    def __init__(self, number: int, ids: set[str], names: list[str], piece: re.Pattern[str]) -> None:
        self._number = number
        self._ids = ids
        self._piece = piece
        self._prose = Prose(f"copy {number}")
        self._names = self._renamed(names) if number else {name: name for name in names}

    def _renamed(self, names: list[str]) -> dict[str, str]:
        """A new name of the same length for each glossary term."""
        made: dict[str, str] = {}
        for name in names:
            fresh = f"{name}{self._number}" if name.isascii() else self._prose.fill(max(_SHORT, len(name)))
            while fresh in made.values():
                fresh += self._prose.fill(1)
            made[name] = fresh
        return made

    def path(self, path: str) -> str:
        """The path with this copy's ids in it; `chapter.yml` keeps its name."""
        *folders, name = path.removesuffix(".yml").split("/")
        inside = [self._id(folder) if at >= 2 else folder for at, folder in enumerate(folders)]
        return "/".join([*inside, name if name == "chapter" else self._id(name)]) + ".yml"

    def _id(self, id: str) -> str:
        return f"{id}-k{self._number}" if self._number and id in self._ids else id

    def data(self, data: Any, key: str = "") -> Any:
        if isinstance(data, dict):
            return {name: self.data(value, name) for name, value in data.items()}
        if isinstance(data, list):
            return [self.data(value, key) for value in data]
        if not isinstance(data, str) or key in _CHOICES:
            return data
        if key == "code":
            return f"{data}-{self._number}" if self._number else data
        if _SLUG.fullmatch(data):
            return "/".join(map(self._id, data.split("/")))
        return self._piece.sub(self._filled, data)

    def _filled(self, match: re.Match[str]) -> str:
        link, name, run = match.groups()
        if link:
            kind, _, target = link[2:-1].partition(":")
            return f"]({kind}:{'/'.join(map(self._id, target.split('/')))})" if target else str(link)
        if name:
            return self._names[name]
        return self._prose.fill(len(run)) if len(run) >= _SHORT else str(run)


def _ids(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        for value in data.values():
            yield from _ids(value)
    elif isinstance(data, list):
        for value in data:
            yield from _ids(value)


def _ids_of_files(files: Mapping[str, Any]) -> set[str]:
    return {
        part
        for path in files
        if path not in LISTS
        for part in path.removesuffix(".yml").split("/")[2:]
        if part != "chapter"
    }


class _Dumper(yaml.CSafeDumper):
    """Texts of several lines as authors write them."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def write_yaml(file: Path, data: Any) -> None:
    """Write one source file with its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8"
    )
