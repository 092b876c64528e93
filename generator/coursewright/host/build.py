"""The staged tree → the site, with any builder, in a folder that changes all at once."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from importlib.metadata import version
from pathlib import Path
from unicodedata import normalize

from ..compiler import WORK
from ..errors import ForeignFiles, ForeignFolder, SiteIncomplete
from ..link import Site
from ..load.ordinary import TooLarge, read_ordinary
from ..load.tree import SOURCES
from ..model.settings import offline_of
from ..render import OutputTree
from ..stage import alone_beside, read_stage, replace_folder, stage_tree
from ..stage.folder import MOST_BYTES
from .builder import Builder
from .manifest import FILE as MANIFEST
from .manifest import manifest, told, write_manifest
from .policy import FILE, write_policy
from .splice import STATIC, built_path, mended, splice
from .workplace import Workplace

_NOBODYS = {"Thumbs.db", "desktop.ini", ".DS_Store"}
"""What systems leave in any folder that is looked at."""


def build_site(
    site: Site,
    tree: OutputTree,
    place: Workplace,
    destination: Path,
    builder: Builder,
    *,
    is_kept: bool = True,
) -> None:
    """Stage `tree` in `place` and have `builder` build it into `destination`.

    Devices may keep the site where the course does not say otherwise and `is_kept`.

    Raises SiteFailed with the builder's own words when it stops, SiteIncomplete when it
    leaves pages out, ForeignFolder and ForeignFiles when `destination` holds anything but
    a site of ours; it is then untouched.
    """
    destination = destination.resolve()
    if destination == destination.parent:
        raise ForeignFolder(str(destination))
    with alone_beside(destination):
        refuse_foreign(destination, place.root)
    destination.parent.mkdir(parents=True, exist_ok=True)
    try:
        staged = _made(site, tree, place, destination, builder)
        files = write_manifest(place.fresh, is_kept=is_kept and offline_of(site.config))
        if missing := _beyond(filter(None, map(built_path, tree)), files):
            raise SiteIncomplete(builder.name, missing)
        replace_folder(place.fresh, destination)
    finally:
        shutil.rmtree(place.fresh, ignore_errors=True)
    place.record.write_bytes(_record(builder, destination, staged, files))


def _made(
    site: Site, tree: OutputTree, place: Workplace, destination: Path, builder: Builder
) -> Mapping[str, str]:
    """Make the whole site in `place.fresh`; the hashes of the staged files."""
    stage, fresh = place.stage, place.fresh
    shutil.rmtree(fresh, ignore_errors=True)
    with alone_beside(destination):
        is_mended = _mend(tree, place, destination, builder)
    if not is_mended:
        stage_tree(tree.pages, stage)
        _build(site, builder, stage, fresh)
    stage_tree(tree, stage)
    for path in tree.promised:
        _add(stage / path, fresh / path.removeprefix(STATIC))
    return _digests(tree)


def _add(staged: Path, file: Path) -> None:
    """A file that was printed while the builder was at work, which has not seen it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        _linked(staged, file)


def _build(site: Site, builder: Builder, stage: Path, fresh: Path) -> None:
    with edition_date(site):
        builder.build(stage, fresh)
    write_policy(fresh)


def _mend(tree: OutputTree, place: Workplace, old: Path, builder: Builder) -> bool:
    """Make the new site out of the `old` one without the builder, if only questions changed."""
    before, files = _built_of(place, old, builder)
    mend = splice(before, tree) if before else None
    if mend is None:
        return False
    for path in files.keys() - mend.keys():
        _linked(old / path, _room(place.fresh / path))
    for path, change in mend.items():
        page = change if isinstance(change, bytes) else mended((old / path).read_bytes(), change)
        if page is None:
            shutil.rmtree(place.fresh)
            return False
        _room(place.fresh / path).write_bytes(page)
    return True


def _built_of(place: Workplace, old: Path, builder: Builder) -> tuple[Mapping[str, bytes], Mapping[str, str]]:
    """The staged tree of which this builder made the `old` site, and its files; none unless all are whole."""
    try:
        record = read_ordinary(place.record, MOST_BYTES)
        before, files = read_stage(place.stage), manifest(old)
    except (OSError, TooLarge):
        return {}, {}
    return (before, files) if record == _record(builder, old, _digests(before), files) else ({}, {})


def _room(file: Path) -> Path:
    """The file's path, with a folder for it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _linked(source: Path, target: Path) -> None:
    """A second name for the same file where the disk can, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _record(builder: Builder, site: Path, staged: Mapping[str, str], files: Mapping[str, str]) -> bytes:
    """Of what a site was made, by what, and what it came to: a change of any of it by anyone is seen."""
    tools = [f"coursewright {version('coursewright')}", *builder.tools()]
    made = {"site": str(site), "tools": tools, "staged": dict(staged), "files": dict(files)}
    return json.dumps(made, sort_keys=True).encode()


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}


def refuse_foreign(destination: Path, root: Path) -> None:
    """A site replaces its folder, so that folder must be a site of ours, empty, or new."""
    sources = [root / name for name in (*SOURCES, WORK)]
    if any(source.is_relative_to(destination) or destination.is_relative_to(source) for source in sources):
        raise ForeignFolder(str(destination))
    if destination.exists() and not destination.is_dir():
        raise ForeignFolder(str(destination))
    if destination.exists() and any(destination.iterdir()):
        if not (destination / FILE).exists():
            raise ForeignFolder(str(destination))
        _refuse_added(destination)


def _refuse_added(site: Path) -> None:
    """What somebody put into a site of ours would be lost with it."""
    ours = told(site)
    present = (file for file in site.rglob("*") if not file.is_dir() and file.name not in _NOBODYS)
    added = _beyond((file.relative_to(site).as_posix() for file in present), {*ours, MANIFEST})
    if ours and added:
        raise ForeignFiles(str(site), added)


def _beyond(paths: Iterable[str], known: Iterable[str]) -> list[str]:
    """Paths that are not among the known ones, however a disk writes their accents."""
    forms = {normalize("NFC", path) for path in known}
    return sorted(path for path in paths if normalize("NFC", path) not in forms)


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
