"""What a learner's device may keep of a built site: the worker that does, with the list of all that it takes.

The pages, with all that they load, are the course; whatever is there to be
downloaded is taken only when somebody asks for it by its size.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ..render.worker import ABOUT, NOTHING, WORKER, worker_script
from .policy import FILE as POLICY

List = dict[str, tuple[str, int]]
"""Path, a page's without `index.html` → hash of the content and bytes."""

_SHOWN = frozenset(
    re.findall(
        r"\S+", ".html .css .js .mjs .json .xml .svg .png .jpg .jpeg .gif .webp .avif .ico .woff .woff2"
    )
)
_NEVER = {POLICY, WORKER, ABOUT}
_IDLE = {"", ".map", ".gz"}
"""Endings of what is for developers and for crawlers."""


def write_worker(site: Path, files: Mapping[str, str], *, is_kept: bool) -> list[str]:
    """Write the worker and what pages tell of it into a built site of these files; the paths of both.

    `files` are paths and hashes; where the site may not be kept, the worker takes back what is.
    """
    written = _keeping(site, files) if is_kept else {WORKER: worker_script("leave"), ABOUT: NOTHING}
    for path, content in written.items():
        _replace(site / path, content)
    return list(written)


def _keeping(site: Path, files: Mapping[str, str]) -> dict[str, bytes]:
    taken = [path for path in sorted(files) if path not in _NEVER and _ending(path) not in _IDLE]
    course = _listed(site, {path: files[path] for path in taken if _ending(path) in _SHOWN})
    documents = _listed(site, {path: files[path] for path in taken if _ending(path) not in _SHOWN})
    lists = _json({"course": course, "documents": documents})
    version = sha256(lists.encode()).hexdigest()[:12]
    about = {"files": len(course), "bytes": sum(size for _, size in course.values())}
    script = f'self.SITE={{"version":"{version}",{lists[1:]};\n'.encode() + worker_script("worker")
    return {WORKER: script, ABOUT: f"{_json(about)}\n".encode()}


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _listed(site: Path, files: Mapping[str, str]) -> List:
    return {
        _address(path): (digest, (site / path).stat().st_size) for path, digest in files.items() if digest
    }


def _address(path: str) -> str:
    """As a browser asks for a page."""
    return path.removesuffix("index.html") if PurePosixPath(path).name == "index.html" else path


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _replace(file: Path, content: bytes) -> None:
    """Another site may have the file by another name, so it is not written into."""
    beside = file.with_name(f"{file.name}.new")
    beside.parent.mkdir(parents=True, exist_ok=True)
    beside.write_bytes(content)
    beside.replace(file)
