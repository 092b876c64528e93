"""The Content-Security-Policy of a built site, with the hash of every inline script in it.

The theme puts a few small scripts into its pages. Their hashes depend on the
page's depth, so they are read from the pages that were built.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ..render.xapi import STORES

FILE = "content-security-policy.txt"

_SCRIPT = re.compile(rb"<script(\s[^>]*)?>(.*?)</script>", re.S)
_NOT_CODE = re.compile(rb"\ssrc=|\stype=.?application/(?:ld\+)?json")


def write_policy(site: Path) -> str:
    """Write the policy's text beside the pages; host guides say where it goes."""
    policy = content_security_policy(site)
    (site / FILE).write_bytes(f"{policy}\n".encode())
    return policy


def content_security_policy(site: Path) -> str:
    """The value of the header. The theme sets a few attributes of style: those may be inline."""
    scripts = {
        _digest(script) for page in site.rglob("*.html") for script in _inline_scripts(page.read_bytes())
    }
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["connect-src 'self'", *sorted({*_stores(site)})]),
            _allowed("script-src", scripts),
            "style-src 'self'",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data:",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def _stores(site: Path) -> Iterator[str]:
    """Hosts of the stores that statements about a learner may go to."""
    if (told := site / STORES).exists():
        for address in json.loads(told.read_bytes())["stores"]:
            parts = urlsplit(address)
            if parts.netloc:
                yield f"{parts.scheme}://{parts.netloc}"


def _allowed(directive: str, digests: Iterable[str]) -> str:
    return " ".join([directive, "'self'", *(f"'{digest}'" for digest in sorted(digests))])


def _inline_scripts(html: bytes) -> list[bytes]:
    return [
        body for attributes, body in _SCRIPT.findall(html) if body and not _NOT_CODE.search(attributes or b"")
    ]


def _digest(script: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode()
