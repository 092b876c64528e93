"""A small working course to begin with, in the language its author writes.

What is copied is the folder `starter/<language>` of this package, with the
schemas for editors beside it. Every file is in memory before the first is
written, so that a broken installation leaves nothing behind.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from ..errors import FolderTaken
from ..model.schema import schema_files
from .stencil import scalar

_COURSE, _SETTINGS = "content/course.yml", "mkdocs.yml"
IGNORED = "# made by coursewright\n/.coursewright/\n/site/\n"


@dataclass(frozen=True)
class Beginnings:
    """What only the author can say of a course; an address that is not known yet is empty."""

    title: str
    id: str
    site_url: str = ""


def start_course(folder: Path, language: str, beginnings: Beginnings | None = None) -> None:
    """Write the starter course in `language` (zh-CN or en) into `folder`, which is made if need be.

    It has the title and the id of its example unless `beginnings` says others.
    Raises FolderTaken with the folder's name when there is anything in it.
    """
    files = starter_files(language)
    if beginnings is not None:
        files |= _begun(files, beginnings)
    if folder.exists() and any(folder.iterdir()):
        raise FolderTaken(str(folder))
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def example_title(language: str) -> str:
    """What the starter course is called."""
    found = re.search(rb"(?m)^title: (.+)$", starter_files(language)[_COURSE])
    return found[1].decode().strip() if found else ""


def _begun(files: Mapping[str, bytes], beginnings: Beginnings) -> dict[str, bytes]:
    """The two files that say what the course is called and where it will be."""
    title, settings = scalar(beginnings.title), files[_SETTINGS]
    if beginnings.site_url:
        settings = _valued(settings, rb"# site_url", f"site_url: {beginnings.site_url}")
    course = _valued(files[_COURSE], rb"id", f"id: {beginnings.id}")
    return {
        _COURSE: _valued(course, rb"title", f"title: {title}"),
        _SETTINGS: _valued(settings, rb"site_name", f"site_name: {title}"),
    }


def _valued(content: bytes, key: bytes, line: str) -> bytes:
    """A file with the line of one key replaced."""
    return re.sub(rb"(?m)^" + key + rb": .*$", lambda _: line.encode(), content)


def starter_files(language: str) -> dict[str, bytes]:
    """Path from the course's folder → bytes."""
    course = dict(_files(resources.files(__package__).joinpath(language), ""))
    schemas = {f"schema/{name}": text.encode() for name, text in schema_files().items()}
    return {**course, **schemas, ".gitignore": IGNORED.encode()}


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry.read_bytes()
