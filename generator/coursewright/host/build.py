"""The staged tree → the site, with any builder, in a folder that changes all at once."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from importlib.metadata import version
from pathlib import Path

from ..compiler import WORK
from ..errors import ForeignFolder
from ..link import Site
from ..load.tree import SOURCES
from ..render import OutputTree
from ..stage import read_stage, replace_folder, stage_tree
from .builder import Builder
from .manifest import write_manifest
from .policy import FILE, write_policy
from .splice import STATIC, mended, splice

RECORD = "built.json"


def staging_folder(root: Path) -> Path:
    return root / WORK / "stage"


def build_site(site: Site, tree: OutputTree, root: Path, destination: Path, builder: Builder) -> None:
    """Stage `tree` below `root` and have `builder` build it into `destination`.

    Raises SiteFailed with the builder's own words when it stops, and ForeignFolder
    when `destination` holds anything but a site of ours; it is then untouched.
    """
    root, destination = root.resolve(), destination.resolve()
    _refuse_foreign(destination, root)
    folder = staging_folder(root)
    record = folder.with_name(RECORD)
    known = record.exists() and record.read_text("utf-8") == _record(builder, folder, destination)
    record.unlink(missing_ok=True)
    destination.parent.mkdir(parents=True, exist_ok=True)
    fresh = destination.with_name(f".{destination.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    if not (known and _mend(read_stage(folder), tree, destination, fresh)):
        stage_tree(tree.pages, folder)
        _build(site, builder, folder, fresh)
    stage_tree(tree, folder)
    for path in tree.promised:
        _add(folder / path, fresh / path.removeprefix(STATIC))
    write_manifest(fresh)
    replace_folder(fresh, destination)
    record.write_text(_record(builder, folder, destination), "utf-8")


def _add(staged: Path, file: Path) -> None:
    """A file that was printed while the builder was at work, which has not seen it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        _linked(str(staged), str(file))


def _build(site: Site, builder: Builder, folder: Path, fresh: Path) -> None:
    try:
        with edition_date(site):
            builder.build(folder, fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    write_policy(fresh, builder.inline_styles(fresh))


def _mend(before: Mapping[str, bytes], after: Mapping[str, bytes], old: Path, fresh: Path) -> bool:
    """Make `fresh` out of the site `old` without the builder, if only questions changed."""
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


def _record(builder: Builder, *folders: Path) -> str:
    """How the staged tree and the site made of it were left, so that a change by anyone else is seen."""
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    left = sorted((str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files)
    tools = [f"coursewright {version('coursewright')}", *builder.tools()]
    return json.dumps([hashlib.sha256(repr(left).encode()).hexdigest(), tools])


def _refuse_foreign(destination: Path, root: Path) -> None:
    """A site replaces its folder, so that folder must be a site of ours, empty, or new."""
    sources = [root / name for name in (*SOURCES, WORK)]
    if any(source.is_relative_to(destination) or destination.is_relative_to(source) for source in sources):
        raise ForeignFolder(str(destination))
    if destination.exists() and (
        not destination.is_dir() or (any(destination.iterdir()) and not (destination / FILE).exists())
    ):
        raise ForeignFolder(str(destination))


def edition_timestamp(site: Site) -> str:
    """Midnight UTC of the edition's date in seconds since 1970."""
    return str(int(site.course.moment.replace(tzinfo=UTC).timestamp()))


@contextmanager
def edition_date(site: Site) -> Iterator[None]:
    """The edition's date for everything a builder stamps, so that the same sources give the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = edition_timestamp(site)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
