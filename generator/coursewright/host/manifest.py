"""What a built site holds: every file with the hash of its content.

Documents are printed while pages are built, so only the finished site can tell.
The worker that keeps the site on a device comes of it.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from ..load.ordinary import TooLarge, read_ordinary
from ..stage.folder import MOST_BYTES
from .offline import write_worker

FILE = "assets/coursewright/manifest.json"
_DIGITS = 32
"""Of SHA-256's 64: enough that two versions of a file never agree."""


def write_manifest(site: Path, *, is_kept: bool = False) -> Mapping[str, str]:
    """Write worker and manifest into a built site, after everything else of it is there; the manifest.

    `is_kept` says whether devices may keep the site. The file is replaced and never written into: other
    sites may hold it by another name.
    """
    files = dict(manifest(site))
    files |= {path: _digest(site / path) for path in write_worker(site, files, is_kept=is_kept)}
    text = json.dumps(files, ensure_ascii=False, indent=0, sort_keys=True)
    beside = site / f"{FILE}.new"
    beside.parent.mkdir(parents=True, exist_ok=True)
    beside.write_bytes(f"{text}\n".encode())
    beside.replace(site / FILE)
    return files


def manifest(site: Path) -> Mapping[str, str]:
    """Path from the site's root → hash of the content in hexadecimal. The manifest itself is not in it."""
    files = ((file.relative_to(site).as_posix(), file) for file in site.rglob("*") if file.is_file())
    return {path: _digest(file) for path, file in files if path != FILE}


def told(site: Path) -> Mapping[str, str]:
    """The manifest that a built site has in it; empty where it has none that can be read."""
    try:
        files = json.loads(read_ordinary(site / FILE, MOST_BYTES))
    except (OSError, ValueError, TooLarge):
        return {}
    return files if isinstance(files, dict) else {}


def _digest(file: Path) -> str:
    """Of what is too large to be ours, a digest of nothing."""
    try:
        return sha256(read_ordinary(file, MOST_BYTES)).hexdigest()[:_DIGITS]
    except TooLarge:
        return ""
