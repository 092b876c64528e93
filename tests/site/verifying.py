"""A site that verifies certificates, whose issuer is ours, and what a person may bring it."""

import json
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from output import serving
from playwright.sync_api import Locator, Page, expect

from coursewright.credentials.award import Issued
from coursewright.credentials.badge import badge_png, badge_svg
from coursewright.credentials.baking import PNG, baked_png, baked_svg
from coursewright.credentials.certificate import Certificate, certificate_pdf
from coursewright.model.issuer import LIST_JWT, Issuer
from coursewright.press.squares import qr
from minting import EXAM, KEYS, issuer_of, minted, with_revoked
from sites import Sites
from trees import ISSUER, write_course

GONE = 99
"""Index of what was revoked."""
COLOURS = {"text": "#1D2B33", "muted": "#56646C", "accent": "#A8322A", "hairline": "#E2DED5"}


@dataclass(frozen=True)
class Verifying:
    """`origin` is where its site is served."""

    issuer: Issuer
    origin: str
    site: Path

    @cached_property
    def good(self) -> Issued:
        return minted(self.issuer)

    @property
    def files(self) -> Mapping[str, bytes]:
        """The good certificate in every kind of file."""
        certificate = Certificate(self.good, self.issuer, EXAM.language, COLOURS)
        svg = badge_svg(self.good.credential, COLOURS)
        return {
            "certificate.pdf": certificate_pdf(certificate),
            "badge.svg": baked_svg(svg, self.good.jwt),
            "badge.png": baked_png(badge_png(svg, self.good.credential), self.good.jwt),
            "credential.json": self.good.json,
            "credential.jwt": self.good.jwt.encode(),
        }

    @property
    def list_file(self) -> Path:
        return self.site / LIST_JWT


def code_rows(text: str) -> list[list[bool]]:
    """The squares of a QR code, with white around it; true where they are black."""
    path, side = qr(text)
    rows = [[False] * (side + 8) for _ in range(side + 8)]
    for x, y in re.findall(r"M(\d+) (\d+)h1", path):
        rows[int(y) + 4][int(x) + 4] = True
    return rows


def code_picture(text: str, scale: int = 4) -> bytes:
    """The same as a PNG in grey."""
    lines = [[0 if black else 255 for black in row for _ in range(scale)] for row in code_rows(text)]
    raw = b"".join(b"\0" + bytes(line) for line in lines for _ in range(scale))
    head = struct.pack(">IIBBBBB", len(lines[0]), len(lines) * scale, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
    return PNG + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def code_film(text: str, scale: int = 5) -> bytes:
    """The same before a camera, which has a frame of 1280 by 960 (YUV4MPEG2)."""
    rows = code_rows(text)
    [left, top] = [(size - len(rows) * scale) // 2 // 2 * 2 for size in (1280, 960)]
    light = [bytearray(b"\xc0" * 1280) for _ in range(960)]
    for y, row in enumerate(rows):
        line = b"".join((b"\x20" if black else b"\xe0") * scale for black in row)
        for step in range(scale):
            light[top + y * scale + step][left : left + len(line)] = line
    frame = b"FRAME\n" + b"".join(map(bytes, light)) + b"\x80" * (1280 * 960 // 2)
    return b"YUV4MPEG2 W1280 H960 F10:1 Ip A1:1 C420jpeg\n" + frame * 2


def issuer_source(issuer: Issuer) -> str:
    return yaml.safe_dump(issuer.model_dump(mode="json", exclude_none=True), allow_unicode=True)


@contextmanager
def verifying(sites: Sites, folder: Path, **files: str) -> Iterator[Verifying]:
    """`files` are laid over the small course."""
    issuer = with_revoked(issuer_of(KEYS), KEYS, GONE)
    course = write_course(folder, {ISSUER: issuer_source(issuer), **files})
    site = sites.of(course)
    with serving(site) as origin:
        yield Verifying(issuer, origin, site)


def bring(page: Page, content: bytes | str, name: str = "file") -> Locator:
    """What the page says of a file."""
    raw = content.encode() if isinstance(content, str) else content
    again = page.get_by_role("button", name="Verify another one")
    if again.is_visible():
        again.click()
    page.locator("cw-verify input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": raw}
    )
    result = page.locator(".cw-verified")
    expect(result).to_be_visible()
    return result


def says(result: Locator, word: str) -> None:
    expect(result.get_by_role("heading")).to_have_text(re.compile(rf"^[✓◐✗] {word}$"))


def tampered(document: bytes, **changes: object) -> bytes:
    """JSON with other values at its top."""
    return json.dumps({**json.loads(document), **changes}).encode()
