"""Files that came back → the sealed responses in them, in whichever way they left a device.

A file has one response, or a text that somebody pasted several into, broken anywhere by a mail program; a
picture has QR codes of a series, whose pieces may be in any pictures and in any order.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from os import R_OK, X_OK, access
from os.path import isdir, isfile
from pathlib import Path
from typing import Any

from ...diagnostics import Place, Problem
from ...diagnostics.printable import encodable
from .response import MARK, MOST, receipt_of

MOST_OF_A_PICTURE = 32 * 1024 * 1024
MOST_PIXELS = 100_000_000
MOST_PIECES = 2000
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif"}
_SYSTEMS = {".DS_Store", ".localized", ".fseventsd", ".Spotlight-V100", ".TemporaryItems", ".Trashes"}
_APPLE_DOUBLE = bytes.fromhex("00051607")
"""How a file begins in which macOS keeps what it knows of another of the name behind `._` (RFC 1740)."""
_SPACE = re.compile(r"\s+")
_SEALED = re.compile(r"[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{22}")
"""A compact JWE without an encrypted key, with 12 bytes of start and 16 of tag: what follows is not its."""
_PIECE = re.compile(rf"{MARK}/([0-9a-f]{{8}})/([0-9]{{1,4}})/([0-9]{{1,4}})/([A-Za-z0-9_.-]+)")


@dataclass(frozen=True)
class Arrival:
    """A sealed response, and where it came from; `digest` is the SHA-256 of the file."""

    sealed: str
    place: Place
    digest: str


@dataclass
class Arrivals:
    """What some files have, and what is wrong with them."""

    found: list[Arrival] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class _Series:
    """Pieces by their numbers, from 1."""

    count: int
    place: Place
    digest: str
    pieces: dict[int, str] = field(default_factory=dict)


def may_be_sealed(path: Path) -> bool:
    """Whether a file has something that looks like a sealed response; a folder and a picture may."""
    if path.is_dir() or path.suffix.lower() in PICTURES:
        return True
    return f"{MARK}." in _decoded(_content(path, MOST) or b"")


def arrivals(paths: Sequence[Path]) -> Arrivals:
    """Of files, and of all files in folders; what is hidden there, or no file, is told and not read."""
    made = Arrivals()
    series: dict[tuple[str, int], _Series] = {}
    for file in _files(paths, made):
        is_picture = file.suffix.lower() in PICTURES
        place = _place(file)
        content = _content(file, MOST_OF_A_PICTURE if is_picture else MOST)
        if content is None:
            most = (MOST_OF_A_PICTURE if is_picture else MOST) // 1024**2
            made.problems.append(Problem("CW1302", place, {"most": most}))
        elif is_picture:
            _picture(content, place, series, made)
        else:
            _text(content, place, made)
    _joined(series, made)
    return made


def _place(file: Path) -> Place:
    """Whoever puts a file into a folder may give it any name."""
    return Place(encodable(str(file)))


def _files(paths: Sequence[Path], made: Arrivals) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            parts = file.relative_to(path).parts
            if isfile(file) and not any(part.startswith(".") for part in parts):
                yield file
            elif not _is_told_otherwise(file) and _SYSTEMS.isdisjoint(parts):
                made.problems.append(Problem("CW1324", _place(file)))


def _is_told_otherwise(file: Path) -> bool:
    """A folder by what is in it, unless nobody may look."""
    if isdir(file) and not file.is_symlink():
        return access(file, R_OK | X_OK)
    return file.name.startswith("._") and (_content(file, MOST) or b"").startswith(_APPLE_DOUBLE)


def _content(file: Path, most: int) -> bytes | None:
    """None for one that is larger, or is none that can be read whole."""
    try:
        if not file.is_file() or file.stat().st_size > most:
            return None
        return file.read_bytes()
    except OSError:
        return None


def _decoded(content: bytes) -> str:
    """Windows programs call UTF-16 “Unicode”, and mark it at its start."""
    is_wide = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    return content.decode("utf-16" if is_wide else "utf-8", "replace")


def _text(content: bytes, place: Place, made: Arrivals) -> None:
    text = _decoded(content)
    starts = [found.start() for found in re.finditer(re.escape(f"{MARK}."), text)]
    digest = sha256(content).hexdigest()
    if not starts:
        made.problems.append(Problem("CW1301", place))
        return
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line = text.count("\n", 0, start) + 1 if len(starts) > 1 else 1
        own = Place(place.file, line)
        whole = _SPACE.sub("", text[start + len(MARK) + 1 : end])
        if found := _SEALED.match(whole):
            made.found.append(Arrival(found[0], own, digest))
        else:
            made.problems.append(Problem("CW1303", own))


def _picture(content: bytes, place: Place, series: dict[tuple[str, int], _Series], made: Arrivals) -> None:
    found = [match for text in _codes(content) if (match := _PIECE.fullmatch(text))]
    digest = sha256(content).hexdigest()
    if not found:
        made.problems.append(Problem("CW1304", place))
    for match in found:
        at, count = int(match[2]), int(match[3])
        if not 1 <= at <= count <= MOST_PIECES:
            made.problems.append(Problem("CW1304", place))
            continue
        own = series.setdefault((match[1], count), _Series(count, place, digest))
        if own.pieces.setdefault(at, match[4]) != match[4]:
            made.problems.append(Problem("CW1306", place))


def _codes(content: bytes) -> list[str]:
    """Texts of the QR codes in a picture, none where it cannot be read as one."""
    import zxingcpp
    from PIL import Image

    from ..decoding import UNREADABLE

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG", "WEBP", "BMP", "GIF")) as image:
            if image.width * image.height > MOST_PIXELS:
                return []
            grey: Any = image.convert("L")
    except UNREADABLE:
        return []
    qr = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return [code.text for code in zxingcpp.read_barcodes(grey, qr)]


def _joined(series: dict[tuple[str, int], _Series], made: Arrivals) -> None:
    for (digest, count), own in series.items():
        missing = [at for at in range(1, count + 1) if at not in own.pieces]
        if missing:
            values = {"missing": _ranges(missing), "count": count}
            made.problems.append(Problem("CW1305", own.place, values))
            continue
        sealed = "".join(own.pieces[at] for at in range(1, count + 1))
        if _SEALED.fullmatch(sealed) and receipt_of(sealed).startswith(digest):
            made.found.append(Arrival(sealed, own.place, own.digest))
        else:
            made.problems.append(Problem("CW1306", own.place))


def _ranges(numbers: Iterable[int]) -> str:
    """1-3, 7"""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
