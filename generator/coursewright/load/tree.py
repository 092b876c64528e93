"""The folder of a course → its source files, each read into a `SourceFile`."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Place, Problem
from ..diagnostics.nearest import near
from ..model.kinds import KINDS, kind_of
from ..words.language import TAG, is_language, suggested_tag, usual_tag
from .source_file import MOST_BYTES, SourceFile, read_source

ROOTS = tuple(dict.fromkeys(kind.path.split("/")[0] for kind in KINDS))
"""The folders that hold sources."""

CONFIG = "mkdocs.yml"
OVERRIDES = "site_overrides"
TOKENS = f"{OVERRIDES}/tokens.yml"

TRANSLATIONS = "translations"
SOURCES = (*ROOTS, OVERRIDES, TRANSLATIONS, CONFIG)
"""All that a course is made of, beside what may be made again."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yml")
_IGNORED = re.compile(r"\..*|.*~|.*\.swp|Thumbs\.db|desktop\.ini|__pycache__|README\.md")


@dataclass
class SourceTree:
    """Every source file of a course by its path from the course's folder; `strays` are problems of others."""

    files: dict[str, SourceFile] = field(default_factory=dict)
    config: SourceFile | None = None
    tokens: SourceFile | None = None
    overrides: dict[str, bytes] = field(default_factory=dict)
    translations: dict[str, bytes] = field(default_factory=dict)
    strays: list[Problem] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """Everything that was wrong with reading."""
        read = [*self.files.values(), *(file for file in (self.config, self.tokens) if file)]
        return [*self.strays, *(problem for file in read for problem in file.problems)]


def load_tree(root: Path) -> SourceTree:
    """Read `mkdocs.yml`, `content/`, `quizzes/`, `site_overrides/` and `translations/` below `root`.

    Nothing is raised for what an author may have done wrong: problems are in the tree.
    """
    tree = SourceTree()
    if missing := _missing(root):
        tree.strays.append(Problem("CW0601", Place(missing), {"missing": missing}))
        return tree
    for top in ROOTS:
        for file in _files(root, root / top, tree.strays):
            _read(tree, root, file)
    tree.config = _source(root, CONFIG)
    for file in _files(root, root / OVERRIDES, tree.strays):
        if file == TOKENS:
            tree.tokens = _source(root, file)
            continue
        _read_raw(tree, root, file, tree.overrides, file.removeprefix(f"{OVERRIDES}/"))
    for file in _files(root, root / TRANSLATIONS, tree.strays):
        if file.endswith(".po"):
            _check_language(tree, file)
            _read_raw(tree, root, file, tree.translations, file)
    return tree


def _check_language(tree: SourceTree, file: str) -> None:
    """A catalog is named after its language."""
    name = file.removeprefix(f"{TRANSLATIONS}/").removesuffix(".po")
    if not (re.fullmatch(TAG, name) and is_language(name) and name == usual_tag(name)):
        near = usual_tag(suggested_tag(name))
        tree.strays.append(Problem("CW0802", Place(file), {"name": name, "near": near}))


def _read_raw(tree: SourceTree, root: Path, file: str, into: dict[str, bytes], name: str) -> None:
    try:
        into[name] = (root / file).read_bytes()
    except OSError as error:
        tree.strays.append(_unreadable(file, error))


def _missing(root: Path) -> str | None:
    needed = (CONFIG, "content/course.yml")
    return next((name for name in needed if not (root / name).is_file()), None)


def _files(root: Path, folder: Path, problems: list[Problem]) -> list[str]:
    """Paths of all files below `folder`, sorted; symbolic links are problems."""
    found: list[str] = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _IGNORED.fullmatch(name))
        for name in [*folders, *files]:
            path = Path(here, name)
            if _IGNORED.fullmatch(name):
                continue
            if path.is_symlink():
                problems.append(Problem("CW0106", Place(path.relative_to(root).as_posix())))
            elif name in files:
                found.append(path.relative_to(root).as_posix())
        folders[:] = [name for name in folders if not Path(here, name).is_symlink()]
    return sorted(found)


def _read(tree: SourceTree, root: Path, file: str) -> None:
    if (kind := kind_of(file)) is None:
        tree.strays.append(_misplaced(file))
    elif not _NAME.fullmatch(name := file.rsplit("/", 1)[-1]):
        tree.strays.append(Problem("CW0118", Place(file), {"name": name}))
    elif name.removesuffix(".yml") in kind.taken:
        tree.strays.append(Problem("CW0119", Place(file), {"name": name.removesuffix(".yml")}))
    else:
        tree.files[file] = _source(root, file)


def _misplaced(file: str) -> Problem:
    if file.endswith((".yaml", ".YML", ".YAML")):
        return Problem("CW0118", Place(file), {"name": file.rsplit("/", 1)[-1]})
    known = [kind.example for kind in KINDS]
    return Problem("CW0105", Place(file), {"near": near(file, known)})


def _source(root: Path, file: str) -> SourceFile:
    try:
        with open(root / file, "rb") as stream:
            raw = stream.read(4 * MOST_BYTES)
    except OSError as error:
        return SourceFile(file, problems=[_unreadable(file, error)])
    return read_source(file, raw)


def _unreadable(file: str, error: OSError) -> Problem:
    return Problem("CW0117", Place(file), {"problem": error.strerror or str(error)})
