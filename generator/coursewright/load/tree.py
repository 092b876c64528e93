"""The folder of a course → its source files, each read into a `SourceFile`."""

import os
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Place, Problem, SourceString
from ..diagnostics.nearest import near
from ..model.characters import named, unfit
from ..model.kinds import KINDS, kind_of
from ..model.medium import FOLDER, MOST_OF_A_FILE
from ..model.text import LONGEST
from ..words import marked as _
from ..words.language import TAG, is_language, suggested_tag, usual_tag
from ..words.system import trouble
from .ordinary import MIB, TooLarge, read_ordinary
from .source_file import MOST_BYTES, SourceFile, read_source

ROOTS = tuple(dict.fromkeys(kind.path.split("/")[0] for kind in KINDS))
"""The folders that hold sources."""

CONFIG = "mkdocs.yml"
NEEDED = (CONFIG, "content/course.yml")
"""Without these a folder is no course."""
OVERRIDES = "site_overrides"
TOKENS = f"{OVERRIDES}/tokens.yml"

TRANSLATIONS = "translations"
SOURCES = (*ROOTS, OVERRIDES, TRANSLATIONS, CONFIG)
"""All that a course is made of, beside what may be made again."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
"""Names that Windows keeps for itself, with any ending: nobody there could check the course out."""
_SOURCE_LIKE = re.compile(r"\.(?:ya?ml|po)(?:\.|$)", re.I)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yml")
_NO_FILE = _("it is a pipe, a socket or a device")
_MEDIUM = re.compile(r"[^\W_][\w.+-]*\.[A-Za-z0-9]{1,8}")
_BROUGHT = r"\.(?:png|jpe?g|gif|webp|svg|pdf|docx?|xlsx?|pptx?|zip)$"
"""Endings of what is dropped into a course to be shown or handed out."""

UNREADABLE = "CW0117"
_IGNORED = re.compile(r"\..*|~\$.*|.*~|.*\.swp|Thumbs\.db|desktop\.ini|__pycache__|README\.md")


@dataclass
class SourceTree:
    """Every source file of a course by its path from the course's folder; `strays` are problems of others."""

    files: dict[str, SourceFile] = field(default_factory=dict)
    config: SourceFile | None = None
    tokens: SourceFile | None = None
    overrides: dict[str, bytes] = field(default_factory=dict)
    translations: dict[str, bytes] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    strays: list[Problem] = field(default_factory=list)

    @property
    def has_gaps(self) -> bool:
        """Whether there may be files that were not seen, for a folder could not be looked into."""
        return any(problem.code == UNREADABLE for problem in self.strays)

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
            if file.startswith(FOLDER):
                _read_medium(tree, root, file)
            else:
                _read(tree, root, file)
    tree.config = _source(root, CONFIG)
    for file in _files(root, root / OVERRIDES, tree.strays):
        _read_override(tree, root, file)
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


def _read_override(tree: SourceTree, root: Path, file: str) -> None:
    """Whatever is not a template there is published as it stands, so no source may be among it."""
    if file == TOKENS:
        tree.tokens = _source(root, file)
    elif _SOURCE_LIKE.search(file.rsplit("/", 1)[-1]):
        tree.strays.append(Problem("CW0131", Place(file)))
    else:
        _read_raw(tree, root, file, tree.overrides, file.removeprefix(f"{OVERRIDES}/"))


def _read_raw(tree: SourceTree, root: Path, file: str, into: dict[str, bytes], name: str) -> None:
    try:
        into[name] = read_ordinary(root / file, MOST_OF_A_FILE)
    except TooLarge as error:
        code, most = "CW0512" if into is tree.media else "CW0138", MOST_OF_A_FILE // MIB
        values = {"name": file.rsplit("/", 1)[-1], "size": error.mib, "most": most}
        tree.strays.append(Problem(code, Place(file), values))
    except OSError as error:
        tree.strays.append(_unreadable(file, error))


def _missing(root: Path) -> str | None:
    """What is not there at all: reading tells of what is no file, or may not be read."""
    return next((name for name in NEEDED if not os.path.lexists(root / name)), None)


def _files(root: Path, folder: Path, problems: list[Problem]) -> list[str]:
    """Paths of all files below `folder`, sorted; what is none, or cannot be looked into, is a problem."""

    def told(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            problems.append(_unreadable(_path(root, error.filename), error))

    found: list[str] = []
    for here, folders, files in os.walk(folder, onerror=told):
        names = [name for name in (*folders, *files) if not _IGNORED.fullmatch(name)]
        strange = {name: what for name in names if (what := _strange(root, Path(here, name)))}
        problems += strange.values()
        plain = set(names) - strange.keys()
        folders[:] = sorted(plain.intersection(folders))
        found += [_path(root, os.path.join(here, name)) for name in plain.intersection(files)]
    return sorted(found)


def _path(root: Path, path: str | Path) -> str:
    return Path(path).relative_to(root).as_posix()


def _strange(root: Path, path: Path) -> Problem | None:
    """What keeps a file or folder from being read, as far as its kind and its name tell."""
    name = _path(root, path)
    if char := unfit(path.name) or next(iter({"\t", "\n"}.intersection(path.name)), ""):
        return Problem("CW0115", Place(name), {"character": named(char)})
    try:
        if path.is_symlink():
            return Problem("CW0106", Place(name))
        if not (path.is_file() or path.is_dir()):
            return Problem(UNREADABLE, Place(name), {"problem": SourceString(_NO_FILE)})
    except OSError as error:
        return _unreadable(name, error)
    return (
        Problem("CW0130", Place(name), {"name": path.name}) if _DEVICE.fullmatch(path.name.lower()) else None
    )


def _read_medium(tree: SourceTree, root: Path, file: str) -> None:
    """A picture or an attachment; its name stands in links."""
    name = file.removeprefix(FOLDER)
    if "/" in name:
        tree.strays.append(Problem("CW0105", Place(file), {"near": FOLDER + name.rsplit("/", 1)[-1]}))
    elif not _MEDIUM.fullmatch(name):
        tree.strays.append(Problem("CW0514", Place(file), {"name": name, "near": medium_name(name)}))
    else:
        _read_raw(tree, root, file, tree.media, name)


def medium_name(name: str) -> str:
    """A name like this one that a file in content/media/ can have; that of a device has a hyphen more."""
    near = re.sub(r"[^\w.+-]+", "-", name).strip("-_.+")
    return f"file-{near}" if _DEVICE.fullmatch(near.lower()) else near


def _read(tree: SourceTree, root: Path, file: str) -> None:
    if (kind := kind_of(file)) is None:
        tree.strays.append(_misplaced(file))
    elif problem := _unfit_name(file, kind.taken):
        tree.strays.append(problem)
    else:
        tree.files[file] = _source(root, file)


def is_device(name: str) -> bool:
    """Whether Windows keeps a name for itself, in either case."""
    return bool(_DEVICE.fullmatch(name.lower()))


def unfit_path(file: str, taken: Collection[str]) -> Problem | None:
    """What would be said of the names in a source file's path, were it there; `taken` as its kind has it."""
    if device := next(filter(_DEVICE.fullmatch, file.split("/")), None):
        return Problem("CW0130", Place(file), {"name": device.removesuffix(".yml")})
    return _unfit_name(file, taken)


def _unfit_name(file: str, taken: Collection[str]) -> Problem | None:
    name = file.rsplit("/", 1)[-1]
    if not _NAME.fullmatch(name):
        return Problem("CW0118", Place(file), {"name": name})
    bare = name.removesuffix(".yml")
    if len(bare) > LONGEST:
        return Problem("CW0206", Place(file), {"length": len(bare), "most": LONGEST})
    return Problem("CW0119", Place(file), {"name": bare}) if bare in taken else None


def _misplaced(file: str) -> Problem:
    if file.endswith((".yaml", ".YML", ".YAML")):
        return Problem("CW0118", Place(file), {"name": file.rsplit("/", 1)[-1]})
    if re.search(_BROUGHT, file, re.I):
        return Problem("CW0105", Place(file), {"near": FOLDER + file.rsplit("/", 1)[-1]})
    known = [kind.example for kind in KINDS]
    return Problem("CW0105", Place(file), {"near": near(file, known)})


def _source(root: Path, file: str) -> SourceFile:
    try:
        return read_source(file, read_ordinary(root / file, MOST_BYTES))
    except TooLarge as error:
        return SourceFile(file, problems=[Problem("CW0107", Place(file), {"size": error.mib})])
    except OSError as error:
        return SourceFile(file, problems=[_unreadable(file, error)])


def _unreadable(file: str, error: OSError) -> Problem:
    return Problem(UNREADABLE, Place(file), {"problem": SourceString(trouble(error))})
