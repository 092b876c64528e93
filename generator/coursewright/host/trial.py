"""What a site builder would refuse, found by a site of a few empty pages rather than of all.

A course whose mkdocs.yml and templates leave nothing to refuse is not tried, so
that a check of it takes no longer.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import extract_tb
from typing import Any

import yaml

from ..diagnostics import Place, Problem, SourceString
from ..errors import SiteFailed
from ..link import Site
from ..load.source_file import SourceFile, read_source
from ..load.tree import CONFIG, OVERRIDES
from ..model.settings import PLUGIN
from ..render import OutputTree
from ..render.rendering import PAGES
from ..stage import write_files
from ..validate.outside import fetched
from ..words import marked as _
from .builder import Builder
from .splice import built_path

_OVERRIDES = "overrides/"
_PLAIN = {
    "site_name": ".*",
    "docs_dir": ".*",
    "site_url": r"https?://[\w.-]+(?::\d+)?/[\w./-]*",
    "site_author": ".*",
    "site_description": ".*",
    "copyright": ".*",
}
_PLAIN_OF_THEME = {"name": ".*", "logo": ".*", "favicon": ".*"}
"""What most courses set, and how it looks when nothing can be wrong with it."""
_LEFT_OUT = _("it leaves pages out of the site")
_FRONT = re.compile(rb"\A---\n(?:.*\n)*?---\n")
"""What of a page the theme's templates ask for; a page of another kind has other keys."""
_IN_FILE = re.compile(r"\(in ([\w./-]+):(\d+)\)")


def trial_problems(root: Path, site: Site, tree: OutputTree, builder: Builder) -> list[Problem]:
    """Why `builder` would not build the course at `root`, or would build something else than its pages."""
    if not _is_worth_trying(site):
        return []
    small, settings = _small(tree), read_source(CONFIG, (root / CONFIG).read_bytes())
    with TemporaryDirectory(prefix="coursewright-") as folder:
        made = Path(folder, "site")
        if (error := _tried(small, made, builder)) is not None:
            place = _place_in_template(site, error) or settings.place(
                _refused(settings, small, builder), key=True
            )
            return [Problem("CW0621", place, {"builder": error.builder, "problem": str(error)})]
        return [*_left_out(settings, small, made, builder), *_fetched(settings, made)]


def _tried(small: Mapping[str, bytes], made: Path, builder: Builder) -> SiteFailed | None:
    """Why the builder does not make a site of these files, if it does not."""
    with TemporaryDirectory(prefix="coursewright-") as folder:
        staged = Path(folder, "stage")
        write_files(small, staged)
        try:
            builder.build(staged, made)
        except SiteFailed as error:
            return error
    return None


def _is_worth_trying(site: Site) -> bool:
    theme = site.config.get("theme", {})
    others = {key: value for key, value in site.config.items() if key not in ("plugins", "theme")}
    return not (
        site.config["plugins"] == [PLUGIN]
        and _is_plain(others, _PLAIN)
        and isinstance(theme, dict)
        and _is_plain(theme, _PLAIN_OF_THEME)
        and all(name.startswith(PAGES) or not name.endswith(".html") for name in site.overrides)
    )


def _is_plain(settings: Mapping[str, Any], known: Mapping[str, str]) -> bool:
    return all(
        key in known and isinstance(value, str) and re.fullmatch(known[key], value)
        for key, value in settings.items()
    )


def _small(tree: OutputTree) -> dict[str, bytes]:
    """The staged tree with one page of each kind, without its text."""
    pages: dict[frozenset[bytes], tuple[str, bytes]] = {}
    for path, content in tree.pages.items():
        if path.endswith(".md") and (front := _FRONT.match(content)):
            kind = frozenset(line.split(b":")[0] for line in front[0].splitlines())
            pages.setdefault(kind, (path, front[0] + b"# x\n"))
    overrides = {path: content for path, content in tree.pages.items() if path.startswith(_OVERRIDES)}
    return {CONFIG: _small_config(tree.pages[CONFIG]), **dict(pages.values()), **overrides}


def _small_config(raw: bytes) -> bytes:
    config = yaml.load(raw, yaml.CSafeLoader)
    del config["nav"]
    return yaml.safe_dump(config, allow_unicode=True).encode()


def _refused(settings: SourceFile, small: Mapping[str, bytes], builder: Builder) -> tuple[str, ...]:
    """The setting without which the files would be built; nothing when it is not one alone."""
    for path in _paths(settings.data):
        config = yaml.load(small[CONFIG], yaml.CSafeLoader)
        owner = config.get(path[0]) if path[1:] else config
        if isinstance(owner, dict) and owner.pop(path[-1], None) is not None:
            without = {**small, CONFIG: yaml.safe_dump(config, allow_unicode=True).encode()}
            with TemporaryDirectory(prefix="coursewright-") as folder:
                if _tried(without, Path(folder, "site"), builder) is None:
                    return path
    return ()


def _paths(settings: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Every setting of the course, those within one before it."""
    for key, value in settings.items():
        yield from ((key, part) for part in value) if isinstance(value, dict) else ()
        yield (key,)


def _place_in_template(site: Site, error: SiteFailed) -> Place | None:
    cause = error.__cause__
    frames = extract_tb(cause.__traceback__) if cause else ()
    told = [(str(getattr(cause, "filename", "") or ""), getattr(cause, "lineno", 1))]
    told += [(frame.filename, frame.lineno or 1) for frame in reversed(frames)]
    told += [(found[1], int(found[2])) for found in _IN_FILE.finditer(str(error))]
    for file, line in told:
        name = file.replace("\\", "/").rpartition(f"/{_OVERRIDES}")[2]
        if name in site.overrides:
            return Place(f"{OVERRIDES}/{name}", line)
    return None


def _left_out(
    settings: SourceFile, small: Mapping[str, bytes], made: Path, builder: Builder
) -> Iterator[Problem]:
    missing = [path for path in map(built_path, small) if path and not (made / path).is_file()]
    if missing:
        values = {"builder": type(builder).__name__, "problem": SourceString(_LEFT_OUT)}
        yield Problem("CW0621", settings.place(("plugins",), key=True), values)


def _fetched(settings: SourceFile, made: Path) -> Iterator[Problem]:
    """What pages ask another host for that neither a setting nor a template says by itself."""
    for page in made.rglob("*.html"):
        for _at, address in fetched(page.name, page.read_text("utf-8")):
            yield Problem("CW0620", settings.place(("plugins",), key=True), {"found": address})
