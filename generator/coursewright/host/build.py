"""The staged tree → the site, with MkDocs, in a folder that changes all at once."""

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..compiler import WORK
from ..errors import ForeignFolder, SiteFailed
from ..link import Site
from ..load.tree import CONFIG, OVERRIDES, ROOTS, TRANSLATIONS
from ..render import OutputTree
from ..stage import read_stage, replace_folder, stage_tree
from .manifest import write_manifest
from .policy import FILE, write_policy
from .splice import STATIC, mended, splice

RECORD = "built.json"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def staging_folder(root: Path) -> Path:
    return root / WORK / "stage"


def build_site(site: Site, tree: OutputTree, root: Path, destination: Path) -> None:
    """Stage `tree` below `root` and build it into `destination`.

    Raises SiteFailed with MkDocs' own words when it stops, and ForeignFolder
    when `destination` holds anything but a site of ours; it is then untouched.
    """
    root, destination = root.resolve(), destination.resolve()
    _refuse_foreign(destination, root)
    folder = staging_folder(root)
    record = folder.with_name(RECORD)
    known = record.exists() and record.read_text("utf-8") == _record(folder, destination)
    record.unlink(missing_ok=True)
    destination.parent.mkdir(parents=True, exist_ok=True)
    fresh = destination.with_name(f".{destination.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    if not (known and _mend(read_stage(folder), tree, destination, fresh)):
        stage_tree(tree.pages, folder)
        _build(site, folder, fresh)
    stage_tree(tree, folder)
    for path in tree.promised:
        _add(folder / path, fresh / path.removeprefix(STATIC))
    write_manifest(fresh)
    replace_folder(fresh, destination)
    record.write_text(_record(folder, destination), "utf-8")


def _add(staged: Path, file: Path) -> None:
    """A file that was printed while MkDocs was at work, which has not seen it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        _linked(str(staged), str(file))


def _build(site: Site, folder: Path, fresh: Path) -> None:
    from mkdocs.commands.build import build

    with quiet(), edition_date(site):
        try:
            build(staged_config(folder, site_dir=str(fresh)))
        except (Exception, SystemExit) as error:  # the course's own theme files and settings run in there
            shutil.rmtree(fresh, ignore_errors=True)
            raise SiteFailed(f"{type(error).__name__}: {error}") from error
    write_policy(fresh)


def _mend(before: Mapping[str, bytes], after: Mapping[str, bytes], old: Path, fresh: Path) -> bool:
    """Make `fresh` out of the site `old` without MkDocs, if only questions changed."""
    mend = splice(before, after)
    if mend is None:
        return False
    shutil.copytree(old, fresh, copy_function=_linked)
    for path, change in mend.items():
        page = change if isinstance(change, bytes) else mended((old / path).read_bytes(), change)
        if page is None:
            shutil.rmtree(fresh)
            return False
        (fresh / path).unlink()
        (fresh / path).write_bytes(page)
    return True


def _linked(source: str, target: str) -> str:
    """A second name for the same file where the disk can, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _record(*folders: Path) -> str:
    """How the staged tree and the site made of it were left, so that a change by anyone else is seen."""
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    left = sorted((str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files)
    tools = [version(name) for name in ("coursewright", "mkdocs", "mkdocs-material")]
    return json.dumps([hashlib.sha256(repr(left).encode()).hexdigest(), tools])


def _refuse_foreign(destination: Path, root: Path) -> None:
    """A site replaces its folder, so that folder must be a site of ours, empty, or new."""
    sources = [root / name for name in (*ROOTS, OVERRIDES, TRANSLATIONS, CONFIG, WORK)]
    if any(source.is_relative_to(destination) or destination.is_relative_to(source) for source in sources):
        raise ForeignFolder(str(destination))
    if destination.exists() and (
        not destination.is_dir() or (any(destination.iterdir()) and not (destination / FILE).exists())
    ):
        raise ForeignFolder(str(destination))


def staged_config(folder: Path, **options: Any) -> Any:
    """MkDocs' configuration of the staged tree, its plugins started."""
    from mkdocs.config import load_config

    config = load_config(str(folder / "mkdocs.yml"), **options)
    config.plugins["coursewright/templates"] = _templates()
    config.plugins.on_startup(command="build", dirty=False)
    search: Any = config.plugins["material/search"]
    if search.config["jieba_dict_user"]:
        dictionary = folder / search.config["jieba_dict_user"]
        search.config["jieba_dict_user"] = str(dictionary)
        _forget_terms(dictionary.read_bytes())
    return config


def _templates() -> Any:
    """A plugin that compiles the theme's templates once a machine and never asks whether they changed."""
    from jinja2 import Environment, FileSystemBytecodeCache
    from mkdocs.config.base import Config
    from mkdocs.plugins import BasePlugin

    class NoOptions(Config):
        pass

    class Templates(BasePlugin[NoOptions]):
        def on_env(self, env: Environment, /, **_: Any) -> Environment:
            env.auto_reload = False
            env.bytecode_cache = FileSystemBytecodeCache()
            return env

    return Templates()


def _forget_terms(terms: bytes) -> None:
    """Make jieba start anew when it holds the terms of another build in this process."""
    import jieba  # its import says what it logs, so the level is set after it

    jieba.setLogLevel(logging.WARNING)
    tokenizer: Any = jieba.dt
    if getattr(tokenizer, "terms", terms) != terms:
        tokenizer.__init__(tokenizer.dictionary)
    tokenizer.terms = terms


def edition_timestamp(site: Site) -> str:
    """Midnight UTC of the edition's date in seconds since 1970."""
    return str(int(site.course.moment.replace(tzinfo=UTC).timestamp()))


@contextmanager
def edition_date(site: Site) -> Iterator[None]:
    """The edition's date for everything MkDocs stamps, so that the same sources give the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = edition_timestamp(site)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextmanager
def quiet() -> Iterator[None]:
    """MkDocs' progress lines stay out of ours; its warnings do not."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)
