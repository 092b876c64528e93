"""A small working course to begin with, in the language its author writes.

What is copied is the folder `starter/<language>` of this package, with the
schemas for editors beside it. Every file is in memory before the first is
written, so that a broken installation leaves nothing behind.
"""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from ..errors import FolderTaken
from ..model.schema import schema_files

IGNORED = "# made by coursewright\n/.coursewright/\n/site/\n"


def start_course(folder: Path, language: str) -> None:
    """Write the starter course in `language` (zh-CN or en) into `folder`, which is made if need be.

    Raises FolderTaken with the folder's name when there is anything in it.
    """
    files = starter_files(language)
    if folder.exists() and any(folder.iterdir()):
        raise FolderTaken(str(folder))
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


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
