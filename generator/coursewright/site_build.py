"""The staged tree → the site, with MkDocs, in a folder that changes all at once."""

import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .link import Site
from .policy import write_policy
from .stage import replace_folder, stage_tree

WORK = ".coursewright"
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class SiteFailed(Exception):
    """MkDocs could not build the staged tree; the site is as it was."""


def staging_folder(root: Path) -> Path:
    return root / WORK / "stage"


def build_site(site: Site, tree: Mapping[str, bytes], root: Path, destination: Path) -> None:
    """Stage `tree` below `root` and build it into `destination`.

    Raises SiteFailed with MkDocs' own words when it stops; `destination` is
    then untouched.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    root = root.resolve()
    folder = staging_folder(root)
    stage_tree(tree, folder)
    destination = destination.resolve()
    destination.parent.mkdir(parents=True, exist_ok=True)
    fresh = destination.with_name(f".{destination.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    with quiet(), edition_date(site):
        try:
            build(staged_config(folder, site_dir=str(fresh)))
        except MkDocsException as error:
            raise SiteFailed(str(error)) from error
    write_policy(fresh)
    replace_folder(fresh, destination)


def staged_config(folder: Path, **options: Any) -> Any:
    """MkDocs' configuration of the staged tree, its plugins started."""
    from mkdocs.config import load_config

    config = load_config(str(folder / "mkdocs.yml"), **options)
    config.plugins.on_startup(command="build", dirty=False)
    search: Any = config.plugins["material/search"]
    if search.config["jieba_dict_user"]:
        dictionary = folder / search.config["jieba_dict_user"]
        search.config["jieba_dict_user"] = str(dictionary)
        _forget_terms(dictionary.read_bytes())
    return config


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
    return str(int(datetime.fromisoformat(site.course.date).replace(tzinfo=UTC).timestamp()))


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
