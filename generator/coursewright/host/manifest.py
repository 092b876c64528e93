"""What a built site holds: every file with the hash of its content.

Documents are printed while pages are built, so only the finished site can tell.
Whoever keeps the site for use without a network reads here what has changed.
"""

import json
from hashlib import sha256
from pathlib import Path

FILE = "assets/coursewright/manifest.json"
_DIGITS = 32
"""Of SHA-256's 64: enough that two versions of a file never agree."""


def write_manifest(site: Path) -> None:
    """Write the manifest into a built site, after everything else of it is there.

    The file is replaced and never written into: other sites may hold it by another name.
    """
    text = json.dumps(manifest(site), ensure_ascii=False, indent=0, sort_keys=True)
    beside = site / f"{FILE}.new"
    beside.parent.mkdir(parents=True, exist_ok=True)
    beside.write_text(text + "\n", encoding="utf-8")
    beside.replace(site / FILE)


def manifest(site: Path) -> dict[str, str]:
    """Path from the site's root → hash of the content in hexadecimal. The manifest itself is not in it."""
    files = ((file.relative_to(site).as_posix(), file) for file in site.rglob("*") if file.is_file())
    return {path: sha256(file.read_bytes()).hexdigest()[:_DIGITS] for path, file in files if path != FILE}
